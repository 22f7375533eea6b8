# SPDX-License-Identifier: GPL-3.0-or-later
"""What members think of a session afterwards."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record
from db.types import MemberId, RecordId, ReflectionKind, SessionId, new_id, refers_to


class Reflection(Record):
    """One thing that a session taught: of which kind, under which theme ("" for none yet), when and by whom written."""

    __tablename__ = "reflection"

    id: Mapped[RecordId] = mapped_column(primary_key=True, default_factory=new_id)
    session_id: Mapped[SessionId] = mapped_column(refers_to("design_session.id"), index=True)
    kind: Mapped[ReflectionKind]
    theme: Mapped[str] = mapped_column(default="")
    words: Mapped[str]
    written_on: Mapped[date]
    member_id: Mapped[MemberId] = mapped_column(refers_to("member.id"))
