"""The code is read from photos as people take them: turned, askew, dim, noisy, among other squares."""

import random
import struct
import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as some
from PIL import Image, ImageEnhance, ImageFilter

from app.documents.catalogue import RECOVERY_SHEET
from app.documents.recovery_sheet import RecoverySheet, build
from app.documents.style import PrintStyle, Variant
from app.security.errors import NoCodeInPicture, NotAPicture
from app.security.photos import MOST_BYTES, code_in_photo
from app.security.recovery import code_of, groups_of, mark_of
from db.errors import CannotRead
from tests.examples import EXAMPLES

KEY = bytes(range(31, 63))
CODE = code_of(KEY)
ORIENTATION = 0x0112
Change = Callable[[Image.Image], Image.Image]


@cache
def scanned(variant: Variant = Variant.STANDARD) -> Image.Image:
    """The real sheet at 200 dots to the inch, in colour."""
    out = BytesIO()
    content = RecoverySheet("North Reading team", "26 November 2026", mark_of(KEY), groups_of(KEY))
    build(content, out, PrintStyle("North Reading", variant=variant))
    return pypdfium2.PdfDocument(out.getvalue())[0].render(scale=200 / 72).to_pil().convert("RGB")


def on_a_table(sheet: Image.Image) -> Image.Image:
    table = Image.new("RGB", (sheet.width + 1400, sheet.height + 900), (120, 85, 60))
    table.paste(sheet, (500, 400))
    return table


def turned(degrees: float) -> Change:
    return lambda sheet: on_a_table(sheet).rotate(degrees, expand=True, fillcolor=(120, 85, 60), resample=3)


def askew(sheet: Image.Image) -> Image.Image:
    """As seen from below, so that the far edge is shorter and lines lean."""
    table = on_a_table(sheet)
    slant = (1.1, 0.12, -180, 0.03, 1.15, -60, 0.00002, 0.00012)
    return table.transform(table.size, Image.Transform.PERSPECTIVE, slant, resample=3)


def noisy(sheet: Image.Image) -> Image.Image:
    grain = Image.effect_noise(sheet.size, 90).convert("RGB")
    return Image.blend(sheet, grain, 0.35)


def dim(sheet: Image.Image) -> Image.Image:
    """By the light of one lamp at the left."""
    light = Image.linear_gradient("L").rotate(90).resize(sheet.size).point(lambda shade: 12 + shade // 8)
    return Image.composite(sheet, Image.new("RGB", sheet.size), light)


def blurred(sheet: Image.Image) -> Image.Image:
    return sheet.filter(ImageFilter.GaussianBlur(2.5))


def pale(sheet: Image.Image) -> Image.Image:
    return ImageEnhance.Contrast(sheet).enhance(0.15)


def large(sheet: Image.Image) -> Image.Image:
    """Forty-eight megapixels, as telephones take them."""
    return on_a_table(sheet).resize((6000, 8000))


def kept(picture: Image.Image, path: Path, **options: object) -> Path:
    picture.save(path, **options)
    return path


@pytest.mark.parametrize("variant", RECOVERY_SHEET.variants)
def test_the_code_of_a_scanned_sheet_is_read(tmp_path, variant):
    assert code_in_photo(kept(scanned(variant), tmp_path / "scan.png")) == CODE


@pytest.mark.parametrize(
    "change",
    [turned(7), turned(90), turned(200), turned(316), askew, noisy, dim, blurred, pale, large],
    ids=["7°", "90°", "200°", "316°", "askew", "noisy", "dim", "blurred", "pale", "large"],
)
def test_the_code_is_read_from_photos_as_people_take_them(tmp_path, change):
    assert code_in_photo(kept(change(scanned()), tmp_path / "photo.jpg", quality=70)) == CODE


def test_everything_at_once_is_still_read(tmp_path):
    photo = dim(noisy(askew(turned(12)(scanned()))))
    assert code_in_photo(kept(photo, tmp_path / "photo.jpg", quality=60)) == CODE


@pytest.mark.parametrize("orientation", range(1, 9))
def test_it_does_not_matter_how_the_camera_was_held(tmp_path, orientation):
    note = Image.Exif()
    note[ORIENTATION] = orientation
    assert code_in_photo(kept(on_a_table(scanned()), tmp_path / "photo.jpg", exif=note)) == CODE


@pytest.mark.parametrize("name", ["photo.png", "photo.webp", "photo.bmp", "photo.gif"])
def test_every_usual_kind_of_picture_is_read(tmp_path, name):
    assert code_in_photo(kept(scanned(), tmp_path / name)) == CODE


def test_other_squares_in_the_photo_are_passed_over(tmp_path):
    photo = on_a_table(scanned())
    for place, text in enumerate(["https://example.org", CODE[:-1] + ("0" if CODE[-1] != "0" else "1")]):
        out = BytesIO()
        segno.make(text, micro=False).save(out, kind="png", scale=8)
        photo.paste(Image.open(out).convert("RGB"), (20, 200 + 600 * place))
    assert code_in_photo(kept(photo, tmp_path / "photo.jpg")) == CODE


def test_a_photo_without_a_code_is_told_from_a_file_that_is_none(tmp_path):
    with pytest.raises(NoCodeInPicture):
        code_in_photo(kept(Image.new("RGB", (600, 400), "white"), tmp_path / "photo.jpg"))
    (tmp_path / "photo.txt").write_text(CODE)
    with pytest.raises(NotAPicture):
        code_in_photo(tmp_path / "photo.txt")


def test_a_file_that_has_gone_is_told(tmp_path):
    with pytest.raises(CannotRead):
        code_in_photo(tmp_path / "photo.jpg")


@pytest.mark.parametrize(("width", "height"), [(9_200, 9_000), (10_000, 10_000), (60_000, 60_000)])
def test_a_small_file_that_would_be_an_enormous_picture_is_not_unpacked(tmp_path, width, height):
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    content = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )
    (tmp_path / "bomb.png").write_bytes(content)
    with pytest.raises(NotAPicture):
        code_in_photo(tmp_path / "bomb.png")


def test_a_file_larger_than_any_photo_is_not_read(tmp_path):
    with (tmp_path / "photo.jpg").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(NotAPicture):
        code_in_photo(tmp_path / "photo.jpg")


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("pictures")
    small = scanned().resize((300, 420))
    return [kept(small, folder / f"photo.{kind}") for kind in ("jpg", "png", "webp", "gif", "bmp")]


@pytest.mark.filterwarnings("ignore::UserWarning")  # Pillow's, of what the camera noted, which is not needed
@settings(max_examples=10 * EXAMPLES, deadline=None)
@given(seed=some.integers(0, 2**32), which=some.integers(0, 4))
def test_a_broken_picture_is_refused_and_nothing_else_happens(pictures, seed, which):
    chance = random.Random(seed)
    content = bytearray(pictures[which].read_bytes())
    for _ in range(chance.randint(1, 12)):
        content[chance.randrange(min(len(content), chance.choice([64, 1024, len(content)])))] = chance.randrange(256)
    broken = pictures[which].with_suffix(".broken")
    broken.write_bytes(content[: chance.choice([len(content), chance.randrange(len(content))])])
    try:
        assert code_in_photo(broken) == CODE
    except (NotAPicture, NoCodeInPicture):
        return
