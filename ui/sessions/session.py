# SPDX-License-Identifier: GPL-3.0-or-later
"""One session: its head, and its tabs in the order of the day."""

from app.attendance.queries import counts
from app.documents.catalogue import EVACUATION_LIST
from app.errors import NotFound
from app.i18n import _
from app.sessions.commands import delete_session, duplicate_session
from app.sessions.queries import readiness, session_header
from db.journal import Op
from db.models import (
    Attendance,
    Block,
    DesignSession,
    Headcount,
    LiveFact,
    LogItem,
    Material,
    Need,
    NeedDetail,
    Person,
    Project,
    RanBlock,
    Reflection,
    Ride,
    SeatingPair,
    Track,
    Venue,
    VenueAccess,
)
from db.types import SessionId
from ui.actions import Action
from ui.agenda.plan_tab import PlanTab
from ui.attendance.key_back import KeyBack
from ui.attendance.people import PeopleTab
from ui.attendance.room import Room
from ui.decisions.tab import LogTab
from ui.desk import Desk
from ui.documents.preview_place import place_of
from ui.documents.saving import Wanted, save_evacuation_list
from ui.documents.sheets import Sheets
from ui.jobs import Job
from ui.live.starting import Starting
from ui.page import Page
from ui.parts.banner import Banner, BannerKind
from ui.parts.buttons import Button
from ui.parts.sheet import Across
from ui.parts.stack import Stack
from ui.parts.tabs import Tabs
from ui.places import Place
from ui.reflections.tab import ReflectionsTab
from ui.sessions.details import Details
from ui.sessions.header import Header
from ui.sessions.tab import Tab, TabKind

TABS = (
    TabKind("plan", lambda: _("Plan"), PlanTab),
    TabKind("details", lambda: _("Details"), Details),
    TabKind("people", lambda: _("People"), PeopleTab),
    TabKind("room", lambda: _("Room"), Room),
    TabKind("key_back", lambda: _("Key back from paper"), KeyBack, part_of="room"),
    TabKind("log", lambda: _("Log"), LogTab),
    TabKind("print", lambda: _("Sheets"), Sheets),
    TabKind("reflections", lambda: _("Reflections"), ReflectionsTab),
)
WATCHED = (
    Attendance,
    Block,
    DesignSession,
    Headcount,
    LiveFact,
    LogItem,
    Material,
    Need,
    NeedDetail,
    Person,
    Project,
    RanBlock,
    Reflection,
    Ride,
    SeatingPair,
    Track,
    Venue,
    VenueAccess,
)
EVACUATION = "evacuation"
HELP = {
    "plan": "plan",
    "people": "guests",
    "log": "live",
    "room": "room",
    "key_back": "key-back",
    "print": "documents",
    "reflections": "reflections",
}


