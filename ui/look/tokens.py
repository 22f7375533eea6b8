# SPDX-License-Identifier: GPL-3.0-or-later
"""The values of the look, read from assets/look/tokens.json."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

ASSETS = Path(__file__).parent.parent.parent / "assets"


class Theme(StrEnum):
    """A set of colours."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "highContrast"


@dataclass(frozen=True, slots=True)
class FontTokens:
    """Which families are asked for, in order, and the one that Urdu wants."""

    families: tuple[str, ...]
    urdu: str


@dataclass(frozen=True, slots=True)
class ScaleTokens:
    """The text sizes that are offered, and from where on the window is laid out for large text."""

    steps: tuple[float, ...]
    stacked_above: float
    narrow_below: int
    cramped_below: int


@dataclass(frozen=True, slots=True)
class BorderTokens:
    """Widths of outlines in px; these do not grow with the text."""

    normal: int
    high_contrast: int
    focus: int
    focus_gap: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """Everything tokens.json says: sizes are px at 100 % text."""

    colours: Mapping[Theme, Mapping[str, str]]
    palette: Mapping[str, str]
    font: FontTokens
    text: Mapping[str, int]
    space: Mapping[str, int]
    radius: Mapping[str, int]
    border: BorderTokens
    size: Mapping[str, int]
    scale: ScaleTokens
    notice_stays_ms: int
    notice_fade_ms: int
    icons: Mapping[str, str]


def load_tokens(assets: Path = ASSETS) -> Tokens:
    """Return the values of the look that the program ships with."""
    raw: dict[str, Any] = json.loads((assets / "look" / "tokens.json").read_text(encoding="utf-8"))
    return Tokens(
        colours={theme: _values_of(raw["themes"][theme]) for theme in Theme},
        palette=raw["palette"],
        font=FontTokens(tuple(raw["font"]["families"]), raw["font"]["urdu"]),
        text=raw["type"],
        space=raw["space"],
        radius=raw["radius"],
        border=BorderTokens(
            raw["border"]["normal"], raw["border"]["highContrast"], raw["border"]["focus"], raw["border"]["focusGap"]
        ),
        size={name: size for name, size in raw["size"].items() if isinstance(size, int)},
        scale=ScaleTokens(
            tuple(raw["scale"]["steps"]),
            raw["scale"]["stackedRailAbove"],
            raw["size"]["narrowBelow"],
            raw["size"]["crampedBelow"],
        ),
        notice_stays_ms=raw["motion"]["noticeStays"],
        notice_fade_ms=raw["motion"]["notice"],
        icons=raw["icons"]["names"],
    )


def _values_of(colours: dict[str, dict[str, str]]) -> dict[str, str]:
    return {name: colour["value"] for name, colour in colours.items()}
