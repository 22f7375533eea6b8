"""Sheets looked at, printed and saved from the page, by keys alone; with a printer, and without."""

import re
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from app.attendance.commands import invite
from app.documents.commands import listed_on
from app.documents.open_pdf import ONE_AT_A_TIME
from app.documents.sign_in_sheet import SignInMode
from app.documents.style import Variant
from db.journal import Op
from db.types import Role
from tests.builders import add_person
from ui.documents.preview import PreviewPage
from ui.documents.preview_place import place_of, wanted_at
from ui.documents.saving import Wanted
from ui.documents.sheets import Sheets
from ui.main import open_window
from ui.places import Place
from ui.printing import Sides

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
BOTH = ("sign-in-sheet", "evacuation-list")


@pytest.fixture
def look_at(qtbot, desk, session_id):
    """Return a function that shows sheets on the page, and waits until the first page is drawn."""

    def show(*names: str, size: tuple[int, int] = (1188, 730)) -> PreviewPage:
        page = PreviewPage(desk)
        qtbot.addWidget(page)
        page.show_place(place_of(Wanted(session_id, names)))
        page.resize(*size)
        desk.look.set_window_width(size[0] + 178)
        with qtbot.waitActive(page):
            page.show()
        qtbot.waitUntil(lambda: is_drawn(page))
        page.reader.view.paper.setFocus()
        return page

    yield show
    desk.look.set_window_width(1366)


def is_drawn(page) -> bool:
    reader = page.reader
    return reader.pages > 0 and reader.view.wish(reader.page, large=True) in reader.pictures


def printed(path: Path) -> list[str]:
    """Return each page that came out as a picture of dots and crosses, so that one can be told from another."""
    return [
        "".join("x" if shade < 128 else "." for shade in page.render(scale=0.5).to_pil().convert("L").tobytes())
        for page in pypdfium2.PdfDocument(path)
    ]


def test_a_place_names_the_sheets_their_size_and_how_people_sign(session_id):
    wanted = Wanted(session_id, BOTH, Variant.LARGE_PRINT, SignInMode.SLIPS)
    assert wanted_at(place_of(wanted)) == wanted
    assert wanted_at(Place("preview")) is None


def test_without_a_sheet_it_says_what_to_do(qtbot, desk, shown):
    page = shown(PreviewPage(desk))
    assert (page.empty.isVisible(), page.reader.isVisible()) == (True, False)


def test_the_sheets_that_are_ticked_are_drawn_in_memory_alone(look_at, tmp_path):
    before = {path for path in tmp_path.rglob("*") if path.suffix == ".pdf"}
    page = look_at(*BOTH)
    assert (page.title.text(), page.reader.pages > 2) == ("Sign-in sheet", True)
    assert not page.restricted.isVisible()
    assert {path for path in tmp_path.rglob("*") if path.suffix == ".pdf"} == before


def test_another_sheet_is_chosen_by_its_name(qtbot, look_at, press):
    page = look_at(*BOTH)
    page.sheet.combo.setFocus()
    press(Key.Key_Down)
    page.sheet.leave()
    assert (page.title.text(), page.restricted.isVisible()) == ("Evacuation list", True)
    page.reader.start_finding()
    press("muster point")
    qtbot.waitUntil(lambda: page.reader.bar.found.text().startswith("1 of"))
    assert "not given to another program" in page.side.view.reason
    assert page.side.protection is not None


def test_ctrl_p_and_enter_print_every_page(qtbot, look_at, answers, press, tmp_path):
    answers.to = tmp_path / "out.pdf"
    page = look_at("sign-in-sheet")
    qtbot.waitUntil(lambda: page.side.known != ())
    press((Key.Key_P, CTRL), Key.Key_Return)
    qtbot.waitUntil(page.told.isVisible)
    assert page.told.title.text() == f"{page.reader.pages} pages were sent to Printer in the hall."
    assert len(printed(tmp_path / "out.pdf")) == page.reader.pages
    assert answers.asked == ["Hall"]


