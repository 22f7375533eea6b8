"""Whole numbers as they are typed."""

import pytest

from app.typed import whole


@pytest.mark.parametrize(
    ("typed", "number"), [("7", 7), (" 12 ", 12), ("٣٠", 30), ("-3", -3), ("\u22123", -3), ("007", 7)]
)
def test_a_whole_number_is_read_in_every_script(typed: str, number: int):
    assert whole(typed, -5, 30) == number


@pytest.mark.parametrize("typed", ["", "-", "--1", "1.5", "½", "²", "1 000", "31", "-6", "9" * 5000, "-" + "9" * 5000])
def test_what_is_none_or_beyond_the_limits_is_none(typed: str):
    assert whole(typed, -5, 30) is None
