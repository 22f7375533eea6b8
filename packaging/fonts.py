# SPDX-License-Identifier: GPL-3.0-or-later
"""Rebuild assets/fonts from unpacked packages of Debian (fonts-noto-core, fonts-noto-cjk) and npm.

Usage: fonts.py FOLDER TO, where FOLDER holds
    debian/     both Debian packages, each unpacked by `dpkg-deb -x`
    atkinson/   @fontsource/atkinson-hyperlegible-next, packed by `npm pack` and unpacked
    emoji/      @fontsource/noto-emoji, likewise
It needs fonttools and brotli, which the program itself does not: install them with uharfbuzz, outside the repository.
Which characters each font keeps stands in CHARACTERS; tests/packaging/test_fonts.py holds the bundle to it.
"""

import sys
from collections.abc import Iterable
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import uharfbuzz

Characters = frozenset[int]
Face = Any  # the library tells no types
hb = cast("Any", uharfbuzz)
WEIGHTS = {"Regular": 400, "Bold": 700}
TRUETYPE, OPENTYPE = "debian/usr/share/fonts/truetype/noto", "debian/usr/share/fonts/opentype/noto"
CJK_NAMES = {"NotoSansCJKsc": "Noto Sans CJK SC", "NotoSansCJKtc": "Noto Sans CJK TC"}
HAN_LISTS = Path(__file__).with_name("han.txt")
LEVEL_ONE = (0xA440, 0xC67E)  # of Big5: the characters in everyday use
SIGNED = ("DSIG",)  # a signature over what is changed here says nothing any more
UPRIGHT = ("vhea", "vmtx")
LAID_OUT = ("GSUB", "GPOS")


def ranges(*pairs: tuple[int, int]) -> Characters:
    """Return the characters from the first to the last of each pair, both included."""
    return frozenset(one for first, last in pairs for one in range(first, last + 1))


def in_encoding(name: str, *blocks: tuple[int, int]) -> Characters:
    """Return the characters of some blocks that an encoding has."""
    return frozenset(one for one in ranges(*blocks) if chr(one).encode(name, "ignore"))


def listed(name: str) -> Characters:
    """Return the further characters of a font that are written down one by one."""
    lines = (line.partition(" ") for line in HAN_LISTS.read_text(encoding="utf-8").splitlines())
    return frozenset(ord(one) for font, _space, characters in lines if font == name for one in characters)


JOINERS, PUNCTUATION = ranges((0x200C, 0x200D)), ranges((0x20, 0x2F))
INDIC = ranges((0x964, 0x965), (0x25CC, 0x25CC)) | JOINERS | PUNCTUATION
HAN = ((0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FFFF))
WIDE = ranges((0x3000, 0x303F), (0xFF00, 0xFF60), (0x2010, 0x2027))
EVERYDAY = frozenset(
    one
    for one in ranges((0x4E00, 0x9FFF))
    if LEVEL_ONE[0] <= int.from_bytes(chr(one).encode("big5", "ignore")) <= LEVEL_ONE[1]
)
ARABIC = ranges((0x600, 0x6FF), (0x750, 0x77F), (0x200C, 0x200F)) | PUNCTUATION
CHARACTERS: dict[str, Characters] = {
    "NotoSans": ranges(
        (0x20, 0x7E),
        (0xA0, 0x52F),
        (0x1E00, 0x1FFF),
        (0x2000, 0x209F),
        (0x20A0, 0x20BF),
        (0x2100, 0x218F),
    ),
    "NotoSansArabic": ARABIC | ranges((0x8A0, 0x8FF), (0x3A, 0x3B), (0xA0, 0xA0), (0x2010, 0x2027), (0xFD3E, 0xFD3F)),
    "NotoNastaliqUrdu": ARABIC,
    "NotoSansHebrew": ranges((0x590, 0x5FF), (0x200C, 0x200F), (0x20AA, 0x20AA)) | PUNCTUATION,
    "NotoSansDevanagari": ranges((0x900, 0x97F), (0xA8E0, 0xA8FF), (0x1CD0, 0x1CFF), (0x20B9, 0x20B9), (0x25CC, 0x25CC))
    | JOINERS
    | PUNCTUATION,
    "NotoSansBengali": ranges((0x980, 0x9FF)) | INDIC,
    "NotoSansGurmukhi": ranges((0xA00, 0xA7F)) | INDIC,
    "NotoSansGujarati": ranges((0xA80, 0xAFF)) | INDIC,
    "NotoSansTamil": ranges((0xB80, 0xBFF)) | INDIC,
    "Arrows": ranges((0x2190, 0x21FF), (0x2200, 0x2265), (0x25A0, 0x25FF)),
    "Symbols": ranges((0x2600, 0x27BF), (0x2B00, 0x2BFF)),
    "AtkinsonNext": ranges((0x20, 0x2FFFF)),
    "NotoEmoji": ranges((0x20, 0x10FFFF)),
    "NotoSansCJKsc": WIDE
    | in_encoding("gbk", *HAN)
    | in_encoding("big5", *HAN)
    | in_encoding("big5hkscs", *HAN)
    | listed("NotoSansCJKsc"),
    "NotoSansCJKtc": WIDE | EVERYDAY | listed("NotoSansCJKtc"),
}


