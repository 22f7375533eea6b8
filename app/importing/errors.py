# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a file of people is refused whole.

Refused
├── EmptyFile           there is nothing in the file
├── NoRows              there is a header and nothing under it
├── NotATable           the file is something else: a picture, a web page
├── DamagedText         some bytes are no letters in the encoding that the rest is in
├── UnclosedQuote       a quotation mark is opened and never closed, so that rows run into each other
├── CellTooLong         one cell holds more than a person would type
├── TooManyRows         more rows than one import takes
├── TooManyColumns      more columns than a list of people has
├── TooLarge            the file, or what is packed in it, is too large
├── PasswordProtected   the workbook opens with a password only
├── MacroWorkbook       the workbook may hold programs
└── BrokenWorkbook      the workbook cannot be read
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.errors import Refused


class Content(StrEnum):
    """What a file that is no table turns out to be."""

    PICTURE = "picture"
    PDF = "pdf"
    WEB_PAGE = "web_page"
    DOCUMENT = "document"
    CONTACTS = "contacts"
    JSON = "json"
    ARCHIVE = "archive"
    PROGRAM = "program"
    UNKNOWN = "unknown"


@dataclass(eq=False)
class EmptyFile(Refused):
    """There is nothing in the file."""

    path: Path


@dataclass(eq=False)
class NoRows(Refused):
    """There is a header and nothing under it."""

    path: Path


@dataclass(eq=False)
class NotATable(Refused):
    """The file is something else than a table."""

    path: Path
    content: Content


@dataclass(eq=False)
class DamagedText(Refused):
    """Some bytes are no letters in the encoding that the rest of the file is in."""

    path: Path
    encoding: str
    line: int


@dataclass(eq=False)
class UnclosedQuote(Refused):
    """A quotation mark is opened on this line and never closed."""

    path: Path
    line: int


@dataclass(eq=False)
class CellTooLong(Refused):
    """One cell holds more letters than a person would type."""

    path: Path
    line: int
    column: int | None
    most: int


@dataclass(eq=False)
class TooManyRows(Refused):
    """The file has more rows than one import takes."""

    path: Path
    most: int


@dataclass(eq=False)
class TooManyColumns(Refused):
    """The file has more columns than a list of people has."""

    path: Path
    most: int


@dataclass(eq=False)
class TooLarge(Refused):
    """The file, or what is packed in it, has more bytes than are read."""

    path: Path
    size: int
    most: int


@dataclass(eq=False)
class PasswordProtected(Refused):
    """The workbook opens with a password only."""

    path: Path


@dataclass(eq=False)
class MacroWorkbook(Refused):
    """The workbook may hold programs; it was not opened and nothing in it was run."""

    path: Path


@dataclass(eq=False)
class BrokenWorkbook(Refused):
    """The workbook cannot be read."""

    path: Path
