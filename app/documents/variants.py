# SPDX-License-Identifier: GPL-3.0-or-later
"""For which readers documents are made, and what is said of it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from app.documents.style import PrintStyle, Variant
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


def nearest(one: Varied, style: PrintStyle) -> PrintStyle:
    """Return the style in which this is made where several are wanted: large print where it is not offered as asked."""
    return style if style.variant in one.variants else replace(style, variant=Variant.LARGE_PRINT)


def variant_words() -> dict[Variant, str]:
    """Return what each variant is called where it is chosen."""
    return {Variant.STANDARD: _("Standard, 12 point"), Variant.LARGE_PRINT: _("Large print, 18 point")}


def titled(title: str, variant: Variant) -> str:
    """Return the title of a document made so; files and headings tell the variants of one document apart by it."""
    return {Variant.STANDARD: title, Variant.LARGE_PRINT: _("{title}, large print").format(title=title)}[variant]
