# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading and searching the help."""

from dataclasses import dataclass
from pathlib import Path

from db.search import fold, pieces

FOLDER = Path(__file__).parent.parent.parent / "assets" / "help"
ORDER = (
    "today",
    "sessions",
    "session",
    "guests",
    "room",
    "key-back",
    "documents",
    "preview",
    "people",
    "duplicates",
    "import",
    "record",
    "erase",
    "history",
    "backups",
    "settings",
    "due",
    "recovery",
    "unlock",
    "keys",
)


@dataclass(frozen=True, slots=True)
class Topic:
    """One page of help: its key, its title and its Markdown."""

    id: str
    title: str
    text: str


def topics(folder: Path = FOLDER) -> tuple[Topic, ...]:
    """Return every page of help, in the order in which they are read best."""
    found = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    return tuple(Topic(key, _title(text), text) for key, text in sorted(found.items(), key=_place))


def holding(typed: str, among: tuple[Topic, ...]) -> list[Topic]:
    """Return the pages that hold every piece of what was typed, those with it in the title first."""
    wanted = pieces(typed)
    found = [topic for topic in among if all(piece in fold(topic.text) for piece in wanted)]
    return sorted(found, key=lambda topic: not all(piece in fold(topic.title) for piece in wanted))


def _title(text: str) -> str:
    return text.partition("\n")[0].lstrip("# ")


def _place(item: tuple[str, str]) -> tuple[int, str]:
    key, _ = item
    return (ORDER.index(key) if key in ORDER else len(ORDER), key)
