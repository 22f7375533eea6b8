"""How long ago: in the words of somebody who looks at the clock on the wall."""

from datetime import UTC, datetime, timedelta

import pytest

from app.reminders.ages import ago_words, moment_words

NOW = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("gone", "says"),
    [
        (timedelta(minutes=-5), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(minutes=59, seconds=59), "59 minutes ago"),
        (timedelta(hours=1), "1 hour ago"),
        (timedelta(hours=9), "9 hours ago"),
        (timedelta(hours=10), "yesterday"),
        (timedelta(hours=33), "yesterday"),
        (timedelta(hours=34), "2 days ago"),
    ],
)
def test_how_long_ago(gone, says):
    assert ago_words(NOW - gone, NOW) == says


def test_just_after_midnight_an_hour_ago_is_not_yesterday():
    midnight = datetime(2026, 11, 26, 0, 30, tzinfo=UTC)
    assert ago_words(midnight - timedelta(hours=1), midnight) == "1 hour ago"


@pytest.mark.parametrize(
    ("then", "says"),
    [
        (datetime(2026, 11, 26, 8, 5, tzinfo=UTC), "today at 8:05"),
        (datetime(2026, 11, 25, 23, 59, tzinfo=UTC), "yesterday at 23:59"),
        (datetime(2026, 6, 1, 12, 0, tzinfo=UTC), "1 June 2026 at 13:00"),
    ],
)
def test_a_moment_is_told_by_the_clock_on_the_wall(then, says):
    assert moment_words(then, NOW) == says
