"""How long a fully tagged register takes: against a bare canvas, until it is seen, and row by row as it grows."""

import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from statistics import median

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from app.documents.paper.collecting import uncollected
from app.documents.paper.compacting import compact
from app.documents.paper.pdf import FileWords
from app.documents.paper.shaping import Typesetter
from app.documents.paper.sheet import Layout, Sheet
from app.documents.paper.table import Column, Text, table
from app.documents.parts import Heading, SheetParts
from app.documents.style import PrintStyle
from tests.benchmarks.figures import Figure, Pair, in_turns
from tests.benchmarks.first_page import first_page_figures
from tests.benchmarks.memory_held import memory_held
from tests.benchmarks.timing import processor_milliseconds, shortest

NAMES, ROWS_A_PAGE, ROW = 1_000, 25, 24.0
HEADS = (("No", 40), ("Name", 170), ("Group", 100), ("In", 60), ("Out", 60), ("Photo", 60))
GIVEN = ("Ada", "Ben", "Carol", "Dev", "Eve", "Fay", "Gus", "Hal", "Ida", "Jo")
FAMILY = ("Smith", "Jones", "Akter", "Okafor", "Lee", "Brown", "Patel", "Khan")
STYLE = PrintStyle("Leeds Together")
TIMES = 5
LONGER = (5_000, 20_000)
CHILDREN = 3


def paper_figures() -> list[Figure]:
    """Return how many times a bare canvas a register takes, what making it small adds, and how it grows."""
    register(NAMES)  # fonts are loaded once for the life of the program
    against = in_turns(lambda: _fastest(lambda: bare(NAMES)), lambda: _fastest(lambda: made(NAMES)))
    finished = drawn(register(NAMES))
    small = in_turns(lambda: _fastest(lambda: made(NAMES)), lambda: _fastest(lambda: compacted(finished)))
    return [
        Figure("Register of 1,000 names, tagged / a bare canvas, untagged", "ms", against, 3.5),
        Figure("Making that register small / drawing it", "ms", small, None, _sizes(finished)),
        *first_page_figures(compacted(finished).getvalue()),
        *(_growth(rows) for rows in LONGER),
    ]


def rows(count: int) -> list[tuple[str, ...]]:
    """Return lines of a register."""
    return [
        (str(n + 1), f"{GIVEN[n % 10]} {FAMILY[n // 10 % 8]} {n}", f"Group {n % 7}", "10:05", "12:30", "yes")
        for n in range(count)
    ]


def bare(count: int) -> BytesIO:
    """Return the register as a bare canvas draws it with a font that every reader has."""
    out, data = BytesIO(), rows(count)
    canvas = Canvas(out, pagesize=A4)
    for first in range(0, count, ROWS_A_PAGE):
        canvas.setFont("Helvetica", 10)
        for place, row in enumerate([tuple(head for head, _ in HEADS), *data[first : first + ROWS_A_PAGE]]):
            left, height = 40.0, 780 - place * ROW
            for (_, width), words in zip(HEADS, row, strict=True):
                canvas.drawString(left + 3, height, words)
                left += width
            canvas.line(40, height - 6, 530, height - 6)
        canvas.showPage()
    canvas.save()
    return out


def register(count: int) -> Layout:
    """Return the register laid out as the program's documents are."""
    heading = Heading("Register", "A warmer welcome", ("26 November 2026",), "Tick who is here.")
    sheet = Sheet(STYLE, SheetParts(STYLE, heading, "A warmer welcome"))
    columns = [Column(head, width, names_row=head == "Name") for head, width in HEADS]
    cells = [[Text(words) for words in row] for row in rows(count)]
    table(sheet, columns, cells, size=10, row=ROW)
    return sheet.finish("Page {page} of {pages}")


def made(count: int) -> BytesIO:
    """Return a register laid out and drawn, as the program makes its documents."""
    with uncollected():
        return drawn(register(count))


def drawn(layout: Layout) -> BytesIO:
    """Return a layout as a file that is not made small yet."""
    out = BytesIO()
    layout.draw(out, FileWords("Register", "Leeds Together", "en-GB"))
    return out


def compacted(finished: BytesIO) -> BytesIO:
    """Return a file made small."""
    out = BytesIO()
    compact(finished, out)
    return out


def _sizes(finished: BytesIO) -> str:
    kilobytes = [len(file.getvalue()) // 1000 for file in (finished, compacted(finished))]
    return f"{kilobytes[0]} kB become {kilobytes[1]} kB"


def _growth(count: int) -> Figure:
    """Return what a row costs in a long register beside one of a short one."""
    drawings = [(drawn_by_child(NAMES), drawn_by_child(count)) for _ in range(CHILDREN)]
    pairs = [Pair(few[0] / NAMES, many[0] / count) for few, many in drawings]
    few, many = (median(drawing[place][1] for drawing in drawings) for place in (0, 1))
    told = f"the rise of memory was {few:.0f} MB at {NAMES:,} names and {many:.0f} MB at {count:,}"
    return Figure(f"A row of a register of {count:,} names / of 1,000", "ms", pairs, 1.2, told)


def drawn_by_child(count: int) -> tuple[float, float]:
    """Return milliseconds and the rise of memory in MB of drawing a register in a program of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.paper", str(count)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(said[0]), float(said[1])


def _fastest(work: Callable[[], object]) -> float:
    return shortest(lambda: processor_milliseconds(work), TIMES)


def _tell(count: int) -> None:
    Typesetter()
    register(10)
    before = int(memory_held().split()[0])
    made(count)
    rise = (int(memory_held().split()[1]) - before) / 1024
    took = shortest(lambda: processor_milliseconds(lambda: made(count)), TIMES if count == NAMES else 1)
    sys.stdout.write(f"{took} {rise}")


if __name__ == "__main__":
    _tell(int(sys.argv[1]))
