"""Looks for words in every file of a folder, however they are written: in names, in other letters, packed, in PDFs."""

import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2

FEWEST_BYTES = 6  # what is shorter stands in encrypted bytes by chance
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


def in_clear(folder: Path, words: Iterable[str]) -> dict[Path, set[str]]:
    """Return the files in which any of the words can be read, with those words."""
    sought = {needle: word for word in words for needle in _needles(word)}
    found: dict[Path, set[str]] = {}
    for path in folder.rglob("*"):
        said = [str(path.relative_to(folder)).encode()]
        if path.is_file():
            said += _contents(path.read_bytes())
        words_there = {word for needle, word in sought.items() if any(needle in one for one in said)}
        if words_there:
            found[path] = words_there
    return found


def _needles(word: str) -> Iterator[bytes]:
    for form in {unicodedata.normalize(kind, text) for kind in ("NFC", "NFD") for text in (word, word.casefold())}:
        if len(form.encode()) >= FEWEST_BYTES:
            yield from (form.encode(encoding) for encoding in ENCODINGS)


def _contents(content: bytes) -> Iterator[bytes]:
    yield content
    if content.startswith(b"%PDF"):
        yield from _of_pdf(content)
    if zipfile.is_zipfile(BytesIO(content)):
        with zipfile.ZipFile(BytesIO(content)) as packed:
            for name in packed.namelist():
                yield name.encode()
                yield from _contents(packed.read(name))
    if content.startswith(b"\x1f\x8b"):
        yield zlib.decompressobj(wbits=31).decompress(content)


def _of_pdf(content: bytes) -> Iterator[bytes]:
    for stream in STREAM.findall(content):
        try:
            yield zlib.decompressobj().decompress(stream)
        except zlib.error:
            continue
    try:
        with pypdfium2.PdfDocument(content) as document:
            for page in document:
                yield " ".join(page.get_textpage().get_text_range().split()).encode()
    except pypdfium2.PdfiumError:
        return
