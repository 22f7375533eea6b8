# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet on the table by the door: who came, when, and their initials. Nothing on it tells more than a name."""

from typing import BinaryIO

from app.documents.paper.pdf import FileWords
from app.documents.paper.sheet import Layout, Sheet
from app.documents.parts import Heading, SheetParts, joined
from app.documents.sheet_codes import PageCode
from app.documents.sign_in.content import WALK_IN_LINES, SignInMode, SignInRow, SignInSheet
from app.documents.sign_in.covers import put_covers
from app.documents.sign_in.listing import put_list
from app.documents.sign_in.slips import put_slips
from app.documents.style import Printed, PrintStyle
from app.i18n import _

__all__ = ["WALK_IN_LINES", "SignInMode", "SignInRow", "SignInSheet", "build", "lay_out"]


def build(content: SignInSheet, out: BinaryIO, style: PrintStyle) -> Printed:
    """Write the sheet as a PDF to `out`, and return how many pages it has and what no font could draw."""
    title = _("Sign-in sheet: {session}, {day}").format(session=content.session, day=content.day)
    return lay_out(content, style).write(out, FileWords(title, style.organisation, style.language))


def lay_out(content: SignInSheet, style: PrintStyle) -> Layout:
    """Return what stands where on each page."""
    foot = joined(content.day, content.session, style.organisation)
    sheet = Sheet(style, SheetParts(style, _heading(content), foot))
    match content.mode:
        case SignInMode.LIST:
            put_list(sheet, content)
        case SignInMode.SLIPS:
            put_slips(sheet, content)
        case SignInMode.COVERED:
            put_list(sheet, content)
            put_covers(sheet)
    return sheet.finish(_("Page {page} of {pages}"))


def _heading(content: SignInSheet) -> Heading:
    if content.mode is SignInMode.SLIPS:
        cut = _("Cut along the dashed lines. Give each person their own slip.")
        return Heading(_("Sign-in slips"), "", (), cut)
    lines = [joined(content.day, content.venue)]
    if any(row.no_photographs for row in content.rows):
        lines.append(_("Crossed-out camera: no photographs of this person."))
    return Heading(
        _("Sign-in sheet"), content.session, tuple(lines), _instruction(content), lambda page: _code(content, page)
    )


def _instruction(content: SignInSheet) -> str:
    find = _("Find your name, tick Here, write the time, sign. Not listed? Use an empty line.")
    if content.mode is SignInMode.COVERED:
        return _("Keep both covers on the list, so that one line shows. {find}").format(find=find)
    return find


def _code(content: SignInSheet, page: int) -> str:
    return str(PageCode(content.code, page))
