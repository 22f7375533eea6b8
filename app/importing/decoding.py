# SPDX-License-Identifier: GPL-3.0-or-later
"""Bytes as text, whichever program wrote them."""

import codecs
import re
from pathlib import Path

from charset_normalizer import from_bytes

from app.importing.errors import Content, DamagedText, NotATable

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
STARTS = (
    (b"\x89PNG", Content.PICTURE),
    (b"\xff\xd8\xff", Content.PICTURE),
    (b"GIF8", Content.PICTURE),
    (b"RIFF", Content.PICTURE),
    (b"%PDF", Content.PDF),
    (b"{\\rtf", Content.DOCUMENT),
    (b"\x1f\x8b", Content.ARCHIVE),
    (b"7z\xbc\xaf", Content.ARCHIVE),
    (b"Rar!", Content.ARCHIVE),
    (b"MZ\x90", Content.PROGRAM),
    (b"\x7fELF", Content.PROGRAM),
    (b"BEGIN:VCARD", Content.CONTACTS),
)
MARKUP = re.compile(rb"\s*<(?:!doctype|html|head|body|table|meta|\?xml)", re.IGNORECASE)
JSON = re.compile(rb"\s*(?:\{\s*\"|\[\s*[\[{])")
WESTERN = "cp1252"
GUESSED = (
    *(WESTERN, "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "mac_roman", "cp850", "koi8_r"),
    *("shift_jis", "gb18030", "big5", "euc_kr"),
)
SAMPLE = 50_000  # bytes of lines that say something about their encoding
HALF_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
ONE_CONTROL_IN = 50  # letters; where they are more frequent it is no text


def decode(path: Path, content: bytes) -> str:
    """Return the text of a file.

    Raises:
        NotATable: It is a picture, a web page, a program or the like.
        DamagedText: Some bytes cannot be read in the encoding of the rest.
    """
    encoding = next((encoding for mark, encoding in MARKS if content.startswith(mark)), None)
    if encoding is None:
        _check_content(path, content)
        encoding = _encoding(path, content)
    text = _strictly(path, content, encoding)
    if len(CONTROL.findall(text)) * ONE_CONTROL_IN > len(text):
        raise NotATable(path, Content.UNKNOWN)
    return text


def _check_content(path: Path, content: bytes) -> None:
    for start, kind in STARTS:
        if content.startswith(start):
            raise NotATable(path, kind)
    if MARKUP.match(content):
        raise NotATable(path, Content.WEB_PAGE)
    if JSON.match(content):
        raise NotATable(path, Content.JSON)


def _encoding(path: Path, content: bytes) -> str:
    wide = _wide(content)
    if wide:
        return wide
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "utf-8" if _mostly_utf8(content) else _guess(path, content)
    return "utf-8"


def _wide(content: bytes) -> str | None:
    # Two bytes for a letter and no mark in front: every other byte of Latin letters and commas is zero.
    start = content[:4000]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) * 4 < len(start) or min(even, odd) * 20 > len(start):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _mostly_utf8(content: bytes) -> bool:
    if HALF_SURROGATE.search(content):
        return True
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return broken * 10 <= sum(1 for letter in text if not letter.isascii()) - broken


def _guess(path: Path, content: bytes) -> str:
    telling = [line for line in re.split(rb"[\r\n]+", content) if not line.isascii()]
    found = from_bytes(b"\n".join(telling)[:SAMPLE], cp_isolation=list(GUESSED))
    best = found.best()
    if best is None:
        raise NotATable(path, Content.UNKNOWN)
    as_good = (one for one in found if (one.chaos, one.coherence) == (best.chaos, best.coherence))
    return WESTERN if any(WESTERN in one.could_be_from_charset for one in as_good) else best.encoding


def _strictly(path: Path, content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(encoding, "replace")
        lines = before.count("\n") or before.count("\r")
        raise DamagedText(path, encoding.removesuffix("-sig"), lines + 1) from error
