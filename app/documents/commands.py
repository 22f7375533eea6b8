# SPDX-License-Identifier: GPL-3.0-or-later
"""Putting the sheets of a session into files; the window and the command line do it the same way."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from app.clock import today
from app.documents.catalogue import EVACUATION_LIST
from app.documents.document import DocumentClass
from app.documents.drawing import Drawn, draw
from app.documents.errors import OnlyWithPassword
from app.documents.pack import printable_named
from app.documents.passwords import Passwords
from app.documents.protecting import protect
from app.documents.sign_in_sheet import SignInMode
from app.documents.style import Printed, PrintStyle, Variant
from app.documents.viewer import Viewer, leave_nothing
from app.errors import Unavailable
from app.security.files import write_private
from app.workspace import Workspace
from db.local import LocalSetting
from db.types import SessionId

FOLDER = "documents_folder"
LISTED = "evacuation_list_of:"


@dataclass(frozen=True, slots=True)
class Exported:
    """One file that was made.

    Attributes:
        name: What commands call the document.
        variant: For which readers it is.
        path: Where it lies.
        printed: How many pages it has, and what no font could draw.
        protected: Whether it opens with the password alone.
    """

    name: str
    variant: Variant
    path: Path
    printed: Printed
    protected: bool

    @property
    def pages(self) -> int:
        """Return how many pages it has."""
        return self.printed.pages

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the characters that no font could draw; the user must be told."""
        return self.printed.missing


def export(
    workspace: Workspace,
    session_id: SessionId,
    names: Sequence[str],
    folder: Path,
    style: PrintStyle,
    mode: SignInMode = SignInMode.LIST,
    *,
    passwords: Passwords,
) -> list[Exported]:
    """Make documents of a session in a folder, each under its usual name, and return what was made.

    A file of the same name, made before, is replaced. The sign-in sheet gives a line to everybody who has none.

    Args:
        workspace: The records.
        session_id: The session.
        names: What commands call the documents or packs.
        folder: Where they go.
        style: How they are printed.
        mode: How people sign.
        passwords: What opens them.

    Raises:
        NotFound: There is no such session, or no document of this name; nothing is written.
        Unavailable: A file cannot be written; those before it stay.
    """
    return save(workspace, session_id, draw(workspace, session_id, names, style, mode), folder, passwords)


def save(
    workspace: Workspace, session_id: SessionId, drawn: Sequence[Drawn], folder: Path, passwords: Passwords
) -> list[Exported]:
    """Put documents into a folder, each under its usual name, and return what was made.

    Raises:
        Unavailable: A file cannot be written; those before it stay.
    """
    made = [_saved(one, folder, passwords.of(one.shown_to)) for one in drawn]
    note_made(workspace, session_id, drawn)
    return made


def note_made(workspace: Workspace, session_id: SessionId, drawn: Iterable[Drawn]) -> None:
    """Remember on this laptop that the evacuation list was made, where it is among what was printed or saved."""
    if any(EVACUATION_LIST.name in one.holds for one in drawn) and workspace.only_read is None:
        with suppress(Unavailable), workspace.note() as tx:  # they are made: to be reminded again is no loss
            note_listed(tx, session_id, today(workspace.clock))


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
    check_viewable(names)
    return put_in_viewer(workspace, draw(workspace, session_id, names, style, mode), viewer)


def check_viewable(names: Iterable[str]) -> None:
    """Pass when the system's viewer may show all of these documents.

    Raises:
        OnlyWithPassword: One of them is restricted.
        NotFound: There is no document of this name.
    """
    for document in [printable_named(name) for name in names]:
        if document.shown_to is DocumentClass.RESTRICTED:
            raise OnlyWithPassword(document.title())


def put_in_viewer(workspace: Workspace, drawn: Iterable[Drawn], viewer: Viewer) -> list[Exported]:
    """Put documents where the system's viewer finds them, and return what was made.

    Raises:
        OnlyWithPassword: One of them is restricted; those before it stay.
        RecordsLocked: The records were locked meanwhile; nothing stays.
        Unavailable: A file cannot be written; those before it stay.
    """
    made: list[Exported] = []
    for one in drawn:
        if one.shown_to is DocumentClass.RESTRICTED:
            raise OnlyWithPassword(one.title)
        path = viewer.put((one.pdf,), name=f"{one.title}.pdf")
        made.append(Exported(one.name, one.variant, path, one.printed, protected=False))
    leave_nothing(workspace, viewer)
    return made


def last_folder(tx: Session) -> Path | None:
    """Return the folder into which documents were saved last, while it is there."""
    kept = tx.get(LocalSetting, FOLDER)
    return Path(kept.value) if kept is not None and Path(kept.value).is_dir() else None


def remember_folder(tx: Session, folder: Path) -> None:
    """Offer this folder the next time; run in a note."""
    tx.merge(LocalSetting(name=FOLDER, value=str(folder)))


def _saved(drawn: Drawn, folder: Path, password: str | None) -> Exported:
    path = folder / drawn.file_name
    write_private(path, drawn.pdf if password is None else protect(drawn.pdf, password))
    return Exported(drawn.name, drawn.variant, path, drawn.printed, protected=password is not None)
