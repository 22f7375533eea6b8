"""The live bar: on every page, in words, done with keys, and quiet."""

from collections import Counter
from datetime import time

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.agenda.commands import change_block
from app.live.commands import finish
from app.live.course import Level
from app.live.words import longer_words, short_standing_words, standing_words
from db.journal import Op
from ui.actions import Action
from ui.places import Place

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def words(window):
    return window.living.bar.words.accessibleName()


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(window.window(), key, modifier)


def test_without_a_session_that_runs_there_is_no_bar(make_window):
    window = make_window()
    assert not window.living.bar.isVisible()
    assert Action.NEXT_BLOCK not in {act.data() for act in window.acts()}


def test_it_says_block_time_left_standing_next_and_end_on_every_page(window):
    for page in ("today", "sessions", "people", "history", "settings"):
        window.desk.places.go(Place(page))
        assert window.living.bar.isVisible()
        assert words(window) == (
            "Welcome. 20 minutes left. On time. Next: Map of a first visit at 10:20. Ends at 12:00"
        )


@pytest.mark.parametrize(
    ("minutes", "level", "said"),
    [
        (15.9, Level.STEADY, "5 minutes left"),
        (16, Level.LOW, "4 minutes left"),
        (19.5, Level.LAST, "1 minute left"),
        (20, Level.LAST, "Time is up"),
        (21.2, Level.OVER, "1 minute over"),
    ],
)
def test_what_is_left_is_said_in_words_at_every_step(window, later, minutes, level, said):
    later(minutes)
    assert said in words(window)
    assert window.desk.live.face.level is level


def test_f7_and_f8_work_from_any_page_and_undo_takes_them_back(qtbot, window, later):
    later(10)
    press(qtbot, window, Qt.Key.Key_F8)
    assert words(window).startswith("Map of a first visit. 40 minutes left. 10 minutes ahead")
    press(qtbot, window, Qt.Key.Key_F7)
    assert words(window).startswith("Map of a first visit. 45 minutes left. 5 minutes ahead")
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert words(window).startswith("Welcome. 10 minutes left")


def test_one_minute_back_and_pause_have_keys_too(qtbot, window, later):
    press(qtbot, window, Qt.Key.Key_F7, SHIFT)
    assert "21 minutes left" in words(window)
    press(qtbot, window, Qt.Key.Key_F8, CTRL)
    later(5)
    assert "Paused, 21 minutes left" in words(window)
    press(qtbot, window, Qt.Key.Key_F8, CTRL)
    press(qtbot, window, Qt.Key.Key_F8)
    press(qtbot, window, Qt.Key.Key_F8, SHIFT)
    assert words(window).startswith("Welcome. 21 minutes left")


def test_what_cannot_be_done_is_said_on_the_page(qtbot, window):
    press(qtbot, window, Qt.Key.Key_F8, SHIFT)
    assert window.page._said.title.text().startswith("“Welcome” is the first block")


def test_by_the_clock_the_next_block_comes_by_itself_and_only_that_is_read_out(qtbot, window, later):
    said = []
    window.desk.live.entered.connect(said.append)
    next(act for act in window.acts() if act.data() is Action.FOLLOW_CLOCK).trigger()
    for _minute in range(21):
        later(1)
    assert [one.split(".")[0] for one in said] == ["Map of a first visit"]
    assert next(act for act in window.acts() if act.data() is Action.FOLLOW_CLOCK).isChecked()


def test_when_it_is_late_it_offers_to_catch_up(window, later):
    later(26)
    bar = window.living.bar
    assert (bar.catch_up.isVisible(), bar.catch_up.text()) == (True, "Catch up")
    bar.catch_up.click()
    assert window.living.standing.isVisible()


