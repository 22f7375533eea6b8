# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of a workspace: a random database key, wrapped under what is derived from the passphrase.

docs/decisions/0004-keys.md says why keys.json holds what it holds.
"""

import hashlib
import json
import secrets
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from argon2.low_level import Type, hash_secret_raw
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_ABYTES,
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
    crypto_aead_xchacha20poly1305_ietf_KEYBYTES,
    crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
)
from nacl.exceptions import CryptoError

from app.door import KEYS, RECORDS
from app.security.errors import (
    KeysDamaged,
    KeysMissing,
    KeysNewer,
    KeysOfAnother,
    KeysTooWeak,
    WeakPassphrase,
    WrongPassphrase,
)
from app.security.files import write_private
from app.security.strength import Strength, normal, passphrase_strength
from db.errors import Damaged, Unavailable, reading_fault_of

FORMAT = 1
HEAD_BYTES = 16
SALT_BYTES = 16
KEY_BYTES = crypto_aead_xchacha20poly1305_ietf_KEYBYTES
TAG_BYTES = crypto_aead_xchacha20poly1305_ietf_ABYTES
NONCE_BYTES = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
PURPOSE = b"peapod: database key under passphrase, format 1"
LEAST_KIB = 64 * 1024
MOST_KIB = 4 * 1024 * 1024
MOST_PASSES = 64
MOST_LANES = 64


@dataclass(frozen=True, slots=True)
class Cost:
    """How much work one guess at a passphrase is.

    Attributes:
        memory_kib: Memory in KiB.
        passes: How often all of it is gone through.
        lanes: How many processors can share the work.
    """

    memory_kib: int
    passes: int
    lanes: int


PROGRAM_COST = Cost(memory_kib=256 * 1024, passes=3, lanes=4)


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A database key that the right passphrase unwraps."""

    cost: Cost
    salt: bytes
    nonce: bytes
    box: bytes


@dataclass(frozen=True, slots=True)
class Keys:
    """What keys.json says.

    Attributes:
        team: The team's name, shown before anything is unlocked.
        records_head: The first 16 bytes of the records that the key opens.
        wrapped: The key itself.
    """

    team: str
    records_head: bytes
    wrapped: Wrapped


def new_key() -> bytes:
    """Return a fresh random database key of 256 bits."""
    return secrets.token_bytes(KEY_BYTES)


def write_keys(folder: Path, key: bytes, passphrase: str, *, team: str, cost: Cost) -> None:
    """Write the keys of the records that lie in a folder.

    Raises:
        WeakPassphrase: It is too easily guessed.
        Unavailable: The records cannot be read, or the keys cannot be written.
    """
    wrapped = wrap(key, passphrase, cost)
    _write(folder, Keys(team, records_head(folder), wrapped))


def read_keys(folder: Path) -> Keys:
    """Return what keys.json says, checked as far as it can be without the passphrase.

    While the database key is being changed it holds two, and this gives the one of the records that are there.

    Raises:
        Unavailable: KeysMissing, KeysDamaged or KeysNewer.
    """
    now, then = _read(folder)
    return then if then is not None and _head_if_readable(folder) == then.records_head else now


def put_keys(folder: Path, keys: Keys) -> None:
    """Write keys beside a copy of the records that they open, whose first bytes are others.

    Args:
        folder: Where the copy lies.
        keys: Those of the records that were copied.

    Raises:
        Unavailable: The copy cannot be read, or the keys cannot be written.
    """
    _write(folder, replace(keys, records_head=records_head(folder)))


def prepare_keys(folder: Path, head: bytes, wrapped: Wrapped) -> None:
    """Keep, beside the key of the records that are there, the one of the records that will take their place.

    Args:
        folder: The workspace.
        head: The first 16 bytes of the records to come.
        wrapped: Their key.

    Raises:
        Unavailable: The keys cannot be read or written; they are as they were.
    """
    now = read_keys(folder)
    _write(folder, now, Keys(now.team, head, wrapped))


def settle_keys(folder: Path) -> None:
    """Forget the other key once the change of the database key is over, whichever way it went.

    Raises:
        Unavailable: The keys cannot be read or written.
    """
    _, then = _read(folder)
    if then is not None:
        _write(folder, read_keys(folder))


def open_keys(folder: Path, passphrase: str, *, least_kib: int = LEAST_KIB) -> bytes:
    """Return the database key. This takes long on purpose.

    Args:
        folder: The workspace.
        passphrase: As it was typed.
        least_kib: Keys that ask for less memory are not accepted; only tests, which make cheap keys, give less.

    Raises:
        WrongPassphrase: The keys are those of these records, and it does not open them.
        Unavailable: KeysMissing, KeysDamaged, KeysNewer, KeysTooWeak, KeysOfAnother, or Damaged for the records.
    """
    keys = read_keys(folder)
    head = records_head(folder)
    if keys.wrapped.cost.memory_kib < least_kib:
        raise KeysTooWeak(folder / KEYS, keys.wrapped.cost.memory_kib, least_kib)
    key = unwrap(keys.wrapped, passphrase)
    if key is not None:
        return key
    if head != keys.records_head:
        raise KeysOfAnother(folder / KEYS)
    raise WrongPassphrase(folder)


def change_passphrase(folder: Path, old: str, new: str, *, cost: Cost, least_kib: int = LEAST_KIB) -> None:
    """Wrap the same database key under another passphrase; the records stay as they are.

    Raises:
        WrongPassphrase: The old one does not open the keys.
        WeakPassphrase: The new one is too easily guessed.
        Unavailable: The keys cannot be read or written; the old passphrase still opens them.
    """
    key = open_keys(folder, old, least_kib=least_kib)
    keys = read_keys(folder)
    _write(folder, Keys(keys.team, keys.records_head, wrap(key, new, cost)))


