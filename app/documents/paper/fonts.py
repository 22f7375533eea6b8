# SPDX-License-Identifier: GPL-3.0-or-later
"""The fonts that ship with the program, and which of them is asked first for a language."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.documents.paper.harfbuzz import FontFile

BUNDLE = Path(__file__).parents[3] / "assets" / "fonts"
LATIN = ("AtkinsonNext", "NotoSans")
SCRIPTS = ("Arabic", "Hebrew", "Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Tamil")
SIMPLIFIED, TRADITIONAL = "NotoSansCJKsc-Regular.otf", "NotoSansCJKtc-Regular.otf"
SIGNS = ("Arrows.ttf", "Symbols.ttf")
EMOJI = "NotoEmoji-Regular.ttf"
NASTALIQ = "NotoNastaliqUrdu-Regular.ttf"
TRADITIONAL_LANGUAGES = frozenset({"zh-hant", "zh-hk", "zh-tw", "yue"})
LEADING, NASTALIQ_LEADING = 1.35, 2.1


@dataclass(frozen=True, eq=False)
class Face:
    """One font of the bundle. Where `behind` is set, the face is drawn as shapes with that one's text behind them."""

    key: str
    file: FontFile
    leading: float = LEADING
    behind: "Face | None" = None

    def covers(self, characters: str) -> bool:
        """Return whether every character has a glyph here."""
        return self.file.characters.issuperset(characters)


Chain = tuple[Face, ...]


class FontLibrary:
    """The faces of one folder, in the order in which a text asks them."""

    def __init__(self, folder: Path = BUNDLE) -> None:
        self._folder = folder
        self.emoji = self._face(EMOJI)
        self._simplified, self._traditional = self._face(SIMPLIFIED), self._face(TRADITIONAL)
        self._signs = tuple(self._face(name) for name in SIGNS)
        self._upright = {weight: self._upright_faces(weight) for weight in ("Regular", "Bold")}
        arabic = next(face for face in self._upright["Regular"] if "Arabic" in face.key)
        self._nastaliq = self._face(NASTALIQ, leading=NASTALIQ_LEADING, behind=arabic)

    def chain(self, language: str, *, bold: bool) -> Chain:
        """Return the faces to ask for a text, first choice first.

        Args:
            language: A BCP 47 tag, or "" where the language is not known.
            bold: Chinese, Urdu and signs have one weight only, and stay as they are.
        """
        latin, *others = self._upright["Bold" if bold else "Regular"]
        urdu = (self._nastaliq,) if language.split("-")[0].lower() == "ur" else ()
        return (latin, *urdu, *others, *self._chinese(language), *self._signs, self.emoji)

    def _chinese(self, language: str) -> Chain:
        if any(language.lower().startswith(tag) for tag in TRADITIONAL_LANGUAGES):
            return (self._traditional, self._simplified)
        return (self._simplified, self._traditional)

    def _upright_faces(self, weight: str) -> Chain:
        names = (*LATIN, *(f"NotoSans{script}" for script in SCRIPTS))
        return tuple(self._face(f"{name}-{weight}.ttf") for name in names)

    def _face(self, name: str, *, leading: float = LEADING, behind: Face | None = None) -> Face:
        return Face(Path(name).stem, FontFile(self._folder / name), leading, behind)


@cache
def bundled_fonts() -> FontLibrary:
    """Return the fonts that ship with the program, read once."""
    return FontLibrary()
