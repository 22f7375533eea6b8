# SPDX-License-Identifier: GPL-3.0-or-later
"""The head of a session: the same on every tab."""

from PySide6.QtWidgets import QWidget

from app.days import middle_day, time_span, week_day
from app.i18n import _, ngettext
from app.sessions.facts import spectrum_levels
from app.sessions.queries import SessionHeader
from app.sessions.ready import Ready
from app.sessions.words import pea_word, ready_words
from db.types import Spectrum as Level
from ui.lights import STATES
from ui.look.look import Look
from ui.parts.light import LightFacts, Pod
from ui.parts.sheet import Across, Down
from ui.parts.spectrum import Spectrum
from ui.parts.text import Heading, Hint, Label, Picture
from ui.parts.wrap import Wrap

MANY_STEPS = len(Level)


class Header(QWidget):
    """Title; when, where and how far; the pod with its lights, and how many things are to be done.

    Attributes:
        row: All of it from left to right; a page may put a button before the pod.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._header: SessionHeader | None = None
        self.title = Heading(look)
        self.when, self.where, self.how_far = Label(look), Label(look), Label(look)
        self.dots = Spectrum(look)
        self.pod = Pod(look)
        self.things = Label(look, bold=True)
        self.readiness = Hint(look, _("Readiness"))
        self._second = QWidget()
        self._reach = _holder(Across(look, self.dots, self.how_far, gap=6))
        self._second.setLayout(
            Wrap(look, _beside(look, "sessions", self.when), _beside(look, "place", self.where), self._reach, gap=22)
        )
        left = Down(look, self.title, self._second, gap=6)
        beside_pod = Down(look, None, self.readiness, self.things, None, gap=2)
        row = self.row = Across(look, gap=16)
        row.addLayout(left, 1)
        row.addWidget(self.pod)
        row.addLayout(beside_pod)
        self.setLayout(row)
        look.changed.connect(self._fit)

    def show_session(self, header: SessionHeader, ready: Ready) -> None:
        """Show a session and its readiness."""
        self._header = header
        self.title.setText(header.title)
        self.where.setText(", ".join(part for part in (header.venue or _("No venue yet"), header.room) if part))
        level = list(Level).index(header.spectrum) + 1 if header.spectrum else 0
        self.dots.show_level(level)
        self.how_far.setText(_how_far(header.spectrum, level))
        self.pod.show_lights(
            [LightFacts(pea_word(pea), STATES[one.light], ready_words(one)) for pea, one in ready.lights.items()]
        )
        self.things.setText(_things(ready.to_do))
        self.things.set_ink("warnInk" if ready.to_do else "accentInk")
        self._fit()

    def _fit(self) -> None:
        """With large text the second line and the words beside the pod go; with little room days are short."""
        self._second.setVisible(not self.look.stacked)
        self._reach.setVisible(not self.look.narrow)
        for label in (self.readiness, self.things):
            label.setVisible(not self.look.stacked)
        if self._header is not None:
            self.when.setText(_when(self._header, short=self.look.narrow))


def _beside(look: Look, icon: str, words: Label) -> QWidget:
    row = Across(look, Picture(look, icon, size=18), gap=6)
    row.addWidget(words, 1)
    return _holder(row)


def _holder(layout: Across) -> QWidget:
    holder = QWidget()
    holder.setLayout(layout)
    return holder


def _when(header: SessionHeader, *, short: bool) -> str:
    if header.held_on is None:
        return _("No day yet")
    day = week_day(header.held_on) if short else middle_day(header.held_on)
    return ", ".join(part for part in (day, time_span(header.starts_at, header.ends_at)) if part)


def _how_far(spectrum: Level | None, level: int) -> str:
    if spectrum is None:
        return _("How far words will reach is not said yet")
    name = _(spectrum_levels()[spectrum].label)
    return _("{name}, {level} of {steps}").format(name=name, level=level, steps=MANY_STEPS)


def _things(to_do: int) -> str:
    if not to_do:
        return _("Nothing to do")
    return ngettext("{n} thing to do", "{n} things to do", to_do).format(n=to_do)
