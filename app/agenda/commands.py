# SPDX-License-Identifier: GPL-3.0-or-later
"""What may be done with the blocks of a plan. Tracks and materials are in tracks.py and materials.py."""

from collections.abc import Callable, Iterable
from typing import Unpack, cast

from sqlalchemy.orm import Session

from app import typed
from app.agenda.errors import BlockNeedsTitle, MinutesOutOfOrder
from app.agenda.fields import SAID, BlockFields, BlockSaid
from app.agenda.order import moved, positions, put_before
from app.agenda.pins import check_pin, check_pin_of
from app.agenda.reading import blocks_of, held_by, neighbours
from app.agenda.typed import checked_minutes, checked_rank, stepped
from app.lookup import fetch
from db.models import Block, DesignSession
from db.types import BlockId, BlockKind, SessionId

DEFAULT_MINUTES = {BlockKind.BREAK: 15, BlockKind.MEAL: 45, BlockKind.BUFFER: 10, BlockKind.CLOSING: 5}
USUAL_MINUTES = 10
Arranged = Callable[[list[BlockId], list[BlockId]], list[BlockId]]


def add_block(
    tx: Session,
    session_id: SessionId,
    title: str,
    /,
    *,
    before: BlockId | None = None,
    within: BlockId | None = None,
    lane: int | None = None,
    **values: Unpack[BlockFields],
) -> BlockId:
    """Add a block before another one, or at the end, and return its id.

    Args:
        tx: Where it is written.
        session_id: Whose plan it joins.
        title: What it is called.
        before: The block that it comes before; None, or one that is gone, puts it last.
        within: The breakout in which it runs; None for the session itself.
        lane: Which track of that.
        values: What else is known of it; its usual length follows from its kind.

    Raises:
        NotFound: There is no such session.
        BlockNeedsTitle: It has no title.
        NotMinutes, NotARank: One of its lengths, or when it may be cut, is out of bounds.
        MinutesOutOfOrder: Its shortest, planned and longest minutes contradict each other.
        PinSkipped: It would be pinned to a time that the clocks skip.
    """
    session = fetch(tx, DesignSession, session_id)
    usual = DEFAULT_MINUTES.get(values.get("kind", BlockKind.ACTIVITY), USUAL_MINUTES)
    block = _new(session, {"minutes": usual, **values, "title": title}, within=within, lane=lane)
    others = blocks_of(tx, session_id, within=within, lane=lane)
    tx.add(block)
    tx.flush()
    order = put_before([*(other.id for other in others), block.id], [block.id], before)
    _reorder([*others, block], order, [block.id])
    return block.id


def append_blocks(
    tx: Session,
    session_id: SessionId,
    said: Iterable[BlockSaid],
    *,
    within: BlockId | None = None,
    lane: int | None = None,
) -> list[BlockId]:
    """Add many blocks to the end of a plan, or of one track of a breakout, at once and return their ids.

    Raises:
        NotFound: There is no such session.
        BlockNeedsTitle: One has no title.
        NotMinutes, NotARank: One of their lengths, or when one may be cut, is out of bounds.
        MinutesOutOfOrder: The shortest, planned and longest minutes of one contradict each other.
        PinSkipped: One would be pinned to a time that the clocks skip.
    """
    session = fetch(tx, DesignSession, session_id)
    others = blocks_of(tx, session_id, within=within, lane=lane)
    added = [_new(session, _values(one), within=within, lane=lane) for one in said]
    ids = [block.id for block in added]
    _reorder([*others, *added], [*(other.id for other in others), *ids], ids)
    tx.add_all(added)
    tx.flush()
    return ids


def change_block(tx: Session, block_id: BlockId, **values: Unpack[BlockFields]) -> None:
    """Change what is said of a block.

    Raises:
        NotFound: There is no such block.
        BlockNeedsTitle: Its title would be empty.
        NotMinutes, NotARank: One of its lengths, or when it may be cut, would be out of bounds.
        MinutesOutOfOrder: Its shortest, planned and longest minutes would contradict each other.
        NoSuchHour: It would be pinned to a time that the clocks skip.
    """
    if "title" in values:
        values["title"] = titled(values["title"])
    block = fetch(tx, Block, block_id)
    check_pin(fetch(tx, DesignSession, block.session_id), values.get("pinned_at"))
    with tx.no_autoflush:
        _written(block, values)


