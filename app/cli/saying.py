# SPDX-License-Identifier: GPL-3.0-or-later
"""What a command says: plain lines for people, JSON for programs."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

import click

from app.journal.queries import told
from app.journal.words import sentence_of
from app.workspace import Workspace
from db.journal import Changes

SHORT_ID = 6

Fields = Mapping[str, Any]


def say(words: str) -> None:
    """Print a line of what was asked for."""
    click.echo(words)


def say_json(found: object) -> None:
    """Print what programs read: dates, times and instants in ISO form, instants in UTC."""
    click.echo(json.dumps(found, ensure_ascii=False, indent=2, default=_written))


def line(row_id: str, *parts: str | None) -> str:
    """Return one line of a list: the beginning of the id, then what there is to say."""
    return "  ".join((row_id[:SHORT_ID], *(part for part in parts if part)))


def say_rows(rows: Iterable[tuple[str, Fields]], *, as_json: bool) -> None:
    """Print a list, each row of which is given as a line and as fields."""
    found = list(rows)
    if as_json:
        say_json([fields for _, fields in found])
    else:
        for words, _ in found:
            say(words)


def _written(value: object) -> str:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    raise TypeError(f"no way to write a {type(value).__name__}")


def say_done(workspace: Workspace, done: Iterable[Changes]) -> None:
    """Say what each operation did, as the history tells it."""
    with workspace.read() as tx:
        for changes in done:
            if changes.dot is not None:
                say(sentence_of(told(tx, changes.dot)))
