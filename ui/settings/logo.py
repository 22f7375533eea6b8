# SPDX-License-Identifier: GPL-3.0-or-later
"""The organisation's logo: chosen from a file, shown small, and removed."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from app.documents.logo import has_logo, remove_logo, small_logo, store_logo, use_logo
from app.files.store import Stored
from app.i18n import _
from db.journal import Op
from ui.jobs import Job
from ui.page import Page
from ui.parts.buttons import Button
from ui.parts.sheet import Across, Down
from ui.parts.text import Hint, Label

HEIGHT = 56  # px at 100 %
KINDS = "*.png *.jpg *.jpeg *.gif *.bmp *.webp *.tif *.tiff"


class LogoPart(QWidget):
    """What the logo is for, how it looks, and what can be done with it.

    Attributes:
        picture: The logo, small, while there is one that can be read.
        state: Says that there is none, or that it cannot be read.
        choose: Takes a picture from a file.
        remove: Prints none from now on.
    """

    def __init__(self, page: Page) -> None:
        super().__init__()
        look = page.desk.look
        self._page = page
        self._taking: Job | None = None
        self._showing: Job | None = None
        self._png = b""
        self.picture = QLabel()
        self.picture.setAccessibleName(_("The logo as it is printed"))
        self.state = Hint(look)
        self.choose = Button(look, _("Choose a logo"), "document")
        self.remove = Button(look, _("Remove the logo"), "delete")
        what = _("It stands at the top of letters and certificates. A copy is kept with the records, encrypted.")
        buttons = Across(look, self.choose, self.remove, None, gap=10)
        title = Label(look, _("Logo"), bold=True)
        self.setLayout(Down(look, title, Hint(look, what), self.picture, self.state, buttons, gap=8))
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(self._remove)
        look.changed.connect(self._show_picture)

    def refresh(self) -> None:
        """Read whether there is a logo, and how it looks."""
        workspace = self._page.desk.workspace
        with workspace.read() as tx:
            there = has_logo(tx)
        self.remove.setVisible(there)
        self.state.setText("" if there else _("There is none yet."))
        self.state.setVisible(not there)
        if not there:
            self._showing = None
            self._show(there=False, png=None)
            return
        self._showing = job = Job(lambda _job: small_logo(workspace), self)
        job.finished.connect(self._page.while_open(partial(self._on_read, job)))
        job.failed.connect(_report)
        job.start()

    def _on_read(self, job: Job, png: bytes | None) -> None:
        if job is self._showing:
            self._show(there=True, png=png)

    def _show(self, *, there: bool, png: bytes | None) -> None:
        self._png = png or b""
        self._show_picture()
        if there and png is None:
            self.state.setText(_("The logo cannot be read any more, and is not printed. Choose it again."))
            self.state.show()

    def _show_picture(self) -> None:
        picture = QPixmap()
        picture.loadFromData(self._png)
        self.picture.setVisible(not picture.isNull())
        if not picture.isNull():
            height = self._page.desk.look.text(HEIGHT)
            self.picture.setPixmap(picture.scaledToHeight(height, Qt.TransformationMode.SmoothTransformation))

    def _choose(self) -> None:
        kinds = _("Pictures ({endings})").format(endings=KINDS)
        path = self._page.desk.asking.open_file(_("A picture of the logo"), kinds=kinds)
        if path is None:
            return
        folder = self._page.desk.workspace.folder
        self.choose.set_reason(_("The picture is being read."))
        self._taking = job = Job(lambda _job: store_logo(folder, path), self)
        for ended in (job.finished, job.refused):
            ended.connect(self._page.while_open(self._offer))
        job.finished.connect(self._page.while_open(partial(self._keep, path)))
        job.refused.connect(self._page.while_open(self._page.say_no))
        job.failed.connect(_report)
        job.start()

    def _offer(self, _made: object) -> None:
        self.choose.set_reason("")

    def _keep(self, path: Path, stored: Stored) -> None:
        self._page.change(Op.CHANGE_SETTING, lambda tx: use_logo(tx, stored, name=path.name))

    def _remove(self) -> None:
        self._page.change(Op.CHANGE_SETTING, remove_logo)


def _report(bug: Exception) -> None:
    """Let the window's own report have a bug that came up beside it."""
    raise bug
