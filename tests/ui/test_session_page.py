"""One session: its head, its details saved as they are left, its list of people, and its sheets."""

import re
from datetime import date, time
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from app.agenda.commands import add_block
from app.attendance import commands
from app.attendance.queries import Show, room
from app.attendance.replies import Reply
from app.documents.commands import last_folder
from app.sessions.commands import change_session
from app.sessions.queries import session_header, sessions_list
from app.workspace import Workspace
from db.journal import Op
from db.types import PersonId, Role, SessionId, Spectrum, Status
from tests.builders import add_person, add_session, add_venue
from ui.actions import Action
from ui.agenda.plan_tab import PlanTab
from ui.attendance.people import PeopleTab
from ui.documents.preview_place import place_of
from ui.documents.saving import Wanted
from ui.places import Place
from ui.reflections.tab import ReflectionsTab
from ui.sessions.details import Details
from ui.sessions.session import SessionPage

ENTER = Qt.Key.Key_Return


@pytest.fixture
def session_id(workspace: Workspace) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        venue = add_venue(tx).id
        return add_session(tx, venue_id=venue, room="Main Hall", spectrum=Spectrum.CO_DESIGN).id


@pytest.fixture
def people(workspace: Workspace, session_id: SessionId) -> dict[str, PersonId]:
    """Ada and Bo are on the list, Cy is not."""
    with workspace.change(Op.INVITE) as tx:
        known = {name: add_person(tx, name).id for name in ("Ada", "Bo", "Cy")}
        commands.invite(tx, session_id, [known["Ada"], known["Bo"]], Role.COMMUNITY)
    return known


@pytest.fixture
def page(desk, shown, session_id) -> SessionPage:
    made = SessionPage(desk)
    made.show_place(Place("session", session_id, "details"))
    shown(made)
    return made


def act(page, action):
    next(one for one in page.actions() if one.data() is action).trigger()


def leave(field, text):
    field._show(text)
    field.leave()


def header(workspace, session_id):
    with workspace.read() as tx:
        return session_header(tx, session_id)


def listed(workspace, session_id):
    with workspace.read() as tx:
        return {row.name: row for row in room(tx, session_id, "", Show.ALL)}


def test_the_head_says_when_where_how_far_and_what_to_do(page):
    head = page.header
    assert (head.title.text(), head.when.text()) == ("Joint event", "Thursday 26 November, 10:00 to 12:30")
    assert (head.where.text(), head.how_far.text()) == ("Oakfield Community Centre, Main Hall", "Co-design, 4 of 5")
    assert head.things.text().endswith("things to do")
    assert (
        "Place: before doors open. Nobody knows yet where to gather in a fire. Next: Add" in head.pod.accessibleName()
    )


def test_the_pod_holds_the_lights_that_are_known_and_no_dead_ones(page):
    assert [light.what for light in page.header.pod._lights] == ["People", "Purpose", "Place"]


def test_whom_to_call_is_kept_in_details_and_seen_in_the_room(page, workspace, session_id):
    leave(page.tab.fields["wellbeing_name"], "Gwen Tregarthen")
    leave(page.tab.fields["wellbeing_phone"], "07700 900417")
    assert header(workspace, session_id).wellbeing_phone == "07700 900417"
    page.show_tab("room")
    called = page.tab.called
    assert called.upset.text() == "Somebody upset: Gwen Tregarthen, 07700 900417"
    assert called.at_risk.text() == "Somebody at risk: nobody named yet"
    assert called.upset.isVisible()


def test_a_field_is_saved_as_it_is_left(page, workspace, session_id):
    fields = page.tab.fields
    leave(fields["purpose"], "Agree three changes")
    leave(fields["held_on"], "1.12.2026")
    leave(fields["starts_at"], "9")
    found = header(workspace, session_id)
    assert (found.purpose, found.held_on, found.starts_at) == ("Agree three changes", date(2026, 12, 1), time(9))
    assert page.header.when.text() == "Tuesday 1 December, 9:00 to 12:30"


