# SPDX-License-Identifier: GPL-3.0-or-later
"""What is settled, and who works here."""

from dataclasses import dataclass
from typing import overload

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.security.pins import pin_matches
from app.settings.schema import LAST_MEMBER, PIN_HASH, Choice, Lines, Setting, Text, Whole, Whose
from db.local import LocalSetting
from db.models import Member
from db.models import Setting as SettingRow
from db.types import MemberId, natural_id


@dataclass(frozen=True, slots=True)
class MemberRow:
    """Somebody who uses this workspace."""

    id: MemberId
    name: str


@overload
def setting(tx: Session, wanted: Text | Lines | Choice) -> str: ...
@overload
def setting(tx: Session, wanted: Whole) -> int: ...
def setting(tx: Session, wanted: Setting) -> str | int:
    """Return what a setting is now: what was chosen, else what it is at first."""
    kept = _kept(tx, wanted)
    return wanted.default if kept is None else wanted.read(kept)


def members(tx: Session) -> list[MemberRow]:
    """Return who works here, by name."""
    query = select(Member.id, Member.name).order_by(func.lower(Member.name), Member.id)
    return [MemberRow(*row) for row in tx.execute(query)]


def member_name(tx: Session, member_id: MemberId) -> str:
    """Return what a member is called, or "" when there is no such member."""
    return tx.scalar(select(Member.name).where(Member.id == member_id)) or ""


def last_member(tx: Session) -> MemberId:
    """Return who used this laptop last, or the first by name when that one is gone."""
    here = [member.id for member in members(tx)]
    last = setting(tx, LAST_MEMBER)
    return next((member for member in here if member == last), here[0])


def has_pin(tx: Session) -> bool:
    """Return whether a PIN uncovers this laptop."""
    return bool(setting(tx, PIN_HASH))


def pin_is(tx: Session, pin: str) -> bool:
    """Return whether this is the PIN; False where none was set."""
    kept = setting(tx, PIN_HASH)
    return bool(kept) and pin_matches(kept, pin)


def _kept(tx: Session, wanted: Setting) -> str | None:
    if wanted.whose is Whose.LAPTOP:
        local = tx.get(LocalSetting, wanted.name)
        return None if local is None else local.value
    row = tx.get(SettingRow, natural_id("setting", wanted.name))
    return None if row is None or row.deleted else row.value
