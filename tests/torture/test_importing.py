"""Lists of any content are read or refused with a sentence; nobody comes in half, and the records stay whole."""

import csv
import io
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.checking.queries import check
from app.errors import Refused, Unavailable
from app.importing.commands import import_people
from app.importing.queries import make_plan, open_list, samples
from app.importing.report import Outcome
from app.wording.importing import fate_words, outcome_words
from app.workspace import Workspace
from db.models import Person
from tests.examples import EXAMPLES
from tests.torture.texts import HURTS, SHORT, TEXTS, assert_said, in_line

SLOW = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.data_too_large, HealthCheck.too_slow],
)
HEADINGS = ("Name", "Email", "Phone", "Organisation", "Access needs", "Notes")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")


@pytest.mark.parametrize("hurting", HURTS.values(), ids=HURTS)
def test_a_cell_of_any_content_is_taken_exactly_or_refused(workspace: Workspace, tmp_path: Path, hurting: str):
    path = tmp_path / "list.csv"
    path.write_bytes(written([hurting] * len(HEADINGS)).encode("utf-8", "surrogatepass"))
    assert_taken_or_refused(workspace, path)
    with workspace.read() as tx:
        for person in tx.query(Person):
            assert person.name in {in_line(hurting), "Ruth Abara"}


@SLOW
@given(cells=st.lists(TEXTS, min_size=6, max_size=6), encoding=st.sampled_from(ENCODINGS))
def test_a_row_of_mixtures_in_any_encoding(workspace: Workspace, tmp_path: Path, cells: list[str], encoding: str):
    path = tmp_path / "list.csv"
    path.write_bytes(written(cells).encode(encoding, "replace" if encoding == "cp1252" else "surrogatepass"))
    assert_taken_or_refused(workspace, path)


@SLOW
@given(headings=st.lists(TEXTS, min_size=1, max_size=8))
def test_headings_of_any_content(workspace: Workspace, tmp_path: Path, headings: list[str]):
    path = tmp_path / "list.csv"
    path.write_bytes(written(["Ada"] * len(headings), headings).encode("utf-8", "surrogatepass"))
    assert_taken_or_refused(workspace, path)


@SLOW
@given(content=st.one_of(st.binary(max_size=400), st.binary(max_size=200).map(b"PK\x03\x04".__add__)))
@pytest.mark.parametrize("kind", ["csv", "xlsx", "xls", "ods"])
def test_any_bytes_whatever_the_file_calls_itself(workspace: Workspace, tmp_path: Path, kind: str, content: bytes):
    path = tmp_path / f"list.{kind}"
    path.write_bytes(content)
    assert_taken_or_refused(workspace, path)


@SLOW
@given(cells=st.lists(st.sampled_from([text for text in SHORT if text.isprintable()]), min_size=6, max_size=6))
def test_a_workbook_of_mixtures(workspace: Workspace, tmp_path: Path, cells: list[str]):
    path = tmp_path / "list.xlsx"
    book = xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet()
    for row, line in enumerate([HEADINGS, cells]):
        for column, words in enumerate(line):
            sheet.write_string(row, column, words)
    book.close()
    assert_taken_or_refused(workspace, path)


def written(cells: list[str], headings: list[str] | tuple[str, ...] = HEADINGS) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerows([headings, cells, ["Ruth Abara", *[""] * (len(headings) - 1)]])
    return out.getvalue()


def assert_taken_or_refused(workspace: Workspace, path: Path) -> None:
    try:
        take(workspace, path)
    except (Refused, Unavailable) as error:
        assert_said(error)
    with workspace.read() as tx:
        assert check(tx).findings == ()


def take(workspace: Workspace, path: Path) -> None:
    with workspace.read() as tx:
        opened = open_list(tx, path)
        for column in range(len(opened.table.header)):
            samples(opened.table, column)
        plan = make_plan(tx, opened.table, opened.columns)
    for fate in plan.fates:
        assert fate_words(fate, plan.names)
    report = import_people(workspace, plan, choices={}, session_id=None)
    for row in report.rows:
        assert outcome_words(row) or row.outcome is Outcome.ADDED
