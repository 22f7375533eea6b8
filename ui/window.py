# SPDX-License-Identifier: GPL-3.0-or-later
"""The window's inside: rail, pages, strip and the undo notice. It hosts pages and holds no feature."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _
from app.sessions.queries import session_next
from app.settings.queries import member_name, setting
from app.settings.schema import TEAM_NAME
from db.journal import Changes
from db.models import Member, Setting
from ui.actions import Action, make_action
from ui.backup.reading_only import ReadingOnly
from ui.backup.status import backup_status, saved_status
from ui.desk import Desk
from ui.live.living import Living
from ui.page import Page
from ui.parts.notice import Notice
from ui.parts.rail import Destination, Rail
from ui.parts.stack import Stack
from ui.parts.strip import Status, Strip
from ui.places import Place
from ui.tabbing import bring_into_view, next_stop
from ui.undoing import Undoing


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page: where it stands in the rail and how it is made.

    Attributes:
        key: What a Place calls it.
        words: Its word in the rail, in the user's language when called.
        icon: Its icon in the look.
        build: Makes it, when it is first needed.
        foot: Whether it stands at the foot of the rail.
        part_of: The key of the page that the rail shows as chosen, when this one has no place of its own there.
    """

    key: str
    words: Callable[[], str]
    icon: str
    build: Callable[[Desk], Page]
    foot: bool = False
    part_of: str = ""


