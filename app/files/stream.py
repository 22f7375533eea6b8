# SPDX-License-Identifier: GPL-3.0-or-later
"""Content as it lies on the disk: encrypted piece by piece, so that a large file is never whole in memory.

libsodium's secret stream (XChaCha20-Poly1305) numbers the pieces and marks the last one, and each is bound to the id of
its file: pieces that were cut off, moved, or taken from another file are found.
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from nacl import bindings as sodium
from nacl.exceptions import RuntimeError as Forged

from app.files.errors import FileDamaged
from db.types import RecordId

MARK = b"peapod file 1\n"
PIECE = 64 * 1024  # bytes of content that are encrypted together
SEALED = PIECE + sodium.crypto_secretstream_xchacha20poly1305_ABYTES
HEAD = sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES
MORE = sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
LAST = sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL


def new_file_key() -> bytes:
    """Return a random key for one file."""
    return sodium.crypto_secretstream_xchacha20poly1305_keygen()


def encrypted(pieces: Iterable[bytes], key: bytes, file_id: RecordId) -> Iterator[bytes]:
    """Give what is written to the disk.

    Args:
        pieces: The content, each piece at most `PIECE` bytes long; all but the last exactly so.
        key: Of this file alone.
        file_id: Which file it is.
    """
    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    yield MARK + sodium.crypto_secretstream_xchacha20poly1305_init_push(state, key)
    bound = file_id.encode()
    coming = iter(pieces)
    held = next(coming, b"")
    for piece in coming:
        yield sodium.crypto_secretstream_xchacha20poly1305_push(state, held, bound, MORE)
        held = piece
    yield sodium.crypto_secretstream_xchacha20poly1305_push(state, held, bound, LAST)


def decrypted(file: BinaryIO, key: bytes, file_id: RecordId) -> Iterator[bytes]:
    """Give the content piece by piece, each of which is known to be what was written.

    Raises:
        FileDamaged: It is not what was written; the pieces before were.
    """
    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    head = file.read(len(MARK) + HEAD)
    if len(head) != len(MARK) + HEAD or not head.startswith(MARK):
        raise FileDamaged(file_id)
    sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, head[len(MARK) :], key)
    tag = MORE
    for sealed in iter(lambda: file.read(SEALED), b""):
        if tag == LAST:
            raise FileDamaged(file_id)
        piece, tag = _pull(state, sealed, file_id)
        yield piece
    if tag != LAST:
        raise FileDamaged(file_id)


def in_pieces(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Give the same bytes in pieces of one length, of which the last may be shorter."""
    kept = bytearray()
    for part in parts:
        kept += part
        while len(kept) >= PIECE:
            yield bytes(kept[:PIECE])
            del kept[:PIECE]
    if kept:
        yield bytes(kept)


def _pull(
    state: sodium.crypto_secretstream_xchacha20poly1305_state, sealed: bytes, file_id: RecordId
) -> tuple[bytes, int]:
    if len(sealed) < SEALED - PIECE:
        raise FileDamaged(file_id)
    try:
        return sodium.crypto_secretstream_xchacha20poly1305_pull(state, sealed, file_id.encode())
    except Forged as error:
        raise FileDamaged(file_id) from error
