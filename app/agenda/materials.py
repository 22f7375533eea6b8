# SPDX-License-Identifier: GPL-3.0-or-later
"""What must be brought for a block."""

from collections.abc import Iterable
from typing import Unpack

from sqlalchemy.orm import Session

from app import typed
from app.agenda.errors import MaterialMissing
from app.agenda.fields import MaterialFields
from app.agenda.library import PlannedMaterial
from app.agenda.typed import checked_amount
from app.lookup import fetch
from db.models import Block, Material
from db.types import BlockId, RecordId


def add_material(tx: Session, block_id: BlockId, what: str, /, **values: Unpack[MaterialFields]) -> RecordId:
    """Add something that a block needs and return its id.

    Raises:
        NotFound: There is no such block.
        MaterialMissing: It does not say what.
        NotAnAmount: Its amount is out of bounds.
    """
    fetch(tx, Block, block_id)
    material = Material(block_id=block_id, what=_named(what))
    tx.add(material)
    tx.flush()
    change_material(tx, material.id, **values)
    return material.id


def add_materials(tx: Session, needed: Iterable[tuple[BlockId, PlannedMaterial]]) -> None:
    """Add what blocks need, all of it at once.

    Raises:
        MaterialMissing: One does not say what.
    """
    tx.add_all(
        Material(block_id=block_id, what=_named(one.what), amount=one.amount, per=one.per) for block_id, one in needed
    )
    tx.flush()


def change_material(tx: Session, material_id: RecordId, **values: Unpack[MaterialFields]) -> None:
    """Change what is needed, how much of it, or whether it is packed.

    Raises:
        NotFound: There is no such material.
        MaterialMissing: It would not say what.
        NotAnAmount: Its amount would be out of bounds.
    """
    if "what" in values:
        values["what"] = _named(values["what"])
    if "amount" in values:
        checked_amount(values["amount"])
    material = fetch(tx, Material, material_id)
    for name, value in values.items():
        setattr(material, name, value)


def delete_material(tx: Session, material_id: RecordId) -> None:
    """Need something no more.

    Raises:
        NotFound: There is no such material.
    """
    fetch(tx, Material, material_id).deleted = True


def _named(what: str) -> str:
    tidy = typed.line("what", what)
    if not tidy:
        raise MaterialMissing
    return tidy
