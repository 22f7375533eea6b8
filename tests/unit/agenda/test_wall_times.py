"""Times and lengths as spreadsheets have them."""

from datetime import time

import pytest

from app.agenda.errors import NotMinutes
from app.agenda.wall_times import are_minutes, length_in, span_in, time_in
from app.attendance.errors import NotATime


@pytest.mark.parametrize(
    ("cell", "at"),
    [
        ("10:05", time(10, 5)),
        ("09:05:00", time(9, 5)),
        ("2026-11-26 10:05", time(10, 5)),
        ("1899-12-31T10:05:00.000", time(10, 5)),
        ("9.30", time(9, 30)),
        ("2pm", time(14)),
        ("0.4375", time(10, 30)),
        (".5", time(12)),
        ("", None),
        ("–", None),
    ],
)
def test_a_time_of_day_is_read_as_spreadsheets_write_it(cell, at):
    assert time_in(cell) == at


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [
        ("00:10:00", 10),
        ("1:30:29", 90),
        ("1:30:30", 91),
        ("0:45", 45),
        ("10m15s", 10),
        ("10m45s", 11),
        ("1h5m", 65),
        ("90s", 2),
        ("35", 35),
        ("35 min", 35),
        ("30.0", 30),
        ("999", 999),
        ("0.0208333", 30),
        ("0.125", 180),
        ("", None),
        ("-", None),
    ],
)
def test_a_length_is_read_as_spreadsheets_write_it(cell, minutes):
    assert length_in(cell) == minutes


@pytest.mark.parametrize("cell", ["24:00", "10:75", "soon", "1.125", "-10:00", "9" * 400])
def test_what_is_no_time_of_day_is_refused(cell):
    with pytest.raises(NotATime):
        time_in(cell)


@pytest.mark.parametrize("cell", ["long", "1.5", "0.5", "1,5", "-10", "30-40", "9" * 400])
def test_what_is_no_length_is_refused(cell):
    with pytest.raises(NotMinutes):
        length_in(cell)


@pytest.mark.parametrize(
    ("cell", "span"),
    [
        ("10:00-10:30", (time(10), time(10, 30))),
        ("10:00 – 10:30", (time(10), time(10, 30))),
        ("9.30 to 1pm", (time(9, 30), time(13))),
        ("10-11", (time(10), time(11))),
        ("10-30", (time(10, 30), None)),
        ("10:00", (time(10), None)),
        ("", (None, None)),
    ],
)
def test_two_times_in_one_cell_are_from_when_to_when(cell, span):
    assert span_in(cell) == span


@pytest.mark.parametrize("cell", ["2026-11-26", "10:00-soon", "10:00-10:30-11:00", "to"])
def test_what_is_no_span_is_refused(cell):
    with pytest.raises(NotATime):
        span_in(cell)


@pytest.mark.parametrize(
    ("cells", "minutes"),
    [
        (["10", "15 min", "", "-"], True),
        (["10", "15.0"], True),
        (["10", "10:15"], False),
        (["900", "930"], False),
        (["", "-"], False),
    ],
)
def test_minutes_are_told_from_times(cells, minutes):
    assert are_minutes(cells) == minutes
