# SPDX-License-Identifier: GPL-3.0-or-later
"""The look serves sizes, fonts and icons at the chosen theme and text size."""

import subprocess
import sys

import pytest
from PySide6.QtGui import QPalette

from ui.look.look import Look
from ui.look.tokens import ASSETS, Theme


def test_text_doubles_at_200_percent_and_controls_grow_by_less(look):
    look.set_text_scale(2.0)
    assert (look.text("body"), look.control(42), look.space(16)) == (32, 72, 20)


@pytest.mark.parametrize(("width", "scale", "narrow"), [(1366, 1.0, False), (1179, 1.0, True), (1366, 1.25, True)])
def test_a_window_is_narrow_by_its_width_divided_by_the_text_size(look, width, scale, narrow):
    look.set_text_scale(scale)
    look.set_window_width(width)
    assert look.narrow is narrow


@pytest.mark.parametrize(("scale", "stacked"), [(1.25, False), (1.5, True)])
def test_rows_take_several_lines_above_140_percent(look, scale, stacked):
    look.set_text_scale(scale)
    assert look.stacked is stacked


def test_parts_hear_of_the_windows_width_only_when_it_becomes_narrow_or_wide(look, qtbot):
    with qtbot.assertNotEmitted(look.changed):
        look.set_window_width(1300)
    with qtbot.waitSignal(look.changed):
        look.set_window_width(1024)


def test_a_theme_colours_the_whole_program(look, qapp):
    look.set_theme(Theme.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window) == look.color("page")


def test_without_a_choice_the_system_decides(look):
    look.set_theme(Theme.DARK)
    look.set_theme(None)
    assert look.theme is Theme.LIGHT


@pytest.mark.parametrize(
    ("name", "family"),
    [
        pytest.param("Branwen Siôn-Ŵyn", "Atkinson Hyperlegible Next", id="all letters are there"),
        pytest.param("Nguyễn Thị Hạnh", "Noto Sans", id="a letter is missing: the whole name in another family"),
        pytest.param("陈美玲", "Noto Sans CJK SC", id="Chinese"),
        pytest.param("مريم حسين", "Noto Sans Arabic", id="Arabic"),
        pytest.param("Chen Meiling 陈美玲", "Atkinson Hyperlegible Next", id="two scripts: each in its own"),
    ],
)
def test_a_name_is_drawn_whole_in_one_family(look, name, family):
    assert look.font_for(name).families()[0] == family


def test_urdu_has_a_family_of_its_own(look):
    assert look.font_for("مریم", language="ur").families()[0] == "Noto Nastaliq Urdu"


@pytest.mark.parametrize("name", sorted(Look().tokens.icons))
def test_every_icon_can_be_drawn(look, name):
    picture = look.pixmap(name, "accent", 48).toImage()
    inked = [
        picture.pixelColor(x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    ]
    assert look.color("accent") in inked


def test_only_the_first_two_fonts_are_loaded_before_the_first_window():
    first = [path.name for path in (ASSETS / "fonts").glob("AtkinsonNext-*.ttf")]
    assert sorted(first) == ["AtkinsonNext-Bold.ttf", "AtkinsonNext-Regular.ttf"]


def test_the_look_brings_nothing_heavy_with_it():
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, ui.look.look; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert not {"sqlalchemy", "reportlab", "alembic", "qasync", "nacl", "click"} & set(loaded)


def test_nothing_that_was_drawn_is_kept_after_locking(look):
    before = look.lay_out("Shirin Akter", look.font())
    look.forget()
    assert look.lay_out("Shirin Akter", look.font()) is not before
