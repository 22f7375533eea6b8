"""Plans come in from spreadsheets that people have, and go out so that they can come in again."""

from datetime import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from app.agenda.commands import add_block, change_block
from app.agenda.drafts import Fate, Why
from app.agenda.errors import NoPlan
from app.agenda.incoming import read_plan
from app.agenda.library import templates
from app.agenda.materials import add_material
from app.agenda.outgoing import plan_workbook
from app.agenda.queries import plan_of
from app.agenda.row_words import row_words
from app.agenda.saving import use_blocks
from app.agenda.taking import take_plan
from app.agenda.tracks import add_track
from app.importing.errors import EmptyFile
from app.workspace import Workspace
from db.journal import Op
from db.types import BlockKind, SessionId, Spectrum
from tests.builders import add_session

ONTIME = (
    "Time Start",
    "Link Start",
    "Time End",
    "Duration",
    "Cue",
    "Title",
    "Skip",
    "Note",
    "Timer Type",
    "Colour",
    "Mic",
)


@pytest.fixture
def session_id(workspace: Workspace) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        return add_session(tx).id


def ontime_book(path: Path) -> Path:
    """A workbook as Ontime's users have it: notes above the table, Excel's own times, a column of their own."""
    book = Workbook(str(path))
    page = book.add_worksheet("Rundown")
    clock = book.add_format({"num_format": "hh:mm:ss"})
    page.write_row(0, 0, ["Joint event, Oakfield"])
    page.write_row(1, 0, ["Last changed by Ines"])
    page.write_row(3, 0, ONTIME)
    rows = [
        (
            time(10),
            "",
            time(10, 10),
            time(0, 10),
            "1",
            "Welcome",
            "",
            "Door open till late",
            "count-down",
            "#fff",
            "Ines",
        ),
        ("", "", "", "", "", "Part one", "", "", "block", "", ""),
        (time(10, 10), "x", time(10, 40), time(0, 30), "2", "Film", "", "Lights off", "count-down", "", ""),
        (time(10, 45), "", time(11), time(0, 15), "3", "Break, hot drinks", "", "", "count-down", "", ""),
        (time(11), "", time(11, 5), time(0, 5), "4", "Rehearsal", "x", "", "skip", "", ""),
        ("", "", "", "", "5", "Talk", "", "", "", "", ""),
    ]
    for down, row in enumerate(rows, start=4):
        for across, cell in enumerate(row):
            if isinstance(cell, time):
                page.write_datetime(down, across, cell, clock)
            else:
                page.write(down, across, cell)
    book.close()
    return path


def test_a_workbook_with_notes_above_the_table_and_columns_of_its_own_is_read(tmp_path):
    incoming = read_plan(ontime_book(tmp_path / "rundown.xlsx"))
    assert (incoming.sheet, incoming.starts_at, incoming.kept_columns) == ("Rundown", time(10), ("Mic",))
    assert [(block.title, block.minutes, block.pinned_at, block.kind) for block in incoming.blocks] == [
        ("Welcome", 10, None, BlockKind.WELCOME),
        ("Film", 30, None, BlockKind.ACTIVITY),
        ("Break, hot drinks", 15, time(10, 45), BlockKind.BREAK),
    ]
    assert incoming.blocks[0].steps == "Door open till late\nMic: Ines"


def test_what_becomes_of_each_row_is_told_with_its_line(tmp_path):
    rows = read_plan(ontime_book(tmp_path / "rundown.xlsx")).rows
    assert [(row.line, row.fate, row.why) for row in rows] == [
        (5, Fate.TAKEN, None),
        (6, Fate.LEFT_OUT, Why.HEADING),
        (7, Fate.TAKEN, None),
        (8, Fate.TAKEN, None),
        (9, Fate.LEFT_OUT, Why.SKIPPED),
        (10, Fate.REFUSED, Why.NO_LENGTH),
    ]
    assert row_words(rows[5]) == "Talk: refused: it says neither how long it is nor when it ends"


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Title;Minutes\nTalk;20\n", [("Talk", 20)]),
        ("Start,What\n10:00,Talk\n10:25,Tea\n10:40,End\n", [("Talk", 25), ("Tea", 15)]),
        ("Title,End,Start\nTalk,11:10,10:00\n", [("Talk", 70)]),
        ("Title,Duration\nLate,13:00\nTalk,10m15s\n", [("Talk", 10)]),
        ("Title,Duration\n,10\nNight,23h\nTalk,1h\n", [("Talk", 60)]),
        ("Title,Start,End\nNight,23:30,0:15\n", [("Night", 45)]),
    ],
)
def test_lengths_come_from_what_is_there(tmp_path, text, blocks):
    (tmp_path / "plan.csv").write_text(text)
    assert [(block.title, block.minutes) for block in read_plan(tmp_path / "plan.csv").blocks] == blocks


