# SPDX-License-Identifier: GPL-3.0-or-later
"""What people say when they are asked to come, as it is heard."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from app.attendance.errors import HasArrived
from app.lookup import fetch
from db.models import Attendance, Person
from db.types import AttendanceId, Call, Status


class Reply(StrEnum):
    """What was heard: YES, NO, nobody answered, or a MESSAGE was left."""

    YES = "yes"
    NO = "no"
    NO_ANSWER = "no_answer"
    MESSAGE = "message"


CALLS = {Reply.NO_ANSWER: Call.NO_ANSWER, Reply.MESSAGE: Call.LEFT_MESSAGE}
SAID_YES = (Status.ACCEPTED, Status.CANCELLED)


def record_reply(tx: Session, attendance: AttendanceId, reply: Reply, *, at: datetime) -> None:
    """Record what was heard, and when.

    A no after a yes is a cancellation, and a call that nobody took changes no answer.

    Raises:
        NotFound: They are not on the list.
        HasArrived: They have come.
    """
    row = fetch(tx, Attendance, attendance)
    if row.arrived_at is not None:
        raise HasArrived(row.person_id, fetch(tx, Person, row.person_id).name, row.arrived_at)
    if reply is Reply.YES:
        row.status = Status.ACCEPTED
    elif reply is Reply.NO:
        row.status = Status.CANCELLED if row.status in SAID_YES else Status.DECLINED
    row.last_call, row.last_call_at = CALLS.get(reply, Call.ANSWERED), at
