# SPDX-License-Identifier: GPL-3.0-or-later
"""Which way text runs, against our own sample and, where Debian has it, against the whole of Unicode's test file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.documents.paper.bidi import directions, visual_order

SAMPLE = Path(__file__).parent / "bidi_cases.txt"
WHOLE = Path("/usr/share/unicode/BidiCharacterTest.txt")


def cases(file: Path) -> Iterator[tuple[str, int | None, int, list[str], list[int]]]:
    for line in file.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            points, asked, base, levels, order = line.split(";")
            text = "".join(chr(int(point, 16)) for point in points.split())
            asked_base = None if asked == "2" else int(asked)
            yield text, asked_base, int(base), levels.split(), [int(place) for place in order.split()]


def failures(file: Path) -> list[str]:
    failed: list[str] = []
    for text, asked, base, levels, order in cases(file):
        found = directions(text, asked)
        kept = [place for place, level in enumerate(levels) if level != "x"]
        seen = [kept[place] for place in visual_order([found.levels[place] for place in kept])]
        wanted = [int(levels[place]) for place in kept]
        if (found.base, [found.levels[place] for place in kept], seen) != (base, wanted, order):
            failed.append(ascii(text))
    return failed


def test_the_sample_holds_two_hundred_cases():
    assert len(list(cases(SAMPLE))) >= 200


def test_every_case_of_our_sample_runs_as_it_should():
    assert failures(SAMPLE) == []


@pytest.mark.skipif(not WHOLE.exists(), reason="Debian's package unicode-data is not installed")
def test_every_case_of_unicode_s_own_file_runs_as_it_should():
    assert failures(WHOLE) == []


def test_a_latin_word_in_an_arabic_sentence_keeps_its_order():
    found = directions("في Leeds")
    assert (found.base, found.levels[3:]) == (1, (2, 2, 2, 2, 2))


def test_the_paragraph_can_be_told_which_way_it_runs():
    assert directions("abc", 1).levels == (2, 2, 2)


def test_an_empty_text_runs_left_to_right():
    assert directions("").base == 0
