# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding and sorting: folded text, and the one narrow table of it that is derived from the records.

A piece of a name is found by walking the table in its order (`instr(folded, piece) > 0`) and stopping at the first
fifty: any part of any word, from one letter up, in every script (docs/decisions/0006-search.md).
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select, text

from db.local import SearchText

LETTERS = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "’": "'", "ʼ": "'"})

UNPAIRED = re.compile("[\ud800-\udfff]")  # halves of letters, which no record holds and no file can

MOST_PIECES = 32
FOREIGN = 128  # the first letter that is not of ASCII


class Found(NamedTuple):
    """One record as it is searched."""

    kind: str
    sort: str
    id: str
    letters: int
    folded: str


@dataclass(frozen=True)
class Source:
    """Where one kind of search text comes from.

    `reached` says, by table, how to get from a touched row to the records it has a part in. `rows` gives the id, what
    the record is sorted by (two parts, the first may be null) and the words it is found by.
    """

    kind: str
    reached: Mapping[str, str]
    rows: str


SOURCES = (
    Source(
        kind="person",
        reached={
            "person": "SELECT id FROM person",
            "affiliation": "SELECT person_id FROM affiliation",
            "community_role": "SELECT person_id FROM community_role",
        },
        rows="""SELECT id, family_name, name, concat_ws(' ', name, known_as, name_in_script,
            (SELECT group_concat(a.name, ' ') FROM affiliation a WHERE a.person_id = it.id AND a.deleted = 0),
            (SELECT group_concat(r.name, ' ') FROM community_role r WHERE r.person_id = it.id AND r.deleted = 0))
            FROM person it WHERE it.deleted = 0""",
    ),
    Source(
        kind="session",
        reached={
            "design_session": "SELECT id FROM design_session",
            "venue": "SELECT s.id FROM design_session s JOIN venue ON s.venue_id = venue.id",
            "project": "SELECT s.id FROM design_session s JOIN project ON s.project_id = project.id",
        },
        rows="""SELECT it.id, NULL, it.title, concat_ws(' ', it.title, v.name, p.title)
            FROM design_session it LEFT JOIN venue v ON v.id = it.venue_id LEFT JOIN project p ON p.id = it.project_id
            WHERE it.deleted = 0""",
    ),
    Source(
        kind="project",
        reached={"project": "SELECT id FROM project"},
        rows="SELECT it.id, NULL, it.title, concat_ws(' ', it.title, it.aim) FROM project it WHERE it.deleted = 0",
    ),
    Source(
        kind="venue",
        reached={"venue": "SELECT id FROM venue"},
        rows="SELECT it.id, NULL, it.name, concat_ws(' ', it.name, it.address) FROM venue it WHERE it.deleted = 0",
    ),
)


def fold(words: str) -> str:
    """Return text without case, accents and width, letters that Unicode does not take apart included."""
    if words.isascii():
        return words.casefold()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", words).casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).translate(LETTERS)


def person_sort(name: str, family_name: str | None) -> str:
    """Return what people are sorted by: the family name where there is one, then the rest of the name."""
    family, rest = fold(family_name or "").split(), fold(name).split()
    for word in family:
        if word in rest:
            rest.remove(word)
    return " ".join((*family, *rest))


def pieces(typed: str) -> list[str]:
    """Return the folded words of a search, each of which must be found; a pasted page is sought by its first words."""
    return list(dict.fromkeys(fold(UNPAIRED.sub("\ufffd", typed)).split()))[:MOST_PIECES]


def letters_of(folded: str) -> int:
    """Return a bit for each letter that occurs: 26 for those of ASCII, and 36 that all others share."""
    bits = 0
    for code in map(ord, set(folded)):
        bits |= 1 << (code % 26 if code < FOREIGN else 26 + code % 36)
    return bits


def rewrite(connection: Connection, touched: Mapping[str, Iterable[str]]) -> None:
    """Make the search text anew of every record that the touched rows (ids by table) have a part in."""
    for source in SOURCES:
        ids = _reached(connection, source, touched)
        if ids:
            listed = json.dumps(sorted(ids))
            connection.execute(
                text("DELETE FROM search_text WHERE kind = :kind AND id IN (SELECT value FROM json_each(:ids))"),
                {"kind": source.kind, "ids": listed},
            )
            _add(connection, _rows(connection, source, listed))


def rebuild(connection: Connection) -> None:
    """Make all the search text anew."""
    connection.execute(delete(SearchText))
    _add(connection, list(wanted(connection)))


def wanted(connection: Connection) -> set[Found]:
    """Return all the search text that the records call for."""
    return {row for source in SOURCES for row in _rows(connection, source, None)}


def present(connection: Connection) -> set[Found]:
    """Return all the search text that is there; `check` compares it with what is wanted."""
    columns = select(SearchText.kind, SearchText.sort, SearchText.id, SearchText.letters, SearchText.folded)
    return {Found(*row) for row in connection.execute(columns)}


def _reached(connection: Connection, source: Source, touched: Mapping[str, Iterable[str]]) -> set[str]:
    ids: set[str] = set()
    for table, way in source.reached.items():
        if table in touched:
            query = text(f"{way} WHERE {table}.id IN (SELECT value FROM json_each(:ids))")
            ids.update(connection.scalars(query, {"ids": json.dumps(list(touched[table]))}))
    return ids


def _rows(connection: Connection, source: Source, listed: str | None) -> list[Found]:
    only = "" if listed is None else " AND it.id IN (SELECT value FROM json_each(:ids))"
    found = connection.execute(text(source.rows + only), {} if listed is None else {"ids": listed})
    return [_found(source.kind, *row) for row in found]


def _found(kind: str, row_id: str, family: str | None, name: str, words: str) -> Found:
    folded = fold(words)
    return Found(kind, person_sort(name, family), row_id, letters_of(folded), folded)


def _add(connection: Connection, rows: list[Found]) -> None:
    if rows:
        connection.execute(insert(SearchText), [row._asdict() for row in rows])
