"""Minutes, amounts, ranks and tables as people type them."""

import pytest

from app.agenda.errors import NotAnAmount, NotARank, NotMinutes, NotTables
from app.agenda.typed import amount_in, minutes_in, minutes_or_nothing_in, rank_in, tables_in


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("35", 35), (" 5 min", 5), ("1h", 60), ("1h10", 70), ("1:10", 70), ("1 h 10 min", 70), ("90'", 90), ("0", 0)],
)
def test_a_length_is_read_as_it_is_said(typed, minutes):
    assert minutes_in(typed) == minutes


@pytest.mark.parametrize("typed", ["", "soon", "-5", "5.5", "13h", "999", "1h99999"])
def test_what_is_no_length_is_refused(typed):
    with pytest.raises(NotMinutes):
        minutes_in(typed)


def test_no_length_may_be_nothing():
    assert (minutes_or_nothing_in(" "), minutes_or_nothing_in("7")) == (None, 7)


def test_no_amount_is_one_and_no_rank_is_none():
    assert (amount_in(""), amount_in("60"), rank_in(""), rank_in("2")) == (1, 60, None, 2)


@pytest.mark.parametrize(("read", "refusal"), [(amount_in, NotAnAmount), (rank_in, NotARank)])
@pytest.mark.parametrize("typed", ["0", "-1", "many", "9999999"])
def test_what_is_no_whole_number_is_refused(read, refusal, typed):
    with pytest.raises(refusal):
        read(typed)


def test_tables_are_numbers_with_anything_between():
    assert tables_in("3, 1 & 3") == (1, 3)
    assert tables_in("") == ()


@pytest.mark.parametrize("typed", ["one", "0", "1-3", "100"])
def test_what_are_no_tables_is_refused(typed):
    with pytest.raises(NotTables):
        tables_in(typed)
