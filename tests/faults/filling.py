"""What is done on a disk that fills up: refused until there is space, and nothing half done meanwhile."""

import shutil
from functools import partial
from pathlib import Path

from app.backup.commands import back_up, back_up_to
from app.backup.keying import key_by_passphrase
from app.backup.queries import copies
from app.backup.restoring import restore
from app.backup.rules import Why
from app.door import KEYS, RECORDS
from app.erasure.commands import erase_person
from app.erasure.finishing import finish_erasing
from app.erasure.noted import erased_noted
from app.errors import Unavailable
from app.files.store import put, read
from app.opening import create_workspace
from app.recovery.new_sheet import make_new_sheet
from app.security.keys import change_passphrase
from app.security.placement import System
from app.workspace import Workspace
from db.engine import SCHEMA
from db.journal import Op
from db.migrations.run import SCRIPTS, upgrade
from db.models import Person
from tests.clocks import TestClock
from tests.faults.disk import Disk, say, until_done
from tests.faults.places import (
    CHEAP,
    KEY,
    LEAST_KIB,
    LIST,
    MORNING,
    PASSPHRASE,
    import_list,
    invited,
    nothing_older,
    opened,
    stands,
    walk_in_to,
)
from tests.faults.steps import (
    export_to,
    finish,
    is_erased,
    is_whole,
    journal_of,
    names_below,
    open_on,
    unlock,
    version,
)

ANY_PLACE = System({}, (), None)
NEW_PASSPHRASE = "nine slow barges turning"
NEXT = f"{int(SCHEMA) + 1:04}"
NEXT_STEP = f"""
import sqlalchemy as sa
from alembic import op

revision = "{NEXT}"
down_revision = "{SCHEMA}"

def upgrade():
    op.add_column("person", sa.Column("checked", sa.String(), nullable=True))
    op.execute("UPDATE person SET checked = hex(randomblob(20000))")
"""


def checking_in(disk: Disk, made: Path) -> None:
    workspace = open_on(disk, made)
    before = stands(workspace)
    until_done(disk, lambda: walk_in_to(workspace), lambda: stands(workspace) == before)
    assert len(stands(workspace)) == len(before) + 1
    finish(workspace)


def importing(disk: Disk, made: Path) -> None:
    workspace = open_on(disk, made)
    before, people = stands(workspace), made.with_name("people.csv")
    people.write_text(LIST, encoding="utf-8")
    until_done(disk, lambda: import_list(workspace, people), lambda: stands(workspace) == before)
    assert len(stands(workspace)) == len(before) + 1
    finish(workspace)


def opening(disk: Disk, made: Path) -> None:
    folder = shutil.copytree(made, disk.place / "workspace")
    until_done(disk, lambda: finish(unlock(folder)), lambda: True)
    finish(unlock(folder))


def keeping_a_file(disk: Disk, made: Path) -> None:
    workspace, content = open_on(disk, made), b"What we heard" * 20_000
    before = names_below(disk.place)
    kept = []
    until_done(disk, lambda: kept.append(put(workspace.folder, content)), lambda: names_below(disk.place) == before)
    assert read(workspace.folder, kept[0]) == content
    finish(workspace)


def exporting(disk: Disk, made: Path) -> None:
    workspace = opened(made, TestClock(MORNING))
    before = names_below(disk.place)
    until_done(disk, lambda: export_to(workspace, disk.place), lambda: names_below(disk.place) == before)
    assert [path.read_bytes()[:5] for path in disk.place.glob("*.pdf")] == [b"%PDF-"]
    workspace.close()


def changing_the_passphrase(disk: Disk, made: Path) -> None:
    folder = shutil.copytree(made, disk.place / "workspace")
    keys = (folder / KEYS).read_bytes()
    change = partial(change_passphrase, folder, PASSPHRASE, NEW_PASSPHRASE, cost=CHEAP, least_kib=LEAST_KIB)
    until_done(disk, change, lambda: (folder / KEYS).read_bytes() == keys)
    assert finish(unlock(folder, NEW_PASSPHRASE)) == KEY


