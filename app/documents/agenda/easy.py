# SPDX-License-Identifier: GPL-3.0-or-later
"""What the agenda says in easy read."""

from app.documents.agenda.content import Item, ParticipantAgenda
from app.documents.easy_read import Section
from app.documents.icons import Icon
from app.documents.paper.bidi import isolated
from app.documents.paper.picture_rows import Pictured
from app.i18n import _
from db.types import BlockKind

ICONS = {
    BlockKind.WELCOME: Icon.WELCOME,
    BlockKind.ACTIVITY: Icon.TALK,
    BlockKind.BREAK: Icon.BREAK,
    BlockKind.MEAL: Icon.FOOD,
    BlockKind.BUFFER: Icon.TIME,
    BlockKind.CLOSING: Icon.THANKS,
}


def agenda_sections(content: ParticipantAgenda) -> list[Section]:
    """Return what the agenda says: when and where, what words will do, what happens, and how to look after oneself."""
    sections = (
        Section(_("When and where"), tuple(_meeting(content))),
        Section(_("What your words will do"), tuple(Pictured(Icon.ANSWER, words) for words in content.promised)),
        Section(_("What we do"), tuple(_items(content))),
        Section(_("Look after yourself"), _care(content)),
    )
    return [section for section in sections if section.rows]


def _meeting(content: ParticipantAgenda) -> list[Pictured]:
    told = (
        (Icon.DAY, content.day, _("We meet on {day}.").format(day=content.day)),
        (Icon.TIME, content.times, _("These are the times: {times}").format(times=content.times)),
        (Icon.PLACE, content.venue, _("We meet here: {venue}").format(venue=content.venue)),
        (Icon.AIM, content.purpose, _("We meet for this: {purpose}").format(purpose=content.purpose)),
    )
    return [Pictured(icon, words) for icon, known, words in told if known]


def _items(content: ParticipantAgenda) -> list[Pictured]:
    if not content.items:
        return [Pictured(Icon.NOTES, _("We are still making the plan of the day."))]
    rows = [row for item in content.items for row in _item(item)]
    end = [Pictured(Icon.FINISH, _("{time}: The end").format(time=content.ends))] if content.ends else []
    return [*rows, *end]


def _item(item: Item) -> list[Pictured]:
    """Return what happens, and under it each group of those that work at the same time."""
    groups = [Pictured(Icon.MEETING, _("Group {group}").format(group=group)) for group in item.groups]
    return [Pictured(ICONS[item.kind], _("{time}: {title}").format(time=item.at, title=isolated(item.title))), *groups]


def _care(content: ParticipantAgenda) -> tuple[Pictured, ...]:
    whom = _("If it is too much, tell anybody of the team.")
    if content.wellbeing:
        whom = _("If it is too much, go to {name}.").format(name=content.wellbeing)
    return (
        Pictured(Icon.NO_CHANGE, _("You can say no to any question.")),
        Pictured(Icon.BREAK, _("You can take a break at any time.")),
        Pictured(Icon.FINISH, _("You can leave at any time.")),
        Pictured(Icon.ASK, _("You need not say why.")),
        Pictured(Icon.HELP, whom),
    )
