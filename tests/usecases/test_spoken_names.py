# SPDX-License-Identifier: GPL-3.0-or-later
"""A name is said in the language of whoever has it, on every document that names them."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest

from app.attendance import commands
from app.attendance.guests import coming_guests
from app.documents.catalogue import document_named
from app.documents.document import Asked
from app.people.belongings import add_need
from app.transport.commands import need_ride
from app.workspace import Workspace
from db.journal import Op
from db.types import Role, SessionId
from tests.builders import add_person, add_session
from tests.documents.reading import page_texts, spoken_languages
from tests.documents.samples import STYLES

NINE = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
NAME = "نور احمد"  # by its letters alone it would be Arabic
ASKED = ("invitation-letter", "address-labels", "call-list")
THERE = ("table-plan", "access-needs", "kitchen-sheet", "transport-sheet", "certificates", "thank-you-letters")
OTHERS = ("sign-in-sheet", "evacuation-list", "name-badges")


@pytest.fixture
def session_id(workspace: Workspace) -> SessionId:
    with workspace.change(Op.INVITE) as tx:
        session = add_session(tx).id
        told = {"languages": "Urdu, English", "allergy": "Milk", "address": "12 Mill Lane", "phone": "07700 900101"}
        person = add_person(tx, NAME, **told).id
        commands.invite(tx, session, [person], Role.COMMUNITY)
        add_need(tx, person, "hearing_loop", today=date(2026, 11, 1))
        need_ride(tx, session, person)
    return session


def languages_of_name(workspace: Workspace, session_id: SessionId, name: str) -> set[str]:
    """Return in which languages the name is said, anywhere in what is made for any reader."""
    document = document_named(name)
    found: set[str] = set()
    for variant in document.variants:
        out = BytesIO()
        with workspace.read() as tx:
            document.build(document.read(tx, Asked(workspace, session_id)), out, STYLES[variant])
        for page in range(len(page_texts(out.getvalue()))):
            said = spoken_languages(out.getvalue(), page)
            found |= {language for _tag, language, words in said if NAME.split()[0] in words}
    return found


@pytest.mark.parametrize("name", ASKED)
def test_who_was_asked_is_named_in_the_first_of_their_languages_that_is_written_so(workspace, session_id, name):
    assert languages_of_name(workspace, session_id, name) == {"ur"}


@pytest.mark.parametrize("name", [*THERE, *OTHERS])
def test_who_came_is_named_in_the_first_of_their_languages_that_is_written_so(workspace, session_id, name):
    with workspace.change(Op.CHECK_IN) as tx:
        (guest,) = coming_guests(tx, session_id)
        commands.check_in(tx, session_id, guest.person_id, at=NINE, now=NINE)
    assert languages_of_name(workspace, session_id, name) == {"ur"}
