# SPDX-License-Identifier: GPL-3.0-or-later
"""The recovery code read from a photo of its sheet."""

import struct
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import zxingcpp
from PIL import Image, ImageOps

from app.security.errors import CodeCharacter, CodeLength, CodeMistyped, NoCodeInPicture, NotAPicture
from app.security.recovery import code_of, read_code
from db.errors import CannotRead

FORMATS = ("JPEG", "PNG", "WEBP", "BMP", "GIF")
MOST_PIXELS = 80_000_000
MOST_BYTES = 200_000_000
SIDES = (1800, 3600, 900)  # pixels; a smaller picture has less noise, a larger one shows a square that is far away
BINARIZERS = (zxingcpp.Binarizer.LocalAverage, zxingcpp.Binarizer.GlobalHistogram)
SQUARES = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
BROKEN = (
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    struct.error,
)


def code_in_photo(path: Path) -> str:
    """Return the recovery code whose square is in a photo, turned as it may be and among other squares.

    Raises:
        NotAPicture: The file is no picture, a broken one, or too large to be a photo.
        NoCodeInPicture: No recovery code can be seen in it.
        CannotRead: The file has gone or may not be read.
    """
    picture = _picture(path)
    for side in SIDES:
        code = next(_codes(_at_most(picture, side)), None)
        if code is not None:
            return code
    raise NoCodeInPicture(path)


def _picture(path: Path) -> Image.Image:
    """Return a photo in shades of grey; which way up it is does not matter to a square."""
    content = _content(path)
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise NotAPicture(path)
            picture.draft("L", (max(SIDES), max(SIDES)))
            return picture.convert("L")
    except BROKEN as error:
        raise NotAPicture(path) from error


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise NotAPicture(path)
        return path.read_bytes()
    except OSError as error:
        raise CannotRead(path) from error


def _at_most(picture: Image.Image, side: int) -> Image.Image:
    """Return a picture no larger than this either way, with its darkest black and its lightest white."""
    smaller = picture.copy()
    smaller.thumbnail((side, side))
    return ImageOps.autocontrast(smaller, cutoff=1)


def _codes(picture: Image.Image) -> Iterator[str]:
    """Give the recovery codes in a picture; every other square is passed over."""
    for binarizer in BINARIZERS:
        for found in zxingcpp.read_barcodes(picture, SQUARES, binarizer=binarizer):
            with suppress(CodeCharacter, CodeLength, CodeMistyped):
                yield code_of(read_code(found.text))
