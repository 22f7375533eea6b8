# SPDX-License-Identifier: GPL-3.0-or-later
"""All that is held of one person as JSON. The names of fields are promised in README.md: programs read them."""

import json
from datetime import date, datetime

from app.people.access import Change, HeldRow, PersonRecord

FORM = "peapod-person-record"
VERSION = 1


def person_json(record: PersonRecord, *, now: datetime) -> bytes:
    """Return the record as JSON in UTF-8: days and instants in ISO form, ids as they are.

    Args:
        record: What is held.
        now: When it is made.
    """
    told = {
        "form": FORM,
        "version": VERSION,
        "made_at": now,
        "person_id": record.person_id,
        "name": record.name,
        "held": [_held(row) for row in record.rows],
        "supported": [{"session": one.session, "held_on": one.held_on} for one in record.supported],
        "changes": [_change(one) for one in record.changes],
        "names_taken_out": record.redacted,
    }
    return json.dumps(told, ensure_ascii=False, indent=2, default=_written).encode() + b"\n"


def _held(row: HeldRow) -> dict[str, object]:
    return {
        "kind": row.table,
        "id": row.row_id,
        "entered_at": row.entered_at,
        "entered_by": row.entered_by,
        "deleted_since": row.removed,
        "fields": dict(row.fields),
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "at": change.at,
        "by": change.by,
        "operation": change.op,
        "kind": change.table,
        "id": change.row_id,
        "fields": dict(change.fields),
    }


def _written(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no way to write a {type(value).__name__}")
