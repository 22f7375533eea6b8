"""Projects, venues and sessions: added, changed one field at a time, copied, and kept while something rests on them."""

from datetime import date, datetime, time

import pytest

from app.errors import NotFound
from app.sessions import commands, errors
from app.sessions.fields import capacity_in
from app.sessions.queries import session_header
from app.workspace import Workspace
from db.journal import Op
from db.models import Attendance, DesignSession, Project, Venue, VenueAccess
from db.types import Answer, Method, SessionId, Spectrum, Stage
from tests.builders import add_attendance, add_person, add_session, add_venue


@pytest.fixture
def session_id(workspace: Workspace) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        return add_session(tx, purpose="Agree three changes").id


def test_a_session_is_added_to_a_project_without_day_or_place(workspace):
    with workspace.change(Op.ADD_SESSION) as tx:
        added = commands.add_session(tx, commands.add_project(tx, " Clear letters "), "Listening café")
    with workspace.read() as tx:
        session = tx.get_one(DesignSession, added)
        assert (session.title, session.held_on) == ("Listening café", None)
        assert tx.get_one(Project, session.project_id).title == "Clear letters"


@pytest.mark.parametrize("add", [commands.add_project, commands.add_venue])
def test_a_blank_name_is_refused(workspace, add):
    with pytest.raises(errors.TitleMissing), workspace.change(Op.ADD_PROJECT) as tx:
        add(tx, "  ")


def test_changing_one_field_leaves_the_others(workspace, session_id):
    with workspace.change(Op.CHANGE_SESSION) as tx:
        commands.change_session(tx, session_id, purpose="  ", spectrum=Spectrum.CO_DESIGN)
    with workspace.read() as tx:
        session = tx.get_one(DesignSession, session_id)
    assert (session.purpose, session.spectrum, session.starts_at) == (None, Spectrum.CO_DESIGN, time(10))


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"ends_at": time(10)}, errors.EndsBeforeStart),
        ({"starts_at": time(13)}, errors.EndsBeforeStart),
        ({"doors_at": time(10, 1)}, errors.DoorsAfterStart),
        ({"title": " "}, errors.TitleMissing),
        ({"venue_id": "nowhere"}, NotFound),
        ({"project_id": "nothing"}, NotFound),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(workspace, session_id, heard, values, refusal):
    with pytest.raises(refusal), workspace.change(Op.CHANGE_SESSION) as tx:
        commands.change_session(tx, session_id, **values)
    assert heard == []


def test_a_duplicate_is_like_its_original_in_all_but_the_day(workspace, session_id):
    with workspace.change(Op.DUPLICATE_SESSION) as tx:
        copy_id = commands.duplicate_session(tx, session_id)
    with workspace.read() as tx:
        copy, original = tx.get_one(DesignSession, copy_id), tx.get_one(DesignSession, session_id)
        assert (copy.purpose, copy.starts_at, copy.held_on) == (original.purpose, original.starts_at, None)
        assert tx.query(Attendance).all() == []


def test_a_duplicate_names_the_same_people_to_call(workspace, session_id):
    called = {"wellbeing_name": "Gwen", "wellbeing_phone": "07700 900417", "safeguarding_name": "Odalys"}
    with workspace.change(Op.CHANGE_SESSION) as tx:
        commands.change_session(tx, session_id, **called, safeguarding_phone="01632 960241")
        copy_id = commands.duplicate_session(tx, session_id)
    with workspace.read() as tx:
        header = session_header(tx, copy_id)
    assert (header.wellbeing_name, header.wellbeing_phone) == ("Gwen", "07700 900417")
    assert (header.safeguarding_name, header.safeguarding_phone) == ("Odalys", "01632 960241")


def test_a_session_that_somebody_came_to_is_kept(workspace, session_id):
    with workspace.change(Op.CHECK_IN) as tx:
        here = datetime.fromisoformat("2026-11-26T09:52:00+00:00")
        add_attendance(tx, session_id, add_person(tx).id, arrived_at=here)
    with pytest.raises(errors.SomebodyArrived) as refused, workspace.change(Op.DELETE_SESSION) as tx:
        commands.delete_session(tx, session_id)
    assert refused.value.people == 1


def test_deleting_a_session_takes_its_invitations_with_it(workspace, session_id):
    with workspace.change(Op.INVITE) as tx:
        add_attendance(tx, session_id, add_person(tx).id)
    with workspace.change(Op.DELETE_SESSION) as tx:
        commands.delete_session(tx, session_id)
    with workspace.read() as tx:
        assert (tx.query(DesignSession).all(), tx.query(Attendance).all()) == ([], [])


