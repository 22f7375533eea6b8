# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for why a session cannot be run so."""

from app.i18n import _
from app.live.errors import (
    AlreadyRunning,
    NeedsYes,
    NoBlockAfter,
    NoBlockBefore,
    NothingPlanned,
    NothingToGive,
    NotRunning,
)
from app.wording.common import Words


def _already_running(error: AlreadyRunning) -> str:
    return _("“{title}” is running. Finish it first.").format(title=error.title)


def _nothing_planned(error: NothingPlanned) -> str:
    return _("“{title}” has no plan to run by. Add a block to its plan first.").format(title=error.title)


def _not_running(error: NotRunning) -> str:
    return _("“{title}” is not running. Start it first.").format(title=error.title)


def _no_block_after(error: NoBlockAfter) -> str:
    return _("“{title}” is the last block. Finish the session when it is over.").format(title=error.title)


def _no_block_before(error: NoBlockBefore) -> str:
    return _("“{title}” is the first block, so there is none to go back to.").format(title=error.title)


def _needs_yes(error: NeedsYes) -> str:
    return _("“{title}” is a break, a meal or the closing. Say yes to it first.").format(title=error.title)


def _nothing_to_give(error: NothingToGive) -> str:
    return _("“{title}” wins no time any more, as the session went on. Choose from what is offered now.").format(
        title=error.title
    )


WORDS: Words = {
    AlreadyRunning: _already_running,
    NothingPlanned: _nothing_planned,
    NotRunning: _not_running,
    NoBlockAfter: _no_block_after,
    NoBlockBefore: _no_block_before,
    NeedsYes: _needs_yes,
    NothingToGive: _nothing_to_give,
}
