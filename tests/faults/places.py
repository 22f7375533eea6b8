"""Making the workspace that is harmed, opening it with the bare key, and reading what its journal holds."""

import hashlib
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.attendance.commands import invite, walk_in
from app.door import FILES, RECORDS
from app.importing.commands import import_people
from app.importing.queries import make_plan, open_list
from app.opening import lock_workspace, open_workspace
from app.people.commands import add_person
from app.security.keys import Cost, write_keys
from app.settings.commands import add_member, change_setting, use_as
from app.settings.schema import TEAM_NAME
from app.workspace import Workspace
from db.journal import JournalEntry, Kind, Op
from db.models import Attendance, DesignSession, Person
from db.records import Migrate, create_records, open_records
from db.types import MemberId, PersonId, Role, SessionId, new_id
from tests.builders import add_session
from tests.clocks import TestClock

KEY = bytes(range(32, 64))
MORNING = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
LEAST_KIB = 64
CHEAP = Cost(memory_kib=LEAST_KIB, passes=1, lanes=1)
TEAM = "North Reading team"
PASSPHRASE = "seven quiet herons wading"
PEOPLE = ("Ngozi Bello", "শিরিন আক্তার", "Zoë Ærø", "Żaneta Wójcik", "محمد حسن", "Tom Okafor", "O’Neil Price", "李小龙")
DAY = date(2026, 11, 26)
LIST = "Name,E-mail,Phone\n" + "".join(f"Nadia {n} Rahman,nadia{n}@example.org,0118 496 {n:04}\n" for n in range(40))

Told = dict[int, dict[str, str]]


def make(folder: Path, clock: TestClock) -> Workspace:
    """A new workspace under the known key: one session, and eight people who are expected there."""
    (folder / FILES).mkdir(parents=True)
    create_records(folder / RECORDS, KEY)
    write_keys(folder, KEY, PASSPHRASE, team=TEAM, cost=CHEAP)
    engine = open_records(folder / RECORDS, KEY, nothing_older)
    workspace = Workspace(engine, KEY, folder, clock=clock, member=MemberId(new_id()))
    with workspace.change(Op.CREATE_WORKSPACE) as tx:
        add_member(tx, "Ruth A.", member_id=workspace.member)
        change_setting(tx, TEAM_NAME, TEAM)
    with workspace.note() as tx:
        use_as(tx, workspace.member)
    with workspace.change(Op.ADD_SESSION) as tx:
        invite(tx, add_session(tx, held_on=DAY).id, [add_person(tx, name) for name in PEOPLE], None)
    return workspace


def nothing_older(path: Path, key: bytes) -> None:
    raise AssertionError(path)


def opened(folder: Path, clock: TestClock, migrate: Migrate = nothing_older) -> Workspace:
    """The workspace in a folder, opened with the bare key, so that no passphrase is tried."""
    lock = lock_workspace(folder)
    try:
        return open_workspace(folder, KEY, lock=lock, clock=clock, migrate=migrate)
    except BaseException:
        lock.release()
        raise


def told(tx: Session, since: int = 0) -> Told:
    """What the journal says, by number of operation: each entry and a mark of what it wrote."""
    found: Told = {}
    query = select(JournalEntry).where(JournalEntry.seq > since).order_by(JournalEntry.n)
    for entry in tx.scalars(query):
        mark = hashlib.sha256((entry.fields or "").encode()).hexdigest()[:16]
        found.setdefault(entry.seq, {})[f"{entry.table_name} {entry.row_id} {entry.kind}"] = mark
    return found


def erased_rows(tx: Session) -> set[str]:
    """The rows whose entries were redacted."""
    query = select(JournalEntry.table_name, JournalEntry.row_id).where(JournalEntry.kind == Kind.ERASED)
    return {f"{table} {row_id}" for table, row_id in tx.execute(query)}


def session_of(tx: Session) -> SessionId:
    return tx.scalars(select(DesignSession.id)).one()


def invited(tx: Session) -> list[PersonId]:
    """Everybody who is on the list and has not come, by name."""
    query = select(Person.id).join(Attendance, Attendance.person_id == Person.id)
    return list(tx.scalars(query.where(Attendance.arrived_at.is_(None)).order_by(Person.name)))


def walk_in_to(workspace: Workspace) -> None:
    with workspace.read() as tx:
        session_id = session_of(tx)
    with workspace.change(Op.WALK_IN) as tx:
        walk_in(tx, session_id, "Jean-Luc Moreau", Role.CARER, at=MORNING, now=MORNING)


def import_list(workspace: Workspace, path: Path) -> None:
    with workspace.read() as tx:
        session_id, listed = session_of(tx), open_list(tx, path)
        plan = make_plan(tx, listed.table, listed.columns)
    import_people(workspace, plan, choices={}, session_id=session_id)


def stands(workspace: Workspace) -> Told:
    """What the journal says now."""
    with workspace.read() as tx:
        return told(tx)
