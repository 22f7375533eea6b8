"""What is typed as a secret: it leaves its field for no clipboard, and once forgotten nothing brings it back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.conftest import look, shown  # noqa: F401 - fixtures
from ui.parts.secret import SecretField

SECRET = "seven quiet herons wading"
COPY = (Qt.Key.Key_C, Qt.Key.Key_X)


@pytest.fixture
def field(qtbot, look, shown) -> SecretField:  # noqa: F811
    made = shown(SecretField(look))
    made.line.setFocus()
    QTest.keyClicks(made.line, SECRET)
    QGuiApplication.clipboard().setText("before")
    return made


@pytest.mark.parametrize("seen", [False, True], ids=["hidden", "shown"])
@pytest.mark.parametrize("key", COPY, ids=["copy", "cut"])
def test_no_key_copies_a_secret_hidden_or_shown(field, seen, key):
    field.show_button.setChecked(seen)
    field.line.selectAll()
    QTest.keyClick(field.line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field.line, key, Qt.KeyboardModifier.ControlModifier)
    board = QGuiApplication.clipboard()
    assert board.text() == "before"
    assert SECRET not in board.text(QClipboard.Mode.Selection)


@pytest.mark.parametrize("seen", [False, True], ids=["hidden", "shown"])
def test_undo_brings_no_forgotten_secret_back(field, seen):
    field.show_button.setChecked(seen)
    field.forget()
    field.show_button.setChecked(True)
    QTest.keyClick(field.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    field.line.undo()
    assert field.text() == ""


def test_a_selection_from_before_cannot_be_copied_once_it_is_shown(field):
    field.line.selectAll()
    field.show_button.setChecked(True)
    field.line.copy()
    assert QGuiApplication.clipboard().text() == "before"
