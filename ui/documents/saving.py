# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets as files: made beside the window, so that nothing waits for them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from app.documents.catalogue import EVACUATION_LIST
from app.documents.commands import Exported, export, last_folder, remember_folder
from app.documents.sign_in_sheet import SignInMode
from app.documents.style import PrintSize, PrintStyle
from app.i18n import _, ngettext
from db.types import SessionId
from ui.jobs import Job
from ui.page import Page


def save_evacuation_list(page: Page, session_id: SessionId, told: Callable[[str], object]) -> Job | None:
    """Save the evacuation list into the folder that was used last, or into one that is asked for.

    Args:
        page: Where a refusal is shown.
        session_id: The session.
        told: Called with what was saved, in words.
    """
    return save_sheets(page, session_id, (EVACUATION_LIST.name,), PrintSize.STANDARD, SignInMode.LIST, told)


def save_sheets(
    page: Page,
    session_id: SessionId,
    names: Sequence[str],
    size: PrintSize,
    mode: SignInMode,
    told: Callable[[str], object],
) -> Job | None:
    """Make sheets in a folder; None when no folder was chosen."""
    folder = folder_of(page) or ask_folder(page)
    if folder is None:
        return None
    workspace, style = page.desk.workspace, PrintStyle("", size=size)

    def work(_job: Job) -> list[Exported]:
        return export(workspace, session_id, names, folder, style, mode)

    job = Job(work, page)

    def tell(made: list[Exported]) -> None:
        told(saved_words(made))

    job.finished.connect(page.while_open(tell))
    job.refused.connect(page.while_open(page.say_no))
    job.failed.connect(_report)
    job.start()
    return job


def folder_of(page: Page) -> Path | None:
    """Return the folder that was used last, while it is there."""
    with page.desk.workspace.read() as tx:
        return last_folder(tx)


def ask_folder(page: Page) -> Path | None:
    """Ask for a folder and remember it; None when nothing is chosen."""
    folder = page.desk.asking.folder(_("Where should the sheets go? Whoever can open the folder can read them."))
    if folder is not None and page.desk.workspace.only_read is None:
        with page.desk.workspace.note() as tx:
            remember_folder(tx, folder)
    return folder


def saved_words(made: Sequence[Exported]) -> str:
    """Return what was saved where, and what could not be drawn."""
    folder = made[0].path.parent
    words = ngettext("{count} sheet saved in {folder}.", "{count} sheets saved in {folder}.", len(made))
    said = words.format(count=len(made), folder=folder)
    missing = "".join(sorted({letter for one in made for letter in one.missing}))
    if not missing:
        return said
    return (
        said
        + " "
        + _("These letters could not be drawn, and stand as a question mark: {letters}").format(letters=missing)
    )


def _report(bug: Exception) -> None:
    """Let the window's own report have a bug that came up beside it."""
    raise bug
