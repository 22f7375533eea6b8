# SPDX-License-Identifier: GPL-3.0-or-later
"""What a table shows in one place of a row: a few pieces in reading order, shown and read out."""

from dataclasses import dataclass

from ui.parts.chip import ChipKind


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words; they wrap where the column is too narrow.

    Attributes:
        text: What is shown.
        bold: Whether in the heavier weight, as names are.
        ink: A colour of the look.
        size: Px at 100 % or a name.
        language: A code where it is known and matters for the letters ("ur").
        spoken: What is read out instead.
    """

    text: str
    bold: bool = False
    ink: str = "ink"
    size: int | str = "body"
    language: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """A number, a time or an amount: every digit takes the same room, so that columns line up."""

    text: str
    bold: bool = False
    ink: str = "ink"
    spoken: str = ""
    size: int | str = "body"


@dataclass(frozen=True, slots=True)
class Mark:
    """An icon with its words; without words it must say what it means."""

    icon: str
    words: str = ""
    kind: ChipKind = ChipKind.BARE
    spoken: str = ""
    size: int | str = "small"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Press:
    """Looks like a small button, and clicking it is told on with what it would do.

    Attributes:
        words: What it says.
        icon: A name of the look; "" for none.
        act: What the table tells when it is pressed.
        spoken: What is read out instead.
    """

    words: str
    icon: str = ""
    act: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class NewLine:
    """What follows stands on a line of its own under what came before."""


Piece = Words | Figures | Mark | Press | NewLine


@dataclass(frozen=True, slots=True)
class Cell:
    """What one row shows in one column."""

    pieces: tuple[Piece, ...] = ()

    @property
    def plain(self) -> str:
        """What can be read in it."""
        return "  ".join(shown for piece in self.pieces if (shown := _shown(piece)))

    @property
    def spoken(self) -> str:
        """What is read out: with the meaning of every mark."""
        return ", ".join(said for piece in self.pieces if (said := _said(piece)))


def cell(*pieces: Piece | str) -> Cell:
    """Return a cell of these pieces; a text stands for plain words."""
    return Cell(tuple(Words(piece) if isinstance(piece, str) else piece for piece in pieces if piece != ""))


def _shown(piece: Piece) -> str:
    match piece:
        case Words() | Figures():
            return piece.text
        case Mark() | Press():
            return piece.words
        case NewLine():
            return ""


def _said(piece: Piece) -> str:
    return "" if isinstance(piece, NewLine) else piece.spoken or _shown(piece)
