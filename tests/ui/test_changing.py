"""Changes from the window: at once, or in their order behind a longer write; the window never waits."""

import gc
import threading

import pytest

from app.errors import NotFound
from db.journal import Op
from db.models import Person
from tests.builders import add_person
from ui.changing import Changing
from ui.jobs import Job
from ui.tidying import tidy


@pytest.fixture
def changing(qtbot, workspace):
    return Changing(workspace)


def names(workspace):
    with workspace.read() as tx:
        return [person.name for person in tx.query(Person).order_by(Person.name)]


def refuse(tx):
    raise NotFound("person", "Ada")


def test_a_change_is_made_at_once_and_its_result_is_given_on(changing, workspace):
    made = []
    changing.run(Op.ADD_PERSON, lambda tx: add_person(tx, "Ada").name, refused=pytest.fail, then=made.append)
    assert (made, names(workspace)) == (["Ada"], ["Ada"])


def test_a_refusal_is_shown_as_a_sentence_and_changes_nothing(changing, workspace):
    said = []
    changing.run(Op.ADD_PERSON, refuse, refused=said.append)
    assert said == ["There is no person called “Ada”. Check the spelling, or list them first."]
    assert names(workspace) == []


def test_a_change_behind_a_longer_write_waits_without_stopping_the_window(qtbot, changing, workspace):
    begun, may_end = threading.Event(), threading.Event()

    def long_write() -> None:
        with workspace.change(Op.IMPORT_PEOPLE) as tx:
            add_person(tx, "First")
            begun.set()
            may_end.wait()

    writer = threading.Thread(target=long_write)
    writer.start()
    begun.wait()
    with qtbot.waitSignal(changing.saving, check_params_cb=lambda waits: waits):
        changing.run(Op.ADD_PERSON, lambda tx: add_person(tx, "Second"), refused=pytest.fail)
    with qtbot.waitSignal(changing.saving, check_params_cb=lambda waits: not waits):
        may_end.set()
    writer.join()
    assert names(workspace) == ["First", "Second"]


def test_what_waits_is_written_before_the_records_are_closed(changing, workspace):
    with workspace._writing:
        changing.run(Op.ADD_PERSON, lambda tx: add_person(tx, "Ada"), refused=pytest.fail)
        assert names(workspace) == []
    changing.finish()
    assert names(workspace) == ["Ada"]


def test_a_job_gives_what_it_made(qtbot):
    job = Job(lambda job: 6 * 7)
    with qtbot.waitSignal(job.finished) as heard:
        job.start()
    assert heard.args == [42]


def test_a_job_that_is_stopped_ends_at_its_next_report(qtbot):
    def work(job: Job) -> None:
        while True:
            job.report(1, 2)

    job = Job(work)
    with qtbot.waitSignal(job.stopped):
        job.start()
        job.stop()
    assert job.stopping


def test_a_job_that_is_refused_says_so_in_words(qtbot):
    job = Job(lambda job: refuse(None))
    with qtbot.waitSignal(job.refused) as heard:
        job.start()
    assert heard.args[0].startswith("There is no person")


def test_a_bug_in_a_job_is_told_and_not_swallowed(qtbot):
    job = Job(lambda job: 1 // 0)
    with qtbot.waitSignal(job.failed) as heard:
        job.start()
    assert isinstance(heard.args[0], ZeroDivisionError)


def test_what_a_job_holds_dies_in_the_windows_thread(qtbot):
    """The page that work mentions may be gone before the work is done."""
    died_in = list[int]()
    begin = threading.Event()

    class Page:
        def __del__(self) -> None:
            died_in.append(threading.get_ident())

    def work_of(page: Page):
        return lambda _job: (begin.wait(), page)

    Job(work_of(Page())).start()
    begin.set()
    qtbot.waitUntil(lambda: died_in != [])
    assert died_in == [threading.get_ident()]


def test_garbage_is_looked_for_by_pythons_own_counts(qapp):
    gc.collect()
    tidy()
    before = gc.get_count()[1]
    kept = [[] for _each in range(gc.get_threshold()[0] + 1)]
    tidy()
    assert (gc.get_count()[1], len(kept)) == (before + 1, gc.get_threshold()[0] + 1)
