# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a document is not made or shown so.

Refused
├── NoPrinter           the laptop knows no printer
├── NotPages            the pages to print are written in a way that is not read, or are not there
├── NotCopies           the copies to print are no number that can be printed
├── FilePasswordShort   a password that opens a file can be tried for ever, so it has some length
├── FilePasswordLong    viewers do not read more of a password than this
├── NoEasyRead          none of the documents is made in easy read
├── OnlyWithPassword    a restricted document is not given to the system's viewer
├── PictureUnreadable   the file is no picture that we know
└── PictureTooLarge     the picture has more pixels than can be read safely
Unavailable
└── PrinterFailed       the printer takes nothing
"""

from dataclasses import dataclass

from app.errors import Refused, Unavailable


class NoPrinter(Refused):
    """The laptop knows no printer."""


@dataclass(eq=False)
class NotPages(Refused):
    """The pages to print are written in a way that is not read, or are not there.

    Attributes:
        pages: How many there are.
    """

    pages: int


@dataclass(eq=False)
class NotCopies(Refused):
    """The copies to print are no number that can be printed.

    Attributes:
        most: How many can be.
    """

    most: int


class PrinterFailed(Unavailable):
    """The printer takes nothing."""


@dataclass(eq=False)
class FilePasswordShort(Refused):
    """The password has fewer letters than it must.

    Attributes:
        fewest: How many it needs.
    """

    fewest: int


@dataclass(eq=False)
class FilePasswordLong(Refused):
    """The password has more letters than every viewer reads."""


@dataclass(eq=False)
class NoEasyRead(Refused):
    """None of the documents is made in easy read.

    Attributes:
        titles: What the user calls them.
    """

    titles: tuple[str, ...]


@dataclass(eq=False)
class OnlyWithPassword(Refused):
    """A restricted document is not given to the system's viewer.

    Attributes:
        title: What the user calls the document.
    """

    title: str


@dataclass(eq=False)
class PictureUnreadable(Refused):
    """The file is no picture that we know, or not whole."""


@dataclass(eq=False)
class PictureTooLarge(Refused):
    """The picture has more pixels than can be read safely.

    Attributes:
        pixels: How many it has.
        most: How many it may have.
    """

    pixels: int
    most: int
