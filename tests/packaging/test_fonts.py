# SPDX-License-Identifier: GPL-3.0-or-later
"""The fonts that ship have the characters that packaging/fonts.py says, and nothing else."""

import runpy
from pathlib import Path

import pytest
import uharfbuzz

ROOT = Path(__file__).resolve().parents[2]
BUNDLE = sorted((ROOT / "assets" / "fonts").glob("*.?tf"))
SCRIPT = runpy.run_path(str(ROOT / "packaging" / "fonts.py"))
CHARACTERS = SCRIPT["CHARACTERS"]
REGULAR_ONLY = {"NotoNastaliqUrdu", "NotoEmoji", "NotoSansCJKsc", "NotoSansCJKtc"}


def font(path: Path) -> str:
    return path.stem.partition("-")[0]


def characters(path: Path) -> set[int]:
    return set(SCRIPT["opened"](path.read_bytes()).unicodes)


def test_every_font_that_is_described_is_there_and_no_other():
    assert {font(path) for path in BUNDLE} == set(CHARACTERS)
    bold = {font(path) for path in BUNDLE if path.stem.endswith("-Bold")}
    assert {font(path) for path in BUNDLE if "-" in path.stem} - bold == REGULAR_ONLY


@pytest.mark.parametrize("path", BUNDLE, ids=lambda path: path.stem)
def test_building_a_font_again_from_itself_changes_no_byte(path):
    """Hints, characters or glyphs that the script takes out would go."""
    flags = uharfbuzz.SubsetFlags.CFF_IDENTITY_CHARSET if path.suffix == ".otf" else 0
    face = SCRIPT["opened"](path.read_bytes())
    assert SCRIPT["subset"](face, font(path), (), flags=flags) == path.read_bytes()


@pytest.mark.parametrize("name", ["NotoSansCJKsc", "NotoSansCJKtc"])
def test_chinese_has_all_that_is_listed(name):
    """Six full-width signs of the block have no glyph in the original."""
    missing = CHARACTERS[name] - characters(ROOT / "assets" / "fonts" / f"{name}-Regular.otf")
    assert len(missing) <= 6
    assert not missing & SCRIPT["in_encoding"]("gbk", *SCRIPT["HAN"])


def test_lists_are_read_by_the_name_of_the_font():
    assert ord("\ufe30") in SCRIPT["listed"]("NotoSansCJKsc")
    assert ord("\u4e07") in SCRIPT["listed"]("NotoSansCJKtc")
    assert SCRIPT["listed"]("NotoSans") == frozenset()
