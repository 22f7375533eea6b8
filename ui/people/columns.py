# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the list of people."""

from datetime import date

from app.days import day_words, short_day
from app.i18n import _
from app.people.kinds import need_kind, need_label
from app.people.queries import NeedMark, PersonRow
from app.wording.vocabulary import need_status_word, role_word
from db.types import NeedStatus
from ui.parts.chip import ChipKind
from ui.tables import Cell, Column, Mark, Piece, Words, cell

MOST_NEEDS = 2
SETTLED = frozenset({NeedStatus.CONFIRMED, NeedStatus.MET})


def people_columns(today: date) -> tuple[Column[PersonRow], ...]:
    """Return the columns; the year of a day is left out when it is this one."""
    return (
        Column(_("Name"), _name),
        Column(_("Usual role"), _role, width=150, line=1, hide_when_narrow=True),
        Column(_("Needs"), _needs, width=170, line=1),
        Column(_("Last came"), lambda row: _came(row, today), width=104, line=2),
    )


def _name(row: PersonRow) -> Cell:
    called = _("known as {name}").format(name=row.known_as) if row.known_as else ""
    beside = [Words(words, ink="ink2") for words in (row.name_in_script, called) if words]
    return cell(Words(row.name, bold=True), *beside)


def _role(row: PersonRow) -> Cell:
    return cell(role_word(row.usual_role or ""))


def _needs(row: PersonRow) -> Cell:
    marks: list[Piece] = []
    if row.allergy:
        spoken = _("allergy: {what}").format(what=row.allergy)
        marks.append(Mark("needAllergy", row.allergy, ChipKind.STOP, spoken=spoken))
    marks += [_need(need) for need in row.needs[:MOST_NEEDS]]
    more = len(row.needs) - MOST_NEEDS
    if more > 0:
        spoken = ", ".join(need_label(need.kind) for need in row.needs[MOST_NEEDS:])
        marks.append(Words(_("and {count} more").format(count=more), ink="ink2", size="small", spoken=spoken))
    return cell(*marks)


def _need(need: NeedMark) -> Mark:
    label = need_label(need.kind)
    return Mark(need_kind(need.kind).icon, label, spoken=f"{label}, {need_status_word(need.status)}")


def _came(row: PersonRow, today: date) -> Cell:
    if row.last_came is None:
        return cell()
    return cell(
        Words(short_day(row.last_came, today), spoken=_("last came {day}").format(day=day_words(row.last_came)))
    )
