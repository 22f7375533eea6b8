# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions for calendars (iCalendar, RFC 5545): one event each, the agenda in its description, and no participant."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Calendar, Event
from sqlalchemy import ColumnElement, func, select, tuple_
from sqlalchemy.orm import Session

from app.agenda.errors import NoDayYet
from app.agenda.queries import BlockRow, Plan, plan_of
from app.clock import local
from app.days import clock_time, minutes_words
from app.i18n import _
from app.sessions.queries import SessionHeader, session_header
from db.base import Record
from db.journal import JournalEntry, JournalOperation
from db.models import Block, DesignSession, Project, Venue
from db.types import BlockKind, SessionId

WHOLE_DAY = timedelta(days=1)
ORDER = (JournalOperation.clock_ms, JournalOperation.clock_count, JournalOperation.device)


def calendar_of(tx: Session, session_ids: Iterable[SessionId], *, now: datetime) -> bytes:
    """Return sessions as a file for calendars: the same UID each time, and a higher SEQUENCE after each change.

    Raises:
        NotFound: There is no such session.
        NoDayYet: One has no day.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Peapod//Peapod//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for session_id in session_ids:
        calendar.add_component(_event(tx, session_header(tx, session_id), now))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _event(tx: Session, header: SessionHeader, now: datetime) -> Event:
    if header.held_on is None:
        raise NoDayYet(header.title)
    event, plan = Event(), plan_of(tx, header.id)
    event.add("uid", f"{header.id}@peapod")
    event.add("sequence", _sequence(tx, header))
    event.add("dtstamp", now)
    event.add("summary", header.title)
    event.add("description", _description(header, plan))
    event.add("categories", [header.project])
    event.add("status", "CONFIRMED")
    event.add("location", ", ".join(filter(None, (header.venue, header.room, _address(tx, header)))))
    if header.starts_at is None:
        event.add("dtstart", header.held_on)
        event.add("dtend", header.held_on + WHOLE_DAY)
        return event
    event.add("dtstart", local(plan.times.frame.start))
    if plan.times.frame.end is not None:
        event.add("dtend", local(plan.times.frame.end))
    return event


def _description(header: SessionHeader, plan: Plan) -> str:
    told = [_told(plan, block) for block in plan.blocks if block.kind is not BlockKind.BUFFER]
    return "\n".join(filter(None, (header.purpose, *told)))


def _told(plan: Plan, block: BlockRow) -> str:
    """Return when a block begins, or how long it takes where the session has no start yet, and its title."""
    if plan.starts_at is None:
        return _("{title}, {minutes}").format(title=block.title, minutes=minutes_words(block.minutes))
    at = clock_time(local(plan.times.slots[block.id].start).time())
    return _("{time} {title}").format(time=at, title=block.title)


def _address(tx: Session, header: SessionHeader) -> str:
    venue = None if header.venue_id is None else tx.get(Venue, header.venue_id)
    return " ".join((venue.address or "").split()) if venue is not None else ""


def _sequence(tx: Session, header: SessionHeader) -> int:
    """Return how many operations there were from the one that added a session to the last that changed its event.

    Blocks that were taken out count, and so it never goes down.
    """
    blocks = select(Block.id).where(Block.session_id == header.id).execution_options(deleted=True)
    mine = _is(DesignSession, header.id)
    told = mine | (_is(Project, header.project_id)) | _is(Venue, header.venue_id)
    told |= (JournalEntry.table_name == Block.__tablename__) & JournalEntry.row_id.in_(tx.scalars(blocks).all())
    together = (JournalEntry.device == JournalOperation.device) & (JournalEntry.seq == JournalOperation.seq)
    touching = select(*ORDER).join(JournalEntry, together)
    added = tx.execute(touching.where(mine).order_by(*ORDER).limit(1)).one()
    last = tx.execute(touching.where(told).order_by(*(column.desc() for column in ORDER)).limit(1)).one()
    since = (tuple_(*ORDER) > tuple_(*added)) & (tuple_(*ORDER) <= tuple_(*last))
    return tx.scalar(select(func.count()).select_from(JournalOperation).where(since)) or 0


def _is(model: type[Record], row_id: str | None) -> ColumnElement[bool]:
    return (JournalEntry.table_name == model.__tablename__) & (JournalEntry.row_id == row_id)
