"""A plan out of a spreadsheet comes into a session all at once, however long it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.agenda.commands import add_block, append_blocks
from app.agenda.drafts import DraftBlock
from app.agenda.errors import BlockNeedsTitle, MinutesOutOfOrder, PinSkipped
from app.agenda.library import PlannedMaterial
from app.agenda.queries import plan_of
from app.agenda.row_words import other_start_words
from app.agenda.taking import other_start, take_plan
from app.workspace import Workspace
from db.journal import Op
from db.types import SessionId
from tests.builders import add_session


@pytest.fixture
def session_id(workspace: Workspace) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        return add_session(tx).id


def talks(count: int) -> list[DraftBlock]:
    return [DraftBlock(f"Talk {number}", 5, materials=(PlannedMaterial("Pens"),)) for number in range(count)]


@contextmanager
def questions(tx: Session) -> Iterator[list[str]]:
    """What is asked of the records meanwhile."""
    asked: list[str] = []

    def note(_connection, _cursor, statement, *_more):
        if statement.startswith("SELECT"):
            asked.append(statement)

    engine = tx.get_bind().engine
    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)


def test_a_long_plan_asks_no_more_of_the_records_than_a_short_one(workspace, session_id):
    asked = []
    for count in (2, 200):
        with workspace.change(Op.IMPORT_PLAN) as tx, questions(tx) as meanwhile:
            take_plan(tx, session_id, talks(count))
        asked.append(len(meanwhile))
    assert asked[0] == asked[1] > 0


def test_what_is_taken_stands_after_what_was_there_and_before_what_comes_later(workspace, session_id):
    with workspace.change(Op.IMPORT_PLAN) as tx:
        add_block(tx, session_id, "Welcome")
        add_block(tx, session_id, "Film")
        assert take_plan(tx, session_id, talks(3)) == 3
        add_block(tx, session_id, "Close")
        titles = [block.title for block in plan_of(tx, session_id).blocks]
    assert titles == ["Welcome", "Film", "Talk 0", "Talk 1", "Talk 2", "Close"]


def test_blocks_added_at_once_are_those_added_one_by_one(workspace, session_id):
    said = [DraftBlock("  A  talk ", 20, least_minutes=5, say="Hello \r\n all "), DraftBlock("Tea", 0)]
    with workspace.change(Op.ADD_BLOCK) as tx:
        other = add_session(tx, "Another").id
        append_blocks(tx, session_id, said)
        add_block(tx, other, "A talk", minutes=20, least_minutes=5, say="Hello\n all")
        add_block(tx, other, "Tea", minutes=0)
        first, second = (
            [
                (block.title, block.minutes, block.least_minutes, block.say and block.say.split())
                for block in plan_of(tx, one).blocks
            ]
            for one in (session_id, other)
        )
    assert first == second


def test_a_pin_that_the_clocks_skip_refuses_all_of_it(workspace):
    with workspace.change(Op.ADD_SESSION) as tx:
        other = add_session(tx, "Spring", held_on=date(2027, 3, 28)).id
    with pytest.raises(PinSkipped), workspace.change(Op.IMPORT_PLAN) as tx:
        take_plan(tx, other, [*talks(2), DraftBlock("Late", 5, pinned_at=time(1, 30))])
    with workspace.read() as tx:
        assert plan_of(tx, other).blocks == ()


@pytest.mark.parametrize(
    ("file", "session", "said"),
    [
        (time(9, 30), time(10), "The file begins at 9:30, the session at 10:00. Nothing of the session was changed."),
        (
            time(0),
            None,
            "The file begins at 0:00, the session has no beginning yet. Nothing of the session was changed.",
        ),
        (time(10), time(10), None),
        (None, time(10), None),
    ],
)
def test_a_file_that_begins_at_another_time_is_told(workspace, file, session, said):
    with workspace.change(Op.ADD_SESSION) as tx:
        other = other_start(tx, add_session(tx, "Another", starts_at=session, ends_at=None).id, file)
    assert (other and other_start_words(other)) == said


def test_a_file_that_comes_after_other_blocks_begins_when_they_end(workspace, session_id):
    with workspace.change(Op.ADD_BLOCK) as tx:
        add_block(tx, session_id, "Welcome")
        assert other_start(tx, session_id, time(9, 30)) is None


@pytest.mark.parametrize(
    ("block", "error"),
    [(DraftBlock(" ", 5), BlockNeedsTitle), (DraftBlock("Talk", 5, least_minutes=6), MinutesOutOfOrder)],
)
def test_what_no_plan_can_hold_refuses_all_of_it(workspace, session_id, block, error):
    with pytest.raises(error), workspace.change(Op.IMPORT_PLAN) as tx:
        take_plan(tx, session_id, [*talks(2), block])
    with workspace.read() as tx:
        assert plan_of(tx, session_id).blocks == ()
