"""Measures everything, or what is named, and prints the table: `python -m tests.benchmarks [--large] [NAME ...]`."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks.asking import query_figures
from tests.benchmarks.backing_up import backup_figures
from tests.benchmarks.figures import Figure, table
from tests.benchmarks.hiding import hiding_figures
from tests.benchmarks.large import EMPTY, LARGE, LARGEST, Built, built
from tests.benchmarks.opening import memory_figures, start_figures, unlock_figures
from tests.benchmarks.paper import paper_figures
from tests.benchmarks.planning import plan_figures
from tests.benchmarks.typing import typing_figures
from tests.benchmarks.writing import check_in_figures, import_figures

DOCUMENT = Path(__file__).parent.parent.parent / "docs" / "benchmarks.md"
ABOVE_THE_TABLE = "<!-- the last table -->\n"

Measure = Callable[[Built, Built], list[Figure]]

MEASURES: dict[str, Measure] = {
    "start": lambda empty, _: start_figures(empty),
    "unlock": unlock_figures,
    "typing": lambda _, large: typing_figures(large),
    "queries": lambda _, large: query_figures(large),
    "check-in": lambda _, large: check_in_figures(large),
    "import": lambda empty, _: import_figures(empty),
    "backup": lambda _, large: backup_figures(large),
    "memory": memory_figures,
    "hiding": lambda _empty, large: hiding_figures(large),
    "plan": lambda _empty, _large: plan_figures(),
    "paper": lambda _empty, _large: paper_figures(),
}


def main(given: Sequence[str]) -> int:
    """Measure, print, and return 1 when a figure is over its target."""
    asked = _parser().parse_args(given)
    size = LARGEST if asked.large else LARGE
    empty, large = built(EMPTY), built(size)
    figures: list[Figure] = []
    for name in asked.names or MEASURES:
        sys.stderr.write(f"{name} ...\n")
        figures += MEASURES[name](empty, large)
    told = f"{size.people:,} people, {size.sessions:,} sessions, {size.entries:,} journal entries\n\n{table(figures)}"
    sys.stdout.write(told)
    if asked.write:
        _write(told)
    return int(any(figure.over for figure in figures))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench", description="How much more the program takes than plain things.")
    parser.add_argument("names", nargs="*", metavar="NAME", choices=[[], *MEASURES], help=", ".join(MEASURES))
    parser.add_argument("--large", action="store_true", help="100,000 people and a million journal entries")
    parser.add_argument("--write", action="store_true", help="keep the table in docs/benchmarks.md")
    return parser


def _write(told: str) -> None:
    """Put the table in the place of the last one."""
    above, mark, _ = DOCUMENT.read_text(encoding="utf-8").partition(ABOVE_THE_TABLE)
    day = datetime.now(UTC).date().isoformat()
    processors = os.cpu_count()
    DOCUMENT.write_text(f"{above}{mark}\nMeasured on {day} with {processors} processors. {told}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
