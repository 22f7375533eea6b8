"""What waits, from what is known; the most urgent first, and nothing when nothing does."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.reminders.limits import limits
from app.reminders.rules import Known, Safety, TodaySession, Waiting, waiting
from app.reminders.words import act_words, hurry_words, name_words, reminder_words
from db.types import Light
from tests.examples import EXAMPLES

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)
QUIET = Known(
    NOW,
    Safety(opened_at=NOW - timedelta(hours=3), last_good=NOW - timedelta(hours=1)),
    began_at=NOW - 300 * DAY,
    last_stick=NOW - 2 * DAY,
    session=TodaySession("s", time(9, 30), 40, listed=True),
)


def about(known: Known) -> list[Waiting]:
    return [reminder.about for reminder in waiting(known, limits())]


def safety(**known: object) -> Known:
    return replace(QUIET, safety=replace(QUIET.safety, **known))


def session(**known: object) -> Known:
    return replace(QUIET, session=replace(QUIET.session, **known))


def test_nothing_waits_when_all_is_done():
    assert about(QUIET) == []


def test_the_days_come_from_the_data():
    assert limits().stick == timedelta(days=14)
    assert limits().backup == timedelta(hours=24)


@pytest.mark.parametrize(
    ("known", "waits"),
    [
        pytest.param(replace(QUIET, last_stick=NOW - 14 * DAY + timedelta(minutes=1)), [], id="stick nearly due"),
        pytest.param(replace(QUIET, last_stick=NOW - 14 * DAY), [Waiting.STICK], id="stick due"),
        pytest.param(replace(QUIET, last_stick=None), [Waiting.STICK], id="never on a stick"),
        pytest.param(replace(QUIET, last_stick=None, began_at=NOW - DAY), [], id="only just begun"),
        pytest.param(safety(last_good=NOW - DAY + timedelta(minutes=1)), [], id="backup nearly a day old"),
        pytest.param(safety(last_good=NOW - DAY), [Waiting.BACKUP_OLD], id="backup a day old"),
        pytest.param(safety(last_good=None), [Waiting.BACKUP_OLD], id="no backup at all"),
        pytest.param(safety(last_good=None, opened_at=NOW), [], id="the first backup is still to be made"),
        pytest.param(safety(fails="The disk is full."), [Waiting.BACKUP_FAILS], id="backup fails"),
        pytest.param(safety(damaged=True, fails="The records are damaged."), [Waiting.DAMAGED], id="damaged"),
        pytest.param(replace(QUIET, sheet_checked=False), [Waiting.RECOVERY_SHEET], id="sheet not checked"),
        pytest.param(safety(purge_due=3), [Waiting.RETENTION], id="due to go"),
        pytest.param(replace(safety(purge_due=3), purge_seen=True), [], id="looked at this month"),
        pytest.param(session(listed=False), [Waiting.EVACUATION_LIST], id="list not made"),
        pytest.param(session(listed=False, people=0), [], id="nobody is coming"),
        pytest.param(replace(QUIET, session=None), [], id="no session today"),
    ],
)
def test_each_thing_waits_from_its_own_moment_on(known, waits):
    assert about(known) == waits


def test_nobody_is_asked_to_keep_the_sample_safe_and_all_else_waits_as_ever():
    known = replace(session(listed=False), sheet_checked=False, last_stick=None)
    known = replace(known, safety=replace(known.safety, last_good=None, purge_due=3))
    safe = {Waiting.BACKUP_OLD, Waiting.RECOVERY_SHEET, Waiting.STICK}
    assert set(about(known)) == {*safe, Waiting.EVACUATION_LIST, Waiting.RETENTION}
    assert set(about(replace(known, sample=True))) == {Waiting.EVACUATION_LIST, Waiting.RETENTION}


def test_the_list_is_asked_for_with_the_hour_of_the_doors_until_they_are_open():
    before = waiting(session(listed=False), limits())[0]
    after = waiting(replace(session(listed=False), now=NOW + timedelta(hours=1)), limits())[0]
    assert hurry_words(before) == "Before doors open"
    assert reminder_words(before) == "It must be on paper before the doors open at 9:30."
    assert hurry_words(after) == "Now"


@settings(max_examples=EXAMPLES)
@given(
    damaged=st.booleans(),
    fails=st.sampled_from(["", "The disk is full."]),
    good=st.none() | st.integers(0, 60),
    stick=st.none() | st.integers(0, 60),
    checked=st.booleans(),
    due=st.integers(0, 20),
    listed=st.booleans(),
)
def test_what_hurries_stands_first_and_each_thing_once_with_words_of_its_own(
    damaged, fails, good, stick, checked, due, listed
):
    known = replace(
        session(listed=listed),
        safety=Safety(NOW - DAY, None if good is None else NOW - good * DAY, fails, damaged, due),
        last_stick=None if stick is None else NOW - stick * DAY,
        sheet_checked=checked,
    )
    found = waiting(known, limits())
    hurried = [reminder.light is Light.MUST_DO for reminder in found]
    assert hurried == sorted(hurried, reverse=True)
    assert len({reminder.about for reminder in found}) == len(found)
    for reminder in found:
        assert reminder_words(reminder).endswith(".")
        assert name_words(reminder)
        assert act_words(reminder)
