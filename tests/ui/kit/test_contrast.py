# SPDX-License-Identifier: GPL-3.0-or-later
"""Every pair of colours that is used together can be told apart."""

import pytest

from ui.look.tokens import Theme, load_tokens

TEXT = {
    "ink": "page sheet desk hover stamp accentTint warnTint stopTint selected",
    "ink2": "page sheet desk hover stamp selected",
    "accentInk": "page sheet desk accentTint selected",
    "onAccent": "accent accentHover",
    "onLive": "live",
    "liveSoft": "live",
    "warnInk": "warnTint sheet page selected",
    "stopInk": "stopTint sheet page selected",
    "disabledInk": "page sheet desk",
}
PARTS = {
    "warn": "sheet page warnTint",
    "stop": "sheet page stopTint",
    "accent": "page sheet desk selected accentTint",
    "edge": "page sheet desk selected stamp",
    "focus": "page sheet desk selected",
    "liveFill": "live liveTrack",
}
COLOURS = load_tokens().colours


def pairs(table):
    return [(ink, paper) for ink, papers in table.items() for paper in papers.split()]


def luminance(value):
    channels = [int(value[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(theme, ink, paper):
    darker, lighter = sorted((luminance(COLOURS[theme][ink]), luminance(COLOURS[theme][paper])))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", list(Theme))
@pytest.mark.parametrize(("ink", "paper"), pairs(TEXT))
def test_text_can_be_read_on_what_it_stands_on(theme, ink, paper):
    assert contrast(theme, ink, paper) >= (7 if theme is Theme.HIGH_CONTRAST else 4.5)


@pytest.mark.parametrize("theme", list(Theme))
@pytest.mark.parametrize(("ink", "paper"), pairs(PARTS))
def test_shapes_can_be_told_from_what_they_lie_on(theme, ink, paper):
    assert contrast(theme, ink, paper) >= 3


def test_every_theme_has_the_same_colours():
    assert len({frozenset(colours) for colours in COLOURS.values()}) == 1
