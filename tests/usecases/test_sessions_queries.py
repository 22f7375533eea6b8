"""The list of sessions, what is next, and whether a session is ready."""

from datetime import UTC, date, datetime, time

import pytest

from app.attendance.commands import invite, set_status
from app.errors import NotFound
from app.sessions import commands, queries
from app.sessions.readiness import DecidedAlready, NextStep, NoLivedExperience, Pea, PeopleReady, RolesMissing
from app.sessions.years import years_list
from app.workspace import Workspace
from db.journal import Op
from db.models import Block, Headcount, Need, Project
from db.models.attendance import attendance_id
from db.types import Answer, Light, Method, NeedStatus, RecordId, Role, SessionId, Spectrum, Stage, Status
from tests.builders import add_attendance, add_person, add_project, add_session, add_venue, know_venue

TODAY = date(2026, 11, 26)


@pytest.fixture
def sessions(workspace: Workspace) -> dict[str, SessionId]:
    days = {"Before": date(2026, 11, 1), "Now": TODAY, "Later": date(2026, 12, 10), "Some day": None}
    with workspace.change(Op.ADD_SESSION) as tx:
        letters, signs = add_project(tx).id, add_project(tx, "Signs").id
        return {
            title: add_session(tx, title, held_on=day, project_id=signs if title == "Later" else letters).id
            for title, day in days.items()
        }


def titles(rows):
    return [row.title for row in rows]


def test_coming_sessions_stand_nearest_first_and_past_ones_latest_first(workspace, sessions):
    with workspace.read() as tx:
        assert titles(queries.coming_sessions(tx, TODAY)) == ["Now", "Later", "Some day"]
        assert titles(queries.past_sessions(tx, TODAY)) == ["Before"]
        assert titles(queries.sessions_list(tx)) == ["Later", "Now", "Before", "Some day"]


def test_sessions_are_found_by_title_project_and_venue(workspace, sessions):
    with workspace.change(Op.CHANGE_SESSION) as tx:
        commands.change_session(tx, sessions["Now"], venue_id=add_venue(tx, "Whitley Library").id)
    with workspace.read() as tx:
        assert titles(queries.coming_sessions(tx, TODAY, typed="whit")) == ["Now"]
        assert titles(queries.coming_sessions(tx, TODAY, typed="sig la")) == ["Later"]
        project = queries.projects_list(tx, "sig")[0].id
        assert titles(queries.sessions_list(tx, project)) == ["Later"]


def test_a_session_in_the_list_says_how_many_are_asked_and_came(workspace, sessions):
    with workspace.change(Op.INVITE) as tx:
        people = [add_person(tx, name).id for name in ("Mo", "Jo", "Ada")]
        invite(tx, sessions["Now"], people, Role.STAFF)
        set_status(tx, attendance_id(sessions["Now"], people[0]), Status.DECLINED)
    with workspace.read() as tx:
        (row,) = [row for row in queries.sessions_list(tx) if row.title == "Now"]
    assert (row.asked, row.came, row.project) == (2, 0, "Clear letters")


@pytest.mark.parametrize(
    ("now", "title"),
    [
        pytest.param(datetime(2026, 11, 20, 9, 0, tzinfo=UTC), "Now", id="days before"),
        pytest.param(datetime(2026, 11, 26, 12, 29, tzinfo=UTC), "Now", id="while it is on"),
        pytest.param(datetime(2026, 11, 26, 12, 30, tzinfo=UTC), "Now", id="on the day, when it has ended"),
        pytest.param(datetime(2026, 11, 27, 0, 5, tzinfo=UTC), "Later", id="the day after"),
        pytest.param(datetime(2026, 12, 31, 9, 0, tzinfo=UTC), None, id="nothing planned"),
    ],
)
def test_the_next_session_is_the_one_that_is_on_or_comes(workspace, sessions, now, title):
    with workspace.read() as tx:
        assert queries.session_next(tx, now) == sessions.get(title)


def test_of_two_sessions_on_one_day_the_one_to_come_goes_before_the_one_that_is_over(workspace, sessions):
    with workspace.change(Op.CHANGE_SESSION) as tx:
        afternoon = commands.duplicate_session(tx, sessions["Now"])
        commands.change_session(tx, afternoon, held_on=TODAY, starts_at=time(14), ends_at=time(15))
        at = {
            moment: queries.session_next(tx, datetime(2026, 11, 26, moment, 0, tzinfo=UTC)) for moment in (11, 13, 16)
        }
    assert at == {11: sessions["Now"], 13: afternoon, 16: afternoon}


