"""What stands where a time, a length or an order should be is said at its row, and touches no other."""

from collections.abc import Callable
from datetime import time
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from app.agenda.drafts import Fate, Why
from app.agenda.incoming import Incoming, read_plan
from app.agenda.row_words import fate_words, row_words

Reader = Callable[..., Incoming]


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    def read(*lines: str, begins_at: time | None = None) -> Incoming:
        (tmp_path / "plan.csv").write_text("\n".join(lines))
        return read_plan(tmp_path / "plan.csv", begins_at=begins_at)

    return read


TIME = "9:30, 14:00, 2pm or nothing would be understood"
LENGTH = "30, 0:30 or 1h10 would be understood"
ORDER = "1 for what goes first, 2 for the next, or nothing would be understood"


@pytest.mark.parametrize(
    ("column", "cell", "why", "said"),
    [
        ("Start", "after lunch", Why.NOT_A_TIME, f"“after lunch” under Start is no time of day; {TIME}"),
        ("End", "late", Why.NOT_A_TIME, f"“late” under End is no time of day; {TIME}"),
        ("Shortest", "abc", Why.NOT_A_LENGTH, f"“abc” under Shortest is no length; {LENGTH}"),
        ("Longest", "2 days", Why.NOT_A_LENGTH, f"“2 days” under Longest is no length; {LENGTH}"),
        ("Minutes", "1.5", Why.NOT_A_LENGTH, f"“1.5” under Minutes is no length; {LENGTH}"),
        ("Minutes", "-10", Why.NOT_A_LENGTH, f"“-10” under Minutes is no length; {LENGTH}"),
        ("Minutes", "30-40", Why.NOT_A_LENGTH, f"“30-40” under Minutes is no length; {LENGTH}"),
        ("Minutes", "999", Why.TOO_LONG, "“999” under Minutes is longer than twelve hours"),
        ("Cut first", "first", Why.NOT_A_RANK, f"“first” under Cut first is no order; {ORDER}"),
        ("Shortest", "25", Why.OUT_OF_ORDER, "it is shorter than its shortest, or longer than its longest"),
        ("Longest", "10", Why.OUT_OF_ORDER, "it is shorter than its shortest, or longer than its longest"),
    ],
)
def test_what_is_not_understood_is_said_with_its_column(read, column, cell, why, said):
    length = "" if column == "Minutes" else "20"
    rows = read(f"Title,{column},{length and 'Duration'}", f"Talk,{cell},{length}", "Map,20,20").rows
    assert (rows[0].fate, rows[0].why, row_words(rows[0])) == (Fate.REFUSED, why, f"Talk: refused: {said}")


def test_a_long_cell_is_said_by_its_beginning(read):
    refused = read("Title,Duration", f"Talk,{'as long as it takes ' * 20}").rows[0]
    assert "“as long as it takes as long as it takes…”" in row_words(refused)


def test_a_refused_row_touches_no_other(read):
    rows = read("Start,Title,Duration", "10:00,Talk,30", "after lunch,Film,20", "10:30,Map,10").rows
    assert [row.why for row in rows] == [None, Why.NOT_A_TIME, None]
    assert [row.block.pinned_at for row in rows if row.block] == [None, None]


def test_what_would_run_in_the_groups_of_a_refused_block_joins_no_other(read):
    rows = read("Title,Duration,Kind,Group", "Tea,15,,", "Split,soon,,", "Words,,group,A", "Read,10,,A", "End,5,,").rows
    assert [row.why for row in rows] == [None, Why.NOT_A_LENGTH, Why.NO_BREAKOUT, Why.NO_BREAKOUT, None]
    assert row_words(rows[3]) == "Read: refused: it is of group A, and no block was taken before it that has groups"


def test_a_heading_parts_no_block_from_its_groups(read):
    rows = read("Title,Duration,Timer type,Group", "Split,30,,", "Part two,,milestone,", "Read,10,,A").rows
    assert [row.why for row in rows] == [None, Why.HEADING, None]


