# SPDX-License-Identifier: GPL-3.0-or-later
"""The order in which Tab goes: as things are laid out, not as they were made."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLayout, QScrollArea, QStackedWidget, QWidget


def in_order(widget: QWidget) -> Iterator[QWidget]:
    """Return what Tab stops at in a widget and below it, as it is laid out."""
    if widget.isHidden() or not widget.isEnabled():
        return
    if _stops(widget):
        yield widget
    for child in _parts(widget):
        yield from in_order(child)


def next_stop(widget: QWidget, now: QWidget | None, step: int) -> QWidget | None:
    """Return where Tab goes from `now`, or from the outside when it is not in `widget`; step is 1 or -1."""
    stops = list(in_order(widget))
    if not stops:
        return None
    places = (place for place, stop in enumerate(stops) if stop is now or stop.focusProxy() is now)
    at = None if now is None else next(places, None)
    if at is None:
        at = -1 if step > 0 else len(stops)
    return stops[(at + step) % len(stops)]


def bring_into_view(widget: QWidget) -> None:
    """Let everything that a widget lies in scroll to it, also when Tab comes from outside."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def _parts(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, QAbstractItemView):
        return []
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        return [] if inside is None else [inside]
    if isinstance(widget, QStackedWidget):
        shown = widget.currentWidget()
        return [] if shown is None else [shown]
    layout = widget.layout()
    laid_out = [] if layout is None else list(_widgets(layout))
    rest = [child for child in widget.children() if isinstance(child, QWidget) and child not in laid_out]
    return [*laid_out, *(child for child in rest if not child.isWindow())]


def _widgets(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, below = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif below is not None:
            yield from _widgets(below)


def _stops(widget: QWidget) -> bool:
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or not widget.isVisible() or widget.focusProxy() is not None:
        return False
    grouped = isinstance(widget, QAbstractButton) and widget.autoExclusive() and widget.isCheckable()
    return not grouped or _enters_group(widget)


def _enters_group(widget: QWidget) -> bool:
    """Return whether Tab enters a group of choices here: at the chosen one, else at the first; arrows do the rest."""
    parent = widget.parentWidget()
    group = [] if parent is None else [other for other in parent.children() if isinstance(other, type(widget))]
    buttons = [button for button in group if isinstance(button, QAbstractButton)]
    chosen = next((button for button in buttons if button.isChecked()), buttons[0] if buttons else widget)
    return widget is chosen
