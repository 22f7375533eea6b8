# SPDX-License-Identifier: GPL-3.0-or-later
"""Icons and fonts: what is named is there, and what is there may be passed on."""

import json
from pathlib import Path

from app.documents.icons import Icon

ASSETS = Path(__file__).resolve().parents[2] / "assets"
ICONS = json.loads((ASSETS / "look" / "tokens.json").read_text(encoding="utf-8"))["icons"]


def test_every_named_icon_is_there_and_no_other():
    on_paper = {icon.value for icon in Icon}
    named = {*ICONS["names"].values(), *on_paper, ICONS["program"], ICONS["mark"]}
    assert {file.name for file in (ASSETS / "icons").glob("*.svg")} == named


def test_icons_and_fonts_come_with_their_licences():
    assert (ASSETS / "icons" / "LICENSE-mdi-svg.txt").is_file()
    texts = {file.name for file in (ASSETS / "fonts").glob("*.txt")}
    assert texts == {
        "COPYRIGHT-fonts-noto-cjk.txt",
        "COPYRIGHT-fonts-noto-core.txt",
        "LICENSE-atkinson-hyperlegible-next.txt",
        "LICENSE-noto-emoji.txt",
    }
