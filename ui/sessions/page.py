# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions, with the projects they belong to and the venues they are held in."""

from app.i18n import _
from db.models import Attendance, DesignSession, Project, Resource, StoredFile, Venue, VenueAccess
from ui.actions import Action
from ui.desk import Desk
from ui.page import Page
from ui.parts.sheet import Across
from ui.parts.stack import Stack
from ui.parts.tabs import Tabs
from ui.parts.text import Heading
from ui.places import Place
from ui.sessions.listing import Listing
from ui.sessions.projects import ProjectsListing
from ui.sessions.sessions import SessionsListing
from ui.sessions.venues import VenuesListing

SESSIONS, PROJECTS, VENUES = "sessions", "projects", "venues"


class SessionsPage(Page):
    """Three lists; each adds by name, and shows what it has."""

    def __init__(self, desk: Desk) -> None:
        watched = (Attendance, DesignSession, Project, Resource, StoredFile, Venue, VenueAccess)
        super().__init__(desk, title=_("Sessions"), watched=watched)
        self.lists: dict[str, Listing] = {
            SESSIONS: SessionsListing(self),
            PROJECTS: ProjectsListing(self),
            VENUES: VenuesListing(self),
        }
        tabs = [(SESSIONS, _("Sessions")), (PROJECTS, _("Projects")), (VENUES, _("Venues"))]
        self.tabs = Tabs(desk.look, tabs, name=_("Lists"))
        self.stack = Stack()
        for listing in self.lists.values():
            self.stack.addWidget(listing)
        self.first_focus = self.lists[SESSIONS].search
        self.body.addLayout(Across(desk.look, Heading(desk.look, _("Sessions"), size="display"), None, gap=14))
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.stack, 1)
        self.tabs.chosen.connect(self._on_tab)
        self.add_act(Action.NEW_HERE, lambda: self.listing.start_adding())
        self.add_act(Action.SEARCH_PAGE, lambda: self.listing.search.setFocus())
        self.add_act(Action.ADD_SESSION, lambda: self._add(SESSIONS))
        self.add_act(Action.ADD_PROJECT, lambda: self._add(PROJECTS))
        self.add_act(Action.ADD_VENUE, lambda: self._add(VENUES))
        self.add_act(Action.NEXT_TAB, lambda: self._step(1))
        self.add_act(Action.LAST_TAB, lambda: self._step(-1))

    @property
    def listing(self) -> Listing:
        """The list that is shown."""
        return self.lists[self.tabs.choice]

    def refresh(self) -> None:
        """Read the list that is shown; where nothing is listed yet, the first one can be typed at once."""
        self.listing.refresh()
        self.first_focus = self.listing.first_focus

    def show_place(self, place: Place) -> None:
        """Show one of the lists, and one record of it."""
        if place.tab in self.lists:
            self.tabs.choose(place.tab)
        if place.id:
            self.listing.open(place.id)

    def close_part(self) -> bool:
        """Close what stands beside the list."""
        return self.listing.close_part()

    def _on_tab(self, key: str) -> None:
        self.stack.setCurrentWidget(self.lists[key])
        self.refresh()

    def _add(self, key: str) -> None:
        self.tabs.choose(key)
        self.listing.start_adding()

    def _step(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())
