"""What changes much at once comes after a good backup, or not at all."""

from pathlib import Path

import pytest

from app.backup.commands import back_up
from app.backup.keying import key_by_passphrase
from app.backup.queries import copies
from app.backup.restoring import restore
from app.backup.rules import Why
from app.importing.commands import import_people
from app.importing.queries import make_plan, open_list
from app.opening import unlock_workspace
from app.security.errors import KeysMissing
from app.workspace import Workspace
from db.engine import SCHEMA, open_engine
from db.errors import ReadOnly
from db.models import Person
from tests.usecases.backups import CHEAP, PASSPHRASE, add


def import_one(workspace: Workspace, name: str) -> None:
    path = workspace.folder.parent / "people.csv"
    path.write_text(f"Name\n{name}\n", encoding="utf-8")
    with workspace.read() as tx:
        listed = open_list(tx, path)
        plan = make_plan(tx, listed.table, listed.columns)
    import_people(workspace, plan, choices={}, session_id=None)


def count(workspace: Workspace) -> int:
    with workspace.read() as tx:
        return tx.query(Person).count()


def say_schema(path: Path, key: bytes, schema: str) -> None:
    engine = open_engine(path, key)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{schema}'")
    engine.dispose()


@pytest.fixture
def old(team: Workspace) -> Path:
    """A closed workspace of an older version."""
    key, folder = team.key, team.folder
    team.close()
    say_schema(folder / "records.db", key, "0000")
    return folder


def test_an_import_is_made_after_a_good_backup_of_what_was_there(team):
    import_one(team, "Zoë Brandão")
    (made,) = copies(team.folder)
    assert (made.why, made.seq, made.good) == (Why.BEFORE_IMPORT, 2, True)
    assert count(team) == 2


def test_an_import_right_after_a_backup_needs_no_other(team):
    back_up(team, Why.HOURLY)
    import_one(team, "Zoë Brandão")
    assert [copy.why for copy in copies(team.folder)] == [Why.HOURLY]
    import_one(team, "Tom Okafor")
    assert [copy.why for copy in copies(team.folder)] == [Why.BEFORE_IMPORT, Why.HOURLY]


def test_where_no_backup_can_be_made_nobody_is_imported(team):
    (team.folder / "keys.json").unlink()
    with pytest.raises(KeysMissing):
        import_one(team, "Zoë Brandão")
    assert count(team) == 1


def test_older_records_are_brought_up_to_date_after_a_good_backup(old, clock):
    there: list[str] = []

    def migrate(path: Path, key: bytes) -> None:
        there.extend(copy.schema for copy in copies(old) if copy.good)
        say_schema(path, key, SCHEMA)

    unlock_workspace(old, PASSPHRASE, clock=clock, migrate=migrate, least_kib=CHEAP.memory_kib).close()
    assert there == ["0000"]
    assert [copy.why for copy in copies(old)] == [Why.BEFORE_MIGRATION]


def test_where_no_backup_can_be_made_older_records_stay_as_they_are(old, clock):
    (old / "backups").write_text("a file where the folder would be")
    with pytest.raises(ReadOnly):
        unlock_workspace(old, PASSPHRASE, clock=clock, migrate=never, least_kib=CHEAP.memory_kib)


def test_an_older_backup_is_brought_up_to_date_before_it_takes_the_place_of_the_records(old, clock):
    def migrate(path: Path, key: bytes) -> None:
        moved.append(path.parent.name)
        say_schema(path, key, SCHEMA)

    moved: list[str] = []
    unlock_workspace(old, PASSPHRASE, clock=clock, migrate=migrate, least_kib=CHEAP.memory_kib).close()
    (older,) = copies(old)
    key = key_by_passphrase(old, older.folder, PASSPHRASE, least_kib=CHEAP.memory_kib)
    restored = restore(old, older.folder, key, clock=clock, migrate=migrate)
    add(restored, "Zoë Brandão")
    restored.close()
    assert moved == ["team", "restoring.tmp"]
    assert older in copies(old)


def never(path: Path, key: bytes) -> None:
    raise AssertionError(path)
