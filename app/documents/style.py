# SPDX-License-Identifier: GPL-3.0-or-later
"""How a document is printed, and what came of it. All measures are in points (72 to the inch)."""

from dataclasses import dataclass, field
from enum import Enum


class Paper(Enum):
    """A paper size and how it lies: width and height."""

    A4 = (595.28, 841.89)
    A4_LANDSCAPE = (841.89, 595.28)
    A3 = (841.89, 1190.55)
    A3_LANDSCAPE = (1190.55, 841.89)


class Variant(Enum):
    """How one document is made for different readers: as usual, in large print, or in easy read.

    Easy read says one idea in each short sentence, with a picture beside it.
    """

    STANDARD = "standard"
    LARGE_PRINT = "large-print"
    EASY_READ = "easy-read"


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes of words and distances that go together."""

    body: float
    small: float
    session: float
    title: float
    row: float
    margin: float
    padding: float


MEASURES = {
    Variant.STANDARD: Measures(body=12, small=10, session=14, title=20, row=29, margin=40, padding=4),
    Variant.LARGE_PRINT: Measures(body=18, small=18, session=20, title=26, row=42, margin=34, padding=5),
    Variant.EASY_READ: Measures(body=18, small=16, session=22, title=28, row=42, margin=42, padding=5),
}


@dataclass(frozen=True, slots=True)
class PrintStyle:
    """What a person chose before printing.

    Attributes:
        organisation: Whose document it is; stands in the footer. May be "".
        language: BCP 47 tag of the words that are ours.
        variant: For which readers it is; the document must be offered so.
        paper: The paper in the printer.
    """

    organisation: str
    language: str = "en-GB"
    variant: Variant = Variant.STANDARD
    paper: Paper = Paper.A4

    @property
    def measures(self) -> Measures:
        """Return the sizes that go with the variant."""
        return MEASURES[self.variant]


@dataclass(frozen=True, slots=True)
class Printed:
    """What came of a build.

    Attributes:
        pages: How many pages there are.
        missing: Characters that no font has, sorted; each stands as "?" on the page, and the user must be told.
        missing_in: The names and other texts that they stand in, sorted.
    """

    pages: int
    missing: tuple[str, ...]
    missing_in: tuple[str, ...] = field(default=(), repr=False)
