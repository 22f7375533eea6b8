"""The strength of a passphrase, by rules that can be said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.security.strength import Reason, Strength, passphrase_strength
from app.security.words import strength_word, strength_words


@pytest.mark.parametrize(
    ("passphrase", "strength", "reason"),
    [
        pytest.param("", Strength.WEAK, Reason.SHORT, id="nothing"),
        pytest.param("tidal pears", Strength.WEAK, Reason.SHORT, id="eleven characters"),
        pytest.param("tidal pears!", Strength.FAIR, Reason.FEW_WORDS, id="twelve characters"),
        pytest.param("abababababab", Strength.WEAK, Reason.REPEATED, id="two letters over and over"),
        pytest.param("Password123456", Strength.WEAK, Reason.COMMON, id="a common word and digits"),
        pytest.param("letmein-welcome-2026", Strength.WEAK, Reason.COMMON, id="common words only"),
        pytest.param("correct horse battery staple", Strength.WEAK, Reason.COMMON, id="the one from the comic"),
        pytest.param("830472951664", Strength.WEAK, Reason.COMMON, id="digits only"),
        pytest.param("seven quiet herons", Strength.FAIR, Reason.FEW_WORDS, id="three words"),
        pytest.param("heron heron heron quiet seven", Strength.FAIR, Reason.FEW_WORDS, id="the same word again"),
        pytest.param("seven quiet herons wading", Strength.STRONG, Reason.ENOUGH, id="four different words"),
        pytest.param("সাতটি শান্ত বক হাঁটছে জলে ধীরে", Strength.FAIR, Reason.FEW_WORDS, id="another script is not weak"),
    ],
)
def test_strength_and_its_reason(passphrase, strength, reason):
    found = passphrase_strength(passphrase)
    assert (found.strength, found.reason) == (strength, reason)


@given(st.text())
def test_any_text_is_judged(passphrase):
    assert passphrase_strength(passphrase).strength in Strength


@given(st.text(max_size=11).filter(str.isascii))
def test_nothing_short_is_ever_good_enough(passphrase):
    assert passphrase_strength(passphrase).strength is Strength.WEAK


@pytest.mark.parametrize("word", [*Strength, *Reason])
def test_every_strength_and_every_reason_has_its_words(word):
    said = strength_word(word) if isinstance(word, Strength) else strength_words(word)
    assert said[0].isupper()


def test_every_strength_has_a_word_of_its_own():
    assert len({strength_word(strength) for strength in Strength}) == len(Strength)
