"""Printing: every page of a PDF reaches the printer as it is, and no laptop without a printer is silent."""

from io import BytesIO

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from app.documents.errors import NoPrinter, PrinterFailed
from app.documents.page_pictures import page_pictures
from ui.printing import choose_printer, print_pdf


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
    pages = list(page_pictures(pdf, dots_per_inch=72))
    assert [(page.width, page.height) for page in pages] == [(596, 842), (596, 842)]
    assert [page.shades[60 * 596 + 60] for page in pages] == [0, 255]


def test_a_page_tells_nothing_of_itself_in_a_report(pdf):
    assert repr(next(page_pictures(pdf, dots_per_inch=72))) == "PagePicture(596, 842)"


def test_what_is_printed_is_where_it_was_on_the_page(qapp, pdf, tmp_path):
    print_pdf(pdf, printer_to(tmp_path / "out.pdf"))
    expected, printed = dark(pdf), dark((tmp_path / "out.pdf").read_bytes())
    assert len(printed) == 2
    for before, after in zip(expected, printed, strict=True):
        assert after == pytest.approx(before, abs=3)


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
