# SPDX-License-Identifier: GPL-3.0-or-later
"""The encrypted file under another key: a copy made and verified, and whether a key belongs to a file at all."""

import hashlib
import hmac
from pathlib import Path

from db.errors import Damaged
from db.raw import end_log, is_sealed, is_whole, opened, row_counts, shape

PAGE_BYTES = 4096
SALT_BYTES = 16
SEAL_BYTES = 64
SEAL_SALT = 0x3A  # what SQLCipher puts over each byte of the salt for the key of its seals
SEAL_ROUNDS = 2
PAGES_TRIED = 8


def copy_under(path: Path, key: bytes, target: Path, new_key: bytes) -> None:
    """Write a copy of closed records under another key; never a page of it is written under the old one.

    Afterwards neither file has a log or an index of one beside it.

    Args:
        path: The records, which nobody else may have open.
        key: Their raw key.
        target: A file that is not there.
        new_key: The raw key of the copy.

    Raises:
        Unavailable: FileLocked, DiskFull, Damaged, WrongKey or ReadOnly; the records are as they were.
    """
    with opened(path, key) as source:
        end_log(source, path)
        with opened(target, new_key) as copy:
            source.backup(copy)
            end_log(copy, target)


def verify_copy(path: Path, key: bytes, target: Path, new_key: bytes) -> None:
    """Pass when a copy is whole, sealed throughout, and has every table and as many rows as the records.

    Raises:
        Damaged: It is not; the path is that of the copy.
        Unavailable: One of the two cannot be read.
    """
    with opened(path, key) as source, opened(target, new_key) as copy:
        same = shape(copy) == shape(source) and row_counts(copy) == row_counts(source)
        if not (is_whole(copy) and is_sealed(copy) and same):
            raise Damaged(target)


def key_fits(path: Path, key: bytes, salt: bytes | None = None) -> bool:
    """Return whether a key sealed any of the first pages of a file, so that one damaged page does not hide it.

    Args:
        path: The file.
        key: A raw key.
        salt: The first 16 bytes of the file as they were; None for those that are there.
    """
    with path.open("rb") as file:
        pages = [file.read(PAGE_BYTES) for _ in range(PAGES_TRIED)]
    mask = bytes(each ^ SEAL_SALT for each in salt or pages[0][:SALT_BYTES])
    sealing = hashlib.pbkdf2_hmac("sha512", key, mask, SEAL_ROUNDS, len(key))
    return any(_sealed(sealing, number, page) for number, page in enumerate(pages, 1) if len(page) == PAGE_BYTES)


def _sealed(sealing: bytes, number: int, page: bytes) -> bool:
    content = page[SALT_BYTES if number == 1 else 0 : -SEAL_BYTES]
    seal = hmac.digest(sealing, content + number.to_bytes(4, "little"), "sha512")
    return hmac.compare_digest(seal, page[-SEAL_BYTES:])
