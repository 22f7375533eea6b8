# SPDX-License-Identifier: GPL-3.0-or-later
"""Who works here, and what the team has settled for all its laptops."""

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record
from db.types import MemberId, RecordId, new_id


class Member(Record):
    """A facilitator who uses this workspace; the journal names them as the author of an operation."""

    __tablename__ = "member"

    id: Mapped[MemberId] = mapped_column(primary_key=True, default_factory=new_id)
    name: Mapped[str]


class Setting(Record):
    """One choice of the team, by name; what it may be is in app/settings/schema.py."""

    __tablename__ = "setting"

    id: Mapped[RecordId] = mapped_column(primary_key=True)
    name: Mapped[str]
    value: Mapped[str]
