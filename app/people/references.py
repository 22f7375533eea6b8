# SPDX-License-Identifier: GPL-3.0-or-later
"""What refers to a row, found from the tables themselves, so that a table added later is not forgotten."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.base import Base, Record


@dataclass(frozen=True, slots=True)
class Reference:
    """A column of a journaled table that refers to another table."""

    model: type[Record]
    name: str

    @property
    def attribute(self) -> InstrumentedAttribute[Any]:
        """The column as queries name it."""
        return getattr(self.model, self.name)

    @property
    def can_be_empty(self) -> bool:
        """Whether a row can stand without it; one that cannot, or says so in `info["belongs"]`, goes with the other."""
        column = inspect(self.model).columns[self.name]
        return bool(column.nullable) and not column.info.get("belongs")


def references_to(model: type[Record]) -> Iterator[Reference]:
    """Give every column of a journaled table that refers to `model`."""
    wanted = inspect(model).local_table
    for mapper in sorted(Base.registry.mappers, key=lambda mapper: mapper.class_.__name__):
        if issubclass(mapper.class_, Record):
            for column in mapper.columns:
                if any(key.column.table is wanted for key in column.foreign_keys):
                    yield Reference(mapper.class_, mapper.get_property_by_column(column).key)


def mark_belongings(tx: Session, row: Record) -> None:
    """Mark a row deleted with every row that belongs to it; what only mentions it mentions it no more."""
    row.deleted = True
    row_id = str(inspect(row).mapper.primary_key_from_instance(row)[0])
    for reference in references_to(type(row)):
        for other in tx.scalars(select(reference.model).where(reference.attribute == row_id)).all():
            if reference.can_be_empty:
                setattr(other, reference.name, None)
            else:
                mark_belongings(tx, other)
