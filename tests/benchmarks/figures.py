"""A figure: how many times the plain thing the whole thing takes, in pairs taken in turns; and the table of them."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

PAIRS = 7
HEADS = ("Figure", "Plain", "Whole", "Times", "Spread", "At most", "")


@dataclass(frozen=True, slots=True)
class Pair:
    """The plain thing and the whole thing, measured one after the other in the same unit."""

    plain: float
    whole: float

    @property
    def times(self) -> float:
        """How many times the plain one the whole one is."""
        return self.whole / self.plain


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table.

    Attributes:
        name: What is measured, against what.
        unit: Of both measurements: "ms" or "MB".
        pairs: What was measured.
        at_most: The target; None for a figure that is only told.
        note: What else was found.
    """

    name: str
    unit: str
    pairs: Sequence[Pair]
    at_most: float | None
    note: str = ""

    @property
    def times(self) -> float:
        """The median of the pairs."""
        return median(pair.times for pair in self.pairs)

    @property
    def over(self) -> bool:
        """Whether it is over its target."""
        return self.at_most is not None and self.times > self.at_most


def in_turns(plain: Callable[[], float], whole: Callable[[], float], count: int = PAIRS) -> list[Pair]:
    """Return pairs of measurements taken in turns; the one that comes first changes each time."""
    pairs: list[Pair] = []
    for number in range(count):
        gc.collect()
        if number % 2:
            told = whole()
            pairs.append(Pair(plain(), told))
        else:
            told = plain()
            pairs.append(Pair(told, whole()))
    return pairs


def worst(figures: Sequence[Figure], name: str) -> Figure:
    """Return the worst of several figures under another name, saying which it was and which stands in the middle."""
    ordered = sorted(figures, key=lambda figure: figure.times)
    middle, last = ordered[len(ordered) // 2], ordered[-1]
    told = f"the worst of {len(figures)} is {last.name}; in the middle is {middle.name} with {middle.times:.2f}"
    return Figure(name, last.unit, last.pairs, last.at_most, told)


def table(figures: Sequence[Figure]) -> str:
    """Return the table as Markdown, which can be read as it stands."""
    rows = [HEADS, *(_row(figure) for figure in figures)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEADS))]
    lines = [_line(row, widths) for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    notes = [f"- {figure.name}: {figure.note}." for figure in figures if figure.note]
    return "\n".join([*lines, "", *notes]).rstrip() + "\n"


def _row(figure: Figure) -> tuple[str, ...]:
    times = [pair.times for pair in figure.pairs]
    return (
        figure.name,
        _amount(median(pair.plain for pair in figure.pairs), figure.unit),
        _amount(median(pair.whole for pair in figure.pairs), figure.unit),
        f"{figure.times:.2f}",
        f"{min(times):.2f} to {max(times):.2f}",
        "" if figure.at_most is None else f"{figure.at_most:g}",
        "over" if figure.over else "" if figure.at_most is None else "kept",
    )


def _amount(value: float, unit: str) -> str:
    digits = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 1 else 3
    return f"{value:.{digits}f} {unit}"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    return "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
