# SPDX-License-Identifier: GPL-3.0-or-later
"""Small things that the panels of people are put together from."""

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

from PySide6.QtWidgets import QLayout, QWidget
from shiboken6 import isValid
from sqlalchemy.orm import Session

from app.wording.vocabulary import need_status_word
from db.journal import Op
from db.types import NeedStatus
from ui.look.look import Look
from ui.parts.chip import Chip, ChipKind
from ui.parts.fields import Field
from ui.parts.sheet import Across, Down
from ui.parts.text import Hint, Label, Picture

Made = TypeVar("Made")

STATUS_CHIPS = {
    NeedStatus.ASKED: ("time", ChipKind.BARE_WARN),
    NeedStatus.ARRANGED: ("time", ChipKind.BARE_WARN),
    NeedStatus.CONFIRMED: ("saved", ChipKind.BARE_OK),
    NeedStatus.MET: ("saved", ChipKind.BARE_OK),
}


class Change(Protocol):
    """Runs a change as a page does."""

    def __call__(
        self,
        op: Op,
        work: Callable[[Session], Made],
        *,
        then: Callable[[Made], object] = ...,
        refused: Callable[[str], object] | None = None,
    ) -> None:
        """Run `work` as one operation."""
        ...


def save_field(change: Change, field: Field, op: Op, work: Callable[[Session], object]) -> None:
    """Save what stands in a field; a refusal is shown under it.

    A change may have waited behind a longer one, and the field may have gone meanwhile.
    """

    def saved(_made: object) -> None:
        if isValid(field):
            field.accept()

    def refused(sentence: str) -> None:
        if isValid(field):
            field.refuse(sentence)

    change(op, work, then=saved, refused=refused)


class Saved:
    """What was shown last in each field, so that reading anew does not take away what is being typed."""

    def __init__(self) -> None:
        self._shown: dict[Field, str] = {}

    def show(self, texts: Mapping[Field, str], *, anew: bool) -> None:
        """Show saved texts; a field that was typed in since keeps what stands in it, unless all is `anew`."""
        for field, text in texts.items():
            if anew or field.text() == self._shown.get(field, "") or field.text() == text:
                field.set_text(text)
                self._shown[field] = field.text()


def section(look: Look, title: str, *items: QWidget | QLayout) -> QWidget:
    """Return things under a small bold line."""
    holder = QWidget()
    holder.setLayout(Down(look, Hint(look, title, bold=True), *items, gap=6))
    holder.setAccessibleName(title)
    return holder


def need_line(look: Look, icon: str, words: str, status: NeedStatus | None = None) -> QWidget:
    """Return an icon, words, and how far the need is met at the right."""
    line = Across(look, Picture(look, icon), gap=10)
    line.addWidget(Label(look, words), 1)
    if status is not None:
        mark, kind = STATUS_CHIPS[status]
        line.addWidget(Chip(look, need_status_word(status), mark, kind))
    holder = QWidget()
    holder.setLayout(line)
    return holder


def empty_out(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:  # pyright: ignore[reportUnnecessaryComparison] - None when it is empty
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif inner := item.layout():
            empty_out(inner)
