# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for what cannot be done at the door, and for times that are not taken."""

from datetime import datetime

from app.attendance.errors import (
    AlreadyHere,
    HasArrived,
    LeftBeforeArriving,
    LeftWithoutArriving,
    NobodyHere,
    NoDay,
    NoSuchHour,
    NotACount,
    NotATable,
    NotATime,
    NotHere,
    NotTables,
    PlacedAgainstPair,
    StayedTooLong,
    StillToCome,
    TogetherAndApart,
    TooManyApart,
    TwiceOnSheet,
)
from app.clock import local
from app.days import day_words
from app.i18n import _, ngettext
from app.wording.common import Words


def _not_a_time(error: NotATime) -> str:
    return _("“{typed}” is not a time. A time looks like 9:52 or 14:15.").format(typed=error.typed)


def _no_such_hour(error: NoSuchHour) -> str:
    words = _("There is no {hour}:{minute:02} on that day: the clocks go forward. Type another time.")
    return words.format(hour=error.at.hour, minute=error.at.minute)


def _no_day(error: NoDay) -> str:
    return _("This session has no day yet. Type its day under Details first.")


def _left_without_arriving(error: LeftWithoutArriving) -> str:
    return _("There is a time of leaving, {left}, and none of coming. Type when they came.").format(
        left=_time(error.left_at)
    )


def _left_before_arriving(error: LeftBeforeArriving) -> str:
    words = _("They came at {arrived} and would leave at {left}. Type a time after they came.")
    return words.format(arrived=_time(error.arrived_at), left=_time(error.left_at))


def _stayed_too_long(error: StayedTooLong) -> str:
    return _("There is more than a day between coming and leaving. Check both times.")


def _still_to_come(error: StillToCome) -> str:
    words = _("{time} on {day} is still to come by this laptop’s clock. Check the time, the day and the clock.")
    return words.format(time=_time(error.at), day=day_words(local(error.at).date()))


def _already_here(error: AlreadyHere) -> str:
    if error.left_at is not None:
        words = _("{name} came at {arrived} and left at {left}. Take back that they left if they are here again.")
        return words.format(name=error.name, arrived=_time(error.arrived_at), left=_time(error.left_at))
    return _("{name} is already here, since {arrived}.").format(name=error.name, arrived=_time(error.arrived_at))


def _has_arrived(error: HasArrived) -> str:
    words = _("{name} came at {arrived}. Take back the arrival first.")
    return words.format(name=error.name, arrived=_time(error.arrived_at))


def _not_here(error: NotHere) -> str:
    return _("{name} is not in the room by these records. Check them in first.").format(name=error.name)


def _nobody_here(error: NobodyHere) -> str:
    return _("Nobody is in the room by these records.")


def _not_a_table(error: NotATable) -> str:
    return _("{typed} is not a table. Type its number, from 1 to 99, or nothing.").format(typed=error.typed)


def _not_a_count(error: NotACount) -> str:
    return _("{people} is not a number of people. Type a whole number, such as 3.").format(people=error.people)


def _twice_on_sheet(error: TwiceOnSheet) -> str:
    return _("Two lines are about {name}. Clear the times of one of them.").format(name=error.name)


def _together_and_apart(error: TogetherAndApart) -> str:
    words = _("{first} and {second} are kept apart, and others keep them together. Take back one of these pairs.")
    return words.format(first=error.first, second=error.second)


def _placed_against_pair(error: PlacedAgainstPair) -> str:
    words = _("The tables chosen by hand for {first} and {second} go against a pair. Change one of the tables.")
    return words.format(first=error.first, second=error.second)


def _too_many_apart(error: TooManyApart) -> str:
    return ngettext(
        "Not all who are kept apart can sit apart at {count} table. Type more tables, or take back a pair.",
        "Not all who are kept apart can sit apart at {count} tables. Type more tables, or take back a pair.",
        error.tables,
    ).format(count=error.tables)


def _not_tables(error: NotTables) -> str:
    return _("{typed} is not a number of tables. Type one from 1 to 99, or nothing.").format(typed=error.typed)


def _time(at: datetime) -> str:
    here = local(at)
    return f"{here.hour}:{here.minute:02}"


WORDS: Words = {
    NotATime: _not_a_time,
    NoSuchHour: _no_such_hour,
    NoDay: _no_day,
    LeftWithoutArriving: _left_without_arriving,
    LeftBeforeArriving: _left_before_arriving,
    StayedTooLong: _stayed_too_long,
    StillToCome: _still_to_come,
    AlreadyHere: _already_here,
    HasArrived: _has_arrived,
    NotHere: _not_here,
    NobodyHere: _nobody_here,
    NotACount: _not_a_count,
    NotATable: _not_a_table,
    TwiceOnSheet: _twice_on_sheet,
    TogetherAndApart: _together_and_apart,
    PlacedAgainstPair: _placed_against_pair,
    TooManyApart: _too_many_apart,
    NotTables: _not_tables,
}
