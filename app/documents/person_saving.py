# SPDX-License-Identifier: GPL-3.0-or-later
"""Making one person's whole record as a file, for them to have: a PDF to read, and JSON for programs."""

from collections.abc import Iterator
from io import BytesIO
from itertools import count
from pathlib import Path

from app.clock import today
from app.documents.catalogue import PERSON_RECORD
from app.documents.commands import Exported
from app.documents.drawing import print_style
from app.documents.person_json import person_json
from app.documents.person_words import person_sheet_of
from app.documents.protecting import protect
from app.documents.style import PrintStyle
from app.people.access import record_of
from app.security.files import write_private
from app.settings.queries import member_name
from app.workspace import Workspace
from db.types import PersonId


def export_person(
    workspace: Workspace, person_id: PersonId, folder: Path, style: PrintStyle, *, password: str | None
) -> Exported:
    """Make a person's record as a PDF in a folder, and return what was made; its name names nobody.

    Args:
        workspace: The records.
        person_id: Whose record.
        folder: Where it goes; a file that is there already stays.
        style: How it is printed.
        password: What opens it; None leaves it in clear, by an act of the user that says so.

    Raises:
        NotFound: There is no such person, or they were erased.
        Unavailable: The file cannot be written.
    """
    with workspace.read() as tx:
        record, member = record_of(tx, person_id), member_name(tx, workspace.member)
        style = print_style(tx, style)
    out = BytesIO()
    printed = PERSON_RECORD.build(person_sheet_of(record, now=workspace.clock.now(), member=member), out, style)
    path = _free(workspace, folder, ".pdf")
    write_private(path, out.getvalue() if password is None else protect(out.getvalue(), password))
    return Exported(PERSON_RECORD.name, style.variant, path, printed, protected=password is not None)


def export_person_json(workspace: Workspace, person_id: PersonId, folder: Path) -> Path:
    """Write a person's record as JSON, in clear, into a folder, and return where it lies; its name names nobody.

    Raises:
        NotFound: There is no such person, or they were erased.
        Unavailable: The file cannot be written.
    """
    with workspace.read() as tx:
        record = record_of(tx, person_id)
    path = _free(workspace, folder, ".json")
    write_private(path, person_json(record, now=workspace.clock.now()))
    return path


def _free(workspace: Workspace, folder: Path, ending: str) -> Path:
    """Return a name that no file in the folder has: two people may be given their records on one day."""
    usual = Path(PERSON_RECORD.file_name(project="", session="", on=today(workspace.clock)))
    return next(path for path in _numbered(folder, usual.stem, ending) if not path.exists())


def _numbered(folder: Path, stem: str, ending: str) -> Iterator[Path]:
    yield folder / f"{stem}{ending}"
    yield from (folder / f"{stem} {number}{ending}" for number in count(2))