def rename_team(folder: Path, team: str) -> None:
    """Show another name at the door.

    Raises:
        Unavailable: The keys cannot be read or written.
    """
    keys = read_keys(folder)
    if keys.team != team:
        _write(folder, Keys(team, keys.records_head, keys.wrapped))


def wrap(key: bytes, passphrase: str, cost: Cost) -> Wrapped:
    """Return a key wrapped under a passphrase, with a salt and a nonce of its own.

    Raises:
        WeakPassphrase: It is too easily guessed.
    """
    judged = passphrase_strength(passphrase)
    if judged.strength is Strength.WEAK:
        raise WeakPassphrase(judged.reason)
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    derived = _derive(passphrase, salt, cost)
    return Wrapped(cost, salt, nonce, crypto_aead_xchacha20poly1305_ietf_encrypt(key, PURPOSE, nonce, derived))


def unwrap(wrapped: Wrapped, passphrase: str) -> bytes | None:
    """Return the key, or None when the passphrase is another one."""
    derived = _derive(passphrase, wrapped.salt, wrapped.cost)
    try:
        return crypto_aead_xchacha20poly1305_ietf_decrypt(wrapped.box, PURPOSE, wrapped.nonce, derived)
    except CryptoError:
        return None


def records_head(folder: Path) -> bytes:
    """Return the first 16 bytes of the records: random, in clear, and the same as long as the file lives.

    Raises:
        Damaged: There are no records, or these bytes are not random.
    """
    return head_of(folder / RECORDS)


def head_of(path: Path) -> bytes:
    """Return the first 16 bytes of an encrypted file.

    Raises:
        Damaged: There is no such file, or these bytes are not random.
        Unavailable: CannotRead or DriveGone.
    """
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise Damaged(path) from error
    except OSError as error:
        raise reading_fault_of(error, path) from error
    if len(set(head)) <= 1 or len(head) < HEAD_BYTES:
        raise Damaged(path)
    return head


def _derive(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    return hash_secret_raw(
        normal(passphrase).encode(), salt, cost.passes, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID
    )


def _write(folder: Path, now: Keys, then: Keys | None = None) -> None:
    fields: dict[str, Any] = {"format": FORMAT, "team": now.team, **_slot(now)}
    if then is not None:
        fields["next"] = _slot(then)
    fields["checksum"] = _checksum(fields)
    write_private(folder / KEYS, json.dumps(fields, ensure_ascii=False, indent=2).encode())


def _slot(keys: Keys) -> dict[str, Any]:
    """Return the fields of one key and of the records that it opens."""
    wrapped = keys.wrapped
    return {
        "records": keys.records_head.hex(),
        "passphrase": {
            "memory_kib": wrapped.cost.memory_kib,
            "passes": wrapped.cost.passes,
            "lanes": wrapped.cost.lanes,
            "salt": wrapped.salt.hex(),
            "nonce": wrapped.nonce.hex(),
            "wrapped": wrapped.box.hex(),
        },
    }


def _read(folder: Path) -> tuple[Keys, Keys | None]:
    """Return the key that was there, and the next one while the key is being changed."""
    path = folder / KEYS
    fields = _read_fields(path)
    found = fields.get("format")
    if type(found) is int and found > FORMAT:
        raise KeysNewer(path, found, FORMAT)
    try:
        if fields.pop("checksum") != _checksum(fields):
            raise KeysDamaged(path)
        team = str(fields["team"])
        return _parse(team, fields), _parse(team, fields["next"]) if "next" in fields else None
    except (KeyError, TypeError, ValueError) as error:
        raise KeysDamaged(path) from error


def _head_if_readable(folder: Path) -> bytes | None:
    try:
        return records_head(folder)
    except Unavailable:
        return None


def _read_fields(path: Path) -> dict[str, Any]:
    try:
        fields: object = json.loads(path.read_bytes())
    except FileNotFoundError as error:
        raise KeysMissing(path) from error
    except (IsADirectoryError, ValueError, RecursionError) as error:
        raise KeysDamaged(path) from error
    except OSError as error:
        raise reading_fault_of(error, path) from error
    if not isinstance(fields, dict):
        raise KeysDamaged(path)
    return cast("dict[str, Any]", fields)


def _parse(team: str, fields: dict[str, Any]) -> Keys:
    slot = fields["passphrase"]
    cost = Cost(int(slot["memory_kib"]), int(slot["passes"]), int(slot["lanes"]))
    if not (cost.memory_kib <= MOST_KIB and 1 <= cost.passes <= MOST_PASSES and 1 <= cost.lanes <= MOST_LANES):
        raise ValueError("no program of ours asks for this much work")
    wrapped = Wrapped(
        cost,
        _bytes(slot["salt"], SALT_BYTES),
        _bytes(slot["nonce"], NONCE_BYTES),
        _bytes(slot["wrapped"], KEY_BYTES + TAG_BYTES),
    )
    return Keys(team, _bytes(fields["records"], HEAD_BYTES), wrapped)


def _bytes(text: str, count: int) -> bytes:
    found = bytes.fromhex(text)
    if len(found) != count:
        raise ValueError("a field of keys.json has another length")
    return found


def _checksum(fields: dict[str, Any]) -> str:
    """Return what tells damage from a wrong passphrase; it keeps nobody out and needs no key."""
    content = json.dumps(fields, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()
