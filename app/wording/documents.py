# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for why a document is not made or shown so."""

from app.documents.errors import (
    FilePasswordLong,
    FilePasswordShort,
    NoEasyRead,
    NoPrinter,
    NotCopies,
    NotPages,
    OnlyWithPassword,
    PictureTooLarge,
    PictureUnreadable,
    PrinterFailed,
)
from app.i18n import _, ngettext
from app.wording.common import Words


def _no_printer(error: NoPrinter) -> str:
    return _("No printer is set up on this laptop. Save to a USB stick, and print it at a computer that has one.")


def _not_pages(error: NotPages) -> str:
    return ngettext(
        "There is {count} page. Type 1.",
        "There are {count} pages. Type those you want as 2-4, or as 1, 3.",
        error.pages,
    ).format(count=error.pages)


def _not_copies(error: NotCopies) -> str:
    return _("Type how many copies you want, from 1 to {most}.").format(most=error.most)


def _printer_failed(error: PrinterFailed) -> str:
    return _("The printer takes nothing. See that it is on and has paper, then print again.")


def _short(error: FilePasswordShort) -> str:
    return ngettext(
        "Whoever has the file can try passwords for ever. Take one of {count} letter at least.",
        "Whoever has the file can try passwords for ever. Take one of {count} letters at least.",
        error.fewest,
    ).format(count=error.fewest)


def _long(error: FilePasswordLong) -> str:
    return _("PDF viewers do not take a password this long. Take a shorter one.")


def _no_easy_read(error: NoEasyRead) -> str:
    return ngettext(
        "“{titles}” has no easy read. Take large print instead.",
        "None of these has an easy read: {titles}. Take large print instead.",
        len(error.titles),
    ).format(titles=", ".join(error.titles))


def _only_with_password(error: OnlyWithPassword) -> str:
    return _("“{title}” is restricted and is not given to another program. Save it with a password instead.").format(
        title=error.title
    )


def _picture_unreadable(error: PictureUnreadable) -> str:
    return _("This file is no picture that Peapod can read. Save the picture as PNG or JPEG, then choose that file.")


def _picture_too_large(error: PictureTooLarge) -> str:
    return _(
        "This picture has {pixels} million pixels. At most {most} million can be used. Save a smaller one."
    ).format(pixels=-(-error.pixels // 1_000_000), most=error.most // 1_000_000)


WORDS: Words = {
    NoPrinter: _no_printer,
    NotPages: _not_pages,
    NotCopies: _not_copies,
    PrinterFailed: _printer_failed,
    FilePasswordShort: _short,
    FilePasswordLong: _long,
    NoEasyRead: _no_easy_read,
    OnlyWithPassword: _only_with_password,
    PictureUnreadable: _picture_unreadable,
    PictureTooLarge: _picture_too_large,
}
