"""What is done on a disk that fills up, is read-only, or is pulled.

    unshare -rm python -m tests.faults.on_disk ACT FOLDER

FOLDER is a closed workspace, which is copied onto the disk where the act is about the records. Every sentence that was
shown is printed; anything else than that the act ended as it should ends the process with a traceback.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from app.attendance.commands import walk_in
from app.backup.commands import back_up, back_up_to
from app.backup.keying import key_by_passphrase
from app.backup.queries import copies
from app.backup.restoring import restore
from app.backup.rules import Why
from app.checking.files import check_workspace
from app.documents.commands import export
from app.documents.style import PrintStyle
from app.door import KEYS, RECORDS
from app.erasure.commands import erase_person
from app.erasure.finishing import finish_erasing
from app.erasure.noted import erased_noted
from app.errors import Unavailable
from app.files.store import put, read
from app.importing.commands import import_people
from app.importing.queries import make_plan, open_list
from app.opening import create_workspace, unlock_workspace
from app.recovery.new_sheet import make_new_sheet
from app.security.keys import change_passphrase
from app.security.placement import System
from app.workspace import Workspace
from db.engine import open_engine
from db.journal import Op
from db.migrations.run import SCRIPTS, upgrade
from db.models import Person
from db.records import schema_of
from db.types import PersonId, Role
from tests.clocks import TestClock
from tests.faults.disk import Disk, say, until_done
from tests.faults.morning import LIST
from tests.faults.places import (
    CHEAP,
    KEY,
    LEAST_KIB,
    MORNING,
    PASSPHRASE,
    Told,
    erased_rows,
    invited,
    nothing_older,
    opened,
    session_of,
    told,
)

ANY_PLACE = System({}, (), None)
NEW_PASSPHRASE = "nine slow barges turning"
NEXT_STEP = """
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

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
    before = stands(workspace)
    until_done(disk, lambda: import_list(workspace), lambda: stands(workspace) == before)
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
    (scripts / "versions" / "0002_next.py").write_text(NEXT_STEP)
    until_done(disk, lambda: upgrade(records, KEY, scripts=scripts), lambda: version(records) == "0001")
    assert version(records) == "0002"


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


def is_erased(workspace: Workspace, person_id: PersonId) -> bool:
    with workspace.read() as tx:
        return f"person {person_id}" in erased_rows(tx)


def is_whole(workspace: Workspace) -> bool:
    with workspace.read() as tx:
        return check_workspace(tx, workspace.folder).findings == ()


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


def read_only(disk: Disk, made: Path) -> None:
    folder = shutil.copytree(made, disk.place / "workspace")
    disk.become_read_only()
    refused(lambda: unlock(folder))


def exporting_to_a_read_only_folder(disk: Disk, made: Path) -> None:
    workspace = opened(made, TestClock(MORNING))
    disk.become_read_only()
    refused(lambda: export_to(workspace, disk.place))
    export_to(workspace, made.parent)
    finish(workspace)


def pulled_while_exporting(disk: Disk, made: Path) -> None:
    workspace, stick = opened(made, TestClock(MORNING)), disk.place / "documents"
    stick.mkdir()
    export_to(workspace, stick)
    disk.be_pulled()
    refused(lambda: export_to(workspace, stick))
    assert list(disk.place.iterdir()) == []
    Disk.mount(disk.place)
    stick.mkdir()
    export_to(workspace, stick)
    finish(workspace)


def pulled_while_backing_up(disk: Disk, made: Path) -> None:
    """The stick is pulled after each of the steps that are told, in turn."""
    workspace = opened(made, TestClock(MORNING))
    steps: list[int] = []
    back_up_to(workspace, disk.place, progress=lambda done, of: steps.append(done))
    assert len(steps) > 1
    for step in range(len(steps) - 1):
        told_of = iter(range(len(steps)))
        refused(lambda: back_up_to(workspace, disk.place, progress=partial(pull_at, disk, told_of, step)))  # noqa: B023
        assert list(disk.place.iterdir()) == []
        Disk.mount(disk.place)
    back_up_to(workspace, disk.place)
    workspace.close()
    (copy,) = disk.place.iterdir()
    finish(unlock(copy))


