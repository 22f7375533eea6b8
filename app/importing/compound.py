# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether an old workbook (XLS) hangs together, before the reader trusts its sizes and its chains of sectors.

A damaged one can name a chain that bites its own tail, or a cell so far out that no memory holds all up to it.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

HEADER = 512
ENTRY = 128
MINI = 64
CUTOFF = 4096  # bytes; a shorter stream is kept in small sectors
LAST_SECTOR = 0xFFFFFFFA
END = 0xFFFFFFFE
ROOT, STREAM = 5, 2
BOOKS = ("Workbook", "WORKBOOK", "Book", "BOOK")
LOCK = 0x002F
STRINGS = 0x00FC
CELLS = frozenset({0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E})
SHORTEST_STRING = 3  # bytes


class Broken(Exception):
    """The parts of the file contradict each other."""


class Locked(Exception):
    """The workbook opens with a password only."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One stream of the file."""

    name: str
    kind: int
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class Extent:
    """How far to the right and down cells reach, counted from 1."""

    columns: int
    rows: int


def extent_of(content: bytes) -> Extent:
    """Return how far the cells of an old workbook reach.

    Raises:
        Broken: A chain never ends or leads out of the file, or a size is more than the file holds.
        Locked: It opens with a password only.
    """
    try:
        return _extent(_book(content))
    except (struct.error, IndexError, OverflowError) as error:
        raise Broken from error


def _book(content: bytes) -> bytes:
    version_shift, mini_shift = struct.unpack_from("<HH", content, 30)
    if version_shift not in (9, 12) or mini_shift != MINI.bit_length() - 1:
        raise Broken
    sector = 1 << version_shift
    fats, first_directory, _, _, first_mini, minis, first_more, _ = struct.unpack_from("<8I", content, 44)
    table = _allocation(content, sector, fats, first_more)
    entries = list(_entries(_chain(content, sector, table, first_directory)))
    root = next((entry for entry in entries if entry.kind == ROOT), None)
    book = next((entry for entry in entries if entry.kind == STREAM and entry.name in BOOKS), None)
    if root is None or book is None:
        raise Broken
    small = _chain(content, sector, table, root.start) if root.size else b""
    mini_table = _numbers(_chain(content, sector, table, first_mini)) if minis else ()
    streams = [entry for entry in entries if entry.kind == STREAM and entry.size]
    bodies = {entry.name: _body(entry, content, sector, table, small, mini_table) for entry in streams}
    return bodies.get(book.name, b"")


def _body(
    entry: Entry, content: bytes, sector: int, table: Sequence[int], small: bytes, mini_table: Sequence[int]
) -> bytes:
    if entry.size > len(content):
        raise Broken
    if entry.size < CUTOFF:
        return _walk(small, MINI, mini_table, entry.start, before=0)[: entry.size]
    return _chain(content, sector, table, entry.start)[: entry.size]


def _allocation(content: bytes, sector: int, sectors: int, more: int) -> tuple[int, ...]:
    places = list(_numbers(content[76:HEADER]))
    seen: set[int] = set()
    while more < LAST_SECTOR:
        if more in seen:
            raise Broken
        seen.add(more)
        *listed, more = _numbers(_sector(content, sector, more, before=sector))
        places += listed
    used = [place for place in places if place < LAST_SECTOR]
    if len(used) > len(content) // sector or sectors > len(content) // sector:
        raise Broken
    return _numbers(b"".join(_sector(content, sector, place, before=sector) for place in used))


def _chain(content: bytes, sector: int, table: Sequence[int], start: int) -> bytes:
    return _walk(content, sector, table, start, before=sector)


def _walk(content: bytes, size: int, table: Sequence[int], start: int, *, before: int) -> bytes:
    parts: list[bytes] = []
    while start != END:
        if len(parts) > len(table):
            raise Broken
        parts.append(_sector(content, size, start, before=before))
        start = table[start]
    return b"".join(parts)


def _sector(content: bytes, size: int, number: int, *, before: int) -> bytes:
    start = before + number * size
    if start >= len(content):
        raise Broken
    return content[start : start + size]


def _numbers(content: bytes) -> tuple[int, ...]:
    whole = len(content) // 4
    return struct.unpack(f"<{whole}I", content[: whole * 4])


def _entries(directory: bytes) -> Iterator[Entry]:
    for at in range(0, len(directory) - ENTRY + 1, ENTRY):
        length, kind = struct.unpack_from("<HB", directory, at + 64)
        start, size = struct.unpack_from("<II", directory, at + 116)
        name = directory[at : at + min(length, 64)].decode("utf-16-le", "replace").rstrip("\0")
        yield Entry(name, kind, start, size)


def _extent(book: bytes) -> Extent:
    columns = rows = 0
    for kind, body in _records(book):
        if kind == LOCK:
            raise Locked
        if kind == STRINGS and len(body) >= 8 and struct.unpack_from("<I", body, 4)[0] * SHORTEST_STRING > len(book):
            raise Broken
        if kind in CELLS and len(body) >= 4:
            row, column = struct.unpack_from("<HH", body)
            columns, rows = max(columns, column + 1), max(rows, row + 1)
    return Extent(columns, rows)


def _records(book: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, at)
        yield kind, book[at + 4 : at + 4 + length]
        at += 4 + length
