# SPDX-License-Identifier: GPL-3.0-or-later
"""All that is held of one person in words, for the print of their record."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby

from app.clock import local
from app.days import day_words
from app.documents.person_record import Held, Part, PersonSheet
from app.i18n import _, ngettext
from app.journal.operations import operation
from app.people.access import OTHER, Change, Fields, HeldRow, PersonRecord, Value
from app.people.kinds import need_label
from app.wording.people import field_word
from app.wording.vocabulary import call_word, need_status_word, role_word, status_word
from db.types import AffiliationKind, Call, NeedStatus, SeatKind, Status

INSTANTS = ("arrived_at", "left_at", "last_call_at")
DAYS = ("review_on", "purge_on", "trained_on", "held_on")
YES_OR_NO = ("do_not_contact", "walk_in", "booked", "table_by_hand")


def person_sheet_of(record: PersonRecord, *, now: datetime, member: str) -> PersonSheet:
    """Return what the print of a person's record says.

    Args:
        record: What is held.
        now: When it is made.
        member: Who makes it.
    """
    return PersonSheet(
        name=record.name,
        day=day_words(local(now).date()),
        made_by=member,
        parts=tuple(_parts(record)),
        changes=tuple(_change(one) for one in record.changes),
        closing=tuple(_closing(record)),
    )


def part_word(table: str) -> str:
    """Return what one kind of thing that is held is called."""
    return {
        "person": _("About you"),
        "need": _("What you need"),
        "need_detail": _("What your needs are about"),
        "emergency_contact": _("Whom to ring for you"),
        "affiliation": _("Organisations and networks"),
        "community_role": _("Your roles in the community"),
        "attendance": _("Sessions you were asked to"),
        "ride": _("Your taxis home"),
        "seating_pair": _("Whom you sit with at tables, or not"),
        "incident_person": _("Where a note of an incident is about you; ask us to see it"),
        "stored_file": _("Files about you"),
        "kept_apart": _("People with a name like yours, known to be somebody else"),
    }[table]


def column_word(column: str) -> str:
    """Return what one thing that a row says is called."""
    return {
        "kind": _("Kind"),
        "status": _("How far it got"),
        "review_on": _("Ask again on"),
        "detail": _("What it is about"),
        "purge_on": _("Goes on"),
        "trained_on": _("Trained on"),
        "session": _("Session"),
        "held_on": _("Day"),
        "walk_in": _("Came without being asked"),
        "roles": _("Role there"),
        "arrived_at": _("Came at"),
        "left_at": _("Left at"),
        "supports": _("Came to support"),
        "sheet_number": _("Line on the sign-in sheet"),
        "last_call": _("When asked last"),
        "last_call_at": _("Asked last at"),
        "table_by_hand": _("Table chosen by hand"),
        "leaves_at": _("Leaves at"),
        "booked": _("Booked"),
        "shares_with": _("Shared with"),
        "goes_to": _("Where to"),
        "table_number": _("Number of the table"),
        "size": _("Size in bytes"),
        "mime": _("Kind of file"),
        "first": _("One"),
        "second": _("The other"),
    }.get(column) or field_word(column)


def _parts(record: PersonRecord) -> Iterator[Part]:
    for table, rows in groupby(record.rows, key=lambda row: row.table):
        held = tuple(one for row in rows for one in _held(row))
        if held:
            yield Part(part_word(table), held)
    if record.supported:
        rows = tuple(
            Held(one.session, _("{person} came to support you").format(person=_other(OTHER)), _day(one.held_on))
            for one in record.supported
        )
        yield Part(_("Sessions at which somebody supported you"), rows)


def _held(row: HeldRow) -> Iterator[Held]:
    entered = _when_and_who(row.entered_at, row.entered_by)
    if row.removed:
        entered = _("{entered}; deleted since, kept for a while").format(entered=entered)
    for at, (name, value) in enumerate(row.fields):
        yield Held(column_word(name), _said(row.table, name, value), "" if at else entered)


def _change(change: Change) -> Held:
    what = operation(change.op)
    return Held(
        what=what[:1].upper() + what[1:],
        says=_written(change.table, change.fields),
        entered=_when_and_who(change.at, change.by),
    )


def _written(table: str, fields: Fields) -> str:
    return "; ".join(
        _("{field}: {value}").format(field=column_word(name), value=_said(table, name, value)) for name, value in fields
    )


def _said(table: str, name: str, value: Value) -> str:
    """Return a value in words, as a row or as the history holds it."""
    if name in YES_OR_NO:
        return _("yes") if value else _("no")
    if name in INSTANTS:
        return _instant(value if isinstance(value, datetime) else datetime.fromisoformat(str(value)))
    if name in DAYS:
        return _day(value if isinstance(value, date) else date.fromisoformat(str(value)))
    if name == "roles":
        return ", ".join(role_word(role) for role in (value.split() if isinstance(value, str) else _tuple(value)))
    return _word(table, name, str(value))


def _word(table: str, name: str, value: str) -> str:
    match table, name:
        case "need", "kind":
            return need_label(value)
        case "need", "status":
            return need_status_word(NeedStatus(value))
        case "attendance", "status":
            return status_word(Status(value))
        case "attendance", "last_call":
            return call_word(Call(value))
        case "seating_pair", "kind":
            return _("Sit together") if value == SeatKind.TOGETHER else _("Sit apart")
        case "affiliation", "kind":
            return _("Network") if value == AffiliationKind.NETWORK else _("Organisation")
        case "person", "usual_role":
            return role_word(value)
        case _:
            return _other(value)


def _other(text: str) -> str:
    return text.replace(OTHER, _("[another person]"))


def _tuple(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _closing(record: PersonRecord) -> Iterator[str]:
    if record.redacted:
        yield ngettext(
            "The name of another person was taken out in {count} place.",
            "Names of other people were taken out in {count} places.",
            record.redacted,
        ).format(count=record.redacted)
    yield _(
        "Names of others were replaced by [another person] where we know them; read it once before you hand it over."
    )
    yield _("Backups of the last weeks hold older versions of the same, encrypted.")
    yield _(
        "You can ask us to correct it, to stop using it, or to erase it. If you are not content with the answer, "
        "you can complain to the Information Commissioner's Office."
    )


def _when_and_who(at: datetime, by: str) -> str:
    return _("{when}, {member}").format(when=_instant(at), member=by) if by else _instant(at)


def _instant(at: datetime) -> str:
    here = local(at)
    return _("{day} at {time}").format(day=day_words(here.date()), time=f"{here.hour}:{here.minute:02}")


def _day(day: date | None) -> str:
    return "" if day is None else day_words(day)
