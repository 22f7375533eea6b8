"""Settings: saved as they are left, refused at their field, members and the PIN."""

import pytest
from PySide6.QtCore import Qt

from app.settings.queries import has_pin, members, setting
from app.settings.schema import IDLE_MINUTES, TEAM_NAME
from db.journal import Op
from ui.look.tokens import Theme
from ui.places import Place
from ui.settings.page import SettingsPage


@pytest.fixture
def page(qtbot, desk):
    shown = SettingsPage(desk)
    qtbot.addWidget(shown)
    shown.resize(1188, 738)
    with qtbot.waitActive(shown):
        shown.show()
    yield shown
    desk.look.set_theme(Theme.LIGHT)
    desk.look.set_text_scale(1.0)


def type_into(qtbot, field, text):
    field.line.clear()
    qtbot.keyClicks(field.line, text)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)


def read(workspace, wanted):
    with workspace.read() as tx:
        return setting(tx, wanted)


def test_the_team_s_name_is_saved_as_it_is_left_and_journaled(qtbot, page, workspace, heard):
    type_into(qtbot, page.fields[TEAM_NAME.name], "North Reading team")
    assert read(workspace, TEAM_NAME) == "North Reading team"
    assert [changes.op for changes in heard] == [Op.CHANGE_SETTING]


def test_a_setting_that_cannot_be_is_refused_at_its_field_and_nothing_changes(qtbot, page, workspace, heard):
    field = page.fields[IDLE_MINUTES.name]
    type_into(qtbot, field, "900")
    assert field.refusal
    assert read(workspace, IDLE_MINUTES) == 10
    assert heard == []


def test_colours_and_text_size_change_at_once(page, desk):
    page.fields["theme"].left_changed.emit("dark")
    page.fields["text_size"].left_changed.emit("150")
    assert (desk.look.theme, desk.look.text_scale) == (Theme.DARK, 1.5)


def test_text_made_larger_by_keys_shows_in_the_setting(page, desk):
    desk.look.set_text_scale(1.25)
    assert page.fields["text_size"].text() == "125"


def test_a_member_is_added_used_and_removed(qtbot, page, workspace):
    type_into(qtbot, page.members.new, "Sian L.")
    page.members.add.click()
    ruth, sian = _members(workspace)
    page.members._use(sian)
    assert workspace.member == sian.id
    page.members._remove(ruth.id)
    assert [row.name for row in _members(workspace)] == ["Sian L."]


def test_the_last_member_cannot_be_removed(page, workspace):
    page.members._remove("ruth")
    assert [row.name for row in _members(workspace)] == ["Ruth A."]
    assert page._said is not None


def test_a_pin_is_set_refused_and_removed(qtbot, page, workspace):
    qtbot.keyClicks(page.safety.pin.line, "12345")
    page.safety.set_pin.click()
    assert page.safety.pin.refusal
    qtbot.keyClicks(page.safety.pin.line, "6")
    page.safety.set_pin.click()
    assert _has_pin(workspace)
    page.safety.remove_pin.click()
    assert not _has_pin(workspace)


def test_members_have_the_focus_where_they_are_asked_for(page):
    page.show_place(Place("settings", tab="members"))
    assert page.first_focus is page.members.add


def _members(workspace):
    with workspace.read() as tx:
        return members(tx)


def _has_pin(workspace):
    with workspace.read() as tx:
        return has_pin(tx)


def test_settings_lead_to_the_backups(desk, page):
    page.show()
    page.backups.click()
    assert desk.places.here == Place("backups")
