"""Records that are not what was written: each kind of page harmed, pages moved, the file cut, emptied or gone.

Every command that meets the harm says so in the words of the table, and none ends in a traceback.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Connection

from app.backup.commands import back_up
from app.backup.keying import key_by_passphrase
from app.backup.restoring import restore
from app.backup.rules import Why
from app.checking.files import check_workspace
from app.door import FILES, KEYS, RECORDS
from app.drafts import drop, keep
from app.files.commands import keep_file
from app.files.store import put
from app.people.commands import add_person, change_person
from app.security.placement import System
from app.workspace import Workspace
from db.journal import Op
from tests.clocks import TestClock
from tests.faults.places import LEAST_KIB, MORNING, PASSPHRASE, invited, nothing_older, opened
from tests.faults.table import ROWS, Condition, WayOut, fault, way_out

PAGE = 4096
SEAL = 10  # bytes from the end of a page, inside its seal
DONE, FOUND, UNAVAILABLE = 0, 1, 3
CALM = "Nothing is wrong: "
CHECK_IN = ["check-in", "Joint event", "Ngozi Bello"]


@dataclass(frozen=True)
class Place:
    """Where a byte lies: in which page, counted from one, and how far into it."""

    page: int
    byte: int = 1000


@dataclass(frozen=True)
class Harmable:
    """A workspace with every kind of page, and where they are."""

    folder: Path
    places: dict[Condition, Place]


@pytest.fixture(scope="module")
def harmable(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Harmable:
    folder = tmp_path_factory.mktemp("harmable") / "workspace"
    shutil.copytree(made, folder)
    workspace = opened(folder, TestClock(MORNING))
    fill(workspace)
    free = free_pages(workspace)
    with workspace.read() as tx:
        roots = roots_of(tx.connection())
    workspace.close()
    last = (folder / RECORDS).stat().st_size // PAGE
    schema = min(set(range(2, max(roots.values()))) - set(roots.values()))
    places = {
        Condition.FLIPPED_SALT: Place(1, 7),
        Condition.FLIPPED_FIRST_PAGE: Place(1, 40),
        Condition.FLIPPED_SEAL_OF_FIRST_PAGE: Place(1, PAGE - SEAL),
        Condition.FLIPPED_SCHEMA: Place(schema),
        Condition.FLIPPED_INTERIOR: Place(roots["person"]),
        Condition.FLIPPED_LEAF: Place(roots["project"]),
        Condition.FLIPPED_INDEX: Place(roots["ix_attendance_person_id"]),
        Condition.FLIPPED_JOURNAL: Place(roots["journal_entry"]),
        Condition.FLIPPED_FREE_PAGE: Place(free),
        Condition.FLIPPED_LAST_PAGE: Place(last),
        Condition.FLIPPED_SEAL: Place(roots["design_session"], PAGE - SEAL),
    }
    assert free != last
    return Harmable(folder, places)


def fill(workspace: Workspace) -> None:
    """Write so much of everything that the larger tables have inner pages."""
    with workspace.change(Op.IMPORT_PEOPLE) as tx:
        for number in range(60):
            add_person(tx, f"Nadia Rahman {number}", note="n" * 300)


def free_pages(workspace: Workspace) -> int:
    """Write what is taken away again, with something behind it, and return a page that is free then."""
    with workspace.note() as tx:
        before = pages(tx.connection())
        keep(tx, {f"people|{number}": "x" * 3000 for number in range(40)})
    with workspace.change(Op.ADD_PERSON) as tx:
        add_person(tx, "Last Page", note="n" * 9000)
    with workspace.note() as tx:
        drop(tx, [f"people|{number}" for number in range(40)])
    return before + 5


def pages(connection: Connection) -> int:
    return connection.exec_driver_sql("PRAGMA page_count").scalar_one()


def roots_of(connection: Connection) -> dict[str, int]:
    """The first page of each table and index."""
    rows = connection.exec_driver_sql("SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0")
    return {row.name: row.rootpage for row in rows}


@pytest.fixture
def folder(harmable: Harmable, tmp_path: Path) -> Path:
    shutil.copytree(harmable.folder, tmp_path / "workspace")
    return tmp_path / "workspace"


@pytest.fixture
def records(folder: Path) -> Path:
    return folder / RECORDS


Harm = Callable[[Path], object]


def flip(path: Path, place: Place) -> None:
    content = bytearray(path.read_bytes())
    content[(place.page - 1) * PAGE + place.byte] ^= 0x10
    path.write_bytes(content)


FLIPPED = [condition for condition in Condition if condition.name.startswith("FLIPPED_")]


@pytest.mark.parametrize("condition", [pytest.param(each, marks=fault(each)) for each in FLIPPED])
def test_a_flipped_byte_is_told_by_every_command_that_meets_it(harmable, records, peapod, seen, condition):
    flip(records, harmable.places[condition])
    assert peapod("check") in {FOUND, UNAVAILABLE}
    for command in (["list", "people"], ["list", "sessions"], ["list", "projects"], CHECK_IN):
        seen.words.clear()
        status = peapod(*command)
        assert status == DONE or any(ROWS[Condition.FLIPPED_SALT].shows(words) for words in seen.words)
    peapod("check")


def test_a_file_that_nobody_harmed_is_whole(peapod, seen):
    assert peapod("check") == DONE
    assert seen.words[0].startswith(CALM)


@fault(Condition.FLIPPED_JOURNAL)
@way_out(WayOut.RESTORE)
def test_a_backup_takes_the_place_of_damaged_records(harmable, folder, records, peapod, clock):
    workspace = opened(folder, clock)
    copy = back_up(workspace, Why.BY_HAND)
    workspace.close()
    flip(records, harmable.places[Condition.FLIPPED_JOURNAL])
    assert peapod("check") == FOUND
    key = key_by_passphrase(folder, copy.folder, PASSPHRASE, least_kib=LEAST_KIB)
    restore(folder, copy.folder, key, clock=clock, migrate=nothing_older, system=System({}, (), None)).close()
    assert peapod("check") == DONE
    assert peapod("check-in", "Joint event", "Ngozi Bello") == DONE


@fault(Condition.PAGES_SWAPPED)
def test_pages_that_changed_places_are_told(harmable, records, peapod):
    one, other = harmable.places[Condition.FLIPPED_INDEX].page, harmable.places[Condition.FLIPPED_LAST_PAGE].page
    content = records.read_bytes()
    whole = [content[at : at + PAGE] for at in range(0, len(content), PAGE)]
    whole[one - 1], whole[other - 1] = whole[other - 1], whole[one - 1]
    records.write_bytes(b"".join(whole))
    assert peapod("check") == FOUND


@fault(Condition.PAGE_OF_YESTERDAY)
def test_a_page_as_it_was_yesterday_is_whole_and_found_by_the_history(made, tmp_path, peapod, folder):
    shutil.rmtree(folder)
    shutil.copytree(made, folder)
    workspace = opened(folder, TestClock(MORNING))
    with workspace.read() as tx:
        page, someone = roots_of(tx.connection())["person"], invited(tx)[0]
    with workspace.change(Op.CHANGE_PERSON) as tx:
        change_person(tx, someone, pronouns="they")
    workspace.close()
    put_back(page, made, folder)
    assert peapod("check") == FOUND


@fault(Condition.INNER_PAGE_OF_YESTERDAY)
def test_an_inner_page_from_before_the_table_grew_is_told(made, harmable, folder, peapod):
    put_back(harmable.places[Condition.FLIPPED_JOURNAL].page, made, folder)
    assert peapod("check") == FOUND


def put_back(page: int, made: Path, folder: Path) -> None:
    """Let one page be as it was when the workspace was made."""
    old, new = ((path / RECORDS).read_bytes() for path in (made, folder))
    at = (page - 1) * PAGE
    (folder / RECORDS).write_bytes(new[:at] + old[at : at + PAGE] + new[at + PAGE :])


@fault(Condition.RECORDS_CUT)
@pytest.mark.parametrize("kept", [1, 15, 16, 4095, 4096, 2 * PAGE, -PAGE, -20 * PAGE])
def test_records_that_were_cut_are_told_at_the_door(records, peapod, kept):
    content = records.read_bytes()
    records.write_bytes(content[:kept])
    assert peapod("check") == UNAVAILABLE


@fault(Condition.RECORDS_CUT_WITHIN_A_PAGE)
@pytest.mark.parametrize("kept", [-1, -100, -PAGE // 2])
def test_records_whose_last_page_was_cut_are_told(records, peapod, kept):
    records.write_bytes(records.read_bytes()[:kept])
    assert peapod("check") == FOUND


@fault(Condition.RECORDS_EMPTY)
def test_empty_records_are_told_and_not_begun_anew(records, peapod):
    records.write_bytes(b"")
    assert peapod("check") == UNAVAILABLE
    assert records.read_bytes() == b""


@fault(Condition.RECORDS_MISSING)
def test_missing_records_are_told_and_not_begun_anew(records, peapod):
    records.unlink()
    assert peapod("check") == UNAVAILABLE
    assert not records.exists()


@fault(Condition.RECORDS_A_FOLDER)
def test_a_folder_in_the_place_of_the_records_is_told(records, peapod):
    records.unlink()
    records.mkdir()
    assert peapod("check") == UNAVAILABLE


def a_file(folder: Path) -> Path:
    """A file that the records name, as it lies on the disk."""
    workspace = opened(folder, TestClock(MORNING))
    stored = put(folder, b"What we heard" * 10_000)
    with workspace.change(Op.CHANGE_PROJECT) as tx:
        keep_file(tx, stored, name="What we heard.pdf")
    with workspace.read() as tx:
        assert check_workspace(tx, folder).files == 1
    workspace.close()
    return next(path for path in (folder / FILES).rglob("*") if path.name == stored.id)


@fault(Condition.FILE_DAMAGED)
@pytest.mark.parametrize("at", [0, 20, 40, 70_000, -1])
def test_a_flipped_byte_of_a_file_is_told(folder, peapod, at):
    path = a_file(folder)
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)
    assert peapod("check") == FOUND


@fault(Condition.FILE_DAMAGED)
@pytest.mark.parametrize("kept", [0, 13, 20, 65_000, -1])
def test_a_file_that_was_cut_is_told(folder, peapod, kept):
    path = a_file(folder)
    path.write_bytes(path.read_bytes()[:kept])
    assert peapod("check") == FOUND


@fault(Condition.FILE_MISSING)
def test_a_file_that_is_gone_is_told(folder, peapod):
    a_file(folder).unlink()
    assert peapod("check") == FOUND


def test_the_keys_are_never_touched_by_looking(folder, records, peapod):
    keys = (folder / KEYS).read_bytes()
    records.write_bytes(records.read_bytes()[:-PAGE])
    peapod("check")
    assert (folder / KEYS).read_bytes() == keys
