# SPDX-License-Identifier: GPL-3.0-or-later
"""The bundled fonts: two at first, the rest when there is time, and the right family for a name."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from ui.look.tokens import ASSETS

FONTS = ASSETS / "fonts"
FIRST = "AtkinsonNext-*.ttf"

# Ranges of letters and the family that draws all of them; read from the top, first match wins.
SCRIPTS: tuple[tuple[int, int, str], ...] = (
    (0x0590, 0x05FF, "Noto Sans Hebrew"),
    (0x0600, 0x08FF, "Noto Sans Arabic"),
    (0xFB50, 0xFEFF, "Noto Sans Arabic"),
    (0x0900, 0x097F, "Noto Sans Devanagari"),
    (0x0980, 0x09FF, "Noto Sans Bengali"),
    (0x0A00, 0x0A7F, "Noto Sans Gurmukhi"),
    (0x0A80, 0x0AFF, "Noto Sans Gujarati"),
    (0x0B80, 0x0BFF, "Noto Sans Tamil"),
    (0x2E80, 0x9FFF, "Noto Sans CJK SC"),
    (0xAC00, 0xD7AF, "Noto Sans CJK SC"),
    (0xF900, 0xFAFF, "Noto Sans CJK SC"),
    (0x20000, 0x3FFFF, "Noto Sans CJK SC"),
)
WHOLE_NAME = "Noto Sans"


def load_first_fonts(folder: Path = FONTS) -> None:
    """Load the two files that the first window needs."""
    # A family that does not draw a script is passed over for the next one; that is how it is meant, not a fault to log.
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    _load(sorted(folder.glob(FIRST)))


def load_other_fonts(folder: Path = FONTS) -> None:
    """Load the fonts of all other scripts; takes long enough that the first window should be painted before."""
    first = set(folder.glob(FIRST))
    _load(sorted(path for path in folder.iterdir() if path.suffix in {".ttf", ".otf"} and path not in first))


class Families:
    """Says which family should draw a whole text, so that no accent is detached from its letter."""

    def __init__(self, first_family: str) -> None:
        self._first_family = first_family
        self._known: dict[str, bool] = {}
        self._raw: QRawFont | None = None

    def family_for(self, text: str) -> str:
        """Return the family to put first for this text, or "" where the usual order is right."""
        if text.isascii():
            return ""
        foreign = [letter for letter in text if not letter.isascii() and letter.isalpha()]
        scripts = {_script_of(letter) for letter in foreign} - {""}
        if scripts:
            return "" if any(letter.isascii() and letter.isalpha() for letter in text) else min(scripts)
        return "" if all(self._draws(letter) for letter in foreign) else WHOLE_NAME

    def _draws(self, letter: str) -> bool:
        if letter not in self._known:
            if self._raw is None:
                self._raw = QRawFont.fromFont(QFont(self._first_family))
            self._known[letter] = self._raw.supportsCharacter(ord(letter))
        return self._known[letter]


def _script_of(letter: str) -> str:
    code = ord(letter)
    return next((family for first, last, family in SCRIPTS if first <= code <= last), "")


def _load(paths: Iterable[Path]) -> None:
    for path in paths:
        QFontDatabase.addApplicationFont(str(path))
