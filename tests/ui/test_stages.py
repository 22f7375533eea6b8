"""A project that follows Experience-Based Co-Design: its stages on its card, and the stage of each session."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.agenda.queries import plan_of
from app.sessions.beginning import template_of
from app.sessions.commands import change_project, change_session
from app.sessions.queries import session_header, sessions_list
from app.sessions.staged import project_stages
from db.journal import Op
from db.types import Method, Role, Stage, Status
from tests.builders import add_attendance, add_person, add_project, add_session, add_venue
from ui.parts.text import Hint
from ui.places import Place
from ui.sessions.page import SessionsPage
from ui.sessions.session import SessionPage


@pytest.fixture
def project_id(workspace):
    with workspace.change(Op.ADD_PROJECT) as tx:
        return add_project(tx, method=Method.EBCD).id


@pytest.fixture
def card(desk, shown, project_id):
    page = SessionsPage(desk)
    page.show_place(Place("sessions", project_id, "projects"))
    shown(page)
    return page.listing.card


def add(workspace, project_id, stage, **given):
    with workspace.change(Op.ADD_SESSION) as tx:
        return add_session(tx, f"On {stage}", project_id=project_id, stage=stage, **given).id


def leave(field, text):
    field._show(text)
    field.leave()


def test_a_project_follows_no_method_until_one_is_chosen(workspace, card, project_id):
    with workspace.change(Op.CHANGE_PROJECT) as tx:
        change_project(tx, project_id, method=None)
    assert not card.stages.isVisible()
    leave(card.fields["method"], Method.EBCD)
    assert card.stages.isVisible()
    assert [line.title.text() for line in card.stages.lines][:2] == ["1. Set-up", "2. Staff feedback"]
    assert [line.state.text() for line in card.stages.lines][:2] == ["Next", "Nothing planned yet"]


def test_sessions_stand_at_their_stage_and_those_without_one_below(workspace, card, project_id, desk):
    joint = add(workspace, project_id, Stage.JOINT_EVENT)
    add(workspace, project_id, None, held_on=None)
    stages = card.stages
    assert [len(line.sessions) for line in stages.lines] == [0, 0, 0, 1, 0, 0]
    assert [button.text() for button in stages.unstaged] == ["No day yet: On None"]
    assert stages.lines[3].state.text() == "Held or planned"
    stages.lines[3].sessions[0].click()
    assert desk.places.here == Place("session", joint)


def test_one_press_adds_a_session_for_what_comes_next(qtbot, workspace, card, project_id, desk):
    add(workspace, project_id, Stage.SET_UP)
    card.stages.add.setFocus()
    qtbot.keyClick(card.stages.add, Qt.Key.Key_Return)
    with workspace.read() as tx:
        (made,) = [row for row in sessions_list(tx) if row.stage is Stage.STAFF_FEEDBACK]
        assert project_stages(tx, project_id).next is Stage.PATIENT_FEEDBACK
        titles = [block.title for block in plan_of(tx, made.id).blocks]
    assert made.title == "Staff feedback"
    assert titles == [block.title for block in template_of(Stage.STAFF_FEEDBACK).blocks]
    assert desk.places.here == Place("session", made.id, "details")


def test_the_plan_that_comes_with_it_is_told_first(workspace, card, project_id):
    told = [hint.text() for hint in card.stages.findChildren(Hint)]
    assert not any("Its plan begins with" in words for words in told)
    add(workspace, project_id, Stage.SET_UP)
    told = [hint.text() for hint in card.stages.findChildren(Hint)]
    assert "Its plan begins with the template “Feedback event for staff”, 90 minutes." in told


def test_when_every_stage_has_a_session_nothing_is_offered(workspace, card, project_id):
    for stage in Stage:
        add(workspace, project_id, stage, held_on=None)
    assert card.stages.add is None


def test_what_is_out_of_order_is_said_and_stops_nothing(workspace, card, project_id):
    add(workspace, project_id, Stage.JOINT_EVENT, held_on=date(2026, 12, 1))
    staff = add(workspace, project_id, Stage.STAFF_FEEDBACK, held_on=date(2026, 12, 8))
    assert [banner.title.text() for banner in card.stages.findings] == [
        "“On joint_event” is before “On staff_feedback”."
    ]
    with workspace.change(Op.CHANGE_SESSION) as tx:
        change_session(tx, staff, held_on=date(2026, 11, 30))
    assert card.stages.findings == []


def test_a_feedback_event_with_both_sides_is_said_unless_one_of_them_stays_away(workspace, card, project_id):
    staff = add(workspace, project_id, Stage.STAFF_FEEDBACK)
    with workspace.change(Op.INVITE) as tx:
        add_attendance(tx, staff, add_person(tx, "Ada").id, roles=(Role.CLINICIAN,))
        carer = add_attendance(tx, staff, add_person(tx, "Bo").id, roles=(Role.CARER,))
    assert [banner.title.text() for banner in card.stages.findings] == [
        "Staff and patients are both asked to “On staff_feedback”."
    ]
    with workspace.change(Op.CHANGE_ATTENDANCE) as tx:
        tx.merge(carer).status = Status.CANCELLED
    assert card.stages.findings == []


def test_feedback_of_both_on_one_day_in_one_place_is_said(workspace, card, project_id):
    with workspace.change(Op.ADD_VENUE) as tx:
        hall = add_venue(tx).id
    for stage in (Stage.STAFF_FEEDBACK, Stage.PATIENT_FEEDBACK):
        add(workspace, project_id, stage, venue_id=hall)
    assert [banner.title.text() for banner in card.stages.findings] == [
        "Staff’s and patients’ feedback are on the same day in the same place."
    ]


def test_what_stands_there_stays_while_nothing_of_it_changes(card):
    before = card.stages.lines[0]
    leave(card.fields["aim"], "Nobody gets lost")
    assert card.stages.lines[0] is before


@pytest.fixture
def session_page(desk, shown, workspace, project_id):
    page = SessionPage(desk)
    page.show_place(Place("session", add(workspace, project_id, None), "details"))
    shown(page)
    return page


def test_the_stage_of_a_session_is_chosen_in_its_details(workspace, session_page):
    field = session_page.tab.fields["stage"]
    assert field.isVisible()
    leave(field, Stage.JOINT_EVENT)
    with workspace.read() as tx:
        assert session_header(tx, session_page.session_id).stage is Stage.JOINT_EVENT


def test_without_a_method_no_stage_is_asked_for_and_the_chosen_one_comes_back(workspace, session_page, project_id):
    field = session_page.tab.fields["stage"]
    leave(field, Stage.JOINT_EVENT)
    with workspace.change(Op.CHANGE_PROJECT) as tx:
        change_project(tx, project_id, method=None)
    assert not field.isVisible()
    with workspace.change(Op.CHANGE_PROJECT) as tx:
        change_project(tx, project_id, method=Method.EBCD)
    assert (field.isVisible(), field.text()) == (True, Stage.JOINT_EVENT)
