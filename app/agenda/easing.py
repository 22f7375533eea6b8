# SPDX-License-Identifier: GPL-3.0-or-later
"""What would give where a plan runs over. Pure: nothing is changed here, each step is chosen by the user."""

from collections.abc import Collection
from dataclasses import replace

from app.agenda.queries import BlockRow, Plan, timed
from app.agenda.rules import Timeline, timeline
from db.types import BlockId


def can_shorten(plan: Plan) -> list[BlockRow]:
    """Return the blocks of the session itself that may become shorter than planned, in their order."""
    return [block for block in plan.blocks if block.least_minutes is not None and block.least_minutes < block.minutes]


def shortened(plan: Plan, chosen: Collection[BlockId]) -> Timeline:
    """Return when everything would be if the chosen blocks took their least minutes."""
    blocks = (_least(block) if block.id in chosen else block for block in plan.blocks)
    return timeline(map(timed, blocks), plan.times.frame)


def _least(block: BlockRow) -> BlockRow:
    return block if block.least_minutes is None else replace(block, minutes=block.least_minutes)
