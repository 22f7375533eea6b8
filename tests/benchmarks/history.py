"""Twenty years of a busy team, written row by row with the triggers on, so that the journal is the real one."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import Table

from app.people.kinds import need_kinds
from app.sessions.facts import access_items
from db import search
from db.base import Base
from db.engine import SCHEMA, open_engine
from db.journal import Op
from db.types import natural_id
from tests.benchmarks.names import draw

NOW = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
YEARS = 20
BEGAN = NOW - timedelta(days=365 * YEARS)
COMING = 20  # sessions that are still to come
INVITED = 40
LEFT_TOGETHER = 0.9
PLACES = 40
PIECES_OF_WORK = 60
ROLES = ("lived_experience", "carer", "community", "vcse", "staff", "clinician")
ORGANISATIONS = (
    "Oakfield Carers",
    "Healthy Streets",
    "Millbrook Surgery",
    "St Brendan's",
    "Riverside Trust",
    "Sunrise Women's Group",
    "Northgate Foodbank",
    "Lantern Youth",
    "Castle Vale Library",
    "Green Lane Mosque Kitchen",
    "Somali Elders",
    "Hope Centre",
)
COMMUNITY_ROLES = ("Health Maker", "Champion", "Peer leader")
STATUSES = ("asked", "arranged", "confirmed", "met")
WORDS = (
    "prefers a phone call",
    "comes by bus 50",
    "likes to sit near the door",
    "asked for the notes by post",
    "brings her sister",
    "works mornings only",
    "knows the garden group",
    "would like to help with the newsletter",
    "has moved to Moseley",
)


def write(path: Path, key: bytes, *, people: int, sessions: int, entries: int) -> None:
    """Write the whole history into new records."""
    engine = open_engine(path, key)
    try:
        with engine.begin() as connection:
            raw = connection.connection.driver_connection
            assert isinstance(raw, sqlcipher3.dbapi2.Connection)
            team = Team(raw, random.Random(people))
            team.settle()
            for number in range(sessions):
                team.hold(number, sessions, newcomers=people // sessions, entries=entries)
            team.finish(entries)
            search.rebuild(connection)
    finally:
        engine.dispose()


@dataclass(slots=True)
class Somebody:
    """A person as far as the story needs them."""

    id: str
    edits: int = 0


class Team:
    """What a team does, one operation after the other."""

    def __init__(self, raw: sqlcipher3.dbapi2.Connection, dice: random.Random) -> None:
        self._raw, self._dice = raw, dice
        self._people: list[Somebody] = []
        self._venues: list[str] = []
        self._projects: list[str] = []
        self._written = self._one("SELECT count(*) FROM journal_entry")
        self._device, self._seq = raw.execute("SELECT device, seq FROM sequence").fetchone()
        self._member = self._one("SELECT id FROM member")
        self._at = BEGAN + timedelta(days=1)
        self._insert = {table.name: _insert(table) for table in Base.metadata.sorted_tables}

    def settle(self) -> None:
        """Add the places and the projects."""
        for number in range(PLACES):
            with self._operation(Op.ADD_VENUE):
                venue = self._add("venue", name=f"{self._dice.choice(ORGANISATIONS)} hall {number}", capacity=60)
                self._venues.append(venue)
                for item in access_items():
                    self._add(
                        "venue_access",
                        id=natural_id("venue_access", venue, item),
                        venue_id=venue,
                        item=item,
                        answer=self._dice.choice(("yes", "no", "unknown")),
                    )
        for number in range(PIECES_OF_WORK):
            with self._operation(Op.ADD_PROJECT):
                self._projects.append(self._add("project", title=f"Clear letters {number}", aim=self._words()))

    def hold(self, number: int, sessions: int, *, newcomers: int, entries: int) -> None:
        """Bring in newcomers, plan a session, invite to it, hold it if its day has come, and keep the records."""
        held_on = self._day_of(number, sessions)
        self._at = max(self._at, min(held_on - timedelta(days=21), NOW - timedelta(days=2)))
        new = self._take_in(newcomers)
        session = self._plan(held_on.date(), number)
        invited = self._invite(session, new)
        if held_on < NOW - timedelta(hours=12):
            self._at = max(self._at, held_on)
            self._meet(session, invited)
        self._edit(entries * (number + 1) // sessions)

    def finish(self, entries: int) -> None:
        """Write as many entries as were asked for, and number the journal."""
        self._edit(entries)
        self._raw.execute("UPDATE sequence SET seq = ?, clock_ms = ?", (self._seq, _ms(self._at)))

    def _day_of(self, number: int, sessions: int) -> datetime:
        """Return when a session is held; the last ones are still to come, the first of them today."""
        first_to_come = sessions - COMING
        if number >= first_to_come:
            return NOW + timedelta(days=2 * (number - first_to_come))
        return BEGAN + timedelta(days=22) + (NOW - timedelta(days=24) - BEGAN) * number / first_to_come

    def _take_in(self, count: int) -> list[Somebody]:
        with self._operation(Op.IMPORT_PEOPLE):
            new = [self._person() for _ in range(count)]
        self._people += new
        return new

    def _person(self) -> Somebody:
        dice, named = self._dice, draw(self._dice)
        number = len(self._people)
        person = self._add(
            "person",
            name=named.name,
            family_name=named.family,
            name_in_script=named.in_script,
            known_as=named.name.split()[0] if dice.random() < 0.2 else None,
            languages="English" if dice.random() < 0.5 else None,
            email=f"home{dice.getrandbits(40)}@example.org" if dice.random() < 0.7 else None,
            phone=f"07700 {900000 + number % 100000}" if dice.random() < 0.5 else None,
            usual_role=dice.choice(ROLES),
            interests=self._words() if dice.random() < 0.3 else None,
            diet="vegetarian" if dice.random() < 0.15 else None,
            allergy="nuts" if dice.random() < 0.06 else None,
        )
        self._belongings(person)
        return Somebody(person)

    def _belongings(self, person: str) -> None:
        dice = self._dice
        if dice.random() < 0.5:
            self._add("affiliation", person_id=person, kind="organisation", name=dice.choice(ORGANISATIONS))
        if dice.random() < 0.1:
            self._add("community_role", person_id=person, name=dice.choice(COMMUNITY_ROLES), trained_on="2019-03-04")
        for kind in dice.sample(list(need_kinds()), dice.choices((0, 1, 2), (70, 22, 8))[0]):
            need = self._add("need", person_id=person, kind=kind, status=dice.choice(STATUSES))
            if dice.random() < 0.4:
                self._add("need_detail", id=need, need_id=need, detail=self._words(), purge_on="2030-01-01")
        if dice.random() < 0.2:
            row_id = natural_id("emergency_contact", person)
            self._add("emergency_contact", id=row_id, person_id=person, name="Sam", phone="07700 900123")

    def _plan(self, held_on: date, number: int) -> str:
        dice = self._dice
        with self._operation(Op.ADD_SESSION):
            return self._add(
                "design_session",
                project_id=dice.choice(self._projects),
                title=f"Joint event {number}",
                purpose=self._words(),
                spectrum="co_design",
                held_on=held_on.isoformat(),
                starts_at="10:00",
                ends_at="12:30",
                venue_id=dice.choice(self._venues),
                room="Main hall",
            )

    def _invite(self, session: str, new: list[Somebody]) -> list[str]:
        dice = self._dice
        known = dice.sample(self._people, min(len(self._people), INVITED))
        asked = {one.id: one for one in (*new[: INVITED // 2], *known)}
        with self._operation(Op.INVITE):
            return [self._line(session, person) for person in list(asked)[:INVITED]]

    def _line(self, session: str, person: str) -> str:
        row_id = natural_id("attendance", person, session)
        status = self._dice.choice(("invited", "accepted"))
        role = self._dice.choice(ROLES)
        return self._add("attendance", id=row_id, session_id=session, person_id=person, status=status, roles=role)

    def _meet(self, session: str, invited: list[str]) -> None:
        came = [line for line in invited if self._dice.random() < 0.8]
        for line in came:
            self._at += timedelta(seconds=30)
            with self._operation(Op.CHECK_IN):
                self._set("attendance", line, status="attended", arrived_at=_iso(self._at))
        self._at += timedelta(hours=2)
        with self._operation(Op.EVERYONE_LEFT):
            for line in came:
                self._set("attendance", line, left_at=_iso(self._at))
        with self._operation(Op.COUNT_HEADS):
            row_id = natural_id("headcount", session, "community")
            self._add("headcount", id=row_id, session_id=session, role="community", people=3)

    def _edit(self, entries: int) -> None:
        """Change people one by one until there are as many entries."""
        while self._written < entries:
            one = self._dice.choice(self._people)
            one.edits += 1
            field = self._dice.choice(("note", "interests", "matters"))
            with self._operation(Op.CHANGE_PERSON):
                self._set("person", one.id, **{field: f"{self._words()}, {one.edits}"})

    def _words(self) -> str:
        return self._dice.choice(WORDS)

    @contextmanager
    def _operation(self, op: Op) -> Iterator[None]:
        yield
        self._at += timedelta(seconds=1)
        self._seq += 1
        at = _iso(self._at)
        self._raw.execute(
            "INSERT INTO operation (device, seq, clock_ms, clock_count, at, member_id, op, schema, seen) "
            "VALUES (?, ?, ?, 0, ?, ?, ?, ?, '{}')",
            (self._device, self._seq, _ms(self._at), at, self._member, op.value, SCHEMA),
        )
        self._raw.execute("UPDATE sequence SET seq = ?", (self._seq,))

    def _add(self, table: str, **values: Any) -> str:
        names, sql = self._insert[table]
        row = {"id": f"{self._dice.getrandbits(128):032x}", **DEFAULTS.get(table, {}), "deleted": 0, **values}
        self._raw.execute(sql, [row.get(name) for name in names])
        self._written += 1
        return str(row["id"])

    def _set(self, table: str, row_id: str, **values: object) -> None:
        named = ", ".join(f"{name} = ?" for name in values)
        self._raw.execute(f"UPDATE {table} SET {named} WHERE id = ?", [*values.values(), row_id])
        self._written += 1

    def _one(self, query: str) -> Any:
        return self._raw.execute(query).fetchone()[0]


DEFAULTS: dict[str, dict[str, object]] = {"person": {"do_not_contact": 0}, "attendance": {"walk_in": 0}}


def _insert(table: Table) -> tuple[list[str], str]:
    names = [str(column.name) for column in table.columns]
    return names, f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"


def _iso(instant: datetime) -> str:
    return instant.isoformat(timespec="seconds")


def _ms(instant: datetime) -> int:
    return int(instant.timestamp() * 1000)