def making_a_new_sheet(disk: Disk, made: Path) -> None:
    folder = shutil.copytree(made, disk.place / "workspace")

    def renew() -> None:
        clock = TestClock(MORNING)
        make_new_sheet(folder, PASSPHRASE, clock=clock, migrate=nothing_older, cost=CHEAP, least_kib=LEAST_KIB).close()

    until_done(disk, renew, lambda: finish(unlock(folder)) == KEY)
    assert finish(unlock(folder)) != KEY


def beginning_a_workspace(disk: Disk, made: Path) -> None:
    folder = disk.place / "new"

    def begin() -> None:
        create_workspace(
            folder,
            team="Team",
            member="Ruth A.",
            passphrase=PASSPHRASE,
            clock=TestClock(MORNING),
            cost=CHEAP,
            system=ANY_PLACE,
        ).close()

    until_done(disk, begin, lambda: not folder.exists())
    finish(unlock(folder))


def migrating(disk: Disk, made: Path) -> None:
    records = shutil.copytree(made, disk.place / "workspace") / RECORDS
    scripts = shutil.copytree(SCRIPTS, made.with_name("steps"))
    (scripts / "versions" / f"{NEXT}_next.py").write_text(NEXT_STEP)
    until_done(disk, lambda: upgrade(records, KEY, scripts=scripts), lambda: version(records) == SCHEMA)
    assert version(records) == NEXT


def backing_up(disk: Disk, made: Path) -> None:
    workspace = open_on(disk, made)
    until_done(disk, lambda: back_up(workspace, Why.BY_HAND), lambda: copies(workspace.folder) == ())
    (copy,) = copies(workspace.folder)
    workspace.close()
    finish(unlock(copy.folder))


def backing_up_to_a_stick(disk: Disk, made: Path) -> None:
    workspace = opened(made, TestClock(MORNING))
    before = names_below(disk.place)
    until_done(disk, lambda: back_up_to(workspace, disk.place), lambda: names_below(disk.place) == before)
    workspace.close()
    (copy,) = disk.place.iterdir()
    finish(unlock(copy))


def erasing(disk: Disk, made: Path) -> None:
    """The erasure itself is there or not; what is left to do after it is done when there is space."""
    workspace = open_on(disk, made)
    with workspace.read() as tx:
        person_id = invited(tx)[0]
        name = tx.get_one(Person, person_id).name

    def erase() -> None:
        with workspace.change(Op.ERASE_PERSON) as tx:
            erase_person(tx, person_id, name, today=MORNING.date())

    until_done(disk, erase, lambda: is_whole(workspace) and not is_erased(workspace, person_id))
    assert is_erased(workspace, person_id)
    disk.leave(0)
    assert not finished(workspace)
    disk.free()
    assert finished(workspace)
    assert person_id in erased_noted(workspace.folder)
    finish(workspace)


def finished(workspace: Workspace) -> bool:
    try:
        return finish_erasing(workspace)
    except Unavailable as error:
        say(error)
        return False


def restoring(disk: Disk, made: Path) -> None:
    workspace = open_on(disk, made)
    copy = back_up(workspace, Why.BY_HAND)
    walk_in_to(workspace)
    after = stands(workspace)
    folder = workspace.folder
    workspace.close()

    def bring_back() -> None:
        key = key_by_passphrase(folder, copy.folder, PASSPHRASE, least_kib=LEAST_KIB)
        restore(folder, copy.folder, key, clock=TestClock(MORNING), migrate=nothing_older, system=ANY_PLACE).close()

    until_done(disk, bring_back, lambda: journal_of(folder) == after)
    assert journal_of(folder) != after
    finish(unlock(folder))


ACTS = (
    checking_in,
    importing,
    opening,
    keeping_a_file,
    exporting,
    changing_the_passphrase,
    making_a_new_sheet,
    beginning_a_workspace,
    migrating,
    backing_up,
    backing_up_to_a_stick,
    erasing,
    restoring,
)
