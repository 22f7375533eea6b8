# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for why a plan cannot be changed so."""

from app.agenda.errors import (
    BlockNeedsTitle,
    MaterialMissing,
    MinutesOutOfOrder,
    NoDayYet,
    NoPlan,
    NotAnAmount,
    NotARank,
    NothingToSave,
    NotMinutes,
    NotTables,
    PinSkipped,
    TrackInTrack,
)
from app.days import clock_time
from app.i18n import _
from app.wording.common import Words


def _block_needs_title(error: BlockNeedsTitle) -> str:
    return _("A block needs a title. Type one.")


def _not_minutes(error: NotMinutes) -> str:
    words = _("“{typed}” is not a length. Type minutes, such as 35 or 1h10, up to {most}.")
    return words.format(typed=error.typed, most=error.most)


def _minutes_out_of_order(error: MinutesOutOfOrder) -> str:
    if error.least is not None and error.least > error.planned:
        words = _("The shortest, {least} minutes, is longer than the {planned} planned. Type a shorter one.")
        return words.format(least=error.least, planned=error.planned)
    words = _("The longest, {most} minutes, is shorter than the {planned} planned. Type a longer one.")
    return words.format(most=error.most, planned=error.planned)


def _pin_skipped(error: PinSkipped) -> str:
    words = _("“{title}” is pinned to {time}, which that day does not have: the clocks go forward. Unpin it first.")
    return words.format(title=error.title, time=clock_time(error.at))


def _material_missing(error: MaterialMissing) -> str:
    return _("Say what is needed, such as “Felt pens”.")


def _not_an_amount(error: NotAnAmount) -> str:
    return _("“{typed}” is not an amount. Type a whole number, such as 4.").format(typed=error.typed)


def _not_a_rank(error: NotARank) -> str:
    words = _("“{typed}” is not an order. Type 1 for what goes first when it is late, or leave it empty.")
    return words.format(typed=error.typed)


def _not_tables(error: NotTables) -> str:
    return _("“{typed}” are not tables. Type their numbers, such as 1, 3.").format(typed=error.typed)


def _track_in_track(error: TrackInTrack) -> str:
    words = _("“{title}” runs within a group already, so it cannot be split. Split the block around it.")
    return words.format(title=error.title)


def _nothing_to_save(error: NothingToSave) -> str:
    return _("There is nothing in this plan yet. Add blocks first, then save it as a template.")


def _no_plan(error: NoPlan) -> str:
    words = _(
        "No plan was found in {file}. It needs a row of titles, one of them “Title” and another one “Duration” or "
        "“Start”, with a row for each block under it."
    )
    return words.format(file=error.path.name)


def _no_day_yet(error: NoDayYet) -> str:
    return _("“{title}” has no day yet, so no calendar can show it. Settle the day first.").format(title=error.title)


WORDS: Words = {
    BlockNeedsTitle: _block_needs_title,
    NotMinutes: _not_minutes,
    MinutesOutOfOrder: _minutes_out_of_order,
    PinSkipped: _pin_skipped,
    MaterialMissing: _material_missing,
    NotAnAmount: _not_an_amount,
    NotARank: _not_a_rank,
    NotTables: _not_tables,
    TrackInTrack: _track_in_track,
    NothingToSave: _nothing_to_save,
    NoPlan: _no_plan,
    NoDayYet: _no_day_yet,
}
