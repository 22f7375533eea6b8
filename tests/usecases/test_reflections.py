"""Reflections: in three kinds, under themes that a project shares, changed and taken back like anything else."""

from datetime import date, timedelta

import pytest

from app.demo.making import make_demo
from app.journal.commands import undo
from app.journal.queries import latest_dot
from app.reflections.commands import add_reflection, change_reflection, delete_reflection
from app.reflections.errors import NothingWritten
from app.reflections.queries import reflections_on, themes_used
from app.sessions.commands import delete_session
from app.sessions.queries import sessions_list
from app.wording import sentence
from db.journal import Op
from db.models import DesignSession
from db.types import MemberId, ReflectionKind
from tests.builders import add_project, add_session

RUTH, DAY = MemberId("ruth"), date(2026, 11, 27)
OBSERVED, HEARD, EVIDENCE = ReflectionKind


@pytest.fixture
def session_id(workspace):
    with workspace.change(Op.ADD_SESSION) as tx:
        return add_session(tx).id


@pytest.fixture
def write(workspace, session_id):
    def add(kind=OBSERVED, words="Pairs spoke", theme="Who speaks", on=DAY):
        with workspace.change(Op.ADD_REFLECTION) as tx:
            return add_reflection(tx, session_id, kind, words, theme=theme, by=RUTH, on=on)

    return add


def written(workspace, session_id):
    with workspace.read() as tx:
        return reflections_on(tx, session_id)


def test_each_has_its_kind_theme_day_and_writer(workspace, session_id, write):
    write(HEARD, " Nobody asked us ", "  Who  speaks ")
    (row,) = written(workspace, session_id)
    assert (row.kind, row.theme, row.words) == (HEARD, "Who speaks", "Nobody asked us")
    assert (row.written_on, row.member) == (DAY, "Ruth A.")


def test_they_stand_by_theme_then_by_kind_and_those_without_a_theme_last(workspace, session_id, write):
    write(theme="")
    write(EVIDENCE)
    write(HEARD, theme="Being told why")
    write(OBSERVED, theme="WHO SPEAKS", on=DAY + timedelta(days=1))
    rows = [(row.theme, row.kind, row.first) for row in written(workspace, session_id)]
    assert rows == [
        ("Being told why", HEARD, True),
        ("Who speaks", OBSERVED, True),
        ("Who speaks", EVIDENCE, False),
        ("", OBSERVED, True),
    ]


def test_themes_of_every_session_of_the_project_are_offered_once(workspace, session_id, write):
    write()
    write(theme="who spéaks", on=DAY + timedelta(days=1))
    write(theme="Being told why")
    with workspace.change(Op.ADD_SESSION) as tx:
        project = tx.get_one(DesignSession, session_id).project_id
        next_one = add_session(tx, "Celebration", project_id=project).id
        other = add_session(tx, "Elsewhere", project_id=add_project(tx, "Parking").id).id
    with workspace.read() as tx:
        assert themes_used(tx, next_one) == ["Being told why", "Who speaks"]
        assert themes_used(tx, other) == []


def test_without_words_nothing_is_kept_or_changed(workspace, session_id, write):
    with pytest.raises(NothingWritten) as refusal:
        write(words=" ")
    assert sentence(refusal.value).startswith("Say in a sentence or two")
    kept = write()
    with pytest.raises(NothingWritten), workspace.change(Op.CHANGE_REFLECTION) as tx:
        change_reflection(tx, kept, HEARD, "", theme="Welcome")
    assert [(row.kind, row.theme) for row in written(workspace, session_id)] == [(OBSERVED, "Who speaks")]


def test_changing_and_taking_away_can_be_undone(workspace, session_id, write):
    kept = write()
    with workspace.change(Op.CHANGE_REFLECTION) as tx:
        change_reflection(tx, kept, EVIDENCE, "Studies say so", theme="")
    assert [(row.kind, row.theme) for row in written(workspace, session_id)] == [(EVIDENCE, "")]
    with workspace.change(Op.DELETE_REFLECTION) as tx:
        delete_reflection(tx, kept)
    assert written(workspace, session_id) == []
    with workspace.read() as tx:
        dot = latest_dot(tx)
    with workspace.change(Op.UNDO, undoes=dot) as tx:
        undo(tx, dot)
    assert [row.words for row in written(workspace, session_id)] == ["Studies say so"]


def test_they_go_with_their_session(workspace, session_id, write):
    write()
    with workspace.change(Op.DELETE_SESSION) as tx:
        delete_session(tx, session_id)
    assert written(workspace, session_id) == []


def test_the_sample_project_has_some_on_a_session_that_is_over(workspace):
    make_demo(workspace)
    with workspace.read() as tx:
        found = [reflections_on(tx, session.id) for session in sessions_list(tx)]
    (rows,) = [rows for rows in found if rows]
    assert {row.kind for row in rows} == set(ReflectionKind)
    assert len({row.theme for row in rows}) == 2