def test_times_and_lengths_in_cells_that_show_plain_numbers_are_read(tmp_path):
    book = Workbook(str(tmp_path / "plan.xlsx"))
    page = book.add_worksheet()
    for down, row in enumerate((("Start", "Title", "Duration"), (0.4375, "Talk", 0.0208333), (0.5, "Lunch", 1 / 24))):
        page.write_row(down, 0, row)
    book.close()
    incoming = read_plan(tmp_path / "plan.xlsx")
    assert incoming.starts_at == time(10, 30)
    assert [(block.minutes, block.pinned_at) for block in incoming.blocks] == [(30, None), (60, time(12))]


def test_a_column_of_times_that_holds_minutes_is_one_of_lengths(read):
    assert [block.minutes for block in read("Time,Activity", "10,Talk", "15,Map", "20,Tea").blocks] == [10, 15, 20]


@pytest.mark.parametrize("header", ["Time,Activity,Minutes", "Time,Activity,End", "Start,Activity,Who"])
def test_a_column_of_times_stays_one_where_lengths_stand_elsewhere(read, header):
    assert read(header, "10,Talk,11", "11,Map,12").starts_at == time(10)


def test_from_when_to_when_may_stand_in_one_cell(read):
    incoming = read("Time,Activity", "10:00-10:30,Talk", "10:30 to 11:15,Map", "11:30 – 11:45,Tea")
    assert incoming.starts_at == time(10)
    assert [(block.minutes, block.pinned_at) for block in incoming.blocks] == [
        (30, None),
        (45, None),
        (15, time(11, 30)),
    ]


def test_a_block_that_ends_before_it_starts_is_refused(read):
    refused = read("Start,End,Title", "12:00,1:00,Lunch").rows[0]
    assert row_words(refused) == "Lunch: refused: it ends before it starts; 1:00 after noon is written 13:00 or 1pm"


def test_a_start_before_the_plan_begins_is_said_at_its_row(read):
    rows = read("Start,Title,Duration", "10:00,Talk,30", "1:00,Lunch,45").rows
    assert (rows[1].fate, rows[1].why) == (Fate.TAKEN, Why.BEFORE_START)
    assert fate_words(rows[1]) == (
        "45 minutes, pinned to 1:00, before the plan begins at 10:00; after noon it would be 13:00"
    )


def test_a_plan_that_does_not_say_when_it_begins_is_measured_by_the_session(read):
    incoming = read("Start,Title,Duration", ",Talk,30", "11:00,Map,20", "1:00,Lunch,45", begins_at=time(10))
    assert incoming.starts_at is None
    assert [row.begins_at for row in incoming.rows] == [None, None, time(10)]


def test_a_start_after_blocks_of_which_nobody_knows_when_they_end_is_kept(read):
    blocks = read("Start,Title,Duration", ",Talk,30", "11:00,Map,20", "11:20,Tea,10").blocks
    assert [block.pinned_at for block in blocks] == [None, time(11), None]


def test_the_small_hours_of_an_evening_are_nothing_odd(read):
    rows = read("Start,Title,Duration", "21:00,Talk,30", "1:00,Home,45").rows
    assert [row.why for row in rows] == [None, None]


def test_what_is_not_understood_of_a_group_is_kept_in_its_breakout(read):
    incoming = read(
        "Title,Duration,Kind,Group,Note,Mic",
        "Split,30,,,Two rooms,",
        "Words,,group,A,Sit close,Ines",
        "Read,10,,A,,",
        "Maps,20,group,B,,",
    )
    split, words, read_aloud, _maps = incoming.blocks
    assert split.steps == "Two rooms\nA, Note: Sit close\nA, Mic: Ines\nB, Duration: 20"
    assert (words.steps, read_aloud.steps, incoming.count) == (None, None, 2)
    assert fate_words(incoming.rows[1]) == "group A"


def test_more_of_a_group_than_its_breakout_can_hold_refuses_the_group(read):
    long = "x" * 6000
    rows = read("Title,Duration,Kind,Group,Mic", f"Split,30,,,{long}", f"Words,,group,A,{long}").rows
    assert [row.why for row in rows] == [None, Why.UNREADABLE]


def test_a_kind_that_nobody_knows_is_kept_under_what_to_do(read):
    (block,) = read("Title,Duration,Type", "Talk,20,Keynote").blocks
    assert block.steps == "Type: Keynote"
