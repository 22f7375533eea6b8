# SPDX-License-Identifier: GPL-3.0-or-later
"""Objects put into a PDF that is written already, as an update of it (ISO 32000-1, 7.5.6).

ReportLab keeps a name, a place and an object for each part of a file. Thousands of small ones cost less written here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

SIZE = re.compile(rb"/Size \d+")


@dataclass(frozen=True, slots=True)
class Following:
    """Objects whose numbers follow one another, each as it stands in the file (ASCII)."""

    first: int
    objects: Sequence[str]


def appended(file: bytes, parts: Sequence[Following]) -> bytes:
    """Return a file with more objects; one that has the number of another takes its place."""
    start = len(file)
    body: list[str] = []
    table = ["xref\n"]
    for part in parts:
        written = [f"{number} 0 obj\n{each}\nendobj\n" for number, each in enumerate(part.objects, part.first)]
        *places, start = accumulate(map(len, written), initial=start)
        body += written
        table.append(f"{part.first} {len(places)}\n")
        table += [f"{place:010d} 00000 n \n" for place in places]
    size = max(part.first + len(part.objects) for part in parts)
    return b"".join((file, "".join((*body, *table)).encode("ascii"), _trailer(file, size, start)))


def _trailer(file: bytes, size: int, table: int) -> bytes:
    """Return the file's own trailer for the table of the update, which stands at this place."""
    entries, _, before = file[file.rindex(b"trailer") :].partition(b"startxref")
    entries = SIZE.sub(b"/Size %d\n/Prev %d" % (size, int(before.split()[0])), entries)
    return entries + b"startxref\n%d\n%%%%EOF\n" % table
