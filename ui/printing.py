# SPDX-License-Identifier: GPL-3.0-or-later
"""Printing a finished PDF: the printers there are, and pages on their way to one of them; no file is left anywhere."""

from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageSize, QPainter, QTransform
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from app.documents.errors import NoPrinter, PrinterFailed
from app.documents.open_pdf import Inks, PagePicture
from app.documents.page_pictures import count_pages, longest_side, page_pictures

DOTS_PER_INCH = 300
A4_SIDE = 850  # points; the longer side of A4, and a little
JOB_NAME = "Peapod"  # the list of jobs is read by everybody at the printer: it names no sheet, no session and nobody
FORMATS = {Inks.GREY: QImage.Format.Format_Grayscale8, Inks.COLOUR: QImage.Format.Format_RGB32}

Report = Callable[[int, int], object]  # how many of how many pages are done; may raise to stop


class Sides(StrEnum):
    """Which sides of the paper are printed; on both, it is turned over like a book or like a notepad."""

    ONE = "one"
    LONG_EDGE = "long edge"
    SHORT_EDGE = "short edge"


DUPLEX = {
    Sides.ONE: QPrinter.DuplexMode.DuplexNone,
    Sides.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    Sides.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}


@dataclass(frozen=True, slots=True)
class PrinterFacts:
    """A printer that the laptop knows.

    Attributes:
        name: What the system calls it.
        title: What people call it.
        sides: What it can do with the sides of the paper.
    """

    name: str
    title: str
    sides: tuple[Sides, ...] = (Sides.ONE,)


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What is printed, and how.

    Attributes:
        pages: Which pages, in their order; the first is 0.
        copies: How many of all of them.
        sides: Which sides of the paper.
    """

    pages: tuple[int, ...]
    copies: int = 1
    sides: Sides = Sides.ONE


def printers() -> list[PrinterFacts]:
    """Return the printers that the laptop knows, the usual one first. It may ask the network, so run it in a thread."""
    known = sorted(QPrinterInfo.availablePrinters(), key=lambda one: not one.isDefault())
    return [PrinterFacts(one.printerName(), one.description() or one.printerName(), _sides_of(one)) for one in known]


def open_printer(name: str) -> QPrinter:
    """Return a printer by what the system calls it, with A4 in it; larger pages ask for A3.

    Raises:
        PrinterFailed: It is not there any more.
    """
    known = QPrinterInfo.printerInfo(name)
    if known.isNull():
        raise PrinterFailed
    printer = QPrinter(known, QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return printer


def choose_printer(title: str, parent: QWidget) -> QPrinter | None:
    """Return the printer that is chosen, or None; printing to a file is not offered.

    Raises:
        NoPrinter: The laptop knows none.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise NoPrinter
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, on=False)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def print_pdf(pdf: bytes, printer: QPrinter) -> None:
    """Print all pages of a PDF once, each as it is, or as large as the paper allows; run it in a thread.

    Raises:
        PrinterFailed: The printer takes nothing.
    """
    _print(pdf, printer, tuple(range(count_pages(pdf))), _say_nothing)


def print_pages(pdf: bytes, printer: QPrinter, order: PrintOrder, report: Report) -> None:
    """Print pages of a PDF as they are ordered; run it in a thread.

    When `report` raises, the printer is told to forget what it has got.

    Raises:
        PrinterFailed: The printer takes nothing.
    """
    if order.sides is not Sides.ONE:
        printer.setDuplex(DUPLEX[order.sides])
    pages = order.pages
    if printer.supportsMultipleCopies():
        printer.setCopyCount(order.copies)
        printer.setCollateCopies(True)
    else:
        pages *= order.copies
    _print(pdf, printer, pages, report)


def _print(pdf: bytes, printer: QPrinter, pages: tuple[int, ...], report: Report) -> None:
    if longest_side(pdf, pages) > A4_SIDE and _takes(printer, QPageSize.PageSizeId.A3):
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
    printer.setFullPage(True)
    printer.setDocName(JOB_NAME)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterFailed
    inks = Inks.COLOUR if printer.colorMode() == QPrinter.ColorMode.Color else Inks.GREY
    try:
        with closing(page_pictures(pdf, pages, dots_per_inch=DOTS_PER_INCH, inks=inks)) as pictures:
            _paint(_counted(pictures, len(pages), report), printer, painter)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()


def _takes(printer: QPrinter, size: QPageSize.PageSizeId) -> bool:
    """Return whether a printer has paper of a size; one that writes a file has every size."""
    known = QPrinterInfo(printer)
    return known.isNull() or any(one.id() == size for one in known.supportedPageSizes())


def _counted(pictures: Iterable[PagePicture], of: int, report: Report) -> Iterable[PagePicture]:
    report(0, of)
    for done, picture in enumerate(pictures, start=1):
        yield picture
        report(done, of)


def _paint(pictures: Iterable[PagePicture], printer: QPrinter, painter: QPainter) -> None:
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    for number, page in enumerate(pictures):
        if number and not printer.newPage():
            raise PrinterFailed
        image = image_of(page)
        if (page.width > page.height) is not (paper.width() > paper.height()):
            image = image.transformed(QTransform().rotate(90))
        as_it_is = printer.resolution() / DOTS_PER_INCH
        scale = min(paper.width() / image.width(), paper.height() / image.height(), as_it_is)
        painter.drawImage(QRectF(0, 0, image.width() * scale, image.height() * scale), image)


def image_of(page: PagePicture) -> QImage:
    """Return a picture as Qt has it; it lives as long as the page's own bytes."""
    return QImage(page.dots, page.width, page.height, len(page.dots) // page.height, FORMATS[page.inks])


def _say_nothing(_done: int, _of: int) -> None: ...


def _sides_of(printer: QPrinterInfo) -> tuple[Sides, ...]:
    can = printer.supportedDuplexModes()
    return (Sides.ONE, *(sides for sides in (Sides.LONG_EDGE, Sides.SHORT_EDGE) if DUPLEX[sides] in can))
