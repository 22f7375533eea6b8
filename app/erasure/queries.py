# SPDX-License-Identifier: GPL-3.0-or-later
"""What erasing a person would do: what goes, what stays and why, and where else they are named. Nothing is changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import func, inspect, select
from sqlalchemy.orm import Session

from app.backup.rules import OLD
from app.erasure.mentions import Mention, drafts_about, mentions_of
from app.erasure.reach import Reach, reach_of
from app.errors import NotFound
from db.base import Base
from db.erasing import erased_ids
from db.journal import JournalEntry
from db.models import Attendance, Person
from db.types import PersonId

CONTACT = ("email", "phone", "address", "reach_by", "do_not_contact")
IDENTITY = ("name", "family_name", "name_in_script", "known_as", "say_it", "pronouns")


class Goes(StrEnum):
    """One kind of thing that goes when a person is erased. Most are named as their table is."""

    NAME = "name"
    CONTACT = "contact"
    TOLD = "told"
    DUPLICATES = "duplicates"
    AFFILIATION = "affiliation"
    COMMUNITY_ROLE = "community_role"
    NEED = "need"
    NEED_DETAIL = "need_detail"
    EMERGENCY_CONTACT = "emergency_contact"
    STORED_FILE = "stored_file"
    KEPT_APART = "kept_apart"
    INCIDENT_PERSON = "incident_person"
    RIDE = "ride"
    SEATING_PAIR = "seating_pair"
    INVITATION = "invitation"
    ATTENDANCE_NOTE = "attendance_note"
    SUPPORT = "support"
    DRAFT = "draft"
    HISTORY = "history"


class Stays(StrEnum):
    """One kind of thing that stays when a person is erased."""

    CAME = "came"
    INCIDENTS = "incidents"
    HISTORY = "history"
    BACKUPS = "backups"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what goes or stays: what it is (`Goes` or `Stays`, as a word), and how many there are."""

    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class Erasure:
    """What erasing a person would do.

    Attributes:
        person_id: Whom.
        name: What must be typed to confirm.
        goes: What goes, in the order to show; nothing of it comes back.
        stays: What stays, without their name, in the order to show.
        mentions: Where else they are named; it is not changed.
        backups_gone_on: From this day on the backups that still hold it are removed, each once a newer good one exists.
    """

    person_id: PersonId
    name: str
    goes: tuple[Line, ...]
    stays: tuple[Line, ...]
    mentions: tuple[Mention, ...]
    backups_gone_on: date


def what_goes(tx: Session, person_id: PersonId, *, today: date) -> Erasure:
    """Return what erasing a person would do, also of one who was deleted or merged before.

    Args:
        tx: The view of the records.
        person_id: Who.
        today: The day it is where sessions are held.

    Raises:
        NotFound: There is no such person, or they were erased before.
    """
    person = standing_person(tx, person_id)
    reach = reach_of(tx, [person_id])
    goes = {**_of_person(person), **_of_parts(tx, reach), **_of_attendance(tx, reach)}
    goes[Goes.DRAFT] = len(drafts_about(tx, reach))
    goes[Goes.HISTORY] = _entries(tx, reach)
    incidents = goes.get(Goes.INCIDENT_PERSON, 0)
    stays = {
        Stays.CAME: len(reach.stays),
        Stays.INCIDENTS: incidents,
        Stays.HISTORY: goes[Goes.HISTORY],
        Stays.BACKUPS: 1,
    }
    return Erasure(
        person_id=person_id,
        name=person.name,
        goes=tuple(Line(kind, goes[kind]) for kind in Goes if goes.get(kind)),
        stays=tuple(Line(kind, count) for kind, count in stays.items() if count),
        mentions=mentions_of(tx, reach),
        backups_gone_on=today + OLD,
    )


def standing_person(tx: Session, person_id: PersonId) -> Person:
    """Return a person who was not erased, also one who was deleted or merged.

    Raises:
        NotFound: There is no such person, or they were erased.
    """
    person = tx.get(Person, person_id, execution_options={"deleted": True})
    if person is None or person_id in erased_ids(tx.connection(), Person.__tablename__):
        raise NotFound("person", person_id)
    return person


def _of_person(person: Person) -> dict[str, int]:
    filled = [name for name in inspect(Person).columns.keys() if getattr(person, name)]  # noqa: SIM118 - not a mapping
    told = set(filled) - {*CONTACT, *IDENTITY, "id", "deleted", "merged_into_id"}
    return {
        Goes.NAME: sum(name in IDENTITY for name in filled),
        Goes.CONTACT: sum(name in CONTACT for name in filled),
        Goes.TOLD: len(told),
    }


def _of_parts(tx: Session, reach: Reach) -> dict[str, int]:
    """Return how many live rows go, by what their table is called; merged duplicates are counted though marked."""
    counted = {table: _live(tx, table, ids) for table, ids in reach.goes.items() if table in set(Goes)}
    return {**counted, Goes.DUPLICATES: len(reach.goes[Person.__tablename__]) - 1}


def _live(tx: Session, table: str, ids: Iterable[str]) -> int:
    described = Base.metadata.tables[table]
    query = select(func.count()).where(described.c.id.in_(list(ids)), described.c["deleted"].is_(False))
    return tx.scalar(query) or 0


def _of_attendance(tx: Session, reach: Reach) -> dict[str, int]:
    staying = list(reach.stays)
    noted = select(func.count(Attendance.note), func.count(Attendance.supports_id)).where(Attendance.id.in_(staying))
    notes, supports = tx.execute(noted).one()
    return {
        Goes.INVITATION: _live(tx, Attendance.__tablename__, reach.goes.get(Attendance.__tablename__, ())),
        Goes.ATTENDANCE_NOTE: notes,
        Goes.SUPPORT: supports,
    }


def _entries(tx: Session, reach: Reach) -> int:
    """Return how many steps of the history say something of these rows."""
    steps: set[tuple[str, int]] = set()
    for table, ids in reach.goes.items():
        of = (JournalEntry.table_name == table, JournalEntry.row_id.in_(ids), JournalEntry.fields.is_not(None))
        steps.update(
            (device, seq) for device, seq in tx.execute(select(JournalEntry.device, JournalEntry.seq).where(*of))
        )
    return len(steps)
