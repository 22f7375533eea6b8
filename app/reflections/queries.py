# SPDX-License-Identifier: GPL-3.0-or-later
"""Reflections on a session by theme, and the themes that a project has used."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import DesignSession, Member, Reflection
from db.search import fold
from db.types import RecordId, ReflectionKind, SessionId

KINDS = tuple(ReflectionKind)


@dataclass(frozen=True, slots=True)
class ReflectionRow:
    """One thing that a session taught.

    Attributes:
        theme: A word or two; "" for none yet.
        member: Who wrote it, by name.
        first: Whether it is the first of its theme.
    """

    id: RecordId
    kind: ReflectionKind
    theme: str
    words: str
    written_on: date
    member: str
    first: bool


def reflections_on(tx: Session, session_id: SessionId) -> list[ReflectionRow]:
    """Return what a session taught, by theme and in it by kind, the oldest first; those with no theme come last.

    Themes that differ in capitals or accents alone are one, called as it was written first.
    """
    query = (
        select(Reflection, Member.name)
        .outerjoin(Member, Member.id == Reflection.member_id)
        .where(Reflection.session_id == session_id)
        .order_by(Reflection.written_on, Reflection.id)
    )
    found = [(row, name or "") for row, name in tx.execute(query)]
    called: dict[str, str] = {}
    for row, _name in found:
        called.setdefault(fold(row.theme), row.theme)
    found.sort(key=lambda pair: (not pair[0].theme, fold(pair[0].theme), KINDS.index(pair[0].kind)))
    rows: list[ReflectionRow] = []
    for row, name in found:
        theme = called[fold(row.theme)]
        first = not rows or rows[-1].theme != theme
        rows.append(ReflectionRow(row.id, row.kind, theme, row.words, row.written_on, name, first))
    return rows


def themes_used(tx: Session, session_id: SessionId) -> list[str]:
    """Return the themes of all sessions of the project of a session, by name; each once."""
    project = select(DesignSession.project_id).where(DesignSession.id == session_id).scalar_subquery()
    query = (
        select(Reflection.theme)
        .join(DesignSession, DesignSession.id == Reflection.session_id)
        .where(DesignSession.project_id == project, Reflection.theme != "")
        .order_by(Reflection.written_on, Reflection.id)
    )
    called: dict[str, str] = {}
    for theme in tx.scalars(query):
        called.setdefault(fold(theme), theme)
    return [called[folded] for folded in sorted(called)]
