"""The thread that draws: what is looked at first, nothing that nobody wants any more, and nobody waits for it."""

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from app.documents.open_pdf import ONE_AT_A_TIME
from ui.documents.page_worker import MOST_DOTS, PageWorker, Wish, scale_of
from ui.documents.pictures import Pictures


@pytest.fixture
def worker(qapp):
    made = PageWorker()
    yield made
    made.close()
    QThreadPool.globalInstance().waitForDone()


@pytest.fixture
def told(worker):
    """Everything that is told, in its order."""
    heard = []
    worker.opened.connect(lambda pages: heard.append(("opened", pages)))
    worker.painted.connect(lambda picture: heard.append(("painted", picture.wish.page)))
    worker.words_read.connect(lambda page, words: heard.append(("words", page)))
    worker.found.connect(lambda words, hits: heard.append(("found", words, [hit.page for hit in hits])))
    worker.failed.connect(lambda bug: heard.append(("failed", type(bug).__name__)))
    return heard


def large(page: int) -> Wish:
    return Wish(page, width=200, large=True)


def small(page: int) -> Wish:
    return Wish(page, width=40, height=60)


def test_the_page_that_is_looked_at_comes_first_then_words_then_what_is_looked_for(qtbot, worker, told, pdf):
    with ONE_AT_A_TIME:
        worker.open(pdf, [large(2), small(0), small(1)])
        worker.read(2)
        worker.find("elenh")
    qtbot.waitUntil(lambda: ("painted", 1) in told)
    assert told == [
        ("painted", 2),
        ("opened", 9),
        ("words", 2),
        ("found", "elenh", []),
        ("painted", 0),
        ("painted", 1),
    ]


def test_what_nobody_wants_any_more_is_not_drawn(qtbot, worker, told, pdf):
    worker.open(pdf, [large(0)])
    worker.read(0)
    qtbot.waitUntil(lambda: ("words", 0) in told)
    told.clear()
    with ONE_AT_A_TIME:
        for page in range(1, 8):
            worker.want([large(page)])  # no call waits, though nothing can be drawn
    qtbot.waitUntil(lambda: ("painted", 7) in told)
    drawn = [page for what, page in told if what == "painted"]
    assert drawn[-1] == 7
    assert len(drawn) <= 2  # the one that was begun, and the last


def test_nothing_else_is_done_before_the_first_page_is_seen(qtbot, worker, told, pdf):
    worker.open(pdf, [large(0), small(1)])
    worker.find("zoe")
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    assert told == [("painted", 0)]
    worker.read(0)
    qtbot.waitUntil(lambda: ("painted", 1) in told)


def test_only_the_last_search_is_told(qtbot, worker, told, pdf):
    worker.open(pdf, [large(0)])
    worker.read(0)
    with ONE_AT_A_TIME:
        for words in ("z", "zo", "zoe"):
            worker.find(words)
    qtbot.waitUntil(lambda: any(each[0] == "found" for each in told))
    found = [each for each in told if each[0] == "found"]
    assert [each[1] for each in found] == ["zoe"]
    assert len(found[0][2]) == 12


def test_nothing_is_told_of_a_document_that_was_closed(qtbot, worker, told, pdf):
    with ONE_AT_A_TIME:
        worker.open(pdf, [large(0), small(1)])
        qtbot.waitUntil(lambda: worker._reading.wishes == [small(1)])  # the first of them is begun
        worker.close()
    QThreadPool.globalInstance().waitForDone()
    worker.open(pdf, [large(3)])
    worker.read(3)
    qtbot.waitUntil(lambda: ("opened", 9) in told)
    assert told[0] == ("painted", 3)
    assert ("painted", 0) not in told


def test_a_page_that_is_not_there_is_not_drawn(qtbot, worker, told, pdf):
    worker.open(pdf, [large(40), large(8)])
    qtbot.waitUntil(lambda: ("opened", 9) in told)
    assert [each for each in told if each[0] == "painted"] == [("painted", 8)]


def test_what_is_no_pdf_is_a_bug_and_the_thread_goes_on(qtbot, worker, told, pdf):
    worker.open(b"no such thing", [large(0)])
    qtbot.waitUntil(lambda: ("failed", "PdfiumError") in told)
    worker.open(pdf, [large(0)])
    qtbot.waitUntil(lambda: ("painted", 0) in told)


def test_a_picture_fits_where_it_is_wanted_and_never_takes_all_memory():
    assert scale_of((600, 800), Wish(0, width=300)) == 0.5
    assert scale_of((600, 800), Wish(0, width=300, height=200)) == 0.25
    assert scale_of((600, 800), Wish(0, zoom=2.0)) == 2.0
    assert 600 * 800 * scale_of((600, 800), Wish(0, zoom=90.0)) ** 2 == pytest.approx(MOST_DOTS)


def test_pictures_are_kept_within_a_bound_the_newest_always(qtbot, worker, pdf):
    drawn = []
    worker.painted.connect(drawn.append)
    worker.open(pdf, [large(page) for page in range(5)])
    qtbot.waitUntil(lambda: len(drawn) == 5)
    one = drawn[0].image.sizeInBytes()
    kept = Pictures(most_bytes=3 * one)
    for picture in drawn[:3]:
        kept.keep(picture)
    assert kept.get(large(0)) is drawn[0]  # looked at again, so that the second goes first
    kept.keep(drawn[3])
    assert [large(page) in kept for page in range(4)] == [True, False, True, True]
    assert kept.size == 3 * one
    assert kept.of_page(3) is drawn[3]
    tight = Pictures(most_bytes=1)
    for picture in drawn:
        tight.keep(picture)
    assert (len(tight), tight.size) == (1, one)
    tight.clear()
    assert (len(tight), tight.size) == (0, 0)
