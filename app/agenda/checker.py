# SPDX-License-Identifier: GPL-3.0-or-later
"""What a plan lacks, said kindly, each with what would mend it where one step does. Pure: no database, no clock.

It speaks up and never stops anybody: a plan without a break may be right.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.agenda.limits import Limits
from app.agenda.past import Longer
from app.agenda.rules import Slot, Timeline, minutes_between
from db.search import fold
from db.types import BlockId, BlockKind, Spectrum

RESTS = (BlockKind.BREAK, BlockKind.MEAL)
CO_PRODUCTION = "coproduc"


@dataclass(frozen=True, slots=True)
class Checked:
    """One block of the session itself, as far as it is checked."""

    block_id: BlockId
    kind: BlockKind
    title: str
    already_made: bool = False


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


Finding = NoWelcome | NoClosing | NoBreak | NoSlack | PastEnd | DecidedBefore | NoWellbeingPerson | TookLonger


def findings(plan: CheckedPlan, limits: Limits) -> tuple[Finding, ...]:
    """Return what a plan lacks, the gravest first; an empty plan lacks nothing yet."""
    return tuple(_found(plan, limits)) if plan.blocks else ()


def _found(plan: CheckedPlan, limits: Limits) -> Iterator[Finding]:
    if plan.times.over is not None and plan.times.over > 0:
        yield PastEnd(plan.times.over)
    if plan.decided and _is_co_production(plan):
        yield DecidedBefore(plan.decided)
    kinds = {block.kind for block in plan.blocks}
    if BlockKind.WELCOME not in kinds:
        yield NoWelcome(AddBlock(BlockKind.WELCOME, 5, plan.blocks[0].block_id))
    yield from _stretches(plan, limits)
    if BlockKind.CLOSING not in kinds:
        yield NoClosing(AddBlock(BlockKind.CLOSING, 5, None))
    if not plan.wellbeing:
        yield NoWellbeingPerson()
    if _lasts(plan) >= limits.slack_from and not _has_slack(plan):
        yield NoSlack(AddBlock(BlockKind.BUFFER, limits.slack_minutes, _before_last_part(plan.blocks)))
    if plan.longer:
        yield TookLonger(plan.longer)


def _is_co_production(plan: CheckedPlan) -> bool:
    called = fold(plan.title).replace("-", "").replace(" ", "")
    return plan.spectrum is Spectrum.CO_PRODUCE or CO_PRODUCTION in called


def _lasts(plan: CheckedPlan) -> int:
    return minutes_between(plan.times.frame.start, plan.times.end)


def _has_slack(plan: CheckedPlan) -> bool:
    gaps = any(plan.times.slots[block.block_id].gap for block in plan.blocks)
    spare = plan.times.over is not None and plan.times.over < 0
    return gaps or spare or any(block.kind is BlockKind.BUFFER for block in plan.blocks)


def _before_last_part(blocks: Sequence[Checked]) -> BlockId | None:
    """Return the last main part, so that what was late before it is caught; the closing is no main part."""
    parts = [block.block_id for block in blocks if block.kind is BlockKind.ACTIVITY]
    return parts[-1] if parts else None


def _stretches(plan: CheckedPlan, limits: Limits) -> Iterator[NoBreak]:
    """Yield each stretch without a rest that is longer than the limit."""
    limit = limits.break_within_for_needs if plan.breaks_needed else limits.break_within
    for stretch in _without_rest(plan.blocks):
        slots = [plan.times.slots[block.block_id] for block in stretch]
        lasts = minutes_between(slots[0].start, max(slot.end for slot in slots))
        if lasts > limit:
            at = _due(stretch, slots, limit)
            fix = None if at is None else AddBlock(BlockKind.BREAK, limits.break_minutes, at)
            yield NoBreak(stretch[0].title, lasts, limit, plan.breaks_needed, fix)


def _without_rest(blocks: Iterable[Checked]) -> Iterator[list[Checked]]:
    stretch: list[Checked] = []
    for block in blocks:
        if block.kind not in RESTS:
            stretch.append(block)
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _due(stretch: Sequence[Checked], slots: Sequence[Slot], limit: int) -> BlockId | None:
    """Return before which block a break keeps within the limit; None where the first alone is longer."""
    begun = slots[0].start
    within = [number for number, slot in enumerate(slots[:-1]) if minutes_between(begun, slot.end) <= limit]
    return stretch[within[-1] + 1].block_id if within else None
