# SPDX-License-Identifier: GPL-3.0-or-later
"""The vocabulary of the data: ids, instants, and the fixed words that a column may hold."""

import uuid
from datetime import UTC, date, datetime, time
from enum import Enum, StrEnum
from functools import cache
from typing import Any, NewType

from sqlalchemy import CheckConstraint, Dialect, ForeignKey, String, TypeDecorator
from sqlalchemy import Enum as Words

MemberId = NewType("MemberId", str)
ProjectId = NewType("ProjectId", str)
VenueId = NewType("VenueId", str)
SessionId = NewType("SessionId", str)
PersonId = NewType("PersonId", str)
NeedId = NewType("NeedId", str)
AttendanceId = NewType("AttendanceId", str)
BlockId = NewType("BlockId", str)
TrackId = NewType("TrackId", str)
RecordId = NewType("RecordId", str)
DeviceId = NewType("DeviceId", str)

NAMESPACE = uuid.UUID("5c1b0a52-6a0e-4d3c-9a7e-5f0d9b1e7a10")


class Role(StrEnum):
    """What a person is in the room, in one session."""

    LIVED_EXPERIENCE = "lived_experience"
    CARER = "carer"
    COMMUNITY = "community"
    VCSE = "vcse"
    STAFF = "staff"
    CLINICIAN = "clinician"
    MANAGER = "manager"
    FACILITATOR = "facilitator"
    SCRIBE = "scribe"
    INTERPRETER = "interpreter"
    SUPPORTER = "supporter"
    OBSERVER = "observer"


class Status(StrEnum):
    """How far one person's coming to one session has got; whether they walked in is a column of its own."""

    INVITED = "invited"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"
    ATTENDED = "attended"
    ATTENDED_PART = "attended_part"


class Call(StrEnum):
    """What came of asking somebody whether they come: they answered, nobody did, or a message was left."""

    ANSWERED = "answered"
    NO_ANSWER = "no_answer"
    LEFT_MESSAGE = "left_message"


class SeatKind(StrEnum):
    """Whether two people sit at one table or do not."""

    TOGETHER = "together"
    APART = "apart"


class Spectrum(StrEnum):
    """The five ways of working with people, from telling to sharing."""

    INFORM = "inform"
    CONSULT = "consult"
    ENGAGE = "engage"
    CO_DESIGN = "co_design"
    CO_PRODUCE = "co_produce"


class Method(StrEnum):
    """A method that a project follows."""

    EBCD = "ebcd"


class Stage(StrEnum):
    """The stages of Experience-Based Co-Design, in their order."""

    SET_UP = "set_up"
    STAFF_FEEDBACK = "staff_feedback"
    PATIENT_FEEDBACK = "patient_feedback"
    JOINT_EVENT = "joint_event"
    CO_DESIGN_GROUPS = "co_design_groups"
    CELEBRATION = "celebration"


class NeedStatus(StrEnum):
    """How far a need is met."""

    ASKED = "asked"
    ARRANGED = "arranged"
    CONFIRMED = "confirmed"
    MET = "met"


class Light(StrEnum):
    """What a readiness light shows."""

    READY = "ready"
    TODO = "todo"
    MUST_DO = "must_do"
    NOT_ASKED = "not_asked"


