# SPDX-License-Identifier: GPL-3.0-or-later
"""What every table shares, and what every journaled table shares."""

from datetime import date, datetime, time
from typing import Any, dataclass_transform

from sqlalchemy import MetaData, event
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column
from sqlalchemy.orm.decl_api import DCTransformDeclarative, TypeResolve
from sqlalchemy.types import TypeEngine

from db.types import (
    AffiliationKind,
    Answer,
    BlockKind,
    Call,
    LiveKind,
    LocalDate,
    LocalTime,
    LogKind,
    Method,
    NeedStatus,
    Numbers,
    Per,
    PlanKind,
    ReflectionKind,
    Role,
    Roles,
    SeatKind,
    Spectrum,
    Stage,
    Status,
    UtcDateTime,
    stored_as_value,
)

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


LATER = 1001  # a column that came with a later version stands behind all others, where SQLite adds it
WORD_KINDS = (
    AffiliationKind,
    Answer,
    BlockKind,
    Call,
    LiveKind,
    LogKind,
    Method,
    NeedStatus,
    Per,
    PlanKind,
    ReflectionKind,
    Role,
    SeatKind,
    Spectrum,
    Stage,
    Status,
)


@dataclass_transform(kw_only_default=True, field_specifiers=(mapped_column,))
class Tables(DCTransformDeclarative):
    """Tells the type checker that every table is built by keyword."""


class Base(MappedAsDataclass, DeclarativeBase, metaclass=Tables, kw_only=True, repr=False, eq=False):
    """Every table: built by keyword, compared by identity, never printed with its contents."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it from the class
        datetime: UtcDateTime,
        date: LocalDate,
        time: LocalTime,
        tuple[Role, ...]: Roles,
        tuple[int, ...]: Numbers,
        **{kind: stored_as_value(kind) for kind in WORD_KINDS},
    }

    def __repr__(self) -> str:
        """Return the kind and id of the row, never what it says."""
        return f"<{type(self).__name__} {getattr(self, 'id', '')}>"


class Record(Base):
    """A journaled table. Rows are never removed: deleting marks them, and ordinary reads do not see marked rows."""

    __abstract__ = True

    deleted: Mapped[bool] = mapped_column(default=False, sort_order=1000)


@event.listens_for(Base, "resolve_type_annotation")
def unwrap_new_type(ask: TypeResolve) -> TypeEngine[Any] | None:
    """Let an id declared by NewType be stored as what it wraps."""
    wrapped = getattr(ask.resolved_type, "__supertype__", None)
    return None if wrapped is None else ask.resolve(wrapped)
