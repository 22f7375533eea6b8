"""Walking over a window as somebody does who uses the keyboard or a screen reader."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QScrollArea, QWidget

UNNAMED_ROLES = {QAccessible.Role.NoRole, QAccessible.Role.Client}


def controls(window: QWidget) -> list[QWidget]:
    """Return everything that Tab should reach."""
    return [widget for widget in _below(window) if _takes_tab(widget)]


def tab_order(window: QWidget, start: QWidget, most: int = 400) -> list[QWidget]:
    """Press Tab until it comes back to where it started; return what had the focus, in order."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[QWidget] = []
    for _ in range(most):
        focused = QApplication.focusWidget()
        if focused is None or (seen and focused is seen[0]):
            break
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return seen


def said(widget: QWidget) -> tuple[str, QAccessible.Role, str]:
    """Return name, role and value as a screen reader gets them."""
    spoken = QAccessible.queryAccessibleInterface(widget)
    value = spoken.text(QAccessible.Text.Value)
    return spoken.text(QAccessible.Text.Name), spoken.role(), value


def nodes(spoken: QAccessibleInterface, deep: int = 0) -> Iterator[QAccessibleInterface]:
    """Return the whole tree that a screen reader finds."""
    yield spoken
    if deep < 30:
        for place in range(min(spoken.childCount(), 200)):
            child = spoken.child(place)
            if child is not None and child.isValid() and not child.state().invisible:
                yield from nodes(child, deep + 1)


def cut_off(window: QWidget) -> list[str]:
    """Return the words that are shown with less room than they need, or outside what they lie on."""
    return [
        f"{type(widget).__name__} “{widget.text()}” {_why(widget)}"
        for widget in _below(window)
        if isinstance(widget, (QLabel, QAbstractButton)) and widget.text() and _why(widget)
    ]


def _why(widget: QLabel | QAbstractButton) -> str:
    needed = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else widget.minimumSizeHint().height()
    if widget.height() < needed:
        return f"is {widget.height()} high and needs {needed}"
    if widget.width() < widget.minimumSizeHint().width():
        return f"is {widget.width()} wide and needs {widget.minimumSizeHint().width()}"
    parent = widget.parentWidget()
    if parent is not None and not _scrolls(parent) and not parent.rect().contains(widget.geometry()):
        return f"lies at {widget.geometry().getRect()} outside {parent.rect().getRect()} of {type(parent).__name__}"
    return _sideways(widget)


def _sideways(widget: QWidget) -> str:
    """Return why it cannot be seen without scrolling sideways, if so."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QAbstractScrollArea):
        area = area.parentWidget()
    if not isinstance(area, QScrollArea):
        return ""
    left = widget.mapTo(area.viewport(), QPoint(0, 0)).x()
    seen = QRect(left, 0, widget.width(), 1)
    return (
        "" if seen.left() >= 0 and seen.right() <= area.viewport().width() else f"goes sideways out of view at {left}"
    )


def _scrolls(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractScrollArea) or widget.objectName() == "qt_scrollarea_viewport"


def _below(window: QWidget) -> list[QWidget]:
    return [widget for widget in window.findChildren(QWidget) if widget.isVisible()]


def _takes_tab(widget: QWidget) -> bool:
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tab) and widget.isEnabled() and widget.focusProxy() is None and not _chosen_by_arrows(widget)


def _chosen_by_arrows(widget: QWidget) -> bool:
    """Return whether it is one of a group that Tab enters at the chosen one."""
    return (
        isinstance(widget, QAbstractButton)
        and widget.autoExclusive()
        and widget.isCheckable()
        and not widget.isChecked()
    )
