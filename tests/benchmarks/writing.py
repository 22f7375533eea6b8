"""What the journal costs: a check-in and an import against the same without capture."""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import Engine, Table, insert, select

from app.attendance.commands import check_in
from app.importing.commands import import_people
from app.importing.mapping import Target
from app.importing.queries import Plan, make_plan
from app.importing.table import SheetRow
from app.importing.table import Table as Sheet
from app.workspace import Workspace
from db import triggers
from db.journal import Op
from db.models import Attendance, DesignSession
from db.types import PersonId, SessionId
from tests.benchmarks.figures import Figure, Pair, in_turns
from tests.benchmarks.large import BENCH, Built
from tests.benchmarks.timing import milliseconds
from tests.unit.people.crowd import distinct_people

SCRATCH = BENCH / "scratch"
MEMORY = Path("/dev/shm")
CHECK_INS = 20  # in each half of a pair
AT_MOST_CHECK_IN = 1.6
AT_MOST_IMPORT = 4.0
ROWS = 10_000
COLUMNS = (
    Target.NAME,
    Target.EMAIL,
    Target.PHONE,
    Target.ORGANISATION,
    Target.NEEDS,
    Target.LANGUAGES,
)


def check_in_figures(large: Built) -> list[Figure]:
    """Return how much longer a check-in takes with the capture triggers, on the disk and in memory."""
    name = "A check-in / the same with the capture triggers dropped"
    figures = [Figure(name, "ms", _check_ins(large, SCRATCH), AT_MOST_CHECK_IN)]
    if MEMORY.is_dir():
        with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
            figures.append(Figure(f"{name}, in memory", "ms", _check_ins(large, Path(folder) / "copy"), None))
    return figures


def import_figures(empty: Built) -> list[Figure]:
    """Return how much longer an import takes than one bulk insert of the same rows without a journal."""
    sheet = _sheet()
    tables = _imported(empty, sheet)
    pairs = in_turns(lambda: _insert(empty, tables), lambda: _import(empty, sheet))
    count = sum(len(rows) for _, rows in tables)
    told = f"{ROWS} rows of a list became {count} rows in {len(tables)} tables"
    name = f"Importing {ROWS} parsed rows / one bulk insert without a journal"
    return [Figure(name, "ms", pairs, AT_MOST_IMPORT, told)]


def _check_ins(large: Built, folder: Path) -> list[Pair]:
    workspace = large.copy(folder).open()
    try:
        return CheckIns(workspace).pairs()
    finally:
        workspace.close()
        shutil.rmtree(folder)


class CheckIns:
    """Checks in everybody who is still to come, a few with the triggers and a few without, in turns."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._engine = _engine(workspace)
        with workspace.read() as tx:
            query = (
                select(Attendance.session_id, Attendance.person_id)
                .join(DesignSession, DesignSession.id == Attendance.session_id)
                .where(DesignSession.held_on >= workspace.clock.now().date(), Attendance.arrived_at.is_(None))
            )
            self._waiting = [(row.session_id, row.person_id) for row in tx.execute(query)]

    def pairs(self) -> list[Pair]:
        """Return the pairs."""
        return in_turns(self._without, self._with)

    def _with(self) -> float:
        return self._some()

    def _without(self) -> float:
        with self._engine.begin() as connection:
            triggers.remove(connection)
        try:
            return self._some()
        finally:
            with self._engine.begin() as connection:
                triggers.install(connection)

    def _some(self) -> float:
        """Return how long one takes, the median of several; the first ones read what is not yet in memory."""
        taken = [milliseconds(lambda: self._check_in(*self._waiting.pop())) for _ in range(CHECK_INS + 2)]
        return median(taken[2:])

    def _check_in(self, session_id: SessionId, person_id: PersonId) -> None:
        now = self._workspace.clock.now()
        with self._workspace.change(Op.CHECK_IN) as tx:
            check_in(tx, session_id, person_id, at=now, now=now)


def _sheet() -> Sheet:
    header = ("Name", "Email", "Phone", "Organisation", "Access needs", "Languages")
    groups = ("", "Healthy Streets")
    needs = ("", "", "", "Step-free", "Large print")
    rows = [
        SheetRow(
            number + 2,
            (
                one.name,
                f"guest{number}@example.org",
                "",
                groups[number % 2],
                needs[number % 5],
                "English",
            ),
        )
        for number, one in enumerate(distinct_people(ROWS, seed=5))
    ]
    return Sheet(header, tuple(rows), (), "")


def _planned(workspace: Workspace, sheet: Sheet) -> Plan:
    with workspace.read() as tx:
        return make_plan(tx, sheet, COLUMNS)


def _import(empty: Built, sheet: Sheet) -> float:
    workspace = empty.copy(SCRATCH).open()
    try:
        plan = _planned(workspace, sheet)
        return milliseconds(lambda: import_people(workspace, plan, choices={}, session_id=None))
    finally:
        workspace.close()


def _imported(empty: Built, sheet: Sheet) -> list[tuple[Table, Sequence[Any]]]:
    """Return what an import writes, by table."""
    workspace = empty.copy(SCRATCH).open()
    try:
        with _engine(workspace).connect() as connection:
            before = {table.name: len(connection.execute(select(table)).all()) for table in triggers.journaled_tables()}
        import_people(workspace, _planned(workspace, sheet), choices={}, session_id=None)
        with _engine(workspace).connect() as connection:
            kept = {table: connection.execute(select(table)).mappings().all() for table in triggers.journaled_tables()}
        return [(table, [dict(row) for row in rows]) for table, rows in kept.items() if rows and not before[table.name]]
    finally:
        workspace.close()


def _insert(empty: Built, tables: Sequence[tuple[Table, Sequence[Any]]]) -> float:
    workspace = empty.copy(SCRATCH).open()
    engine = _engine(workspace)
    with engine.begin() as connection:
        triggers.remove(connection)

    def insert_all() -> None:
        with engine.begin() as connection:
            for table, rows in tables:
                connection.execute(insert(table), rows)

    try:
        return milliseconds(insert_all)
    finally:
        workspace.close()


def _engine(workspace: Workspace) -> Engine:
    return workspace._engine
