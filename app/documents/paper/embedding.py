# SPDX-License-Identifier: GPL-3.0-or-later
"""Fonts inside the file: only the glyphs it uses, and what each means in characters.

ReportLab knows TrueType alone and eight bits at a time, so the font objects are written here (Type0, Identity-H).
"""

import hashlib
from typing import Any, NamedTuple, cast

from reportlab.pdfbase import pdfdoc as untyped_pdfdoc

from app.documents.paper.fonts import Face

pdfdoc = cast("Any", untyped_pdfdoc)
UNKNOWN = "\ufffd"
JOINED_BEFORE = "\u200b"
MAPPINGS_AT_ONCE = 100
CMAP_START = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
CMAP_END = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


class Embedded:
    """What one document uses of one face. ReportLab calls `addObjects` when it writes the file."""

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self._meanings: dict[int, str] = {0: UNKNOWN}
        self._advances: dict[int, int] = {0: face.file.advance(0)}
        self._letters: dict[int, str] = {}
        self.steps = Steps(self)

    def advance(self, glyph: int) -> int:
        """Return the width of a glyph in thousandths of an em; the glyph is in the file from now on."""
        if glyph not in self._advances:
            self._advances[glyph] = self.face.file.advance(glyph)
        return self._advances[glyph]

    def means(self, glyph: int, letter: str) -> bool:
        """Note that a glyph means a character, and return whether a reader will find exactly that."""
        return self._meanings.setdefault(glyph, letter) == letter

    def learn(self, glyphs: tuple[int, ...], text: str) -> bool:
        """Note that these glyphs together mean a text, and return whether a reader will find exactly that text."""
        if len(glyphs) == 1:
            return self.means(glyphs[0], text)
        meanings = self._shared_out(glyphs, text)
        return "".join(map(self._meanings.setdefault, glyphs, meanings)) == text

    def addObjects(self, document: Any) -> None:  # noqa: N802, ANN401 - ReportLab's name and its untyped document
        """Write the font into the file."""
        writer = _FontWriter(self, document)
        document.idToObject["BasicFonts"].dict[self.name] = writer.font(self._advances, self._meanings)

    def _shared_out(self, glyphs: tuple[int, ...], text: str) -> list[str]:
        """Return each glyph's own letter, and with the first glyph that has none whatever is left."""
        self._letters = self._letters or self.face.file.characters_by_glyph()
        left = list(text)
        letters: list[str | None] = []
        for glyph in glyphs:
            letter = self._letters.get(glyph)
            letters.append(letter if letter in left else None)
            if letter in left:
                left.remove(letter)
        meanings: list[str] = []
        for letter in letters:
            if letter is None:
                letter, left = "".join(left) or JOINED_BEFORE, []
            meanings.append(letter)
        return meanings


class Step(NamedTuple):
    """A glyph that stands for one character: its code in the file, and how much further it moves than its width.

    Attributes:
        code: "" where a reader would find another character than this one.
        beyond: In thousandths of an em.
    """

    code: str
    beyond: float


class Steps(dict[tuple[int, int, str], Step]):
    """The steps by glyph, advance in font units, and character: each is worked out when it is first asked for."""

    def __init__(self, font: Embedded) -> None:
        super().__init__()
        self._font = font
        self._scale = 1000 / font.face.file.units_per_em

    def __missing__(self, key: tuple[int, int, str]) -> Step:
        glyph, advance, letter = key
        if self._font.means(glyph, letter):
            self[key] = Step(f"{glyph:04X}", advance * self._scale - self._font.advance(glyph))
        else:
            self[key] = Step("", 0.0)
        return self[key]


