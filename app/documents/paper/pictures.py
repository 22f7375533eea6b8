# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures from files: read with care, and drawn with what they show in words."""

import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from app.documents.errors import PictureTooLarge, PictureUnreadable
from app.documents.paper.marks import Box
from app.documents.paper.pdf import PdfFile
from app.documents.paper.structure import Node

KINDS = ("PNG", "JPEG", "GIF", "BMP", "WEBP", "TIFF")
MOST_PIXELS = 50_000_000
KEPT_SIDE = 2_400  # pixels; more cannot be seen on a page


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A picture that was read whole: upright, without transparency, and no larger than paper can show."""

    image: Image.Image

    @property
    def shape(self) -> float:
        """Return how high it is for its width."""
        return self.image.height / self.image.width


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture as large as its box allows, in the middle of it."""

    box: Box
    picture: Picture
    node: Node | None = None

    def draw(self, file: PdfFile) -> None:
        """Draw the picture."""
        width = min(self.box.width, self.box.height / self.picture.shape)
        place = self.box.centred(width, width * self.picture.shape)
        file.picture(self.picture.image, place.left, place.top, place.width, place.height)


def read_picture(content: bytes) -> Picture:
    """Return the picture that is in a file.

    Raises:
        PictureUnreadable: It is none that we know, or not whole.
        PictureTooLarge: It has so many pixels that reading it could fill the memory.
    """
    try:
        with _opened(content) as opened:
            pixels = opened.width * opened.height
            if pixels > MOST_PIXELS:
                raise PictureTooLarge(pixels, MOST_PIXELS)
            return Picture(_on_white(opened))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureTooLarge(MOST_PIXELS + 1, MOST_PIXELS) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise PictureUnreadable from error


def _opened(content: bytes) -> Image.Image:
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        return Image.open(BytesIO(content), formats=KINDS)


def _on_white(opened: Image.Image) -> Image.Image:
    opened.thumbnail((KEPT_SIDE, KEPT_SIDE))
    upright = ImageOps.exif_transpose(opened).convert("RGBA")
    paper = Image.new("RGBA", upright.size, "white")
    paper.alpha_composite(upright)
    return paper.convert("RGB")
