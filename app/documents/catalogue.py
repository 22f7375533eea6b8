# SPDX-License-Identifier: GPL-3.0-or-later
"""The documents there are: what each is called, who may see it, what its file is named, and what builds it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import BinaryIO, Generic, TypeVar

from app.documents import evacuation_list, person_record, recovery_sheet, sign_in_sheet
from app.documents.style import Printed, PrintStyle
from app.errors import NotFound
from app.i18n import _

LONGEST_PART = 60  # characters of a project's or session's title in a file name
_NOT_IN_FILE_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+')

Content = TypeVar("Content")


class DocumentClass(Enum):
    """Who a document is for: anybody, the people in the room, or named members of the team."""

    PUBLIC = "public"
    ROOM = "room"
    RESTRICTED = "restricted"


@dataclass(frozen=True, slots=True)
class Document(Generic[Content]):
    """One kind of print.

    Attributes:
        name: What commands call it; never changes.
        title: Returns what the user calls it.
        shown_to: Who may see it.
        build: Writes it as a PDF.
    """

    name: str
    title: Callable[[], str]
    shown_to: DocumentClass
    build: Callable[[Content, BinaryIO, PrintStyle], Printed]

    def file_name(self, *, project: str, session: str, on: date) -> str:
        """Return the name its file has unless the user gives another; it never names a person."""
        parts = [_part(project), _part(session), on.isoformat(), _part(self.title())]
        return " - ".join(part for part in parts if part) + ".pdf"


def _sign_in_sheet_title() -> str:
    return _("Sign-in sheet")


def _evacuation_list_title() -> str:
    return _("Evacuation list")


def _recovery_sheet_title() -> str:
    return _("Recovery sheet")


def _person_record_title() -> str:
    return _("Person's record")


SIGN_IN_SHEET = Document("sign-in-sheet", _sign_in_sheet_title, DocumentClass.ROOM, sign_in_sheet.build)
EVACUATION_LIST = Document("evacuation-list", _evacuation_list_title, DocumentClass.RESTRICTED, evacuation_list.build)
RECOVERY_SHEET = Document("recovery-sheet", _recovery_sheet_title, DocumentClass.RESTRICTED, recovery_sheet.build)
PERSON_RECORD = Document("person-record", _person_record_title, DocumentClass.RESTRICTED, person_record.build)
DOCUMENTS = (SIGN_IN_SHEET, EVACUATION_LIST)


def document_named(name: str) -> Document[sign_in_sheet.SignInSheet] | Document[evacuation_list.EvacuationList]:
    """Return the document that commands call so.

    Raises:
        NotFound: There is none of this name.
    """
    for document in DOCUMENTS:
        if document.name == name:
            return document
    raise NotFound("document", name)


def title_of(name: str) -> str:
    """Return what the user calls a document, by what commands call it."""
    return next(document.title() for document in (*DOCUMENTS, RECOVERY_SHEET, PERSON_RECORD) if document.name == name)


def _part(text: str) -> str:
    return " ".join(_NOT_IN_FILE_NAMES.sub(" ", text).split())[:LONGEST_PART].strip(" .")
