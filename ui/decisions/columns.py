# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of what was noted in a session, and of its plan against what was."""

from collections.abc import Mapping

from app.agenda.past import Past
from app.agenda.past_words import past_words
from app.clock import local
from app.days import clock_time, day_words, minutes_words
from app.decisions.queries import LogRow
from app.decisions.words import log_kind
from app.i18n import _
from app.live.actuals import ActualRow
from app.live.words import longer_words
from db.types import LogKind
from ui.parts.chip import ChipKind
from ui.tables import Cell, Column, Figures, Mark, NewLine, Piece, Press, Words, cell

TICK = "tick"
ICONS = {LogKind.PARKED: "cardShortlisted", LogKind.DECISION: "ok", LogKind.ACTION: "todo"}


def log_columns() -> tuple[Column[LogRow], ...]:
    """Return the columns of what was noted."""
    return (
        Column(_("Kind"), _kind, width=130),
        Column(_("What"), _what),
        Column(_("Who"), lambda row: cell(row.who or ""), width=160, line=1),
        Column(_("By when"), _by_when, width=180, line=1),
        Column(_("Done"), _done, width=130, line=2),
    )


class ActualColumns:
    """Says how a block is shown as it was planned and as it was.

    Attributes:
        past: What blocks took before, by what they are known by.
    """

    def __init__(self) -> None:
        self.past: Mapping[str, Past] = {}

    def columns(self) -> tuple[Column[ActualRow], ...]:
        """Return the columns, the plan first."""
        return (
            Column(_("Block"), self.block),
            Column(_("Planned"), _planned, width=190, line=1),
            Column(_("As it was"), _as_it_was, width=190, line=1),
            Column(_("Difference"), _difference, width=130, line=2),
        )

    def block(self, row: ActualRow) -> Cell:
        """Return what a block is called, and what it took before."""
        letter = [Words(row.letter, bold=True, ink="accentInk")] if row.letter else []
        past = self.past.get(row.known_by)
        before: list[Piece] = [NewLine(), Words(past_words(past), ink="ink2", size="small")] if past else []
        return cell(*letter, Words(row.title, bold=True), *before)


def _kind(row: LogRow) -> Cell:
    return cell(Mark(ICONS[row.kind], log_kind(row.kind), size="body"))


def _what(row: LogRow) -> Cell:
    during = [NewLine(), Words(row.block, ink="ink2", size="small")] if row.block else []
    return cell(Words(row.words, bold=True), *during)


def _by_when(row: LogRow) -> Cell:
    return cell("" if row.by_when is None else day_words(row.by_when))


def _done(row: LogRow) -> Cell:
    if row.kind is LogKind.DECISION:
        return cell()
    if row.done:
        return cell(Press(_("Done"), "checkOn", act=TICK, spoken=_("Done. Take the tick away")))
    return cell(Press(_("Tick off"), "checkOff", act=TICK))


def _planned(row: ActualRow) -> Cell:
    return cell(
        Figures(clock_time(local(row.planned_at).time())), Words(minutes_words(row.planned_minutes), ink="ink2")
    )


def _as_it_was(row: ActualRow) -> Cell:
    if row.began is None:
        return cell(Words(_("Left out"), ink="ink2")) if row.dropped else cell()
    took = _("runs") if row.took is None else minutes_words(row.took)
    return cell(Figures(clock_time(local(row.began).time())), Words(took, ink="ink2"))


def _difference(row: ActualRow) -> Cell:
    if row.longer is None:
        return cell()
    kind = ChipKind.BARE_WARN if row.longer > 0 else ChipKind.BARE
    return cell(Mark("time", longer_words(row.longer), kind, size="body"))
