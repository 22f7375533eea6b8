"""What a plan lacks: each finding alone, and what mends it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.agenda.checker import (
    AddBlock,
    CheckedPlan,
    DecidedBefore,
    EarlyClosing,
    LateWelcome,
    NoBreak,
    NoClosing,
    NoSlack,
    NoWelcome,
    NoWellbeingPerson,
    PastEnd,
    findings,
)
from app.agenda.limits import limits
from app.agenda.resting import Checked, without_rest
from app.agenda.rules import Timed, TimedTrack, frame_of, timeline
from app.agenda.words import finding_title, finding_words, fix_words
from db.types import BlockId, BlockKind, Spectrum, TrackId

GOOD = (("welcome", 10), ("activity", 40), ("break", 15), ("buffer", 10), ("activity", 45), ("closing", 10))


Tracks = Mapping[int, tuple[tuple[tuple[BlockKind, int], ...], ...]]


def plan(
    blocks: tuple[tuple[str, int], ...] = GOOD,
    *,
    ends: time | None = time(13),
    pins: Mapping[int, time] | None = None,
    tracks: Tracks | None = None,
    **known: object,
) -> CheckedPlan:
    laid, checked = list[Timed](), list[Checked]()
    for number, (kind, minutes) in enumerate(blocks):
        name = BlockId(str(number))
        held = [
            [(BlockId(f"{number}.{lane}.{at}"), *block) for at, block in enumerate(one)]
            for lane, one in enumerate((tracks or {}).get(number, ()))
        ]
        lanes = ((TrackId(f"{number}.{lane}"), tuple(Timed(*block) for block in one)) for lane, one in enumerate(held))
        timed = tuple(TimedTrack(*lane) for lane in lanes)
        laid.append(Timed(name, BlockKind(kind), minutes, (pins or {}).get(number), timed))
        inside = tuple(tuple(Checked(one, kind, one) for one, kind, _minutes in lane) for lane in held)
        checked.append(Checked(name, BlockKind(kind), f"{kind} {name}", inside))
    times = timeline(laid, frame_of(date(2026, 11, 26), time(10), ends))
    made = CheckedPlan(
        "Joint event", Spectrum.CO_DESIGN, tuple(checked), (), times, breaks_needed=False, wellbeing=True
    )
    return replace(made, **known)  # type: ignore[arg-type]


def found(made: CheckedPlan) -> tuple[object, ...]:
    return findings(made, limits())


def breaks(made: CheckedPlan) -> list[NoBreak]:
    return [one for one in found(made) if isinstance(one, NoBreak)]


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
    (no_break,) = breaks(plan(blocks))
    assert no_break == NoBreak("welcome 0", 120, 90, for_needs=False, fix=AddBlock(BlockKind.BREAK, 15, BlockId("3")))


def test_a_break_comes_sooner_where_somebody_needs_it():
    blocks = (("welcome", 10), ("activity", 40), ("activity", 20), ("closing", 10))
    (no_break,) = breaks(plan(blocks, breaks_needed=True))
    assert no_break == NoBreak("welcome 0", 80, 60, for_needs=True, fix=AddBlock(BlockKind.BREAK, 15, BlockId("2")))


def test_no_step_mends_one_block_that_is_too_long():
    (no_break,) = breaks(plan((("welcome", 100), ("closing", 10))))
    assert no_break.fix is None


def test_time_after_the_end_is_told_in_minutes():
    assert found(plan(ends=time(12))) == (PastEnd(10),)


def test_time_to_spare_is_asked_for_between_the_main_parts():
    blocks = tuple(one for one in GOOD if one[0] != "buffer")
    assert found(plan(blocks)) == (NoSlack(AddBlock(BlockKind.BUFFER, 10, BlockId("3"))),)


@pytest.mark.parametrize("place", [0, 1, 4, 5])
def test_time_to_spare_before_the_first_main_part_or_after_the_last_is_none_between_them(place):
    others = [one for one in GOOD if one[0] != "buffer"]
    blocks = (*others[:place], ("buffer", 10), *others[place:])
    assert [type(one) for one in found(plan(blocks))] == [NoSlack]


def test_a_buffer_of_no_minutes_is_no_time_to_spare():
    blocks = tuple((kind, 0 if kind == "buffer" else minutes) for kind, minutes in GOOD)
    assert [type(one) for one in found(plan(blocks))] == [NoSlack]


def test_a_gap_between_the_main_parts_is_time_to_spare():
    blocks = tuple(one for one in GOOD if one[0] != "buffer")
    assert found(plan(blocks, pins={3: time(11, 15)})) == ()


def test_one_main_part_has_no_time_between():
    assert found(plan((("welcome", 5), ("activity", 85), ("closing", 5)))) == (
        NoBreak("welcome 0", 95, 90, for_needs=False, fix=AddBlock(BlockKind.BREAK, 15, BlockId("2"))),
    )


def test_a_welcome_after_the_work_and_a_closing_before_it_are_told():
    blocks = (("closing", 10), *GOOD[1:5], ("welcome", 10))
    assert found(plan(blocks)) == (LateWelcome("welcome 5"), EarlyClosing("closing 0"))


def test_what_is_not_work_may_come_before_the_welcome_and_after_the_closing():
    assert found(plan((("meal", 15), *GOOD, ("meal", 15)), ends=time(14))) == ()


def test_a_part_of_a_session_needs_no_welcome_and_no_closing():
    assert found(plan((("activity", 19),), ends=None)) == ()
    for whole in (plan((("activity", 20),), ends=None), plan((("activity", 19),))):
        assert [type(one) for one in found(whole)] == [NoWelcome, NoClosing]


def test_a_break_of_no_minutes_is_no_rest():
    blocks = (("welcome", 10), ("activity", 50), ("break", 0), ("activity", 50), ("closing", 10))
    assert [one.minutes for one in breaks(plan(blocks))] == [120]


def track(*blocks: tuple[str, int]) -> tuple[tuple[BlockKind, int], ...]:
    return tuple((BlockKind(kind), minutes) for kind, minutes in blocks)


WORK = ("activity", 50)
REST = ("break", 15)


@pytest.mark.parametrize(
    ("tracks", "lasts"),
    [
        ((track(WORK, REST, WORK), track(WORK, REST, WORK)), []),
        ((track(WORK, REST, WORK), track(("activity", 95), REST)), [105]),
        ((track(REST, WORK, WORK), track(WORK, WORK, REST)), [110, 110]),
        ((track(WORK, REST, WORK), track(WORK, WORK)), [135]),
        ((track(WORK, REST, WORK), ()), [135]),
        ((track(REST, ("activity", 95), REST), track(REST, WORK, REST)), [95]),
    ],
)
def test_a_break_in_every_track_is_a_rest_within_the_breakout(tracks, lasts):
    blocks = (("welcome", 10), ("activity", 115), ("closing", 10))
    assert [one.minutes for one in breaks(plan(blocks, tracks={1: tracks}))] == lasts


BLOCKS = st.lists(st.tuples(st.sampled_from(["activity", "break", "buffer"]), st.integers(0, 80)), max_size=4)


@given(BLOCKS, st.lists(BLOCKS, min_size=1, max_size=3), BLOCKS)
def test_nobody_goes_on_without_a_rest_for_longer_than_is_told(before, tracks, after):
    """Whoever walks one track, and is told of at its beginning and its end, has no longer time without a rest."""
    breakout = max(sum(minutes for _kind, minutes in one) for one in tracks)
    laid = (*before, ("activity", breakout), *after)
    made = plan(tuple(laid), tracks={len(before): tuple(track(*one) for one in tracks)})
    told = max((one.minutes for one in without_rest(made.blocks, made.times.slots)), default=0)
    for one in tracks:
        pause = breakout - sum(minutes for _kind, minutes in one)
        assert longest((*before, *one, ("activity", pause), *after)) <= told


def longest(blocks: tuple[tuple[str, int], ...]) -> int:
    runs = [0]
    for kind, minutes in blocks:
        if kind == "break" and minutes:
            runs.append(0)
        else:
            runs[-1] += minutes
    return max(runs)


def test_a_short_plan_needs_no_time_to_spare():
    assert found(plan((("welcome", 10), ("activity", 60), ("closing", 10)), ends=time(11, 20))) == ()


@pytest.mark.parametrize(
    ("title", "spectrum", "told"),
    [
        ("Co-production day", Spectrum.ENGAGE, True),
        ("Our co–production day", Spectrum.ENGAGE, True),
        ("Co\N{NON-BREAKING HYPHEN}producing letters", Spectrum.ENGAGE, True),
        ("Co\N{EM DASH}production", Spectrum.ENGAGE, True),
        ("Co\N{MINUS SIGN}production", Spectrum.ENGAGE, True),
        ("Co\N{SOFT HYPHEN}production", Spectrum.ENGAGE, True),
        ("CO PRODUCTION", Spectrum.ENGAGE, True),
        ("Let us coproduce it", Spectrum.ENGAGE, True),
        ("Eco production", Spectrum.ENGAGE, False),
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
