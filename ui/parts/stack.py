# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages of which one is shown: those that are not shown ask for no room, and none makes the window larger."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class Stack(QStackedWidget):
    """Takes the room that is left; what is shown makes do with it."""

    def minimumSizeHint(self) -> QSize:
        """It lets itself be squeezed."""
        return QSize(0, 0)

    def hasHeightForWidth(self) -> bool:
        """It has the height that is left."""
        return False
