# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is to sit together at a table, and who apart."""

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record
from db.types import PersonId, RecordId, SeatKind, SessionId, natural_id, refers_to


class SeatingPair(Record):
    """Two people who sit at one table or do not, in one session or, without one, always.

    The id follows from all three. It has nothing to do with `KeptApart`, which is about records that look alike.
    """

    __tablename__ = "seating_pair"

    id: Mapped[RecordId] = mapped_column(primary_key=True)
    session_id: Mapped[SessionId | None] = mapped_column(
        refers_to("design_session.id"), default=None, index=True, info={"belongs": True}
    )
    first_id: Mapped[PersonId] = mapped_column(refers_to("person.id"), index=True)
    second_id: Mapped[PersonId] = mapped_column(refers_to("person.id"), index=True)
    kind: Mapped[SeatKind] = mapped_column(info={"erased": SeatKind.TOGETHER})


def seating_pair_id(first_id: PersonId, second_id: PersonId, session_id: SessionId | None) -> RecordId:
    """Return the id of the one row for these two, in either order, in this session or always."""
    return RecordId(natural_id("seating_pair", session_id or "always", *sorted((first_id, second_id))))
