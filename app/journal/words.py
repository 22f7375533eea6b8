# SPDX-License-Identifier: GPL-3.0-or-later
"""Operations in words: in the history, in the notice after an action, and in menus."""

from collections.abc import Callable, Mapping
from datetime import datetime

from app.clock import local
from app.i18n import _, ngettext
from app.journal.operations import operation
from app.journal.telling import Told
from db.journal import Op
from db.types import Call, Status

NOTICED = frozenset(Op) - {
    Op.CREATE_WORKSPACE,
    Op.CHANGE_MEMBER,
    Op.CHANGE_SETTING,
    Op.CHANGE_PERSON,
    Op.CHANGE_NEEDS,
    Op.CHANGE_EMERGENCY_CONTACT,
    Op.CHANGE_PROJECT,
    Op.CHANGE_VENUE,
    Op.CHANGE_SESSION,
    Op.CHANGE_BLOCK,
    Op.CHANGE_TRACKS,
    Op.CHANGE_MATERIALS,
    Op.CHANGE_LOG_ITEM,
    Op.ADD_INCIDENT_NOTE,  # its page says so; the screen may be seen by others
    Op.ADD_INCIDENT_TOLD,
}


def sentence_of(told: Told) -> str:
    """Return what was done, as a sentence."""
    if told.undid is not None:
        words = operation(told.undid)
        again = told.op is Op.REDO
        return _ended((_("Done again: {what}.") if again else _("Undone: {what}.")).format(what=_about(words, told)))
    tell = SENTENCES.get(told.op, _plain) if told.names and told.values else _plain
    return _ended(tell(told))


def _ended(words: str) -> str:
    """Return a sentence with one full stop, also after a name that ends in one."""
    return words.rstrip(".") + "."


def _who(told: Told) -> str:
    """Return the names of whom it was about: one or two by name, then how many more."""
    if not told.names:
        return ""
    first, *others = told.names
    if told.count == 1:
        return first
    if told.count == 2 and others:
        return _("{first} and {second}").format(first=first, second=others[0])
    more = told.count - 1
    return ngettext("{first} and {count} more", "{first} and {count} more", more).format(first=first, count=more)


def _about(words: str, told: Told) -> str:
    who = _who(told)
    return _("{what}, {who}").format(what=words, who=who) if who else words


def _plain(told: Told) -> str:
    words = _about(operation(told.op), told)
    return words[:1].upper() + words[1:] + "."


def _time(told: Told, column: str) -> str:
    stored = told.values.get(column)
    if stored is None:
        return ""
    at = local(datetime.fromisoformat(stored))
    return f"{at.hour}:{at.minute:02}"


def _checked_in(told: Told) -> str:
    return _("{who} checked in at {time}.").format(who=_who(told), time=_time(told, "arrived_at"))


def _left(told: Told) -> str:
    return _("{who} left at {time}.").format(who=_who(told), time=_time(told, "left_at"))


def _walked_in(told: Told) -> str:
    return _("{who} walked in and is here.").format(who=_who(told))


def _everyone_left(told: Told) -> str:
    words = ngettext("{count} person left at {time}.", "{count} people left at {time}.", told.count)
    return words.format(count=told.count, time=_time(told, "left_at"))


def _arrival_undone(told: Told) -> str:
    return _("Arrival of {who} taken back.").format(who=_who(told))


def _imported(told: Told) -> str:
    return ngettext("{count} person imported.", "{count} people imported.", told.count).format(count=told.count)


def _added(told: Told) -> str:
    return _("{who} added.").format(who=_who(told))


def _added_with_plan(told: Told) -> str:
    return _("{who} added, with the plan that suits its stage.").format(who=_who(told))


def _planned(told: Told) -> str:
    words = ngettext("{who} added to the plan.", "{count} blocks added to the plan.", told.count)
    return words.format(who=_who(told), count=told.count)


def _taken_out(told: Told) -> str:
    words = ngettext("{who} taken out of the plan.", "{count} blocks taken out of the plan.", told.count)
    return words.format(who=_who(told), count=told.count)


def _moved(told: Told) -> str:
    words = ngettext("{who} moved in the plan.", "{count} blocks moved in the plan.", told.count)
    return words.format(who=_who(told), count=told.count)


def _begun(told: Told) -> str:
    return _("The session runs now. First: {who}.").format(who=_who(told))


def _next(told: Told) -> str:
    return _("Now: {who}.").format(who=_who(told))


def _back(told: Told) -> str:
    return _("Back to {who}, as if it had never been left.").format(who=_who(told))


def _more_minutes(told: Told) -> str:
    return _("{who} has other minutes now.").format(who=_who(told))


def _deleted(told: Told) -> str:
    return _("{who} deleted.").format(who=_who(told))


def _merged(told: Told) -> str:
    return _("Two records merged into one: {who}.").format(who=_who(told))


def _replied(told: Told) -> str:
    """Return what somebody said, or that nobody was reached."""
    answers = {
        Status.ACCEPTED: _("{who} is coming."),
        Status.DECLINED: _("{who} is not coming."),
        Status.CANCELLED: _("{who} cancelled."),
    }
    calls = {Call.NO_ANSWER: _("No answer from {who}."), Call.LEFT_MESSAGE: _("Message left for {who}.")}
    said = answers.get(told.values.get("status", "")) or calls.get(told.values.get("last_call", ""))
    return (said or _("{who} answered again as before.")).format(who=_who(told))


def _invited(told: Told) -> str:
    return _("{who} put on the list.").format(who=_who(told))


SENTENCES: Mapping[Op, Callable[[Told], str]] = {
    Op.CHECK_IN: _checked_in,
    Op.CHECK_OUT: _left,
    Op.WALK_IN: _walked_in,
    Op.EVERYONE_LEFT: _everyone_left,
    Op.UNDO_ARRIVAL: _arrival_undone,
    Op.IMPORT_PEOPLE: _imported,
    Op.MERGE_PEOPLE: _merged,
    Op.INVITE: _invited,
    Op.RECORD_REPLY: _replied,
    Op.ADD_PLANNED_SESSION: _added_with_plan,
    Op.MOVE_BLOCKS: _moved,
    Op.START_LIVE: _begun,
    Op.NEXT_BLOCK: _next,
    Op.BLOCK_BEFORE: _back,
    Op.GIVE_MINUTES: _more_minutes,
    Op.DELETE_BLOCKS: _taken_out,
    **dict.fromkeys((Op.ADD_BLOCK, Op.COPY_BLOCKS, Op.USE_TEMPLATE, Op.IMPORT_PLAN), _planned),
    **dict.fromkeys((Op.ADD_PERSON, Op.ADD_PROJECT, Op.ADD_SESSION, Op.ADD_VENUE, Op.ADD_MEMBER), _added),
    **dict.fromkeys((Op.DELETE_PERSON, Op.DELETE_PROJECT, Op.DELETE_SESSION, Op.DELETE_VENUE), _deleted),
}
