"""Times and lengths as spreadsheets have them."""

from datetime import time

import pytest

from app.agenda.wall_times import length_in, time_in


@pytest.mark.parametrize(
    ("cell", "at"),
    [
        ("10:05", time(10, 5)),
        ("09:05:00", time(9, 5)),
        ("2026-11-26 10:05", time(10, 5)),
        ("1899-12-31T10:05:00.000", time(10, 5)),
        ("9.30", time(9, 30)),
        ("2pm", time(14)),
        ("24:00", None),
        ("10:75", None),
        ("soon", None),
        ("", None),
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
        ("", None),
        ("long", None),
    ],
)
def test_a_length_is_read_as_spreadsheets_write_it(cell, minutes):
    assert length_in(cell) == minutes
