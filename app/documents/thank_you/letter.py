# SPDX-License-Identifier: GPL-3.0-or-later
"""One thank-you letter."""

from collections.abc import Iterable
from dataclasses import replace

from app.documents.easy_read import put_sections
from app.documents.letterhead import Addressee, Unheaded, put_end, put_opening
from app.documents.paper.shaping import Type, Typesetter
from app.documents.paper.sheet import Layout, Sheet
from app.documents.parts import GAP, joined, put_section
from app.documents.style import PrintStyle, Variant
from app.documents.thank_you.content import ThankYouLetters
from app.documents.thank_you.easy import easy_sections
from app.i18n import _

APART = 3 * GAP  # between the parts of the opening


def letter(content: ThankYouLetters, person: Addressee, style: PrintStyle, typesetter: Typesetter) -> Layout:
    """Return one letter: whom it is to, what it says in the words of its variant, and who signs."""
    sheet = Sheet(style, Unheaded(style, joined(content.day, content.session, style.organisation)), typesetter)
    if style.variant is Variant.EASY_READ:
        head = replace(content.letterhead, contact="")  # it is told in a sentence of its own
        put_opening(sheet, head, person, content.written_on, apart=APART)
        put_sections(sheet, easy_sections(content))
        sheet.space(GAP)
    else:
        put_opening(sheet, content.letterhead, person, content.written_on, apart=APART)
        _put_apart(sheet, _thanks(content))
        put_section(sheet, _("What happens next"))
        _put_apart(sheet, _next(content))
    put_end(sheet, _("With thanks"), content.signed_by, content.letterhead.organisation)
    return sheet.finish(_("Page {page} of {pages}"))


def _put_apart(sheet: Sheet, paragraphs: Iterable[str]) -> None:
    for words in paragraphs:
        sheet.text(words, Type(sheet.style.measures.body))
        sheet.space(APART / 2)


def _thanks(content: ThankYouLetters) -> tuple[str, ...]:
    titles = {"session": content.session, "project": content.project, "day": content.day}
    undated = _("Thank you for coming to “{session}”. It is part of “{project}”.")
    dated = _("Thank you for coming to “{session}” on {day}. It is part of “{project}”.")
    gave = _("You gave your time, and you told us what you know. We could not have learnt it any other way.")
    return (dated if content.day else undated).format(**titles), gave


def _next(content: ThankYouLetters) -> list[str]:
    words = [_("We are putting together what everybody said.")]
    if content.purpose:
        words.append(_("We met for this: {purpose}").format(purpose=content.purpose))
    words.append(_("We will tell you what we heard, what will change, and what cannot change and why."))
    if content.letterhead.contact:
        ask = _("If you have a question, or think of something else, tell us: {contact}")
        words.append(ask.format(contact=content.letterhead.contact))
    return words