def pull_at(disk: Disk, told_of: Iterator[int], step: int, *_: int) -> None:
    if next(told_of) == step:
        disk.be_pulled()


def pulled_with_the_records(disk: Disk, made: Path) -> None:
    """Every file of the disk stops answering while it is open."""
    workspace = open_on(disk, made)
    walk_in_to(workspace)
    before = stands(workspace)
    stop_answering(disk.place)
    refused(lambda: walk_in_to(workspace))
    workspace.close()
    assert journal_of(workspace.folder) == before
    finish(unlock(workspace.folder))


def stop_answering(place: Path) -> None:
    """Let whatever this process has open below a place refuse to be read and written, as a drive does that is gone."""
    nothing = os.open("/", os.O_RDONLY)
    for descriptor in Path("/proc/self/fd").iterdir():
        file = os.path.realpath(descriptor)
        if file.startswith(str(place)) and not file.endswith(("-shm", "lock")):
            os.dup2(nothing, int(descriptor.name))


def refused(act: Callable[[], object]) -> None:
    try:
        act()
    except Unavailable as error:
        say(error)
    else:
        raise AssertionError("it was not refused")


def open_on(disk: Disk, made: Path) -> Workspace:
    return opened(shutil.copytree(made, disk.place / "workspace"), TestClock(MORNING))


def unlock(folder: Path, passphrase: str = PASSPHRASE) -> Workspace:
    return unlock_workspace(folder, passphrase, clock=TestClock(MORNING), migrate=nothing_older, least_kib=LEAST_KIB)


def finish(workspace: Workspace) -> bytes:
    """Close whole records, and return their key."""
    assert is_whole(workspace)
    key = workspace.key
    workspace.close()
    return key


def walk_in_to(workspace: Workspace) -> None:
    with workspace.read() as tx:
        session_id = session_of(tx)
    with workspace.change(Op.WALK_IN) as tx:
        walk_in(tx, session_id, "Jean-Luc Moreau", Role.CARER, at=MORNING, now=MORNING)


def import_list(workspace: Workspace) -> None:
    path = workspace.folder.parents[1] / "people.csv"
    path.write_text(LIST, encoding="utf-8")
    with workspace.read() as tx:
        session_id, listed = session_of(tx), open_list(tx, path)
        plan = make_plan(tx, listed.table, listed.columns)
    import_people(workspace, plan, choices={}, session_id=session_id)


def export_to(workspace: Workspace, folder: Path) -> None:
    with workspace.read() as tx:
        session_id = session_of(tx)
    export(workspace, session_id, ["sign-in-sheet"], folder, PrintStyle(""), password=None)


def stands(workspace: Workspace) -> Told:
    with workspace.read() as tx:
        return told(tx)


def journal_of(folder: Path) -> Told:
    workspace = unlock(folder)
    found = stands(workspace)
    finish(workspace)
    return found


def version(records: Path) -> str:
    engine = open_engine(records, KEY)
    found = schema_of(engine)
    engine.dispose()
    return found


def names_below(folder: Path) -> set[str]:
    """Every file; an empty folder that was made for one is nothing half done."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()} - {"ballast"}


ACTS: dict[str, Callable[[Disk, Path], None]] = {
    act.__name__: act
    for act in (
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
        read_only,
        exporting_to_a_read_only_folder,
        pulled_while_exporting,
        pulled_while_backing_up,
        pulled_with_the_records,
    )
}

if __name__ == "__main__":
    made = Path(sys.argv[2])
    ACTS[sys.argv[1]](Disk(made.parent / "disk"), made)
