# SPDX-License-Identifier: GPL-3.0-or-later
"""The kitchen sheet, the access needs, certificates and letters, joined to the records."""

from datetime import UTC, date, datetime

import pytest

from app.attendance import commands
from app.documents import access_needs_sheet, certificate, kitchen_sheet, thank_you_letter
from app.documents.certificate import Contributor
from app.documents.document import Asked
from app.documents.kitchen_sheet import Allergy, Diet
from app.documents.queries import read_spare_slips
from app.erasure.commands import erase_person
from app.people.belongings import add_need
from app.people.kinds import SetUp
from app.settings.commands import change_setting
from app.settings.schema import CONTACT, ORGANISATION
from app.workspace import Workspace
from db.journal import Op
from db.models.attendance import attendance_id
from db.types import PersonId, Role, SessionId, Status
from tests.builders import add_person, add_project, add_session

NINE = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 26, 11, 28, tzinfo=UTC)
DAY = date(2026, 11, 26)


@pytest.fixture
def session_id(workspace: Workspace) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        project = add_project(tx, "Clear letters").id
        settled = {"purpose": "Agree the first letter", "facilitators": "Ruth Abara"}
        return add_session(tx, "Joint event", project_id=project, **settled).id


@pytest.fixture
def people(workspace: Workspace, session_id: SessionId) -> dict[str, PersonId]:
    told = {
        "Shirin Akter": {"family_name": "Akter", "diet": "Halal", "allergy": "Sesame"},
        "Tom Okafor": {"family_name": "Okafor", "diet": "halal", "do_not_contact": True},
        "Maryam": {"known_as": "Mimi", "allergy": "Milk"},
        "Kim Lee": {"family_name": "Lee", "diet": "Vegan"},
    }
    with workspace.change(Op.INVITE) as tx:
        known = {name: add_person(tx, name, **rest).id for name, rest in told.items()}
        commands.invite(tx, session_id, known.values(), Role.COMMUNITY)
        add_need(tx, known["Shirin Akter"], "bsl", today=DAY, detail="Two interpreters")
        add_need(tx, known["Tom Okafor"], "hearing_loop", today=DAY)
        commands.set_status(tx, attendance_id(session_id, known["Kim Lee"]), Status.DECLINED)
    return known


def come(workspace: Workspace, session_id: SessionId, *people: PersonId) -> None:
    with workspace.change(Op.CHECK_IN) as tx:
        for person in people:
            commands.check_in(tx, session_id, person, at=NINE, now=NINE)


def read(module, workspace: Workspace, session_id: SessionId, spares: int = 0):
    with workspace.read() as tx:
        return module.read(tx, Asked(workspace, session_id, spares=spares))


def test_the_kitchen_reads_short_names_and_only_of_those_with_an_allergy(workspace, session_id, people):
    sheet = read(kitchen_sheet, workspace, session_id)
    assert sheet.allergies == (Allergy("Shirin A.", "Sesame", "Halal"), Allergy("Mimi", "Milk", ""))
    assert (sheet.people, sheet.diets, sheet.without_diet) == (3, (Diet("Halal", 2),), 1)


def test_people_without_names_are_fed_too(workspace, session_id, people):
    with workspace.change(Op.COUNT_HEADS) as tx:
        commands.count_heads(tx, session_id, Role.OBSERVER, 4)
    assert read(kitchen_sheet, workspace, session_id).people == 7


def test_needs_of_those_who_come_are_listed_by_when_they_must_be_settled(workspace, session_id, people):
    needs = read(access_needs_sheet, workspace, session_id).needs
    assert [(need.what, need.detail, need.name, need.by) for need in needs] == [
        ("BSL interpreter", "Two interpreters", "Shirin Akter", SetUp.DAY),
        ("Hearing loop", "", "Tom Okafor", SetUp.DOORS),
    ]
    assert [need.settled for need in needs] == [False, False]


def test_needs_of_those_who_do_not_come_are_not_listed(workspace, session_id, people):
    with workspace.change(Op.CHANGE_ATTENDANCE) as tx:
        commands.set_status(tx, attendance_id(session_id, people["Tom Okafor"]), Status.CANCELLED)
    assert [need.name for need in read(access_needs_sheet, workspace, session_id).needs] == ["Shirin Akter"]


def test_only_those_who_came_have_a_certificate(workspace, session_id, people):
    come(workspace, session_id, people["Maryam"], people["Shirin Akter"])
    with workspace.change(Op.CHECK_OUT) as tx:
        commands.check_out(tx, attendance_id(session_id, people["Maryam"]), at=LATER, now=LATER)
    made = read(certificate, workspace, session_id)
    assert made.people == (Contributor("Shirin Akter"), Contributor("Maryam", 150))
    assert (made.project, made.purpose, made.blanks) == ("Clear letters", "Agree the first letter", 0)


def test_before_anybody_came_there_is_a_blank_certificate(workspace, session_id, people):
    made = read(certificate, workspace, session_id)
    assert (made.people, made.blanks) == ((), 1)


def test_who_asked_not_to_be_contacted_is_counted_and_has_no_letter(workspace, session_id, people):
    come(workspace, session_id, *people.values())
    with workspace.change(Op.CHANGE_SETTING) as tx:
        change_setting(tx, CONTACT, "0113 496 0000")
        change_setting(tx, ORGANISATION, "Leeds Together")
    made = read(thank_you_letter, workspace, session_id)
    assert sorted(person.spoken_to for person in made.people) == ["Kim Lee", "Mimi", "Shirin Akter"]
    assert made.not_contacted == 1
    assert (made.letterhead.organisation, made.letterhead.contact) == ("Leeds Together", "0113 496 0000")
    assert made.signed_by == "Ruth Abara"


def test_who_was_erased_is_on_none_of_them(workspace, session_id, people):
    come(workspace, session_id, people["Shirin Akter"], people["Maryam"])
    with workspace.change(Op.CHECK_OUT) as tx:
        commands.check_out(tx, attendance_id(session_id, people["Shirin Akter"]), at=LATER, now=LATER)
    with workspace.change(Op.ERASE_PERSON) as tx:
        erase_person(tx, people["Shirin Akter"], "Shirin Akter", today=DAY)
    assert [one.name for one in read(certificate, workspace, session_id).people] == ["Maryam"]
    assert [one.name for one in read(thank_you_letter, workspace, session_id).people] == ["Maryam"]
    assert [one.name for one in read(kitchen_sheet, workspace, session_id).allergies] == ["Mimi"]
    assert [need.name for need in read(access_needs_sheet, workspace, session_id).needs] == ["Tom Okafor"]


def test_numbers_of_spare_slips_are_on_no_sheet(workspace, session_id, people):
    with workspace.read() as tx:
        slips = read_spare_slips(tx, Asked(workspace, session_id))
    assert (slips.rows, slips.first_number) == ((), 3 + 8 + 6 + 1)
