# SPDX-License-Identifier: GPL-3.0-or-later
"""The backup that the records become when another one takes their place."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from app.backup.facts import write_facts
from app.backup.linking import all_files, linked, put_files
from app.backup.making import next_number
from app.backup.rules import Copy, Why
from app.door import ERASED, KEYS, RECORDS
from app.errors import Unavailable
from app.security.files import write_private
from db.copying import Contents, verify
from db.errors import fault_of
from db.raw import end_log, opened
from db.types import DeviceId


def prepare_replaced(folder: Path, target: Path, present: bytes, made_at: datetime) -> None:
    """Put all but the records themselves into what will be the backup of what is replaced.

    It only counts as a good one when the records are whole, which nobody can tell who does not know their key.

    Args:
        folder: The workspace, which nobody has open.
        target: A folder that is not there.
        present: The key to try on its records.
        made_at: This instant.

    Raises:
        Unavailable: It cannot be written.
    """
    try:
        target.mkdir(mode=0o700)
        for name in (KEYS, ERASED):
            with suppress(FileNotFoundError):
                write_private(target / name, (folder / name).read_bytes())
    except OSError as error:
        raise fault_of(error, target) from error
    put_files(folder, target, all_files(folder), put=linked, going_on=lambda: None)
    records = folder / RECORDS
    found = _whole(records, present)
    size = records.stat().st_size if records.is_file() else 0
    write_facts(
        Copy(
            target,
            number=next_number(folder),
            made_at=made_at,
            why=Why.BEFORE_RESTORE,
            device=DeviceId("") if found is None else found.device,
            seq=0 if found is None else found.seq,
            schema="" if found is None else found.schema,
            rows=0 if found is None else sum(found.rows.values()),
            size=size,
            records_size=size,
            missing=0,
            good=found is not None,
        )
    )


def _whole(records: Path, key: bytes) -> Contents | None:
    """Return what the records hold, with nothing left in a log beside them; None when they are damaged."""
    with suppress(Unavailable):
        found = verify(records, key)
        with opened(records, key) as connection:
            end_log(connection, records)
        return found
    return None
