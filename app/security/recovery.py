# SPDX-License-Identifier: GPL-3.0-or-later
"""The recovery code: the database key as groups of letters that can be read aloud, typed from paper and checked.

Fourteen groups of four in Crockford's base32: 256 bits of key, then 24 bits that check them. A code that was
mistyped in any way fits its check by chance once in 16.7 million times.
"""

import hashlib
import hmac
import unicodedata

from app.security.errors import CodeCharacter, CodeLength, CodeMistyped

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LETTER_SET = frozenset(ALPHABET)
LOOKALIKES = str.maketrans("OIL", "011")
KEY_BYTES = 32
CHECK_BYTES = 3
BITS = 5
LETTERS = (KEY_BYTES + CHECK_BYTES) * 8 // BITS
GROUP = 4
GROUPS = LETTERS // GROUP
MARK_LETTERS = 6
CODE_PURPOSE = b"peapod: check of a recovery code, format 1\0"
MARK_PURPOSE = b"peapod: which recovery sheet, format 1\0"


def code_of(key: bytes) -> str:
    """Return the code of a database key of 32 bytes: "0123-4567-…", fourteen groups of four."""
    return "-".join(groups_of(key))


def groups_of(key: bytes) -> tuple[str, ...]:
    """Return the fourteen groups of a key's code, in order."""
    letters = _letters(key + _check(key), LETTERS)
    return tuple(letters[start : start + GROUP] for start in range(0, LETTERS, GROUP))


def last_group(key: bytes) -> str:
    """Return the group that is typed back to show that the sheet is on paper; it is of the check and not of the key."""
    return groups_of(key)[-1]


def read_code(text: str) -> bytes:
    """Return the database key of a code, however it was typed: small letters, O for 0, I or L for 1, spaces, dashes.

    Raises:
        CodeCharacter: A character is in it that no code has.
        CodeLength: It is too short or too long.
        CodeMistyped: It does not fit its check.
    """
    letters = typed_letters(text)
    if len(letters) != LETTERS:
        raise CodeLength(len(letters), LETTERS)
    number = 0
    for letter in letters:
        number = number << BITS | ALPHABET.index(letter)
    content = number.to_bytes(KEY_BYTES + CHECK_BYTES, "big")
    key = content[:KEY_BYTES]
    if not hmac.compare_digest(content[KEY_BYTES:], _check(key)):
        raise CodeMistyped
    return key


def typed_letters(text: str) -> str:
    """Return the letters of a typed code or group in their one form.

    Raises:
        CodeCharacter: A character is in it that no code has.
    """
    return "".join(_plain(letter) for letter in unicodedata.normalize("NFKC", text) if not _parts(letter))


def mark_of(key: bytes) -> str:
    """Return six letters that tell one sheet from another; nobody gets from them to the key."""
    return _letters(hashlib.sha256(MARK_PURPOSE + key).digest(), MARK_LETTERS)


def _check(key: bytes) -> bytes:
    return hashlib.sha256(CODE_PURPOSE + key).digest()[:CHECK_BYTES]


def _letters(content: bytes, count: int) -> str:
    """Return the first letters of what `content` is in base32."""
    number, bits = int.from_bytes(content, "big"), len(content) * 8
    return "".join(ALPHABET[number >> (bits - BITS * place) & 31] for place in range(1, count + 1))


def _plain(letter: str) -> str:
    plain = letter.upper().translate(LOOKALIKES)
    if plain not in LETTER_SET:
        raise CodeCharacter(letter)
    return plain


def _parts(letter: str) -> bool:
    """Whether a character only parts groups: a space, a dash of any kind, a line's end, or nothing to be seen."""
    return letter.isspace() or letter == "\u2212" or unicodedata.category(letter) in {"Pd", "Cf"}
