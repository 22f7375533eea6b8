# SPDX-License-Identifier: GPL-3.0-or-later
"""Badges as the records have them: who is expected, what the team and the laptop settled."""

import pytest

from app.attendance.commands import invite, set_status
from app.documents import label_check, name_badges
from app.documents.document import Asked
from app.documents.labels import Offset
from app.documents.name_badges import BLANKS, Badge
from app.settings.commands import change_setting
from app.settings.schema import BADGE_ROLES, LABEL_DOWN, LABEL_FIRST, LABEL_RIGHT, LABEL_SHEET
from app.workspace import Workspace
from db.journal import Op
from db.models.attendance import attendance_id
from db.types import Role, SessionId, Status
from tests.builders import add_person, add_session


@pytest.fixture
def session_id(workspace: Workspace) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        return add_session(tx).id


def invited(workspace: Workspace, session_id: SessionId, name: str, **told: str) -> None:
    with workspace.change(Op.INVITE) as tx:
        invite(tx, session_id, [add_person(tx, name=name, **told).id], Role.CARER)


def badges(workspace: Workspace, session_id: SessionId, spares: int = 0):
    with workspace.read() as tx:
        return name_badges.read(tx, Asked(workspace, session_id, spares=spares))


def test_everybody_who_is_expected_has_a_badge_in_the_order_of_names(workspace, session_id):
    invited(workspace, session_id, "Shirin Akter", family_name="Akter", known_as="Shiri", pronouns="she/her")
    invited(workspace, session_id, "李 陈", known_as="Li")
    assert badges(workspace, session_id).people == (
        Badge("Shiri", ("Shirin Akter", "she/her")),
        Badge("Li", ("李 陈",)),
    )


def test_who_said_no_has_none(workspace, session_id):
    with workspace.change(Op.INVITE) as tx:
        person_id = add_person(tx).id
        invite(tx, session_id, [person_id], None)
        set_status(tx, attendance_id(session_id, person_id), Status.DECLINED)
    assert badges(workspace, session_id).people == ()


def test_blank_badges_are_for_who_walks_in(workspace, session_id):
    assert badges(workspace, session_id).blanks == BLANKS
    assert badges(workspace, session_id, spares=4).blanks == BLANKS + 4


def test_a_role_stands_there_only_when_the_team_says_so(workspace, session_id):
    invited(workspace, session_id, "Ada Byron", known_as="Ada")
    assert badges(workspace, session_id).people == (Badge("Ada", ("Ada Byron",)),)
    with workspace.change(Op.CHANGE_SETTING) as tx:
        change_setting(tx, BADGE_ROLES, "yes")
    assert badges(workspace, session_id).people == (Badge("Ada", ("Ada Byron", "Carer")),)


def test_the_sheet_and_how_far_the_printer_is_off_are_this_laptops(workspace, session_id, heard):
    with workspace.note() as tx:
        for wanted, typed in ((LABEL_SHEET, "labels-8"), (LABEL_RIGHT, "-2"), (LABEL_DOWN, "3"), (LABEL_FIRST, "9")):
            change_setting(tx, wanted, typed)
    content = badges(workspace, session_id)
    assert (content.sheet.name, content.offset, content.first) == ("labels-8", Offset(-2, 3), 8)
    assert heard == []


def test_the_check_is_not_moved_by_what_was_typed_before(workspace, session_id):
    with workspace.note() as tx:
        change_setting(tx, LABEL_SHEET, "labels-8")
    with workspace.read() as tx:
        assert label_check.read(tx, Asked(workspace, session_id)).sheet.name == "labels-8"
