# SPDX-License-Identifier: GPL-3.0-or-later
"""What a plan lacks, said kindly, each with what would mend it where one step does. Pure: no database, no clock.

It speaks up and never stops anybody: a plan without a break may be right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.agenda.limits import Limits
from app.agenda.past import Longer
from app.agenda.resting import Checked, without_rest
from app.agenda.rules import Slot, Timeline, minutes_between
from app.sessions.titles import says_co_production
from db.types import BlockId, BlockKind, Spectrum


@dataclass(frozen=True, slots=True)
class CheckedPlan:
    """What is known of a plan and its session.

    Attributes:
        title: What the session is called.
        spectrum: Its way of working.
        blocks: The blocks of the session itself, in their order.
        decided: The titles of all blocks, those of tracks too, whose decision is made already.
        times: When each is planned for.
        breaks_needed: Whether somebody who is coming needs breaks.
        wellbeing: Whether a wellbeing person is named.
        longer: The blocks that took longer when they ran before.
    """

    title: str
    spectrum: Spectrum | None
    blocks: tuple[Checked, ...]
    decided: tuple[str, ...]
    times: Timeline
    breaks_needed: bool
    wellbeing: bool
    longer: tuple[Longer, ...] = ()


@dataclass(frozen=True, slots=True)
class AddBlock:
    """A step that mends something: a block of a kind, so long in minutes, before another one or at the end."""

    kind: BlockKind
    minutes: int
    before: BlockId | None


@dataclass(frozen=True, slots=True)
class GiveMinutes:
    """A step that mends something: blocks become as long as is said, in minutes."""

    lengths: tuple[tuple[BlockId, int], ...]


Fix = AddBlock | GiveMinutes


@dataclass(frozen=True, slots=True)
class NoWelcome:
    """Nothing says welcome before the work begins."""

    fix: AddBlock


@dataclass(frozen=True, slots=True)
class LateWelcome:
    """The work begins before anybody is welcomed."""

    welcome: str
    fix: None = None


@dataclass(frozen=True, slots=True)
class EarlyClosing:
    """The work goes on after the closing."""

    closing: str
    fix: None = None


@dataclass(frozen=True, slots=True)
class NoClosing:
    """Nothing closes the session."""

    fix: AddBlock


@dataclass(frozen=True, slots=True)
class NoBreak:
    """People go on for `minutes` from `since`, a block; the limit is shorter where somebody needs breaks."""

    since: str
    minutes: int
    limit: int
    for_needs: bool
    fix: AddBlock | None


@dataclass(frozen=True, slots=True)
class NoSlack:
    """There is no minute to spare between the main parts."""

    fix: AddBlock


@dataclass(frozen=True, slots=True)
class PastEnd:
    """The plan goes on for so many minutes after the room must be empty."""

    minutes: int
    fix: None = None


@dataclass(frozen=True, slots=True)
class DecidedBefore:
    """The session is called co-production, and these blocks tell of what is decided already."""

    blocks: tuple[str, ...]
    fix: None = None


@dataclass(frozen=True, slots=True)
class NoWellbeingPerson:
    """Nobody is named to whom people can go when it becomes too much."""

    fix: None = None


@dataclass(frozen=True, slots=True)
class TookLonger:
    """These blocks took longer when they ran before than they have now."""

    blocks: tuple[Longer, ...]

    @property
    def fix(self) -> GiveMinutes:
        """Give each what it took."""
        return GiveMinutes(tuple((block.block_id, block.past.usual_took) for block in self.blocks))


Finding = (
    NoWelcome
    | LateWelcome
    | NoClosing
    | EarlyClosing
    | NoBreak
    | NoSlack
    | PastEnd
    | DecidedBefore
    | NoWellbeingPerson
    | TookLonger
)


def findings(plan: CheckedPlan, limits: Limits) -> tuple[Finding, ...]:
    """Return what a plan lacks, the gravest first; an empty plan lacks nothing yet."""
    return tuple(_found(plan, limits)) if plan.blocks else ()


def _found(plan: CheckedPlan, limits: Limits) -> Iterator[Finding]:
    if plan.times.over is not None and plan.times.over > 0:
        yield PastEnd(plan.times.over)
    if plan.decided and _is_co_production(plan):
        yield DecidedBefore(plan.decided)
    yield from _beginning(plan, limits)
    yield from _stretches(plan, limits)
    yield from _ending(plan, limits)
    if not plan.wellbeing:
        yield NoWellbeingPerson()
    parts = _places(plan, BlockKind.ACTIVITY)
    if _lasts(plan) >= limits.slack_from and len(parts) > 1 and not _has_slack(plan, parts):
        yield NoSlack(AddBlock(BlockKind.BUFFER, limits.slack_minutes, plan.blocks[parts[-1]].block_id))
    if plan.longer:
        yield TookLonger(plan.longer)


def _is_co_production(plan: CheckedPlan) -> bool:
    return plan.spectrum is Spectrum.CO_PRODUCE or says_co_production(plan.title)


def _lasts(plan: CheckedPlan) -> int:
    return minutes_between(plan.times.frame.start, plan.times.end)


def _beginning(plan: CheckedPlan, limits: Limits) -> Iterator[NoWelcome | LateWelcome]:
    """Yield what is wrong with the welcome: it comes before the first main part."""
    welcomes, parts = _places(plan, BlockKind.WELCOME), _places(plan, BlockKind.ACTIVITY)
    if not welcomes:
        if _is_whole(plan, limits):
            yield NoWelcome(AddBlock(BlockKind.WELCOME, 5, plan.blocks[0].block_id))
    elif parts and parts[0] < welcomes[0]:
        yield LateWelcome(plan.blocks[welcomes[0]].title)


def _ending(plan: CheckedPlan, limits: Limits) -> Iterator[NoClosing | EarlyClosing]:
    """Yield what is wrong with the closing: it comes after the last main part."""
    closings, parts = _places(plan, BlockKind.CLOSING), _places(plan, BlockKind.ACTIVITY)
    if not closings:
        if _is_whole(plan, limits):
            yield NoClosing(AddBlock(BlockKind.CLOSING, 5, None))
    elif parts and closings[-1] < parts[-1]:
        yield EarlyClosing(plan.blocks[closings[-1]].title)


def _is_whole(plan: CheckedPlan, limits: Limits) -> bool:
    """Return whether it is the plan of a whole session, and not of a part of one that is still to be put somewhere."""
    return plan.times.frame.end is not None or _lasts(plan) >= limits.whole_from


def _places(plan: CheckedPlan, kind: BlockKind) -> list[int]:
    return [place for place, block in enumerate(plan.blocks) if block.kind is kind]


def _has_slack(plan: CheckedPlan, parts: Sequence[int]) -> bool:
    """Return whether something that is late can be caught up between the first main part and the last."""
    between = plan.blocks[parts[0] + 1 : parts[-1] + 1]
    slots = plan.times.slots
    return any(
        slots[one.block_id].gap or (one.kind is BlockKind.BUFFER and _minutes(slots[one.block_id])) for one in between
    )


def _minutes(slot: Slot) -> int:
    return minutes_between(slot.start, slot.end)


def _stretches(plan: CheckedPlan, limits: Limits) -> Iterator[NoBreak]:
    """Yield each stretch without a rest that is longer than the limit."""
    limit = limits.break_within_for_needs if plan.breaks_needed else limits.break_within
    for stretch in without_rest(plan.blocks, plan.times.slots):
        if stretch.minutes > limit:
            at = stretch.due(limit, plan.times.slots)
            fix = None if at is None else AddBlock(BlockKind.BREAK, limits.break_minutes, at)
            yield NoBreak(stretch.blocks[0].title, stretch.minutes, limit, plan.breaks_needed, fix)
