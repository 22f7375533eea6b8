"""Names of others taken out of what is given to one person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.people.others import Redactor, other_names

OTHERS = ["Rumana Begum", "Kofi", "Zoë Brandão", "Ana-Maria O’Neil", "王芳", "김 민수", "Łukasz Żółć", "Will"]
OWN = ["Shirin Akter", "Shirin"]


def redactor(*, met: tuple[str, ...] = ()) -> Redactor:
    return Redactor(other_names(OTHERS, met, OWN), "[…]")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Comes with Rumana Begum.", "Comes with […]."),
        ("rumana  BEGUM drives", "[…] drives"),
        ("Rumana Begum's car", "[…]'s car"),
        ("Kofi, Zoe Brandao and Lukasz Zolc", "[…], […] and […]"),
        ("Ana-Maria O'Neil’s list", "[…]’s list"),
        ("她和王芳一起来", "她和[…]一起来"),
        ("She will come; Will comes too", "She will come; […] comes too"),
        ("Rumana is her sister", "Rumana is her sister"),
        ("Shirin Akter, known as Shirin", "Shirin Akter, known as Shirin"),
        ("", ""),
    ],
)
def test_names_of_others_go_and_everything_else_stays(text, left):
    assert redactor().redact(text) == left


def test_parts_of_the_names_of_those_one_met_go_too_but_never_parts_of_ones_own():
    one = redactor(met=("Rumana Begum", "Nadia Akter"))
    assert one.redact("Rumana and Nadia Akter know Begum") == "[…] and […] Akter know […]"
    assert one.count == 3


@given(st.text(), st.sampled_from(OTHERS), st.text())
def test_no_whole_name_of_others_is_left_wherever_it_stands_between_spaces(before, name, after):
    left = redactor().redact(f"{before} {name} {after}")
    assert f" {name} " not in left
    assert "[…]" in left
