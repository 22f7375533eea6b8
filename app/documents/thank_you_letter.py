# SPDX-License-Identifier: GPL-3.0-or-later
"""A letter of thanks to each person who came: what they gave, what happens next, and whom to ask.

Whoever asked not to be contacted has none; a page for the team says how many they are.
"""

from typing import BinaryIO

from sqlalchemy.orm import Session

from app.attendance.guests import guests_who_came
from app.clock import today
from app.days import day_words
from app.documents.document import USUAL, Asked, DocumentClass, SessionDocument, When
from app.documents.letterhead import Addressee, read_letterhead
from app.documents.paper.binding import in_a_row
from app.documents.paper.pdf import FileWords
from app.documents.paper.shaping import Type, Typesetter
from app.documents.paper.sheet import Layout, Sheet
from app.documents.parts import GAP, Heading, SheetParts, joined
from app.documents.queries import day_or_nothing
from app.documents.style import Printed, PrintStyle, Variant
from app.documents.thank_you.content import ThankYouLetters
from app.documents.thank_you.letter import letter
from app.i18n import _, ngettext
from app.sessions.queries import session_header

__all__ = ["DOCUMENT", "ThankYouLetters", "build", "lay_out", "read"]


def read(tx: Session, asked: Asked) -> ThankYouLetters:
    """Return a letter to each person who came and may be written to.

    Raises:
        NotFound: There is no such session.
    """
    header, came = session_header(tx, asked.session_id), guests_who_came(tx, asked.session_id)
    people = [guest for guest in came if not guest.do_not_contact]
    return ThankYouLetters(
        project=header.project,
        session=header.title,
        day=day_or_nothing(header.held_on),
        purpose=header.purpose or "",
        written_on=day_words(today(asked.workspace.clock)),
        letterhead=read_letterhead(tx, asked.workspace),
        signed_by=header.facilitators or "",
        people=tuple(Addressee(guest.name, guest.known_as or guest.name, guest.languages) for guest in people),
        not_contacted=len(came) - len(people),
    )


def build(content: ThankYouLetters, out: BinaryIO, style: PrintStyle) -> Printed:
    """Write all letters as a PDF to `out`, and return how many pages it has and what no font could draw."""
    title = _("Thank-you letters: {session}, {day}").format(session=content.session, day=content.day)
    return lay_out(content, style).write(out, FileWords(title, style.organisation, style.language))


def lay_out(content: ThankYouLetters, style: PrintStyle) -> Layout:
    """Return what stands where on each page: first a page for the team, then each letter as a part of its own."""
    typesetter = Typesetter()
    letters = [letter(content, person, style, typesetter) for person in content.people]
    return in_a_row([_for_the_team(content, style, typesetter), *letters])


def _for_the_team(content: ThankYouLetters, style: PrintStyle, typesetter: Typesetter) -> Layout:
    foot = joined(content.day, content.session, style.organisation)
    todo = _("Read one letter first. Sign them all, and send each person their own.")
    heading = Heading(_("Thank-you letters"), content.session, (content.day,), todo)
    sheet = Sheet(style, SheetParts(style, heading, foot), typesetter)
    for words in _facts(content):
        sheet.text(words, Type(style.measures.body))
        sheet.space(GAP)
    return sheet.finish(_("Page {page} of {pages}"))


def _facts(content: ThankYouLetters) -> list[str]:
    letters, left_out = len(content.people), content.not_contacted
    facts = [ngettext("{count} letter follows.", "{count} letters follow.", letters).format(count=letters)]
    if not letters and not left_out:
        facts = [_("Nobody has been checked in yet, so there is no letter. Make them again after the session.")]
    if left_out:
        words = ngettext(
            "{count} person who came asked not to be contacted, and has no letter here.",
            "{count} people who came asked not to be contacted, and have no letter here.",
            left_out,
        )
        facts.append(words.format(count=left_out))
    if letters and not content.letterhead.contact:
        facts.append(_("No contact is set, so the letters name none. Type it in Settings, then make them again."))
    return facts


def _title() -> str:
    return _("Thank-you letters")


def _place() -> str:
    return _("One for each person who came and may be contacted.")


DOCUMENT = SessionDocument(
    "thank-you-letters",
    _title,
    DocumentClass.ROOM,
    build,
    lay_out,
    read,
    When.AFTER,
    _place,
    variants=(*USUAL, Variant.EASY_READ),
)
