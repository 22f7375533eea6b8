# SPDX-License-Identifier: GPL-3.0-or-later
"""What may be done with the recovery sheet of an open workspace."""

import hmac

from sqlalchemy.orm import Session

from app.recovery.queries import CHECKED
from app.security.errors import WrongGroup
from app.security.recovery import last_group, mark_of, typed_letters
from db.local import LocalSetting


def check_sheet(tx: Session, key: bytes, typed: str) -> None:
    """Note that somebody has the sheet on paper, as they typed its last group; run in a note.

    Args:
        tx: The note.
        key: The database key; a new one has a new sheet, which was not checked yet.
        typed: The last group, as it was typed.

    Raises:
        CodeCharacter: A character is in it that no code has.
        WrongGroup: It is not the last group.
    """
    if not hmac.compare_digest(typed_letters(typed), last_group(key)):
        raise WrongGroup(mark_of(key))
    tx.merge(LocalSetting(name=CHECKED, value=mark_of(key)))
