# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reader sees as one character: a letter with its marks, a flag, a family of emoji. No line breaks inside it."""

import re
import unicodedata
from functools import cache

MOST_MARKS = 8
JOINER = "\u200d"
EMOJI_LOOK = "\ufe0f"
UNDRAWN = frozenset(
    (
        *map(chr, (0xAD, 0x34F, 0x61C, 0x180E, 0xFEFF)),
        *map(chr, range(0x200B, 0x2010)),
        *map(chr, range(0x202A, 0x202F)),
        *map(chr, range(0x2060, 0x2070)),
        *map(chr, range(0xFE00, 0xFE10)),
        *map(chr, range(0xE0000, 0xE1000)),
    )
)
_DIRECTIONS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_SHOWN_AS_EMOJI = frozenset("✅✨❌❓❗\u2795⭐⭕⌚⌛⚡⚽⚾⛄⛅⛔⛪⛲⛳⛵⛺⛽⏩⏪⏫⏬⏰⏳")


def cleaned(text: str) -> str:
    """Return the text as one paragraph: control characters and line ends become single spaces."""
    return _CONTROLS.sub(" ", text).strip(" ")


def clusters(text: str) -> list[str]:
    """Return the text cut between what a reader sees as characters."""
    found: list[str] = []
    for character in text:
        if found and _joins(found[-1], character):
            found[-1] += character
        else:
            found.append(character)
    return found


def drawn(cluster: str) -> str:
    """Return what a font must have for this cluster: joiners and other codes have no shape of their own."""
    return "".join(character for character in cluster if character not in UNDRAWN)


def without_directions(text: str) -> str:
    """Return the text without the codes that only say which way it runs."""
    return text if text.isascii() else _DIRECTIONS.sub("", text)


def looks_like_emoji(cluster: str) -> bool:
    """Return whether the cluster asks for a picture rather than a letter."""
    first = cluster[0]
    return EMOJI_LOOK in cluster or "\U0001f000" <= first <= "\U0001faff" or first in _SHOWN_AS_EMOJI


def is_towering(text: str) -> bool:
    """Return whether some letter carries more marks than any language writes, so that they leave the line."""
    return not text.isascii() and any(len(cluster) > MOST_MARKS for cluster in clusters(text))


def _joins(cluster: str, character: str) -> bool:
    if _extends(character):
        return True
    if cluster[-1] == JOINER:
        return _is_picture(cluster[0]) and _is_picture(character)
    return len(cluster) == 1 and _is_flag_half(cluster) and _is_flag_half(character)


@cache
def _extends(character: str) -> bool:
    return (
        "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\U000e0020" <= character <= "\U000e007f"
        or character in "\u034f\u200c\u200d"
        or unicodedata.category(character)[0] == "M"
    )


def _is_picture(character: str) -> bool:
    return "\u2190" <= character <= "\u2bff" or "\U0001f000" <= character <= "\U0001faff"


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
