# SPDX-License-Identifier: GPL-3.0-or-later
"""backup.json: what a copy says of itself in clear, so that copies can be listed while nothing is unlocked.

It names nobody, and how many rows there are is told as one number.
"""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from app.backup.errors import NotABackup
from app.backup.rules import Copy, Why
from app.door import RECORDS
from app.security.files import write_private
from db.types import DeviceId

FACTS = "backup.json"
FORMAT = 1


def write_facts(copy: Copy) -> None:
    """Write what a copy says of itself into its folder.

    Raises:
        Unavailable: DiskFull or ReadOnly.
    """
    fields = {
        "format": FORMAT,
        "number": copy.number,
        "made_at": copy.made_at.isoformat(timespec="seconds"),
        "why": copy.why.value,
        "device": copy.device,
        "seq": copy.seq,
        "schema": copy.schema,
        "rows": copy.rows,
        "size": copy.size,
        "records_size": copy.records_size,
        "missing": copy.missing,
        "good": copy.good,
    }
    write_private(copy.folder / FACTS, json.dumps(fields, indent=2).encode())


def read_facts(folder: Path) -> Copy:
    """Return what the copy in a folder says of itself; it is good only while its records have their full size.

    Raises:
        NotABackup: There is none, or what it says cannot be read.
    """
    try:
        fields: dict[str, Any] = json.loads((folder / FACTS).read_bytes())
        return _copy(folder, fields)
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise NotABackup(folder) from error


def _copy(folder: Path, fields: dict[str, Any]) -> Copy:
    made_at, records_size = datetime.fromisoformat(fields["made_at"]), int(fields["records_size"])
    if made_at.tzinfo is None:
        raise ValueError("an instant without a zone")
    return Copy(
        folder,
        number=int(fields["number"]),
        made_at=made_at,
        why=Why(fields["why"]),
        device=DeviceId(str(fields["device"])),
        seq=int(fields["seq"]),
        schema=str(fields["schema"]),
        rows=int(fields["rows"]),
        size=int(fields["size"]),
        records_size=records_size,
        missing=int(fields["missing"]),
        good=fields["good"] is True and _size(folder / RECORDS) == records_size,
    )


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0