def test_chosen_pages_and_copies_are_typed(qtbot, look_at, answers, press, tmp_path):
    answers.to = tmp_path / "out.pdf"
    page = look_at("sign-in-sheet")
    qtbot.waitUntil(lambda: page.side.known != ())
    page.side.which.combo.setFocus()
    press(Key.Key_End)
    page.side.which.leave()
    press("2-9", Key.Key_Tab, (Key.Key_A, CTRL), "2", (Key.Key_P, CTRL), Key.Key_Return)
    assert page.side.some.refusal.startswith(f"There are {page.reader.pages} pages.")
    assert answers.asked == []
    press((Key.Key_A, CTRL), "1-2", (Key.Key_P, CTRL), Key.Key_Return)
    qtbot.waitUntil(page.told.isVisible)
    assert page.told.title.text() == "4 pages were sent to Printer in the hall."
    out = printed(tmp_path / "out.pdf")
    assert out[0] == out[2] != out[1] == out[3]


def test_copies_that_are_no_number_are_refused_under_their_field(qtbot, look_at, answers, tmp_path):
    answers.to = tmp_path / "out.pdf"
    page = look_at("sign-in-sheet")
    qtbot.waitUntil(lambda: page.side.known != ())
    page.side.copies.line.setText("many")
    page.side.print.click()
    assert page.side.copies.refusal == "Type how many copies you want, from 1 to 99."
    assert not (tmp_path / "out.pdf").exists()


def test_this_page_is_the_one_that_is_looked_at(qtbot, look_at, answers, press, tmp_path):
    answers.to = tmp_path / "out.pdf"
    page = look_at("sign-in-sheet")
    qtbot.waitUntil(lambda: page.side.known != ())
    press(Key.Key_End)
    page.side.which.combo.setFocus()
    press(Key.Key_Down)
    page.side.print.click()
    qtbot.waitUntil(page.told.isVisible)
    assert page.told.title.text() == "1 page was sent to Printer in the hall."


@pytest.mark.parametrize(
    ("can", "offered"),
    [((Sides.ONE,), False), (tuple(Sides), True)],
    ids=["one side alone", "both sides"],
)
def test_both_sides_are_offered_only_where_the_printer_has_them(qtbot, look_at, answers, tmp_path, can, offered):
    answers.to, answers.printer_sides = tmp_path / "out.pdf", can
    page = look_at("sign-in-sheet")
    qtbot.waitUntil(lambda: page.side.known != ())
    assert page.side.sides.isVisible() is offered
    assert page.side.sides.combo.count() == len(can)
    page.side.sides.set_text(can[-1])
    page.side.print_asked.connect(lambda _printer, order: asked.append(order.sides))
    asked: list[Sides] = []
    page.side.print.click()
    qtbot.waitUntil(page.told.isVisible)
    assert asked == [can[-1]]


def test_without_a_printer_it_says_so_and_the_rest_works(qtbot, look_at, press):
    page = look_at("sign-in-sheet")
    press((Key.Key_P, CTRL), Key.Key_Return)
    words = "No printer is set up on this laptop. Save the file, or open it in the PDF viewer."
    assert page._said.title.text() == words
    press((Key.Key_F, CTRL), "zuniga")
    qtbot.waitUntil(lambda: page.reader.bar.found.text() == "1 of 1")
    assert page.side.save.isEnabled()


def test_printing_stops_when_it_is_told_to(qtbot, look_at, answers, tmp_path):
    answers.to = tmp_path / "out.pdf"
    page = look_at("sign-in-sheet")
    qtbot.waitUntil(lambda: page.side.known != ())
    with ONE_AT_A_TIME:
        page.side.print.click()
        assert page.side.print.reason == "Printing"
        page.sending.progress.stop.click()
    qtbot.waitUntil(page.told.isVisible)
    assert page.told.title.text().startswith("Stopped.")
    assert page.side.print.isEnabled()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_said_to(qtbot, look_at, answers, tmp_path):
    answers.to = tmp_path / "gone" / "out.pdf"
    page = look_at("sign-in-sheet")
    qtbot.waitUntil(lambda: page.side.known != ())
    page.side.print.click()
    qtbot.waitUntil(lambda: page._said is not None)
    assert page._said.title.text().startswith("The printer takes nothing.")
    assert page.side.print.isEnabled()


