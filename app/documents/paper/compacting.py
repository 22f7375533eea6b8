# SPDX-License-Identifier: GPL-3.0-or-later
"""The last step of every file: written out anew by qpdf, several times smaller."""

import zlib
from io import BytesIO
from typing import BinaryIO, cast

import pikepdf

RETURN = 0x0D
GENERATE = cast("pikepdf.ObjectStreamMode", pikepdf.ObjectStreamMode.generate)
DISABLE = cast("pikepdf.ObjectStreamMode", pikepdf.ObjectStreamMode.disable)
AMBIGUOUS = b"\r\nendstream"


def compact(drawn: BinaryIO, out: BinaryIO) -> None:
    """Write a drawn file to `out`; the same file gives the same bytes.

    A compressed stream that ends in a carriage return cannot be told from one that ends before it (PDF/A-2, 6.1.7.1):
    it gets another blank at its end. Where one of qpdf's own streams ends so, qpdf is asked to do without them.
    """
    with pikepdf.open(drawn) as file:
        for each in file.objects:
            if isinstance(each, pikepdf.Stream):
                _end_otherwise(each)
        small = _saved(file, GENERATE)
        if AMBIGUOUS in small:
            small = _saved(file, DISABLE)
    out.write(small)


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
