"""Notes on paper: incidents as they were written, or a form for the hand; reflections by theme in three parts."""

from io import BytesIO

import pytest

from app.documents import reflections
from app.documents.catalogue import DocumentClass
from app.documents.document import Asked
from app.documents.incident_note import DOCUMENT, build, read
from app.documents.pack import WHOLE_PACK
from app.incidents.commands import add_incident_note
from app.incidents.rules import Noted, Telling
from app.reflections.commands import add_reflection
from db.journal import Op
from db.types import MemberId, ReflectionKind
from tests.builders import add_session
from tests.conftest import MORNING
from tests.documents.reading import page_texts
from tests.documents.samples import STANDARD

RUTH = MemberId("ruth")


@pytest.fixture
def session_id(workspace):
    with workspace.change(Op.ADD_SESSION) as tx:
        return add_session(tx, safeguarding_name="Ngozi Balogun").id


def said(workspace, session_id) -> str:
    out = BytesIO()
    with workspace.read() as tx:
        build(read(tx, Asked(workspace, session_id)), out, STANDARD)
    return " ".join(page_texts(out.getvalue()))


def test_a_note_prints_as_it_was_written_with_who_was_told_and_its_correction(workspace, session_id):
    with workspace.change(Op.ADD_INCIDENT_NOTE) as tx:
        noted, told = Noted("A chair fell", done="Ruth put it up"), Telling("Ngozi Balogun", "Lead")
        first = add_incident_note(tx, session_id, noted, by=RUTH, now=MORNING, telling=told)
    with workspace.change(Op.ADD_INCIDENT_NOTE) as tx:
        add_incident_note(tx, session_id, Noted("A table fell"), by=RUTH, now=MORNING, corrects=first)
    words = said(workspace, session_id)
    for each in ("A chair fell", "Ruth put it up", "Ngozi Balogun Lead", "A table fell", "Written by Ruth A."):
        assert each in words
    assert "A correction of the note: 26 November 2026 at 9:30" in words


def test_before_there_is_one_it_is_a_form_to_fill_in_by_hand(workspace, session_id):
    words = said(workspace, session_id)
    for each in ("Safeguarding lead: Ngozi Balogun", "What was seen and heard", "Who was told", "Signature"):
        assert each in words


def test_it_is_restricted_and_in_no_pack():
    assert DOCUMENT.shown_to is DocumentClass.RESTRICTED
    assert DOCUMENT.name not in WHOLE_PACK.holds


def test_reflections_stand_under_three_headings_for_each_theme(workspace, session_id):
    with workspace.change(Op.ADD_REFLECTION) as tx:
        kind, day = ReflectionKind.HEARD, MORNING.date()
        add_reflection(tx, session_id, kind, "They felt handled", theme="Being told why", by=RUTH, on=day)
    out = BytesIO()
    with workspace.read() as tx:
        reflections.build(reflections.read(tx, Asked(workspace, session_id)), out, STANDARD)
    words = " ".join(page_texts(out.getvalue()))
    order = [
        *("Being told why", "What we observed", "Nothing yet.", "How we understood what we heard"),
        *("They felt handled", "26 November 2026 · Ruth A.", "What evidence says", "Nothing yet."),
    ]
    places = [words.index(order[0])]
    for each in order[1:]:
        places.append(words.index(each, places[-1]))
    assert places == sorted(places)
