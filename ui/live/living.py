# SPDX-License-Identifier: GPL-3.0-or-later
"""The run of a session in the window: its bar, its keys, its panels and the big view, put together."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.i18n import _
from db.types import SessionId
from ui.actions import Action
from ui.decisions.panel import NotePanel
from ui.desk import Desk
from ui.live.acting import Acting
from ui.live.bar import LiveBar
from ui.live.big import BigView
from ui.live.screens import second_screen
from ui.live.standing import StandingPanel
from ui.places import Place

ALWAYS = {Action.NOTE, Action.INCIDENT}
OF_A_SESSION = {"session", "incident"}  # the pages that are about one


class Living(QObject):
    """Everything of the run that belongs to one window.

    Attributes:
        bar: Lies above every page.
        standing: What can give when it is late.
        note: Notes over the window.
        note_in_big: Notes over the big view, where that lies over the window.
        big: The big view.
        panels: What Esc closes.
    """

    def __init__(self, desk: Desk, window: QWidget, say_no: Callable[[str], object]) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._say_no = say_no
        self.acting = Acting(desk, say_no)
        self.standing = StandingPanel(desk, window, self.acting)
        self.note = NotePanel(desk, window)
        self.big = BigView(desk.look, desk.live, window)
        self.note_in_big = NotePanel(desk, self.big, in_hall=True)
        self.big.lay_over(self.note_in_big)
        self.panels: list[QWidget] = [self.note, self.standing]
        self._acts = self.acting.offer(
            window,
            {
                Action.CATCH_UP: self.standing.open,
                Action.BIG_VIEW: self.show_or_hide_big,
                Action.NOTE: lambda: self._open_note(self.note),
                Action.INCIDENT: self._go_incident,
            },
        )
        self._acts_in_big = self.acting.offer(
            self.big,
            {Action.BIG_VIEW: self.big.hide, Action.NOTE: self._note_from_big},
        )
        self.big.offer(self._acts_in_big)
        self.bar = LiveBar(desk.look, desk.live, self._acts)
        for acts in (self._acts, self._acts_in_big):
            acts[Action.FOLLOW_CLOCK].setCheckable(True)
        self._was_running = desk.live.run is not None
        self._covered = False
        desk.live.changed.connect(self._on_changed)
        self._offer()

    def areas(self) -> list[QWidget]:
        """Return what F6 stops at, too."""
        return [self.bar] if self.bar.isVisible() else []

    def show_or_hide_big(self) -> None:
        """Show the big view, or hide it."""
        if self.big.isVisible():
            self.big.hide()
        else:
            self.big.open()

    def rest(self) -> None:
        """Nothing more can be done, and nothing typed is held; the big view goes on."""
        self._covered = True
        for panel in (self.note, self.note_in_big):
            panel.forget()
        self.standing.hide()
        self._offer()

    def wake(self) -> None:
        """Everything can be done again."""
        self._covered = False
        self._offer()

    def end(self) -> None:
        """Show nothing any more; called before the records are closed."""
        self.rest()
        self.big.hide()
        self._desk.live.end()
        self.big.deleteLater()

    @Slot()
    def _on_changed(self) -> None:
        runs = self._desk.live.run is not None
        if runs and not self._was_running and second_screen(self._window) is not None:
            self.big.open()
        self._was_running = runs
        self._offer()

    def _offer(self) -> None:
        """Offer what can be done: all of it while a session runs, and nothing behind a cover."""
        said = self._desk.live.said
        for acts in (self._acts, self._acts_in_big):
            for action, act in acts.items():
                _set_offered(act, offered=not self._covered and (said is not None or action in ALWAYS))
            acts[Action.FOLLOW_CLOCK].setChecked(said is not None and said.automatic)

    def _go_incident(self) -> None:
        session_id = self._session_id()
        if session_id is None:
            self._say_no(_("An incident note belongs to a session. Open the session first."))
        else:
            self._desk.places.go(Place("incident", session_id))

    def _open_note(self, panel: NotePanel) -> None:
        session_id = self._session_id()
        if session_id is None:
            self._say_no(_("A note belongs to a session. Open the session first."))
        else:
            panel.open(session_id)

    def _note_from_big(self) -> None:
        """Write where the hall cannot read it, if there is such a screen; else over the big view, which says so."""
        if second_screen(self._window) is None:
            self._open_note(self.note_in_big)
        else:
            self._window.activateWindow()
            self._open_note(self.note)

    def _session_id(self) -> SessionId | None:
        """Return the session that runs, else the one that is shown."""
        run, here = self._desk.live.run, self._desk.places.here
        if run is not None:
            return run.session_id
        return SessionId(here.id) if here is not None and here.page in OF_A_SESSION else None


def _set_offered(act: QAction, *, offered: bool) -> None:
    act.setEnabled(offered)
    act.setVisible(offered)
