# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is asked to the sessions of the sample project, what they answered, and when they came and went.

People tell it by session: a time "09:45-11:38" when they came and left, "+4" when they come four minutes after the
doors open today, "walk-in" before a time when nobody expected them, or one word for what they answered. `called`
tells what came of ringing somebody who has not answered.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sqlalchemy.orm import Session

from app.attendance.commands import (
    check_in,
    check_out,
    count_heads,
    everyone_left,
    invite,
    rest_did_not_come,
    set_supported,
)
from app.attendance.pairs import set_pair
from app.attendance.replies import Reply, record_reply
from app.attendance.rules import local_instant
from app.demo.story import Telling, Times, Told
from app.transport.commands import need_ride
from db.journal import Op
from db.models.attendance import attendance_id
from db.types import AttendanceId, PersonId, Role, SeatKind, SessionId, Status

WALK_IN = "walk-in "
ANSWERS = {status.value: status for status in (Status.INVITED, Status.DECLINED, Status.CANCELLED)}


@dataclass(frozen=True, slots=True)
class Stay:
    """When somebody came, and when they left if they did."""

    person_id: PersonId
    arrived_at: datetime
    left_at: datetime | None


def invite_all(telling: Telling, session_id: SessionId, key: str) -> None:
    """Put people on the list of a session and record what they answered."""
    told = {telling.people[one["name"]]: one for one in telling.story.people if _is_listed(one.get(key))}
    with telling.workspace.change(Op.INVITE) as tx:
        invite(tx, session_id, told, role=None)
        for person_id, one in told.items():
            if "supports" in one:
                set_supported(tx, attendance_id(session_id, person_id), telling.people[one["supports"]])
    at = telling.workspace.clock.now()
    with telling.workspace.change(Op.CHANGE_ATTENDANCE) as tx:
        for person_id, one in told.items():
            _answer(tx, attendance_id(session_id, person_id), ANSWERS.get(one[key], Status.ACCEPTED), at=at)
    with telling.workspace.change(Op.RECORD_REPLY) as tx:
        for person_id, one in told.items():
            if one[key] == Status.INVITED and "called" in one:
                record_reply(tx, attendance_id(session_id, person_id), Reply(one["called"]), at=at)


def book_rides(telling: Telling, session_id: SessionId, key: str) -> None:
    """Record who needs a taxi home from a session, and what is settled of it."""
    told = [one for one in telling.story.people if key in one.get("ride", {}) and _is_listed(one.get(key))]
    for one in told:
        ride = one["ride"][key]
        sharing = telling.people.get(ride.get("with", ""))
        with telling.workspace.change(Op.CHANGE_RIDE) as tx:
            need_ride(
                tx,
                session_id,
                telling.people[one["name"]],
                leaves_at=time.fromisoformat(ride["at"]),
                booked=ride["booked"],
                shares_with_id=sharing,
                note=ride.get("note"),
            )


def say_pairs(telling: Telling) -> None:
    """Record who is to sit together or apart, in every session."""
    for one, other, kind in telling.story.project["pairs"]:
        with telling.workspace.change(Op.SET_PAIR) as tx:
            set_pair(tx, telling.people[one], telling.people[other], SeatKind(kind), None)


def come(telling: Telling, session_id: SessionId, session: Told, times: Times) -> None:
    """Let those come who did by now; a session that is over is left by everybody, and the rest did not come."""
    stays = sorted(_stays(telling, session["key"], times), key=lambda stay: stay.arrived_at)
    for stay in stays:
        if stay.arrived_at <= telling.now:
            telling.move_to(stay.arrived_at)
            with telling.workspace.change(Op.CHECK_IN) as tx:
                check_in(tx, session_id, stay.person_id, at=stay.arrived_at, now=stay.arrived_at)
    if times.opening <= telling.now:
        _count(telling, session_id, session["heads"])
    ends = local_instant(times.held_on, times.ends_at)
    if ends <= telling.now:
        _leave(telling, session_id, stays, ends)


def _answer(tx: Session, line: AttendanceId, status: Status, *, at: datetime) -> None:
    """Record what somebody answered; a cancellation is a no after a yes."""
    if status is not Status.INVITED:
        record_reply(tx, line, Reply.NO if status is Status.DECLINED else Reply.YES, at=at)
    if status is Status.CANCELLED:
        record_reply(tx, line, Reply.NO, at=at)


def _is_listed(said: str | None) -> bool:
    return said is not None and not said.startswith(WALK_IN)


def _stays(telling: Telling, key: str, times: Times) -> list[Stay]:
    found = ((telling.people[one["name"]], one.get(key, "").removeprefix(WALK_IN)) for one in telling.story.people)
    return [_stay(person_id, said, times) for person_id, said in found if said[:1] == "+" or said[:1].isdecimal()]


def _stay(person_id: PersonId, said: str, times: Times) -> Stay:
    if said.startswith("+"):
        return Stay(person_id, times.opening + timedelta(minutes=int(said)), None)
    arrived_at, left_at = (local_instant(times.held_on, time.fromisoformat(at)) for at in said.split("-"))
    return Stay(person_id, arrived_at, left_at)


def _count(telling: Telling, session_id: SessionId, heads: dict[str, int]) -> None:
    for role, people in heads.items():
        with telling.workspace.change(Op.COUNT_HEADS) as tx:
            count_heads(tx, session_id, Role(role), people)


def _leave(telling: Telling, session_id: SessionId, stays: list[Stay], ends: datetime) -> None:
    early = [(stay.left_at, stay.person_id) for stay in stays if stay.left_at is not None and stay.left_at < ends]
    for left_at, person_id in sorted(early):
        telling.move_to(left_at)
        with telling.workspace.change(Op.CHECK_OUT) as tx:
            check_out(tx, attendance_id(session_id, person_id), at=left_at, now=left_at)
    telling.move_to(ends)
    with telling.workspace.change(Op.EVERYONE_LEFT) as tx:
        everyone_left(tx, session_id, at=ends, now=ends)
    with telling.workspace.change(Op.CHANGE_ATTENDANCE) as tx:
        rest_did_not_come(tx, session_id)
