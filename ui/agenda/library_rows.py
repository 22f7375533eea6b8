# SPDX-License-Identifier: GPL-3.0-or-later
"""Activity cards and templates as they stand in one list to choose from."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from sqlalchemy.orm import Session

from app.agenda.library import Card, Template, cards, saved_cards, saved_templates, templates
from app.agenda.words import minutes_words
from app.i18n import _
from db.search import fold, pieces
from db.types import PlanKind, RecordId
from ui.parts.chip import ChipKind
from ui.tables import Cell, Column, Figures, Mark, NewLine, Piece, Words, cell

MINUTES = 84  # px at 100 %


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """One card or template.

    Attributes:
        id: What it is known by.
        about: What it is good for; of a saved plan, what happens in it.
        credit: Whom to thank, or "".
        check: Whether the organisation's own way should be looked up.
        saved_id: Which row it is, where the team saved it.
        made: The card or template itself.
    """

    id: str
    title: str
    minutes: int
    about: str
    credit: str
    check: bool
    saved_id: RecordId | None
    made: Card | Template


def library_rows(tx: Session, kind: PlanKind, typed: str) -> list[LibraryRow]:
    """Return what a team can choose from, its own first; only those that hold all of what was typed."""
    made: list[Card | Template]
    made = [*saved_cards(tx), *cards()] if kind is PlanKind.CARD else [*saved_templates(tx), *templates()]
    rows = [_row(one) for one in made]
    return [row for row in rows if all(piece in fold(f"{row.title} {row.about}") for piece in pieces(typed))]


def library_columns() -> tuple[Column[LibraryRow], ...]:
    """Return the columns of the list."""
    right = Qt.AlignmentFlag.AlignRight
    return (Column(_("Title"), _title), Column(_("Takes"), _minutes, width=MINUTES, align=right))


def _row(made: Card | Template) -> LibraryRow:
    if isinstance(made, Card):
        about = made.about or made.block.purpose or ""
        block = made.block
        return LibraryRow(made.key, block.title, block.minutes, about, made.credit, False, made.saved_id, made)
    about = made.about or ", ".join(block.title for block in made.blocks)
    return LibraryRow(made.key, made.title, made.minutes, about, made.credit, made.check, made.saved_id, made)


def _title(row: LibraryRow) -> Cell:
    pieces_of: list[Piece] = [Words(row.title, bold=True)]
    if row.saved_id is not None:
        pieces_of.append(Mark("saved", _("Saved by your team"), kind=ChipKind.BARE_OK))
    if row.check:
        pieces_of += [NewLine(), Mark("warning", _("Check with your organisation"), kind=ChipKind.BARE_WARN)]
    if row.about:
        pieces_of += [NewLine(), Words(row.about, size="small")]
    if row.credit:
        pieces_of += [NewLine(), Words(row.credit, size="small", ink="ink2")]
    return cell(*pieces_of)


def _minutes(row: LibraryRow) -> Cell:
    return cell(Figures(_("{count} min").format(count=row.minutes), spoken=minutes_words(row.minutes)))
