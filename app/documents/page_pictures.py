# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages of a finished PDF as pictures, one after the other, for a printer that does not read PDF."""

from collections.abc import Generator, Iterable
from contextlib import closing

from app.documents.open_pdf import Inks, OpenPdf, PagePicture

POINTS = 72  # in an inch


def page_pictures(pdf: bytes, pages: Iterable[int], *, dots_per_inch: int, inks: Inks) -> Generator[PagePicture]:
    """Give pages of a PDF, each as it is asked for; the first page is 0. Close it when no more are wanted."""
    with closing(OpenPdf(pdf)) as document:
        for page in pages:
            yield document.picture(page, dots_per_inch / POINTS, inks)


def count_pages(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with closing(OpenPdf(pdf)) as document:
        return document.pages


def longest_side(pdf: bytes, pages: Iterable[int]) -> float:
    """Return the longest side of these pages, in points; the first page is 0."""
    with closing(OpenPdf(pdf)) as document:
        return max((max(document.size(page)) for page in pages), default=0.0)
