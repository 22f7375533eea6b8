# SPDX-License-Identifier: GPL-3.0-or-later
"""Bytes as text, whichever program wrote them."""

import codecs
import re
from itertools import pairwise
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
SIGNS = frozenset("¢£¤¥¦§¨©ª¬®¯°±²³¶¸¹º¼½¾¿¡‚„†‡ˆ‰‹›√∂∏∑Ω◊∆≈≤≥▒▓│┤╣║")  # noqa: RUF001 - what a wrong guess makes of letters
OPENING = frozenset("‘“«")
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
    sample = content if len(content) <= SAMPLE else b"\n".join(telling)[:SAMPLE]
    found = list(from_bytes(sample, cp_isolation=list(GUESSED)))
    if not found:
        raise NotATable(path, Content.UNKNOWN)
    # Encodings that differ in letters this text lacks come as one; of equals the commonest is meant.
    return min(
        ((_odd_spots(str(one)), one.chaos, -one.coherence, GUESSED.index(encoding)), encoding)
        for one in found
        for encoding in one.could_be_from_charset
    )[1]


def _odd_spots(text: str) -> int:
    """Return how often a letter stands beside what no word has in it: the sign of a wrong guess."""
    return sum(1 for before, letter in pairwise(text) if _is_odd(before, letter))


def _is_odd(before: str, letter: str) -> bool:
    if letter.isascii():
        return letter.isalpha() and before in SIGNS
    return before.isalpha() and (letter in SIGNS or letter in OPENING or (before.islower() and letter.isupper()))


def _strictly(path: Path, content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(encoding, "replace")
        lines = before.count("\n") or before.count("\r")
        raise DamagedText(path, encoding.removesuffix("-sig"), lines + 1) from error