def test_a_session_without_an_end_is_on_until_midnight(workspace, sessions):
    with workspace.change(Op.CHANGE_SESSION) as tx:
        commands.change_session(tx, sessions["Now"], ends_at=None)
        assert queries.session_next(tx, datetime(2026, 11, 26, 23, 0, tzinfo=UTC)) == sessions["Now"]


def test_the_header_names_project_and_venue(workspace, sessions):
    with workspace.change(Op.CHANGE_SESSION) as tx:
        venue = add_venue(tx, muster_point="By the oak").id
        commands.change_session(tx, sessions["Now"], venue_id=venue)
        header = queries.session_header(tx, sessions["Now"])
    assert (header.project, header.venue, header.muster_point) == (
        "Clear letters",
        "Oakfield Community Centre",
        "By the oak",
    )


@pytest.mark.parametrize("ask", [queries.session_header, queries.readiness, queries.project_card, queries.venue_card])
def test_what_is_not_there_is_not_found(workspace, ask):
    with pytest.raises(NotFound), workspace.read() as tx:
        ask(tx, SessionId("nothing"))


def test_a_venue_card_has_every_item_of_the_checklist(workspace):
    with workspace.change(Op.CHANGE_VENUE) as tx:
        venue = add_venue(tx, capacity=60).id
        commands.answer_access(tx, venue, "hearing_loop", answer=Answer.YES, note="Tested in May")
    with workspace.read() as tx:
        card = queries.venue_card(tx, venue)
        assert [row.capacity for row in queries.venues_list(tx, "oak")] == [60]
    known = {row.item: (row.answer, row.note) for row in card.access if row.answer is not Answer.UNKNOWN}
    assert known == {"hearing_loop": (Answer.YES, "Tested in May")}
    assert len(card.access) > len(known)


def test_a_project_card_lists_its_resources(workspace):
    with workspace.change(Op.CHANGE_PROJECT) as tx:
        project = add_project(tx, aim="Letters that people understand").id
        for title in ("Old letter", "Guide"):
            commands.add_resource(tx, project, title=title, location="Z:/letters")
        card = queries.project_card(tx, project)
    assert [resource.title for resource in card.resources] == ["Guide", "Old letter"]


def test_a_bare_session_has_everything_to_do(workspace, sessions):
    with workspace.read() as tx:
        ready = queries.readiness(tx, sessions["Now"])
    assert [one.light for one in ready.lights.values()] == [Light.NOT_ASKED] * 3
    assert ready.to_do == 3


def test_a_prepared_session_is_ready(workspace, sessions):
    with workspace.change(Op.CHANGE_SESSION) as tx:
        venue = add_venue(tx, capacity=60, muster_point="By the oak").id
        person = add_person(tx).id
        tx.add(Need(person_id=person, kind="hearing_loop", status=NeedStatus.CONFIRMED))
        know_venue(tx, venue, "hearing_loop")
        said = {"purpose": "Agree three changes", "fixed": "The law", "open": "The words"}
        said |= {"wellbeing_name": "Gwen", "safeguarding_name": "Odalys"}
        commands.change_session(tx, sessions["Now"], venue_id=venue, spectrum=Spectrum.CO_DESIGN, **said)
        invite(tx, sessions["Now"], [person], Role.CARER)
        set_status(tx, attendance_id(sessions["Now"], person), Status.ACCEPTED)
    with workspace.read() as tx:
        ready = queries.readiness(tx, sessions["Now"])
    assert ([one.light for one in ready.lights.values()], ready.to_do) == ([Light.READY] * 3, 0)


def test_a_need_that_the_venue_was_not_asked_about_is_to_do_unless_the_person_stays_away(workspace, sessions):
    with workspace.change(Op.CHANGE_SESSION) as tx:
        person = add_person(tx).id
        tx.add(Need(person_id=person, kind="hearing_loop", status=NeedStatus.ASKED))
        venue = add_venue(tx, capacity=60, muster_point="By the oak").id
        know_venue(tx, venue)
        commands.change_session(tx, sessions["Now"], venue_id=venue, starts_at=time(10))
        invite(tx, sessions["Now"], [person], Role.CARER)
    with workspace.change(Op.CHANGE_ATTENDANCE) as tx:
        before = queries.readiness(tx, sessions["Now"])
        set_status(tx, attendance_id(sessions["Now"], person), Status.CANCELLED)
        after = queries.readiness(tx, sessions["Now"])
    assert before.lights[Pea.PEOPLE].next_step is NextStep.ARRANGE_NEEDS
    assert before.lights[Pea.PLACE].next_step is NextStep.ASK_VENUE
    assert (after.lights[Pea.PEOPLE].light, after.lights[Pea.PLACE].light) == (Light.TODO, Light.READY)