def test_an_end_before_the_start_is_refused_under_its_field(page, workspace, session_id):
    field = page.tab.fields["ends_at"]
    leave(field, "9:30")
    assert field.refusal == "The session starts at 10:00 and would end at 9:30. Type an end after the start."
    assert header(workspace, session_id).ends_at == time(12, 30)


def test_a_day_that_does_not_have_the_hour_of_a_pin_is_refused_under_its_field(page, workspace, session_id):
    with workspace.change(Op.ADD_BLOCK) as tx:
        change_session(tx, session_id, starts_at=time(0, 30))
        add_block(tx, session_id, "Stars", pinned_at=time(1, 30))
    leave(page.tab.fields["held_on"], "28.3.2027")
    assert page.tab.fields["held_on"].refusal.startswith("“Stars” is pinned to 1:30, which that day does not have")
    leave(page.tab.fields["starts_at"], "0:45")
    assert header(workspace, session_id).held_on == date(2026, 11, 26)


def test_choosing_how_far_shows_the_promise(page, workspace, session_id):
    leave(page.tab.fields["spectrum"], Spectrum.CONSULT)
    assert page.tab.promise.text().startswith("The promise: What you say will be weighed")
    leave(page.tab.fields["spectrum"], "")
    assert (header(workspace, session_id).spectrum, page.tab.promise.isHidden()) == (None, True)


def test_what_is_being_typed_survives_a_change_elsewhere(page, workspace, session_id):
    page.tab.fields["purpose"]._show("Half a sent")
    with workspace.change(Op.CHANGE_SESSION) as tx:
        change_session(tx, session_id, room="Small Hall")
    fields = page.tab.fields
    assert (fields["purpose"].text(), fields["room"].text()) == ("Half a sent", "Small Hall")


def test_leaving_a_tab_saves_what_is_being_typed(page, workspace, session_id):
    page.tab.fields["purpose"]._show("Agree three changes")
    page.show_tab("room")
    assert header(workspace, session_id).purpose == "Agree three changes"


def test_the_same_people_are_invited_to_a_duplicate(people, page, workspace, desk):
    page.tab.duplicate_people.click()
    copy = SessionId(desk.places.here.id)
    assert sorted(listed(workspace, copy)) == ["Ada", "Bo"]
    assert header(workspace, copy).held_on is None


def test_a_duplicate_and_a_deletion_are_on_the_page(page, desk, workspace, session_id):
    page.tab.duplicate.click()
    assert desk.places.here.id != session_id
    page.tab.delete.click()
    with workspace.read() as tx:
        assert session_id not in [row.id for row in sessions_list(tx)]
    assert desk.places.here == Place("sessions")


def test_the_tabs_are_reached_by_keys_and_come_round(page):
    page.show_tab("plan")
    act(page, Action.LAST_TAB)
    assert isinstance(page.tab, ReflectionsTab)
    act(page, Action.NEXT_TAB)
    assert isinstance(page.tab, PlanTab)
    act(page, Action.NEXT_TAB)
    assert isinstance(page.tab, Details)


def test_actions_of_another_tab_are_not_offered(page):
    page.show_tab("room")
    walk_in = next(one for one in page.actions() if one.data() is Action.WALK_IN)
    assert walk_in.isEnabled()
    page.show_tab("details")
    assert not walk_in.isEnabled()


@pytest.fixture
def guests(people, page) -> PeopleTab:
    page.show_tab("people")
    return page.tab


def test_two_letters_and_enter_put_somebody_on_the_list(qtbot, guests, workspace, session_id):
    qtbot.keyClicks(guests.search.line, "cy")
    qtbot.keyClick(guests.search.line, ENTER)
    assert "Cy" in listed(workspace, session_id)
    assert guests.search.text() == ""


def test_answer_roles_and_support_are_set_beside_the_name(guests, workspace, session_id, people):
    guests.table.select(people["Ada"])
    leave(guests.acts.status, Status.ACCEPTED)
    supporter = next(one for one in guests.acts.roles.choices.actions() if one.data() == Role.SUPPORTER)
    supporter.trigger()
    leave(guests.acts.supports, people["Bo"])
    row = listed(workspace, session_id)["Ada"]
    assert (row.status, row.supports_id) == (Status.ACCEPTED, people["Bo"])
    assert row.roles == (Role.COMMUNITY, Role.SUPPORTER)


