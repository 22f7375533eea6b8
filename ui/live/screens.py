# SPDX-License-Identifier: GPL-3.0-or-later
"""Which screen the big view goes to: the second one, or the same one where there is no other."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


def second_screen(window: QWidget) -> QScreen | None:
    """Return a screen that shows something else than the window's own; None with one, or with mirrored ones."""
    own = window.screen()
    return next((screen for screen in QGuiApplication.screens() if not _same(screen, own)), None)


def has_second(areas: Sequence[QRect]) -> bool:
    """Return whether these areas of screens are not all one."""
    return len({(area.x(), area.y(), area.width(), area.height()) for area in areas}) > 1


def _same(screen: QScreen, own: QScreen) -> bool:
    """Mirrored screens show the same part of the desktop, as far as the system tells of two at all."""
    return screen is own or not has_second([screen.geometry(), own.geometry()])
