# SPDX-License-Identifier: GPL-3.0-or-later
"""Where everything is put together: the only place that knows all pages and all parts."""

from PySide6.QtWidgets import QWidget

from app.documents.viewer import Viewer, usual_viewer
from app.i18n import _
from app.workspace import Workspace
from ui.agenda.files_page import PlanFilesPage
from ui.asking import Asking, Dialogs
from ui.backup.keeping import Keeping
from ui.backup.page import BackupsPage
from ui.backup.restoring import Restoring
from ui.changing import Changing
from ui.commits import Commits
from ui.desk import Desk
from ui.documents.preview import PreviewPage
from ui.erasure.page import ErasePage
from ui.find.panel import FindPanel
from ui.help.panel import HelpPanel
from ui.history.page import HistoryPage
from ui.importing.page import ImportPage
from ui.incidents.page import IncidentPage
from ui.live.live import Live
from ui.look.look import Look
from ui.people.duplicates import DuplicatesPage
from ui.people.page import PeoplePage
from ui.people.record import RecordPage
from ui.places import Places
from ui.reopening import Reopening
from ui.retention.page import DuePage
from ui.sessions.page import SessionsPage
from ui.sessions.session import SessionPage
from ui.settings.page import SettingsPage
from ui.today.page import TodayPage
from ui.window import MainWindow, PageKind

PAGES: tuple[PageKind, ...] = (
    PageKind("today", lambda: _("Today"), "today", TodayPage),
    PageKind("sessions", lambda: _("Sessions"), "sessions", SessionsPage),
    PageKind("people", lambda: _("People"), "people", PeoplePage),
    PageKind("session", lambda: _("Session"), "sessions", SessionPage, part_of="sessions"),
    PageKind("plan-files", lambda: _("Plan and spreadsheets"), "importList", PlanFilesPage, part_of="sessions"),
    PageKind("incident", lambda: _("Incident note"), "draft", IncidentPage, part_of="sessions"),
    PageKind("preview", lambda: _("Preview"), "document", PreviewPage, part_of="sessions"),
    PageKind("duplicates", lambda: _("Likely duplicates"), "duplicate", DuplicatesPage, part_of="people"),
    PageKind("import", lambda: _("Import a list"), "importList", ImportPage, part_of="people"),
    PageKind("record", lambda: _("Everything we hold"), "save", RecordPage, part_of="people"),
    PageKind("erase", lambda: _("Erase a person"), "clear", ErasePage, part_of="people"),
    PageKind("due", lambda: _("Due to go"), "history", DuePage, part_of="settings"),
    PageKind("backups", lambda: _("Backups"), "backup", BackupsPage, part_of="settings"),
    PageKind("history", lambda: _("History"), "history", HistoryPage, foot=True),
    PageKind("settings", lambda: _("Settings"), "settings", SettingsPage, foot=True),
)


def open_window(
    look: Look, workspace: Workspace, frame: QWidget, asking: Asking | None = None, viewer: Viewer | None = None
) -> MainWindow:
    """Return all that is seen of an open workspace, to be put into `frame`, the program's one window."""
    changing = Changing(workspace, frame)
    commits = Commits(workspace, frame)
    places, asks = Places(frame), asking or Dialogs(look, frame)
    keeping, shower = Keeping(workspace), viewer or usual_viewer()
    live = Live(workspace, commits, frame)
    desk = Desk(workspace, changing, commits, look, places, asks, shower, Reopening(frame), keeping, live)
    window = MainWindow(desk, PAGES)
    keeping.setParent(window)
    restoring = Restoring(desk, window)
    window.only_read.restore_asked.connect(restoring.begin_newest)
    restoring.refused.connect(window.say_no)
    restoring.passphrase_asked.connect(restoring.go_to_page)
    finding, helping = FindPanel(desk, window), HelpPanel(look, window)
    window.find_asked.connect(finding.open)
    window.help_asked.connect(helping.open)
    for panel in (finding, helping):
        window.lay_over(panel)
    return window
