# SPDX-License-Identifier: GPL-3.0-or-later
"""Invitations joined to the records: who has one, and who asked to be left alone."""

from datetime import time

import pytest

from app.attendance import commands
from app.documents import address_labels, call_list, invitation_letter
from app.documents.address_labels import Address
from app.documents.call_list import ToCall
from app.documents.document import Asked
from app.documents.letterhead import Addressee
from app.sessions.commands import answer_access, change_session
from app.workspace import Workspace
from db.journal import Op
from db.models.attendance import attendance_id
from db.types import Answer, PersonId, Role, SessionId, Spectrum, Status
from tests.builders import add_person, add_session, add_venue

PEOPLE = {
    "Shirin Akter": {"phone": "07700 900101", "reach_by": "After three", "address": "12 Mill Lane, Leeds"},
    "Tom Okafor": {"known_as": "Tommy", "email": "tom@example.org", "address": "1 High Street\n\nLeeds LS1 1AA"},
    "Maryam": {},
    "Winifred Ogglesby": {"do_not_contact": True, "phone": "07700 900102", "address": "9 Dock Road, Leeds"},
    "Kim Lee": {"phone": "07700 900103", "address": "3 Dock Road, Leeds"},
}


@pytest.fixture
def session_id(workspace: Workspace) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        venue = add_venue(tx, "Oakfield Centre", address="4 Oak Street\nLeeds")
        answer_access(tx, venue.id, "step_free", answer=Answer.YES, note=None)
        answer_access(tx, venue.id, "hearing_loop", answer=Answer.NO, note="We bring one.")
        session = add_session(tx, spectrum=Spectrum.CO_DESIGN, venue_id=venue.id, room="Garden Room").id
        change_session(tx, session, doors_at=time(9, 30))
    return session


@pytest.fixture(autouse=True)
def people(workspace: Workspace, session_id: SessionId) -> dict[str, PersonId]:
    with workspace.change(Op.INVITE) as tx:
        known = {name: add_person(tx, name, **rest).id for name, rest in PEOPLE.items()}
        commands.invite(tx, session_id, known.values(), Role.COMMUNITY)
        commands.set_status(tx, attendance_id(session_id, known["Kim Lee"]), Status.ACCEPTED)
    return known


def read(module, workspace: Workspace, session_id: SessionId):
    with workspace.read() as tx:
        return module.read(tx, Asked(workspace, session_id))


def test_letters_go_to_who_has_not_answered_and_may_be_contacted(workspace, session_id):
    letters = read(invitation_letter, workspace, session_id)
    assert letters.people == (
        Addressee("Maryam", "Maryam"),
        Addressee("Shirin Akter", "Shirin Akter"),
        Addressee("Tom Okafor", "Tommy"),
    )
    assert (letters.not_contacted, letters.without_address) == (1, 1)


def test_letters_say_what_is_known_of_the_place_and_nothing_of_what_is_not(workspace, session_id):
    letters = read(invitation_letter, workspace, session_id)
    assert letters.when == "Thursday 26 November 2026 · Doors open 9:30 · 10:00 to 12:30"
    assert letters.where == ("Oakfield Centre, Garden Room", "4 Oak Street, Leeds")
    assert letters.access == ("Step-free way in: yes", "Hearing loop: no. We bring one.")
    assert letters.promise.words.startswith("What you say will become part of the design.")


def test_letters_of_a_session_without_venue_and_spectrum_promise_nothing(workspace, session_id):
    with workspace.change(Op.CHANGE_SESSION) as tx:
        change_session(tx, session_id, venue_id=None, spectrum=None, held_on=None, room=None)
    letters = read(invitation_letter, workspace, session_id)
    assert (letters.when, letters.where, letters.access, letters.promise.words) == ("", (), (), "")


def test_labels_go_to_those_of_them_who_have_an_address(workspace, session_id):
    labels = read(address_labels, workspace, session_id)
    assert labels.people == (
        Address("Shirin Akter", ("12 Mill Lane", "Leeds")),
        Address("Tom Okafor", ("1 High Street", "Leeds LS1 1AA")),
    )
    assert (labels.not_contacted, labels.without_address) == (1, 1)


def test_the_call_list_has_those_with_a_number_and_how_to_reach_the_others(workspace, session_id):
    calls = read(call_list, workspace, session_id)
    assert calls.to_ring == (ToCall("Shirin Akter", "07700 900101", "After three"),)
    assert calls.no_number == (ToCall("Maryam", "", ""), ToCall("Tom Okafor", "", "tom@example.org"))
    assert calls.not_contacted == 1
