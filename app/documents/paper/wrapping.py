# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a line may end: after spaces and dashes, between Chinese characters, and inside a word only when it must."""

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

from app.documents.paper.clusters import clusters

NEVER_FIRST = frozenset("、。,.!?:;)]}」』】\u3015〉》”’・々ー%\uff0c\uff01\uff1f\uff1a\uff1b\uff09")
NEVER_LAST = frozenset("([{「『【\u3014〈《“‘\uff08")
DASHES = frozenset("-–—/")
SPACES = frozenset(" \u200b\u2009\u3000")


@dataclass(slots=True)
class Measured:
    """A text and how far each of its characters starts from the beginning, in points."""

    text: str
    offsets: list[float]
    breaks: list[int] = field(init=False)
    edges: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.breaks = [*line_breaks(self.text), len(self.text)]
        self.edges = list(accumulate(len(cluster) for cluster in clusters(self.text)))

    def width(self, start: int, end: int) -> float:
        """Return the width between two places, without the spaces at the end."""
        visible = start + len(self.text[start:end].rstrip(" "))
        return self.offsets[visible] - self.offsets[start]


def last_fitting(measured: Measured, start: int, limit: int, width: float) -> int:
    """Return where a line from `start` ends: the last break that fits, else the last cluster, else one cluster.

    Args:
        measured: The text.
        start: Where the line starts.
        limit: The line may not end after this place, unless it is one cluster.
        width: Room in points.
    """
    end = _last_of(measured.breaks, measured, start, limit, width)
    if end is None:
        end = _last_of(measured.edges, measured, start, limit, width)
    if end is None:
        end = measured.edges[bisect_right(measured.edges, start)]
    return end


def line_breaks(text: str) -> list[int]:
    """Return the places where a new line may start."""
    return [place for place in range(1, len(text)) if _breaks_between(text, place)]


def _last_of(places: list[int], measured: Measured, start: int, limit: int, width: float) -> int | None:
    found = None
    for place in places[bisect_right(places, start) :]:
        if place > limit or measured.width(start, place) > width:
            break
        found = place
    return found


def _breaks_between(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place]
    if after in SPACES:
        return False
    if before in SPACES:
        return True
    if before in DASHES:
        return after.isalpha() and place > 1 and text[place - 2].isalpha()
    if after in NEVER_FIRST or before in NEVER_LAST:
        return False
    return _is_ideograph(before) or _is_ideograph(after)


def _is_ideograph(character: str) -> bool:
    return (
        "\u2e80" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\uff00" <= character <= "\uff60"
        or "\U00020000" <= character <= "\U0003ffff"
    )
