"""What a plan lacks: each finding alone, and what mends it."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.agenda.checker import (
    AddBlock,
    Checked,
    CheckedPlan,
    DecidedBefore,
    NoBreak,
    NoClosing,
    NoSlack,
    NoWelcome,
    NoWellbeingPerson,
    PastEnd,
    findings,
)
from app.agenda.limits import limits
from app.agenda.rules import Timed, frame_of, timeline
from app.agenda.words import finding_title, finding_words, fix_words
from db.types import BlockId, BlockKind, Spectrum

GOOD = (("welcome", 10), ("activity", 40), ("break", 15), ("activity", 45), ("buffer", 10), ("closing", 10))


def plan(blocks: tuple[tuple[str, int], ...] = GOOD, *, ends: time | None = time(13), **known: object) -> CheckedPlan:
    named = [(BlockId(str(number)), BlockKind(kind), minutes) for number, (kind, minutes) in enumerate(blocks)]
    frame = frame_of(date(2026, 11, 26), time(10), ends)
    times = timeline((Timed(name, kind, minutes) for name, kind, minutes in named), frame)
    checked = tuple(Checked(name, kind, f"{kind} {name}") for name, kind, minutes in named)
    made = CheckedPlan("Joint event", Spectrum.CO_DESIGN, checked, (), times, breaks_needed=False, wellbeing=True)
    return replace(made, **known)  # type: ignore[arg-type]


def found(made: CheckedPlan) -> tuple[object, ...]:
    return findings(made, limits())


def test_a_good_plan_lacks_nothing():
    assert found(plan()) == ()


def test_an_empty_plan_lacks_nothing_yet():
    assert found(plan((), wellbeing=False)) == ()


def test_a_welcome_is_put_first():
    assert found(plan(GOOD[1:])) == (NoWelcome(AddBlock(BlockKind.WELCOME, 5, BlockId("0"))),)


def test_a_closing_is_put_last():
    assert found(plan(GOOD[:-1])) == (NoClosing(AddBlock(BlockKind.CLOSING, 5, None)),)


@pytest.mark.parametrize(("minutes", "lacks"), [(80, False), (81, True)])
def test_a_break_is_asked_for_after_ninety_minutes(minutes, lacks):
    blocks = (("welcome", 10), ("activity", minutes), ("meal", 45), ("closing", 10))
    assert any(isinstance(one, NoBreak) for one in found(plan(blocks))) is lacks


def test_a_break_is_put_where_it_keeps_within_the_limit():
    blocks = (("welcome", 10), ("activity", 40), ("activity", 40), ("activity", 20), ("closing", 10))
    (no_break,) = found(plan(blocks, ends=time(14)))
    assert no_break == NoBreak("welcome 0", 120, 90, for_needs=False, fix=AddBlock(BlockKind.BREAK, 15, BlockId("3")))


def test_a_break_comes_sooner_where_somebody_needs_it():
    blocks = (("welcome", 10), ("activity", 40), ("activity", 20), ("closing", 10))
    (no_break,) = found(plan(blocks, breaks_needed=True))
    assert no_break == NoBreak("welcome 0", 80, 60, for_needs=True, fix=AddBlock(BlockKind.BREAK, 15, BlockId("2")))


def test_no_step_mends_one_block_that_is_too_long():
    (no_break,) = found(plan((("welcome", 100), ("closing", 10)), ends=time(14)))
    assert no_break.fix is None


def test_time_after_the_end_is_told_in_minutes():
    assert found(plan(ends=time(12))) == (PastEnd(10),)


def test_time_to_spare_is_asked_for_between_the_main_parts():
    blocks = tuple(one for one in GOOD if one[0] != "buffer")
    assert found(plan(blocks, ends=time(12))) == (NoSlack(AddBlock(BlockKind.BUFFER, 10, BlockId("3"))),)
    assert found(plan(blocks, ends=time(12, 5))) == ()


def test_a_short_plan_needs_no_time_to_spare():
    assert found(plan((("welcome", 10), ("activity", 60), ("closing", 10)), ends=time(11, 20))) == ()


@pytest.mark.parametrize(
    ("title", "spectrum", "told"),
    [
        ("Co-production day", Spectrum.ENGAGE, True),
        ("Joint event", Spectrum.CO_PRODUCE, True),
        ("Joint event", Spectrum.CO_DESIGN, False),
    ],
)
def test_what_is_decided_already_is_told_under_co_production_alone(title, spectrum, told):
    made = plan(title=title, spectrum=spectrum, decided=("The budget",))
    assert (found(made) == (DecidedBefore(("The budget",)),)) is told


def test_a_wellbeing_person_is_asked_for():
    assert found(plan(wellbeing=False)) == (NoWellbeingPerson(),)


@given(st.lists(st.tuples(st.sampled_from([kind.value for kind in BlockKind]), st.integers(0, 200)), max_size=10))
def test_whatever_is_planned_is_told_in_words_and_mended_before_a_block_that_is_there(blocks):
    made = plan(tuple(blocks), wellbeing=False, decided=("The budget",), title="Co-production")
    for finding in found(made):
        assert finding_title(finding).endswith(".")
        assert finding_words(finding).endswith(".")
        if finding.fix is not None:
            assert fix_words(finding.fix)
            assert finding.fix.before in {None, *(block.block_id for block in made.blocks)}