def test_signs_that_nobody_can_see_refuse_the_row_and_no_other(tmp_path):
    book = Workbook(str(tmp_path / "plan.xlsx"))
    page = book.add_worksheet()
    for down, row in enumerate((("Title", "Duration", "Note"), ("Talk", 5, "a\x07b"), ("Tea", 5, "ok"))):
        page.write_row(down, 0, row)
    book.close()
    incoming = read_plan(tmp_path / "plan.xlsx")
    assert [row.why for row in incoming.rows] == [Why.UNREADABLE, None]


def test_a_group_whose_tables_are_no_numbers_is_refused_and_no_other_row(tmp_path):
    (tmp_path / "plan.csv").write_text(
        "Title,Kind,Group,Tables,Duration\nTalk,,,,20\nWords,group,A,by the door,\nRead,,A,,10\nMaps,group,B,3 1,\n"
    )
    rows = read_plan(tmp_path / "plan.csv").rows
    assert [row.why for row in rows] == [None, Why.NOT_TABLES, None, None]
    assert row_words(rows[1]) == "Words: refused: its tables are not numbers from 1 to 99"
    assert [row.block.tables for row in rows if row.block and row.block.names_group] == [(1, 3)]


def test_what_nobody_understands_in_a_known_column_is_kept_under_what_to_do(tmp_path):
    (tmp_path / "plan.csv").write_text(
        "Title,Duration,Note,Tables,Pinned,Way of working,Decided already,Came from\n"
        "Talk,20,Sit,six round,wall 2,as ever,mostly,last year\nTea,5,,,no,Co-design,yes,card/tea\n"
    )
    talk, tea = read_plan(tmp_path / "plan.csv").blocks
    assert talk.steps == (
        "Sit\nTables: six round\nPinned: wall 2\nWay of working: as ever\nDecided already: mostly\nCame from: last year"
    )
    assert (talk.spectrum, talk.already_made, talk.origin, talk.pinned_at) == (None, False, None, None)
    assert (tea.spectrum, tea.already_made, tea.origin, tea.steps) == (Spectrum.CO_DESIGN, True, "card/tea", None)


@pytest.mark.parametrize("text", ["Name,E-mail\nInes,i@example.org\n", "Title,Colour\n", "Title,Duration\n"])
def test_a_file_without_a_plan_is_refused(tmp_path, text):
    (tmp_path / "people.csv").write_text(text)
    with pytest.raises(NoPlan):
        read_plan(tmp_path / "people.csv")


def test_an_empty_file_is_refused(tmp_path):
    (tmp_path / "plan.csv").write_text("")
    with pytest.raises(EmptyFile):
        read_plan(tmp_path / "plan.csv")


@pytest.fixture
def planned(workspace: Workspace, session_id: SessionId) -> None:
    with workspace.change(Op.USE_TEMPLATE) as tx:
        ids = use_blocks(tx, session_id, templates()[0].blocks)
        change_block(tx, ids[3], pinned_at=time(11), cut_first=2, lead="=SUM(A1)", say="+44 is no formula")
        add_track(tx, ids[6], title="Which words?", room="Hall", lead="Femi")
        add_track(tx, ids[6])
        inside = add_block(tx, session_id, "@Draw", within=ids[6], lane=2, minutes=20)
        add_material(tx, inside, "-Pens")


def test_nothing_that_goes_out_is_a_formula(workspace, session_id, planned, tmp_path):
    with workspace.read() as tx:
        (tmp_path / "plan.xlsx").write_bytes(plan_workbook(plan_of(tx, session_id)))
    page = CalamineWorkbook.from_path(tmp_path / "plan.xlsx").get_sheet_by_index(0)
    cells = [str(cell) for row in page.to_python() for cell in row]
    assert {"=SUM(A1)", "+44 is no formula", "@Draw", "-Pens"} <= set(cells)


def test_an_import_is_one_step(workspace, session_id, heard, tmp_path):
    (tmp_path / "plan.csv").write_text("Title,Duration,Materials\nTalk,20,Pens; Cards\nTea,5,\n")
    with workspace.change(Op.IMPORT_PLAN) as tx:
        take_plan(tx, session_id, read_plan(tmp_path / "plan.csv").blocks)
    assert [changes.op for changes in heard] == [Op.IMPORT_PLAN]
    with workspace.read() as tx:
        assert [material.what for material in plan_of(tx, session_id).blocks[0].materials] == ["Cards", "Pens"]


cells = st.text(st.characters(codec="utf-8", exclude_categories=("Cc",), exclude_characters='",'), max_size=12)


@given(st.lists(st.lists(cells, min_size=4, max_size=4), min_size=1, max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_rows_are_taken_left_out_or_refused_and_none_is_lost(tmp_path, rows):
    lines = ["Title,Start,Duration,Group", *(",".join(f'"{cell}"' for cell in row) for row in rows)]
    (tmp_path / "plan.csv").write_text("\n".join(lines), encoding="utf-8")
    try:
        incoming = read_plan(tmp_path / "plan.csv")
    except NoPlan:
        assert not any(cell and not cell.isspace() for row in rows for cell in row)
        return
    assert all((row.block is None) == (row.fate is not Fate.TAKEN) for row in incoming.rows)
    assert all(row_words(row) for row in incoming.rows)
