"""What the records take is printed: every sheet is drawn, and its words can be read in it."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from hypothesis import HealthCheck, assume, example, given, settings

from app.documents import evacuation_list, sign_in_sheet
from app.documents.catalogue import DOCUMENTS, SIGN_IN_SHEET
from app.documents.sign_in_sheet import SignInMode
from app.errors import Refused
from app.people import naming
from tests.documents.note_samples import incident, reflections
from tests.documents.plan_samples import agenda, decisions, ground_rules, materials, planned_and_actual, run_sheet
from tests.documents.samples import LARGE, STANDARD, evacuation, sign_in
from tests.documents.session_samples import (
    access,
    addresses,
    badges,
    calls,
    certificates,
    invitations,
    kitchen,
    letters,
    table_plan,
    transport,
)
from tests.examples import EXAMPLES
from tests.torture.texts import HURTS, TEXTS

SLOW = settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)


def taken(text: str) -> str | None:
    """Return a name as the records keep it, or None where they refuse it."""
    try:
        return naming.name(text)
    except Refused:
        return None


BUILT: dict[str, Callable[..., Any]] = {
    "run-sheet": run_sheet,
    "agenda": agenda,
    "materials": materials,
    "decisions": decisions,
    "planned-and-actual": planned_and_actual,
    "ground-rules": ground_rules,
    "invitation-letter": invitations,
    "address-labels": addresses,
    "call-list": calls,
    "transport-sheet": transport,
    "access-needs": access,
    "kitchen-sheet": kitchen,
    "table-plan": table_plan,
    "name-badges": badges,
    "certificates": certificates,
    "thank-you-letters": letters,
    "incident-note": incident,
    "reflections": reflections,
}
DRAWN_BY_NAME = {"sign-in-sheet", "evacuation-list"}  # one name after the other
WITHOUT_WORDS = {"spare-slips", "table-signs", "label-check"}
DOCUMENTS_BY_NAME = {document.name: document for document in DOCUMENTS}
NAMES = {key: name for key, text in HURTS.items() if (name := taken(text)) is not None and len(name) < 1000}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_every_name_is_printed_on_every_sheet(name: str):
    assert_printed(name)


def test_every_document_is_drawn_here_or_says_no_words_of_others():
    assert BUILT.keys() | DRAWN_BY_NAME | WITHOUT_WORDS == DOCUMENTS_BY_NAME.keys()


@pytest.mark.parametrize("document", BUILT)
def test_what_hurts_is_printed_on_every_document_all_at_once(document: str):
    drawn = BytesIO()
    DOCUMENTS_BY_NAME[document].build(BUILT[document](*NAMES.values()), drawn, STANDARD)
    assert "Ada" in pages(drawn)


@SLOW
@given(text=TEXTS)
def test_mixtures_are_printed(text: str):
    name = taken(text)
    assume(name is not None)
    assert_printed(str(name))


@SLOW
@given(project=TEXTS, session=TEXTS)
@example(project=HURTS["combining"], session=HURTS["combining"])
@example(project="陳" * 80, session="👩🏽" * 80)
def test_a_file_can_be_named_after_anything(project: str, session: str, tmp_path_factory: pytest.TempPathFactory):
    name = SIGN_IN_SHEET.file_name(project=project, session=session, on=date(2026, 11, 26))
    path = tmp_path_factory.mktemp("out") / name
    path.write_bytes(b"")
    assert path.parent.joinpath(path.name) == path
    assert len(f"{name}.tmp".encode()) < 255


def assert_printed(name: str) -> None:
    for style in (STANDARD, LARGE):
        for mode in SignInMode:
            drawn = BytesIO()
            sign_in_sheet.build(sign_in(name, "Ruth Abara", mode=mode), drawn, style)
            if mode is not SignInMode.LIST:
                pages(drawn)
        drawn = BytesIO()
        evacuation_list.build(evacuation(name, "Ruth Abara"), drawn, style)
        assert "Abara" in pages(drawn)


def pages(drawn: BytesIO) -> str:
    with pypdfium2.PdfDocument(drawn.getvalue()) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