def test_printing_the_evacuation_list_is_remembered(qtbot, look_at, answers, tmp_path, workspace, session_id):
    answers.to = tmp_path / "out.pdf"
    page = look_at("evacuation-list")
    qtbot.waitUntil(lambda: page.side.known != ())
    page.side.print.click()
    qtbot.waitUntil(page.told.isVisible)
    with workspace.read() as tx:
        assert listed_on(tx, session_id) is not None


def test_a_restricted_sheet_is_saved_with_a_password_that_is_shown_once(qtbot, look_at, answers, tmp_path):
    answers.to = tmp_path
    page = look_at("evacuation-list")
    page.side.save.click()
    qtbot.waitUntil(page.told.isVisible)
    (path,) = tmp_path.glob("*Evacuation list.pdf")
    password = page.told.sentence.text().split("\n")[0].rpartition(" ")[2]
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(path)
    assert len(pypdfium2.PdfDocument(path, password=password)) == page.reader.pages
    page.hide()
    assert page.told.sentence.text() == ""


def test_a_sheet_for_everybody_is_saved_with_a_password_by_keys_alone(qtbot, look_at, answers, press, tmp_path):
    answers.to = tmp_path
    page = look_at("sign-in-sheet")
    press((Key.Key_P, CTRL))
    press(Key.Key_Tab, Key.Key_Tab)
    assert QApplication.focusWidget() is page.side.save_locked
    press(Key.Key_Space)
    qtbot.waitUntil(page.told.isVisible)
    (path,) = tmp_path.glob("*Sign-in sheet.pdf")
    shown = re.fullmatch(r"Password of “Sign-in sheet”: (\S+)\nWrite it down now.*", page.told.sentence.text())
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(path)
    assert len(pypdfium2.PdfDocument(path, password=shown[1])) == page.reader.pages
    page.hide()
    assert page.told.sentence.text() == ""


def test_saved_as_usual_a_sheet_for_everybody_has_no_password(qtbot, look_at, answers, tmp_path):
    answers.to = tmp_path
    page = look_at("sign-in-sheet")
    page.side.save.click()
    qtbot.waitUntil(page.told.isVisible)
    (path,) = tmp_path.glob("*Sign-in sheet.pdf")
    assert (len(pypdfium2.PdfDocument(path)), page.told.sentence.text()) == (page.reader.pages, "")


def test_a_restricted_sheet_has_its_own_choice_and_no_second_button(look_at):
    page = look_at("evacuation-list")
    assert (page.side.save_locked.isVisible(), page.side.protection is None) == (False, False)


def test_a_sheet_for_everybody_opens_in_the_viewer(qtbot, look_at, answers, press):
    page = look_at("sign-in-sheet")
    page.side.view.setFocus()
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: bool(answers.shown))
    assert answers.shown[0].name == "Sign-in sheet.pdf"


def test_letters_that_no_font_has_are_said_before_anything_is_printed(qtbot, look_at, workspace, session_id):
    with workspace.change(Op.INVITE) as tx:
        invite(tx, session_id, [add_person(tx, "Ada \U00013000").id], Role.COMMUNITY)
    page = look_at("sign-in-sheet")
    assert page.missing.isVisible()
    assert "\U00013000" in page.missing.title.text()


def test_what_changes_in_the_records_is_drawn_anew_on_the_same_page(qtbot, look_at, workspace, session_id, press):
    page = look_at("sign-in-sheet")
    press(Key.Key_End)
    at = page.reader.page
    with workspace.change(Op.INVITE) as tx:
        invite(tx, session_id, [add_person(tx, "Quirin Q").id], Role.COMMUNITY)
    press((Key.Key_F, CTRL), "quirin")
    qtbot.waitUntil(lambda: page.reader.bar.found.text() == "1 of 1")
    assert page.reader.page >= at - 1


def test_hiding_the_page_leaves_nothing_of_it(qtbot, look_at):
    page = look_at("evacuation-list")
    QApplication.sendEvent(page, QHideEvent())
    page.hide()
    assert (len(page.reader.pictures), page.reader.pages, page._drawn, page._shown) == (0, 0, (), None)
    assert page.reader.view.paper.accessibleDescription() == ""


