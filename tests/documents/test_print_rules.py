"""What is typed before printing: which pages, and how many copies."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.errors import NotCopies, NotPages
from app.documents.print_rules import copies_in, pages_in
from app.wording import sentence
from tests.examples import EXAMPLES


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("2-4", (1, 2, 3)),
        ("7, 2–4", (1, 2, 3, 6)),
        ("3", (2,)),
        ("6-", (5, 6, 7)),
        (" 1 ; 1-2 ", (0, 1)),
        ("৩", (2,)),
    ],
)
def test_pages_are_read_as_people_write_them(typed, pages):
    assert pages_in(typed, 8) == pages


@pytest.mark.parametrize("typed", ["", "0", "9", "4-2", "1-9", "1,", "two", "-3", "1 2", "1.5", "9999999"])
def test_pages_that_are_not_there_or_not_read_are_refused(typed):
    with pytest.raises(NotPages) as refused:
        pages_in(typed, 8)
    assert sentence(refused.value) == "There are 8 pages. Type those you want as 2-4, or as 1, 3."


@settings(max_examples=EXAMPLES)
@given(pages=st.integers(1, 400), data=st.data())
def test_every_choice_of_pages_can_be_typed(pages, data):
    wanted = data.draw(st.sets(st.integers(0, pages - 1), min_size=1))
    assert pages_in(", ".join(str(page + 1) for page in wanted), pages) == tuple(sorted(wanted))


@settings(max_examples=EXAMPLES)
@given(typed=st.text(alphabet="0123456789-–,; ", max_size=12))
def test_no_page_is_ever_printed_that_is_not_there(typed):
    try:
        pages = pages_in(typed, 20)
    except NotPages:
        return
    assert pages
    assert set(pages) <= set(range(20))


def test_copies_are_a_number_that_can_be_carried():
    assert (copies_in(" 3 "), copies_in("99")) == (3, 99)
    for typed in ("", "0", "100", "-1", "two", "1.5"):
        with pytest.raises(NotCopies) as refused:
            copies_in(typed)
        assert sentence(refused.value) == "Type how many copies you want, from 1 to 99."
