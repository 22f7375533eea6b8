# SPDX-License-Identifier: GPL-3.0-or-later
"""The recovery sheet as a page: drawn for the printer, or saved to a drive that can be taken away."""

from io import BytesIO
from pathlib import Path

from app.clock import today
from app.days import day_words
from app.documents import recovery_sheet
from app.documents.catalogue import RECOVERY_SHEET
from app.documents.drawing import print_style
from app.documents.recovery_sheet import RecoverySheet
from app.documents.style import PrintStyle
from app.door import workspace_at
from app.security.errors import SheetInWorkspace, SheetOnLaptop
from app.security.files import write_private
from app.security.placement import System, this_system
from app.security.recovery import groups_of, mark_of
from app.security.removable import is_removable
from app.settings.queries import setting
from app.settings.schema import TEAM_NAME
from app.workspace import Workspace


def draw_sheet(workspace: Workspace, style: PrintStyle) -> bytes:
    """Return the sheet as a PDF that opens without a password; print it at once, and keep it in no file."""
    with workspace.read() as tx:
        team, style = setting(tx, TEAM_NAME), print_style(tx, style)
    key = workspace.key
    content = RecoverySheet(team, day_words(today(workspace.clock)), mark_of(key), groups_of(key))
    out = BytesIO()
    recovery_sheet.build(content, out, style)
    return out.getvalue()


def save_sheet(workspace: Workspace, path: Path, style: PrintStyle, *, system: System | None = None) -> None:
    """Write the sheet to a stick, for whoever has no printer here. A file of this name is replaced.

    Args:
        workspace: Whose sheet it is.
        path: Where to.
        style: How large the words are.
        system: What the laptop says of itself; None asks it.

    Raises:
        SheetInWorkspace: It would lie in a workspace or in a backup of one.
        SheetOnLaptop: It would lie on the laptop.
        Unavailable: The file cannot be written.
    """
    check_sheet_place(path, system)
    write_private(path, draw_sheet(workspace, style))


def check_sheet_place(path: Path, system: System | None = None) -> None:
    """Pass when a recovery sheet may be saved as this file.

    Raises:
        SheetInWorkspace: It would lie in a workspace or in a backup of one.
        SheetOnLaptop: It would lie on the laptop.
    """
    where = path.resolve()
    if any(workspace_at(folder) for folder in where.parents):
        raise SheetInWorkspace(where)
    if not is_removable(where.parent, system or this_system()):
        raise SheetOnLaptop(where)


def sheet_file_name(workspace: Workspace) -> str:
    """Return the name that the file has unless the user gives another."""
    return RECOVERY_SHEET.file_name(project="", session="", on=today(workspace.clock))
