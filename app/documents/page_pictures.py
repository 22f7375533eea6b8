# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages of a finished PDF as pictures, for a printer that does not read PDF."""

import threading
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass

import pypdfium2

POINTS = 72  # in an inch
ONE_AT_A_TIME = threading.Lock()  # the library reads one document at a time


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page in shades of grey.

    Attributes:
        width: Dots across.
        height: Dots down.
        shades: One byte for each dot, row by row from the top; 255 is white.
    """

    width: int
    height: int
    shades: bytes

    def __repr__(self) -> str:
        """Return how large it is, and nothing that is on it."""
        return f"PagePicture({self.width}, {self.height})"


def page_pictures(pdf: bytes, *, dots_per_inch: int) -> Generator[PagePicture]:
    """Give the pages of a PDF in order, each as it is asked for; close it when no more are wanted."""
    with ONE_AT_A_TIME, closing(pypdfium2.PdfDocument(pdf)) as document:
        for page in document:
            picture = page.render(scale=dots_per_inch / POINTS, grayscale=True).to_pil()
            yield PagePicture(picture.width, picture.height, picture.tobytes())
