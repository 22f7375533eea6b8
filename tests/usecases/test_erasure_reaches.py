"""Erasing reaches every copy: nothing of what was said of a person is left in any byte that the program keeps."""

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from app.attendance.inviting import invite
from app.backup.commands import back_up
from app.backup.keying import key_by_passphrase
from app.backup.queries import copies
from app.backup.restoring import restore
from app.backup.rules import Why
from app.checking.queries import check
from app.drafts import keep
from app.erasure.commands import erase_person
from app.erasure.finishing import finish_erasing
from app.files.commands import keep_file
from app.files.store import path_of, put
from app.people.belongings import add_affiliation, add_community_role, add_need, remove_need, set_emergency_contact
from app.people.commands import LINES, NOTES, add_person, change_person
from app.people.merging import merge
from app.transport.commands import need_no_ride, need_ride
from app.workspace import Workspace
from db.journal import Op
from db.local import SearchText
from db.search import fold
from db.types import AffiliationKind, PersonId, RecordId
from tests.builders import add_attendance, add_session
from tests.clocks import TestClock
from tests.conftest import MORNING
from tests.pages import plain_log, plain_pages
from tests.usecases.backups import CHEAP, PASSPHRASE, no_step, unlock

TODAY = date(2026, 11, 26)
NAME = "Şirin Zuleyhaqızı"
FIELDS = {field: f"W{number:02} şey {field}" for number, field in enumerate((*LINES, *NOTES))}
BELONGING = (
    "Ağırlıqlar",
    "Komşubaşı",
    "Solqulaq",
    "Gəlinbacı",
    "01632 960 777",
    "Hönkürüb getdi",
    "qeyd.txt",
    "Silinmiş",
    "Eniş küçə 12",
    "Zəngləşdik",
    "Dayandırılan yol",
)
OLDER = ("Ilkin Adqoyma", "ilkin@evvel.example", "Təkrarqeyd", "Yarımçıq söz")
VALUES = (NAME, *FIELDS.values(), *BELONGING, *OLDER)
FILE = "Məktub: hörmətli Zuleyhaqızı".encode()
SOMEBODY = "Başqaadam"


@pytest.fixture
def told(team: Workspace) -> PersonId:
    """Somebody of whom everything is known that can be, some of it changed, deleted or merged since."""
    crowd(team, 60)
    with team.change(Op.ADD_PERSON) as tx:
        person = add_person(tx, OLDER[0], email=OLDER[1])
        twin = add_person(tx, "Ilkin Adqoyma", note=OLDER[2])
    crowd(team, 60)
    with team.change(Op.CHANGE_PERSON) as tx:
        change_person(tx, person, name=NAME, **FIELDS)
        add_affiliation(tx, person, AffiliationKind.NETWORK, BELONGING[0])
        add_community_role(tx, person, BELONGING[1])
        add_need(tx, person, "bsl", today=TODAY, detail=BELONGING[2])
        set_emergency_contact(tx, person, name=BELONGING[3], relation=None, phone=BELONGING[4], today=TODAY)
        remove = add_need(tx, person, "seat", today=TODAY, detail=BELONGING[7])
    with team.change(Op.CHECK_IN) as tx:
        at = MORNING - timedelta(days=7)
        session = add_session(tx, held_on=TODAY - timedelta(days=7)).id
        add_attendance(tx, session, person, note=BELONGING[5], arrived_at=at, left_at=at, status="attended")
        need_ride(tx, session, person, goes_to=BELONGING[8], note=BELONGING[9])
        other = add_session(tx, held_on=TODAY).id
        invite(tx, other, [person], None)
        need_ride(tx, other, person, goes_to=BELONGING[10])
    with team.change(Op.REMOVE_RIDE) as tx:
        need_no_ride(tx, other, person)
    with team.change(Op.CHANGE_NEEDS) as tx:
        remove_need(tx, remove)
    with team.change(Op.MERGE_PEOPLE) as tx:
        merge(tx, person, twin, {})
    with team.note() as tx:
        keep(tx, {f"people|{person}||Phone": OLDER[3], f"people|{twin}||Phone": NAME})
    crowd(team, 60)
    return person


@pytest.fixture
def letter(team: Workspace, told: PersonId) -> RecordId:
    with team.change(Op.CHANGE_PERSON) as tx:
        return keep_file(tx, put(team.folder, FILE), name=BELONGING[6], person_id=told)


