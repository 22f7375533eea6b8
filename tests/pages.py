"""The bytes of an encrypted file as they lie on the disk, with nothing but the cipher taken off.

SQLite shows what is in its tables. What is in none of them any more, and still lies in a page, is seen here.
"""

import shutil
import subprocess
from pathlib import Path

import pytest

PAGE, RESERVED, SALT, BLOCK = 4096, 80, 16, 16  # SQLCipher 4: 16 bytes of IV and 64 of HMAC end every page
WAL_HEAD, FRAME_HEAD = 32, 24


def plain_pages(path: Path, key: bytes) -> bytes:
    """Return all pages of an encrypted file one after another, free ones too."""
    content = path.read_bytes()
    return _plain([(at == 0, content[at : at + PAGE]) for at in range(0, len(content), PAGE)], key)


def plain_log(path: Path, key: bytes) -> bytes:
    """Return all pages that the log beside an encrypted file holds, those of ended rounds too."""
    content = path.read_bytes() if path.exists() else b""
    frames = [content[at : at + FRAME_HEAD + PAGE] for at in range(WAL_HEAD, len(content), FRAME_HEAD + PAGE)]
    return _plain([(int.from_bytes(frame[:4]) == 1, frame[FRAME_HEAD:]) for frame in frames], key)


def _plain(pages: list[tuple[bool, bytes]], key: bytes) -> bytes:
    """Decrypt pages; the first of a file begins with the salt.

    AES-256-CBC is AES-256-ECB with the block before mixed in, so one call does all pages.
    """
    bodies = [page[SALT if first else 0 : PAGE - RESERVED] for first, page in pages]
    vectors = [page[PAGE - RESERVED :][:BLOCK] for _first, page in pages]
    mask = b"".join(vector + body[:-BLOCK] for vector, body in zip(vectors, bodies, strict=True))
    mixed = _ecb(b"".join(bodies), key)
    return (int.from_bytes(mixed) ^ int.from_bytes(mask)).to_bytes(len(mixed))


def _ecb(content: bytes, key: bytes) -> bytes:
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("openssl takes the cipher off the pages, and it is not here")
    asked = [program, "enc", "-d", "-aes-256-ecb", "-nopad", "-K", key.hex()]
    return subprocess.run(asked, input=content, capture_output=True, check=True).stdout
