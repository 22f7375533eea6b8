# SPDX-License-Identifier: GPL-3.0-or-later
"""Printing a finished PDF: the printer is chosen in the system's dialog, and no file is left anywhere."""

from collections.abc import Iterable
from contextlib import closing

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from app.documents.errors import NoPrinter, PrinterFailed
from app.documents.page_pictures import PagePicture, page_pictures

DOTS_PER_INCH = 300


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
    """Print all pages of a PDF, each as large as the paper allows; run it in a thread.

    Raises:
        PrinterFailed: The printer takes nothing.
    """
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterFailed
    try:
        with closing(page_pictures(pdf, dots_per_inch=DOTS_PER_INCH)) as pages:
            _paint(pages, printer, painter)
    finally:
        painter.end()


def _paint(pages: Iterable[PagePicture], printer: QPrinter, painter: QPainter) -> None:
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    for number, page in enumerate(pages):
        if number and not printer.newPage():
            raise PrinterFailed
        image = QImage(page.shades, page.width, page.height, page.width, QImage.Format.Format_Grayscale8)
        scale = min(paper.width() / page.width, paper.height() / page.height)
        painter.drawImage(QRectF(0, 0, page.width * scale, page.height * scale), image)