def test_a_project_and_a_venue_with_sessions_are_kept(workspace, session_id):
    with workspace.change(Op.CHANGE_SESSION) as tx:
        session = tx.get_one(DesignSession, session_id)
        session.venue_id = add_venue(tx).id
    for delete, row_id in ((commands.delete_project, session.project_id), (commands.delete_venue, session.venue_id)):
        with pytest.raises(errors.SessionsRest), workspace.change(Op.DELETE_PROJECT) as tx:
            delete(tx, row_id)


def test_a_project_goes_with_its_resources_and_a_venue_with_its_checklist(workspace):
    with workspace.change(Op.ADD_PROJECT) as tx:
        project, venue = commands.add_project(tx, "Clear letters"), commands.add_venue(tx, "Oakfield")
        commands.add_resource(tx, project, title="", location="https://example.org/letters")
        commands.answer_access(tx, venue, "step_free", answer=Answer.YES, note=None)
    with workspace.change(Op.DELETE_PROJECT) as tx:
        commands.delete_project(tx, project)
        commands.delete_venue(tx, venue)
    with workspace.read() as tx:
        assert [tx.query(model).count() for model in (Project, Venue, VenueAccess)] == [0, 0, 0]


def test_a_resource_is_changed_and_taken_away(workspace):
    with workspace.change(Op.CHANGE_PROJECT) as tx:
        project = commands.add_project(tx, "Clear letters")
        resource = commands.add_resource(tx, project, title=" Old letter ", location="Z:/letters/old.pdf")
        commands.change_resource(tx, resource, title="The letter as it is")
        with pytest.raises(errors.TitleMissing):
            commands.change_resource(tx, resource, location="")
        commands.delete_resource(tx, resource)
        with pytest.raises(NotFound):
            commands.delete_resource(tx, resource)


def test_an_access_item_is_answered_again_on_the_same_row(workspace):
    with workspace.change(Op.ADD_VENUE) as tx:
        venue = add_venue(tx).id
    for answer in (Answer.UNKNOWN, Answer.YES):
        with workspace.change(Op.CHANGE_VENUE) as tx:
            commands.answer_access(tx, venue, "hearing_loop", answer=answer, note=" tested ")
    with workspace.read() as tx:
        (row,) = tx.query(VenueAccess)
        assert (row.answer, row.note) == (Answer.YES, "tested")


def test_a_venue_is_changed_and_keeps_its_name(workspace):
    with workspace.change(Op.CHANGE_VENUE) as tx:
        venue = add_venue(tx).id
        commands.change_venue(tx, venue, capacity=60, name="Oakfield ")
        with pytest.raises(errors.TitleMissing):
            commands.change_venue(tx, venue, name="")
        assert (tx.get_one(Venue, venue).name, tx.get_one(Venue, venue).capacity) == ("Oakfield", 60)


def test_a_project_says_why_it_works_as_it_does(workspace):
    with workspace.change(Op.CHANGE_PROJECT) as tx:
        project = commands.add_project(tx, "Clear letters")
        commands.change_project(
            tx, project, title="Letters", approach=Spectrum.CONSULT, approach_reason="The text is set by law."
        )
        assert tx.get_one(Project, project).approach is Spectrum.CONSULT


def test_a_session_belongs_to_a_stage_of_the_method_of_its_project_and_keeps_it_without_one(workspace):
    with workspace.change(Op.CHANGE_PROJECT) as tx:
        project = commands.add_project(tx, "Clear letters")
        commands.change_project(tx, project, method=Method.EBCD)
        session = commands.add_session(tx, project, "Staff tell", stage=Stage.STAFF_FEEDBACK)
        commands.change_project(tx, project, method=None)
        header = session_header(tx, session)
    assert (header.method, header.stage) == (None, Stage.STAFF_FEEDBACK)


@pytest.mark.parametrize("typed", ["-1", "0", "sixty", "1e3", "9999999", "2.5"])
def test_a_capacity_is_a_whole_number_of_people(typed):
    with pytest.raises(errors.NotACapacity):
        capacity_in(typed)


@pytest.mark.parametrize(("typed", "people"), [("", None), (" 60 ", 60)])
def test_a_capacity_may_be_left_open(typed, people):
    assert capacity_in(typed) == people


def test_held_on_is_a_day_of_the_calendar(workspace, session_id):
    with workspace.change(Op.CHANGE_SESSION) as tx:
        commands.change_session(tx, session_id, held_on=date(2027, 2, 28))
        assert tx.get_one(DesignSession, session_id).held_on == date(2027, 2, 28)
