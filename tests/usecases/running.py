"""A session with a plan that runs, and what it says."""

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from app.agenda.commands import add_block
from app.agenda.tracks import add_track
from app.live.commands import finish, next_block, start
from app.live.course import LiveState
from app.live.queries import run_of
from app.workspace import Workspace
from db.journal import Op
from db.types import BlockId, BlockKind, SessionId
from tests.builders import add_session
from tests.clocks import TestClock

TEN = datetime(2026, 11, 26, 10, tzinfo=UTC)
PLAN = (
    ("Welcome", BlockKind.WELCOME, 20),
    ("Map of a first visit", BlockKind.ACTIVITY, 40),
    ("Hot drinks", BlockKind.BREAK, 15),
    ("Spare", BlockKind.BUFFER, 10),
    ("Three questions", BlockKind.ACTIVITY, 30),
    ("Thanks", BlockKind.CLOSING, 5),
)


def add_plan(tx: Session, session_id: SessionId, *, origin: str = "") -> dict[str, BlockId]:
    """Blocks from ten to twelve, by title; Three questions has two groups, the first of which does two things."""
    made = {
        title: add_block(
            tx, session_id, title, kind=kind, minutes=minutes, origin=(origin and f"{origin}{title}") or None
        )
        for title, kind, minutes in PLAN
    }
    rooms = made["Three questions"]
    add_track(tx, rooms, title="What must it say?", room="Main Hall")
    add_track(tx, rooms, title="Which words are hard?", room="Room 2")
    for title, minutes in (("Read it", 10), ("Write it", 20)):
        made[title] = add_block(tx, session_id, title, within=rooms, lane=1, minutes=minutes)
    return made


def run_a_session(
    workspace: Workspace, title: str = "Joint event", **given: object
) -> tuple[SessionId, dict[str, BlockId]]:
    """A session that was begun now, and its blocks."""
    with workspace.change(Op.ADD_SESSION) as tx:
        session_id = add_session(tx, title, **given).id
        blocks = add_plan(tx, session_id)
    with workspace.change(Op.START_LIVE) as tx:
        start(tx, session_id, now=workspace.clock.now())
    return session_id, blocks


def run_through(workspace: Workspace, session_id: SessionId, clock: TestClock, minutes: int) -> None:
    """Begin a session, give its first block and the second so many minutes each, and finish it."""
    for op, act in ((Op.START_LIVE, start), (Op.NEXT_BLOCK, next_block), (Op.FINISH_LIVE, finish)):
        with workspace.change(op) as tx:
            act(tx, session_id, now=clock.now())
        clock.pass_time(minutes=minutes)


def says(workspace: Workspace, session_id: SessionId) -> LiveState:
    """What the run says now."""
    now = workspace.clock.now()
    with workspace.read() as tx:
        said = run_of(tx, session_id).at(now)
    assert said is not None
    return said


def at_ten(clock: TestClock) -> None:
    clock.instant = TEN
