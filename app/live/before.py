# SPDX-License-Identifier: GPL-3.0-or-later
"""What blocks took in the sessions before, for a plan that holds them again."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, or_, select, union
from sqlalchemy.orm import Session

from app.agenda.past import RECENT, Past
from app.agenda.typed import MOST_MINUTES
from app.live.actuals import ActualRow, actuals_of, kept_of
from db.models import Block, LiveFact, RanBlock
from db.types import LiveKind, SessionId

LOOKED_AT = 6  # sessions: what took longer years ago says little of the next plan


def past_of(tx: Session, session_id: SessionId, wanted: Collection[str], now: datetime) -> Mapping[str, Past]:
    """Return what blocks took in sessions that were over when one began, or are over now while it did not begin.

    By what they are known by; one that never ran is not in it. A block that was dropped or never reached does not
    count, nor one that nobody left for longer than a plan can say.
    """
    found: dict[str, list[ActualRow]] = {one: [] for one in wanted}
    before = _begun(tx, session_id) or now
    sessions = _sessions_with(tx, wanted, before) if wanted else ()
    kept = kept_of(tx, sessions)
    for earlier in sessions:
        for row in kept.get(earlier) or _worked_out(tx, earlier, before):
            if row.known_by in found and row.took is not None and row.took <= MOST_MINUTES:
                found[row.known_by].append(row)
        if all(len(rows) >= RECENT for rows in found.values()):
            break
    return {one: _past(rows) for one, rows in found.items() if rows}


def _worked_out(tx: Session, session_id: SessionId, before: datetime) -> Sequence[ActualRow]:
    """Return the blocks of a session of which nothing was kept; none while it was not over."""
    actuals = actuals_of(tx, session_id, before)
    return () if actuals is None or actuals.finished is None else actuals.rows


def _begun(tx: Session, session_id: SessionId) -> datetime | None:
    """Return when a session was begun, the last time where that was undone."""
    begins = LiveFact.session_id == session_id, LiveFact.kind == LiveKind.BEGIN
    return tx.scalar(select(func.max(LiveFact.at)).where(*begins))


def _past(rows: Sequence[ActualRow]) -> Past:
    return Past(tuple(row.longer or 0 for row in rows), tuple(row.took or 0 for row in rows))


def _sessions_with(tx: Session, wanted: Collection[str], before: datetime) -> Sequence[SessionId]:
    """Return the last sessions that were begun before an instant and hold such blocks, the last one first."""
    planned = select(Block.session_id).where(or_(Block.origin.in_(wanted), Block.id.in_(wanted)))
    holding = union(planned, select(RanBlock.session_id).where(RanBlock.known_by.in_(wanted)))
    query = (
        select(LiveFact.session_id)
        .where(LiveFact.kind == LiveKind.BEGIN, LiveFact.at < before, LiveFact.session_id.in_(holding))
        .group_by(LiveFact.session_id)
        .order_by(func.max(LiveFact.at).desc())
        .limit(LOOKED_AT)
    )
    return tx.scalars(query).all()