def light(workspace, session_id, pea):
    with workspace.read() as tx:
        return queries.readiness(tx, session_id).lights[pea]


@pytest.fixture
def staged(workspace) -> SessionId:
    """A session of a project by stages, with a wellbeing person, a safeguarding lead, and a nurse who comes."""
    with workspace.change(Op.ADD_SESSION) as tx:
        project = add_project(tx, method=Method.EBCD).id
        made = add_session(tx, project_id=project, wellbeing_name="Gwen", safeguarding_name="Odalys").id
        add_attendance(tx, made, add_person(tx).id, status=Status.ACCEPTED, roles=(Role.CLINICIAN,))
    return made


def at_stage(workspace, session_id, stage):
    with workspace.change(Op.CHANGE_SESSION) as tx:
        commands.change_session(tx, session_id, stage=stage)


def test_a_staff_feedback_event_asks_for_staff_and_other_sessions_for_lived_experience(workspace, staged):
    assert light(workspace, staged, Pea.PEOPLE).fact == NoLivedExperience(1)
    at_stage(workspace, staged, Stage.STAFF_FEEDBACK)
    assert light(workspace, staged, Pea.PEOPLE).fact == PeopleReady(1, 0)
    at_stage(workspace, staged, Stage.PATIENT_FEEDBACK)
    assert light(workspace, staged, Pea.PEOPLE).fact == NoLivedExperience(1)


def test_a_joint_event_asks_for_a_mix_of_those_who_come_with_and_without_a_name(workspace, staged):
    at_stage(workspace, staged, Stage.JOINT_EVENT)
    with workspace.change(Op.COUNT_HEADS) as tx:
        tx.add(Headcount(id=RecordId("a"), session_id=staged, role=Role.COMMUNITY, people=2))
    found = light(workspace, staged, Pea.PEOPLE)
    assert (found.fact, found.next_step) == (RolesMissing((Role.CARER, Role.MANAGER)), NextStep.INVITE_MISSING)


def test_a_stage_asks_for_nobody_where_the_project_follows_no_method(workspace, staged):
    at_stage(workspace, staged, Stage.STAFF_FEEDBACK)
    with workspace.change(Op.CHANGE_PROJECT) as tx:
        for project in tx.query(Project):
            project.method = None
    assert light(workspace, staged, Pea.PEOPLE).fact == NoLivedExperience(1)


def test_who_is_in_the_room_without_a_name_needs_a_place_too(workspace, staged):
    with workspace.change(Op.COUNT_HEADS) as tx:
        commands.change_session(tx, staged, venue_id=add_venue(tx, capacity=2).id)
        tx.add(Headcount(id=RecordId("a"), session_id=staged, role=Role.COMMUNITY, people=2))
    assert light(workspace, staged, Pea.PLACE).next_step is NextStep.CHOOSE_LARGER_VENUE


def test_a_title_that_says_co_production_does_not_go_with_a_block_that_is_decided_already(workspace, staged):
    said = {"purpose": "Agree", "fixed": "The law", "open": "The words", "spectrum": Spectrum.CO_PRODUCE}
    with workspace.change(Op.CHANGE_SESSION) as tx:
        commands.change_session(tx, staged, title="Co-production of letters", **said)
        tx.add(Block(session_id=staged, position=1, title="The new date", minutes=10, already_made=True))
    found = light(workspace, staged, Pea.PURPOSE)
    assert (found.fact, found.to_do) == (DecidedAlready(1), 2)  # nor has it a welcome or a closing


def test_the_years_count_what_was_held_until_a_day_by_way_of_working(workspace):
    held = {
        date(2025, 12, 31): Spectrum.ENGAGE,
        date(2026, 1, 1): Spectrum.CO_DESIGN,
        TODAY: None,
        date(2026, 11, 27): Spectrum.INFORM,
        None: Spectrum.INFORM,
    }
    with workspace.change(Op.ADD_SESSION) as tx:
        for day, spectrum in held.items():
            add_session(tx, held_on=day, spectrum=spectrum)
    with workspace.read() as tx:
        this, last = years_list(tx, TODAY)
    assert (this.year, this.sessions, this.levels[Spectrum.CO_DESIGN], this.levels[None]) == (2026, 2, 1, 1)
    assert (last.year, last.sessions, last.levels[Spectrum.ENGAGE], last.levels[Spectrum.INFORM]) == (2025, 1, 1, 0)
