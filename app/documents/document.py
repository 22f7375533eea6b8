# SPDX-License-Identifier: GPL-3.0-or-later
"""What every kind of print has: its name, who may see it, when it is needed, and how it is read and drawn."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import BinaryIO, Generic, TypeVar

from sqlalchemy.orm import Session

from app.documents.paper.sheet import Layout
from app.documents.sign_in_sheet import SignInMode
from app.documents.style import Printed, PrintStyle, Variant
from app.workspace import Workspace
from db.types import SessionId

PACK_SPARES = 6  # blank lines on each sheet of a whole pack, besides the usual ones
USUAL = (Variant.STANDARD, Variant.LARGE_PRINT)  # how every document is offered
LONGEST_PART = 60  # characters of a project's or session's title in a file name
MOST_BYTES = 72  # of a part; systems take 255 bytes for a name, and a letter with its accents can be many
_NOT_IN_FILE_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+')

Content = TypeVar("Content")
Draw = Callable[[BinaryIO, PrintStyle], Printed]


class DocumentClass(Enum):
    """Who a document is for: anybody, the people in the room, or named members of the team."""

    PUBLIC = "public"
    ROOM = "room"
    RESTRICTED = "restricted"


class When(Enum):
    """When a document is needed: to ASK people to come, BEFORE the doors open, APART on paper of its own, or AFTER."""

    ASK = "ask"
    BEFORE = "before"
    APART = "apart"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be read for the documents of a session.

    Attributes:
        workspace: The records.
        session_id: The session.
        mode: How people sign.
        spares: How many blank lines are wanted besides the usual ones.
    """

    workspace: Workspace
    session_id: SessionId
    mode: SignInMode = SignInMode.LIST
    spares: int = 0


@dataclass(frozen=True, slots=True)
class Document(Generic[Content]):
    """One kind of print.

    Attributes:
        name: What commands call it; never changes.
        title: Returns what the user calls it.
        shown_to: Who may see it.
        build: Writes it as a PDF.
        variants: How it is offered; it is never built otherwise.
    """

    name: str
    title: Callable[[], str]
    shown_to: DocumentClass
    build: Callable[[Content, BinaryIO, PrintStyle], Printed]
    variants: tuple[Variant, ...] = field(default=USUAL, kw_only=True)

    def file_name(self, *, project: str, session: str, on: date) -> str:
        """Return the name its file has unless the user gives another; it never names a person."""
        return file_name(self.title(), project=project, session=session, on=on)


@dataclass(frozen=True, slots=True)
class SessionDocument(Document[Content]):
    """One kind of print that a session has.

    Attributes:
        lay_out: Returns what stands where on each page.
        read: Returns what it says, from the records.
        when: When it is needed.
        place: Returns where it goes, and what it is for, in a sentence.
    """

    lay_out: Callable[[Content, PrintStyle], Layout]
    read: Callable[[Session, Asked], Content]
    when: When
    place: Callable[[], str]

    @property
    def holds(self) -> tuple[str, ...]:
        """Return what commands call all that it holds: itself."""
        return (self.name,)

    def read_to_draw(self, tx: Session, asked: Asked) -> Draw:
        """Return what draws it from the records as they are now; drawing reads them no more.

        Raises:
            NotFound: There is no such session.
        """
        content = self.read(tx, asked)
        return lambda out, style: self.build(content, out, style)


def file_name(title: str, *, project: str, session: str, on: date) -> str:
    """Return a name for a file that every system takes."""
    parts = [_part(project), _part(session), on.isoformat(), _part(title)]
    return " - ".join(part for part in parts if part) + ".pdf"


def _part(text: str) -> str:
    written = " ".join(_NOT_IN_FILE_NAMES.sub(" ", text).split())[:LONGEST_PART]
    return written.encode()[:MOST_BYTES].decode(errors="ignore").strip(" .")
