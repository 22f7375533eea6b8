# SPDX-License-Identifier: GPL-3.0-or-later
"""PDFs that open with a password alone: AES-256, as PDF 2.0 has it (docs/decisions/0010-files.md)."""

import secrets
import unicodedata
from io import BytesIO

import pikepdf

from app.documents.errors import FilePasswordLong, FilePasswordShort

GROUPS, DIGITS = 4, 4  # sixteen digits: read out over the telephone in any language, typed on any keyboard
FEWEST_LETTERS = 10
MOST_BYTES = 127  # what the standard has viewers read
DASH = "-"
REVISION = 6
ARCHIVAL = ("pdfaid:part", "pdfaid:conformance")
EVERYTHING = pikepdf.Permissions(modify_assembly=True)  # all else is allowed already


def new_password() -> str:
    """Return a password that nobody has used before, in groups that can be read out."""
    return DASH.join(f"{secrets.randbelow(10**DIGITS):0{DIGITS}}" for _group in range(GROUPS))


def own_password(typed: str) -> str:
    """Return a password that somebody thought of, in the form of Unicode that viewers take.

    Raises:
        FilePasswordShort: It is too easily guessed.
        FilePasswordLong: Viewers would not read all of it.
    """
    password = unicodedata.normalize("NFKC", typed).strip()
    if len(_without_dashes(password)) < FEWEST_LETTERS:
        raise FilePasswordShort(FEWEST_LETTERS)
    if len(password.encode(errors="replace")) > MOST_BYTES:
        raise FilePasswordLong
    return password


def protect(pdf: bytes, password: str) -> bytes:
    """Return the same document, which opens with a password alone, with or without its dashes.

    Nothing that a reader with the password wants to do is forbidden; headings, language and order of reading stay.
    The standard for archives (PDF/A) forbids encryption, so the file no longer says that it keeps it.
    """
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        with document.open_metadata(set_pikepdf_as_editor=False) as metadata:
            for claim in ARCHIVAL:
                if claim in metadata:
                    del metadata[claim]
        document.save(
            out,
            encryption=pikepdf.Encryption(user=password, owner=_without_dashes(password), R=REVISION, allow=EVERYTHING),
        )
    return out.getvalue()


def _without_dashes(password: str) -> str:
    return password.replace(DASH, "")
