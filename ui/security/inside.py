# SPDX-License-Identifier: GPL-3.0-or-later
"""What is behind the door: an unlocked workspace in the frame, covered and locked when it must be.

This imports the whole program; ui/start.py imports it when the door has been painted.
"""

from contextlib import suppress
from datetime import timedelta

from PySide6.QtCore import QObject, Signal, Slot

from app.documents.viewer import Viewer
from app.errors import Refused, Unavailable
from app.i18n import _, ngettext
from app.security.errors import WrongPassphrase
from app.security.keys import LEAST_KIB, open_keys
from app.security.locking import Door, Use, Watch
from app.settings.commands import change_setting
from app.settings.queries import has_pin, pin_is, setting
from app.settings.schema import IDLE_MINUTES, TEXT_SIZE, THEME
from app.wording import sentence
from app.workspace import Workspace
from ui.asking import Asking
from ui.live.bar import ClockBar
from ui.look.look import Look
from ui.look.tokens import Theme
from ui.main import open_window
from ui.reopening import Wish
from ui.security.covered import CoveredPage
from ui.security.drafts import Drafts
from ui.security.frame import Frame
from ui.security.task import Task
from ui.security.watching import Watching


class Inside(QObject):
    """One unlocked workspace in the frame, from unlocking to locking.

    Attributes:
        window: All that is seen of it.
        cover: The page that covers it.
        use: What the laptop is used for; a live plan or a hand-over sets LIVE while it runs.

    Signals:
        locked: everything is written, emptied and closed; argument: a sentence that says why it was locked.
        left_for: the same, to do something that needs the records closed; argument: a Wish.
        quit_asked: the program shall end.
    """

    locked = Signal(str)
    left_for = Signal(object)
    quit_asked = Signal()

    def __init__(
        self,
        frame: Frame,
        look: Look,
        workspace: Workspace,
        *,
        least_kib: int = LEAST_KIB,
        asking: Asking | None = None,
        viewer: Viewer | None = None,
        hint: str = "",
    ) -> None:
        super().__init__(frame)
        self.use = Use.ORDINARY
        self._frame = frame
        self._look = look
        self._workspace = workspace
        self._least_kib = least_kib
        self._hint = hint
        self._trying: Task | None = None
        self._unsaved = ""
        self._take_up_look()
        self.window = open_window(look, workspace, frame, asking, viewer)
        self.cover = CoveredPage(look, ClockBar(look, self.window.desk.live))
        self._drafts = Drafts(workspace, self.window)
        self._watch = Watch.begin(workspace.clock.now())
        self._watching = Watching(self)
        self._listen()
        for page in (self.window, self.cover):
            frame.add(page)
        frame.show_page(self.window)
        self.window.fill()
        self._drafts.give_back()
        self.window.desk.places.asked.connect(self._on_place)
        self._watching.start()
        self.window.desk.keeping.begin()

    @property
    def door(self) -> Door:
        """How far the records are shut."""
        return self._watch.door

    @Slot()
    def shut(self) -> None:
        """Cover the screen: every page is emptied, the key is kept."""
        self._become(self._watch.covered(), "")

    @Slot()
    def lock(self) -> None:
        """Lock: write what is being typed, empty every page, drop the key."""
        self._become(self._watch.locked(), _("Locked. Everything typed was saved first."))

    def look_at_clock(self) -> None:
        """Shut the door when nobody was here for long, when the laptop slept, or when the records cannot be read."""
        try:
            idle = self._idle_minutes()
        except Unavailable as error:
            self._become(self._watch.locked(), _locked_words(error))
            return
        now = self._workspace.clock.now()
        why = _slept_words() if self._watch.slept(now) else _idle_words(idle)
        self._become(self._watch.seen(now, idle_after=timedelta(minutes=idle), use=self.use), why)

    def close(self) -> None:
        """Write everything, take every page out of the frame, give the records back, and leave no copy anywhere.

        A copy that is just being made for the system's viewer is taken away by who makes it, once the records are shut.
        """
        self._watching.stop()
        self.window.desk.keeping.end()
        self._empty()
        self.window.living.end()
        self._keep_look()
        for page in (self.window, self.cover):
            self._frame.remove(page)
        self._workspace.close()
        self.window.desk.viewer.empty()
        self._look.forget()

    def _become(self, watch: Watch, why: str) -> None:
        before, self._watch = self._watch.door, watch
        if watch.door is before:
            return
        self._frame.draw_curtain()
        if watch.door is Door.COVERED:
            self._cover()
        if watch.door is Door.LOCKED:
            self.close()
            self.locked.emit(self._unsaved or why)

    def _empty(self) -> None:
        """Write what is being typed, keep what cannot be written yet, and destroy every page, even on a full disk."""
        self.window.settle()
        try:
            self._drafts.keep()
            self._unsaved = ""
        except Unavailable as error:
            self._unsaved = _unsaved_words(error)
        self.window.empty()

    def _cover(self) -> None:
        self._empty()
        if self._has_pin():
            self.cover.ask_pin(self._hint)
        else:
            self.cover.ask_passphrase()
        self._frame.show_page(self.cover)

    def _uncover(self) -> None:
        self.cover.forget()
        self._watch = self._watch.uncovered(self._workspace.clock.now())
        self._frame.show_page(self.window)
        self.window.fill()
        self._drafts.give_back()

    @Slot(str)
    def _on_pin(self, pin: str) -> None:
        with self._workspace.read() as tx:
            right = pin_is(tx, pin)
        if right:
            self._uncover()
            return
        self._become(self._watch.wrong_pin(), _("Locked after three wrong PINs. Everything typed was saved first."))
        if self._watch.door is Door.COVERED:
            self.cover.refuse_pin(self._watch.wrong_pins)

    @Slot(str)
    def _on_passphrase(self, passphrase: str) -> None:
        folder = self._workspace.folder
        self._trying = Task(lambda: open_keys(folder, passphrase, least_kib=self._least_kib), self)
        self._trying.done.connect(self._on_opened)
        self._trying.failed.connect(self._on_not_opened)
        self._trying.start()

    @Slot(object)
    def _on_opened(self, _key: bytes) -> None:
        if self._watch.door is Door.COVERED:
            self._uncover()

    @Slot(object)
    def _on_not_opened(self, error: Exception) -> None:
        if not isinstance(error, Refused | Unavailable):
            raise error
        if isinstance(error, WrongPassphrase):
            why = _("Locked after three wrong passphrases. Everything typed was saved first.")
            self._become(self._watch.wrong_pin(), why)
        if self._watch.door is Door.COVERED:
            self.cover.refuse_passphrase(sentence(error))

    @Slot()
    def _on_place(self) -> None:
        self._drafts.give_back()

    @Slot(object)
    def _on_wish(self, wish: Wish) -> None:
        self.close()
        self.left_for.emit(wish)

    @Slot()
    def _on_used(self) -> None:
        self._watch = self._watch.used(self._workspace.clock.now())

    @Slot()
    def _on_live(self) -> None:
        self.use = Use.ORDINARY if self.window.desk.live.run is None else Use.LIVE

    def _listen(self) -> None:
        self.window.desk.live.changed.connect(self._on_live)
        self._on_live()
        self.window.lock_asked.connect(self.lock)
        self.window.cover_asked.connect(self.shut)
        self.window.quit_asked.connect(self.quit_asked)
        self.window.desk.reopening.asked.connect(self._on_wish)
        self.cover.lock_asked.connect(self.lock)
        self.cover.pin_tried.connect(self._on_pin)
        self.cover.passphrase_tried.connect(self._on_passphrase)
        self._watching.used.connect(self._on_used)
        self._watching.used.connect(self.window.desk.keeping.note_use)
        self._watching.second.connect(self.look_at_clock)

    def _take_up_look(self) -> None:
        """Show what was chosen on this laptop."""
        with self._workspace.read() as tx:
            theme, percent = setting(tx, THEME), int(setting(tx, TEXT_SIZE))
        chosen = None if theme == THEME.default else Theme(theme)
        if chosen is not self._look.chosen_theme:
            self._look.set_theme(chosen)
        if percent != round(self._look.text_scale * 100):
            self._look.set_text_scale(percent / 100)

    def _keep_look(self) -> None:
        """Keep the size of text, which keys change at any time."""
        if self._workspace.only_read is not None:
            return
        with suppress(Unavailable), self._workspace.note() as tx:  # the records are shut all the same
            change_setting(tx, TEXT_SIZE, str(round(self._look.text_scale * 100)))

    def _has_pin(self) -> bool:
        """Whether a PIN uncovers; when the records do not answer, the passphrase does."""
        try:
            with self._workspace.read() as tx:
                return has_pin(tx)
        except Unavailable:
            return False

    def _idle_minutes(self) -> int:
        with self._workspace.read() as tx:
            return setting(tx, IDLE_MINUTES)


def _locked_words(error: Unavailable) -> str:
    return _("Locked. {why}").format(why=sentence(error))


def _unsaved_words(error: Unavailable) -> str:
    return _("Locked. What was typed last is not saved. {why}").format(why=sentence(error))


def _slept_words() -> str:
    return _("Locked because the laptop slept, or its clock was set. Everything typed was saved first.")


def _idle_words(minutes: int) -> str:
    return ngettext(
        "Locked after {count} minute without use. Everything typed was saved first.",
        "Locked after {count} minutes without use. Everything typed was saved first.",
        minutes,
    ).format(count=minutes)
