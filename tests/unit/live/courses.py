"""Plans and facts in few letters, for tests of what a run says."""

from datetime import UTC, datetime, timedelta
from typing import Any

from app.live.course import MINUTE, Course, Fact, Item, Lane
from app.live.rules import LiveState, state
from db.types import BlockId, BlockKind, LiveKind

TEN = datetime(2026, 11, 26, 10, tzinfo=UTC)


def at(minutes: float) -> datetime:
    """The instant so many minutes after ten."""
    return TEN + timedelta(minutes=minutes)


def item(name: str, minutes: int, start: int, kind: BlockKind = BlockKind.ACTIVITY, **more: Any) -> Item:
    return Item(BlockId(name), kind, minutes, at(start), **more)


def fact(kind: LiveKind, minute: float, block: str | None = None, **more: Any) -> Fact:
    return Fact(kind, at(minute), None if block is None else BlockId(block), **more)


def begun(*more: Fact, at_minute: float = 0) -> list[Fact]:
    return [fact(LiveKind.BEGIN, at_minute), *more]


ROOMS = (
    Lane(1, (item("letter", 20, 60), item("words", 15, 80))),
    Lane(2, (item("look", 35, 60),)),
    Lane(3),
)
MORNING = Course(
    (
        item("welcome", 20, 0, BlockKind.WELCOME),
        item("map", 40, 20, least_minutes=30),
        item("rooms", 35, 60, lanes=ROOMS),
        item("spare", 10, 95, BlockKind.BUFFER),
        item("vote", 10, 105, cut_first=2),
        item("film", 15, 115, cut_first=1),
        item("close", 10, 130, BlockKind.CLOSING, least_minutes=5),
    ),
    end=at(140),
    room_until=at(145),
)
PINNED = Course(
    (item("map", 40, 0), item("lunch", 30, 60, BlockKind.MEAL, pinned=at(60)), item("share", 20, 90)), end=at(110)
)


def live(facts: list[Fact], minute: float, course: Course = MORNING) -> LiveState:
    said = state(course, facts, at(minute))
    assert said is not None
    return said


def shown(said: LiveState) -> tuple[str, float]:
    """The block that runs, and the minutes it has left."""
    return said.clock.item.block_id, said.clock.left / MINUTE
