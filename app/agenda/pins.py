# SPDX-License-Identifier: GPL-3.0-or-later
"""Blocks are pinned to times that the clock on the wall shows: never to an hour that the clocks skip."""

from datetime import time

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.agenda.errors import PinSkipped
from app.agenda.rules import day_of_pin, frame_of
from app.attendance.errors import NoSuchHour
from app.attendance.rules import local_instant
from db.models import Block, DesignSession


def check_pin(session: DesignSession, at: time | None) -> None:
    """Find that a block of a session may be pinned to a time, or to none.

    Raises:
        NoSuchHour: The clocks skip it on the day on which it is meant.
    """
    if session.held_on is not None and at is not None:
        start = frame_of(session.held_on, session.starts_at, session.ends_at).start
        local_instant(day_of_pin(at, start), at)


def check_pin_of(session: DesignSession, title: str, at: time | None) -> None:
    """Find that a block of a session, known by its title, may be pinned to a time, or to none.

    Raises:
        PinSkipped: The clocks skip it on the day on which it is meant.
    """
    try:
        check_pin(session, at)
    except NoSuchHour as skipped:
        raise PinSkipped(title, skipped.at) from skipped


def check_pins(tx: Session, session: DesignSession) -> None:
    """Find that all blocks of a session may stay pinned where they are.

    Raises:
        PinSkipped: The clocks skip the time of one on the day of the session.
    """
    pinned = select(Block).where(Block.session_id == session.id, Block.pinned_at.is_not(None))
    for block in tx.scalars(pinned.order_by(Block.position, Block.id)):
        check_pin_of(session, block.title, block.pinned_at)
