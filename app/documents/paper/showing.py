# SPDX-License-Identifier: GPL-3.0-or-later
"""The PDF operators that show a run of glyphs, so that what is copied or read aloud is the text behind them."""

from itertools import groupby, pairwise

from app.documents.paper.clusters import without_directions
from app.documents.paper.embedding import Embedded
from app.documents.paper.harfbuzz import Glyph
from app.documents.paper.shaping import Run
from app.documents.paper.structure import text_string

SMALLEST_SHIFT = 0.5  # thousandths of an em; less cannot be seen


def shown(run: Run, font: Embedded, size: float) -> str:
    """Return the operators for one run, wherever it stands.

    Args:
        run: Shaped text.
        font: The run's face in the document.
        size: In points.
    """
    return _plainly(run, font) or _Showing(run, font, size).written()


def outlined(run: Run, left: float, baseline: float, size: float) -> str:
    """Return the operators that draw a run as filled shapes, which no reader takes for text."""
    scale = size / run.face.file.units_per_em
    steps: list[str] = []
    for glyph in run.glyphs:
        for stroke in run.face.file.outline(glyph.number):
            places = (
                f"{left + (x + glyph.right) * scale:.2f} {baseline + (y + glyph.up) * scale:.2f}"
                for x, y in stroke.points
            )
            steps.append(" ".join((*places, stroke.operator)))
        left += glyph.advance * scale
    return " ".join((*steps, "f"))


def _plainly(run: Run, font: Embedded) -> str:
    """Return the operators where each character is one glyph on the line, or "" where it is not as simple as that."""
    text, steps = run.text, font.steps
    if run.rtl or len(run.glyphs) != len(text) or without_directions(text) != text:
        return ""
    owed = 0.0
    array = ["[<"]
    for place, (number, advance, right, up, cluster) in enumerate(run.glyphs):
        if right or up or cluster != place:
            return ""
        code, beyond = steps[number, advance, text[place]]
        if not code:
            return ""
        if abs(owed) > SMALLEST_SHIFT:
            array.append(f">{-round(owed)}<")
            owed -= round(owed)
        array.append(code)
        owed += beyond
    array.append(f">{-round(owed)}]TJ" if abs(owed) > SMALLEST_SHIFT else ">]TJ")
    return "".join(array)


class _Showing:
    """Writes one run cluster by cluster: glyphs, the shifts between them, and the meaning of what is not plain."""

    def __init__(self, run: Run, font: Embedded, size: float) -> None:
        self._run = run
        self._font = font
        self._size = size
        self._scale = 1000 / run.face.file.units_per_em
        self._operators: list[str] = []
        self._array: list[str] = []
        self._glyphs: list[str] = []
        self._owed = 0.0
        self._rise = 0.0

    def written(self) -> str:
        starts = sorted({glyph.cluster for glyph in self._run.glyphs})
        ends = dict(pairwise([*starts, len(self._run.text)]))
        for start, glyphs in groupby(self._run.glyphs, key=lambda glyph: glyph.cluster):
            self._cluster(list(glyphs), without_directions(self._run.text[start : ends[start]]))
        self._shift(self._owed)
        self._end_array()
        if self._rise:
            self._operators.append("0 Ts")
        return " ".join(self._operators)

    def _cluster(self, glyphs: list[Glyph], text: str) -> None:
        if self._run.rtl:
            text = text[::-1]  # readers turn round what they find in right-to-left glyphs; see structure.Node.actual
        plain = self._font.learn(tuple(glyph.number for glyph in glyphs), text)
        shifted = any(glyph.right for glyph in glyphs[1:])  # some readers see a space behind a mark that was moved back
        needs_words = (shifted or not plain) and not self._run.rtl
        if needs_words:
            self._end_array()
            self._operators.append(f"/Span<</ActualText{text_string(text)}>>BDC")
        for glyph in glyphs:
            self._glyph(glyph)
        if needs_words:
            self._end_array()
            self._operators.append("EMC")

    def _glyph(self, glyph: Glyph) -> None:
        rise = glyph.up * self._size / self._run.face.file.units_per_em
        if rise != self._rise:
            self._end_array()
            self._operators.append(f"{rise:.3f} Ts")
            self._rise = rise
        aside = glyph.right * self._scale
        self._owed += aside
        self._shift(self._owed)
        self._glyphs.append(f"{glyph.number:04X}")
        self._owed += glyph.advance * self._scale - self._font.advance(glyph.number) - aside

    def _shift(self, by: float) -> None:
        if abs(by) > SMALLEST_SHIFT:
            self._end_string()
            self._array.append(str(-round(by)))
            self._owed -= round(by)

    def _end_string(self) -> None:
        if self._glyphs:
            self._array.append(f"<{''.join(self._glyphs)}>")
            self._glyphs = []

    def _end_array(self) -> None:
        self._end_string()
        if self._array:
            self._operators.append(f"[{''.join(self._array)}]TJ")
            self._array = []
