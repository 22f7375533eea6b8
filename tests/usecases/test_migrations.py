"""Older records are brought up to date whole, or stay as they were."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import inspect

from db import triggers
from db.engine import SCHEMA, open_engine
from db.errors import Damaged
from db.journal import Op
from db.migrations.run import SCRIPTS, Stage, upgrade
from db.models import Person
from db.records import create_records, schema_of, sessions_on
from db.search import present, wanted
from tests.builders import add_person
from tests.conftest import KEY

NEXT_STEP = """
import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{before}"

def upgrade():
    op.add_column("person", sa.Column("pronunciation_checked", sa.String(), nullable=True))
    with op.batch_alter_table("affiliation", recreate="always") as table:
        table.add_column(sa.Column("since", sa.String(), nullable=True))
    op.execute("UPDATE person SET pronunciation_checked = 'no', name = upper(name)")
    {more}
"""
NEXT = f"{int(SCHEMA) + 1:04}"
DIES = """
import os, sys
from pathlib import Path
from db.migrations.run import Stage, upgrade
from db import models

def reached(stage):
    if stage is Stage[sys.argv[3]]:
        os._exit(9)

upgrade(Path(sys.argv[1]), bytes(range(32)), scripts=Path(sys.argv[2]), reached=reached)
"""


def next_version(folder: Path, more: str = "") -> Path:
    """A folder of steps with one that this program does not have."""
    scripts = folder / "50% more steps"
    shutil.copytree(SCRIPTS, scripts)
    (scripts / "versions" / f"{NEXT}_next.py").write_text(NEXT_STEP.format(revision=NEXT, before=SCHEMA, more=more))
    return scripts


def schema(path: Path) -> list[tuple[str, str, str]]:
    engine = open_engine(path, KEY)
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        found = sorted((kind, name, _one_line(sql)) for kind, name, sql in rows)
    engine.dispose()
    return found


def stands(path: Path) -> tuple[str, list[str], list[str]]:
    """The version, the names of everybody, and the triggers that are not as they should be."""
    engine = open_engine(path, KEY)
    with engine.connect() as connection:
        names = [name for (name,) in connection.exec_driver_sql("SELECT name FROM person ORDER BY name")]
        stale = triggers.out_of_date(connection)
    version = schema_of(engine)
    engine.dispose()
    return version, names, stale


@pytest.fixture
def old(workspace) -> Path:
    with workspace.change(Op.ADD_PERSON) as tx:
        add_person(tx, "Shirin Akter")
    workspace.close()
    return workspace.folder / "records.db"


def test_upgrading_from_nothing_gives_the_schema_of_a_new_file(tmp_path):
    create_records(tmp_path / "new.db", KEY)
    upgrade(tmp_path / "upgraded.db", KEY)
    assert schema(tmp_path / "upgraded.db") == schema(tmp_path / "new.db")


def test_the_newest_step_is_the_version_that_the_program_writes(tmp_path):
    upgrade(tmp_path / "records.db", KEY)
    assert stands(tmp_path / "records.db")[0] == SCHEMA


def test_an_old_file_is_brought_up_to_date_with_its_triggers_and_search_text(old, tmp_path):
    upgrade(old, KEY, scripts=next_version(tmp_path))
    assert stands(old) == (NEXT, ["SHIRIN AKTER"], [])
    engine = open_engine(old, KEY)
    with engine.connect() as connection:
        assert "since" in {column["name"] for column in inspect(connection).get_columns("affiliation")}
        assert present(connection) == wanted(connection)
    engine.dispose()


def test_what_a_step_writes_is_nobodys_operation(old, tmp_path):
    def entries() -> int:
        engine = open_engine(old, KEY)
        with engine.connect() as connection:
            count = connection.exec_driver_sql("SELECT count(*) FROM journal_entry").scalar_one()
        engine.dispose()
        return count

    before = entries()
    upgrade(old, KEY, scripts=next_version(tmp_path))
    assert entries() == before


def test_upgrading_a_file_of_this_version_changes_nothing(old):
    before = schema(old)
    upgrade(old, KEY)
    assert schema(old) == before
    assert stands(old) == (SCHEMA, ["Shirin Akter"], [])


@pytest.mark.parametrize("stage", Stage, ids=lambda stage: stage.name.lower())
def test_a_program_that_dies_on_the_way_leaves_the_old_file(old, tmp_path, stage):
    before = schema(old)
    asked = [sys.executable, "-c", DIES, str(old), str(next_version(tmp_path)), stage.name]
    assert subprocess.run(asked, cwd=Path(__file__).parents[2], env=dict(os.environ), check=False).returncode == 9
    assert schema(old) == before
    assert stands(old) == (SCHEMA, ["Shirin Akter"], [])


def test_a_step_that_fails_leaves_the_old_file(old, tmp_path):
    with pytest.raises(ZeroDivisionError):
        upgrade(old, KEY, scripts=next_version(tmp_path, more="1 / 0"))
    assert stands(old) == (SCHEMA, ["Shirin Akter"], [])


def test_a_step_that_leaves_a_reference_to_nobody_is_taken_back(old, tmp_path):
    row = "(id, person_id, kind, name, deleted) VALUES ('a', 'nobody', 'network', 'N', 0)"
    stray = f'op.execute("INSERT INTO affiliation {row}")'
    with pytest.raises(Damaged):
        upgrade(old, KEY, scripts=next_version(tmp_path, more=stray))
    assert stands(old) == (SCHEMA, ["Shirin Akter"], [])


def test_after_an_upgrade_the_file_works_as_before(old, tmp_path):
    upgrade(old, KEY, scripts=next_version(tmp_path))
    engine = open_engine(old, KEY)
    with sessions_on(engine)() as tx:
        assert [person.name for person in tx.query(Person)] == ["SHIRIN AKTER"]
    engine.dispose()


def _one_line(sql: str) -> str:
    return " ".join(sql.split()).replace("( ", "(").replace(" )", ")")
