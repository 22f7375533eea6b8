"""The window hosts pages: going places, undoing, emptying, larger text, areas by key."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow

from db.journal import Op
from db.models import Member, Person
from db.types import MemberId
from tests.builders import add_person, add_session
from ui.actions import Action, described
from ui.main import open_window
from ui.places import Place
from ui.today.waiting import PLACES

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot, workspace, look, answers):
    frame = QMainWindow()
    qtbot.addWidget(frame)
    made = open_window(look, workspace, frame, answers)
    frame.setCentralWidget(made)
    frame.resize(1366, 768)
    with qtbot.waitActive(frame):
        frame.show()
    made.desk.places.go(Place("today"))
    yield made
    look.set_text_scale(1.0)


def names(workspace):
    with workspace.read() as tx:
        return [person.name for person in tx.query(Person)]


def press(qtbot, window, action):
    act = next(act for act in window.actions() if act.data() is action)
    act.trigger()


def test_the_rail_and_its_keys_lead_to_the_pages(window):
    window.rail.chosen.emit("people")
    assert window.page.accessibleName() == "People"
    next(act for act in window.actions() if act.shortcut().toString() == "Ctrl+1").trigger()
    assert window.page.accessibleName() == "Today"


def test_the_notice_goes_when_something_else_would_be_undone(window, workspace):
    with workspace.change(Op.ADD_PERSON) as tx:
        person = add_person(tx, "Ada")
    assert window.notice.sentence == "Ada added."
    with workspace.change(Op.CHANGE_PERSON) as tx:
        tx.get_one(Person, person.id).known_as = "Addie"
    assert window.notice.sentence == ""


def test_undo_and_redo_work_from_anywhere_and_the_notice_says_so(qtbot, window, workspace):
    with workspace.change(Op.ADD_PERSON) as tx:
        add_person(tx, "Ada")
    assert window.notice.sentence == "Ada added."
    press(qtbot, window, Action.UNDO)
    assert (names(workspace), window.notice.sentence) == ([], "Undone: new person, Ada.")
    press(qtbot, window, Action.REDO)
    assert names(workspace) == ["Ada"]


def test_with_nothing_to_undo_or_redo_it_says_so_for_a_while(qtbot, window):
    press(qtbot, window, Action.UNDO)
    assert window.notice.sentence.startswith("There is nothing to undo")
    press(qtbot, window, Action.REDO)
    assert window.notice.sentence == "There is nothing to redo."


def test_emptying_leaves_no_page_and_filling_comes_back_to_where_one_was(window):
    window.desk.places.go(Place("people"))
    window.empty()
    assert window.stack.count() == 0
    window.fill()
    assert window.page.accessibleName() == "People"


def test_text_grows_and_shrinks_by_steps_and_stays_in_its_bounds(qtbot, window):
    look = window.desk.look
    sizes = []
    for action in [Action.LARGER] * 5 + [Action.SMALLER] + [Action.USUAL_SIZE] + [Action.SMALLER]:
        press(qtbot, window, action)
        sizes.append(look.text_scale)
    assert sizes == [1.25, 1.5, 1.75, 2.0, 2.0, 1.75, 1.0, 1.0]


def test_f6_goes_round_the_areas_of_the_window(qtbot, window):
    seen = []
    for _ in range(3):
        press(qtbot, window, Action.NEXT_AREA)
        focused = QApplication.focusWidget()
        seen.append([area.isAncestorOf(focused) for area in (window.rail, window.stack, window.strip)].index(True))
    assert sorted(seen) == [0, 1, 2]


def test_the_strip_names_who_uses_the_laptop_and_follows(window, workspace):
    assert window.strip.items["member"].text() == "Ruth A."
    with workspace.change(Op.ADD_MEMBER) as tx:
        tx.add(Member(id=MemberId("sian"), name="Siân L."))
    workspace.use_as(MemberId("sian"))
    assert window.strip.items["member"].text() == "Siân L."


def test_escape_goes_back(qtbot, window):
    window.desk.places.go(Place("history"))
    press(qtbot, window, Action.BACK)
    assert window.page.accessibleName() == "Today"


@pytest.mark.parametrize(
    ("action", "signal"),
    [
        (Action.FIND, "find_asked"),
        (Action.HELP, "help_asked"),
        (Action.LOCK, "lock_asked"),
        (Action.COVER, "cover_asked"),
        (Action.QUIT, "quit_asked"),
    ],
)
def test_the_window_asks_for_what_is_not_its_own(qtbot, window, action, signal):
    with qtbot.waitSignal(getattr(window, signal)):
        press(qtbot, window, action)


def test_the_evacuation_list_is_one_key_away_on_every_page(qtbot, window, workspace, answers, tmp_path):
    with workspace.change(Op.ADD_SESSION) as tx:
        add_session(tx)
    answers.to = tmp_path
    press(qtbot, window, Action.EVACUATION_LIST)
    qtbot.waitUntil(lambda: any(path.suffix == ".pdf" for path in tmp_path.iterdir()))


def test_without_a_session_the_evacuation_key_says_what_to_do(qtbot, window):
    press(qtbot, window, Action.EVACUATION_LIST)
    assert window.page._said.title.text().startswith("No session is planned")


@pytest.mark.parametrize(
    ("tab", "key"),
    [("people", "guests"), ("room", "room"), ("key_back", "key-back"), ("print", "documents"), ("details", "session")],
)
def test_help_is_about_the_tab_one_is_on(qtbot, window, workspace, tab, key):
    with workspace.change(Op.ADD_SESSION) as tx:
        session_id = add_session(tx).id
    window.desk.places.go(Place("session", session_id, tab))
    with qtbot.waitSignal(window.help_asked) as asked:
        press(qtbot, window, Action.HELP)
    assert asked.args == [key]


def test_every_action_of_the_window_says_what_it_does(window):
    offered = [act for act in window.actions() if act.data() is not None]
    assert {act.text() for act in offered} == {described(act.data()).text for act in offered}
    assert all(act.statusTip() for act in offered)


def test_the_strip_says_how_old_the_newest_backup_is_and_leads_to_the_backups(window, clock):
    keeping = window.desk.keeping
    assert window.strip.items["backup"].text() == "No backup yet"
    keeping.safety = replace(keeping.safety, last_good=clock.now())
    clock.pass_time(minutes=12)
    keeping.changed.emit()
    assert window.strip.items["backup"].text() == "Backed up 12 minutes ago"
    window.strip.items["backup"].click()
    assert window.page.accessibleName() == "Backups"


def test_a_backup_that_failed_takes_the_first_word_of_the_strip_until_one_is_made(window):
    keeping = window.desk.keeping
    keeping.safety = replace(keeping.safety, fails="The disk is full.")
    keeping.changed.emit()
    assert window.strip.items["saved"].text() == "The last backup was not made"
    window.strip.items["saved"].click()
    assert window.page.accessibleName() == "Backups"
    keeping.safety = replace(keeping.safety, fails="")
    keeping.changed.emit()
    assert window.strip.items["saved"].text() == "All changes saved"


def test_what_waits_leads_to_pages_that_there_are(window):
    assert {place.page for place in PLACES.values()} <= set(window.kinds)


@pytest.mark.parametrize("page", ["session", "incident", "plan-files"])
def test_a_place_whose_session_is_gone_leads_to_the_list_that_is_then_shown(window, page):
    window.desk.places.go(Place(page, "gone"))
    assert window.page is window._pages["sessions"]
    assert [key for key, made in window._pages.items() if made.isVisible()] == ["sessions"]
