# SPDX-License-Identifier: GPL-3.0-or-later
"""What parts do, and what they say to those who hear them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.ui.kit.gallery import LONG_NAME, PARTS
from ui.parts.buttons import Button, MenuButton, Reason
from ui.parts.counts import Counts
from ui.parts.dialog import Question
from ui.parts.fields import LineField
from ui.parts.focus import FocusRings, Ring
from ui.parts.light import Light, LightFacts, LightState, Pod
from ui.parts.notice import Notice
from ui.parts.progress import Progress
from ui.parts.rail import Destination, Rail
from ui.parts.sheet import Down
from ui.parts.strip import Status, Strip
from ui.parts.tabs import Tabs
from ui.parts.text import Label
from ui.parts.wrap import Wrap


def heard(widget):
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role(), interface.text(QAccessible.Text.Name)


@pytest.mark.parametrize(
    ("part", "role", "name"),
    [
        ("button", QAccessible.Role.Button, "Print"),
        ("icon button", QAccessible.Role.Button, "Edit"),
        ("todo light", QAccessible.Role.StaticText, "Place: to do."),
        ("spectrum", QAccessible.Role.StaticText, "4 of 5"),
        ("stop chip", QAccessible.Role.StaticText, LONG_NAME),
        ("tabs", QAccessible.Role.PageTabList, "Plan"),
        ("tick", QAccessible.Role.CheckBox, LONG_NAME),
    ],
)
def test_a_part_has_its_role_and_name(look, qtbot, part, role, name):
    widget = PARTS[part](look)
    qtbot.addWidget(widget)
    assert heard(widget) == (role, name)


def test_a_light_reads_what_where_and_the_one_thing_to_do(look, qtbot):
    light = Light(look, "Place", LightState.TODO, "Hearing loop not yet confirmed.")
    qtbot.addWidget(light)
    assert heard(light)[1] == "Place: to do. Hearing loop not yet confirmed."


def test_the_pod_reads_all_its_lights(look, qtbot):
    pod = Pod(look, [LightFacts("People", LightState.READY), LightFacts("Place", LightState.MUST_DO)])
    qtbot.addWidget(pod)
    assert heard(pod)[1] == "People: ready. Place: before doors open."


def test_a_button_says_why_it_cannot_be_pressed(look, qtbot):
    button = Button(look, "Send to finance", "outbox")
    reason = Reason(look, button)
    qtbot.addWidget(button)
    qtbot.addWidget(reason)
    button.set_reason("No approved claims yet.")
    assert (button.isEnabled(), reason.text()) == (False, "No approved claims yet.")
    button.set_reason("")
    assert (button.isEnabled(), reason.isHidden()) == (True, True)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_press_a_button(look, shown, qtbot, key):
    button = shown(Button(look, "Print"))
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_a_button_with_a_menu_is_heard_as_one(look, qtbot):
    button = MenuButton(look, "Any role")
    button.choices.addAction("Carer")
    qtbot.addWidget(button)
    assert heard(button) == (QAccessible.Role.ButtonMenu, "Any role")


@pytest.fixture
def notice(look, shown):
    page = shown(QWidget())
    return Notice(look, page)


def test_the_notice_says_what_happened_and_offers_the_way_back(notice, qtbot):
    notice.tell("Shirin Akter checked in at 9:58.")
    with qtbot.waitSignal(notice.undo_pressed):
        qtbot.mouseClick(notice.undo, Qt.MouseButton.LeftButton)
    assert notice.isHidden()


def test_the_notice_goes_by_itself(notice):
    notice.tell("Shirin Akter checked in at 9:58.")
    notice._timer.timeout.emit()
    assert notice.sentence == ""


def test_the_notice_stays_while_it_has_the_focus(notice, qtbot):
    page = notice.parentWidget()
    page.activateWindow()
    notice.tell("Shirin Akter checked in at 9:58.")
    notice.undo.setFocus()
    qtbot.waitUntil(notice.undo.hasFocus)
    assert not notice._timer.isActive()
    notice._timer.timeout.emit()
    assert notice.sentence == "Shirin Akter checked in at 9:58."


def test_the_notice_lies_at_the_lower_left_of_its_page(notice):
    notice.tell("Shirin Akter checked in at 9:58.")
    page = notice.parentWidget()
    page.resize(500, 300)
    assert (notice.x(), notice.geometry().bottom()) == (16, 283)


def test_the_notice_lies_above_what_can_be_pressed_at_the_foot_even_when_that_comes_later(notice, look, qtbot):
    page, button = notice.parentWidget(), Button(look, "Import")
    page.resize(500, 300)
    page.setLayout(Down(look, None, button, gap=0))
    notice.tell("Shirin Akter checked in at 9:58.")
    button.hide()
    qtbot.waitUntil(lambda: notice.geometry().bottom() == 283)
    button.show()
    qtbot.waitUntil(lambda: notice.geometry().bottom() == button.y() - 8)


def test_progress_shows_itself_only_when_the_work_takes_long(look, shown, qtbot):
    page = shown(QWidget())
    progress = Progress(look)
    QVBoxLayout(page).addWidget(progress)
    progress.start("Importing 212 people", 212)
    assert progress.isHidden()
    qtbot.waitUntil(progress.isVisible)
    with qtbot.waitSignal(progress.stop_pressed):
        qtbot.mouseClick(progress.stop, Qt.MouseButton.LeftButton)


def test_a_question_is_answered_not_yet_by_enter(look, qtbot):
    question = Question(look, "Send 2 claims to finance?", "After this they are sent.", do="Send 2 claims")
    qtbot.addWidget(question)
    with qtbot.waitActive(question):
        question.show()
    with qtbot.waitSignal(question.rejected):
        qtbot.keyClick(question, Qt.Key.Key_Return)


def test_a_question_is_answered_yes_by_its_button(look, shown, qtbot):
    question = shown(Question(look, "Send 2 claims to finance?", "After this they are sent.", do="Send 2 claims"))
    with qtbot.waitSignal(question.accepted):
        qtbot.mouseClick(question.do, Qt.MouseButton.LeftButton)


PLACES = [Destination("today", "Today", "today"), Destination("people", "People", "people")]


def test_the_rail_tells_where_the_user_wants_to_go(look, shown, qtbot):
    rail = shown(Rail(look, PLACES))
    with qtbot.waitSignal(rail.chosen) as chosen:
        qtbot.mouseClick(rail.items["people"], Qt.MouseButton.LeftButton)
    assert chosen.args == ["people"]


def test_choosing_a_place_by_the_program_tells_nobody(look, shown, qtbot):
    rail = shown(Rail(look, PLACES))
    with qtbot.assertNotEmitted(rail.chosen):
        rail.choose("people")
    assert rail.items["people"].isChecked()


def test_a_count_on_the_rail_is_read_in_words(look, qtbot):
    rail = Rail(look, PLACES)
    qtbot.addWidget(rail)
    rail.set_count("people", 3, "3 waiting")
    assert heard(rail.items["people"])[1] == "People, 3 waiting"


@pytest.mark.parametrize(("width", "scale", "wide"), [(1366, 1.0, 178), (1024, 1.0, 94), (1366, 2.0, 148)])
def test_the_rail_is_as_wide_as_the_window_allows(look, qtbot, width, scale, wide):
    rail = Rail(look, PLACES)
    qtbot.addWidget(rail)
    look.set_text_scale(scale)
    look.set_window_width(width)
    assert rail.width() == wide


def test_the_strip_shortens_its_words_and_then_lets_one_go(look, shown):
    strip = shown(Strip(look, ["backup"], ["member"], may_go=["member"]), 900, 40)
    strip.show_status("backup", Status("Backup 20 minutes ago", "backup", "Backup 20 min"))
    strip.show_status("member", Status("Ruth A., North Reading team", "member", "Ruth A."))
    roomy = strip.items["backup"].sizeHint().width()
    strip.resize(330, 40)
    assert strip.items["backup"].sizeHint().width() < roomy
    assert strip.items["member"].isVisible()
    strip.resize(180, 40)
    assert not strip.items["member"].isVisible()


def test_the_strip_tells_what_was_pressed(look, shown, qtbot):
    strip = shown(PARTS["strip"](look), 1200, 40)
    with qtbot.waitSignal(strip.pressed) as pressed:
        qtbot.mouseClick(strip.items["saved"], Qt.MouseButton.LeftButton)
    assert pressed.args == ["saved"]


def test_arrows_go_through_the_tabs(look, shown, qtbot):
    tabs = shown(Tabs(look, [("plan", "Plan"), ("room", "Room")], name="Session"))
    with qtbot.waitSignal(tabs.chosen) as chosen:
        qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert chosen.args == ["room"]


def test_a_tab_is_read_with_its_count(look, qtbot):
    tabs = PARTS["tabs"](look)
    qtbot.addWidget(tabs)
    child = QAccessible.queryAccessibleInterface(tabs).child(1)
    assert (child.role(), child.text(QAccessible.Text.Name)) == (QAccessible.Role.PageTab, "Room, 21 of 34")


def test_counts_are_the_filter(look, shown, qtbot):
    counts = shown(Counts(look, [("expected", "expected"), ("here", "here")], name="Show"))
    counts.set_count("here", 21)
    segment = counts._segments["here"]
    with qtbot.waitSignal(counts.chosen) as chosen:
        qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
    assert (chosen.args, counts.choice) == (["here"], "here")
    assert heard(segment) == (QAccessible.Role.RadioButton, "21 here")


def test_the_ring_goes_where_the_focus_goes(look, qapp, qtbot):
    rings = FocusRings(look, qapp)
    window = QWidget()
    column = QVBoxLayout(window)
    button, field = Button(look, "Print"), LineField(look)
    column.addWidget(button)
    column.addWidget(field)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    button.setFocus()
    ring = next(one for one in window.findChildren(Ring) if one.isVisible())
    assert ring.geometry() == button.geometry().adjusted(-5, -5, 5, 5)
    field.setFocus()
    assert not any(one.isVisible() for one in window.findChildren(Ring))
    rings.deleteLater()


def test_what_does_not_fit_goes_on_in_the_next_line(look, shown):
    window = QWidget()
    labels = [Label(look, word) for word in ("Welsh", "Quiet room", "Step-free", "Interpreter")]
    window.setLayout(Wrap(look, *labels))
    shown(window, 180, 200)
    assert labels[0].y() == labels[1].y() < labels[3].y()


def test_tabs_without_room_are_in_a_menu_and_the_chosen_one_never_is(shown, look, qtbot):
    words = ("Plan", "Details", "People", "Room", "Log", "Sheets", "Reflections")
    tabs = shown(Tabs(look, [(word.lower(), word) for word in words], name="Session"), 2000, 46)
    assert (tabs.more.isVisible(), [tabs.isTabVisible(place) for place in range(7)]) == (False, [True] * 7)
    tabs.resize(300, 46)
    hidden = [act.text() for act in tabs.more.choices.actions()]
    assert tabs.more.isVisible()
    assert hidden[-1] == "Reflections"
    with qtbot.waitSignal(tabs.chosen) as heard:
        tabs.more.choices.actions()[-1].trigger()
    assert heard.args == ["reflections"]
    assert tabs.isTabVisible(6)
    assert tabs.tabRect(6).height() == tabs.tabRect(0).height()
    assert "Reflections" not in [act.text() for act in tabs.more.choices.actions()]
    assert tabs.more.geometry().right() < 300
