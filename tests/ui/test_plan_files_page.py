"""A plan from a spreadsheet: every row is told before anything is added; and out again."""

from datetime import time
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt, QThreadPool

from app.agenda.commands import add_block, delete_blocks
from app.agenda.incoming import read_plan
from app.agenda.queries import plan_of
from app.sessions.commands import change_session, delete_session
from app.sessions.queries import session_header
from db.journal import Op
from tests.builders import add_session
from ui.agenda.files_page import PlanFilesPage
from ui.parts.banner import Banner
from ui.places import Place

PLAN = "Title,Duration,Skip,Mic\nWelcome,10,,Ines\nFilm,30,,\nRehearsal,5,x,\nTalk,,,\n"


@pytest.fixture
def session_id(workspace):
    with workspace.change(Op.ADD_SESSION) as tx:
        return add_session(tx).id


@pytest.fixture
def page(desk, shown, session_id):
    page = PlanFilesPage(desk)
    page.show_place(Place("plan-files", session_id))
    yield shown(page)
    QThreadPool.globalInstance().waitForDone()


@pytest.fixture
def read(page, qtbot, tmp_path, answers) -> PlanFilesPage:
    answers.file = tmp_path / "plan.csv"
    answers.file.write_text(PLAN)
    qtbot.keyClick(page.choose, Qt.Key.Key_Space)
    qtbot.waitUntil(page.take.isVisible)
    return page


def titles(workspace, session_id) -> list[str]:
    with workspace.read() as tx:
        return [block.title for block in plan_of(tx, session_id).blocks]


def spoken(page: PlanFilesPage) -> list[str]:
    column = page.model.columns[2]
    return [piece.words for line in page.model.rows for piece in column.cell(line).pieces]


def said(page: PlanFilesPage) -> str:
    return " ".join(banner.accessibleName() for banner in page.findChildren(Banner) if banner.isVisible())


def test_what_becomes_of_each_row_is_shown_and_nothing_is_added(read, workspace, session_id):
    assert spoken(read) == [
        "10 minutes",
        "30 minutes",
        "Left out, as it is marked to be skipped",
        "Refused: it says neither how long it is nor when it ends",
    ]
    assert "What stands under Mic is kept under what to do." in said(read)
    assert titles(workspace, session_id) == []


def test_the_blocks_are_added_by_keyboard_and_the_plan_is_shown(read, workspace, session_id, desk, qtbot):
    assert read.take.text() == "Add 2 blocks to the plan"
    qtbot.keyClick(read.take, Qt.Key.Key_Space)
    assert titles(workspace, session_id) == ["Welcome", "Film"]
    assert desk.places.here == Place("session", session_id, "plan")


@pytest.fixture
def early(page, qtbot, tmp_path, answers) -> PlanFilesPage:
    """A file that begins at 9:30 was taken into a session that begins at ten."""
    answers.file = tmp_path / "plan.csv"
    answers.file.write_text("Start,Title,Duration\n9:30,Talk,20\n9:50,Map,30\n")
    page.choose.click()
    qtbot.waitUntil(page.take.isVisible)
    page.take.click()
    return page


def starts_at(workspace, session_id) -> time | None:
    with workspace.read() as tx:
        return session_header(tx, session_id).starts_at


def test_a_file_that_begins_at_another_time_is_told_and_changes_nothing(early, workspace, session_id, desk):
    assert said(early) == (
        "2 blocks were added The file begins at 9:30, the session at 10:00. Nothing of the session was changed."
    )
    assert (titles(workspace, session_id), starts_at(workspace, session_id)) == (["Talk", "Map"], time(10))
    early.beginning.leave.click()
    assert (starts_at(workspace, session_id), desk.places.here.id) == (time(10), session_id)
    assert not early.beginning.isVisible()


def test_the_session_begins_when_the_file_does_by_one_button(early, qtbot, workspace, session_id, desk):
    assert early.beginning.begin.text() == "Begin at 9:30"
    qtbot.keyClick(early.beginning.begin, Qt.Key.Key_Space)
    assert starts_at(workspace, session_id) == time(9, 30)
    assert desk.places.here == Place("session", session_id, "plan")


