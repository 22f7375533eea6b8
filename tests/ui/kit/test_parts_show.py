# SPDX-License-Identifier: GPL-3.0-or-later
"""Every part can be shown in every theme and at every text size, follows a change, and cuts nothing."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui.kit.gallery import PARTS
from ui.look.tokens import Theme


@pytest.mark.parametrize("theme", list(Theme))
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("part", PARTS)
def test_a_part_draws_something(look, shown, theme, scale, part):
    look.set_theme(theme)
    look.set_text_scale(scale)
    picture = shown(PARTS[part](look)).grab().toImage()
    assert not picture.isNull()


@pytest.mark.parametrize("part", PARTS)
def test_a_part_follows_a_change_of_text_size(look, shown, part):
    widget = shown(PARTS[part](look))
    before = widget.grab().toImage()
    look.set_text_scale(2.0)
    look.set_theme(Theme.DARK)
    assert widget.grab().toImage() != before


@pytest.mark.parametrize("part", PARTS)
def test_nothing_in_a_part_lies_outside_it_at_200_percent(look, shown, part):
    look.set_text_scale(2.0)
    look.set_window_width(1024)
    whole = PARTS[part](look)
    widget = shown(whole, 820, max(900, whole.minimumSizeHint().height()))
    inside = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    cut = [
        child for child in inside if child.isVisible() and not child.parentWidget().rect().contains(child.geometry())
    ]
    assert [child.text() for child in cut] == []


@pytest.mark.parametrize("part", ["heading", "label", "hint", "tick", "warn chip"])
def test_a_name_of_60_characters_wraps_instead_of_being_cut(look, qtbot, part):
    look.set_text_scale(2.0)
    widget = PARTS[part](look)
    qtbot.addWidget(widget)
    assert widget.minimumSizeHint().width() <= 480
    assert widget.heightForWidth(480) >= 2 * look.text("small")


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_is_gone_hears_nothing_of_a_change(look, qtbot, part):
    widget = PARTS[part](look)
    with qtbot.waitSignal(widget.destroyed):
        widget.deleteLater()
    look.set_text_scale(2.0)
    look.set_theme(Theme.DARK)
