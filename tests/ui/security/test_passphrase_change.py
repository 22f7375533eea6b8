"""Another passphrase, from Settings."""

import pytest

from app.security.keys import open_keys
from tests.ui.security.conftest import CHEAP, PASSPHRASE
from ui.security.passphrase_change import PassphraseChange

NEXT = "nine loud geese landing"


@pytest.fixture
def change(qtbot, unlocked, look) -> PassphraseChange:
    workspace = unlocked.inside.window.desk.workspace
    made = PassphraseChange(look, workspace, cost=CHEAP, least_kib=64)
    qtbot.addWidget(made)
    return made


def ask(qtbot, change, old=PASSPHRASE, new=NEXT, again=NEXT):
    for field, text in ((change.old, old), (change.new.passphrase, new), (change.new.again, again)):
        qtbot.keyClicks(field.field.line, text)
    change.change.click()


def test_the_new_passphrase_opens_the_records_and_nothing_typed_remains(qtbot, change, folder):
    ask(qtbot, change)
    qtbot.waitUntil(lambda: "is changed" in change.said.text())
    assert len(open_keys(folder, NEXT, least_kib=64)) == 32
    assert change.old.text() == change.new.text() == change.new.again.text() == ""


def test_a_wrong_old_passphrase_is_said_there(qtbot, change, folder):
    ask(qtbot, change, old="eight quiet herons wading")
    qtbot.waitUntil(lambda: bool(change.old.field.refusal))
    assert len(open_keys(folder, PASSPHRASE, least_kib=64)) == 32


def test_two_different_new_ones_are_refused_before_anything_is_tried(qtbot, change):
    ask(qtbot, change, again="nine loud geese")
    assert "different" in change.new.again.field.refusal
    assert change.change.isEnabled()


def test_a_weak_new_one_is_said_under_the_new_one(qtbot, change):
    ask(qtbot, change, new="short", again="short")
    assert change.new.passphrase.field.refusal.startswith("Too short")
