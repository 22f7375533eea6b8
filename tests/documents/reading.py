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
from app.documents.paper.sheet import HEADINGS, Layout

TINY = 0.05  # points
NO_NUMBER = -1  # what is decoration, or no content of the part itself


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


def spoken_languages(pdf: bytes, page: int) -> list[tuple[str, str, str]]:
    """Return the tag, the language that it or what it is in says, and the words of each part of a page that has words.

    The words are those that a screen reader says; what it skips is not there. "" is the document's own language.
    """
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        texts = _marked_texts(document[page])
        tree = pdfium.FPDF_StructTree_GetForPage(document[page])
        tops = range(pdfium.FPDF_StructTree_CountChildren(tree))
        said = [one for top in tops for one in _said(pdfium.FPDF_StructTree_GetChildAtIndex(tree, top), "", texts)]
        pdfium.FPDF_StructTree_Close(tree)
        return said


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


def stranded(layout: Layout) -> list[str]:
    """Return the smaller headings that end a page, so that what they are for stands on the next.

    A heading that takes most of a page cannot do otherwise.
    """
    pages = [[mark for mark in page if isinstance(mark, Words) and mark.node is not None] for page in layout.pages]
    ends = [page[-1] for page in pages[:-1] if page]
    high = layout.size[1] / 3
    return [words.paragraph.text for words in ends if _is_smaller_heading(words) and words.box.height < high]


def _is_smaller_heading(words: Words) -> bool:
    node = words.node
    while node is not None and node.tag == "Span":
        node = node.parent
    return node is not None and node.tag in HEADINGS[1:]


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


def _marked_texts(page: pypdfium2.PdfPage) -> dict[int, str]:
    """Return what is shown on a page by the number under which the tree of parts knows it."""
    texts = {NO_NUMBER: ""}
    with closing(page.get_textpage()) as shown:
        for thing in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT]):
            number = pdfium.FPDFPageObj_GetMarkedContentID(thing)
            if number == NO_NUMBER:
                continue
            length = pdfium.FPDFTextObj_GetText(thing, shown, None, 0)
            buffer = (ctypes.c_ushort * max(length // 2, 1))()
            pdfium.FPDFTextObj_GetText(thing, shown, buffer, length)
            texts[number] = texts.get(number, "") + bytes(buffer)[: max(length - 2, 0)].decode("utf-16-le")
    return texts


def _said(element: object, language: str, texts: dict[int, str]) -> Iterator[tuple[str, str, str]]:
    language = _words(pdfium.FPDF_StructElement_GetLang, element) or language
    kids = range(pdfium.FPDF_StructElement_CountChildren(element))
    own = [pdfium.FPDF_StructElement_GetChildMarkedContentID(element, kid) for kid in kids]
    words = _words(pdfium.FPDF_StructElement_GetActualText, element) or "".join(texts.get(one, "") for one in own)
    if words:
        yield _words(pdfium.FPDF_StructElement_GetType, element), language, words
    for kid in kids:
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, kid)
        if child:
            yield from _said(child, language, texts)


def _words(read: object, element: object) -> str:
    length = read(element, None, 0)
    buffer = (ctypes.c_char * max(length, 2))()
    read(element, buffer, length)
    return bytes(buffer)[: max(length - 2, 0)].decode("utf-16-le")
