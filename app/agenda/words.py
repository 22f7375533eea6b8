# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans in words: kinds of blocks, what a plan lacks, and what mends it."""

from collections.abc import Sequence

from app.agenda.checker import (
    DecidedBefore,
    EarlyClosing,
    Finding,
    Fix,
    GiveMinutes,
    LateWelcome,
    NoBreak,
    NoClosing,
    NoSlack,
    NoWelcome,
    NoWellbeingPerson,
    PastEnd,
    TookLonger,
)
from app.agenda.needed import NeededRow
from app.agenda.past_words import more_words, took_words
from app.agenda.queries import Plan
from app.clock import local
from app.days import clock_time, minutes_words
from app.i18n import _, ngettext
from db.types import BlockKind, Per


def kind_word(kind: BlockKind) -> str:
    """Return the name of a kind of block."""
    return {
        BlockKind.WELCOME: _("Welcome"),
        BlockKind.ACTIVITY: _("Activity"),
        BlockKind.BREAK: _("Break"),
        BlockKind.MEAL: _("Meal"),
        BlockKind.BUFFER: _("Time to spare"),
        BlockKind.CLOSING: _("Closing"),
    }[kind]


def per_word(per: Per) -> str:
    """Return what an amount is counted for."""
    return {
        Per.SESSION: _("for the session"),
        Per.PERSON: _("for each person"),
        Per.TABLE: _("for each table"),
        Per.TRACK: _("for each group"),
    }[per]


def cut_words(rank: int) -> str:
    """Return in which order a block may be cut when it is late: "May be cut 1st"."""
    teen = rank % 100 // 10 == 1
    words = {1: _("May be cut {rank}st"), 2: _("May be cut {rank}nd"), 3: _("May be cut {rank}rd")}
    other = _("May be cut {rank}th")
    return (other if teen else words.get(rank % 10, other)).format(rank=rank)


def tables_words(tables: Sequence[int]) -> str:
    """Return tables in words: "table 2", "tables 1 and 3", "tables 1, 2 and 3"; "" for none."""
    if not tables:
        return ""
    *first, last = (str(table) for table in tables)
    numbers = _("{first} and {last}").format(first=", ".join(first), last=last) if first else last
    return ngettext("table {numbers}", "tables {numbers}", len(tables)).format(numbers=numbers)


def outline_words(plan: Plan) -> str:
    """Return how many blocks there are, when the last one ends, and how much time there is to spare."""
    count = len(plan.blocks)
    blocks = ngettext("{count} block", "{count} blocks", count).format(count=count)
    ends = clock_time(local(plan.times.end).time())
    over = plan.times.over
    if over is None:
        return _("{blocks}. Ends at {time}.").format(blocks=blocks, time=ends)
    if over == 0:
        return _("{blocks}. Ends at {time}, with no time to spare.").format(blocks=blocks, time=ends)
    if over > 0:
        words = _("{blocks}. Ends at {time}, {minutes} too late.")
        return words.format(blocks=blocks, time=ends, minutes=minutes_words(over))
    words = _("{blocks}. Ends at {time}, {minutes} to spare.")
    return words.format(blocks=blocks, time=ends, minutes=minutes_words(-over))


def finding_title(finding: Finding) -> str:
    """Return what a plan lacks, as a sentence."""
    match finding:
        case PastEnd(minutes=minutes):
            return _("The plan goes on for {minutes} after the room must be empty.").format(
                minutes=minutes_words(minutes)
            )
        case DecidedBefore(blocks=blocks):
            return _decided_words(blocks)
        case NoWelcome():
            return _("There is no welcome yet.")
        case LateWelcome(welcome=welcome):
            return _("“{welcome}” comes after the work has begun.").format(welcome=welcome)
        case EarlyClosing(closing=closing):
            return _("The work goes on after “{closing}”.").format(closing=closing)
        case NoBreak(since=since, minutes=minutes):
            words = _("From “{since}” on there is no break for {minutes}.")
            return words.format(since=since, minutes=minutes_words(minutes))
        case NoClosing():
            return _("There is no closing yet.")
        case NoWellbeingPerson():
            return _("No wellbeing person is named.")
        case NoSlack():
            return _("There is no time to spare between the main parts.")
        case TookLonger(blocks=blocks):
            return took_words(blocks)


def finding_words(finding: Finding) -> str:
    """Return why that matters, or what to do about it, as a sentence."""
    match finding:
        case PastEnd():
            return _("Nothing has been moved. You choose what gives.")
        case DecidedBefore():
            return _("Say so when it begins, or call the session otherwise.")
        case NoWelcome():
            return _("People want to know who is here, what today is for and where the exits are.")
        case LateWelcome():
            return _("Move the welcome before the first activity.")
        case EarlyClosing():
            return _("Move the closing after the last activity.")
        case NoBreak(limit=limit, for_needs=True):
            words = _("Somebody who is coming needs one within {limit}; check with your organisation.")
            return words.format(limit=minutes_words(limit))
        case NoBreak(limit=limit):
            return _("After {limit} most people need one.").format(limit=minutes_words(limit))
        case NoClosing():
            return _("It is what people remember, and what is cut first when nobody planned it.")
        case NoWellbeingPerson():
            return _("People go to them when it becomes too much.")
        case NoSlack():
            return _("Something always begins late.")
        case TookLonger(blocks=blocks):
            return more_words(blocks)


def fix_words(fix: Fix) -> str:
    """Return what a step that mends it does, as it stands on a button."""
    if isinstance(fix, GiveMinutes):
        minutes = sum(length for _block_id, length in fix.lengths)
        words = ngettext("Give it {minutes}", "Give them {minutes}", len(fix.lengths))
        return words.format(minutes=minutes_words(minutes))
    words = {
        BlockKind.WELCOME: _("Add a welcome, {minutes}"),
        BlockKind.BREAK: _("Add a break, {minutes}"),
        BlockKind.CLOSING: _("Add a closing, {minutes}"),
    }.get(fix.kind, _("Add {minutes} to spare"))
    return words.format(minutes=minutes_words(fix.minutes))


def material_words(row: NeededRow) -> str:
    """Return a material with how much of it: "Felt pens, 24"; one thing for the whole session has no number."""
    if row.count is None:
        words = _("{what}, {amount} {per}")
        return words.format(what=row.what, amount=row.amount, per=per_word(row.per))
    if row.count == 1 and row.per is Per.SESSION:
        return row.what
    return _("{what}, {count}").format(what=row.what, count=row.count)


def people_words(people: int) -> str:
    """Return how many people there are, in words: "14 people"."""
    return ngettext("{count} person", "{count} people", people).format(count=people)


def _decided_words(blocks: tuple[str, ...]) -> str:
    words = ngettext(
        "This is called co-production, and {blocks} tells of what is decided already.",
        "This is called co-production, and {blocks} tell of what is decided already.",
        len(blocks),
    )
    return words.format(blocks=", ".join(f"“{title}”" for title in blocks))


def packed_words(rows: Sequence[NeededRow]) -> str:
    """Return how many materials are packed: "Materials 4 of 6"."""
    if not rows:
        return _("Materials")
    return _("Materials {packed} of {count}").format(packed=sum(row.packed for row in rows), count=len(rows))
