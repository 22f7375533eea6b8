# SPDX-License-Identifier: GPL-3.0-or-later
"""What may be done with reflections on a session."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import typed
from app.lookup import fetch
from app.reflections.errors import NothingWritten
from db.models import DesignSession, Reflection
from db.types import MemberId, RecordId, ReflectionKind, SessionId


def add_reflection(
    tx: Session, session_id: SessionId, kind: ReflectionKind, words: str, *, theme: str, by: MemberId, on: date
) -> RecordId:
    """Keep what a session taught and return its id.

    Args:
        tx: The change under way.
        session_id: Which session.
        kind: Whether it was observed, heard, or is known from elsewhere.
        words: What it is.
        theme: A word or two under which it stands; "" for none yet.
        by: Who writes it.
        on: The day on which they do.

    Raises:
        NotFound: There is no such session.
        NothingWritten: It has no words.
        Unreadable: It holds a control character.
        TooLong: It is more than a page or two.
    """
    fetch(tx, DesignSession, session_id)
    reflection = Reflection(
        session_id=session_id,
        kind=kind,
        theme=typed.line("theme", theme),
        words=_said(words),
        written_on=on,
        member_id=by,
    )
    tx.add(reflection)
    tx.flush()
    return reflection.id


def change_reflection(tx: Session, reflection_id: RecordId, kind: ReflectionKind, words: str, *, theme: str) -> None:
    """Change what a reflection says; when it was written and by whom stays.

    Raises:
        NotFound: There is no such reflection.
        NothingWritten: It would have no words.
        Unreadable: It holds a control character.
        TooLong: It is more than a page or two.
    """
    kept, named = _said(words), typed.line("theme", theme)
    reflection = fetch(tx, Reflection, reflection_id)
    reflection.kind, reflection.words, reflection.theme = kind, kept, named


def delete_reflection(tx: Session, reflection_id: RecordId) -> None:
    """Take a reflection away.

    Raises:
        NotFound: There is no such reflection.
    """
    fetch(tx, Reflection, reflection_id).deleted = True


def delete_reflections(tx: Session, session_id: SessionId) -> None:
    """Take all reflections on a session away."""
    for reflection in tx.scalars(select(Reflection).where(Reflection.session_id == session_id)).all():
        reflection.deleted = True


def _said(words: str) -> str:
    said = typed.words("words", words)
    if said is None:
        raise NothingWritten
    return said
