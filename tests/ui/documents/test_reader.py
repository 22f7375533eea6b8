"""A finished PDF read on the screen by keys alone."""

from io import BytesIO

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from app.documents.open_pdf import ONE_AT_A_TIME
from ui.documents.page_view import Fit
from ui.documents.reader import Reader

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def reader(qtbot, look, pdf):
    made = Reader(look)
    qtbot.addWidget(made)
    made.resize(800, 600)
    with qtbot.waitActive(made):
        made.show()
    made.show_pdf(pdf)
    qtbot.waitUntil(lambda: made.pages == 9 and is_drawn(made))
    made.view.paper.setFocus()
    yield made
    made.forget()


def is_drawn(reader) -> bool:
    """Whether the page that is shown is drawn as it is wanted."""
    return reader.view.wish(reader.page, large=True) in reader.pictures


def test_keys_go_from_page_to_page(reader, press):
    press(Key.Key_End)
    assert (reader.page, reader.bar.where.text()) == (8, "Page 9 of 9")
    press(Key.Key_Home)
    assert reader.page == 0
    while reader.page == 0:
        before = reader.view.upright.value()
        press(Key.Key_PageDown)
        assert reader.page == 1 or reader.view.upright.value() > before  # over the page first, then to the next
    assert reader.view.upright.value() == 0
    press(Key.Key_PageUp)
    assert (reader.page, reader.view.upright.value()) == (0, reader.view.upright.maximum())
    for _ in range(5):
        press(Key.Key_PageUp)
    assert (reader.page, reader.view.upright.value()) == (0, 0)


def test_arrows_in_the_list_of_pages_show_the_page(reader, press):
    reader.thumbnails.setFocus()
    press(Key.Key_Down, Key.Key_Down)
    assert reader.page == 2
    press(Key.Key_End)
    assert reader.page == 8
    reader.turn_to(4)
    assert reader.thumbnails.currentIndex().row() == 4


def test_small_pages_are_drawn_where_they_are_seen(qtbot, reader):
    seen = reader.thumbnails.seen()
    assert 2 < len(seen) < 9
    qtbot.waitUntil(lambda: all(reader.thumbnails.wish(page) in reader.pictures for page in seen))
    reader.turn_to(8)
    assert 8 in reader.thumbnails.seen()
    qtbot.waitUntil(lambda: reader.thumbnails.wish(8) in reader.pictures)


def test_plus_and_minus_change_the_size_and_arrows_move_the_page(qtbot, reader, press):
    began = reader.view.shown_percent
    press("++")
    assert reader.view.shown_percent > began
    assert reader.bar.percent.text() == f"{reader.view.shown_percent} %"
    qtbot.waitUntil(lambda: is_drawn(reader))
    press(Key.Key_Right, Key.Key_Down)
    assert (reader.view.across.value() > 0, reader.view.upright.value() > 0) == (True, True)
    press("-----------")
    assert reader.view.shown_percent == 25
    assert not reader.view.upright.isVisible()
    press("+" * 20)
    assert reader.view.shown_percent == 300


def test_fitting_is_a_button_that_keys_reach(qtbot, reader, press):
    reader.bar.fit.setFocus()
    assert reader.bar.fit.text() == "Fit page"
    press(Key.Key_Space)
    assert (reader.view.fit, reader.bar.fit.text()) == (Fit.PAGE, "Fit width")
    assert not reader.view.upright.isVisible()
    assert 0 < reader.view.shown_percent < 60
    qtbot.waitUntil(lambda: is_drawn(reader))
    press(Key.Key_Space)
    assert reader.view.upright.isVisible()
    assert not reader.view.across.isVisible()


def test_the_words_of_the_page_are_there_for_those_who_hear_it(qtbot, reader, press):
    spoken = QAccessible.queryAccessibleInterface(reader.view.paper)
    assert spoken.role() == QAccessible.Role.StaticText
    qtbot.waitUntil(lambda: "Zoë O.0" in spoken.text(QAccessible.Text.Description))
    assert spoken.text(QAccessible.Text.Name) == "Page 1 of 9"
    press(Key.Key_End)
    qtbot.waitUntil(lambda: "Page 9 of 9" in spoken.text(QAccessible.Text.Description))
    assert "Zoë O.0" not in spoken.text(QAccessible.Text.Description)


def test_words_are_found_marked_and_gone_through_with_enter(qtbot, reader, press):
    reader.start_finding()
    press("zoe")
    qtbot.waitUntil(lambda: reader.bar.found.text() == "1 of 12")
    pages = [reader.page]
    for _ in range(11):
        press(Key.Key_Return)
        pages.append(reader.page)
    assert reader.bar.found.text() == "12 of 12"
    assert pages == sorted(pages)
    assert pages[-1] == 8 or pages[-1] == 7
    press(Key.Key_Return)
    assert (reader.bar.found.text(), reader.page) == ("1 of 12", 0)
    press((Key.Key_Return, SHIFT))
    assert reader.bar.found.text() == "12 of 12"
    assert reader.bar.words.edit.accessibleDescription() == "12 of 12"


