# SPDX-License-Identifier: GPL-3.0-or-later
"""What cannot be done at the door is said with the day and the time as people say them."""

from datetime import UTC, datetime

from app.attendance.errors import StillToCome
from app.wording import sentence


def test_a_time_that_is_still_to_come_is_said_with_its_day():
    said = sentence(StillToCome(datetime(2026, 3, 6, 9, 5, tzinfo=UTC)))
    assert said.startswith("9:05 on 6 March 2026 is still to come")
