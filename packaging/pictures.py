# SPDX-License-Identifier: GPL-3.0-or-later
"""Take the pictures of the README from the running program with its sample project.

.venv/bin/python packaging/pictures.py [FOLDER]
"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QPixmap  # noqa: E402 - the platform is chosen before Qt is loaded
from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: E402

from app.demo.opening import close_demo, open_demo  # noqa: E402
from app.demo.story import StandingClock  # noqa: E402
from app.people.queries import people_list  # noqa: E402
from app.sessions.queries import session_next  # noqa: E402
from app.workspace import Workspace  # noqa: E402
from ui.look.look import Look  # noqa: E402
from ui.look.tokens import Theme  # noqa: E402
from ui.main import open_window  # noqa: E402
from ui.places import Place  # noqa: E402

MORNING = datetime(2026, 11, 26, 9, 13, tzinfo=UTC)
SIZE = (1366, 768)


def main(folder: Path) -> None:
    """Write each picture into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    look = Look(theme=Theme.LIGHT)
    look.load_first_fonts()
    look.load_fonts()
    look.apply(application)
    workspace = open_demo(StandingClock(MORNING))
    try:
        for name, place in places(workspace).items():
            take(application, look, workspace, place).save(str(folder / f"{name}.png"))
    finally:
        close_demo(workspace)


def places(workspace: Workspace) -> dict[str, Place]:
    """Return what is to be seen on each picture."""
    with workspace.read() as tx:
        session = session_next(tx, MORNING)
        person = people_list(tx, "shirin")[0].id
    return {
        "today": Place("today"),
        "plan": Place("session", str(session), "plan"),
        "room": Place("session", str(session), "room"),
        "people": Place("people", person),
    }


def take(application: QApplication, look: Look, workspace: Workspace, place: Place) -> QPixmap:
    """Return a picture of the window at a place."""
    frame = QMainWindow()
    window = open_window(look, workspace, frame)
    frame.setCentralWidget(window)
    frame.resize(*SIZE)
    frame.show()
    window.desk.places.go(place)
    for _ in range(6):
        application.processEvents()
    picture = frame.grab()
    frame.close()
    return picture


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures")
