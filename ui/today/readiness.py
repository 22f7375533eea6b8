# SPDX-License-Identifier: GPL-3.0-or-later
"""Is it ready? One line for each P whose answer is known, with the one thing to do."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.sessions.readiness import NextStep, Readiness
from app.sessions.ready import LIGHTS, Ready
from app.sessions.words import fact_words, light_word, pea_word, step_words
from db.types import SessionId, VenueId
from ui.desk import Desk
from ui.lights import INKS, STATES
from ui.parts.buttons import Button
from ui.parts.light import Light, LightState
from ui.parts.sheet import Across, Down, Rule, Sheet
from ui.parts.text import Heading, Label
from ui.places import Place

NAME_WIDTH = 88
WORD_WIDTH = 148
ON_LIST = frozenset(
    {
        NextStep.ASK_WHO_IS_COMING,
        NextStep.BOOK_RIDES,
        NextStep.ARRANGE_NEEDS,
        NextStep.CONFIRM_NEEDS,
        NextStep.INVITE_PEOPLE,
        NextStep.INVITE_LIVED_EXPERIENCE,
        NextStep.INVITE_MISSING,
    }
)
AT_VENUE = frozenset({NextStep.ASK_VENUE, NextStep.ARRANGE_ACCESS, NextStep.ADD_CAPACITY, NextStep.ADD_MUSTER_POINT})


class ReadinessSheet(QWidget):
    """The lights of one session, each with what it says and a button for the next thing to do."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session: SessionId | None = None
        self._venue: VenueId | None = None
        self.lines = [ReadinessLine(desk, pea_word(pea)) for pea in LIGHTS]
        parts: list[QWidget] = []
        for line in self.lines:
            parts += [line, Rule(desk.look)]
            line.button.clicked.connect(partial(self._go, line))
        sheet = Sheet(desk.look, *parts[:-1], gap=0, margins=(0, 0, 0, 0))
        heading = Heading(desk.look, _("Is it ready?"), size="head")
        self.setLayout(Down(desk.look, heading, sheet, gap=10))

    def show_ready(self, session: SessionId, ready: Ready) -> None:
        """Show the lights of a session."""
        self._session = session
        self._venue = ready.venue_id
        for line, found in zip(self.lines, ready.lights.values(), strict=True):
            line.show_readiness(found)

    def _go(self, line: "ReadinessLine") -> None:
        if self._session is None or line.step is None:
            return
        if self._venue is not None and line.step in AT_VENUE:
            self._desk.places.go(Place("sessions", self._venue, "venues"))
            return
        tab = "plan" if line.step is NextStep.CHECK_PLAN else "people" if line.step in ON_LIST else "details"
        self._desk.places.go(Place("session", self._session, tab))


class ReadinessLine(QWidget):
    """One light, its word, its sentence and its button."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        look = desk.look
        self.look = look
        self._name = name
        self.step: NextStep | None = None
        self.light = Light(look, name, LightState.NOT_ASKED, size=26)
        self.name = Label(look, name, bold=True)
        self.word = Label(look)
        self.words = Label(look)
        self.button = Button(look, "", small=True)
        self._row = Across(look, self.light, self.name, self.word, gap=12, margins=(16, 8, 12, 8))
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.button)
        self.setLayout(self._row)
        look.changed.connect(self._fit)
        self._fit()

    def show_readiness(self, found: Readiness) -> None:
        """Show what one light says."""
        words = fact_words(found.fact)
        self.step = found.next_step
        self.light.show_state(self._name, STATES[found.light], words)
        self.word.setText(light_word(found.light))
        self.word.set_ink(INKS[found.light])
        self.words.setText(words)
        self.button.setText("" if found.next_step is None else step_words(found.next_step))
        self.button.setVisible(found.next_step is not None)

    def _fit(self) -> None:
        small = self.look.narrow or self.look.stacked
        self.word.setVisible(not small)
        self.name.setMinimumWidth(self.look.text(NAME_WIDTH))
        self.word.setMinimumWidth(self.look.text(WORD_WIDTH))
        self.setMinimumHeight(self.look.control(44 if small else 54))
