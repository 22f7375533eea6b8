# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads finished PDFs as a reader, a scanner and a screen reader would."""

import ctypes
from collections.abc import Iterator
from contextlib import closing
from itertools import combinations

import pypdfium2
import pypdfium2.raw as pdfium
import zxingcpp

from app.documents.paper.marks import Box, Mark, Words
from app.documents.paper.sheet import Layout

TINY = 0.05  # points


def page_texts(pdf: bytes) -> list[str]:
    """Return the text of each page as copying finds it, in one line each."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def page_codes(pdf: bytes) -> list[list[str]]:
    """Return what a scanner at 150 dots to the inch reads from each page."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        images = [page.render(scale=150 / 72, grayscale=True) for page in document]
        return [[code.text for code in zxingcpp.read_barcodes(image.to_pil())] for image in images]


def loose_fonts(pdf: bytes) -> set[str]:
    """Return the fonts that a page uses and the file does not hold."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        fonts = [pdfium.FPDFTextObj_GetFont(text) for page in document for text in page.get_objects([1])]
        return {str(font) for font in fonts if not pdfium.FPDFFont_GetIsEmbedded(font)}


def ink(pdf: bytes) -> Box:
    """Return the part of the first page that is not white, in points."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        image = document[0].render(scale=2, grayscale=True).to_pil()
    left, top, right, bottom = image.point(lambda shade: 255 - shade).getbbox()
    return Box(left / 2, top / 2, (right - left) / 2, (bottom - top) / 2)


def spoken_tags(pdf: bytes, page: int) -> list[tuple[str, str]]:
    """Return the tag and the alternative text of every part of a page, in reading order."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        tree = pdfium.FPDF_StructTree_GetForPage(document[page])
        count = pdfium.FPDF_StructTree_CountChildren(tree)
        found = [part for kid in range(count) for part in _parts(pdfium.FPDF_StructTree_GetChildAtIndex(tree, kid))]
        pdfium.FPDF_StructTree_Close(tree)
        return found


def outside(layout: Layout) -> list[Mark]:
    """Return the marks that leave the page, and the words that leave their box."""
    width, height = layout.size
    return [
        mark
        for page in layout.pages
        for mark in page
        if mark.box.left < -TINY
        or mark.box.top < -TINY
        or mark.box.right > width + TINY
        or mark.box.bottom > height + TINY
        or (isinstance(mark, Words) and not _fits(mark))
    ]


def overlapping(layout: Layout) -> list[tuple[Words, Words]]:
    """Return the pairs of words on one page whose boxes cover one another."""
    pages = [[mark for mark in page if isinstance(mark, Words)] for page in layout.pages]
    return [(one, other) for page in pages for one, other in combinations(page, 2) if _meet(one.box, other.box)]


def _meet(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > TINY and down > TINY


def _fits(words: Words) -> bool:
    tall = words.paragraph.height <= words.box.height + TINY
    return tall and all(
        words.left_of(line) >= words.box.left - TINY and words.left_of(line) + line.width <= words.box.right + TINY
        for line in words.paragraph.lines
    )


def _parts(element: object) -> Iterator[tuple[str, str]]:
    yield (
        _words(pdfium.FPDF_StructElement_GetType, element),
        _words(pdfium.FPDF_StructElement_GetAltText, element),
    )
    for kid in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, kid)
        if child:
            yield from _parts(child)


def _words(read: object, element: object) -> str:
    length = read(element, None, 0)
    buffer = (ctypes.c_char * max(length, 2))()
    read(element, buffer, length)
    return bytes(buffer)[: max(length - 2, 0)].decode("utf-16-le")
