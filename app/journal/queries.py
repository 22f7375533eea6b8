# SPDX-License-Identifier: GPL-3.0-or-later
"""What the journal tells: what would be undone and redone now."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.journal import rules
from app.journal.rules import Done
from db.journal import Dot, JournalOperation, Op
from db.local import Sequence
from db.types import DeviceId


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
