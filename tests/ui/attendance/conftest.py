"""A session with people on its list, and its page in a window."""

import pytest

from app.attendance import commands
from app.workspace import Workspace
from db.journal import Op
from db.types import PersonId, Role, SessionId
from tests.builders import add_person, add_session
from ui.places import Place
from ui.sessions.session import SessionPage


@pytest.fixture
def session_id(workspace: Workspace) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        return add_session(tx).id


@pytest.fixture
def invited(workspace: Workspace, session_id: SessionId):
    """Return a function that puts people on the list: each name with what else is known; it returns their ids."""

    def invite(people: dict[str, dict]) -> dict[str, PersonId]:
        with workspace.change(Op.INVITE) as tx:
            known = {name: add_person(tx, name, **facts).id for name, facts in people.items()}
            commands.invite(tx, session_id, known.values(), Role.COMMUNITY)
        return known

    return invite


@pytest.fixture
def somebody_else(workspace: Workspace) -> PersonId:
    """Mark Hull, who is known and on no list."""
    with workspace.change(Op.ADD_PERSON) as tx:
        return add_person(tx, "Mark Hull").id


@pytest.fixture
def page_at(qtbot, desk, shown, people, session_id):
    """Return a function that shows the page of the session, with its people, at a tab."""

    def show(tab: str) -> SessionPage:
        made = SessionPage(desk)
        made.show_place(Place("session", session_id, tab))
        with qtbot.waitActive(made):
            shown(made)
        return made

    return show
