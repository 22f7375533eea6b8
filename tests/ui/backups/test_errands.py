"""Work beside the window, one piece after another."""

import threading

import pytest
from PySide6.QtCore import QThread, QThreadPool

from db.errors import DiskFull
from ui.backup.errands import Errand, Errands


class Told:
    """Keeps what it was told, in order, and in which thread."""

    def __init__(self) -> None:
        self.said: list[object] = []
        self.threads: set[QThread] = set()

    def errand(self, work, title: str = "") -> Errand:
        return Errand(work, self.hear, self.hear, lambda: self.hear("stopped"), title)

    def hear(self, said: object) -> None:
        self.said.append(said)
        self.threads.add(QThread.currentThread())


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def errands(qapp):
    made = Errands()
    yield made
    made.end()
    QThreadPool.globalInstance().waitForDone()


def test_one_begins_when_the_one_before_is_over_and_is_told_of_in_the_window_s_thread(qtbot, errands, told):
    go_on = threading.Event()
    running: list[str] = []

    def first(_job):
        running.append("first")
        go_on.wait()
        running.append("first is over")
        return 1

    def second(_job):
        running.append("second")
        return 2

    errands.ask(told.errand(first))
    errands.ask(told.errand(second))
    assert errands.running
    go_on.set()
    qtbot.waitUntil(lambda: told.said == [1, 2])
    assert running == ["first", "first is over", "second"]
    assert told.threads == {QThread.currentThread()}
    assert not errands.running


def test_what_the_world_refuses_is_told_as_a_sentence_and_the_next_one_is_done(qtbot, errands, told, tmp_path):
    def full(_job):
        raise DiskFull(tmp_path)

    errands.ask(told.errand(full))
    errands.ask(told.errand(lambda _job: "done"))
    qtbot.waitUntil(lambda: len(told.said) == 2)
    assert told.said[0].startswith("The disk is full.")
    assert told.said[1] == "done"


def test_it_stops_at_its_next_step_and_says_how_far_it_is_before(qtbot, errands, told):
    steps: list[tuple[int, int]] = []
    errands.progressed.connect(lambda done, of: steps.append((done, of)))
    at_one, go_on = threading.Event(), threading.Event()

    def work(job):
        job.report(1, 3)
        at_one.set()
        go_on.wait()
        job.report(2, 3)
        return "never"

    errands.ask(told.errand(work, "Backing up"))
    at_one.wait()
    errands.stop()
    go_on.set()
    qtbot.waitUntil(lambda: told.said == ["stopped"])
    assert steps == [(1, 3)]


def test_ending_stops_what_runs_begins_nothing_that_waits_and_tells_nobody(qtbot, errands, told):
    begun, go_on = threading.Event(), threading.Event()
    ran: list[str] = []

    def work(job):
        begun.set()
        go_on.wait()
        job.report(1, 2)
        ran.append("went on")

    errands.ask(told.errand(work))
    errands.ask(told.errand(lambda _job: ran.append("the next")))
    begun.wait()
    errands.end()
    with qtbot.waitSignal(errands.ended):
        go_on.set()
    assert ran == []
    assert told.said == []


def test_a_bug_is_not_swallowed_and_the_next_one_is_done(qtbot, errands, told):
    def broken(_job):
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        errands.ask(told.errand(broken))
        errands.ask(told.errand(lambda _job: "done"))
        qtbot.waitUntil(lambda: told.said == ["done"])
    assert [kind for kind, *_rest in caught] == [ZeroDivisionError]
