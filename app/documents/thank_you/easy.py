# SPDX-License-Identifier: GPL-3.0-or-later
"""What a thank-you letter says in easy read."""

from app.documents.easy_read import Section
from app.documents.icons import Icon
from app.documents.paper.picture_rows import Pictured
from app.documents.thank_you.content import ThankYouLetters
from app.i18n import _


def easy_sections(content: ThankYouLetters) -> list[Section]:
    """Return what the letters say, between whom they are to and who signs; it is the same for everybody."""
    sections = [
        Section(_("Thank you"), tuple(_thanks(content))),
        Section(_("What you gave"), _gave()),
        Section(_("What happens next"), _next()),
    ]
    if content.letterhead.contact:
        sections.append(Section(_("If you want to tell us more"), _ask(content.letterhead.contact)))
    return sections


def _thanks(content: ThankYouLetters) -> list[Pictured]:
    came = _("You came to this meeting: {session}").format(session=content.session)
    part = _("The meeting is part of this work: {project}").format(project=content.project)
    rows = [Pictured(Icon.THANKS, _("Thank you for coming.")), Pictured(Icon.MEETING, came)]
    if content.day:
        rows.append(Pictured(Icon.DAY, _("It was on {day}.").format(day=content.day)))
    rows.append(Pictured(Icon.PROJECT, part))
    if content.purpose:
        rows.append(Pictured(Icon.AIM, _("We met for this: {purpose}").format(purpose=content.purpose)))
    return rows


def _gave() -> tuple[Pictured, ...]:
    return (
        Pictured(Icon.TIME, _("You gave us your time.")),
        Pictured(Icon.TALK, _("You told us what you know.")),
        Pictured(Icon.LISTEN, _("Only you could tell us this.")),
    )


def _next() -> tuple[Pictured, ...]:
    return (
        Pictured(Icon.NOTES, _("We are putting together what everybody said.")),
        Pictured(Icon.ANSWER, _("We will tell you what we heard.")),
        Pictured(Icon.CHANGE, _("We will tell you what will change.")),
        Pictured(Icon.NO_CHANGE, _("We will tell you what cannot change, and why.")),
    )


def _ask(contact: str) -> tuple[Pictured, ...]:
    return (
        Pictured(Icon.ASK, _("You can ask us about anything.")),
        Pictured(Icon.HELP, _("This is how to reach us: {contact}").format(contact=contact)),
    )