def test_what_is_still_being_drawn_when_the_page_goes_is_dropped(qtbot, desk, session_id):
    page = PreviewPage(desk)
    qtbot.addWidget(page)
    page.show_place(place_of(Wanted(session_id, ("evacuation-list",))))
    page.show()
    page.hide()
    drawn = []
    page.drawing.drawn.connect(drawn.append)
    qtbot.waitUntil(lambda: page.drawing._job is None)
    QApplication.processEvents()
    assert (drawn, page._shown, page.reader.pages) == ([], None, 0)


def test_esc_ends_the_search_then_leaves(qtbot, look_at, press):
    page = look_at("sign-in-sheet")
    press((Key.Key_F, CTRL), "ada")
    assert page.close_part()
    assert not page.close_part()


def test_in_a_small_window_printing_takes_the_place_of_the_pages(qtbot, look_at, press):
    page = look_at("sign-in-sheet", size=(846, 560))
    assert not page.side_area.isVisible()
    press((Key.Key_P, CTRL))
    assert (page.side_area.isVisible(), page.reader.isVisible()) == (True, False)
    assert QApplication.focusWidget() is page.side.print
    assert page.close_part()
    assert (page.side_area.isVisible(), page.reader.isVisible()) == (False, True)


@pytest.fixture
def window(qtbot, workspace, look, answers):
    frame = QMainWindow()
    qtbot.addWidget(frame)
    made = open_window(look, workspace, frame, answers)
    frame.setCentralWidget(made)
    frame.resize(1366, 768)
    with qtbot.waitActive(frame):
        frame.show()
    yield made
    made.empty()
    made.desk.keeping.end()


def test_from_the_sheets_by_ctrl_p_and_back_by_esc(qtbot, window, session_id, press):
    window.desk.places.go(Place("session", session_id, "print"))
    window.page.tab.save.setFocus()
    press((Key.Key_P, CTRL))
    assert isinstance(window.page, PreviewPage)
    qtbot.waitUntil(lambda: is_drawn(window.page))
    assert window.page.reader.bar.where.text().startswith("Page 1 of")
    qtbot.waitUntil(window.page.reader.view.paper.hasFocus)
    press(Key.Key_Escape)
    assert isinstance(window.page.tab, Sheets)


def test_a_small_window_with_large_text_does_not_grow(qtbot, window, look, session_id):
    frame = window.window()
    look.set_text_scale(2.0)
    frame.resize(1024, 600)
    window.desk.places.go(place_of(Wanted(session_id, ("sign-in-sheet",))))
    qtbot.waitUntil(lambda: is_drawn(window.page))
    assert (frame.width(), frame.height()) == (1024, 600)


def test_covering_empties_it_and_uncovering_draws_it_anew(qtbot, window, session_id):
    window.desk.places.go(place_of(Wanted(session_id, ("evacuation-list",))))
    page = window.page
    qtbot.waitUntil(lambda: is_drawn(page))
    window.empty()
    assert (len(page.reader.pictures), page.reader._pdf, page._drawn) == (0, b"", ())
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.fill()
    assert window.page is not page
    qtbot.waitUntil(lambda: is_drawn(window.page))
    assert window.page.title.text() == "Evacuation list"


def test_printing_that_has_begun_goes_on_under_the_cover(qtbot, window, session_id, answers, tmp_path):
    answers.to = tmp_path / "out.pdf"
    window.desk.places.go(place_of(Wanted(session_id, ("sign-in-sheet",))))
    qtbot.waitUntil(lambda: is_drawn(window.page) and window.page.side.known != ())
    pages = window.page.reader.pages
    with ONE_AT_A_TIME:
        window.page.side.print.click()
        window.empty()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: (tmp_path / "out.pdf").exists() and finished(tmp_path / "out.pdf"))
    assert len(pypdfium2.PdfDocument(tmp_path / "out.pdf")) == pages


def finished(path: Path) -> bool:
    return path.read_bytes().rstrip().endswith(b"%%EOF")


def test_f9s_notice_leads_here(qtbot, window, session_id, answers, tmp_path):
    answers.to = tmp_path
    window.desk.places.go(Place("session", session_id, "room"))
    window._evacuate()
    qtbot.waitUntil(window.page.told.isVisible)
    window.page.look_at.click()
    assert isinstance(window.page, PreviewPage)
    qtbot.waitUntil(lambda: is_drawn(window.page))
    assert window.page.title.text() == "Evacuation list"
