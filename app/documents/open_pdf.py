# SPDX-License-Identifier: GPL-3.0-or-later
"""A finished PDF that is read page by page: as pictures, as words, and where something stands."""

import threading
from collections.abc import Generator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import Enum

import pypdfium2
from pypdfium2 import raw

from db.search import fold

ONE_AT_A_TIME = threading.Lock()  # the library does one thing at a time, whatever the document


class Inks(Enum):
    """What a picture is made of: GREY has one byte for each dot, COLOUR four (blue, green, red, and one unused)."""

    GREY = "grey"
    COLOUR = "colour"


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page as a picture.

    Attributes:
        width: Dots across.
        height: Dots down.
        inks: What each dot is made of.
        dots: Row by row from the top; 255 is white, or all of an ink's light.
    """

    width: int
    height: int
    inks: Inks
    dots: bytes

    def __repr__(self) -> str:
        """Return how large it is, and nothing that is on it."""
        return f"PagePicture({self.width}, {self.height})"


@dataclass(frozen=True, slots=True)
class Box:
    """Where something stands on a page, in parts of the page's width and height from its top left."""

    left: float
    top: float
    width: float
    height: float


class OpenPdf:
    """A PDF in memory. Each thing that is asked of it waits until no other PDF is being read.

    Attributes:
        pages: How many pages it has.
    """

    def __init__(self, pdf: bytes) -> None:
        with ONE_AT_A_TIME:
            self._document = pypdfium2.PdfDocument(pdf)
            self.pages = len(self._document)

    def close(self) -> None:
        """Forget it."""
        with ONE_AT_A_TIME:
            self._document.close()

    def size(self, page: int) -> tuple[float, float]:
        """Return width and height of a page in points; the first page is 0."""
        with ONE_AT_A_TIME:
            return self._document.get_page_size(page)

    def picture(self, page: int, scale: float, inks: Inks) -> PagePicture:
        """Return a page as a picture of so many dots for each point."""
        grey = inks is Inks.GREY
        with self._page(page) as held, closing(held.render(scale=scale, grayscale=grey, prefer_bgrx=True)) as bitmap:
            dots = bytes(bitmap.buffer)
            across = bitmap.width if grey else bitmap.width * 4
            if bitmap.stride != across:
                dots = b"".join(dots[row * bitmap.stride :][:across] for row in range(bitmap.height))
            return PagePicture(bitmap.width, bitmap.height, inks, dots)

    def words(self, page: int) -> str:
        """Return the words of a page, in the order in which they are read."""
        with self._page(page) as held, closing(held.get_textpage()) as text:
            return " ".join(text.get_text_range().split())

    def places_of(self, page: int, wanted: str) -> list[tuple[Box, ...]]:
        """Return where some words stand on a page, found as names are: without regard to accents and capitals.

        Each place is one box, or several where the words go on in the next line.
        """
        folded = " ".join(fold(word) for word in wanted.split())
        with self._page(page) as held, closing(held.get_textpage()) as text:
            places = _places(_letters(text), folded) if folded.strip() else []
            return [_boxes(held, text, first, last) for first, last in places]

    @contextmanager
    def _page(self, page: int) -> Generator[pypdfium2.PdfPage]:
        with ONE_AT_A_TIME, closing(self._document[page]) as held:
            yield held


def _letters(text: pypdfium2.PdfTextPage) -> list[str]:
    return [chr(raw.FPDFText_GetUnicode(text, place)) for place in range(text.count_chars())]


def _places(letters: Sequence[str], wanted: str) -> list[tuple[int, int]]:
    """Return the first and the last letter of each place where folded words stand; gaps between words are alike."""
    searched, came_from = "", list[int]()
    for place, letter in enumerate(letters):
        folded = fold(letter) if not letter.isspace() else "" if searched.endswith(" ") else " "
        searched += folded
        came_from += [place] * len(folded)
    found: list[tuple[int, int]] = []
    start = searched.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        found.append((came_from[start], came_from[end - 1]))
        start = searched.find(wanted, end)
    return found


def _boxes(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, first: int, last: int) -> tuple[Box, ...]:
    width, height = page.get_size()
    rectangles = [text.get_rect(number) for number in range(text.count_rects(first, last - first + 1))]
    return tuple(
        Box(left / width, 1 - top / height, (right - left) / width, (top - bottom) / height)
        for left, bottom, right, top in rectangles
    )