def test_a_beginning_that_cannot_be_is_refused_where_it_was_offered(early, qtbot, workspace, session_id):
    with workspace.change(Op.CHANGE_SESSION) as tx:
        change_session(tx, session_id, doors_at=time(9, 45))
    early.beginning.begin.click()
    assert starts_at(workspace, session_id) == time(10)
    assert early.beginning.isVisible()
    qtbot.waitUntil(lambda: "doors" in said(early).casefold())


def test_the_offer_goes_when_what_was_added_is_taken_back(early, workspace, session_id):
    with workspace.change(Op.DELETE_BLOCKS) as tx:
        delete_blocks(tx, [block.id for block in plan_of(tx, session_id).blocks])
    assert not early.beginning.isVisible()


def test_the_offer_goes_when_the_session_begins_at_another_time(early, workspace, session_id):
    with workspace.change(Op.CHANGE_SESSION) as tx:
        change_session(tx, session_id, starts_at=time(9))
    assert not early.beginning.isVisible()


def test_esc_takes_the_offer_away(early):
    assert early.close_part()
    assert not early.beginning.isVisible()
    assert not early.close_part()


def test_a_row_that_cannot_be_right_is_told_what_would_be(page, qtbot, tmp_path, answers):
    answers.file = tmp_path / "plan.csv"
    answers.file.write_text("Start,Title,Duration\n,Talk,20\n1:00,Lunch,45\nafter lunch,Map,20\n")
    page.choose.click()
    qtbot.waitUntil(page.take.isVisible)
    assert spoken(page) == [
        "20 minutes",
        "45 minutes, pinned to 1:00, before the plan begins at 10:00; after noon it would be 13:00",
        "Refused: “after lunch” under Start is no time of day; 9:30, 14:00, 2pm or nothing would be understood",
    ]


def test_leaving_it_adds_nothing(read, workspace, session_id):
    assert read.close_part()
    assert not read.take.isVisible()
    assert not read.close_part()
    assert titles(workspace, session_id) == []


def test_a_file_without_a_plan_is_said_so(page, qtbot, tmp_path, answers):
    answers.file = tmp_path / "people.csv"
    answers.file.write_text("Name,E-mail\nInes,i@example.org\n")
    page.choose.click()
    qtbot.waitUntil(lambda: "No plan was found" in said(page))


def test_a_plan_is_saved_as_a_spreadsheet_that_can_be_read(page, qtbot, workspace, session_id, tmp_path, answers):
    with workspace.change(Op.ADD_BLOCK) as tx:
        add_block(tx, session_id, "Welcome")
    answers.to = tmp_path / "plan.xlsx"
    page.to_spreadsheet.click()
    qtbot.waitUntil(page.told.isVisible)
    assert [block.title for block in read_plan(answers.to).blocks] == ["Welcome"]


def test_a_session_is_saved_for_calendars(page, qtbot, tmp_path, answers):
    answers.to = tmp_path / "session.ics"
    page.to_calendar.click()
    qtbot.waitUntil(page.told.isVisible)
    assert len(Calendar.from_ical(answers.to.read_bytes()).walk("VEVENT")) == 1


def test_a_session_without_a_day_is_in_no_calendar(page, qtbot, workspace, session_id, tmp_path, answers):
    with workspace.change(Op.CHANGE_SESSION) as tx:
        change_session(tx, session_id, held_on=None)
    answers.to = Path(tmp_path / "session.ics")
    page.to_calendar.click()
    qtbot.waitUntil(lambda: "has no day yet" in said(page))
    assert not answers.to.exists()


def test_a_session_that_is_gone_leads_back_to_the_list(page, desk, workspace, session_id):
    with workspace.change(Op.DELETE_SESSION) as tx:
        delete_session(tx, session_id)
    assert desk.places.here == Place("sessions")
