"""The Sessions page: lists by day, adding by name, projects and venues changed in place."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, QThreadPool

from app.journal.commands import undo
from app.sessions.cards import project_card, projects_list, venue_card, venues_list
from app.sessions.queries import sessions_list
from app.workspace import Workspace
from db.journal import Op
from db.types import Answer, Spectrum
from tests.builders import add_project, add_session, add_venue
from ui.actions import Action
from ui.places import Place
from ui.sessions.page import SessionsPage

LETTER = "Dear Zoë, শিরিন comes too.".encode()
ENTER = Qt.Key.Key_Return


@pytest.fixture
def furnished(workspace: Workspace) -> dict[str, str]:
    with workspace.change(Op.ADD_SESSION) as tx:
        letters, signs = add_project(tx).id, add_project(tx, "Signs").id
        known = {"letters": letters, "signs": signs, "oak": add_venue(tx, capacity=60).id}
        days = {"Now": (26, letters), "Later": (30, signs), "Before": (2, letters)}
        for title, (day, project) in days.items():
            known[title] = add_session(tx, title, held_on=date(2026, 11, day), project_id=project).id
    return known


@pytest.fixture
def page(desk, shown) -> SessionsPage:
    made = SessionsPage(desk)
    shown(made)
    return made


def test_where_nothing_is_planned_the_first_title_can_be_typed_at_once(qtbot, page):
    qtbot.waitUntil(page.listing.new_name.line.hasFocus)


def test_enter_in_the_search_opens_the_first_that_was_found(furnished, page, qtbot):
    qtbot.keyClicks(page.listing.search.line, "lat")
    qtbot.keyClick(page.listing.search.line, ENTER)
    assert page.desk.places.here == Place("session", furnished["Later"])


def test_a_search_in_vain_does_not_ask_for_a_first_one(furnished, page, qtbot):
    qtbot.keyClicks(page.listing.search.line, "zzz")
    assert page.listing.empty.title.text() == "Nothing found"


def titles(page):
    return [row.title for row in page.listing.model.rows]


def add(qtbot, page, name):
    qtbot.keyClicks(page.listing.new_name.line, name)
    qtbot.keyClick(page.listing.new_name.line, ENTER)


def act(page, action):
    next(one for one in page.actions() if one.data() is action).trigger()


def test_sessions_to_come_and_past_ones_are_two_lists(furnished, page):
    assert titles(page) == ["Now", "Later"]
    page.listing.which.choose("past")
    page.listing.refresh()
    assert titles(page) == ["Before"]


def test_sessions_are_found_by_letters_and_by_project(qtbot, furnished, page):
    qtbot.keyClicks(page.listing.search.line, "sig")
    assert titles(page) == ["Later"]
    page.listing.search.set_text("")
    page.listing.project.set_text(furnished["letters"])
    page.listing.refresh()
    assert titles(page) == ["Now"]


def test_the_first_session_brings_its_project_with_it(qtbot, workspace, desk, page):
    add(qtbot, page, "Listening circle")
    with workspace.read() as tx:
        (row,) = sessions_list(tx)
    assert (row.title, row.project) == ("Listening circle", "Listening circle")
    assert desk.places.here == Place("session", row.id, "details")


def test_with_several_projects_one_is_chosen_first(qtbot, workspace, furnished, page):
    add(qtbot, page, "Listening circle")
    assert page.listing.new_name.refusal == "Choose the project in the list below first."
    page.listing.project.set_text(furnished["signs"])
    qtbot.keyClick(page.listing.new_name.line, ENTER)
    with workspace.read() as tx:
        assert [row.project for row in sessions_list(tx) if row.title == "Listening circle"] == ["Signs"]


def test_enter_opens_the_chosen_session(qtbot, furnished, desk, page):
    page.listing.table.selectRow(1)
    qtbot.keyClick(page.listing.table, ENTER)
    assert desk.places.here == Place("session", furnished["Later"])


def test_a_project_is_added_and_changed_in_place(qtbot, workspace, page):
    act(page, Action.ADD_PROJECT)
    add(qtbot, page, "Signs")
    card = page.listing.card
    card.fields["aim"].lines.setPlainText("Nobody gets lost")
    card.fields["aim"].leave()
    card.fields["approach"].set_text(Spectrum.ENGAGE)
    card.fields["approach"]._saved = ""
    card.fields["approach"].leave()
    with workspace.read() as tx:
        found = project_card(tx, card.project_id)
    assert (found.aim, found.approach) == ("Nobody gets lost", Spectrum.ENGAGE)


def test_links_are_added_renamed_and_taken_away(qtbot, workspace, furnished, page):
    page.show_place(Place("sessions", furnished["signs"], "projects"))
    card = page.listing.card
    qtbot.keyClicks(card.resources.new_place.line, "https://example.org")
    qtbot.keyClick(card.resources.new_place.line, ENTER)
    with workspace.read() as tx:
        assert [row.title for row in project_card(tx, card.project_id).resources] == ["https://example.org"]
    card.resources.rows[0].title.line.setText("The guide")
    card.settle()
    with workspace.read() as tx:
        (row,) = project_card(tx, card.project_id).resources
        assert (row.title, row.location) == ("The guide", "https://example.org")
    card.resources.rows[0].remove.click()
    with workspace.read() as tx:
        assert project_card(tx, card.project_id).resources == ()


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "letter to শিরিন.pdf"
    path.write_bytes(LETTER)
    return path


@pytest.fixture
def files_of_signs(qtbot, furnished, page, answers, letter):
    """The links and files of a project with one file kept."""
    page.show_place(Place("sessions", furnished["signs"], "projects"))
    resources = page.listing.card.resources
    answers.file = letter
    resources.new_file.click()
    assert resources.new_file.reason == "A copy is being made."
    qtbot.waitUntil(lambda: bool(resources.rows))
    yield resources
    QThreadPool.globalInstance().waitForDone()


def test_a_file_is_kept_encrypted_and_taken_away_with_a_way_back(files_of_signs, workspace, letter):
    (line,) = files_of_signs.rows
    assert (line.title.text(), line.row.size, line.row.location) == (letter.name, len(LETTER), "")
    assert (letter.read_bytes(), files_of_signs.new_file.reason) == (LETTER, "")
    kept = [path.read_bytes() for path in (workspace.folder / "files").rglob("*") if path.is_file()]
    assert [LETTER in content for content in kept] == [False]
    heard = []
    workspace.observe(heard.append)
    line.remove.click()
    assert files_of_signs.rows == []
    with workspace.change(Op.UNDO, undoes=heard[0].dot) as tx:
        undo(tx, heard[0].dot)
    assert [line.row.file_name for line in files_of_signs.rows] == [letter.name]


def test_a_copy_of_a_file_is_saved_where_it_is_wanted(qtbot, files_of_signs, answers, tmp_path):
    answers.to = tmp_path / "copy.pdf"
    files_of_signs.rows[0].copy.click()
    qtbot.waitUntil(answers.to.exists)
    assert answers.to.read_bytes() == LETTER


def test_a_file_is_shown_under_a_name_that_tells_nothing(qtbot, files_of_signs, answers, desk):
    files_of_signs.rows[0].view.click()
    qtbot.waitUntil(lambda: bool(answers.shown))
    (path,) = answers.shown
    assert (path.name, path.read_bytes(), path.parent.parent) == ("file.pdf", LETTER, desk.viewer.folder)


def test_what_could_run_is_not_opened_and_a_missing_file_is_told(qtbot, files_of_signs, answers, page, tmp_path):
    answers.file = tmp_path / "setup.exe"
    files_of_signs.new_file.click()
    qtbot.waitUntil(lambda: page._said is not None)
    assert "cannot be read" in page._said.title.text()
    answers.file.write_bytes(b"MZ")
    files_of_signs.new_file.click()
    qtbot.waitUntil(lambda: len(files_of_signs.rows) == 2)
    assert [line.view.isEnabled() for line in files_of_signs.rows] == [True, False]


def test_a_project_with_sessions_says_why_it_stays(furnished, page, workspace):
    page.show_place(Place("sessions", furnished["signs"], "projects"))
    page.listing.card.delete.click()
    assert page._said.title.text() == "This project has 1 session, so it stays. Delete or move that first."
    with workspace.read() as tx:
        assert len(projects_list(tx)) == 2


def test_a_venue_is_added_changed_and_deleted(qtbot, workspace, page):
    act(page, Action.ADD_VENUE)
    add(qtbot, page, "Whitley Library")
    card = page.listing.card
    card.fields["capacity"].line.setText("40")
    card.fields["capacity"].leave()
    choice, note = card.answers["hearing_loop"]
    choice.set_text(Answer.YES)
    note.line.setText("Tested")
    note.leave()
    with workspace.read() as tx:
        found = venue_card(tx, card.venue_id)
    known = [(row.answer, row.note) for row in found.access if row.item == "hearing_loop"]
    assert (found.capacity, known) == (40, [(Answer.YES, "Tested")])
    card.delete.click()
    with workspace.read() as tx:
        assert venues_list(tx) == []
    assert page.listing.side.isHidden()


def test_a_capacity_in_words_is_refused_under_its_field(furnished, page):
    page.show_place(Place("sessions", furnished["oak"], "venues"))
    field = page.listing.card.fields["capacity"]
    field.line.setText("sixty")
    field.leave()
    assert field.refusal == "“sixty” is not a number of people. Type a whole number, such as 60."


def test_escape_closes_what_is_beside_the_list(furnished, page):
    page.show_place(Place("sessions", furnished["oak"], "venues"))
    assert [page.close_part(), page.close_part()] == [True, False]


def test_the_tabs_are_reached_by_keys(furnished, page):
    act(page, Action.NEXT_TAB)
    assert titles(page) == ["Clear letters", "Signs"]
    act(page, Action.LAST_TAB)
    act(page, Action.LAST_TAB)
    assert page.tabs.choice == "venues"


def test_ctrl_n_goes_to_the_name_of_a_new_one(qtbot, furnished, page):
    act(page, Action.NEW_HERE)
    act(page, Action.SEARCH_PAGE)
    page.listing.add.click()
    assert page.focusWidget() is page.listing.new_name.line
