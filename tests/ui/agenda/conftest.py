"""A page with the plan of one session, and the panels that stand beside the list of its blocks."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from app.agenda.commands import add_block
from app.agenda.needed import expected_of, materials_needed
from app.agenda.queries import BlockRow, Plan, plan_of
from db.journal import Op
from db.models import Attendance, Block, Material, Track
from db.types import BlockId, SessionId
from tests.builders import add_session
from ui.page import Page


class Beside(Page):
    """A page that shows one panel beside a plan, and shows it anew after each change of the plan."""

    def __init__(self, desk, session_id: SessionId, make: Callable[[Page], QWidget]) -> None:
        super().__init__(desk, title="Plan", watched=(Block, Track, Material, Attendance))
        self.session_id = session_id
        self.show_plan: Callable[[Plan], object] = lambda plan: None
        self.panel = make(self)
        self.body.addWidget(self.panel)

    @property
    def plan(self) -> Plan:
        with self.desk.workspace.read() as tx:
            return plan_of(tx, self.session_id)

    def block(self, title: str) -> BlockRow:
        return next(block for block in self.plan.every_block() if block.title == title)

    def needed(self):
        with self.desk.workspace.read() as tx:
            return materials_needed(plan_of(tx, self.session_id), expected_of(tx, self.session_id))

    def refresh(self) -> None:
        self.show_plan(self.plan)


@pytest.fixture
def session_id(workspace) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        return add_session(tx).id


@pytest.fixture
def blocks(workspace, session_id) -> dict[str, BlockId]:
    with workspace.change(Op.ADD_BLOCK) as tx:
        return {title: add_block(tx, session_id, title, minutes=30) for title in ("Welcome", "Three rooms", "Close")}


@pytest.fixture
def beside(qtbot, desk, session_id, blocks, shown):
    """Shows a panel on a page that is active, so that it can be typed in."""

    def show(make: Callable[[Page], QWidget], width: int = 420, height: int = 700) -> Beside:
        page = Beside(desk, session_id, make)
        with qtbot.waitActive(page):
            shown(page, width, height)
        return page

    return show