class SessionPage(Page):
    """The centre of the work: one session."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, title=_("Session"), watched=WATCHED)
        self.session_id = SessionId("")
        self.header = Header(desk.look)
        self.starting = Starting(desk, self.say_no, self._focus_tab)
        self.kinds = {kind.key: kind for kind in TABS}
        self.tabs = Tabs(
            desk.look, [(kind.key, kind.words()) for kind in TABS if not kind.part_of], name=_("Parts of the session")
        )
        self.made: dict[str, Tab] = {}
        self.stack = Stack()
        self.look_at = Button(desk.look, _("Look at it and print"), "print")
        self.told = Banner(desk.look, BannerKind.OK, "", buttons=[self.look_at])
        self.told.hide()
        self._saving: Job | None = None
        self.body.addWidget(self.told)
        self.body.addWidget(self.header)
        tabs = Across(desk.look, gap=16)
        tabs.addWidget(self.tabs, 1)
        tabs.addWidget(self.starting.button)
        self.body.addLayout(tabs)
        self.body.addWidget(self.stack, 1)
        self.tabs.chosen.connect(self.show_tab)
        self.add_act(Action.NEXT_TAB, lambda: self._step(1))
        self.add_act(Action.LAST_TAB, lambda: self._step(-1))
        self.look_at.clicked.connect(self._look_at_evacuation_list)
        self.add_act(Action.PRINT, self._print)
        self.add_act(Action.START_LIVE, self.starting.start)
        self.add_act(Action.DUPLICATE_SESSION, self.duplicate)
        self.add_act(Action.DELETE_SESSION, self.delete)
        self.add_act(Action.PLAN_FILES, lambda: self.desk.places.go(Place("plan-files", self.session_id)))

    @property
    def tab(self) -> Tab | None:
        """The tab that is shown."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, Tab) else None

    def show_place(self, place: Place) -> None:
        """Show a session at one of its tabs; the one that was shown last, or the first, where none is named.

        A session that is gone leads to the list.
        """
        if self.tab is not None:
            self.tab.settle()
        self.session_id = SessionId(place.id)
        self.make_stale()
        if not self._is_there():
            self.desk.places.go(Place("sessions"))
            return
        self.show_tab(place.tab if place.tab in self.kinds else self.tabs.choice)
        if place.tab == EVACUATION:
            self.save_evacuation_list()

    def show_tab(self, key: str) -> None:
        """Show one tab."""
        self.told.hide()
        tab = self.made.get(key) or self._make(key)
        if self.tab is not None and self.tab is not tab:
            self.tab.settle()
            self.tab.set_offered(offered=False)
        self.stack.setCurrentWidget(tab)
        self.tabs.blockSignals(True)
        self.tabs.choose(self.kinds[key].part_of or key)
        self.tabs.blockSignals(False)
        tab.set_offered(offered=True)
        tab.show_session(self.session_id)
        self.first_focus = tab.first_focus
        self._focus_tab()

    def refresh(self) -> None:
        """Read the head and the tab that is shown; a session that is gone leads back to the list."""
        try:
            with self.desk.workspace.read() as tx:
                self.header.show_session(session_header(tx, self.session_id), readiness(tx, self.session_id))
                many = counts(tx, self.session_id)
            self.starting.show_session(self.session_id)
        except NotFound:
            self.desk.places.go(Place("sessions"))
            return
        words = _("{here} of {expected}").format(here=many.here, expected=many.expected)
        self.tabs.set_count("room", words if many.expected else "")
        if self.tab is not None:
            self.tab.refresh()

    @property
    def help_key(self) -> str:
        """The page of help that is about the tab that is shown."""
        shown = next((key for key, tab in self.made.items() if tab is self.tab), "")
        return HELP.get(shown, "")

    def close_part(self) -> bool:
        """Close what lies over the tab; from paper, go back to the room."""
        if self.tab is not None and self.tab.close_part():
            return True
        if isinstance(self.tab, KeyBack):
            self.show_tab("room")
            return True
        return False

    def duplicate(self) -> None:
        """Make a session like this one and open it."""
        self.change(
            Op.DUPLICATE_SESSION,
            lambda tx: duplicate_session(tx, self.session_id),
            then=lambda made: self.desk.places.go(Place("session", made, "details")),
        )

    def delete(self) -> None:
        """Take this session away."""
        self.change(Op.DELETE_SESSION, lambda tx: delete_session(tx, self.session_id))

    def save_evacuation_list(self) -> None:
        """Put the list of who is in the building into a folder, to be printed."""
        self._saving = save_evacuation_list(self, self.session_id, self.tell)

    def tell(self, words: str, sentence: str) -> None:
        """Say what was done, at the top of the page, until another tab is shown."""
        self.told.say(words, sentence)
        self.told.show()

    def _is_there(self) -> bool:
        try:
            with self.desk.workspace.read() as tx:
                session_header(tx, self.session_id)
        except NotFound:
            return False
        return True

    def _print(self) -> None:
        """Go to the sheets; from there, look at those that are ticked."""
        if isinstance(self.tab, Sheets):
            self.tab.look_at_them()
        else:
            self.show_tab("print")

    def _look_at_evacuation_list(self) -> None:
        self.desk.places.go(place_of(Wanted(self.session_id, (EVACUATION_LIST.name,))))

    def _focus_tab(self) -> None:
        if self.isVisible() and self.first_focus is not None:
            self.first_focus.setFocus()

    def _make(self, key: str) -> Tab:
        tab = self.kinds[key].build(self)
        tab.evacuation_asked.connect(self.save_evacuation_list)
        self.made[key] = tab
        self.stack.addWidget(tab)
        return tab

    def _step(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())