class MainWindow(QWidget):
    """Everything that is seen of an open workspace.

    Signals:
        lock_asked: close the records now.
        cover_asked: hide everything now.
        find_asked: open the search for anything.
        help_asked: open the help for a page; argument: its key.
        quit_asked: end the program.
    """

    lock_asked = Signal()
    cover_asked = Signal()
    find_asked = Signal()
    help_asked = Signal(str)
    quit_asked = Signal()

    def __init__(self, desk: Desk, kinds: Sequence[PageKind]) -> None:
        super().__init__()
        self.desk = desk
        self.kinds = {kind.key: kind for kind in kinds}
        self._pages: dict[str, Page] = {}
        self.living = Living(desk, self, self.say_no)
        self._over: list[QWidget] = list(self.living.panels)
        in_rail = [kind for kind in kinds if not kind.part_of]
        self.rail = Rail(desk.look, [Destination(kind.key, kind.words(), kind.icon, kind.foot) for kind in in_rail])
        self.stack = Stack()
        self.strip = Strip(desk.look, ["saved", "backup"], ["member", "lock"], may_go=["member"])
        self.only_read = ReadingOnly(desk.look)
        self.paper = QWidget()
        self.notice = Notice(desk.look, self.paper)
        self.undoing = Undoing(desk, self.notice, self.say_no)
        self._assemble()
        self._offer(in_rail)
        self._listen()
        self._show_member()
        self._show_safety()

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def say_no(self, sentence: str) -> None:
        """Show a refusal on the page that is shown."""
        if self.page is not None:
            self.page.say_no(sentence)

    def empty(self) -> None:
        """Write what is being typed, then destroy every page, so that nothing of a record is left in any widget."""
        self.settle()
        self.living.rest()
        self.stack.hide()  # else each page would be shown, and read anew, as the one before it goes
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self.stack.show()
        self.notice.hide()
        self.desk.look.forget()

    def fill(self) -> None:
        """Show the place where one was before it was emptied."""
        self.living.wake()
        self._show(self.desk.places.here or Place("today"))

    def settle(self) -> None:
        """Write what is being typed and what waits."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()
        self.desk.changing.finish()

    def lay_over(self, panel: QWidget) -> None:
        """Let Esc close a panel that lies over the pages."""
        self._over.append(panel)

    def acts(self) -> list[QAction]:
        """Return every action that can be done here and now, the page's own first."""
        return [act for act in (*(self.page.actions() if self.page else ()), *self.actions()) if act.isVisible()]

    def _assemble(self) -> None:
        on_paper = QVBoxLayout(self.paper)
        on_paper.setContentsMargins(0, 0, 0, 0)
        on_paper.addWidget(self.living.bar)
        on_paper.addWidget(self.only_read)
        on_paper.addWidget(self.stack, 1)
        self.notice.raise_()
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.paper, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.strip)
        self.strip.show_status("lock", Status(_("Lock  Ctrl+L"), "lock", short=_("Lock")))

    def _offer(self, in_rail: Sequence[PageKind]) -> None:
        acts: dict[Action, Callable[[], object]] = {
            Action.FIND: self.find_asked.emit,
            Action.HELP: self._ask_help,
            Action.UNDO: self.undoing.undo,
            Action.REDO: self.undoing.redo,
            Action.LOCK: self.lock_asked.emit,
            Action.COVER: self.cover_asked.emit,
            Action.LARGER: lambda: self._resize_text(1),
            Action.SMALLER: lambda: self._resize_text(-1),
            Action.USUAL_SIZE: lambda: self.desk.look.set_text_scale(1.0),
            Action.BACK: self._back,
            Action.NEXT_AREA: lambda: self._next_area(1),
            Action.LAST_AREA: lambda: self._next_area(-1),
            Action.EVACUATION_LIST: self._evacuate,
            Action.BACKUPS: self._go_backups,
            Action.QUIT: self.quit_asked.emit,
        }
        for action, done in acts.items():
            make_action(action, self, done)
        for number, kind in enumerate(in_rail, start=1):
            self._offer_page(kind, number)

    def _offer_page(self, kind: PageKind, number: int) -> None:
        act = QAction(kind.words(), self)
        act.setShortcut(f"Ctrl+{number}")
        act.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        act.triggered.connect(lambda: self.desk.places.go(Place(kind.key)))
        self.addAction(act)

    def _listen(self) -> None:
        self.rail.chosen.connect(self._on_chosen)
        self.rail.find_pressed.connect(self.find_asked)
        self.strip.pressed.connect(self._on_strip)
        self.desk.places.asked.connect(self._show)
        self.desk.changing.saving.connect(self._on_saving)
        self.desk.keeping.changed.connect(self._show_safety)
        self.desk.commits.committed.connect(self._on_committed)

    @Slot(object)
    def _show(self, place: Place) -> None:
        kind = self.kinds[place.page]
        if kind.key not in self._pages:
            self._pages[kind.key] = kind.build(self.desk)
        page = self._pages[kind.key]
        page.show_place(place)
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)  # the first one is shown at once, and so must know its place
        self.stack.setCurrentWidget(page)
        self.rail.choose(kind.part_of or kind.key)
        if page.first_focus is None:
            _focus_first(self.stack, None)

    def _show_member(self) -> None:
        with self.desk.workspace.read() as tx:
            team = setting(tx, TEAM_NAME)
            name = member_name(tx, self.desk.workspace.member)
        words = _("{name}, {team}").format(name=name, team=team) if team else name
        self.strip.show_status("member", Status(words, "member", short=name))

    @Slot(object)
    def _on_committed(self, changes: Changes) -> None:
        if changes.touch(Member, Setting):
            self._show_member()

    @Slot(bool)
    def _on_saving(self, waits: bool) -> None:
        self.strip.show_status("saved", saved_status(self.desk.keeping.safety, waits=waits))

    @Slot()
    def _show_safety(self) -> None:
        """Say how old the newest backup is, and over every page why the records can only be read."""
        keeping, workspace = self.desk.keeping, self.desk.workspace
        now = workspace.clock.now()
        self.strip.show_status("saved", saved_status(keeping.safety, waits=self.desk.changing.waits))
        self.strip.show_status("backup", backup_status(keeping.safety, now))
        self.only_read.show_fault(workspace.only_read, keeping.safety.last_good, now)

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self.desk.places.go(Place(key))

    def _on_strip(self, key: str) -> None:
        at_fault = self.desk.keeping.safety.damaged or self.desk.keeping.safety.fails
        go = {
            "lock": self.lock_asked.emit,
            "member": self._go_members,
            "backup": self._go_backups,
            "saved": self._go_backups if at_fault else self._go_history,
        }
        go[key]()

    def _go_members(self) -> None:
        self.desk.places.go(Place("settings", tab="members"))

    def _go_backups(self) -> None:
        self.desk.places.go(Place("backups"))

    def _go_history(self) -> None:
        self.desk.places.go(Place("history"))

    def _ask_help(self) -> None:
        here = self.desk.places.here
        usual = "today" if here is None else here.page
        self.help_asked.emit((self.page.help_key if self.page is not None else "") or usual)

    def _back(self) -> None:
        over = next((panel for panel in self._over if panel.isVisible()), None)
        if over is not None:
            over.hide()
        elif self.page is None or not self.page.close_part():
            self.desk.places.back()

    def _evacuate(self) -> None:
        """Make the list for the session that is shown, else for the one that is on or next."""
        here = self.desk.places.here
        with self.desk.workspace.read() as tx:
            coming = session_next(tx, self.desk.workspace.clock.now())
        session_id = here.id if here is not None and here.page == "session" else coming
        if session_id is None:
            self.say_no(_("No session is planned, so there is nobody to list. Add a session first."))
        else:
            self._show(Place("session", session_id, "evacuation"))

    def _resize_text(self, step: int) -> None:
        steps = self.desk.look.tokens.scale.steps
        at = min(range(len(steps)), key=lambda each: abs(steps[each] - self.desk.look.text_scale))
        self.desk.look.set_text_scale(steps[max(0, min(len(steps) - 1, at + step))])

    def _next_area(self, step: int) -> None:
        areas = [self.rail, *self.living.areas(), self.stack, self.strip]
        focused = QApplication.focusWidget()
        now = next(
            (number for number, area in enumerate(areas) if focused and area.isAncestorOf(focused)), len(areas) - 2
        )
        _focus_first(areas[(now + step) % len(areas)], self.page)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go as things are laid out, and stay in a panel that lies over the page."""
        within = next((panel for panel in self._over if panel.isVisible()), self)
        stop = next_stop(within, QApplication.focusWidget(), 1 if forward else -1)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
            bring_into_view(stop)
        return stop is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the look how much room there is."""
        super().resizeEvent(event)
        self.desk.look.set_window_width(self.width())


def _focus_first(area: QWidget, page: Page | None) -> None:
    first = page.first_focus if page is not None and area.isAncestorOf(page) else None
    target = first or next_stop(area, None, 1) or area
    target.setFocus(Qt.FocusReason.ShortcutFocusReason)
