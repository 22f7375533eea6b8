# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents of a session drawn from the records: they lie nowhere yet, so that the user can look before they do."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any

from sqlalchemy.orm import Session

from app.attendance.sheets import number_sheet
from app.clock import today
from app.documents.document import Asked, DocumentClass, SessionDocument, file_name
from app.documents.errors import NoEasyRead
from app.documents.pack import Pack, gives_lines, printable_named
from app.documents.paper.collecting import uncollected
from app.documents.sign_in_sheet import SignInMode
from app.documents.style import Printed, PrintStyle, Variant
from app.documents.variants import nearest, offered, titled
from app.sessions.queries import session_header
from app.settings.queries import setting
from app.settings.schema import ORGANISATION, TEAM_NAME
from app.workspace import Workspace
from db.journal import Op
from db.types import SessionId


@dataclass(frozen=True, slots=True)
class Drawn:
    """One document, whole, that lies in no file yet.

    Attributes:
        name: What commands call it.
        title: What the user calls it, made so.
        shown_to: Who may see it.
        variant: For which readers it is.
        file_name: What its file is called unless the user gives another name.
        pdf: The document.
        printed: How many pages it has, and what no font could draw.
        holds: What commands call the documents in it: itself, or those of a pack.
    """

    name: str
    title: str
    shown_to: DocumentClass
    variant: Variant
    file_name: str
    pdf: bytes = field(repr=False)
    printed: Printed
    holds: tuple[str, ...]


def draw(
    workspace: Workspace,
    session_id: SessionId,
    names: Sequence[str],
    style: PrintStyle,
    mode: SignInMode = SignInMode.LIST,
) -> list[Drawn]:
    """Return documents of a session. The sign-in sheet gives a line to everybody who has none.

    Args:
        workspace: The records.
        session_id: The session.
        names: What commands call the documents or packs.
        style: How they are printed. Where some are offered so and others not, those come in large print.
        mode: How people sign.

    Raises:
        NotFound: There is no such session, or no document or pack of this name; nothing is drawn.
        NoEasyRead: None of them is offered in easy read; nothing is drawn.
    """
    wanted = [printable_named(name) for name in names]
    if style.variant not in offered(wanted):
        raise NoEasyRead(tuple(one.title() for one in wanted))
    with workspace.read() as tx:
        header = session_header(tx, session_id)
    if any(gives_lines(one) for one in wanted):
        number_lines(workspace, session_id)
    on = header.held_on or today(workspace.clock)
    asked = Asked(workspace, session_id, mode)
    drawn: list[Drawn] = []
    for one in wanted:
        fitting = replace(style, variant=nearest(one.variants, style.variant))
        title = titled(one.title(), fitting.variant)
        name = file_name(title, project=header.project, session=header.title, on=on)
        drawn.append(_drawn(asked, one, fitting, title, name))
    return drawn


def number_lines(workspace: Workspace, session_id: SessionId) -> None:
    """Give a line on the sign-in sheet to everybody who has none; damaged records are left as they are."""
    if workspace.only_read is not None:
        return
    with workspace.change(Op.PRINT_SHEETS) as tx:
        number_sheet(tx, session_id)


def print_style(tx: Session, style: PrintStyle) -> PrintStyle:
    """Return the style with the name of the organisation, or else of the team, in its foot."""
    return replace(style, organisation=setting(tx, ORGANISATION) or setting(tx, TEAM_NAME))


def _drawn(asked: Asked, document: SessionDocument[Any] | Pack, style: PrintStyle, title: str, name: str) -> Drawn:
    """Return a document whole; drawing it holds no transaction open."""
    with asked.workspace.read() as tx:
        style = print_style(tx, style)
        write = document.read_to_draw(tx, asked)
    out = BytesIO()
    with uncollected():
        printed = write(out, style)
    about = document.name, title, document.shown_to, style.variant, name
    return Drawn(*about, out.getvalue(), printed, document.holds)
