"""The PIN that uncovers."""

import pytest

from app.security.errors import NotAPin
from app.security.keys import Cost
from app.security.pins import pin_hash, pin_matches

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


def test_the_pin_matches_what_is_kept_of_it_and_another_does_not():
    kept = pin_hash("482915", CHEAP)
    assert pin_matches(kept, "482915")
    assert not pin_matches(kept, "482916")
    assert "482915" not in kept


@pytest.mark.parametrize(
    ("pin", "digits"), [("", 0), ("48291", 5), ("4829155", 7), ("48291x", 5), ("٤٨٢٩١٥", 6), ("482915\n", 6)]
)
def test_anything_but_six_plain_digits_is_refused(pin, digits):
    with pytest.raises(NotAPin) as refused:
        pin_hash(pin, CHEAP)
    assert refused.value.digits == digits
