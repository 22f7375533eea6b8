# SPDX-License-Identifier: GPL-3.0-or-later
"""What the check of a plan speaks up about (assets/agenda/limits.json): common practice, to be looked up at home."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LIMITS = Path(__file__).parent.parent.parent / "assets" / "agenda" / "limits.json"


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits in minutes.

    Attributes:
        break_within: How long people may go on without a break.
        break_within_for_needs: How long where somebody who is coming needs breaks.
        needs: The kinds of needs that ask for them.
        break_minutes: How long a break is that is added.
        slack_from: From which length a plan needs time to spare.
        slack_minutes: How much of it is added.
        whole_from: From which length on a plan whose session has no end is that of a whole one, with a welcome.
        longer_from: From how much on it is said that a block took longer before.
    """

    break_within: int
    break_within_for_needs: int
    needs: frozenset[str]
    break_minutes: int
    slack_from: int
    slack_minutes: int
    whole_from: int
    longer_from: int


@cache
def limits(path: Path = LIMITS) -> Limits:
    """Return the limits that come with the program."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    return Limits(
        break_within=kept["break_within"]["minutes"],
        break_within_for_needs=kept["break_within_for_needs"]["minutes"],
        needs=frozenset(kept["needs"]),
        break_minutes=kept["break_minutes"]["minutes"],
        slack_from=kept["slack_from"]["minutes"],
        slack_minutes=kept["slack_minutes"]["minutes"],
        whole_from=kept["whole_from"]["minutes"],
        longer_from=kept["longer_from"]["minutes"],
    )
