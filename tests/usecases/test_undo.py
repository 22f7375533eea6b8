"""Undo and redo: values from before, written as a new operation."""

import pytest
from sqlalchemy import text

from app.journal.commands import undo
from app.journal.errors import CannotUndo, ChangedSince, RestedOn
from app.journal.queries import latest_dot, redo_target, undo_target
from app.workspace import Workspace
from db.journal import Changes, Dot, Op
from db.models import DesignSession, Person
from db.types import PersonId
from tests.builders import add_attendance, add_person, add_session


@pytest.fixture
def start(workspace: Workspace) -> Dot:
    with workspace.read() as tx:
        return latest_dot(tx)


def add(workspace: Workspace, name: str = "Shirin Akter") -> PersonId:
    with workspace.change(Op.ADD_PERSON) as tx:
        return add_person(tx, name).id


def rename(workspace: Workspace, person_id: PersonId, name: str) -> None:
    with workspace.change(Op.CHANGE_PERSON) as tx:
        tx.get_one(Person, person_id).name = name


def names(workspace: Workspace) -> list[str]:
    with workspace.read() as tx:
        return sorted(person.name for person in tx.query(Person))


def step(workspace: Workspace, start: Dot, op: Op) -> None:
    with workspace.read() as tx:
        target = (undo_target if op is Op.UNDO else redo_target)(tx, start)
    assert target is not None
    with workspace.change(op, undoes=target.dot) as tx:
        undo(tx, target.dot)


def test_undoing_an_addition_takes_the_row_away_and_redoing_brings_it_back(workspace, start):
    add(workspace)
    step(workspace, start, Op.UNDO)
    assert names(workspace) == []
    step(workspace, start, Op.REDO)
    assert names(workspace) == ["Shirin Akter"]


def test_undo_walks_back_through_several_changes_of_one_value_and_redo_forward(workspace, start):
    person = add(workspace, "One")
    rename(workspace, person, "Two")
    rename(workspace, person, "Three")
    seen = []
    for op in (Op.UNDO, Op.UNDO, Op.REDO, Op.UNDO, Op.REDO, Op.REDO, Op.UNDO):
        step(workspace, start, op)
        seen.append(names(workspace))
    assert seen == [["Two"], ["One"], ["Two"], ["One"], ["Two"], ["Three"], ["Two"]]


def test_a_column_that_came_with_an_update_is_emptied_again(workspace, start):
    with workspace.change(Op.ADD_SESSION) as tx:
        session_id = add_session(tx).id
    with workspace.note() as tx:
        tx.execute(
            text("UPDATE journal_entry SET fields = json_remove(fields, '$.wellbeing_name', '$.wellbeing_phone')")
        )
    with workspace.change(Op.CHANGE_SESSION) as tx:
        tx.get_one(DesignSession, session_id).wellbeing_name = "Gwen"
    step(workspace, start, Op.UNDO)
    with workspace.read() as tx:
        assert tx.get_one(DesignSession, session_id).wellbeing_name is None


def test_a_new_change_ends_what_could_be_redone(workspace, start):
    add(workspace, "One")
    step(workspace, start, Op.UNDO)
    add(workspace, "Two")
    with workspace.read() as tx:
        assert redo_target(tx, start) is None


def test_undo_is_refused_when_the_value_was_changed_since(workspace, heard: list[Changes]):
    person = add(workspace, "One")
    rename(workspace, person, "Two")
    rename(workspace, person, "Three")
    with pytest.raises(ChangedSince) as refused, workspace.change(Op.UNDO, undoes=heard[1].dot) as tx:
        undo(tx, heard[1].dot)
    assert refused.value.later_dot == heard[2].dot
    assert names(workspace) == ["Three"]


def test_undoing_an_addition_is_refused_while_something_entered_later_refers_to_it(workspace, heard: list[Changes]):
    person = add(workspace)
    with workspace.change(Op.INVITE) as tx:
        add_attendance(tx, add_session(tx).id, person)
    with pytest.raises(RestedOn) as refused, workspace.change(Op.UNDO, undoes=heard[0].dot) as tx:
        undo(tx, heard[0].dot)
    assert refused.value.table == "attendance"


def test_what_was_done_before_the_start_is_not_offered(workspace, start):
    add(workspace)
    with workspace.read() as tx:
        assert undo_target(tx, latest_dot(tx)) is None


def test_making_the_workspace_cannot_be_undone(workspace, start):
    with pytest.raises(CannotUndo), workspace.change(Op.UNDO, undoes=start) as tx:
        undo(tx, start)
