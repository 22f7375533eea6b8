# SPDX-License-Identifier: GPL-3.0-or-later
"""peapod list. The names of the fields are promised in README.md."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click
from sqlalchemy.orm import Session

from app.attendance.queries import RoomRow, Show, room
from app.cli.saying import Fields, line, say_rows
from app.cli.terms import Door, Terms, door_options, json_option, opened_to_read, session_option
from app.clock import local
from app.days import day_words
from app.i18n import _
from app.people.queries import PersonRow, people_list
from app.search.naming import session_called
from app.sessions.cards import ProjectRow, projects_list
from app.sessions.facts import spectrum_levels
from app.sessions.queries import SessionRow, session_header, session_next, sessions_list
from app.sessions.years import YearRow, years_list
from app.wording.vocabulary import role_word, status_word
from db.types import SessionId

ALL = 1_000_000

Said = tuple[str, Fields]
Rows = Callable[[Session, SessionId | None, datetime], list[Said]]


def group() -> click.Group:
    """Return the commands that list what there is."""
    return click.Group(
        "list",
        commands=[
            _listing("projects", _projects, help=_("List the projects, or that of one session.")),
            _listing("sessions", _sessions, help=_("List the sessions, the latest first.")),
            _listing("years", _years, help=_("Count the sessions that were held, by year and way of working.")),
            _listing("people", _people, help=_("List the people, or those of one session.")),
            _listing("attendance", _attendance, help=_("List who was asked to a session, came and left.")),
        ],
        help=_("List what there is."),
    )


def _listing(
    name: str, rows: Callable[[Session, SessionId | None, datetime], list[Said]], *, help: str
) -> click.Command:
    def listed(terms: Terms, *, session: str | None, as_json: bool, folder: Path, passphrase_file: Path | None) -> None:
        with opened_to_read(terms, Door(folder, passphrase_file)) as workspace, workspace.read() as tx:
            found = rows(tx, session_called(tx, session) if session else None, workspace.clock.now())
        say_rows(found, as_json=as_json)

    return click.Command(
        name,
        callback=click.pass_obj(listed),
        params=[session_option(), json_option(), *door_options()],
        help=help,
    )


def _projects(tx: Session, session_id: SessionId | None, _now: datetime) -> list[Said]:
    wanted = None if session_id is None else session_header(tx, session_id).project_id
    rows = projects_list(tx, limit=ALL)
    return [(_project_line(row), _project_fields(row)) for row in rows if wanted in (None, row.id)]


def _sessions(tx: Session, session_id: SessionId | None, _now: datetime) -> list[Said]:
    rows = sessions_list(tx, limit=ALL)
    return [(_session_line(row), _session_fields(row)) for row in rows if session_id in (None, row.id)]


def _years(tx: Session, session_id: SessionId | None, now: datetime) -> list[Said]:
    """Return the years up to today, or that of one session if it was held."""
    day = None if session_id is None else session_header(tx, session_id).held_on
    rows = years_list(tx, local(now).date())
    return [
        (_year_line(row), _year_fields(row)) for row in rows if session_id is None or (day and day.year == row.year)
    ]


def _people(tx: Session, session_id: SessionId | None, _now: datetime) -> list[Said]:
    people = people_list(tx, limit=ALL)
    if session_id is not None:
        listed = {row.person_id for row in room(tx, session_id, "", Show.ALL, limit=ALL)}
        people = [row for row in people if row.id in listed]
    return [(line(row.id, row.name, row.name_in_script), _person_fields(row)) for row in people]


def _attendance(tx: Session, session_id: SessionId | None, now: datetime) -> list[Said]:
    """Return the list of a session: of the one that is on or comes next unless one is named."""
    wanted = session_id or session_next(tx, now)
    rows = [] if wanted is None else room(tx, wanted, "", Show.ALL, limit=ALL)
    return [(_attendance_line(row), {"session_id": wanted} | _attendance_fields(row)) for row in rows]


def _project_line(row: ProjectRow) -> str:
    return line(row.id, row.title)


def _project_fields(row: ProjectRow) -> Fields:
    return {
        "id": row.id,
        "title": row.title,
        "aim": row.aim,
        "approach": row.approach,
        "method": row.method,
        "sessions": row.sessions,
    }


def _session_line(row: SessionRow) -> str:
    day = None if row.held_on is None else day_words(row.held_on)
    starts = None if row.starts_at is None else row.starts_at.isoformat(timespec="minutes")
    return line(row.id, day, starts, row.title, row.venue)


def _session_fields(row: SessionRow) -> Fields:
    return {
        "id": row.id,
        "title": row.title,
        "project": row.project,
        "held_on": row.held_on,
        "starts_at": row.starts_at,
        "ends_at": row.ends_at,
        "venue": row.venue,
        "room": row.room,
        "spectrum": row.spectrum,
        "stage": row.stage,
        "asked": row.asked,
        "came": row.came,
    }


def _year_line(row: YearRow) -> str:
    named = [(_(level.label), row.levels[level.level]) for level in spectrum_levels().values()]
    many = [*named, (_("Not said"), row.levels[None])]
    return line(str(row.year), ", ".join(f"{label} {count}" for label, count in many if count))


def _year_fields(row: YearRow) -> Fields:
    levels = {level or "not_said": count for level, count in row.levels.items()}
    return {"year": row.year, "sessions": row.sessions} | levels


def _person_fields(row: PersonRow) -> Fields:
    return {
        "id": row.id,
        "name": row.name,
        "name_in_script": row.name_in_script,
        "known_as": row.known_as,
        "usual_role": row.usual_role,
        "allergy": row.allergy,
        "needs": [{"kind": need.kind, "status": need.status} for need in row.needs],
        "last_came": row.last_came,
    }


def _attendance_line(row: RoomRow) -> str:
    times = (local(at).strftime("%H:%M") for at in (row.arrived_at, row.left_at) if at is not None)
    status = None if row.status is None else status_word(row.status)
    return line(row.person_id, row.name, status, "–".join(times), ", ".join(role_word(role) for role in row.roles))


def _attendance_fields(row: RoomRow) -> dict[str, object]:
    return {
        "id": row.line,
        "person_id": row.person_id,
        "name": row.name,
        "roles": list(row.roles),
        "status": row.status,
        "presence": row.presence,
        "walk_in": row.walk_in,
        "arrived_at": row.arrived_at,
        "left_at": row.left_at,
    }
