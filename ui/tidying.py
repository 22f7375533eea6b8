# SPDX-License-Identifier: GPL-3.0-or-later
"""What nobody needs any more is thrown away in the window's thread alone.

Python looks for it in whichever thread asks for memory. A widget that dies in another thread can bring both threads to
wait for each other for ever (docs/decisions/0019-threads.md).
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 5_000


class Tidying(QObject):
    """Looks now and then for what can be thrown away, instead of Python; made in the window's thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self, interval=EVERY_MS)
        timer.timeout.connect(tidy)
        timer.start()


def tidy() -> None:
    """Throw away what can be, of the oldest generation that Python itself would look through now."""
    due = [age for age, (made, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if made > most]
    if due:
        gc.collect(due[-1])
