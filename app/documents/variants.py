# SPDX-License-Identifier: GPL-3.0-or-later
"""For which readers documents are made, and what is said of it."""

from collections.abc import Iterable
from typing import Protocol

from app.documents.style import Variant
from app.i18n import _


class Varied(Protocol):
    """What is made for different readers: a document, or a pack of them."""

    @property
    def variants(self) -> tuple[Variant, ...]:
        """Return how it is offered."""
        ...


def offered(wanted: Iterable[Varied]) -> tuple[Variant, ...]:
    """Return how at least one of these is offered."""
    found = {variant for one in wanted for variant in one.variants}
    return tuple(variant for variant in Variant if variant in found)


def nearest(variants: Iterable[Variant], wanted: Variant) -> Variant:
    """Return what is made of a document that is offered so: what is wanted, or else large print, which all have."""
    return wanted if wanted in variants else Variant.LARGE_PRINT


def variant_words() -> dict[Variant, str]:
    """Return what each variant is called where it is chosen."""
    return {
        Variant.STANDARD: _("Standard, 12 point"),
        Variant.LARGE_PRINT: _("Large print, 18 point"),
        Variant.EASY_READ: _("Easy read, with pictures"),
    }


def titled(title: str, variant: Variant) -> str:
    """Return the title of a document made so; files and headings tell the variants of one document apart by it."""
    words = {
        Variant.STANDARD: "{title}",
        Variant.LARGE_PRINT: _("{title}, large print"),
        Variant.EASY_READ: _("{title}, easy read"),
    }
    return words[variant].format(title=title)


def without_easy_read_words(titles: Iterable[str]) -> str:
    """Return that these come in large print beside others in easy read; "" for none."""
    named = ", ".join(titles)
    return _("These have no easy read, and come in large print: {titles}").format(titles=named) if named else ""
