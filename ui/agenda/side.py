# SPDX-License-Identifier: GPL-3.0-or-later
"""Beside the list of blocks: what must be brought, and what can be added. In little room the buttons stand in a row."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.agenda.needed import NeededRow
from app.i18n import _
from db.types import PlanKind
from ui.agenda.materials_side import MaterialsSide
from ui.look.look import Look
from ui.page import Page
from ui.parts.buttons import Button, MenuButton
from ui.parts.sheet import Down, Rule
from ui.parts.text import Heading
from ui.parts.wrap import Wrap

WIDTH = 262  # px at 100 %
ENDLESS = 16_777_215


class AddButtons(QWidget):
    """What can be added to a plan, and under More the ways in and out of it; with large text all are there.

    Attributes:
        block: Adds a block.
        more: What is done seldom.
        save: Keeps the plan as a template.
        files: Goes to spreadsheets and calendars.

    Signals:
        library_asked: cards or templates are wanted; argument: the kind.
    """

    library_asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.block = Button(look, _("A block"), "add", small=True)
        self.more = MenuButton(look, _("More"), "more", small=True)
        ask_card, ask_template = (partial(self.library_asked.emit, kind) for kind in (PlanKind.CARD, PlanKind.TEMPLATE))
        words = ((_("An activity card"), "activityCard", ask_card), (_("A template"), "template", ask_template))
        self._choices = [self.block, *(Button(look, text, icon, small=True) for text, icon, _ask in words)]
        for button, (_text, _icon, ask) in zip(self._choices[1:], words, strict=True):
            button.clicked.connect(ask)
        for button in self._choices:
            self.more.choices.addAction(button.text(), button.click)
        self._hidden = self.more.choices.actions()
        self.save = self.more.choices.addAction(_("Save as a template"))
        self.files = self.more.choices.addAction(_("Spreadsheets and calendars"))
        self.setLayout(Wrap(look, *self._choices, self.more, gap=8))
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        for button, act in zip(self._choices, self._hidden, strict=True):
            button.setVisible(not self._look.stacked)
            act.setVisible(self._look.stacked)


class PlanSide(QWidget):
    """The column at the right of a plan; where there is little room it takes the place of the plan.

    Attributes:
        back: Shows the plan again, where this stands in its place.
    """

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._look = page.desk.look
        self.materials = MaterialsSide(page)
        self.buttons = AddButtons(self._look)
        self.back = Button(self._look, _("Back to the plan"), "back", small=True)
        self._adding = QWidget()
        heading = Heading(self._look, _("Add to the plan"), size="head")
        self._adding.setLayout(Down(self._look, Rule(self._look), heading, self.buttons, gap=14))
        self.setLayout(Down(self._look, self.back, self.materials, self._adding, None, gap=14))
        self._look.changed.connect(self._fit)
        self._fit()

    def show_materials(self, rows: Sequence[NeededRow]) -> None:
        """Show what must be brought."""
        self.materials.show_materials(rows)

    def _fit(self) -> None:
        little = self._look.narrow or self._look.stacked
        self.back.setVisible(little)
        self._adding.setVisible(not little)
        width = self._look.text(WIDTH)
        self.setMinimumWidth(0 if little else width)
        self.setMaximumWidth(ENDLESS if little else width)
