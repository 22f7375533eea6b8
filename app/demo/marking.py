# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a workspace is the sample project, which is gone when the program ends; it is told by a mark of its own."""

from sqlalchemy.orm import Session

from db.local import LocalSetting

SAMPLE = "sample"


def mark_as_sample(tx: Session) -> None:
    """Remember that this is the sample project; run in a note."""
    tx.merge(LocalSetting(name=SAMPLE, value=""))


def is_sample(tx: Session) -> bool:
    """Return whether this is the sample project, which nobody needs to keep safe."""
    return tx.get(LocalSetting, SAMPLE) is not None