def shorten_blocks(tx: Session, block_ids: Iterable[BlockId]) -> None:
    """Let blocks take their least minutes; one of which none are known stays as it is.

    Raises:
        NotFound: There is no such block.
    """
    for block_id in block_ids:
        block = fetch(tx, Block, block_id)
        if block.least_minutes is not None:
            block.minutes = block.least_minutes


def step_minutes(tx: Session, block_ids: Iterable[BlockId], by: int) -> None:
    """Make blocks some minutes longer or shorter; their shortest and longest give way where they must.

    Raises:
        NotFound: There is no such block.
    """
    for block_id in block_ids:
        block = fetch(tx, Block, block_id)
        set_minutes(tx, block_id, stepped(block.minutes, by))


def set_minutes(tx: Session, block_id: BlockId, minutes: int) -> None:
    """Plan another length for a block; its shortest and longest give way where they must.

    Raises:
        NotFound: There is no such block.
        NotMinutes: It is less than nothing, or longer than a day's work.
    """
    block = fetch(tx, Block, block_id)
    block.minutes = checked_minutes(minutes)
    if block.least_minutes is not None:
        block.least_minutes = min(block.least_minutes, minutes)
    if block.most_minutes is not None:
        block.most_minutes = max(block.most_minutes, minutes)


def move_blocks(tx: Session, block_ids: Iterable[BlockId], step: int) -> None:
    """Move blocks of one session, or of one track, one place up (-1) or down (1); those at the edge stay.

    Raises:
        NotFound: There is no such block.
    """
    _rearrange(tx, list(block_ids), lambda now, chosen: moved(now, chosen, step))


def put_blocks(tx: Session, block_ids: Iterable[BlockId], *, before: BlockId | None) -> None:
    """Put blocks of one session, or of one track, before another one of them, or at the end; there also for one gone.

    Raises:
        NotFound: There is no such block.
    """
    _rearrange(tx, list(block_ids), lambda now, chosen: put_before(now, chosen, before))


def delete_blocks(tx: Session, block_ids: Iterable[BlockId]) -> None:
    """Take blocks out of the plan, with all that runs within them and what they need.

    Raises:
        NotFound: There is no such block.
    """
    for block_id in block_ids:
        fetch(tx, Block, block_id).deleted = True
        for held in held_by(tx, block_id):
            held.deleted = True


def titled(title: str) -> str:
    """Return a title on one line.

    Raises:
        BlockNeedsTitle: Nothing is left.
    """
    tidy = typed.line("title", title)
    if not tidy:
        raise BlockNeedsTitle
    return tidy


def _values(said: BlockSaid) -> BlockFields:
    return cast("BlockFields", {name: getattr(said, name) for name in SAID})


def _new(session: DesignSession, values: BlockFields, *, within: BlockId | None, lane: int | None) -> Block:
    title = titled(values.get("title", ""))
    check_pin_of(session, title, values.get("pinned_at"))
    block = Block(session_id=session.id, within_id=within, lane=lane, position=0, title=title, minutes=0)
    return _written(block, {**values, "title": title})


def _written(block: Block, values: BlockFields) -> Block:
    _check_bounds(values)
    for name, value in values.items():
        setattr(block, name, typed.words(name, value) if type(value) is str and name != "title" else value)
    least, planned, most = block.least_minutes, block.minutes, block.most_minutes
    if (least is not None and least > planned) or (most is not None and most < planned):
        raise MinutesOutOfOrder(least, planned, most)
    return block


def _check_bounds(values: BlockFields) -> None:
    for minutes in (values.get("minutes"), values.get("least_minutes"), values.get("most_minutes")):
        if minutes is not None:
            checked_minutes(minutes)
    if (rank := values.get("cut_first")) is not None:
        checked_rank(rank)


def _rearrange(tx: Session, chosen: list[BlockId], arranged: Arranged) -> None:
    """Put chosen blocks elsewhere among their neighbours, as `arranged` says from the order now and the chosen ones."""
    blocks = neighbours(tx, fetch(tx, Block, chosen[0]))
    now = [block.id for block in blocks]
    if (order := arranged(now, chosen)) != now:
        _reorder(blocks, order, chosen)


def _reorder(blocks: list[Block], order: list[BlockId], placed: Iterable[BlockId]) -> None:
    """Give the blocks the positions that keep this order."""
    by_id = {block.id: block for block in blocks}
    known = {block.id: block.position for block in blocks}
    for block_id, position in positions(order, known, placed).items():
        by_id[block_id].position = position
