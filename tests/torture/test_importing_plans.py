"""Plans of any content are read or refused with a sentence; no plan comes in half, and the records stay whole."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.agenda.checking import check_plan
from app.agenda.incoming import read_plan
from app.agenda.outgoing import plan_workbook
from app.agenda.queries import plan_of
from app.agenda.row_words import row_words
from app.agenda.taking import take_plan
from app.checking.queries import check
from app.errors import Refused, Unavailable
from app.workspace import Workspace
from db.journal import Op
from db.types import SessionId
from tests.builders import add_session
from tests.examples import EXAMPLES
from tests.torture.texts import HURTS, SHORT, TEXTS, assert_said

SLOW = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.data_too_large, HealthCheck.too_slow],
)
WORDS = ("Title", "Note", "Purpose", "Say", "Watch for", "Lead", "Room layout", "Materials", "Group", "Tables", "Mic")
NUMBERS = (
    *("Time start", "Time end", "Duration", "Shortest", "Longest"),
    *("Cut first", "Link start", "Skip", "Timer type", "Kind"),
    *("Pinned", "How far words will reach", "Decided already", "Came from"),
)
TIMES = ("10:00", "23:59:59", "24:00", "0:10:00", "1899-12-31 00:10:00", "99h", "1h70m", "-5", "0", "10m15s", "٣٠")
NUMBER = st.one_of(st.sampled_from([*TIMES, "9" * 400, "9" * 5000 + "m", "yes", "group", "none", *SHORT]), TEXTS)


@pytest.fixture
def session_id(workspace: Workspace) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        return add_session(tx).id


@pytest.mark.parametrize("hurting", HURTS.values(), ids=HURTS)
def test_a_cell_of_any_content_is_taken_or_refused(
    workspace: Workspace, session_id: SessionId, tmp_path: Path, hurting: str
):
    path = tmp_path / "plan.csv"
    path.write_bytes(written([hurting] * len(WORDS), ["30"] * len(NUMBERS)).encode("utf-8", "surrogatepass"))
    assert_taken_or_refused(workspace, session_id, path)


@SLOW
@given(
    words=st.lists(TEXTS, min_size=len(WORDS), max_size=len(WORDS)),
    numbers=st.lists(NUMBER, min_size=len(NUMBERS), max_size=len(NUMBERS)),
)
@example(words=["Map"] * len(WORDS), numbers=["9" * 5000 + "m"] * len(NUMBERS))
@example(words=["Map"] * len(WORDS), numbers=["", "", "10", "", "9" * 400 + "m", "9" * 5000, *[""] * 8])
@example(words=["Bell\x07"] * len(WORDS), numbers=["", "", "", "", "", "", "", "", "none", "group", *[""] * 4])
def test_a_row_of_mixtures(
    workspace: Workspace, session_id: SessionId, tmp_path: Path, words: list[str], numbers: list[str]
):
    path = tmp_path / "plan.csv"
    path.write_bytes(written(words, numbers).encode("utf-8", "surrogatepass"))
    assert_taken_or_refused(workspace, session_id, path)


@SLOW
@given(content=st.one_of(st.binary(max_size=400), st.binary(max_size=200).map(b"PK\x03\x04".__add__)))
@pytest.mark.parametrize("kind", ["csv", "xlsx", "xls", "ods"])
def test_any_bytes_whatever_the_file_calls_itself(
    workspace: Workspace, session_id: SessionId, tmp_path: Path, kind: str, content: bytes
):
    path = tmp_path / f"plan.{kind}"
    path.write_bytes(content)
    assert_taken_or_refused(workspace, session_id, path)


@SLOW
@given(headings=st.lists(st.one_of(st.sampled_from([*WORDS, *NUMBERS]), TEXTS), min_size=2, max_size=8))
def test_headings_of_any_content(workspace: Workspace, session_id: SessionId, tmp_path: Path, headings: list[str]):
    path = tmp_path / "plan.csv"
    path.write_bytes(lines([headings, ["10"] * len(headings), ["11:00"] * 20]).encode("utf-8", "surrogatepass"))
    assert_taken_or_refused(workspace, session_id, path)


def written(words: list[str], numbers: list[str]) -> str:
    """A breakout, a group in it, and a last block, between them the row that hurts."""
    first = dict.fromkeys((*WORDS, *NUMBERS), "") | {"Title": "Welcome", "Duration": "10"}
    hurting = dict(zip((*WORDS, *NUMBERS), (*words, *numbers), strict=True))
    return lines([[*first], [*first.values()], [*hurting.values()], [*first.values()]])


def lines(rows: list[list[str]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue()


def assert_taken_or_refused(workspace: Workspace, session_id: SessionId, path: Path) -> None:
    """What is said to be taken is taken; what was taken goes out as a workbook, and that can be read."""
    try:
        found = read_plan(path)
    except (Refused, Unavailable) as error:
        assert_said(error)
        return
    assert all(row_words(row) for row in found.rows)
    with workspace.change(Op.IMPORT_PLAN) as tx:
        take_plan(tx, session_id, found.blocks)
    with workspace.read() as tx:
        check_plan(tx, session_id)
        path.with_suffix(".xlsx").write_bytes(plan_workbook(plan_of(tx, session_id)))
        assert check(tx).findings == ()
    if found.blocks:
        read_plan(path.with_suffix(".xlsx"))
