"""Every place that the window can show."""

import pytest

from ui.main import PAGES
from ui.places import Place
from ui.sessions.session import TABS

PLACES = [pytest.param(Place(kind.key), id=kind.key) for kind in PAGES if kind.key != "session"]
SESSION_PLACES = [pytest.param(Place("session", "next", tab.key), id=f"session-{tab.key}") for tab in TABS]
ONE_PERSON = [pytest.param(Place(page, "longest"), id=f"one-{page}") for page in ("people", "record", "erase")]
SHEETS = pytest.param(Place("preview", "next", "standard list sign-in-sheet evacuation-list"), id="preview-of-sheets")
INCIDENT = pytest.param(Place("incident", "next"), id="incident-of-a-session")
SPREADSHEETS = pytest.param(Place("plan-files", "next"), id="spreadsheets-of-a-session")
EVERYWHERE = [*PLACES, *SESSION_PLACES, INCIDENT, SPREADSHEETS, SHEETS, *ONE_PERSON]
