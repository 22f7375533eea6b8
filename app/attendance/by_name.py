# SPDX-License-Identifier: GPL-3.0-or-later
"""The people on the list of a session in the order of their names: what every list of a session is made from."""

from typing import Any

from sqlalchemy import Select, select

from db.local import SearchText
from db.models import Attendance, Person
from db.types import SessionId


def by_name(session_id: SessionId, *columns: Any) -> Select[*tuple[Any, ...]]:  # noqa: ANN401 - any columns of both
    """Return the query for columns of attendance and person; who was erased has no name to stand in order by."""
    return (
        select(*columns)
        .join_from(Attendance, Person, Person.id == Attendance.person_id)
        .join(SearchText, (SearchText.kind == "person") & (SearchText.id == Person.id))
        .where(Attendance.session_id == session_id)
        .order_by(SearchText.sort, SearchText.id)
    )
