# SPDX-License-Identifier: GPL-3.0-or-later
"""The append-only record of operations: what users can do, what was done, and what each operation changed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKeyConstraint, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base
from db.types import DeviceId, MemberId


class Op(StrEnum):
    """Everything that a user can do. A fixed list: the journal never holds free text as a reason."""

    CREATE_WORKSPACE = "create_workspace"
    ADD_MEMBER = "add_member"
    CHANGE_MEMBER = "change_member"
    CHANGE_SETTING = "change_setting"
    ADD_PERSON = "add_person"
    CHANGE_PERSON = "change_person"
    DELETE_PERSON = "delete_person"
    MERGE_PEOPLE = "merge_people"
    KEEP_APART = "keep_apart"
    CHANGE_NEEDS = "change_needs"
    CHANGE_EMERGENCY_CONTACT = "change_emergency_contact"
    IMPORT_PEOPLE = "import_people"
    ADD_PROJECT = "add_project"
    CHANGE_PROJECT = "change_project"
    DELETE_PROJECT = "delete_project"
    ADD_VENUE = "add_venue"
    CHANGE_VENUE = "change_venue"
    DELETE_VENUE = "delete_venue"
    ADD_SESSION = "add_session"
    ADD_PLANNED_SESSION = "add_planned_session"
    CHANGE_SESSION = "change_session"
    DELETE_SESSION = "delete_session"
    DUPLICATE_SESSION = "duplicate_session"
    INVITE = "invite"
    UNINVITE = "uninvite"
    CHANGE_ATTENDANCE = "change_attendance"
    RECORD_REPLY = "record_reply"
    CHECK_IN = "check_in"
    CHECK_OUT = "check_out"
    UNDO_ARRIVAL = "undo_arrival"
    WALK_IN = "walk_in"
    EVERYONE_LEFT = "everyone_left"
    KEY_BACK = "key_back"
    COUNT_HEADS = "count_heads"
    SEAT_PEOPLE = "seat_people"
    SET_PAIR = "set_pair"
    DROP_PAIR = "drop_pair"
    CHANGE_RIDE = "change_ride"
    REMOVE_RIDE = "remove_ride"
    PRINT_SHEETS = "print_sheets"
    ADD_BLOCK = "add_block"
    CHANGE_BLOCK = "change_block"
    MOVE_BLOCKS = "move_blocks"
    DELETE_BLOCKS = "delete_blocks"
    COPY_BLOCKS = "copy_blocks"
    CHANGE_TRACKS = "change_tracks"
    CHANGE_MATERIALS = "change_materials"
    USE_TEMPLATE = "use_template"
    IMPORT_PLAN = "import_plan"
    SAVE_TEMPLATE = "save_template"
    DELETE_TEMPLATE = "delete_template"
    START_LIVE = "start_live"
    NEXT_BLOCK = "next_block"
    BLOCK_BEFORE = "block_before"
    PAUSE_LIVE = "pause_live"
    RESUME_LIVE = "resume_live"
    GIVE_MINUTES = "give_minutes"
    CATCH_UP = "catch_up"
    CHANGE_ADVANCE = "change_advance"
    FINISH_LIVE = "finish_live"
    ADD_LOG_ITEM = "add_log_item"
    CHANGE_LOG_ITEM = "change_log_item"
    DELETE_LOG_ITEM = "delete_log_item"
    ADD_REFLECTION = "add_reflection"
    CHANGE_REFLECTION = "change_reflection"
    DELETE_REFLECTION = "delete_reflection"
    ADD_INCIDENT_NOTE = "add_incident_note"
    ADD_INCIDENT_TOLD = "add_incident_told"
    ERASE_PERSON = "erase_person"
    PURGE = "purge"
    UNDO = "undo"
    REDO = "redo"


class Kind(StrEnum):
    """What an entry did to its row."""

    INSERTED = "i"
    UPDATED = "u"
    ERASED = "e"


class JournalOperation(Base):
    """One operation of one device. (device, seq) numbers it without gaps; the clock orders it among others.

    The fields are those of docs/decisions/0003-journal.md: `seen` and `chain` wait for sync between laptops.
    """

    __tablename__ = "operation"
    __table_args__ = (
        Index("ix_operation_clock", "clock_ms", "clock_count"),
        Index("ix_operation_undoes", "undoes", sqlite_where=text("undoes IS NOT NULL")),
        {"sqlite_with_rowid": False},
    )

    device: Mapped[DeviceId] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    clock_ms: Mapped[int]
    clock_count: Mapped[int]
    at: Mapped[str]
    member_id: Mapped[MemberId]
    op: Mapped[str]
    schema: Mapped[str]
    seen: Mapped[str] = mapped_column(default="{}")
    undoes: Mapped[str | None] = mapped_column(default=None)
    chain: Mapped[bytes | None] = mapped_column(LargeBinary, default=None)


class JournalEntry(Base):
    """What one operation did to one row: all columns when inserted, changed groups when updated.

    `fields` is JSON text exactly as the trigger stored it; a null means set to null, an absent name means untouched.
    """

    __tablename__ = "journal_entry"
    __table_args__ = (
        ForeignKeyConstraint(
            ["device", "seq"], ["operation.device", "operation.seq"], deferrable=True, initially="DEFERRED"
        ),
        Index("ix_journal_entry_row", "table_name", "row_id"),
        Index("ix_journal_entry_operation", "device", "seq"),
        Index("ix_journal_entry_erased", "row_id", "table_name", sqlite_where=text("kind = 'e'")),
    )

    n: Mapped[int] = mapped_column(primary_key=True)
    device: Mapped[DeviceId]
    seq: Mapped[int]
    table_name: Mapped[str]
    row_id: Mapped[str]
    kind: Mapped[str]
    fields: Mapped[str | None]
    salt: Mapped[bytes | None] = mapped_column(LargeBinary)
    value_hash: Mapped[bytes | None] = mapped_column(LargeBinary)


@dataclass(frozen=True, slots=True)
class Dot:
    """The name of one operation: the device that wrote it and its number there."""

    device: DeviceId
    seq: int

    def __str__(self) -> str:
        """Return the dot as it is stored."""
        return f"{self.device}:{self.seq}"

    @classmethod
    def parse(cls, text: str) -> "Dot":
        """Return the dot that was stored as text."""
        device, _, seq = text.partition(":")
        return cls(DeviceId(device), int(seq))


@dataclass(frozen=True, slots=True)
class Changes:
    """What a committed operation touched: ids of rows by table. Empty when nothing changed."""

    op: Op
    dot: Dot | None
    rows: dict[str, frozenset[str]]

    def touch(self, *models: type[Base]) -> bool:
        """Return whether any row of any of these tables was touched."""
        return any(model.__tablename__ in self.rows for model in models)


@dataclass(slots=True)
class Operation:
    """An operation under way; `changes` is filled when its transaction commits."""

    op: Op
    member_id: MemberId
    now: datetime
    undoes: Dot | None = None
    changes: Changes | None = field(default=None, init=False)


def changed_rows(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Return ids by table from (table, id) pairs."""
    rows: dict[str, set[str]] = {}
    for table, row_id in pairs:
        rows.setdefault(table, set()).add(row_id)
    return {table: frozenset(ids) for table, ids in rows.items()}
