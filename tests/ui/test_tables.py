# SPDX-License-Identifier: GPL-3.0-or-later
"""Seating in the window: pairs are chosen, obeyed and refused in a sentence, by keyboard alone."""

import pytest
from PySide6.QtCore import Qt

from app.attendance.commands import invite
from app.attendance.pairs import PairRow, pairs_of
from app.attendance.seats import coming_seats
from app.workspace import Workspace
from db.journal import Op
from db.types import PersonId, Role, SeatKind, SessionId
from tests.builders import add_person, add_session
from ui.attendance.people import PeopleTab
from ui.attendance.tables_panel import ALWAYS, TablesPanel
from ui.places import Place
from ui.sessions.session import SessionPage

ENTER = Qt.Key.Key_Return


@pytest.fixture
def session_id(workspace: Workspace) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        return add_session(tx).id


@pytest.fixture
def people(workspace: Workspace, session_id: SessionId) -> dict[str, PersonId]:
    with workspace.change(Op.INVITE) as tx:
        known = {name: add_person(tx, name).id for name in ("Ada", "Bo", "Cy")}
        invite(tx, session_id, known.values(), Role.COMMUNITY)
    return known


@pytest.fixture
def guests(qtbot, desk, shown, people, session_id) -> PeopleTab:
    page = SessionPage(desk)
    page.show_place(Place("session", session_id, "people"))
    with qtbot.waitActive(page):
        shown(page)
    assert isinstance(page.tab, PeopleTab)
    return page.tab


@pytest.fixture
def panel(qtbot, guests) -> TablesPanel:
    guests.tables.setFocus()
    qtbot.keyClick(guests.tables, ENTER)
    return guests.seating


def pairs(workspace: Workspace, session_id: SessionId) -> list[PairRow]:
    with workspace.read() as tx:
        return pairs_of(tx, session_id)


def places(workspace: Workspace, session_id: SessionId) -> dict[str, int | None]:
    with workspace.read() as tx:
        return {one.name: one.table for one in coming_seats(tx, session_id)}


def choose(qtbot, field, letters: str) -> None:
    field.combo.setFocus()
    qtbot.keyClicks(field.combo, letters)


def apart(qtbot, panel) -> None:
    choose(qtbot, panel.first, "Ada")
    choose(qtbot, panel.second, "Bo")
    qtbot.keyClick(panel.add, ENTER)


def test_two_are_kept_apart_and_seated_so_without_a_mouse(qtbot, panel, workspace, session_id):
    apart(qtbot, panel)
    (row,) = pairs(workspace, session_id)
    assert ({row.first, row.second}, row.kind, row.session_id) == ({"Ada", "Bo"}, SeatKind.APART, session_id)
    panel.count.setFocus()
    qtbot.keyClicks(panel.count.line, "2")
    qtbot.keyClick(panel.count.line, ENTER)
    found = places(workspace, session_id)
    assert found["Ada"] != found["Bo"]
    assert panel.isHidden()


def test_too_few_tables_are_said_beside_the_button_and_nobody_is_seated(qtbot, panel, workspace, session_id):
    apart(qtbot, panel)
    panel.count.set_text("1")
    qtbot.keyClick(panel.do, ENTER)
    assert "can sit apart at 1 table. Type more tables" in panel.refusal.text()
    assert panel.do.accessibleDescription() == panel.refusal.text()
    assert set(places(workspace, session_id).values()) == {None}


def test_a_pair_for_every_session_is_listed_in_words_and_removed(qtbot, panel, workspace, session_id):
    panel.kind.set_text(SeatKind.TOGETHER)
    panel.scope.set_text(ALWAYS)
    apart(qtbot, panel)
    assert [row.session_id for row in pairs(workspace, session_id)] == [None]
    (drop,) = panel.drops
    assert drop.accessibleName().endswith("always sit together.")
    qtbot.keyClick(drop, ENTER)
    assert pairs(workspace, session_id) == []
    assert panel.drops == []


def test_a_pair_of_one_is_refused_in_words(qtbot, panel, workspace, session_id):
    choose(qtbot, panel.first, "Ada")
    qtbot.keyClick(panel.add, ENTER)
    assert panel.refusal.text() == "Choose two people first."
    choose(qtbot, panel.second, "Ada")
    qtbot.keyClick(panel.add, ENTER)
    assert panel.refusal.isVisible()
    assert pairs(workspace, session_id) == []


def test_who_was_placed_by_hand_stays_when_the_box_is_ticked(qtbot, guests, workspace, session_id, people):
    guests.table.select(people["Ada"])
    guests.acts.at_table.set_text("4")
    guests.acts.at_table.left_changed.emit("4")
    guests.tables.click()
    qtbot.keyClick(guests.seating.keep, Qt.Key.Key_Space)
    guests.seating.do.click()
    assert places(workspace, session_id)["Ada"] == 4
    guests.tables.click()
    qtbot.keyClick(guests.seating.keep, Qt.Key.Key_Space)
    guests.seating.do.click()
    assert places(workspace, session_id)["Ada"] == 1


def test_whom_somebody_supports_is_shown_while_a_name_is_searched(qtbot, guests, people):
    guests.table.select(people["Ada"])
    guests.acts.supports.left_changed.emit(people["Bo"])
    qtbot.keyClicks(guests.search.line, "ad")
    assert guests.acts.supports.text() == people["Bo"]
