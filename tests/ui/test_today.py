"""Today: what is next, is it ready, what comes after."""

from datetime import date, time

import pytest

from db.journal import Op
from db.models import DesignSession
from db.types import Spectrum, Status
from tests.builders import add_attendance, add_person, add_session, add_venue
from ui.actions import Action
from ui.places import Place
from ui.today.page import TodayPage


@pytest.fixture
def session_id(workspace):
    with workspace.change(Op.ADD_SESSION) as tx:
        venue = add_venue(tx, capacity=60, muster_point="Car park").id
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
