# SPDX-License-Identifier: GPL-3.0-or-later
"""What the journal tells: what would be undone and redone now, and who did what when."""

from dataclasses import dataclass

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from app.journal import rules
from app.journal.rules import Done
from app.journal.telling import Told, tell
from db.journal import Dot, JournalEntry, JournalOperation, Op
from db.local import Sequence
from db.types import DeviceId, MemberId


def latest_dot(tx: Session) -> Dot:
    """Return the number of the last operation of this laptop."""
    device, seq = tx.execute(select(Sequence.device, Sequence.seq)).one()
    return Dot(device, seq)


def undo_target(tx: Session, since: Dot) -> Done | None:
    """Return the operation that undo means now; nothing from before `since` is offered."""
    return rules.undo_target(_newest_first(tx, since))


def redo_target(tx: Session, since: Dot) -> Done | None:
    """Return the undo that redo means now; nothing from before `since` is offered."""
    return rules.redo_target(_newest_first(tx, since))


def _newest_first(tx: Session, since: Dot) -> list[Done]:
    query = (
        select(JournalOperation.device, JournalOperation.seq, JournalOperation.op, JournalOperation.undoes)
        .where(JournalOperation.device == since.device, JournalOperation.seq > since.seq)
        .order_by(JournalOperation.seq.desc())
        .limit(200)
    )
    return [
        Done(Dot(DeviceId(device), seq), Op(op), None if undoes is None else Dot.parse(undoes))
        for device, seq, op, undoes in tx.execute(query)
    ]


def told(tx: Session, dot: Dot) -> Told:
    """Return one operation with what is needed to tell it."""
    return tell(tx, tx.get_one(JournalOperation, (dot.device, dot.seq)))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of the history is asked for; an empty one is all of it.

    Attributes:
        member: Only what this member did.
        ops: Only operations of these kinds; empty for all.
        about: Only what touched this record, by its id.
    """

    member: MemberId | None = None
    ops: frozenset[Op] = frozenset()
    about: str | None = None


def history(tx: Session, wanted: Wanted, *, limit: int = 50, skip: int = 0) -> list[Told]:
    """Return who did what when, newest first."""
    query = select(JournalOperation).order_by(
        JournalOperation.clock_ms.desc(), JournalOperation.clock_count.desc(), JournalOperation.device
    )
    if wanted.member is not None:
        query = query.where(JournalOperation.member_id == wanted.member)
    if wanted.ops:
        query = query.where(JournalOperation.op.in_(wanted.ops))
    if wanted.about is not None:
        touching = exists().where(
            JournalEntry.device == JournalOperation.device,
            JournalEntry.seq == JournalOperation.seq,
            JournalEntry.row_id == wanted.about,
        )
        query = query.where(touching)
    return [tell(tx, done) for done in tx.scalars(query.limit(limit).offset(skip))]
