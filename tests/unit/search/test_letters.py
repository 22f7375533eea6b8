"""What passes a record over without reading it never passes over one that would be found."""

from hypothesis import given
from hypothesis import strategies as some

from db.search import fold, letters_of


@given(some.text(), some.text(), some.text())
def test_a_text_has_all_the_letters_of_any_piece_of_it(before, piece, after):
    asked, held = letters_of(fold(piece)), letters_of(fold(piece) + fold(before) + fold(after))
    assert asked & held == asked


def test_letters_of_another_script_are_told_from_those_of_english():
    assert letters_of("রহিম") & letters_of("abcdefghijklmnopqrstuvwxyz") == 0


@given(some.text())
def test_the_bits_fit_into_what_the_database_holds(text):
    assert 0 <= letters_of(text) < 2**63