def test_what_is_found_can_be_seen_on_the_page(qtbot, reader, press):
    qtbot.waitUntil(lambda: is_drawn(reader))
    before = reader.view.paper.grab().toImage()
    reader.start_finding()
    press("Nguyen")
    qtbot.waitUntil(lambda: reader.bar.found.text() == "1 of 12")
    after = reader.view.paper.grab().toImage()
    yellow = [(x, y) for x in range(after.width()) for y in range(after.height()) if is_yellow(after.pixelColor(x, y))]
    assert yellow
    assert not any(is_yellow(before.pixelColor(*at)) for at in yellow)


def is_yellow(colour) -> bool:
    return colour.red() > 200 and colour.green() > 180 and colour.blue() < 200


def test_nothing_moves_when_something_is_found(qtbot, reader, press):
    lay = reader.view.geometry()
    reader.start_finding()
    press("zoe")
    qtbot.waitUntil(lambda: reader.bar.found.text() == "1 of 12")
    QApplication.processEvents()
    assert reader.view.geometry() == lay


def test_a_place_below_what_is_seen_is_moved_into_view(qtbot, reader, press):
    reader.start_finding()
    reader.bar.words.line.setText("陳美玲2")
    qtbot.waitUntil(lambda: reader.bar.found.text() == "1 of 1")
    assert reader.page == 1
    qtbot.waitUntil(lambda: reader.view.upright.value() > 0)  # it was not drawn when the place was found


def test_nothing_found_is_said_and_ending_the_search_goes_back_to_the_page(qtbot, reader, press):
    reader.start_finding()
    press("xyzzy")
    qtbot.waitUntil(lambda: reader.bar.found.text() == "Nothing found")
    assert not reader.bar.find_after.isVisible()
    assert reader.end_finding()
    assert QApplication.focusWidget() is reader.view.paper
    assert not reader.bar.found.isVisible()
    assert not reader.end_finding()


def test_keys_never_wait_for_the_thread_that_draws(qtbot, reader, press):
    """While nothing can be drawn, every key is answered; afterwards the page that is wanted last is there."""
    with ONE_AT_A_TIME:
        press(Key.Key_End)
        assert reader.bar.where.text() == "Page 9 of 9"
        press("+")
        reader.resize(900, 700)
        QApplication.processEvents()
        reader.start_finding()
        press("zoe")
        assert not is_drawn(reader)
    qtbot.waitUntil(lambda: is_drawn(reader))
    qtbot.waitUntil(lambda: reader.bar.found.text().endswith("of 12"))


def test_the_wheel_moves_and_with_ctrl_zooms(reader):
    turn(reader.view.paper, -120, Qt.KeyboardModifier.NoModifier)
    assert reader.view.upright.value() == 120
    was = reader.view.shown_percent
    turn(reader.view.paper, 120, Qt.KeyboardModifier.ControlModifier)
    assert reader.view.shown_percent > was


def turn(widget, by: int, modifiers) -> None:
    at = QPointF(10, 10)
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, at, QPoint(), QPoint(0, by), Qt.MouseButton.NoButton, modifiers, phase, False)
    QApplication.sendEvent(widget, event)


def test_forgetting_leaves_nothing_of_a_page_anywhere(qtbot, reader, look):
    qtbot.waitUntil(lambda: bool(reader.view.paper.accessibleDescription()))
    reader.forget()
    assert (len(reader.pictures), reader.pages, reader.thumbnails.names.rowCount()) == (0, 0, 0)
    assert reader.view.paper.accessibleDescription() == ""
    image = reader.view.paper.grab().toImage()
    inside = {
        image.pixelColor(x, y).name() for x in range(8, image.width() - 8, 7) for y in range(8, image.height() - 8, 7)
    }
    assert inside == {look.color("desk").name()}
    assert (reader._pdf, reader.worker._reading, reader._words) == (b"", None, {})


def test_a_document_drawn_anew_is_seen_where_it_was_and_never_leaves_the_screen(qtbot, reader, pdf, press):
    press(Key.Key_Down, Key.Key_Down)
    at = reader.view.upright.value()
    words_before = reader.view.paper.grab().toImage()
    with ONE_AT_A_TIME:
        reader.show_anew(pdf + b"\n")
        assert reader.view.paper.grab().toImage() == words_before
    qtbot.waitUntil(lambda: reader.pages == 9 and is_drawn(reader))
    assert reader.view.upright.value() == at > 0


def test_a_document_that_has_become_shorter_is_seen_at_its_end(qtbot, reader, squares):
    reader.turn_to(8)
    reader.show_anew(squares)
    qtbot.waitUntil(lambda: reader.pages == 2 and is_drawn(reader))
    assert reader.bar.where.text() == "Page 2 of 2"


@pytest.fixture
def squares() -> bytes:
    """Two pages with nothing but a square on each."""
    out = BytesIO()
    canvas = Canvas(out)
    for _ in range(2):
        canvas.rect(72, 72, 72, 72, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