def crowd(workspace: Workspace, count: int) -> None:
    """Others, of various lengths, so that rows are moved between pages."""
    chance = random.Random(count)
    for _ten in range(count // 10):
        with workspace.change(Op.ADD_PERSON) as tx:
            for _one in range(10):
                other = add_person(tx, f"{SOMEBODY} {chance.random()}", note="x" * chance.randrange(400))
                add_need(tx, other, "bsl", today=TODAY, detail="y" * chance.randrange(100))


def erase(workspace: Workspace, person_id: PersonId) -> None:
    with workspace.change(Op.ERASE_PERSON) as tx:
        erase_person(tx, person_id, NAME, today=TODAY)
    assert finish_erasing(workspace)


def forms(value: str) -> Iterator[bytes]:
    """Every way in which a value may stand in a page: as typed, folded for searching, and escaped in JSON."""
    yield value.encode()
    yield fold(value).encode()
    yield json.dumps(value)[1:-1].encode()


def found(content: bytes) -> set[str]:
    return {value for value in VALUES if any(form in content for form in forms(value))}


def bytes_of(folder: Path, key: bytes) -> bytes:
    """All that a workspace or a backup holds: the pages of its records, the log, and every other file as it lies."""
    records = folder / "records.db"
    others = (path.read_bytes() for path in folder.rglob("*") if path.is_file() and "backups" not in path.parts[-3:])
    return b"".join((plain_pages(records, key), plain_log(folder / "records.db-wal", key), *others))


def test_the_way_of_looking_finds_every_value_before_and_those_of_others_after(team, told, letter):
    key = team.key
    assert found(bytes_of(team.folder, key)) == set(VALUES)
    erase(team, told)
    assert SOMEBODY.encode() in bytes_of(team.folder, key)


def test_no_value_is_left_in_any_page_of_the_records_or_their_log(team, told, letter):
    erase(team, told)
    assert found(plain_pages(team.folder / "records.db", team.key)) == set()
    assert found(plain_log(team.folder / "records.db-wal", team.key)) == set()


def test_no_value_is_left_in_search_text_drafts_journal_or_any_other_table(team, told, letter):
    erase(team, told)
    with team.read() as tx:
        tables = tx.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")).all()
        everything = "\n".join(
            str(tuple(row)) for table in tables for row in tx.execute(text(f'SELECT * FROM "{table}"'))
        )
        kinds = tx.query(SearchText).count()
    assert kinds > 100
    assert found(everything.encode()) == set()


def test_no_file_of_theirs_is_left_and_nobody_else_loses_one(team, told, letter):
    with team.change(Op.CHANGE_PROJECT) as tx:
        other = keep_file(tx, put(team.folder, b"minutes"), name="minutes.txt")
    erase(team, told)
    lying = [path.name for path in (team.folder / "files").rglob("*") if path.is_file()]
    assert lying == [other]
    assert not path_of(team.folder, letter).exists()


def test_an_erasure_that_a_power_cut_stopped_is_finished_at_the_next_opening(team, told, letter, clock: TestClock):
    with team.change(Op.ERASE_PERSON) as tx:
        erase_person(tx, told, NAME, today=TODAY)
    key, folder = team.key, team.folder
    team.close()
    assert not (folder / "erased.txt").exists()
    again = unlock(folder, clock)
    assert told in (folder / "erased.txt").read_text()
    assert not path_of(folder, letter).exists()
    again.close()
    assert found(bytes_of(folder, key)) == set()


def test_after_rotation_no_backup_holds_any_value(team, told, letter, clock: TestClock):
    back_up(team, Why.BY_HAND)
    clock.pass_time(hours=1)
    erase(team, told)
    for _day in range(32):
        clock.pass_time(days=1)
        back_up(team, Why.DAILY)
    kept = copies(team.folder)
    assert kept
    for copy in kept:
        assert found(bytes_of(copy.folder, team.key)) == set()


def test_a_backup_from_before_still_holds_them_and_restoring_it_erases_them_again(team, told, letter, clock: TestClock):
    copy = back_up(team, Why.BY_HAND).folder
    clock.pass_time(hours=1)
    erase(team, told)
    key, folder = team.key, team.folder
    assert NAME in found(bytes_of(copy, key))
    team.close()
    opens = key_by_passphrase(folder, copy, PASSPHRASE, least_kib=CHEAP.memory_kib)
    restored = restore(folder, copy, opens, clock=clock, migrate=no_step)
    with restored.read() as tx:
        assert check(tx).findings == ()
    restored.close()
    assert found(plain_pages(folder / "records.db", key)) == set()
    assert found(plain_log(folder / "records.db-wal", key)) == set()
    assert told in (folder / "erased.txt").read_text()
