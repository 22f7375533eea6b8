# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the list of people who are asked to a session."""

from app.attendance.queries import RoomRow
from app.clock import local
from app.days import postmark_day
from app.i18n import _
from app.wording.vocabulary import call_word, status_word
from db.types import Call, Status
from ui.attendance.columns import RoomColumns
from ui.parts.chip import ChipKind
from ui.tables import Cell, Column, Mark, Piece, Press, Words, cell

INVITE = "invite"
SAID = {
    Status.ACCEPTED: ("accepted", ChipKind.BARE_OK),
    Status.ATTENDED: ("here", ChipKind.BARE_OK),
    Status.ATTENDED_PART: ("here", ChipKind.BARE_OK),
}


def list_columns() -> tuple[Column[RoomRow], ...]:
    """Return the columns, what was answered first."""
    cells = RoomColumns()
    return (
        Column(_("Answer"), _answer, width=168),
        Column(_("Name"), lambda row: _name(row, cells)),
        Column(_("Role in the room"), cells.role, width=190, short_title=_("Role"), line=1),
        Column(_("Table"), _table, width=84, line=2, hide_when_narrow=True),
        Column(_("Needs"), cells.needs, line=2, hide_when_narrow=True),
    )


def _answer(row: RoomRow) -> Cell:
    if row.status is None:
        spoken = _("Put {name} on the list").format(name=row.name)
        return cell(Press(_("Put on the list"), "add", act=INVITE, spoken=spoken))
    icon, kind = SAID.get(row.status, ("", ChipKind.BARE))
    return cell(Mark(icon, status_word(row.status), kind, size="body"))


def _name(row: RoomRow, cells: RoomColumns) -> Cell:
    """Return who it is, whether they may be contacted, and what came of ringing them."""
    told: list[Piece] = []
    if row.do_not_contact:
        told.append(Mark("doNotContact", _("Do not contact"), ChipKind.WARN))
    if row.last_call is not None and row.last_call is not Call.ANSWERED and row.last_call_at is not None:
        day = postmark_day(local(row.last_call_at).date())
        words = _("{call}, {day}").format(call=call_word(row.last_call), day=day)
        told.append(Words(words, ink="ink2", size="small"))
    return cell(*cells.name(row).pieces, *told)


def _table(row: RoomRow) -> Cell:
    return cell(str(row.table or ""))
