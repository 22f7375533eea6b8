# SPDX-License-Identifier: GPL-3.0-or-later
"""Which language each part of a text is in, told from its letters (assets/scripts.json), so that readers say it right.

Latin letters tell nothing: they are in the document's own language until somebody says otherwise.
"""

import json
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from app.documents.paper.clusters import clusters

SCRIPTS = Path(__file__).parents[3] / "assets" / "scripts.json"
CHINESE = "zh"
CHARACTER_SETS = {"zh-Hans": "gb2312", "zh-Hant": "big5"}  # of the mainland, and of Taiwan and Hong Kong
MOST_KEPT = 2_000  # texts
LETTERS = frozenset({"Lu", "Ll", "Lt", "Lo"})
OURS = ""
_BETWEEN = re.compile(r"[\s,;:/&+()]+")  # the names of languages that somebody typed


@dataclass(frozen=True, slots=True)
class Spoken:
    """A part of a text in one language: a BCP 47 tag, or "" for the document's own. It starts and ends at places."""

    start: int
    end: int
    language: str


@dataclass(frozen=True, slots=True)
class Script:
    """One script: the language of most texts in it, and what tells of another.

    Attributes:
        language: That of most texts.
        telling: Languages and the letters by which they are known; the first that fits.
        called: What people call the languages that are written so, folded to small letters, and their tags.
    """

    language: str
    telling: tuple[tuple[str, frozenset[str]], ...]
    called: Mapping[str, str]

    def language_of(self, text: str) -> str:
        """Return the language of a text in this script."""
        if self.language == CHINESE:
            return _chinese(text)
        letters = frozenset(unicodedata.normalize("NFC", text))
        return next((language for language, telling in self.telling if letters & telling), self.language)


@dataclass(frozen=True, slots=True)
class Scripts:
    """The scripts that are told apart, and a pattern with a group of each one's name for its letters."""

    by_name: dict[str, Script]
    letter: re.Pattern[str]


@cache
def scripts(path: Path = SCRIPTS) -> Scripts:
    """Return the scripts by which a language is told."""
    known = json.loads(path.read_text(encoding="utf-8"))["scripts"]
    by_name = {
        one["script"]: Script(
            one["language"],
            tuple((other["language"], frozenset(other["letters"])) for other in one.get("telling", ())),
            one.get("called", {}),
        )
        for one in known
    }
    return Scripts(by_name, re.compile("|".join(f"(?P<{one['script']}>[{one['letters']}])" for one in known)))


@lru_cache(MOST_KEPT)
def spoken_parts(text: str) -> tuple[Spoken, ...]:
    """Return the parts of a text in the order in which it is read: one where it is all in one language.

    What stands between letters goes with those before it, and with the document's own language where that is beside it.
    """
    if scripts().letter.search(text) is None:
        return (Spoken(0, len(text), OURS),)
    parts: list[Spoken] = []
    for start, end, script in _by_script(text):
        written = scripts().by_name.get(script)
        parts.append(Spoken(start, end, written.language_of(text[start:end]) if written else OURS))
    return tuple(parts)


def language_among(text: str, languages: str) -> str:
    """Return the language of a name that is all in one script, from what its owner speaks; "" where that says nothing.

    The first that is written so is taken, as people name their own first.

    Args:
        text: The name.
        languages: Their languages as somebody typed them: "Urdu, Punjabi, English".
    """
    letter = scripts().letter.search(text)
    if letter is None or len(spoken_parts(text)) > 1:
        return OURS
    called = scripts().by_name[str(letter.lastgroup)].called
    return next((called[word] for word in _BETWEEN.split(languages.casefold()) if word in called), OURS)


def part_at(parts: Sequence[Spoken], place: int) -> int:
    """Return the number of the part that a place of the text is in; the first is 0."""
    return bisect_right(parts, place, key=lambda part: part.start) - 1


def _by_script(text: str) -> list[tuple[int, int, str]]:
    """Return the parts of a text that are in one script each, with its name or ""."""
    parts: list[tuple[int, int, str]] = []
    place = between = 0  # `between` is where the last letter ended
    for cluster in clusters(text):
        script, start = _script_of(cluster[0]), place
        place += len(cluster)
        if script is None:
            continue
        if not parts:
            parts.append((0, place, script))
        elif parts[-1][2] == script:
            parts[-1] = (parts[-1][0], place, script)
        else:
            border = between if script == OURS else start
            parts[-1] = (parts[-1][0], border, parts[-1][2])
            parts.append((border, place, script))
        between = place
    start, _end, script = parts[-1]
    parts[-1] = (start, len(text), script)
    return parts


def _script_of(character: str) -> str | None:
    """Return the script of a letter, "" for Latin and all that is not told apart, or None for what is no letter."""
    found = scripts().letter.match(character)
    if found is not None:
        return found.lastgroup
    return OURS if unicodedata.category(character) in LETTERS else None


def _chinese(text: str) -> str:
    """Return in which forms Chinese is written, where some character has only one of them."""
    letters = [letter for letter in text if scripts().letter.match(letter)]
    outside = {
        language: any(not _is_in(letter, characters) for letter in letters)
        for language, characters in CHARACTER_SETS.items()
    }
    fitting = [language for language, lacks in outside.items() if not lacks]
    return fitting[0] if len(fitting) == 1 else CHINESE


def _is_in(letter: str, characters: str) -> bool:
    try:
        letter.encode(characters)
    except UnicodeEncodeError:
        return False
    return True
