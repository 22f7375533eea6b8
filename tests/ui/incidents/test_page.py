"""The page for incident notes: reached with one key, kept as typed, discreet, and never the loser of a word."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.drafts import waiting
from app.incidents.queries import incident_notes
from app.sessions.commands import delete_session
from db.journal import Op
from tests.builders import add_attendance, add_person, add_session
from ui.places import Place

SEEN = "A chair fell over, nobody was near it"
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def session_id(workspace):
    with workspace.change(Op.ADD_SESSION) as tx:
        session = add_session(tx).id
        add_attendance(tx, session, add_person(tx, "Ada Obi").id)
        return session


@pytest.fixture
def window(make_window, session_id):
    made = make_window()
    made.desk.places.go(Place("session", session_id, "room"))
    return made


@pytest.fixture
def page(qtbot, window):
    qtbot.keyClick(window.window(), Qt.Key.Key_F5, SHIFT)
    return window.page


def notes(workspace, session_id):
    with workspace.read() as tx:
        return incident_notes(tx, session_id)


def write(qtbot, page, words=SEEN):
    qtbot.keyClicks(page.writing.seen.edit, words)
    page.writing.keep.setFocus()
    qtbot.keyClick(page.writing.keep, Qt.Key.Key_Return)


def test_one_key_leads_from_the_session_to_the_first_field(window, page):
    assert window.desk.places.here.page == "incident"
    assert page.writing.seen.edit.hasFocus()


def test_it_is_found_by_its_words_from_anywhere_in_the_session(window):
    words = [act.text().replace("&", "") for act in window.acts()]
    assert "Incident or safeguarding note" in words


def test_with_no_session_it_says_what_to_do(qtbot, make_window):
    made = make_window()
    qtbot.keyClick(made.window(), Qt.Key.Key_F5, SHIFT)
    assert made.page._said.title.text() == "An incident note belongs to a session. Open the session first."


def test_by_keys_alone_a_note_is_kept_with_who_was_told(qtbot, page, workspace, session_id):
    writing = page.writing
    for field, words in ((writing.at, "9:20"), (writing.telling.role, "999"), (writing.telling.at, "9.25")):
        field.edit.setFocus()
        qtbot.keyClicks(field.edit, words)
    writing.person.combo.setCurrentIndex(1)
    write(qtbot, page)
    (note,) = notes(workspace, session_id)
    assert (note.seen, note.at, note.people, note.entered_by) == (SEEN, time(9, 20), ("Ada Obi",), "Ruth A.")
    assert [(told.role, told.at) for told in note.told] == [("999", time(9, 25))]
    assert (writing.seen.text(), page.told.isVisible()) == ("", True)


def test_what_cannot_be_kept_is_said_at_its_field(qtbot, page, workspace, session_id):
    write(qtbot, page, "")
    assert page.writing.seen.refusal.startswith("A note says what happened")
    qtbot.keyClicks(page.writing.at.edit, "23:30")
    write(qtbot, page)
    assert page.writing.at.refusal == "26 November 2026 at 23:30 is still to come. Type when it was."
    page.writing.at.set_text("")
    page.writing.telling.at.set_text("9:00")
    page.writing.keep.click()
    assert page.writing.telling.name.refusal.startswith("Type who was told")
    page.writing.on.set_text("soon")
    page.writing.keep.click()
    assert (page.writing.on.refusal, notes(workspace, session_id)) == ("A day looks like 26/11/2026.", [])


def test_who_has_to_run_finds_what_was_typed_when_they_return(qtbot, page, window, workspace):
    qtbot.keyClicks(page.writing.seen.edit, SEEN)
    qtbot.keyClick(window.window(), Qt.Key.Key_Escape)
    assert window.desk.places.here.page == "session"
    qtbot.keyClick(window.window(), Qt.Key.Key_F5, SHIFT)
    assert page.writing.seen.text() == SEEN
    page.writing.keep.click()
    with workspace.read() as tx:
        assert waiting(tx, "incident|") == {}


def test_behind_the_cover_nothing_is_left_and_afterwards_it_is_given_back(qtbot, page, window):
    qtbot.keyClicks(page.writing.seen.edit, SEEN)
    window.empty()
    window.fill()
    assert window.page is not page
    assert window.page.writing.seen.text() == SEEN


def held(page):
    """Return every word that any widget of the page holds, shown or not."""
    labels = [label.text() for label in page.findChildren(QLabel)]
    return " ".join([*labels, *(part.accessibleName() for part in page.findChildren(QWidget))])


def test_earlier_notes_are_in_no_widget_until_asked_for(qtbot, page):
    write(qtbot, page)
    assert (page.notes, SEEN in held(page)) == ([], False)
    page.earlier.click()
    assert (page.notes[0].isVisible(), SEEN in held(page)) == (True, True)
    page.earlier.click()
    qtbot.waitUntil(lambda: SEEN not in held(page))
    assert page.notes == []


def test_earlier_notes_are_in_no_widget_once_another_page_is_shown(qtbot, page, window, session_id):
    write(qtbot, page)
    page.earlier.click()
    window.desk.places.go(Place("session", session_id, "room"))
    qtbot.waitUntil(lambda: SEEN not in held(page))
    qtbot.keyClick(window.window(), Qt.Key.Key_F5, SHIFT)
    assert (page.notes, page.earlier.text()) == ([], "Show earlier notes")


def test_who_was_told_since_is_added_to_the_note(qtbot, page, workspace, session_id):
    write(qtbot, page)
    page.earlier.click()
    (note,) = page.notes
    note.tell.click()
    note.keep_told.click()
    assert note.telling.name.refusal.startswith("Type who was told")
    qtbot.keyClicks(note.telling.name.edit, "Ngozi Balogun")
    qtbot.keyClicks(note.telling.at.edit, "9:29")
    note.keep_told.click()
    assert [(told.name, told.at) for told in notes(workspace, session_id)[0].told] == [("Ngozi Balogun", time(9, 29))]


def test_a_correction_is_written_beside_it(qtbot, page, workspace, session_id, clock):
    write(qtbot, page)
    clock.pass_time(minutes=2)
    page.earlier.click()
    page.notes[0].correct.click()
    assert page.writing.heading.text() == "Correction of the note: 26 November 2026"
    write(qtbot, page, "It was a table")
    first, second = notes(workspace, session_id)
    assert (first.seen, second.seen, second.corrects_id) == (SEEN, "It was a table", first.id)


def test_a_correction_that_is_left_for_a_new_note_waits_by_itself(qtbot, page):
    write(qtbot, page)
    page.earlier.click()
    page.notes[0].correct.click()
    qtbot.keyClicks(page.writing.seen.edit, "It was a table")
    page.writing.instead.click()
    assert page.writing.seen.text() == ""
    page.notes[0].correct.click()
    assert page.writing.seen.text() == "It was a table"


def test_ctrl_z_says_why_it_stays(qtbot, page, window, workspace, session_id):
    write(qtbot, page)
    qtbot.keyClick(window.window(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page._said.title.text().startswith("An incident note is not taken back. Add a correction")
    assert len(notes(workspace, session_id)) == 1


def test_the_notes_are_looked_at_before_they_are_printed(qtbot, page, window):
    page.print.click()
    assert (window.desk.places.here.page, "incident-note" in str(window.desk.places.here)) == ("preview", True)


def test_a_session_that_is_gone_leads_to_the_list(page, window, workspace, session_id):
    with workspace.change(Op.DELETE_SESSION) as tx:
        delete_session(tx, session_id)
    assert window.desk.places.here.page == "sessions"


def test_the_room_leads_there_too(qtbot, window):
    note = window.page.tab.called.note
    assert note.isVisible()
    note.click()
    assert window.desk.places.here.page == "incident"
