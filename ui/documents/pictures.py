# SPDX-License-Identifier: GPL-3.0-or-later
"""The pictures of pages that were drawn lately, within a bound."""

from collections import OrderedDict

from ui.documents.page_worker import Picture, Wish

MOST_BYTES = 64_000_000


class Pictures:
    """Keeps what was drawn, and lets go of what was looked at longest ago."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._kept: OrderedDict[Wish, Picture] = OrderedDict()
        self._bytes = 0

    def keep(self, picture: Picture) -> None:
        """Keep one more; the newest stays, however large."""
        self._drop(picture.wish)
        self._kept[picture.wish] = picture
        self._bytes += picture.image.sizeInBytes()
        while self._bytes > self._most_bytes and len(self._kept) > 1:
            self._drop(next(iter(self._kept)))

    def get(self, wish: Wish) -> Picture | None:
        """Return the picture that was wanted so, if it is kept."""
        if wish in self._kept:
            self._kept.move_to_end(wish)
        return self._kept.get(wish)

    def __contains__(self, wish: Wish) -> bool:
        return wish in self._kept

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def size(self) -> int:
        """How many bytes they take."""
        return self._bytes

    def of_page(self, page: int) -> Picture | None:
        """Return the largest picture of a page, whatever was wanted."""
        found = [picture for wish, picture in self._kept.items() if wish.page == page]
        return max(found, key=lambda picture: picture.image.width(), default=None)

    def clear(self) -> None:
        """Keep nothing."""
        self._kept.clear()
        self._bytes = 0

    def _drop(self, wish: Wish) -> None:
        dropped = self._kept.pop(wish, None)
        if dropped is not None:
            self._bytes -= dropped.image.sizeInBytes()
