"""What an incident note must say."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.incidents.errors import NobodyTold, NothingSeen, StillAhead
from app.incidents.rules import Noted, Telling, check_noted, check_telling

HERE = datetime(2026, 11, 26, 10, 40, 30, tzinfo=UTC)
MINUTES = st.integers(min_value=0, max_value=60 * 24 * 400)


@given(MINUTES)
def test_what_was_is_kept_and_what_is_still_to_come_is_refused(minutes):
    before, after = HERE - timedelta(minutes=minutes), HERE + timedelta(minutes=minutes + 1)
    check_noted(Noted("A chair fell", on=before.date(), at=before.time()), HERE)
    check_telling(Telling("Ngozi", on=before.date(), at=before.time()), HERE)
    with pytest.raises(StillAhead):
        check_noted(Noted("A chair fell", on=after.date(), at=after.time()), HERE)
    with pytest.raises(StillAhead):
        check_telling(Telling("Ngozi", on=after.date(), at=after.time()), HERE)


def test_day_and_time_need_not_be_known():
    check_noted(Noted("A chair fell"), HERE)
    check_noted(Noted("A chair fell", on=HERE.date()), HERE)
    check_noted(Noted("A chair fell", at=(HERE + timedelta(hours=1)).time()), HERE)


def test_a_note_says_what_was_seen():
    with pytest.raises(NothingSeen):
        check_noted(Noted(" \n ", involved="Two people"), HERE)


def test_who_was_told_has_a_name_or_a_role():
    check_telling(Telling("Ngozi"), HERE)
    check_telling(Telling("", "Safeguarding lead"), HERE)
    with pytest.raises(NobodyTold):
        check_telling(Telling(" ", " "), HERE)
