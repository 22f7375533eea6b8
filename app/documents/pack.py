# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole packs: every sheet that a session needs before the doors open, in order and with blank spares, as one file.

Why there are two to save and one to print: docs/decisions/0013-pack.md.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, BinaryIO

from sqlalchemy.orm import Session

from app.documents import pack_contents
from app.documents.catalogue import DOCUMENTS, SIGN_IN_SHEET, document_named
from app.documents.document import PACK_SPARES, Asked, DocumentClass, Draw, SessionDocument, When
from app.documents.pack_contents import Entry
from app.documents.paper.binding import write_bound
from app.documents.paper.pdf import FileWords
from app.documents.style import Printed, PrintStyle, Variant
from app.documents.variants import nearest, offered
from app.i18n import _


@dataclass(frozen=True, slots=True)
class Pack:
    """Several documents of a session in one file, behind a page that says what is where.

    Attributes:
        name: What commands call it; never changes.
        title: Returns what the user calls it.
        shown_to: Who may see it.
        documents: What it holds, in order.
        apart: What goes with it on paper of its own, and so is only named.
    """

    name: str
    title: Callable[[], str]
    shown_to: DocumentClass
    documents: tuple[SessionDocument[Any], ...]
    apart: tuple[SessionDocument[Any], ...] = ()

    @property
    def holds(self) -> tuple[str, ...]:
        """Return what commands call the documents in it."""
        return tuple(document.name for document in self.documents)

    @property
    def variants(self) -> tuple[Variant, ...]:
        """Return how at least one of its documents is offered; the others are then made as is nearest."""
        return offered(self.documents)

    def read_to_draw(self, tx: Session, asked: Asked) -> Draw:
        """Return what draws it from the records as they are now; drawing reads them no more.

        Raises:
            NotFound: There is no such session.
        """
        facts = pack_contents.read(tx, asked)
        spared = replace(asked, spares=PACK_SPARES)
        read = [(document, document.read(tx, spared)) for document in self.documents]

        def draw(out: BinaryIO, style: PrintStyle) -> Printed:
            sheets = [document.lay_out(content, _fitting(document, style)) for document, content in read]
            entries = [
                Entry(document.title(), len(sheet.pages), document.place())
                for document, sheet in zip(self.documents, sheets, strict=True)
            ]
            apart = [document.title() for document in self.apart]
            first = pack_contents.lay_out(self.title(), self.shown_to, facts, entries, apart, style)
            title = _("{pack}: {session}, {day}").format(pack=self.title(), session=facts.session, day=facts.day)
            return write_bound([first, *sheets], out, FileWords(title, style.organisation, style.language))

        return draw


def _fitting(document: SessionDocument[Any], style: PrintStyle) -> PrintStyle:
    return replace(style, variant=nearest(document.variants, style.variant))


def _whole_title() -> str:
    return _("Whole pack")


def _room_title() -> str:
    return _("Pack for the room")


def _restricted_title() -> str:
    return _("Pack for the person in charge")


_NEEDED = tuple(document for document in DOCUMENTS if document.when is When.BEFORE)
_FOR_FEW = tuple(document for document in _NEEDED if document.shown_to is DocumentClass.RESTRICTED)
_FOR_ALL = tuple(document for document in _NEEDED if document.shown_to is not DocumentClass.RESTRICTED)
_APART = tuple(one for one in DOCUMENTS if one.when is When.APART and one.shown_to is DocumentClass.ROOM)
RESTRICTED_PACK = Pack("restricted-pack", _restricted_title, DocumentClass.RESTRICTED, _FOR_FEW)
ROOM_PACK = Pack("room-pack", _room_title, DocumentClass.ROOM, _FOR_ALL, _APART)
WHOLE_PACK = Pack("whole-pack", _whole_title, DocumentClass.RESTRICTED, (*_FOR_FEW, *_FOR_ALL), _APART)
PACKS = (WHOLE_PACK, RESTRICTED_PACK, ROOM_PACK)
SAVED_PACKS = (RESTRICTED_PACK.name, ROOM_PACK.name)  # as files: what the room may see is not locked away with the rest


def printable_named(name: str) -> SessionDocument[Any] | Pack:
    """Return the document or the pack that commands call so.

    Raises:
        NotFound: There is none of this name.
    """
    return next((pack for pack in PACKS if pack.name == name), None) or document_named(name)


def gives_lines(printable: SessionDocument[Any] | Pack) -> bool:
    """Return whether everybody must have a line on the sign-in sheet before it is drawn."""
    return SIGN_IN_SHEET.name in printable.holds
