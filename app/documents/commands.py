# SPDX-License-Identifier: GPL-3.0-or-later
"""Making the sheets of a session as files; the window and the command line do it the same way."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from sqlalchemy.orm import Session

from app.attendance.sheets import number_sheet
from app.clock import today
from app.documents.catalogue import EVACUATION_LIST, SIGN_IN_SHEET, DocumentClass, document_named
from app.documents.errors import OnlyWithPassword
from app.documents.paper.collecting import uncollected
from app.documents.protecting import protect
from app.documents.queries import evacuation_list_of, sign_in_sheet_of
from app.documents.sign_in_sheet import SignInMode
from app.documents.style import Printed, PrintStyle
from app.documents.viewer import Viewer, leave_nothing
from app.security.files import write_private
from app.sessions.queries import session_header
from app.settings.queries import member_name, setting
from app.settings.schema import ORGANISATION, TEAM_NAME
from app.workspace import Workspace
from db.journal import Op
from db.local import LocalSetting
from db.types import SessionId

FOLDER = "documents_folder"
LISTED = "evacuation_list_of:"

Draw = Callable[[BinaryIO, PrintStyle], Printed]


@dataclass(frozen=True, slots=True)
class Exported:
    """One file that was made.

    Attributes:
        name: What commands call the document.
        path: Where it lies.
        pages: How many pages it has.
        missing: Characters that no font could draw; the user must be told.
        protected: Whether it opens with the password alone.
    """

    name: str
    path: Path
    pages: int
    missing: tuple[str, ...]
    protected: bool


def export(
    workspace: Workspace,
    session_id: SessionId,
    names: Sequence[str],
    folder: Path,
    style: PrintStyle,
    mode: SignInMode = SignInMode.LIST,
    *,
    password: str | None,
) -> list[Exported]:
    """Make documents of a session in a folder, each under its usual name, and return what was made.

    A file of the same name, made before, is replaced. The sign-in sheet gives a line to everybody who has none.

    Args:
        workspace: The records.
        session_id: The session.
        names: What commands call the documents.
        folder: Where they go.
        style: How they are printed.
        mode: How people sign.
        password: What opens the restricted ones; None leaves them in clear, by an act of the user that says so.

    Raises:
        NotFound: There is no such session, or no document of this name; nothing is written.
        Unavailable: A file cannot be written; those before it stay.
    """
    wanted = [document_named(name) for name in names]
    with workspace.read() as tx:
        header = session_header(tx, session_id)
    _number_lines(workspace, session_id, names)
    on = header.held_on or today(workspace.clock)
    made: list[Exported] = []
    for document in wanted:
        content, printed = _printed(workspace, session_id, document.name, style, mode)
        locked = password if document.shown_to is DocumentClass.RESTRICTED else None
        path = folder / document.file_name(project=header.project, session=header.title, on=on)
        write_private(path, content if locked is None else protect(content, locked))
        made.append(Exported(document.name, path, printed.pages, printed.missing, protected=locked is not None))
    if EVACUATION_LIST in wanted and workspace.only_read is None:
        with workspace.note() as tx:
            note_listed(tx, session_id, today(workspace.clock))
    return made


def note_listed(tx: Session, session_id: SessionId, on: date) -> None:
    """Remember on which day the evacuation list of a session was made; run in a note."""
    tx.merge(LocalSetting(name=f"{LISTED}{session_id}", value=on.isoformat()))


def listed_on(tx: Session, session_id: SessionId) -> date | None:
    """Return the day on which the evacuation list of a session was last made on this laptop; None for never."""
    kept = tx.get(LocalSetting, f"{LISTED}{session_id}")
    return None if kept is None else date.fromisoformat(kept.value)


def view(
    workspace: Workspace,
    session_id: SessionId,
    names: Sequence[str],
    viewer: Viewer,
    style: PrintStyle,
    mode: SignInMode = SignInMode.LIST,
) -> list[Exported]:
    """Make documents of a session where the system's viewer finds them, and return what was made.

    The sign-in sheet gives a line to everybody who has none.

    Raises:
        OnlyWithPassword: One of them is restricted; nothing is written.
        NotFound: There is no such session, or no document of this name; nothing is written.
        Unavailable: A file cannot be written; those before it stay.
    """
    wanted = [document_named(name) for name in names]
    for document in wanted:
        if document.shown_to is DocumentClass.RESTRICTED:
            raise OnlyWithPassword(document.title())
    with workspace.read() as tx:
        session_header(tx, session_id)
    _number_lines(workspace, session_id, names)
    made: list[Exported] = []
    for document in wanted:
        content, printed = _printed(workspace, session_id, document.name, style, mode)
        path = viewer.put((content,), name=f"{document.title()}.pdf")
        made.append(Exported(document.name, path, printed.pages, printed.missing, protected=False))
    leave_nothing(workspace, viewer)
    return made


def print_style(tx: Session, style: PrintStyle) -> PrintStyle:
    """Return the style with the name of the organisation, or else of the team, in its foot."""
    return replace(style, organisation=setting(tx, ORGANISATION) or setting(tx, TEAM_NAME))


def last_folder(tx: Session) -> Path | None:
    """Return the folder into which documents were saved last, while it is there."""
    kept = tx.get(LocalSetting, FOLDER)
    return Path(kept.value) if kept is not None and Path(kept.value).is_dir() else None


def remember_folder(tx: Session, folder: Path) -> None:
    """Offer this folder the next time; run in a note."""
    tx.merge(LocalSetting(name=FOLDER, value=str(folder)))


def _number_lines(workspace: Workspace, session_id: SessionId, names: Sequence[str]) -> None:
    if SIGN_IN_SHEET.name in names:
        with workspace.change(Op.PRINT_SHEETS) as tx:
            number_sheet(tx, session_id)


def _printed(
    workspace: Workspace, session_id: SessionId, name: str, style: PrintStyle, mode: SignInMode
) -> tuple[bytes, Printed]:
    """Return a document whole; drawing it holds no transaction open."""
    build = partial(_sign_in_sheet, mode=mode) if name == SIGN_IN_SHEET.name else _evacuation_list
    with workspace.read() as tx:
        style = print_style(tx, style)
        draw = build(workspace, tx, session_id)
    out = BytesIO()
    with uncollected():
        printed = draw(out, style)
    return out.getvalue(), printed


def _sign_in_sheet(workspace: Workspace, tx: Session, session_id: SessionId, mode: SignInMode) -> Draw:
    return partial(SIGN_IN_SHEET.build, sign_in_sheet_of(tx, session_id, mode))


def _evacuation_list(workspace: Workspace, tx: Session, session_id: SessionId) -> Draw:
    member = member_name(tx, workspace.member)
    return partial(EVACUATION_LIST.build, evacuation_list_of(tx, session_id, now=workspace.clock.now(), member=member))
