# SPDX-License-Identifier: GPL-3.0-or-later
"""Older records brought up to date in one transaction: after a crash at any point they are as they were.

Importing this imports Alembic, so it is imported only when records of an older version are met.
"""

from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from db import search, triggers
from db.engine import open_engine
from db.errors import Damaged

SCRIPTS = Path(__file__).parent


class Stage(Enum):
    """How far an upgrade is."""

    BEGUN = auto()
    TRIGGERS_GONE = auto()
    STEPPED = auto()
    TRIGGERS_MADE = auto()
    CHECKED = auto()


def upgrade(
    path: Path, key: bytes, *, scripts: Path = SCRIPTS, reached: Callable[[Stage], object] = lambda stage: None
) -> None:
    """Bring the records to the newest version that `scripts` know.

    Args:
        path: The records.
        key: Their raw key.
        scripts: The folder with env.py and versions/.
        reached: Told each stage as it is reached.

    Raises:
        Unavailable: They cannot be opened or written, or the steps would leave them inconsistent; they are as before.
    """
    engine = open_engine(path, key)
    try:
        # naming an operation, even none, is what makes the transaction take the writer's place at its beginning
        with engine.connect().execution_options(operation=None) as connection:
            _let_tables_be_rebuilt(connection)
            with connection.begin():
                _upgrade(connection, path, scripts, reached)
    finally:
        engine.dispose()


def _upgrade(connection: Connection, path: Path, scripts: Path, reached: Callable[[Stage], object]) -> None:
    reached(Stage.BEGUN)
    triggers.remove(connection)
    reached(Stage.TRIGGERS_GONE)
    _run_steps(connection, scripts)
    search.rebuild(connection)
    reached(Stage.STEPPED)
    triggers.install(connection)
    reached(Stage.TRIGGERS_MADE)
    if triggers.out_of_date(connection) or connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise Damaged(path)
    reached(Stage.CHECKED)


def _let_tables_be_rebuilt(connection: Connection) -> None:
    """Switch foreign keys off; inside a transaction SQLite would ignore this."""
    connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")


def _run_steps(connection: Connection, scripts: Path) -> None:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    command.upgrade(config, "head")
