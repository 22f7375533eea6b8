"""The table of benchmarks says what is over its target."""

import pytest

from tests.benchmarks.figures import Figure, Pair, in_turns, table, worst


def figure(*times: float, at_most: float | None = 1.5, name: str = "Figure") -> Figure:
    return Figure(name, "ms", [Pair(10.0, 10.0 * one) for one in times], at_most)


def test_the_median_is_held_against_the_target():
    assert not figure(1.0, 1.4, 9.0).over
    assert figure(1.0, 1.6, 1.7).over


def test_a_figure_at_its_target_keeps_it_and_one_without_a_target_is_never_over():
    assert not figure(1.5).over
    assert not figure(99.0, at_most=None).over


@pytest.mark.parametrize(("times", "word"), [(1.4, "kept"), (1.6, "over")])
def test_the_table_says_in_a_word_how_a_figure_stands(times, word):
    line = table([figure(1.0, times, 2.0)]).splitlines()[2]
    assert [cell.strip() for cell in line.split("|")[1:-1]] == [
        "Figure",
        "10.0 ms",
        f"{10 * times:.1f} ms",
        f"{times:.2f}",
        "1.00 to 2.00",
        "1.5",
        word,
    ]


def test_the_worst_of_several_stands_for_all_and_the_middle_is_named():
    one = worst([figure(2.0, name="Tamil"), figure(1.2, name="Latin"), figure(1.4, name="Bengali")], "Room")
    assert (one.name, one.times) == ("Room", 2.0)
    assert one.note == "the worst of 3 is Tamil; in the middle is Bengali with 1.40"


def test_both_are_measured_in_turns_and_each_comes_first_half_the_time():
    asked: list[str] = []
    pairs = in_turns(lambda: asked.append("plain") or 1.0, lambda: asked.append("whole") or 2.0, count=2)
    assert asked == ["plain", "whole", "whole", "plain"]
    assert [pair.times for pair in pairs] == [2.0, 2.0]