def test_its_buttons_are_reached_by_f6_and_tab(qtbot, window):
    window.page.setFocus()
    press(qtbot, window, Qt.Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is window.living.bar.more
    window.focusNextPrevChild(True)
    assert QApplication.focusWidget() is window.living.bar.next


def test_with_little_room_its_buttons_have_short_words_and_their_whole_names(run, make_window):
    bar = make_window(1024, 600).living.bar
    assert [(button.text(), button.accessibleName()) for button in (bar.more, bar.next)] == [
        ("5 min", "5 minutes more"), ("Next", "Next block"),
    ]  # fmt: skip
    assert bar.menu.geometry().right() <= bar.width()


def test_with_large_text_on_a_small_screen_what_is_left_is_not_cut(run, make_window, look, clock):
    window = make_window(1024, 600)
    look.set_text_scale(2.0)
    clock.pass_time(minutes=26)
    window.desk.live.tick()
    bar = window.living.bar
    chip = bar.words._left(window.desk.live.face).measure(look).width()
    look.set_text_scale(1.0)
    assert chip + 2 * 80 < bar.words.width()
    assert bar.more.isVisible()


def test_it_goes_when_the_session_is_finished_and_comes_back_with_undo(qtbot, window, workspace, run, clock):
    with workspace.change(Op.FINISH_LIVE) as tx:
        finish(tx, run[0], now=clock.now())
    assert not window.living.bar.isVisible()
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert window.living.bar.isVisible()


def test_on_the_next_day_it_is_gone(window, later):
    later(24 * 60)
    assert not window.living.bar.isVisible()


class Painted(QObject):
    """Counts what is painted, by widget, and how often a window is."""

    def __init__(self):
        super().__init__()
        self.parts, self.windows = Counter(), 0

    def eventFilter(self, watched, event):  # noqa: N802 - Qt calls it so
        if event.type() == QEvent.Type.Paint and watched.isWidgetType():
            self.parts[watched.metaObject().className()] += 1
        elif event.type() == QEvent.Type.UpdateRequest:
            self.windows += 1
        return False


@pytest.mark.parametrize("with_big_view", [False, True], ids=["the bar", "with the big view"])
def test_there_is_one_repaint_a_tick_over_five_minutes(qtbot, qapp, window, clock, with_big_view):
    if with_big_view:
        window.living.big.open()
    for _each in range(3):
        qapp.processEvents()
    painted = Painted()
    qapp.installEventFilter(painted)
    for _second in range(300):
        clock.pass_time(seconds=1)
        window.desk.live.tick()
        qapp.processEvents()
    qapp.removeEventFilter(painted)
    windows = 2 if with_big_view else 1
    assert 0 < painted.windows <= 300 * windows
    assert max(painted.parts.values()) <= 300
    assert set(painted.parts) <= {"Words", "Gone", "BigClock"}


def test_no_timer_of_it_is_faster_than_one_second(window):
    timers = window.desk.live.findChildren(QTimer) + window.living.findChildren(QTimer)
    assert [timer.interval() for timer in timers if timer.isActive()] == [1000]


def test_the_line_of_what_has_gone_lies_at_the_foot_of_the_bar(window):
    bar = window.living.bar
    assert bar._gone.geometry().bottom() == bar.height() - 1


def test_a_block_that_waits_for_the_hour_of_the_next_is_free(window, workspace, run, later):
    with workspace.change(Op.CHANGE_BLOCK) as tx:
        change_block(tx, run[1]["Map of a first visit"], pinned_at=time(10, 30))
    later(24)
    assert words(window).startswith("Welcome. Free until 10:30. 10 minutes behind.")


def test_in_the_last_block_it_says_so(window):
    for _each in range(5):
        window.living.acting.next_block()
    assert "This is the last block" in words(window)


def test_words_of_standing_and_of_what_was_usual():
    assert [standing_words(n) for n in (0, 1, -2)] == ["On time", "1 minute behind", "2 minutes ahead"]
    assert [short_standing_words(n) for n in (0, 1, -2)] == ["On time", "1 min behind", "2 min ahead"]
    assert [longer_words(n) for n in (0, 12, -3)] == ["as planned", "+12", "\N{MINUS SIGN}3"]


def test_with_little_room_time_is_said_in_fewer_letters(window, later):
    assert window.desk.live.face.short_left == "20 min left"
    later(20)
    assert window.desk.live.face.short_left == "Time is up"
    later(6)
    assert (window.desk.live.face.short_left, window.desk.live.face.left) == ("6 min over", "6 minutes over")


def rows_of_the_plan(window):
    model = window.page.tab.blocks.plan_model
    return [model.words(place) for place in range(len(model.rows))]


def test_the_plan_marks_the_block_that_runs_and_says_what_others_took(window, run, later):
    window.desk.places.go(Place("session", run[0], "plan"))
    next(act for act in window.acts() if act.data() is Action.FOLLOW_CLOCK).trigger()
    window.living.acting.give_minutes(6)
    later(27)
    window.page.tab.done.toggle.click()
    welcome, visit, drinks = rows_of_the_plan(window)[:3]
    assert welcome.notes == ("Began at 10:00, took 26 minutes: +6",)
    assert ([chip.words for chip in visit.chips], visit.notes) == (["Now"], ("Began at 10:26",))
    assert (drinks.chips, drinks.notes) == ((), ())
