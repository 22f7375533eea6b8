"""The table of what a plan is checked for: the condition, what is said of it, and the button that mends it."""

from dataclasses import dataclass
from datetime import time
from typing import Any, get_args

import pytest

from app.agenda.checker import (
    CheckedPlan,
    DecidedBefore,
    EarlyClosing,
    Finding,
    LateWelcome,
    NoBreak,
    NoClosing,
    NoSlack,
    NoWelcome,
    NoWellbeingPerson,
    PastEnd,
    TookLonger,
)
from app.agenda.past import Longer, Past
from app.agenda.words import finding_title, finding_words, fix_words
from db.types import BlockId, Spectrum
from tests.unit.agenda.test_checker import GOOD, REST, WORK, found, plan, track

MAP = Longer(BlockId("1"), "Map", 40, Past((12, 10, 14), (52, 50, 54)))
FILM = Longer(BlockId("3"), "Film", 45, Past((0,), (50,)))
LONG = (("welcome", 10), ("activity", 45), ("activity", 45), ("closing", 10))


@dataclass(frozen=True)
class Row:
    """A condition, a plan in which it holds, both sentences, and what the button says; "" is none."""

    condition: type[Any]
    plan: CheckedPlan
    title: str
    words: str
    button: str = ""


TABLE = (
    Row(
        PastEnd,
        plan(ends=time(12)),
        "The plan goes on for 10 minutes after the room must be empty.",
        "Nothing has been moved. You choose what gives.",
    ),
    Row(
        DecidedBefore,
        plan(spectrum=Spectrum.CO_PRODUCE, decided=("The budget",)),
        "This is called co-production, and “The budget” tells of what is decided already.",
        "Say so when it begins, or call the session otherwise.",
    ),
    Row(
        DecidedBefore,
        plan(title="Our co–production day", decided=("The budget",)),
        "This is called co-production, and “The budget” tells of what is decided already.",
        "Say so when it begins, or call the session otherwise.",
    ),
    Row(
        DecidedBefore,
        plan(title="Co-production day", decided=("The budget", "The date")),
        "This is called co-production, and “The budget”, “The date” tell of what is decided already.",
        "Say so when it begins, or call the session otherwise.",
    ),
    Row(
        NoWelcome,
        plan(GOOD[1:]),
        "There is no welcome yet.",
        "People want to know who is here, what today is for and where the exits are.",
        "Add a welcome, 5 minutes",
    ),
    Row(
        LateWelcome,
        plan((GOOD[1], GOOD[0], *GOOD[2:])),
        "“welcome 1” comes after the work has begun.",
        "Move the welcome before the first activity.",
    ),
    Row(
        EarlyClosing,
        plan((*GOOD[:4], GOOD[5], GOOD[4])),
        "The work goes on after “closing 4”.",
        "Move the closing after the last activity.",
    ),
    Row(
        NoBreak,
        plan((("welcome", 10), ("activity", 110), ("closing", 10)), tracks={1: (track(WORK, REST, WORK), track(WORK))}),
        "From “welcome 0” on there is no break for 130 minutes.",
        "After 90 minutes most people need one.",
        "Add a break, 15 minutes",
    ),
    Row(
        NoBreak,
        plan(LONG, ends=time(13)),
        "From “welcome 0” on there is no break for 110 minutes.",
        "After 90 minutes most people need one.",
        "Add a break, 15 minutes",
    ),
    Row(
        NoBreak,
        plan(LONG, ends=time(13), breaks_needed=True),
        "From “welcome 0” on there is no break for 110 minutes.",
        "Somebody who is coming needs one within 60 minutes; check with your organisation.",
        "Add a break, 15 minutes",
    ),
    Row(
        NoBreak,
        plan((("welcome", 100), ("closing", 10)), ends=time(14)),
        "From “welcome 0” on there is no break for 110 minutes.",
        "After 90 minutes most people need one.",
    ),
    Row(
        NoClosing,
        plan(GOOD[:-1]),
        "There is no closing yet.",
        "It is what people remember, and what is cut first when nobody planned it.",
        "Add a closing, 5 minutes",
    ),
    Row(
        NoWellbeingPerson,
        plan(wellbeing=False),
        "No wellbeing person is named.",
        "People go to them when it becomes too much.",
    ),
    Row(
        NoSlack,
        plan(tuple(one for one in GOOD if one[0] != "buffer")),
        "There is no time to spare between the main parts.",
        "Something always begins late.",
        "Add 10 minutes to spare",
    ),
    Row(
        NoSlack,
        plan((*GOOD[:3], *GOOD[4:], ("buffer", 10))),
        "There is no time to spare between the main parts.",
        "Something always begins late.",
        "Add 10 minutes to spare",
    ),
    Row(
        TookLonger,
        plan(longer=(FILM,)),
        "“Film” took 50 minutes last time.",
        "That is 5 minutes more than here.",
        "Give it 50 minutes",
    ),
    Row(
        TookLonger,
        plan(longer=(MAP,)),
        "“Map” took about 52 minutes the last 3 times.",
        "That is 12 minutes more than here.",
        "Give it 52 minutes",
    ),
    Row(
        TookLonger,
        plan(longer=(MAP, FILM)),
        "“Map”, “Film” took longer before.",
        "That is 17 minutes more than here, in all.",
        "Give them 102 minutes",
    ),
)


def test_every_condition_has_a_row():
    assert {row.condition for row in TABLE} == set(get_args(Finding))


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.title)
def test_a_condition_is_said_with_what_mends_it(row):
    finding = next(one for one in found(row.plan) if isinstance(one, row.condition))
    button = "" if finding.fix is None else fix_words(finding.fix)
    assert (finding_title(finding), finding_words(finding), button) == (row.title, row.words, row.button)
