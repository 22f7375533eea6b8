# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeping a plan, or a block of it, to be used again under a name that somebody typed."""

from collections.abc import Callable

from app.agenda.saving import save_card, save_template
from db.journal import Op
from db.types import BlockId, RecordId, SessionId
from ui.page import Page


def keep_plan(
    page: Page,
    session_id: SessionId,
    title: str,
    *,
    then: Callable[[RecordId], object],
    refused: Callable[[str], object],
) -> None:
    """Keep the plan of a session as a template; `then` is given its id, and `refused` why it cannot be kept."""
    page.change(Op.SAVE_TEMPLATE, lambda tx: save_template(tx, session_id, title), then=then, refused=refused)


def keep_block(
    page: Page,
    block_id: BlockId,
    title: str,
    *,
    then: Callable[[RecordId], object],
    refused: Callable[[str], object],
) -> None:
    """Keep a block as an activity card; `then` is given its id, and `refused` why it cannot be kept."""
    page.change(Op.SAVE_TEMPLATE, lambda tx: save_card(tx, block_id, title), then=then, refused=refused)
