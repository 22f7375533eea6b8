# SPDX-License-Identifier: GPL-3.0-or-later
"""Text as shaped glyphs in lines that fit: fonts chosen, letters joined, both directions in their places."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple

from app.documents.paper.bidi import directions, visual_order
from app.documents.paper.fonts import LEADING, Chain, Face, FontLibrary, bundled_fonts
from app.documents.paper.harfbuzz import Glyph
from app.documents.paper.itemising import Itemiser, Piece
from app.documents.paper.languages import Spoken, language_among, part_at, spoken_parts
from app.documents.paper.wrapping import Measured, last_fitting

ROUNDING = 0.01
ABOVE = 0.7  # of the room that a script needs beyond the usual
ELLIPSIS = "…"
MOST_KEPT = 2_000  # texts: what stands in many rows is shaped once, and a long list fills no memory
FIRST_MARK = "\u0300"  # before it no letter joins another, and none runs from right to left


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Glyphs of one font in one direction, from left to right. `em` is their width in ems."""

    face: Face
    text: str
    glyphs: tuple[Glyph, ...]
    rtl: bool
    em: float


class Line(NamedTuple):
    """One line: what it says, its runs from left to right, and its width in points without a space at its end.

    Attributes:
        parts: For each run the number of the paragraph's part that it belongs to; none where it has one part alone.
    """

    text: str
    runs: tuple[Run, ...]
    width: float
    size: float
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a paragraph in one language (BCP 47, or "" for the document's own), and whether it runs to the left."""

    text: str
    language: str
    rtl: bool


class Paragraph(NamedTuple):
    """A text in lines. `leading` is the distance between lines in points.

    Attributes:
        language: What all of it is in (BCP 47), or "" for the document's own or where it is in several.
        parts: What is in one language each, where it is in several.
    """

    text: str
    lines: tuple[Line, ...]
    rtl: bool
    size: float
    leading: float
    language: str = ""
    parts: tuple[Part, ...] = ()

    @property
    def height(self) -> float:
        """Return the height of all lines in points."""
        return len(self.lines) * self.leading

    @property
    def baseline(self) -> float:
        """Return how far below its top the letters of the first line stand, in points."""
        return (self.leading - self.size * LEADING) * ABOVE + self.size

    @property
    def width(self) -> float:
        """Return the width of the longest line in points."""
        return max((line.width for line in self.lines), default=0.0)

    @property
    def has_rtl(self) -> bool:
        """Return whether any part runs right to left, so that readers need the text in reading order."""
        for line in self.lines:
            for run in line.runs:
                if run.rtl:
                    return True
        return False

    def part(self, start: int, end: int | None = None) -> "Paragraph":
        """Return the lines from `start` up to `end` as a paragraph of their own."""
        return self._replace(lines=self.lines[start:end])


class Type(NamedTuple):
    """How a text is set: size in points, weight, and language (BCP 47, or "" where it is not known)."""

    size: float
    bold: bool = False
    language: str = ""


def naming(paragraph: Paragraph, languages: str) -> Paragraph:
    """Return a paragraph that names somebody: each part says the first of their languages that is written so, if any.

    Args:
        paragraph: What is said to or of them.
        languages: What they speak, as somebody typed it.
    """
    parts = [replace(part, language=language_among(part.text, languages) or part.language) for part in paragraph.parts]
    return paragraph._replace(parts=tuple(parts))


class Typesetter:
    """Sets the texts of one document; `missing` grows by each character that no font has."""

    def __init__(self, fonts: FontLibrary | None = None) -> None:
        self._itemiser = Itemiser(fonts or bundled_fonts())
        self._shaped: dict[tuple[Face, str, bool, str], Run] = {}
        self._plain: dict[tuple[str, Type], Paragraph | None] = {}

    @property
    def missing(self) -> frozenset[str]:
        """Return the characters that were asked for and are in no font."""
        return frozenset(self._itemiser.missing)

    @property
    def missing_in(self) -> frozenset[str]:
        """Return the texts in which they stand, as far as is needed to know them again."""
        return frozenset(self._itemiser.missing_in)

    def wrap(self, text: str, width: float, kind: Type) -> Paragraph:
        """Return the text in lines none of which is wider than `width` points.

        A word wider than the line breaks between clusters; a single cluster wider than the line is set smaller.
        """
        key = (text, kind)
        if key not in self._plain:
            self._keep_plain(text, kind)
        plain = self._plain[key]
        if plain is not None and plain.lines[0].width <= width + ROUNDING:
            return plain
        chain = self._itemiser.chain(kind.language, bold=kind.bold)
        setting = _Setting(self, self._itemiser.drawable(text, chain), chain, kind)
        lines = tuple(setting.lines(width))
        leading = max((run.face.leading for line in lines for run in line.runs), default=LEADING)
        return Paragraph(
            setting.text, lines, setting.rtl, kind.size, leading * kind.size, setting.language, setting.parts
        )

    def elide(self, text: str, width: float, kind: Type, *, lines: int = 1) -> Paragraph:
        """Return at most this many lines; what does not fit is left out and an ellipsis says so."""
        paragraph = self.wrap(text, width, kind)
        if len(paragraph.lines) <= lines:
            return paragraph
        kept = sum(len(line.text) for line in paragraph.lines[:lines])
        while len(paragraph.lines) > lines:
            kept -= 1
            paragraph = self.wrap(text[:kept].rstrip() + ELLIPSIS, width, kind)
        return paragraph

    def _keep_plain(self, text: str, kind: Type) -> None:
        """Keep a text of plain letters of one font as one line, or None where it is not as simple as that."""
        if len(self._plain) > MOST_KEPT:
            self._plain.clear()
        face = self._itemiser.chain(kind.language, bold=kind.bold)[0]
        plain = text.isprintable() and max(text, default="") < FIRST_MARK and text == " ".join(text.split())
        self._plain[text, kind] = self._one_line(text, face, kind) if plain and face.covers(text) else None

    def _one_line(self, text: str, face: Face, kind: Type) -> Paragraph | None:
        if not text:
            return None
        run = self.shape(face, text, rtl=False, language=kind.language)
        line = Line(text, (run,), run.em * kind.size, kind.size)
        leading = face.leading * kind.size
        return Paragraph(text, (line,), rtl=False, size=kind.size, leading=leading, language=kind.language)

    def pieces(self, text: str, chain: Chain, levels: Sequence[int]) -> list[Piece]:
        """Return the parts of a text that have one font and one direction each."""
        return self._itemiser.pieces(text, chain, levels)

    def shape(self, face: Face, text: str, *, rtl: bool, language: str) -> Run:
        """Return one run; the same text in the same font is shaped once."""
        key = (face, text, rtl, language)
        if key not in self._shaped:
            if len(self._shaped) > MOST_KEPT:
                self._shaped.clear()
            glyphs = face.file.shape(text, rtl=rtl, language=language)
            em = sum([glyph.advance for glyph in glyphs]) / face.file.units_per_em
            self._shaped[key] = Run(face, text, glyphs, rtl, em)
        return self._shaped[key]


class _Setting:
    """One text being set in lines."""

    def __init__(self, typesetter: Typesetter, text: str, chain: Chain, kind: Type) -> None:
        self.text = text
        self._typesetter = typesetter
        self._chain = chain
        self._kind = kind
        found = directions(text)
        self._levels = found.levels
        self.rtl = found.base % 2 == 1
        spoken = () if kind.language else spoken_parts(text)
        self.language = spoken[0].language if len(spoken) == 1 else kind.language
        self._spoken = spoken if len(spoken) > 1 else ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return the parts that are in one language each, where there are several."""
        return tuple(
            Part(self.text[part.start : part.end], part.language, any(level % 2 for level in self._levels_of(part)))
            for part in self._spoken
        )

    def lines(self, width: float) -> list[Line]:
        """Return lines no wider than `width`."""
        if not self.text:
            return []
        whole = self._line(0, len(self.text))
        if whole.width <= width + ROUNDING:
            return [whole]
        measured = Measured(self.text, self._offsets())
        lines: list[Line] = []
        start = 0
        while start < len(self.text):
            line, start = self._fitting_line(measured, start, width)
            lines.append(line)
        return lines

    def _fitting_line(self, measured: Measured, start: int, width: float) -> tuple[Line, int]:
        """Return the longest line that starts here, and where the next one starts."""
        end = last_fitting(measured, start, start + len(self.text), width)
        line = self._line(start, end)
        while line.width > width + ROUNDING:
            shorter = last_fitting(measured, start, end - 1, width)
            if shorter >= end:
                return self._squeezed(start, end, width), end
            end = shorter
            line = self._line(start, end)
        return line, end

    def _squeezed(self, start: int, end: int, width: float) -> Line:
        line = self._line(start, end)
        return line._replace(size=line.size * width / line.width, width=width)

    def _line(self, start: int, end: int) -> Line:
        text = self.text[start:end].rstrip(" ")
        visible = start + len(text)
        runs = [self._shape(self.text[start:visible], piece) for piece in self._placed(start, visible)]
        width = sum(run.em for run in runs) * self._kind.size
        followed = not self.rtl and visible < end and end < len(self.text)
        end = visible + followed  # one space stays, or readers join words across lines
        placed = self._placed(start, end)
        runs = tuple(self._shape(self.text[start:end], piece) for piece in placed)
        parts = tuple(part_at(self._spoken, start + piece.start) for piece in placed) if self._spoken else ()
        return Line(text, runs, width, self._kind.size, parts)

    def _placed(self, start: int, end: int) -> list[Piece]:
        """Return the pieces between two places from left to right."""
        pieces = self._typesetter.pieces(self.text[start:end], self._chain, self._levels[start:end])
        if self._spoken:
            edges = [part.start - start for part in self._spoken]
            pieces = [cut for piece in pieces for cut in piece.cut_at(edges)]
        return [pieces[place] for place in visual_order([piece.level for piece in pieces])]

    def _levels_of(self, part: Spoken) -> Sequence[int]:
        return self._levels[part.start : part.end]

    def _shape(self, text: str, piece: Piece) -> Run:
        rtl = piece.level % 2 == 1
        return self._typesetter.shape(piece.face, text[piece.start : piece.end], rtl=rtl, language=self._kind.language)

    def _offsets(self) -> list[float]:
        """Return how far each character starts from the beginning, in reading order, in points."""
        advances = [0.0] * len(self.text)
        for piece in self._typesetter.pieces(self.text, self._chain, self._levels):
            scale = self._kind.size / piece.face.file.units_per_em
            for glyph in self._shape(self.text, piece).glyphs:
                advances[piece.start + glyph.cluster] += glyph.advance * scale
        return [0.0, *accumulate(advances)]
