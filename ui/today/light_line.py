# SPDX-License-Identifier: GPL-3.0-or-later
"""A line of Today: a light, what it is about, its word, a sentence, and the one thing to do."""

from PySide6.QtWidgets import QWidget

from db.types import Light as LightKind
from ui.lights import INKS, STATES
from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.light import Light, LightState
from ui.parts.sheet import Across
from ui.parts.text import Label

NAME_WIDTH = 88
WORD_WIDTH = 148


class LightLine(QWidget):
    """One light, its name, its word, its sentence and its button.

    Attributes:
        light: The light.
        name: What it is about.
        word: What it says in a word.
        words: What it says in a sentence.
        button: The one thing to do; hidden where there is none.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.light = Light(look, "", LightState.NOT_ASKED, size=26)
        self.name = Label(look, bold=True)
        self.word = Label(look)
        self.words = Label(look)
        self.button = Button(look, "", small=True)
        self._row = Across(look, self.light, self.name, self.word, gap=12, margins=(16, 8, 12, 8))
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.button)
        self.setLayout(self._row)
        look.changed.connect(self._fit)
        self._fit()

    def show_line(self, name: str, light: LightKind, word: str, words: str, act: str) -> None:
        """Show what a light says; an act of "" has no button."""
        self.light.show_state(name, STATES[light], words, word=word)
        self.name.setText(name)
        self.word.setText(word)
        self.word.set_ink(INKS[light])
        self.words.setText(words)
        self.button.setText(act)
        self.button.setVisible(bool(act))

    def _fit(self) -> None:
        small = self.look.narrow or self.look.stacked
        self.word.setVisible(not small)
        self.name.setMinimumWidth(self.look.text(NAME_WIDTH))
        self.word.setMinimumWidth(self.look.text(WORD_WIDTH))
        self.setMinimumHeight(self.look.control(44 if small else 54))
