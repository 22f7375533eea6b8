"""The queries of Room and People against the same SQL on a bare connection with the same cache."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from app.attendance.queries import Show, room
from app.people.queries import people_list
from app.sessions.queries import session_next
from app.workspace import Workspace
from db.engine import PRAGMAS
from tests.benchmarks.figures import Figure, in_turns, worst
from tests.benchmarks.large import Built
from tests.benchmarks.pieces import ALL, NOBODY, letters
from tests.benchmarks.timing import processor_milliseconds, shortest

AT_MOST = 2.0
REPEATS = 9

Query = Callable[[Session, str], object]
Statement = tuple[str, Any]


def query_figures(large: Built) -> list[Figure]:
    """Return the figures of both queries, each the worst of what is typed."""
    workspace = large.open()
    bare = _bare(large)
    try:
        with workspace.read() as tx:
            session_id = session_next(tx, workspace.clock.now())
        assert session_id is not None
        queries: dict[str, Query] = {
            "Room": lambda tx, typed: room(tx, session_id, typed, Show.EXPECTED),
            "People": lambda tx, typed: people_list(tx, typed),
        }
        return [_worst(workspace, bare, name, query) for name, query in queries.items()]
    finally:
        bare.close()
        workspace.close()


def _worst(workspace: Workspace, bare: sqlcipher3.dbapi2.Connection, name: str, query: Query) -> Figure:
    typed = [(letters(script, piece), piece) for script, piece in ALL] + [("nobody", NOBODY)]
    figures = [_figure(workspace, bare, words, query, piece) for words, piece in typed]
    return worst(figures, f"{name}: the query / the same SQL on a bare connection")


def _figure(workspace: Workspace, bare: sqlcipher3.dbapi2.Connection, name: str, query: Query, typed: str) -> Figure:
    def whole() -> None:
        with workspace.read() as tx:
            query(tx, typed)

    with statements(workspace) as heard:
        whole()

    def plain() -> None:
        bare.execute("BEGIN")
        for sql, values in heard:
            bare.execute(sql, values).fetchall()
        bare.execute("COMMIT")

    pairs = in_turns(
        lambda: shortest(lambda: processor_milliseconds(plain), REPEATS),
        lambda: shortest(lambda: processor_milliseconds(whole), REPEATS),
    )
    return Figure(name, "ms", pairs, AT_MOST)


@contextmanager
def statements(workspace: Workspace) -> Iterator[Sequence[Statement]]:
    """Give a list that fills with what is asked of the records in the meantime."""
    engine: Engine = workspace._engine
    heard: list[Statement] = []

    def hear(_connection: object, _cursor: object, sql: str, values: Any, *_rest: object) -> None:
        if not sql.startswith("BEGIN"):
            heard.append((sql, values))

    event.listen(engine, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        event.remove(engine, "before_cursor_execute", hear)


def _bare(large: Built) -> sqlcipher3.dbapi2.Connection:
    connection = sqlcipher3.dbapi2.connect(str(large.folder / "records.db"), isolation_level=None)
    for pragma in (f"key=\"x'{large.key.hex()}'\"", "cipher_log=off", *PRAGMAS):
        connection.execute(f"PRAGMA {pragma}")
    return connection
