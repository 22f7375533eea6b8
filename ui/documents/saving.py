# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets as files: made beside the window, so that nothing waits for them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from app.documents.catalogue import EVACUATION_LIST
from app.documents.commands import Exported, export, last_folder, put_in_viewer, remember_folder, save
from app.documents.drawing import Drawn, draw
from app.documents.passwords import Passwords, new_passwords
from app.documents.sign_in_sheet import SignInMode
from app.documents.style import PrintStyle, Variant
from app.documents.words import missing_words as letters_missing
from app.documents.words import password_words
from app.i18n import _, ngettext
from db.types import SessionId
from ui.jobs import Job
from ui.page import Page

Made = TypeVar("Made")
Tell = Callable[[str, str], object]  # a line, and a sentence or ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which sheets are made, and how.

    Attributes:
        session_id: The session.
        names: What commands call the documents.
        variant: For which readers they are.
        mode: How people sign.
    """

    session_id: SessionId
    names: tuple[str, ...]
    variant: Variant = Variant.STANDARD
    mode: SignInMode = SignInMode.LIST


def save_evacuation_list(page: Page, session_id: SessionId, told: Tell) -> Job | None:
    """Save the evacuation list, with a new password, into the folder that was used last, or into one that is asked for.

    It may be wanted in a hurry, so nothing is asked about letters that no font has; they are told afterwards.

    Args:
        page: Where a refusal is shown.
        session_id: The session.
        told: Called with what was saved, and with what opens it.
    """
    folder = folder_of(page) or ask_folder(page)
    if folder is None:
        return None
    workspace, passwords = page.desk.workspace, new_passwords()

    def make() -> list[Exported]:
        return export(workspace, session_id, [EVACUATION_LIST.name], folder, PrintStyle(""), passwords=passwords)

    return _into_folder(page, make, passwords, told)


def save_sheets(page: Page, wanted: Wanted, passwords: Passwords, told: Tell) -> Job | None:
    """Make sheets in a folder; None when no folder was chosen.

    Args:
        page: Where a refusal is shown.
        wanted: Which sheets.
        passwords: What opens them.
        told: Called with what was saved, and with what opens it, if nobody knows that yet.
    """
    folder = folder_of(page) or ask_folder(page)
    if folder is None:
        return None
    workspace = page.desk.workspace

    def go_on(drawn: Sequence[Drawn]) -> None:
        def make() -> list[Exported]:
            return save(workspace, wanted.session_id, drawn, folder, passwords)

        _into_folder(page, make, passwords, told)

    return _drawn(page, wanted, go_on)


def save_drawn(page: Page, session_id: SessionId, drawn: Drawn, passwords: Passwords, told: Tell) -> Job | None:
    """Save a document that is drawn already, as `save_sheets` does those that are not."""
    folder = folder_of(page) or ask_folder(page)
    if folder is None:
        return None
    workspace = page.desk.workspace

    def make() -> list[Exported]:
        return save(workspace, session_id, [drawn], folder, passwords)

    return _into_folder(page, make, passwords, told)


def open_sheets(page: Page, wanted: Wanted, told: Tell) -> Job:
    """Make sheets and show them in the system's viewer.

    Args:
        page: Where a refusal is shown.
        wanted: Which sheets; none of them restricted.
        told: Called with what could not be drawn, if there is something.
    """
    workspace, viewer = page.desk.workspace, page.desk.viewer

    def go_on(drawn: Sequence[Drawn]) -> None:
        _in_viewer(page, lambda: put_in_viewer(workspace, drawn, viewer), told)

    return _drawn(page, wanted, go_on)


def open_drawn(page: Page, drawn: Drawn, told: Tell) -> Job:
    """Show a document that is drawn already, as `open_sheets` does those that are not."""
    workspace, viewer = page.desk.workspace, page.desk.viewer
    return _in_viewer(page, lambda: put_in_viewer(workspace, [drawn], viewer), told)


def folder_of(page: Page) -> Path | None:
    """Return the folder that was used last, while it is there."""
    with page.desk.workspace.read() as tx:
        return last_folder(tx)


def ask_folder(page: Page) -> Path | None:
    """Ask for a folder and remember it; None when nothing is chosen."""
    folder = page.desk.asking.folder(_("Where should the sheets go?"))
    if folder is not None and page.desk.workspace.only_read is None:
        with page.desk.workspace.note() as tx:
            remember_folder(tx, folder)
    return folder


def saved_words(made: Sequence[Exported]) -> str:
    """Return what was saved where, and what could not be drawn."""
    folder = made[0].path.parent
    words = ngettext("{count} sheet saved in {folder}.", "{count} sheets saved in {folder}.", len(made))
    return " ".join(filter(None, (words.format(count=len(made), folder=folder), missing_words(made))))


def missing_words(made: Sequence[Exported]) -> str:
    """Return what could not be drawn and where it stands, or "" where everything could."""
    return "\n".join(filter(None, letters_missing(one.printed for one in made)))


def _drawn(page: Page, wanted: Wanted, go_on: Callable[[Sequence[Drawn]], object]) -> Job:
    """Draw sheets, and go on with them unless letters are missing and whoever is asked would rather not."""
    workspace, style = page.desk.workspace, PrintStyle("", variant=wanted.variant)

    def ask(drawn: Sequence[Drawn]) -> None:
        letters, where = letters_missing(one.printed for one in drawn)
        by_hand = _("Such a name can be written in by hand.")
        if not letters or page.desk.asking.confirm(letters, explanation=f"{where}\n{by_hand}", verb=_("Go on")):
            go_on(drawn)

    return started(page, lambda _job: draw(workspace, wanted.session_id, wanted.names, style, wanted.mode), ask)


def _into_folder(page: Page, make: Callable[[], list[Exported]], passwords: Passwords, told: Tell) -> Job:
    """Make files, and tell where they lie and what opens them, if nobody knows that yet."""

    def tell(made: list[Exported]) -> None:
        if passwords.untold is not None and any(one.protected for one in made):
            told(saved_words(made), "\n".join(password_words(made, passwords.untold)))
        else:
            told(saved_words(made), "")

    return started(page, lambda _job: make(), tell)


def _in_viewer(page: Page, make: Callable[[], list[Exported]], told: Tell) -> Job:
    def show(made: list[Exported]) -> None:
        shown = [page.desk.asking.show_file(one.path) for one in made]
        if not all(shown):
            page.say_no(
                _("No program for PDF files was found on this laptop. Save the sheets, then open them elsewhere.")
            )
        elif missing_words(made):
            told(missing_words(made), "")

    return started(page, lambda _job: make(), show)


def started(page: Page, work: Callable[[Job], Made], finished: Callable[[Made], None]) -> Job:
    """Begin to make files beside the window; a refusal is shown on the page."""
    job = Job(work, page)
    job.finished.connect(page.while_open(finished))
    job.refused.connect(page.while_open(page.say_no))
    job.failed.connect(_report)
    job.start()
    return job


def _report(bug: Exception) -> None:
    """Let the window's own report have a bug that came up beside it."""
    raise bug
