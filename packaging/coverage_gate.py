# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when the tests reach less of the code than we promise; reads what `coverage json` wrote.

Usage: python3 packaging/coverage_gate.py FILE
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

WORST = 12


@dataclass(frozen=True)
class Promise:
    """A share of lines and branches, in percent, that one group of files must have run."""

    name: str
    patterns: tuple[str, ...]
    percent: int


@dataclass(frozen=True)
class Reach:
    """How much of one file ran, in lines and branches together."""

    path: str
    reached: int
    total: int

    @property
    def missed(self) -> int:
        """Lines and branches that no test ran."""
        return self.total - self.reached


PROMISES = (
    Promise("rules and security", ("app/rules.py", "app/*/rules.py", "app/security/*"), 100),
    Promise("app", ("app/*",), 95),
    Promise("db", ("db/*",), 95),
    Promise("ui", ("ui/*",), 90),
)


def main(report: Path) -> int:
    """Print each promise with what was measured, and the worst files of a broken one; return 1 if any is broken."""
    files = measured(json.loads(report.read_text(encoding="utf-8")))
    kept = [keeps(promise, [file for file in files if belongs(file, promise)]) for promise in PROMISES]
    return 0 if all(kept) else 1


def measured(report: dict[str, dict[str, dict[str, dict[str, int]]]]) -> list[Reach]:
    """Return what a report says of each file, with `/` between folders on every system."""
    return [reach(name, file["summary"]) for name, file in report["files"].items()]


def reach(name: str, counts: dict[str, int]) -> Reach:
    """Return one file's figures from coverage's own counts."""
    reached = counts["covered_lines"] + counts["covered_branches"]
    total = counts["num_statements"] + counts["num_branches"]
    return Reach(PurePath(name.replace("\\", "/")).as_posix(), reached, total)


def belongs(file: Reach, promise: Promise) -> bool:
    """Return whether a promise covers a file; `*` in a pattern spans folders."""
    return any(fnmatchcase(file.path, pattern) for pattern in promise.patterns)


def keeps(promise: Promise, files: list[Reach]) -> bool:
    """Print one promise and return whether it holds; a group without code holds."""
    reached, total = sum(file.reached for file in files), sum(file.total for file in files)
    percent = 100 * reached / total if total else 100.0
    good = reached * 100 >= promise.percent * total
    print(f"{'ok  ' if good else 'LOW '} {promise.name}: {percent:.1f} % of {promise.percent} %")
    for file in [] if good else sorted(files, key=lambda file: -file.missed)[:WORST]:
        if file.missed:
            print(f"       {file.path}: {file.missed} of {file.total} lines and branches not reached")
    return good


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