class Answer(StrEnum):
    """What is known of one item of a venue's access checklist."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Erased(Enum):
    """What `Column.info["erased"]` says where erasure leaves a value as it is, although the column could be empty."""

    STAYS = "stays"


class AffiliationKind(StrEnum):
    """Whether somebody belongs to an organisation or to a network."""

    ORGANISATION = "organisation"
    NETWORK = "network"


class BlockKind(StrEnum):
    """What a block of the plan is for."""

    WELCOME = "welcome"
    ACTIVITY = "activity"
    BREAK = "break"
    MEAL = "meal"
    BUFFER = "buffer"
    CLOSING = "closing"


class Per(StrEnum):
    """What an amount of a material is counted for: once, or for each person, table or group that is expected."""

    SESSION = "session"
    PERSON = "person"
    TABLE = "table"
    TRACK = "track"


class PlanKind(StrEnum):
    """What a team saved of a plan to use again: a whole session, or one block as a card."""

    TEMPLATE = "template"
    CARD = "card"


class LiveKind(StrEnum):
    """What happened while a session ran by its plan."""

    BEGIN = "begin"
    ENTER = "enter"
    PAUSE = "pause"
    RESUME = "resume"
    ALLOT = "allot"
    DROP = "drop"
    MOVE_END = "move_end"
    AUTOMATIC = "automatic"
    MANUAL = "manual"
    FINISH = "finish"


class LogKind(StrEnum):
    """What was noted in a session: parked for later, decided, or somebody is to do it."""

    PARKED = "parked"
    DECISION = "decision"
    ACTION = "action"


class ReflectionKind(StrEnum):
    """What a reflection rests on: what was observed, what was heard and how it is understood, or evidence."""

    OBSERVED = "observed"
    HEARD = "heard"
    EVIDENCE = "evidence"


class UtcDateTime(TypeDecorator[datetime]):
    """An instant, stored as ISO text in UTC to the second."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Return the text that is stored; a time without a zone is a bug."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        return value.astimezone(UTC).isoformat(timespec="seconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Return the instant."""
        return None if value is None else datetime.fromisoformat(value)


class LocalDate(TypeDecorator[date]):
    """A day in the venue's own calendar, stored as ISO text."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """Return the text that is stored."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        """Return the day."""
        return None if value is None else date.fromisoformat(value)


class LocalTime(TypeDecorator[time]):
    """A time on the venue's own clock, stored as HH:MM."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: time | None, dialect: Dialect) -> str | None:
        """Return the text that is stored."""
        return None if value is None else value.isoformat(timespec="minutes")

    def process_result_value(self, value: str | None, dialect: Dialect) -> time | None:
        """Return the time."""
        return None if value is None else time.fromisoformat(value)


class Roles(TypeDecorator[tuple[Role, ...]]):
    """The roles of one person in one session, stored as sorted words with spaces between."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: tuple[Role, ...] | None, dialect: Dialect) -> str | None:
        """Return the text that is stored."""
        return None if value is None else " ".join(sorted({role.value for role in value}))

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[Role, ...]:
        """Return the roles in the order of the vocabulary."""
        return _roles_in(value or "")


class Numbers(TypeDecorator[tuple[int, ...]]):
    """Some whole numbers, such as those of tables, stored in order with spaces between."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: tuple[int, ...] | None, dialect: Dialect) -> str | None:
        """Return the text that is stored."""
        return None if value is None else " ".join(str(number) for number in sorted(set(value)))

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[int, ...]:
        """Return the numbers, the lowest first."""
        return tuple(int(number) for number in (value or "").split())


def stored_as_value(kind: type[StrEnum]) -> Words:
    """Return a column type that stores the words of `kind` as they stand, checked by the database's own reader."""
    return Words(kind, values_callable=_values, native_enum=False, create_constraint=False, length=None)


def refers_to(column: str) -> ForeignKey:
    """Return a foreign key that is checked at commit, so that rows can be written in any order."""
    return ForeignKey(column, deferrable=True, initially="DEFERRED")


def one_of(column: str, kind: type[StrEnum]) -> CheckConstraint:
    """Return a constraint that keeps a column to the words of `kind`."""
    words = ", ".join(f"'{word.value}'" for word in kind)
    return CheckConstraint(f"{column} IN ({words})", name=f"{column}_known")


def new_id() -> Any:  # noqa: ANN401 - each table reads it as an id of its own kind
    """Return a fresh random id: 32 hexadecimal digits."""
    return uuid.uuid4().hex


def natural_id(kind: str, *parts: str) -> Any:  # noqa: ANN401 - as above
    """Return the id that any laptop gives to the row with this natural key."""
    return uuid.uuid5(NAMESPACE, "|".join((kind, *parts))).hex


@cache
def _roles_in(stored: str) -> tuple[Role, ...]:
    """Return the roles; few mixtures of them occur, and lists read many."""
    given = set(stored.split())
    return tuple(role for role in Role if role.value in given)


def _values(kind: type[StrEnum]) -> list[str]:
    return [word.value for word in kind]
