"""A long sheet, a session with many people, and fingers on the keys."""

from io import BytesIO

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.attendance import commands
from app.documents import sign_in_sheet
from app.workspace import Workspace
from db.journal import Op
from db.types import Role, SessionId
from tests.builders import add_person, add_session, add_venue
from tests.documents.samples import NAMES, STANDARD, sign_in

PEOPLE = 60


@pytest.fixture(scope="package")
def pdf() -> bytes:
    """A sign-in sheet of nine pages with names in thirteen scripts on each of them."""
    out = BytesIO()
    sign_in_sheet.build(sign_in(*[f"{name}{number}" for number in range(12) for name in NAMES.values()]), out, STANDARD)
    return out.getvalue()


@pytest.fixture
def session_id(workspace: Workspace) -> SessionId:
    """A session with people enough for several pages; Zoë is the last of them."""
    with workspace.change(Op.INVITE) as tx:
        session = add_session(tx, venue_id=add_venue(tx).id).id
        people = [add_person(tx, f"Ada B{number:02}").id for number in range(PEOPLE)]
        commands.invite(tx, session, [*people, add_person(tx, "Zoë Zuñiga").id], Role.COMMUNITY)
    return session


@pytest.fixture
def press(qapp):
    """Return a function that presses keys where the focus is."""

    def press_keys(*keys) -> None:
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None
            if isinstance(key, str):
                QTest.keyClicks(focused, key)
            elif isinstance(key, tuple):
                QTest.keyClick(focused, key[0], key[1])
            else:
                QTest.keyClick(focused, key)

    return press_keys


@pytest.fixture(autouse=True)
def nothing_left_running():
    yield
    QThreadPool.globalInstance().waitForDone()
