# SPDX-License-Identifier: GPL-3.0-or-later
"""Activity cards and templates as they stand in one list to choose from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt

from app.agenda.library import Card, Template
from app.agenda.past import Past
from app.agenda.past_words import before_words
from app.days import minutes_words
from app.i18n import _
from db.search import fold, pieces
from db.types import RecordId
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
        before: What its blocks took before, where that was longer than planned; or "".
        check: Whether the organisation's own way should be looked up.
        saved_id: Which row it is, where the team saved it.
        made: The card or template itself.
    """

    id: str
    title: str
    minutes: int
    about: str
    credit: str
    before: str
    check: bool
    saved_id: RecordId | None
    made: Card | Template


def library_rows(made: Iterable[Card | Template], past: Mapping[str, Past], typed: str) -> list[LibraryRow]:
    """Return cards or templates as they are shown; only those that hold all of what was typed.

    What their blocks took before is looked up by what they are known by.
    """
    rows = [_row(one, before_words(one.every_block(), past)) for one in made]
    return [row for row in rows if all(piece in fold(f"{row.title} {row.about}") for piece in pieces(typed))]


def library_columns() -> tuple[Column[LibraryRow], ...]:
    """Return the columns of the list."""
    right = Qt.AlignmentFlag.AlignRight
    return (Column(_("Title"), _title), Column(_("Takes"), _minutes, width=MINUTES, align=right))


def _row(made: Card | Template, before: str) -> LibraryRow:
    card = isinstance(made, Card)
    return LibraryRow(
        id=made.key,
        title=made.block.title if card else made.title,
        minutes=made.block.minutes if card else made.minutes,
        about=made.about or _what_happens(made),
        credit=made.credit,
        before=before,
        check=not card and made.check,
        saved_id=made.saved_id,
        made=made,
    )


def _what_happens(made: Card | Template) -> str:
    if isinstance(made, Card):
        return made.block.purpose or ""
    return ", ".join(block.title for block in made.blocks)


def _title(row: LibraryRow) -> Cell:
    pieces_of: list[Piece] = [Words(row.title, bold=True)]
    if row.saved_id is not None:
        pieces_of.append(Mark("saved", _("Saved by your team"), kind=ChipKind.BARE_OK))
    if row.check:
        pieces_of += [NewLine(), Mark("warning", _("Check with your organisation"), kind=ChipKind.BARE_WARN)]
    if row.before:
        pieces_of += [NewLine(), Mark("time", row.before, kind=ChipKind.BARE_WARN)]
    if row.about:
        pieces_of += [NewLine(), Words(row.about, size="small")]
    if row.credit:
        pieces_of += [NewLine(), Words(row.credit, size="small", ink="ink2")]
    return cell(*pieces_of)


def _minutes(row: LibraryRow) -> Cell:
    return cell(Figures(_("{count} min").format(count=row.minutes), spoken=minutes_words(row.minutes)))
