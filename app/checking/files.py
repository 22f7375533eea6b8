# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking for damage in all of a workspace: its records, and the files that they name."""

import hashlib
from dataclasses import replace
from pathlib import Path

from sqlalchemy.orm import Session

from app.checking.queries import SHOWN, Checked, Fault, Finding, check
from app.files.errors import FileDamaged, FileGone
from app.files.queries import named_files
from app.files.store import Stored, open_stream


def check_workspace(tx: Session, folder: Path) -> Checked:
    """Return what is wrong with the records and with the files that they name; every file is read whole.

    Args:
        tx: The view of the records.
        folder: Where the workspace lies.

    Raises:
        Unavailable: The records cannot be read at all.
    """
    checked = check(tx)
    if checked.findings:
        return checked
    stored = named_files(tx)
    return replace(checked, findings=_findings(folder, stored), files=len(stored))


def _findings(folder: Path, stored: list[Stored]) -> tuple[Finding, ...]:
    wrong: dict[Fault, list[str]] = {}
    for one in stored:
        fault = _fault(folder, one)
        if fault is not None:
            wrong.setdefault(fault, []).append(one.id)
    return tuple(Finding(fault, "stored_file", len(ids), tuple(ids[:SHOWN])) for fault, ids in wrong.items())


def _fault(folder: Path, stored: Stored) -> Fault | None:
    found, size = hashlib.sha256(), 0
    try:
        for piece in open_stream(folder, stored):
            found.update(piece)
            size += len(piece)
    except FileGone:
        return Fault.FILE_GONE
    except FileDamaged:
        return Fault.FILE_DAMAGED
    return None if (found.hexdigest(), size) == (stored.sha256, stored.size) else Fault.FILE_DAMAGED
