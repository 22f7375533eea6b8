# SPDX-License-Identifier: GPL-3.0-or-later
"""A letter of invitation to each person who has not answered yet: what for, when, where, and what can be asked for.

Whoever asked not to be contacted has none; a page for the team says how many they are.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import BinaryIO

from sqlalchemy.orm import Session

from app.attendance.waiting import not_answered
from app.clock import today
from app.days import day_words, long_day
from app.documents.document import Asked, DocumentClass, SessionDocument, When
from app.documents.letterhead import Addressee, Letterhead, Unheaded, put_end, put_opening, read_letterhead
from app.documents.paper.binding import in_a_row
from app.documents.paper.lists import bullets
from app.documents.paper.pdf import FileWords
from app.documents.paper.shaping import Type, Typesetter
from app.documents.paper.sheet import Layout, Sheet
from app.documents.parts import GAP, Heading, SheetParts, joined, put_section
from app.documents.queries import day_or_nothing, place_of, times_of
from app.documents.style import Printed, PrintStyle
from app.i18n import _, ngettext
from app.sessions.facts import ASSETS, spectrum_levels
from app.sessions.queries import SessionHeader, session_header, venue_card
from db.types import Answer


@dataclass(frozen=True, slots=True)
class Promise:
    """What people are told that their words will do; `check` asks the team to look it up first."""

    words: str = ""
    check: bool = False


@dataclass(frozen=True, slots=True)
class InvitationLetters:
    """Everything printed, already decided and worded.

    Attributes:
        project: What the work is called.
        session: The session's title.
        day: Its date in words, or "".
        when: Its weekday, date and times, or "".
        purpose: What it is for, or "".
        fixed, still_open: What is settled, and what people can change, or "".
        where: Room, venue and address, a line each.
        access: What the venue has, and what it has not, in words.
        promise: What people's words will do.
        ask_for: What can be asked for, in words.
        written_on: The day of the letter in words.
        letterhead: Who writes, and how to reach them.
        signed_by: Who runs the session, or "".
        people: Who gets a letter.
        not_contacted: How many asked not to be contacted.
        without_address: How many of those who get a letter have no address.
    """

    project: str
    session: str
    day: str
    when: str
    purpose: str
    fixed: str
    still_open: str
    where: tuple[str, ...]
    access: tuple[str, ...]
    promise: Promise
    ask_for: tuple[str, ...]
    written_on: str
    letterhead: Letterhead
    signed_by: str
    people: tuple[Addressee, ...]
    not_contacted: int = 0
    without_address: int = 0


def read(tx: Session, asked: Asked) -> InvitationLetters:
    """Return a letter to each person who has not answered and may be written to.

    Raises:
        NotFound: There is no such session.
    """
    header, waiting = session_header(tx, asked.session_id), not_answered(tx, asked.session_id)
    level = None if header.spectrum is None else spectrum_levels()[header.spectrum]
    where, access = _venue(tx, header)
    return InvitationLetters(
        project=header.project,
        session=header.title,
        day=day_or_nothing(header.held_on),
        when="" if header.held_on is None else joined(long_day(header.held_on), times_of(header)),
        purpose=header.purpose or "",
        fixed=header.fixed or "",
        still_open=header.open or "",
        where=where,
        access=access,
        promise=Promise() if level is None else Promise(level.promise, level.check),
        ask_for=asked_for(),
        written_on=day_words(today(asked.workspace.clock)),
        letterhead=read_letterhead(tx, asked.workspace),
        signed_by=header.facilitators or "",
        people=tuple(Addressee(person.name, person.spoken_to, person.languages) for person in waiting.people),
        not_contacted=waiting.not_contacted,
        without_address=sum(not person.address for person in waiting.people),
    )


@cache
def asked_for(folder: Path = ASSETS) -> tuple[str, ...]:
    """Return what people are told that they can ask for, a sentence each."""
    kept = json.loads((folder / "invitation.json").read_text(encoding="utf-8"))
    return tuple(one["words"] for one in kept["ask_for"])


def build(content: InvitationLetters, out: BinaryIO, style: PrintStyle) -> Printed:
    """Write all letters as a PDF to `out`, and return how many pages it has and what no font could draw."""
    title = _("Letters of invitation: {session}, {day}").format(session=content.session, day=content.day)
    return lay_out(content, style).write(out, FileWords(title, style.organisation, style.language))


def lay_out(content: InvitationLetters, style: PrintStyle) -> Layout:
    """Return what stands where on each page: first a page for the team, then each letter as a part of its own."""
    typesetter = Typesetter()
    letters = [_letter(content, person, style, typesetter) for person in content.people]
    return in_a_row([_for_the_team(content, style, typesetter), *letters])


def _for_the_team(content: InvitationLetters, style: PrintStyle, typesetter: Typesetter) -> Layout:
    foot = joined(content.day, content.session, style.organisation)
    todo = _("Read one letter first. Sign them all, and send each person their own.")
    heading = Heading(_("Letters of invitation"), content.session, (content.when,), todo)
    sheet = Sheet(style, SheetParts(style, heading, foot), typesetter)
    _put_paragraphs(sheet, _facts(content))
    return sheet.finish(_("Page {page} of {pages}"))


def _facts(content: InvitationLetters) -> list[str]:
    letters, left_out, homeless = len(content.people), content.not_contacted, content.without_address
    facts = [ngettext("{count} letter follows.", "{count} letters follow.", letters).format(count=letters)]
    if not letters and not left_out:
        facts = [_("Nobody is waiting for an answer, so there is no letter. Put people on the list under People.")]
    if left_out:
        words = ngettext(
            "{count} person on the list asked not to be contacted, and has no letter here.",
            "{count} people on the list asked not to be contacted, and have no letter here.",
            left_out,
        )
        facts.append(words.format(count=left_out))
    if homeless:
        words = ngettext(
            "{count} of them has no address, and so no label. Give it to them, or tell them another way.",
            "{count} of them have no address, and so no label. Give it to them, or tell them another way.",
            homeless,
        )
        facts.append(words.format(count=homeless))
    return [*facts, *_gaps(content)]


def _gaps(content: InvitationLetters) -> list[str]:
    """Return what the letters cannot say yet, and what is to be looked up before they go."""
    gaps = [
        (content.when, _("The session has no day, so the letters name none. Type it under Details.")),
        (content.purpose, _("The letters do not say what the session is for. Type it under Details.")),
        (content.where, _("The session has no venue, so the letters name none. Choose one under Details.")),
        (content.letterhead.contact, _("No contact is set, so nobody knows how to answer. Type it in Settings.")),
    ]
    missing = [words for said, words in gaps if content.people and not said]
    if content.people and content.promise.check:
        check = _("Check with your organisation before you send it: “{promise}”")
        missing.append(check.format(promise=content.promise.words))
    return missing


def _letter(content: InvitationLetters, person: Addressee, style: PrintStyle, typesetter: Typesetter) -> Layout:
    sheet = Sheet(style, Unheaded(style, joined(content.day, content.session, style.organisation)), typesetter)
    body = Type(style.measures.body)
    put_opening(sheet, content.letterhead, person, content.written_on, apart=2 * GAP)
    _put_paragraphs(sheet, _invitation(content))
    _put_place(sheet, content)
    _put_promise(sheet, content)
    put_section(sheet, _("What you can ask for"))
    bullets(sheet, content.ask_for, body)
    sheet.space(GAP)
    _put_paragraphs(sheet, [_("Somebody who supports you may come too. Tell us, so that there is a seat for them.")])
    put_section(sheet, _("How to answer"))
    _put_paragraphs(sheet, _answer(content))
    put_end(sheet, _("With kind regards"), content.signed_by, content.letterhead.organisation)
    return sheet.finish(_("Page {page} of {pages}"))


def _put_paragraphs(sheet: Sheet, paragraphs: Iterable[str]) -> None:
    for words in paragraphs:
        sheet.text(words, Type(sheet.style.measures.body))
        sheet.space(GAP)


def _invitation(content: InvitationLetters) -> list[str]:
    titles = {"session": content.session, "project": content.project}
    words = [_("We would like you to come to “{session}”. It is part of “{project}”.").format(**titles)]
    if content.purpose:
        words.append(_("This is what we meet for: {purpose}").format(purpose=content.purpose))
    return words


def _put_place(sheet: Sheet, content: InvitationLetters) -> None:
    body = Type(sheet.style.measures.body)
    put_section(sheet, _("When and where"))
    for line in (content.when or _("We will tell you the day."), *content.where):
        sheet.text(line, Type(body.size, bold=True))
    if not content.where:
        sheet.text(_("We will tell you the place."), body)
    sheet.space(GAP)
    if content.access:
        sheet.text(_("What we know of the building:"), body)
        bullets(sheet, content.access, body)
        sheet.space(GAP)


def _put_promise(sheet: Sheet, content: InvitationLetters) -> None:
    told = [
        content.promise.words,
        _("What is settled: {fixed}").format(fixed=content.fixed) if content.fixed else "",
        _("What you can change with us: {open}").format(open=content.still_open) if content.still_open else "",
    ]
    if any(told):
        put_section(sheet, _("What your words will do"))
        _put_paragraphs(sheet, [words for words in told if words])


def _answer(content: InvitationLetters) -> list[str]:
    contact = content.letterhead.contact
    how = _("Tell us whether you come, and what you need: {contact}").format(contact=contact)
    return [
        how if contact else _("Tell us whether you come, and what you need."),
        _("It is fine to say no. You can change your mind at any time, and need not say why."),
    ]


def _venue(tx: Session, header: SessionHeader) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return where the session is, a line each, and what the venue has and has not; what is not known is not said."""
    if header.venue_id is None:
        return tuple(filter(None, (header.room,))), ()
    venue = venue_card(tx, header.venue_id)
    address = ", ".join(line.strip() for line in (venue.address or "").splitlines() if line.strip())
    words = {Answer.YES: _("{what}: yes"), Answer.NO: _("{what}: no")}
    noted = {Answer.YES: _("{what}: yes. {note}"), Answer.NO: _("{what}: no. {note}")}
    access = tuple(
        (noted if one.note else words)[one.answer].format(what=one.short, note=one.note)
        for one in venue.access
        if one.answer in words
    )
    return tuple(filter(None, (place_of(header), address))), access


def _title() -> str:
    return _("Letters of invitation")


def _place() -> str:
    return _("By post or by hand, to everybody on the list who has not answered and may be contacted.")


DOCUMENT = SessionDocument("invitation-letter", _title, DocumentClass.ROOM, build, lay_out, read, When.ASK, _place)
