"""Which kind of block a title tells, where a spreadsheet has no column for it."""

import pytest

from app.agenda.columns import kind_of, vocabulary
from db.types import BlockKind


@pytest.mark.parametrize(
    "title",
    [
        *("Break-out groups", "Break out", "Breakout", "Breaking news", "Close reading", "Tea and introductions"),
        *("Tea tasting", "Tea with Ines", "Lunch and networking", "Welcome pack", "Opening up"),
        *("Break & lunch", "Ending well", "End of life care", "Food: what matters", "", "and", ":"),
    ],
)
def test_a_title_that_only_begins_like_another_kind_is_an_activity(title):
    assert kind_of("", title) is BlockKind.ACTIVITY


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        *((title, BlockKind.BREAK) for title in ("Break", "BREAK!", "Break: stretch", "Break, hot drinks", "Break 2")),
        *(
            (title, BlockKind.BREAK)
            for title in ("Tea", "Tea break", "Tea and coffee", "Tea/coffee", "Coffee - in the hall")
        ),
        *((title, BlockKind.MEAL) for title in ("Lunch", "Lunch (provided)", "Lunch break")),
        *(
            (title, BlockKind.WELCOME)
            for title in ("Welcome", "Welcome and introductions", "Welcome to the day", "Opening")
        ),
        *(
            (title, BlockKind.CLOSING)
            for title in ("Close", "Closing: one word each", "Closing & thanks", "Wrap-up", "End")
        ),
    ],
)
def test_the_whole_words_before_a_stop_tell_the_kind(title, kind):
    assert kind_of("", title) is kind


def test_what_the_column_says_comes_before_the_title():
    assert kind_of("activity", "Break") is BlockKind.ACTIVITY
    assert kind_of("Keynote", "Break") is BlockKind.ACTIVITY
    assert kind_of("pause", "Map") is BlockKind.BREAK


def test_every_word_that_leads_names_a_kind():
    assert vocabulary().leading <= {*vocabulary().kinds}
