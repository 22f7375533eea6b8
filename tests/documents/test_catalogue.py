# SPDX-License-Identifier: GPL-3.0-or-later
"""The documents there are, and what their files are called."""

from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.documents.catalogue import DOCUMENTS, EVACUATION_LIST, SIGN_IN_SHEET, DocumentClass, document_named
from app.errors import NotFound
from tests.documents.samples import STANDARD, evacuation, sign_in

DAY = date(2026, 11, 26)


def test_documents_have_the_names_that_commands_use():
    assert [document.name for document in DOCUMENTS] == [
        "invitation-letter",
        "address-labels",
        "call-list",
        "run-sheet",
        "agenda",
        "materials",
        "sign-in-sheet",
        "spare-slips",
        "evacuation-list",
        "access-needs",
        "kitchen-sheet",
        "transport-sheet",
        "table-plan",
        "table-signs",
        "ground-rules",
        "name-badges",
        "label-check",
        "decisions",
        "planned-and-actual",
        "reflections",
        "incident-note",
        "certificates",
        "thank-you-letters",
    ]


def test_what_tells_of_needs_health_or_where_people_live_is_restricted():
    restricted = [one.name for one in DOCUMENTS if one.shown_to is DocumentClass.RESTRICTED]
    assert restricted == [
        "address-labels",
        "call-list",
        "evacuation-list",
        "access-needs",
        "kitchen-sheet",
        "transport-sheet",
        "incident-note",
    ]
    assert SIGN_IN_SHEET.shown_to is DocumentClass.ROOM


def test_every_document_says_where_it_goes():
    assert len({one.place() for one in DOCUMENTS}) == len(DOCUMENTS)


def test_a_document_is_found_by_its_name():
    assert document_named("evacuation-list") is EVACUATION_LIST


def test_a_name_that_no_document_has_is_refused():
    with pytest.raises(NotFound):
        document_named("seating-plan")


def test_a_file_is_named_after_project_session_and_day():
    name = SIGN_IN_SHEET.file_name(project="Warmer welcome", session="First visit: ideas", on=DAY)
    assert name == "Warmer welcome - First visit ideas - 2026-11-26 - Sign-in sheet.pdf"


@given(some.text(), some.text())
def test_any_title_makes_a_file_name_that_every_system_takes(project, session):
    name = EVACUATION_LIST.file_name(project=project, session=session, on=DAY)
    assert not set(name) & set('<>:"/\\|?*\n\t\0')
    assert name.endswith("2026-11-26 - Evacuation list.pdf")
    assert len(name) < 170


def test_both_are_built_from_their_content():
    assert SIGN_IN_SHEET.build(sign_in(), BytesIO(), STANDARD).pages == 1
    assert EVACUATION_LIST.build(evacuation(), BytesIO(), STANDARD).pages == 1