def main(folder: Path, to: Path) -> int:
    """Fill a folder with the fonts and return 0."""
    to.mkdir(parents=True, exist_ok=True)
    for name, data in built(folder):
        (to / name).write_bytes(data)
        print(f"{name:<36}{len(data):>10,}")
    return 0


def built(folder: Path) -> Iterable[tuple[str, bytes]]:
    """Yield the name of each font of the bundle and what it holds."""
    noto = folder / TRUETYPE
    for name in CHARACTERS:
        for weight in WEIGHTS:
            if (noto / f"{name}-{weight}.ttf").is_file() and (name, weight) != ("NotoNastaliqUrdu", "Bold"):
                face = opened((noto / f"{name}-{weight}.ttf").read_bytes())
                yield f"{name}-{weight}.ttf", subset(face, name, SIGNED)
    maths, symbols = (opened((noto / f"NotoSans{kind}-Regular.ttf").read_bytes()) for kind in ("Math", "Symbols2"))
    yield "Arrows.ttf", subset(maths, "Arrows", (*SIGNED, "MATH", *LAID_OUT))
    yield "Symbols.ttf", subset(symbols, "Symbols", (*SIGNED, *LAID_OUT))
    for weight, number in WEIGHTS.items():
        yield f"AtkinsonNext-{weight}.ttf", subset(opened(_atkinson(folder, number)), "AtkinsonNext", SIGNED)
    emoji = _unpacked(folder / "emoji/package/files/noto-emoji-emoji-400-normal.woff2").getvalue()
    yield "NotoEmoji-Regular.ttf", subset(opened(emoji), "NotoEmoji", (*SIGNED, *UPRIGHT, "STAT"))
    yield from _chinese(folder / OPENTYPE / "NotoSansCJK-Regular.ttc")


def subset(face: Face, name: str, dropped: Iterable[str], *, flags: int = 0) -> bytes:
    """Return a font with the characters that it keeps, without hints and without some tables."""
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(CHARACTERS[name])
    wanted.flags = hb.SubsetFlags.NO_HINTING | flags
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode("ascii").ljust(4)) for tag in dropped)
    return bytes(hb.subset(face, wanted).blob.data)


def opened(data: bytes) -> Face:
    """Return a font that is read from memory."""
    return hb.Face(hb.Blob(data))


def _chinese(collection: Path) -> Iterable[tuple[str, bytes]]:
    """Yield both Chinese fonts: one file of Debian's holds those of all languages."""
    blob = hb.Blob.from_file_path(str(collection))
    faces = [hb.Face(blob, number) for number in range(hb.Face(blob).count)]
    dropped = (*SIGNED, *LAID_OUT, "GDEF", "BASE", *UPRIGHT, "VORG")
    kept = hb.SubsetFlags.CFF_IDENTITY_CHARSET
    for name, called in CJK_NAMES.items():
        face = next(one for one in faces if (one.get_name(4) or "").removesuffix(" Regular") == called)
        yield f"{name}-Regular.otf", subset(face, name, dropped, flags=kept)


def _atkinson(folder: Path, weight: int) -> bytes:
    """Return Latin and further Latin letters, which npm has in two files, as one font."""
    files = folder / "atkinson/package/files"
    names = [f"atkinson-hyperlegible-next-{part}-{weight}-normal.woff2" for part in ("latin", "latin-ext")]
    parts = [_unpacked(files / name) for name in names]
    dated = _font_tools("ttLib").TTFont(parts[0])["head"].modified
    merged, joined = _font_tools("merge").Merger().merge(parts), BytesIO()
    merged["head"].created = merged["head"].modified = dated  # the same packages give the same bytes
    merged.recalcTimestamp = False
    merged.save(joined)
    return joined.getvalue()


def _unpacked(woff: Path) -> BytesIO:
    """Return a font of the web as TrueType."""
    font, plain = _font_tools("ttLib").TTFont(woff, recalcTimestamp=False), BytesIO()
    font.flavor = None
    font.save(plain)
    plain.seek(0)
    return plain


def _font_tools(part: str) -> Any:  # noqa: ANN401 - a module that tells no types
    """Return a part of fonttools, which only a rebuild needs: the tests do without."""
    return import_module(f"fontTools.{part}")


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), Path(sys.argv[2])))
