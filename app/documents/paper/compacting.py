# SPDX-License-Identifier: GPL-3.0-or-later
"""The last step of every file: written out anew by qpdf, several times smaller."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO, cast

import pikepdf

RETURN = 0x0D
GENERATE = cast("pikepdf.ObjectStreamMode", pikepdf.ObjectStreamMode.generate)
DISABLE = cast("pikepdf.ObjectStreamMode", pikepdf.ObjectStreamMode.disable)
MOST_TRIES = 12
FILLING = "/PeapodFilling"  # names nothing that a reader knows
AMBIGUOUS = b"\r\nendstream"


def compact(drawn: BinaryIO, out: BinaryIO) -> None:
    """Write a drawn file to `out`; the same file gives the same bytes.

    A compressed stream that ends in a carriage return cannot be told from one that ends before it (PDF/A-2, 6.1.7.1):
    it gets another blank at its end. Where one of qpdf's own streams ends so, which one large file in four meets, all
    of them are filled otherwise: one more object before the others moves what each holds.
    """
    with pikepdf.open(drawn) as file:
        for each in file.objects:
            if isinstance(each, pikepdf.Stream):
                _end_otherwise(each)
        out.write(next(small for small in _tries(file) if AMBIGUOUS not in small))


def _tries(file: pikepdf.Pdf) -> Iterator[bytes]:
    """Yield the file made small, each time with its objects put together otherwise, and last of all as it is."""
    for filling in range(MOST_TRIES):
        if filling:
            file.Root[FILLING] = pikepdf.Array([file.make_indirect(pikepdf.Dictionary()) for _each in range(filling)])
        yield _saved(file, GENERATE)
    del file.Root[FILLING]
    yield _saved(file, DISABLE)


def _end_otherwise(stream: pikepdf.Stream) -> None:
    content = stream.read_bytes()
    if zlib.adler32(content) & 0xFF != RETURN:
        return
    while zlib.adler32(content) & 0xFF == RETURN:
        content += b"\n"
    length = len(content)
    stream.write(content)
    if "/Length1" in stream:
        stream.Length1 = length


def _saved(file: pikepdf.Pdf, mode: pikepdf.ObjectStreamMode) -> bytes:
    saved = BytesIO()
    file.save(saved, object_stream_mode=mode, compress_streams=True, deterministic_id=True, fix_metadata_version=False)
    return saved.getvalue()
