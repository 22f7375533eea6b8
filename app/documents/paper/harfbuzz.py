# SPDX-License-Identifier: GPL-3.0-or-later
"""HarfBuzz behind typed words: the library has no types of its own, so nothing else here imports it."""

from pathlib import Path
from typing import Any, NamedTuple, cast

import uharfbuzz

hb = cast("Any", uharfbuzz)
UNUSED_TABLES = ("GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx", "DSIG", "MATH", "gasp", "kern")
UNUSED_IN_TRUETYPE = ("cmap", "name", "post", "OS/2")
GLYPHS, NUMBERS_ALONE = hb.BufferSerializeFormat.TEXT, hb.BufferSerializeFlags.NO_GLYPH_NAMES
MOST_KEPT = 10_000  # glyphs of one font
Point = tuple[float, float]


class Stroke(NamedTuple):
    """One step of a path: the PDF operator and its points."""

    operator: str
    points: tuple[Point, ...]


class Glyph(NamedTuple):
    """One shaped glyph: its number in the font, its place in font units, and the character it came from."""

    number: int
    advance: int
    right: int
    up: int
    cluster: int


class _Glyphs(dict[str, Glyph]):
    """The glyphs met last, as HarfBuzz writes them out ("11=0@5,-3+645"): a line reads each different one once."""

    def __missing__(self, written: str) -> Glyph:
        if len(self) > MOST_KEPT:
            self.clear()
        number, _, where = written.partition("=")
        where, _, advance = where.rpartition("+")
        cluster, _, aside = where.partition("@")
        right, up = aside.split(",") if aside else ("0", "0")
        self[written] = Glyph(int(number), int(advance), int(right), int(up), int(cluster))
        return self[written]


class FontFile:
    """One font file that HarfBuzz has mapped: its measures, its characters, and text shaped with it."""

    def __init__(self, path: Path) -> None:
        self._face = hb.Face(hb.Blob.from_file_path(str(path)))
        self._font = hb.Font(self._face)
        self._glyphs = _Glyphs()
        extents = self._font.get_font_extents("ltr")
        self.units_per_em = int(self._face.upem)
        self.ascent = extents.ascender / self.units_per_em
        self.descent = -extents.descender / self.units_per_em
        self.characters = frozenset(chr(point) for point in self._face.unicodes)
        self.postscript_name = str(self._face.get_name(6) or path.stem).replace(" ", "")
        self.is_cff = "CFF " in self._face.table_tags

    def shape(self, text: str, *, rtl: bool, language: str) -> tuple[Glyph, ...]:
        """Return glyphs as they stand from left to right, whichever way the text runs."""
        buffer = hb.Buffer()
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        if language:
            buffer.language = language
        hb.shape(self._font, buffer)
        written = str(buffer.serialize(self._font, GLYPHS, NUMBERS_ALONE))[1:-1]
        return tuple([self._glyphs[each] for each in written.split("|")]) if written else ()

    def advance(self, glyph: int) -> int:
        """Return the width of a glyph in thousandths of an em, as PDF counts it."""
        return round(self._font.get_glyph_h_advance(glyph) * 1000 / self.units_per_em)

    def characters_by_glyph(self) -> dict[int, str]:
        """Return the first character that each glyph stands for."""
        by_glyph: dict[int, str] = {}
        for character in sorted(self.characters):
            glyph = self._font.get_nominal_glyph(ord(character))
            if glyph is not None:
                by_glyph.setdefault(glyph, character)
        return by_glyph

    def subset(self, glyphs: list[int]) -> bytes:
        """Return the font program with these glyphs alone, numbered as in the whole font."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(glyphs)
        wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        unused = UNUSED_TABLES
        if not self.is_cff:  # the bundle's CFF fonts number characters as glyphs, and their charset keeps the numbers
            wanted.flags |= hb.SubsetFlags.RETAIN_GIDS
            unused += UNUSED_IN_TRUETYPE
        wanted.drop_table_tag_set.update(int.from_bytes(tag.ljust(4).encode("ascii"), "big") for tag in unused)
        data = bytes(hb.subset(self._face, wanted).blob.data)
        return bytes(hb.Face(hb.Blob(data)).reference_table("CFF ").data) if self.is_cff else data

    def outline(self, glyph: int) -> tuple[Stroke, ...]:
        """Return the shape of a glyph in font units, as the steps of a PDF path."""
        pen = _Pen()
        self._font.draw_glyph_with_pen(glyph, pen)
        return tuple(pen.strokes)


class _Pen:
    """Writes down what HarfBuzz draws; the method names are those that it calls."""

    def __init__(self) -> None:
        self.strokes: list[Stroke] = []

    def moveTo(self, point: Point) -> None:  # noqa: N802
        self.strokes.append(Stroke("m", (point,)))

    def lineTo(self, point: Point) -> None:  # noqa: N802
        self.strokes.append(Stroke("l", (point,)))

    def curveTo(self, first: Point, second: Point, end: Point) -> None:  # noqa: N802
        self.strokes.append(Stroke("c", (first, second, end)))

    def qCurveTo(self, control: Point, end: Point) -> None:  # noqa: N802
        start = self.strokes[-1].points[-1]
        self.curveTo(_two_thirds(start, control), _two_thirds(end, control), end)

    def closePath(self) -> None:  # noqa: N802
        self.strokes.append(Stroke("h", ()))

    endPath = closePath  # noqa: N815


def _two_thirds(start: Point, control: Point) -> Point:
    """Return the control point that makes a cubic curve of a quadratic one."""
    return (start[0] + 2 / 3 * (control[0] - start[0]), start[1] + 2 / 3 * (control[1] - start[1]))
