# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables outside the journal: what belongs to this laptop alone. Each says in a sentence why."""

from typing import ClassVar

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base
from db.types import DeviceId


class Local(Base):
    """A table outside the journal; `why` says what makes it so."""

    __abstract__ = True

    why: ClassVar[str]


class Sequence(Local):
    """Who this laptop is, how many operations it has written, and its logical clock. One row."""

    __tablename__ = "sequence"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)
    why = "It numbers the journal itself, and another laptop has its own."

    id: Mapped[int] = mapped_column(primary_key=True, default=1)
    device: Mapped[DeviceId]
    seq: Mapped[int] = mapped_column(default=0)
    clock_ms: Mapped[int] = mapped_column(default=0)
    clock_count: Mapped[int] = mapped_column(default=0)
    applying: Mapped[bool] = mapped_column(default=False)


class SearchText(Local):
    """One record as it is searched: sorted by `sort`, found by a piece of `folded`.

    `letters` has a bit for each letter that occurs, so that most records are passed over without reading their text.
    """

    __tablename__ = "search_text"
    __table_args__ = (Index("ix_search_text_id", "id"), {"sqlite_with_rowid": False})
    why = "It is derived from the records and can be made again from them."

    kind: Mapped[str] = mapped_column(primary_key=True)
    sort: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    letters: Mapped[int]
    folded: Mapped[str]


class LocalSetting(Local):
    """One choice that belongs to this laptop: window size, theme, text size, who used it last."""

    __tablename__ = "local_setting"
    why = "Another laptop has another screen and other eyes before it."

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class Draft(Local):
    """What was typed into a field and could not be saved yet, kept for the next time the field is shown."""

    __tablename__ = "draft"
    why = "It is not part of any record until it is valid."

    place: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]


class ImportMapping(Local):
    """Which column of a list means what, remembered by the list's headings."""

    __tablename__ = "import_mapping"
    why = "It is a convenience for the one who imports and says nothing of anybody."

    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    mapping: Mapped[str]
