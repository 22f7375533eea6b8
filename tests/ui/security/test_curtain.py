"""Everything is hidden at once, before anything is written or torn down."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.places import Place


class Order(QObject):
    """Notes what happens, in order."""

    def __init__(self, curtain) -> None:
        super().__init__()
        self.happened: list[str] = []
        curtain.installEventFilter(self)

    def eventFilter(self, watched, event) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            self.happened.append("hidden")
        return False


@pytest.mark.parametrize("act", ["shut", "lock"])
def test_all_is_hidden_before_what_is_typed_is_written(unlocked, qtbot, act: str):
    window = unlocked.inside.window
    window.desk.places.go(Place("settings"))
    field = window.page.fields["organisation"]
    QApplication.processEvents()
    field.line.setFocus()
    QTest.keyClicks(field.line, "Reading Carers")
    order = Order(unlocked.frame.curtain)
    window.desk.workspace.observe(lambda changes: order.happened.append("written"))
    getattr(unlocked.inside, act)()
    assert order.happened[:2] == ["hidden", "written"]


def test_the_curtain_covers_the_whole_window_and_goes_with_the_next_page(unlocked, qtbot):
    frame = unlocked.frame
    frame.resize(1024, 600)
    frame.draw_curtain()
    assert frame.curtain.isVisible()
    assert frame.curtain.geometry() == frame.rect()
    assert frame.childAt(frame.rect().center()) is frame.curtain
    frame.show_page(unlocked.inside.window)
    assert not frame.curtain.isVisible()


def test_uncovering_takes_the_curtain_away(unlocked, qtbot):
    qtbot.keyClick(unlocked.frame, Qt.Key.Key_F12)
    unlocked.inside._uncover()
    assert not unlocked.frame.curtain.isVisible()