def test_everybody_is_seated_and_one_is_given_another_table(qtbot, guests, workspace, session_id, people):
    guests.tables.click()
    guests.seating.do.click()
    assert {name: row.table for name, row in listed(workspace, session_id).items()} == {"Ada": 1, "Bo": 1}
    assert "1" in [guests.model.index(0, column).data() for column in range(guests.model.columnCount())]
    guests.table.select(people["Ada"])
    assert guests.acts.at_table.text() == "1"
    leave(guests.acts.at_table, "4")
    assert listed(workspace, session_id)["Ada"].table == 4
    leave(guests.acts.at_table, "by the door")
    assert "by the door is not a table" in guests.acts.at_table.edit.accessibleDescription()
    assert listed(workspace, session_id)["Ada"].table == 4


def test_somebody_is_taken_off_the_list(guests, workspace, session_id, people):
    guests.table.select(people["Bo"])
    guests.acts.remove.click()
    assert list(listed(workspace, session_id)) == ["Ada"]


def test_enter_on_a_row_goes_to_the_answer_or_puts_on_the_list(qtbot, guests, workspace, session_id, people):
    guests.search.line.setText("cy")
    guests.table.selectRow(0)
    qtbot.keyClick(guests.table, ENTER)
    assert "Cy" in listed(workspace, session_id)
    guests.table.select(people["Ada"])
    qtbot.keyClick(guests.table, ENTER)
    assert guests.focusWidget() is guests.acts.replies[Reply.YES]


def test_the_way_to_a_person_and_to_a_list_that_is_imported(guests, desk, people, page, session_id):
    guests.table.select(people["Ada"])
    act(page, Action.OPEN_PERSON)
    assert desk.places.here == Place("people", people["Ada"])
    guests.import_list.click()
    assert desk.places.here == Place("import", session_id)


def test_sheets_are_saved_into_a_folder_that_is_remembered(qtbot, page, people, answers, tmp_path, workspace):
    answers.to = tmp_path
    act(page, Action.PRINT)
    page.tab.save.click()
    qtbot.waitUntil(lambda: page.tab.said.isVisible())
    assert page.tab.said.title.text() == f"2 sheets saved in {tmp_path}."
    assert len(list(tmp_path.glob("*.pdf"))) == 2
    with workspace.read() as tx:
        assert last_folder(tx) == tmp_path

    shown = re.search(r"Password of “Evacuation list”: (\S+)\nWrite it down now", page.tab.said.sentence.text())
    assert opens(tmp_path, shown[1])
    assert not opens(tmp_path, None)


def test_a_password_of_ones_own_is_asked_for_until_it_protects(qtbot, page, people, answers, tmp_path):
    answers.to = tmp_path
    page.show_tab("print")
    leave(page.tab.protection.how, "own")
    page.tab.protection.own.line.setText("short")
    page.tab.save.click()
    assert "10 letters at least" in page.tab.protection.own.refusal
    page.tab.protection.own.line.setText("শিরিন ও রাফিয়া")
    page.tab.save.click()
    qtbot.waitUntil(lambda: page.tab.said.isVisible())
    assert page.tab.said.sentence.text() == page.tab.protection.own.text() == ""
    assert opens(tmp_path, "শিরিন ও রাফিয়া")


def test_without_a_password_is_a_choice_that_says_what_it_means(qtbot, page, people, answers, tmp_path):
    answers.to = tmp_path
    page.show_tab("print")
    assert not page.tab.protection.warning.isVisible()
    leave(page.tab.protection.how, "none")
    assert page.tab.protection.warning.isVisible()
    page.tab.save.click()
    qtbot.waitUntil(lambda: page.tab.said.isVisible())
    assert opens(tmp_path, None)
    assert page.tab.protection.made_here


