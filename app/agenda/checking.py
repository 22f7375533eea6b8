# SPDX-License-Identifier: GPL-3.0-or-later
"""Checking the plan of a session against what the records know of who is coming, and mending it in one step."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.agenda.checker import AddBlock, CheckedPlan, Finding, GiveMinutes, findings
from app.agenda.commands import add_block, set_minutes
from app.agenda.limits import limits
from app.agenda.past import Past, took_longer
from app.agenda.queries import BlockRow, Plan, plan_of
from app.agenda.resting import Checked
from app.lookup import fetch
from app.sessions.rules import AWAY
from db.models import Attendance, DesignSession, Need
from db.types import BlockId, SessionId


def check_plan(tx: Session, session_id: SessionId) -> tuple[Finding, ...]:
    """Return what the plan of a session lacks in itself, whatever its blocks took before; the gravest first.

    Raises:
        NotFound: There is no such session.
    """
    return findings_of(tx, plan_of(tx, session_id), {})


def findings_of(tx: Session, plan: Plan, past: Mapping[str, Past]) -> tuple[Finding, ...]:
    """Return what a plan lacks, the gravest first, given what blocks took before by what they are known by."""
    session = fetch(tx, DesignSession, plan.session_id)
    checked = CheckedPlan(
        title=session.title,
        spectrum=session.spectrum,
        blocks=tuple(map(_checked, plan.blocks)),
        decided=tuple(one.title for one in plan.every_block() if one.already_made),
        times=plan.times,
        breaks_needed=_breaks_needed(tx, plan.session_id),
        wellbeing=bool(session.wellbeing_name),
        longer=took_longer(plan.every_block(), past, limits().longer_from),
    )
    return findings(checked, limits())


def mend(tx: Session, session_id: SessionId, fix: AddBlock, title: str) -> BlockId:
    """Put in what a finding asks for, under a title, and return the new block's id.

    Raises:
        NotFound: There is no such session.
    """
    return add_block(tx, session_id, title, before=fix.before, kind=fix.kind, minutes=fix.minutes)


def give_minutes(tx: Session, fix: GiveMinutes) -> list[BlockId]:
    """Give blocks the minutes that a finding asks for, and return their ids.

    Raises:
        NotFound: There is no such block.
    """
    for block_id, minutes in fix.lengths:
        set_minutes(tx, block_id, minutes)
    return [block_id for block_id, _minutes in fix.lengths]


def _checked(block: BlockRow) -> Checked:
    return Checked(block.id, block.kind, block.title, tuple(tuple(map(_checked, one.blocks)) for one in block.tracks))


def _breaks_needed(tx: Session, session_id: SessionId) -> bool:
    query = (
        select(Need.id)
        .join(Attendance, Attendance.person_id == Need.person_id)
        .where(Attendance.session_id == session_id, Attendance.status.not_in(AWAY), Need.kind.in_(limits().needs))
    )
    return tx.scalar(query.limit(1)) is not None
