"""Printing: every page of a PDF reaches the printer as it is, and no laptop without a printer is silent."""

from io import BytesIO

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from reportlab.lib.pagesizes import A3, A4
from reportlab.pdfgen.canvas import Canvas

from app.documents.errors import NoPrinter, PrinterFailed
from app.documents.open_pdf import Inks
from app.documents.page_pictures import page_pictures
from ui.jobs import Stopped
from ui.printing import PrintOrder, choose_printer, print_pages, print_pdf


@pytest.fixture
def pdf() -> bytes:
    """Two pages of A4: a black square at the top left of the first, one at the bottom right of the second."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.rect(36, A4[1] - 108, 72, 72, fill=1)
    canvas.showPage()
    canvas.rect(A4[0] - 108, 36, 72, 72, fill=1)
    canvas.save()
    return out.getvalue()


def printer_to(path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(path))
    return printer


def dark(pdf: bytes) -> list[tuple[int, int, int, int]]:
    """Where the ink of each page is, in points from the top left."""
    return [
        page.render(scale=1).to_pil().convert("L").point(lambda shade: 255 * (shade < 128)).getbbox()
        for page in pypdfium2.PdfDocument(pdf)
    ]


def test_pages_come_in_order_and_in_grey(pdf):
    pages = list(page_pictures(pdf, (0, 1), dots_per_inch=72, inks=Inks.GREY))
    assert [(page.width, page.height) for page in pages] == [(596, 842), (596, 842)]
    assert [page.dots[60 * 596 + 60] for page in pages] == [0, 255]


def test_a_page_tells_nothing_of_itself_in_a_report(pdf):
    assert repr(next(page_pictures(pdf, (0,), dots_per_inch=72, inks=Inks.COLOUR))) == "PagePicture(596, 842)"


def test_what_is_printed_is_where_it_was_on_the_page(qapp, pdf, tmp_path):
    print_pdf(pdf, printer_to(tmp_path / "out.pdf"))
    expected, printed = dark(pdf), dark((tmp_path / "out.pdf").read_bytes())
    assert len(printed) == 2
    for before, after in zip(expected, printed, strict=True):
        assert after == pytest.approx(before, abs=3)


def test_the_list_of_jobs_at_the_printer_names_nothing(qapp, pdf, tmp_path):
    print_pdf(pdf, printer_to(tmp_path / "Shirin Akter.pdf"))
    assert pypdfium2.PdfDocument(tmp_path / "Shirin Akter.pdf").get_metadata_value("Title") == "Peapod"


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_said_to(qapp, pdf, tmp_path):
    with pytest.raises(PrinterFailed):
        print_pdf(pdf, printer_to(tmp_path / "no such folder" / "out.pdf"))


@pytest.mark.skipif(bool(QPrinterInfo.availablePrinterNames()), reason="this laptop has a printer")
def test_a_laptop_without_a_printer_is_told_so(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    with pytest.raises(NoPrinter):
        choose_printer("Print", parent)


def test_pages_that_are_ordered_come_as_often_as_is_wanted(qapp, pdf, tmp_path):
    told = []
    order = PrintOrder((1, 0), copies=2)
    print_pages(pdf, printer_to(tmp_path / "out.pdf"), order, lambda done, of: told.append((done, of)))
    first, second = dark(pdf)
    assert [page == pytest.approx(second, abs=3) for page in dark((tmp_path / "out.pdf").read_bytes())] == [
        True,
        False,
        True,
        False,
    ]
    assert first != second
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_page_that_lies_down_is_turned_and_a_small_one_stays_small(qapp, tmp_path):
    out = BytesIO()
    canvas = Canvas(out, pagesize=(A4[1], A4[0]))
    canvas.rect(36, 36, 72, 72, fill=1)
    canvas.showPage()
    canvas.setPageSize((200, 300))
    canvas.rect(36, 192, 72, 72, fill=1)
    canvas.save()
    print_pages(out.getvalue(), printer_to(tmp_path / "out.pdf"), PrintOrder((0, 1)), lambda _done, _of: None)
    turned, small = dark((tmp_path / "out.pdf").read_bytes())
    assert turned == pytest.approx((36, 36, 108, 108), abs=3)
    assert small == pytest.approx((36, 36, 108, 108), abs=3)


def test_stopping_ends_after_the_page_that_is_being_printed(qapp, pdf, tmp_path):
    told = []

    def stop_after_one(done, of):
        told.append(done)
        if done:
            raise Stopped

    with pytest.raises(Stopped):
        print_pages(pdf, printer_to(tmp_path / "out.pdf"), PrintOrder((0, 1, 0, 1)), stop_after_one)
    assert told == [0, 1]


def test_a_large_page_is_printed_on_large_paper(qapp, tmp_path):
    out = BytesIO()
    canvas = Canvas(out, pagesize=A3)
    canvas.rect(A3[0] - 108, 36, 72, 72, fill=1)
    canvas.save()
    print_pages(out.getvalue(), printer_to(tmp_path / "out.pdf"), PrintOrder((0,)), lambda _done, _of: None)
    printed = (tmp_path / "out.pdf").read_bytes()
    assert pypdfium2.PdfDocument(printed)[0].get_size() == pytest.approx(A3, abs=2)
    assert dark(printed)[0] == pytest.approx(dark(out.getvalue())[0], abs=3)
