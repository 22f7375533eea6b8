# SPDX-License-Identifier: GPL-3.0-or-later
"""The look that the parts of a test are given, and something to show them in."""

import pytest

from ui.look.look import Look
from ui.look.tokens import Theme


@pytest.fixture
def look(qapp):
    made = Look(theme=Theme.LIGHT)
    made.load_first_fonts()
    made.apply(qapp)
    return made


@pytest.fixture
def shown(qtbot):
    kept = []

    def show(widget, width=600, height=400):
        kept.append(widget)
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    return show
