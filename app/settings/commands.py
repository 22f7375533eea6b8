# SPDX-License-Identifier: GPL-3.0-or-later
"""What may be done with settings and members."""

from sqlalchemy.orm import Session

from app import typed
from app.lookup import fetch, record
from app.security.keys import Cost
from app.security.pins import PIN_COST, pin_hash
from app.settings.errors import LastMember, NameMissing, NameTaken
from app.settings.queries import members
from app.settings.schema import LAST_MEMBER, PIN_HASH, Setting, Whose
from db.local import LocalSetting
from db.models import Member
from db.models import Setting as SettingRow
from db.types import MemberId, natural_id, new_id


def change_setting(tx: Session, wanted: Setting, value: str) -> None:
    """Settle something. The team's settings are changed in an operation, the laptop's in a note.

    Raises:
        NotAllowed: It is none of the choices.
        OutOfRange: It is beyond the limits.
        NameMissing: It must not be empty.
    """
    kept = str(wanted.read(value))
    if wanted.whose is Whose.LAPTOP:
        tx.merge(LocalSetting(name=wanted.name, value=kept))
    else:
        record(tx, SettingRow, natural_id("setting", wanted.name), name=wanted.name, value=kept)


def set_pin(tx: Session, pin: str, *, cost: Cost = PIN_COST) -> None:
    """Let this PIN uncover the laptop from now on; run in a note.

    Raises:
        NotAPin: It is not six digits.
    """
    change_setting(tx, PIN_HASH, pin_hash(pin, cost))


def remove_pin(tx: Session) -> None:
    """Ask for the passphrase from now on; run in a note."""
    change_setting(tx, PIN_HASH, "")


def add_member(tx: Session, name: str, *, member_id: MemberId | None = None) -> MemberId:
    """Add somebody who uses this workspace and return their id, which is a new one where none is given.

    Raises:
        NameMissing: There is no name.
        NameTaken: Another member has it.
    """
    member = Member(id=member_id or new_id(), name=_free(tx, name, but=None))
    tx.add(member)
    tx.flush()
    return member.id


def rename_member(tx: Session, member_id: MemberId, name: str) -> None:
    """Change what a member is called.

    Raises:
        NotFound: There is no such member.
        NameMissing: There is no name.
        NameTaken: Another member has it.
    """
    member = fetch(tx, Member, member_id)
    member.name = _free(tx, name, but=member_id)


def remove_member(tx: Session, member_id: MemberId) -> None:
    """Take away somebody who no longer uses this workspace; what they did stays under their name.

    Raises:
        NotFound: There is no such member.
        LastMember: Nobody would be left.
    """
    member = fetch(tx, Member, member_id)
    if len(members(tx)) == 1:
        raise LastMember(member.name)
    member.deleted = True


def use_as(tx: Session, member_id: MemberId) -> None:
    """Remember who uses this laptop, for the next time it is opened; run in a note.

    Raises:
        NotFound: There is no such member.
    """
    change_setting(tx, LAST_MEMBER, fetch(tx, Member, member_id).id)


def _free(tx: Session, name: str, *, but: MemberId | None) -> str:
    kept = typed.line("name", name)
    if not kept:
        raise NameMissing("member")
    if any(row.name.casefold() == kept.casefold() and row.id != but for row in members(tx)):
        raise NameTaken(kept)
    return kept
