# SPDX-License-Identifier: GPL-3.0-or-later
"""What erasing a person would do, in words: the list that is shown before anybody confirms."""

from app.days import day_words
from app.erasure.mentions import Mention
from app.erasure.queries import Erasure, Goes, Line, Stays
from app.i18n import _, ngettext
from app.wording.common import kind_word
from app.wording.people import field_word


def final_words() -> str:
    """Return the sentence that says that there is no way back."""
    return _("This cannot be undone. Nobody can bring it back, not even from a backup restored later.")


def traces_words() -> str:
    """Return what is said when the file could not be written anew yet."""
    return _("The last traces in the file are removed when the records are opened next.")


def goes_words(line: Line) -> str:
    """Return one line of what goes."""
    count = line.count
    return {
        Goes.NAME: _("Their name, how to say it, and pronouns"),
        Goes.CONTACT: _("How to reach them"),
        Goes.TOLD: _("What they told us of themselves: languages, diet, allergy, what matters to them, notes"),
        Goes.DUPLICATES: ngettext(
            "{count} other record of them that was merged", "{count} other records of them that were merged", count
        ),
        Goes.AFFILIATION: ngettext("{count} organisation or network", "{count} organisations or networks", count),
        Goes.COMMUNITY_ROLE: ngettext("{count} role in the community", "{count} roles in the community", count),
        Goes.NEED: ngettext("{count} need", "{count} needs", count),
        Goes.NEED_DETAIL: ngettext("What their need is about", "What {count} of their needs are about", count),
        Goes.EMERGENCY_CONTACT: _("Their emergency contact"),
        Goes.STORED_FILE: ngettext("{count} file about them", "{count} files about them", count),
        Goes.KEPT_APART: ngettext(
            "{count} note that somebody with a like name is another person",
            "{count} notes that people with a like name are other people",
            count,
        ),
        Goes.INCIDENT_PERSON: ngettext(
            "That {count} incident note is about them", "That {count} incident notes are about them", count
        ),
        Goes.RIDE: ngettext("{count} taxi home", "{count} taxis home", count),
        Goes.SEATING_PAIR: ngettext(
            "{count} wish about whom they sit with", "{count} wishes about whom they sit with", count
        ),
        Goes.INVITATION: ngettext(
            "{count} place on the list of a session that they did not come to",
            "{count} places on lists of sessions that they did not come to",
            count,
        ),
        Goes.ATTENDANCE_NOTE: ngettext(
            "{count} note about them at a session", "{count} notes about them at sessions", count
        ),
        Goes.SUPPORT: ngettext(
            "At {count} session, whom they came to support", "At {count} sessions, whom they came to support", count
        ),
        Goes.DRAFT: ngettext("{count} unfinished text", "{count} unfinished texts", count),
        Goes.HISTORY: ngettext(
            "What {count} step of the history wrote about them",
            "What {count} steps of the history wrote about them",
            count,
        ),
    }[Goes(line.kind)].format(count=count)


def stays_words(line: Line, erasure: Erasure) -> str:
    """Return one line of what stays, and why."""
    count = line.count
    return {
        Stays.CAME: ngettext(
            "That somebody in their role came to {count} session, and when. Without a name; so the counts stay true.",
            "That somebody in their role came to {count} sessions, and when. Without a name; so the counts stay true.",
            count,
        ),
        Stays.INCIDENTS: ngettext(
            "{count} incident note as it was written, names too. Organisations keep these long: check with yours.",
            "{count} incident notes as they were written, names too. Organisations keep these long: check with yours.",
            count,
        ),
        Stays.HISTORY: _("That something was done, when and by whom. Without what it was; so the history has no gaps."),
        Stays.BACKUPS: _(
            "Backups made before now, encrypted. They are removed from {day} on, once there is a newer one. Restoring "
            "one erases this person again at once. Copies on a stick, paper and files you sent are yours to destroy."
        ),
    }[Stays(line.kind)].format(count=count, day=day_words(erasure.backups_gone_on))


def files_words() -> str:
    """Return the sentence that says where nobody could look for them."""
    return _("Files of a project are not searched for names. If one may tell of this person, look there yourself.")


def mention_words(mention: Mention) -> str:
    """Return where else somebody is named, so that it can be found."""
    where = _("{field} of {kind} “{name}”") if mention.about else _("{field} of a {kind}")
    return where.format(
        field=_field(mention.column),
        kind=kind_word(mention.owner if mention.about else mention.table),
        name=mention.about,
    )


def mentions_words() -> str:
    """Return what is said above the list of where else somebody is named."""
    return _("Their name, e-mail or number also stands here. It is about others, so it is not changed: look at each.")


def _field(column: str) -> str:
    return {
        "purpose": _("Purpose"),
        "fixed": _("What is fixed"),
        "open": _("What is open"),
        "facilitators": _("Facilitators"),
        "wellbeing_name": _("Wellbeing person"),
        "wellbeing_phone": _("Wellbeing person’s phone"),
        "safeguarding_name": _("Safeguarding lead"),
        "safeguarding_phone": _("Safeguarding lead’s phone"),
        "seen": _("What was seen and heard"),
        "words_of": _("In whose words"),
        "involved": _("Who was involved"),
        "done": _("What was done at once"),
        "aim": _("Aim"),
        "approach_reason": _("Reason for the approach"),
        "title": _("Title"),
        "location": _("Location"),
        "detail": field_word("need_detail"),
        "muster_point": _("Muster point"),
        "room": _("Room"),
        "room_layout": _("Room layout"),
        "say": _("What to say"),
        "steps": _("What to do"),
        "watch_for": _("What to watch for"),
        "lead": _("Who leads"),
        "what": _("What to bring"),
        "content": _("Blocks"),
        "words": _("What was noted"),
        "who": _("Who"),
        "theme": _("Theme"),
        "role": _("What somebody who was told does"),
        "goes_to": _("Where to"),
        "value": _("Setting"),
    }.get(column) or field_word(column)
