"""What must be said for every one of something: a table, a refusal, an action, an operation."""

import ast
import dataclasses

import pytest
from sqlalchemy.dialects import sqlite

from app.errors import Refused, Unavailable
from app.wording import WORDS
from db.base import Base, Record
from db.journal import JournalEntry, JournalOperation
from db.local import Local
from tests.architecture.source import descendants, files, import_all, name, nodes
from ui.actions import Action, described

import_all("db")
import_all("app")
TABLES = [mapper.class_ for mapper in Base.registry.mappers]
JOURNAL = {JournalEntry, JournalOperation}
REFUSALS = sorted(descendants(Refused) | descendants(Unavailable), key=lambda kind: kind.__qualname__)
MAY_SEE_DELETED = {
    "app/agenda/queries.py": "a block that ran and was taken out of the plan stays what it was",
    "app/attendance/sheets.py": "a line of a printed sheet is never given twice",
    "app/attendance/queries.py": "somebody who came and was erased still counts, without a name",
    "app/decisions/queries.py": "a note keeps the block it was made in, also when that is taken out of the plan",
    "app/erasure/finishing.py": "an erased file's row is marked",
    "app/erasure/mentions.py": "what was deleted or merged before is erased too",
    "app/erasure/queries.py": "what was deleted or merged before is erased too",
    "app/erasure/reach.py": "what was deleted or merged before is erased too",
    "app/files/queries.py": "a file is kept while undo may bring its row back, and erasing reaches all of somebody",
    "app/importing/writing.py": "who was taken off the list of a session comes back",
    "app/journal/commands.py": "undo brings rows back",
    "app/journal/telling.py": "the history names what was deleted later",
    "app/lookup.py": "a row with a natural key is brought back",
    "app/retention/queries.py": "what was deleted long ago is still in the records",
    "app/people/access.py": "what was deleted is still held, and is told to whom it is about",
    "app/people/merging.py": "what refers to a person follows, also where it is marked",
    "app/sessions/calendar.py": "the number of a calendar event counts the blocks that were taken out",
}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_every_table_is_journaled_or_says_why_not(table):
    assert issubclass(table, Record) or table in JOURNAL or (issubclass(table, Local) and table.why.endswith("."))


@pytest.mark.parametrize(
    "table", [table for table in TABLES if issubclass(table, Record)], ids=lambda table: table.__name__
)
def test_journaled_columns_are_text_or_whole_numbers(table):
    dialect = sqlite.dialect()
    kinds = {column.type.compile(dialect=dialect) for column in table.__table__.columns}
    assert kinds <= {"VARCHAR", "INTEGER", "BOOLEAN"}


@pytest.mark.parametrize(
    "table", [table for table in TABLES if issubclass(table, Record)], ids=lambda table: table.__name__
)
def test_journaled_tables_have_one_text_key_deferred_references_and_nothing_unique(table):
    columns = table.__table__
    assert [column.name for column in columns.primary_key] == ["id"]
    assert all(key.deferrable and key.initially == "DEFERRED" and key.ondelete is None for key in columns.foreign_keys)
    assert not any(column.unique for column in columns.columns)


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda kind: kind.__qualname__)
def test_every_refusal_has_its_words(refusal):
    if refusal.__subclasses__() and not dataclasses.is_dataclass(refusal):
        return
    assert refusal in WORDS


@pytest.mark.parametrize("action", Action, ids=lambda action: action.name)
def test_every_action_has_words_a_tip_and_keys_or_a_reason(action):
    shown = described(action)
    assert "&" in shown.text
    assert shown.tip.endswith(".")
    assert bool(shown.keys) is not bool(shown.no_keys)


def test_no_two_actions_share_their_keys():
    keys = [described(action).keys for action in Action if described(action).keys]
    assert sorted(keys) == sorted(set(keys))


def test_only_a_few_places_ask_for_what_was_marked_deleted():
    asking = {
        name(path)
        for path in files("app")
        for node in nodes(path, ast.keyword, ast.Constant)
        if (
            isinstance(node, ast.keyword)
            and node.arg == "deleted"
            and isinstance(node.value, ast.Constant)
            and node.value.value is True
        )
        or (isinstance(node, ast.Constant) and node.value == "deleted")
    }
    assert asking == set(MAY_SEE_DELETED)


def test_no_query_of_a_feature_is_written_as_bare_sql():
    bare = [
        name(path)
        for path in files("app")
        for node in nodes(path, ast.Call)
        if isinstance(node.func, ast.Name) and node.func.id == "text" and not name(path).startswith("app/checking/")
    ]
    assert bare == []