class _FontWriter:
    """Writes the objects of one font."""

    def __init__(self, embedded: Embedded, document: Any) -> None:  # noqa: ANN401
        self._file = embedded.face.file
        self._name = embedded.name
        self._document = document

    def font(self, advances: dict[int, int], meanings: dict[int, str]) -> Any:  # noqa: ANN401
        glyphs = sorted(advances)
        base = pdfdoc.PDFName(f"{subset_tag(self._file.postscript_name, glyphs)}+{self._file.postscript_name}")
        return self._refer(
            "font",
            Type=pdfdoc.PDFName("Font"),
            Subtype=pdfdoc.PDFName("Type0"),
            BaseFont=base,
            Encoding=pdfdoc.PDFName("Identity-H"),
            DescendantFonts=pdfdoc.PDFArray([self._descendant(base, glyphs, advances)]),
            ToUnicode=self._stream("meanings", written_meanings(meanings).encode("ascii")),
        )

    def _descendant(self, base: Any, glyphs: list[int], advances: dict[int, int]) -> Any:  # noqa: ANN401
        adobe, identity = pdfdoc.PDFString("Adobe"), pdfdoc.PDFString("Identity")
        straight = {} if self._file.is_cff else {"CIDToGIDMap": pdfdoc.PDFName("Identity")}
        return self._refer(
            "descendant",
            Type=pdfdoc.PDFName("Font"),
            Subtype=pdfdoc.PDFName("CIDFontType0" if self._file.is_cff else "CIDFontType2"),
            BaseFont=base,
            DW=1000,
            W=Written(written_widths(glyphs, advances).encode("ascii")),
            CIDSystemInfo=pdfdoc.PDFDictionary({"Registry": adobe, "Ordering": identity, "Supplement": 0}),
            FontDescriptor=self._descriptor(base, glyphs),
            **straight,
        )

    def _descriptor(self, base: Any, glyphs: list[int]) -> Any:  # noqa: ANN401
        ascent, descent = int(self._file.ascent * 1000), -int(self._file.descent * 1000)
        return self._refer(
            "descriptor",
            Type=pdfdoc.PDFName("FontDescriptor"),
            FontName=base,
            Flags=4,
            FontBBox=pdfdoc.PDFArray([-1000, descent, 3000, ascent]),
            ItalicAngle=0,
            Ascent=ascent,
            Descent=descent,
            CapHeight=700,
            StemV=80,
            **self._program(glyphs),
        )

    def _program(self, glyphs: list[int]) -> dict[str, Any]:
        data = self._file.subset(glyphs)
        if self._file.is_cff:
            return {"FontFile3": self._stream("program", data, Subtype=pdfdoc.PDFName("CIDFontType0C"))}
        return {"FontFile2": self._stream("program", data, Length1=len(data))}

    def _stream(self, part: str, content: bytes, **entries: Any) -> Any:  # noqa: ANN401
        stream = pdfdoc.PDFStream()
        stream.content = content
        stream.filters = [pdfdoc.PDFZCompress]
        stream.dictionary = pdfdoc.PDFDictionary(entries)
        return self._document.Reference(stream, f"{self._name}.{part}")

    def _refer(self, part: str, **entries: Any) -> Any:  # noqa: ANN401
        return self._document.Reference(pdfdoc.PDFDictionary(entries), f"{self._name}.{part}")


class Written(untyped_pdfdoc.PDFObject):
    """A PDF object that is already written out."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def format(self, document: Any) -> bytes:  # noqa: ANN401
        """Return the object as it stands in the file."""
        return self.content


def subset_tag(name: str, glyphs: list[int]) -> str:
    """Return the six letters that PDF wants before a subset's name: the same for the same glyphs."""
    digest = hashlib.sha256(f"{name} {glyphs}".encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def written_widths(glyphs: list[int], advances: dict[int, int]) -> str:
    """Return PDF's array of widths: each run of neighbouring glyphs as its first number and their widths."""
    runs: list[list[int]] = []
    for glyph in glyphs:
        if runs and glyph == runs[-1][-1] + 1:
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    written = (f"{run[0]} [{' '.join(str(advances[glyph]) for glyph in run)}]" for run in runs)
    return f"[{' '.join(written)}]"


def written_meanings(meanings: dict[int, str]) -> str:
    """Return the map from glyphs to characters that lets readers search and copy."""
    lines = [f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>" for glyph, text in sorted(meanings.items())]
    blocks = [lines[start : start + MAPPINGS_AT_ONCE] for start in range(0, len(lines), MAPPINGS_AT_ONCE)]
    written = [line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")]
    return CMAP_START + "\n".join([*written, CMAP_END])