def test_names_that_no_font_can_draw_are_asked_about_before_anything_is_saved(
    qtbot, page, people, answers, tmp_path, workspace, session_id
):
    with workspace.change(Op.INVITE) as tx:
        commands.invite(tx, session_id, [add_person(tx, "Li \U00012000").id], None)
    answers.to, answers.agrees = tmp_path, False
    page.show_tab("print")
    page.tab.save.click()
    qtbot.waitUntil(lambda: any("\U00012000" in asked for asked in answers.asked))
    assert list(tmp_path.glob("*.pdf")) == []
    answers.agrees = True
    page.tab.save.click()
    qtbot.waitUntil(lambda: page.tab.said.isVisible())
    assert "They are in: Li \U00012000" in page.tab.said.title.text()
    assert len(list(tmp_path.glob("*.pdf"))) == 2


def test_the_whole_pack_is_looked_at_with_one_press(page, people, desk, session_id):
    page.show_tab("print")
    page.tab.pack.click()
    assert desk.places.here == place_of(Wanted(session_id, ("whole-pack", "restricted-pack", "room-pack")))


def test_each_sheet_says_where_it_goes_and_whether_it_is_restricted(page, people):
    page.show_tab("print")
    said = {name: tick.accessibleDescription() for name, tick in page.tab.ticks.items()}
    assert said["sign-in-sheet"].startswith("On the table by the door.")
    assert said["kitchen-sheet"].startswith("Restricted. With whoever cooks.")
    assert [name for name, tick in page.tab.ticks.items() if tick.isChecked()] == ["sign-in-sheet", "evacuation-list"]


def test_leaving_the_tab_forgets_the_password(page, people):
    page.show_tab("print")
    sheets = page.tab
    leave(sheets.protection.how, "own")
    sheets.protection.own.line.setText("শিরিন ও রাফিয়া")
    page.show_tab("room")
    assert (sheets.protection.own.text(), sheets.protection.made_here) == ("", True)


def test_the_viewer_is_given_what_lies_on_the_table_and_nothing_restricted(qtbot, page, people, answers, desk):
    page.show_tab("print")
    page.tab.view.click()
    qtbot.waitUntil(lambda: bool(answers.shown))
    assert [path.relative_to(desk.viewer.folder).name for path in answers.shown] == ["Sign-in sheet.pdf"]
    page.tab.ticks["sign-in-sheet"].setChecked(False)
    assert (page.tab.view.isEnabled(), "restricted" in page.tab.view.reason) == (False, True)
    page.tab.ticks["evacuation-list"].setChecked(False)
    assert page.tab.view.reason == "Choose at least one sheet."
    assert not page.tab.protection.isVisible()


def test_without_a_viewer_it_says_what_to_do(qtbot, page, people, answers):
    answers.has_viewer = False
    page.show_tab("print")
    page.tab.view.click()
    qtbot.waitUntil(lambda: page._said is not None)
    assert page._said.title.text().startswith("No program for PDF files")


def test_nothing_chosen_cannot_be_saved_and_says_why(page):
    page.show_tab("print")
    for tick in page.tab.ticks.values():
        tick.setChecked(False)
    assert page.tab.save.reason == "Choose at least one sheet."


def opens(folder: Path, password: str | None) -> bool:
    (path,) = folder.glob("*Evacuation list.pdf")
    try:
        pypdfium2.PdfDocument(path, password=password).close()
    except pypdfium2.PdfiumError:
        return False
    return True


def test_the_evacuation_list_is_one_key_away_on_every_tab(qtbot, page, people, answers, tmp_path):
    answers.to = tmp_path
    page.save_evacuation_list()
    qtbot.waitUntil(lambda: page.told.isVisible())
    page.save_evacuation_list()
    qtbot.waitUntil(lambda: page._saving is not None and len(answers.asked) == 1)
    assert [path.name.endswith("Evacuation list.pdf") for path in tmp_path.glob("*.pdf")] == [True]
    assert "Password of “Evacuation list”: " in page.told.sentence.text()
    assert not opens(tmp_path, None)


def test_without_a_folder_nothing_is_saved(page, people, answers, tmp_path):
    page.save_evacuation_list()
    assert page._saving is None


def test_a_folder_that_cannot_be_written_is_said_on_the_page(qtbot, page, people, answers, tmp_path):
    answers.to = tmp_path / "gone"
    page.save_evacuation_list()
    qtbot.waitUntil(lambda: page._said is not None)
    assert "is not there any more" in page._said.title.text()
