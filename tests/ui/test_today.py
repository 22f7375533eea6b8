"""Today: what is next, is it ready, what comes after."""

from dataclasses import replace
from datetime import date, time

import pytest

from app.recovery.commands import check_sheet
from app.security.recovery import last_group
from db.journal import Op
from db.models import DesignSession, Venue
from db.types import Spectrum, Status
from tests.builders import add_attendance, add_person, add_session, add_venue, know_venue
from ui.actions import Action
from ui.places import Place
from ui.today.page import TodayPage


@pytest.fixture
def session_id(workspace):
    with workspace.change(Op.ADD_SESSION) as tx:
        venue = add_venue(tx, capacity=60, muster_point="Car park").id
        know_venue(tx, venue)
        made = add_session(tx, "Joint event", venue_id=venue, doors_at=time(9, 30), purpose="Choose three changes.")
        add_session(tx, "Listening café", project_id=made.project_id, held_on=date(2026, 12, 1), starts_at=time(13))
        add_attendance(tx, made.id, add_person(tx).id, status=Status.ACCEPTED)
        return made.id


@pytest.fixture
def page(qtbot, desk, request):
    shown = TodayPage(desk)
    qtbot.addWidget(shown)
    shown.resize(1188, 738)
    return shown


def test_without_a_session_it_says_what_to_do_first(page):
    page.show()
    assert page.none.isVisible()
    assert not page.next.isVisible()


def test_without_a_session_the_focus_is_on_planning_one(qtbot, page):
    with qtbot.waitActive(page):
        page.show()
    qtbot.waitUntil(page.plan.hasFocus)


def test_sessions_without_a_day_are_offered_to_be_given_one(page, desk):
    with desk.workspace.change(Op.ADD_SESSION) as tx:
        add_session(tx, "Some day", held_on=None)
    page.show()
    assert page.none.title.text() == "No session has a day yet"
    assert page.later.heading.text() == "Planned"


def test_the_next_session_is_shown_with_its_lights_and_what_follows(session_id, page):
    page.show()
    assert page.next.title.text() == "Joint event"
    assert page.next.soon.text() == "in 30 minutes"
    assert [line.word.text() for line in page.ready.lines] == ["To do", "To do", "Ready"]
    assert page.later.heading.isVisible()


def test_a_light_says_itself_for_those_who_hear_it(session_id, page):
    page.show()
    assert page.ready.lines[2].light.accessibleName() == "Place: ready. Room for 60, 1 expected."


def test_the_lights_follow_a_change(session_id, page, desk):
    page.show()
    with desk.workspace.change(Op.CHANGE_SESSION) as tx:
        it = tx.get_one(DesignSession, session_id)
        it.fixed, it.open, it.spectrum = "The budget", "The wording", Spectrum.CO_DESIGN
    assert page.ready.lines[1].word.text() == "Ready"


def test_the_key_that_prints_leads_to_the_sheets_of_the_next_session(session_id, page, desk):
    page.show()
    next(act for act in page.actions() if act.data() is Action.PRINT).trigger()
    assert desk.places.here == Place("session", session_id, "print")


def test_buttons_lead_to_the_session_s_parts(session_id, page, desk):
    page.show()
    page.next.open_room.click()
    assert desk.places.here == Place("session", session_id, "room")
    page.ready.lines[1].button.click()
    assert desk.places.here == Place("session", session_id, "details")


def test_what_the_venue_lacks_leads_to_the_venue(session_id, page, desk):
    with desk.workspace.change(Op.CHANGE_VENUE) as tx:
        venue_id = tx.get_one(DesignSession, session_id).venue_id
        tx.get_one(Venue, venue_id).muster_point = None
    page.show()
    page.ready.lines[2].button.click()
    assert desk.places.here == Place("sessions", venue_id, "venues")


def test_who_is_missing_leads_to_the_list_of_people(session_id, page, desk):
    page.show()
    assert page.ready.lines[0].words.text() == "1 person coming, without lived experience."
    page.ready.lines[0].button.click()
    assert desk.places.here == Place("session", session_id, "people")


@pytest.mark.parametrize(
    ("moves", "says"),
    [
        ({"hours": 1}, "on now"),
        ({"hours": 4}, "over since 12:30"),
        ({"hours": -7}, "today"),
        ({"hours": -20}, "tomorrow"),
        ({"days": -3}, "Thursday 26 November"),
    ],
)
def test_it_says_how_soon_the_session_is(session_id, page, clock, moves, says):
    clock.pass_time(**moves)
    page.show()
    assert page.next.soon.text() == says


def waits(page):
    return [(line.name.text(), line.word.text(), line.button.text()) for line in page.waiting.lines]


def check_the_sheet(workspace):
    with workspace.note() as tx:
        check_sheet(tx, workspace.key, last_group(workspace.key))


def test_what_waits_is_listed_the_most_urgent_first_each_with_one_thing_to_do(session_id, page, clock):
    clock.pass_time(hours=-1)
    page.show()
    assert waits(page) == [
        ("Evacuation list", "Before doors open", "Make the list"),
        ("Recovery sheet", "To do", "Check the sheet"),
    ]
    light = page.waiting.lines[0].light
    assert light.accessibleName().startswith("Evacuation list: before doors open. It must be on paper")


def test_nothing_is_shown_when_nothing_waits(page, workspace):
    check_the_sheet(workspace)
    page.show()
    assert not page.waiting.isVisible()


def test_what_was_done_meanwhile_is_gone_when_one_comes_back(page, workspace):
    page.show()
    assert page.waiting.isVisible()
    page.hide()
    check_the_sheet(workspace)
    page.show_place(Place("today"))
    page.show()
    assert not page.waiting.isVisible()


def test_a_line_stays_the_same_while_nothing_of_it_changes(page, desk):
    page.show()
    before = page.waiting.lines[0]
    desk.keeping.changed.emit()
    assert page.waiting.lines[0] is before


def test_each_button_leads_to_where_it_is_done(session_id, page, desk):
    page.show()
    page.waiting.lines[0].button.click()
    assert desk.places.here == Place("session", session_id, "print")
    page.waiting.lines[1].button.click()
    assert desk.places.here == Place("settings", tab="recovery")


def test_damage_is_said_to_be_now_and_not_before_the_doors(page, desk):
    page.show()
    desk.keeping.safety = replace(desk.keeping.safety, damaged=True)
    desk.keeping.changed.emit()
    assert waits(page)[0] == ("Records", "Now", "Restore a backup")
    assert page.waiting.lines[0].light.accessibleName().startswith("Records: now. The records are damaged.")
