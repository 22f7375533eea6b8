# SPDX-License-Identifier: GPL-3.0-or-later
"""The help over the pages: the page one is on first, every other one beside it, all of it searchable."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from app.help.queries import Topic, holding, topics
from app.i18n import _
from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.search import Search
from ui.parts.sheet import Across, Down, Sheet
from ui.parts.text import Heading

LIST_WIDTH = 260
LINE_HEIGHT = 135  # per cent
PARAGRAPH_GAP = 8  # px


class HelpPanel(QFrame):
    """Lies over the pages until it is closed."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._look = look
        self._over = over
        self._topics = topics()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        self.setAccessibleName(_("Help"))
        self.heading = Heading(look, _("Help"))
        self.close_button = Button(look, _("Close help"), "close")
        self.search = Search(look, _("Search the help"), _("A word or two"))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Pages of help"))
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self._assemble()
        self._listen()
        self.hide()

    def open(self, key: str) -> None:
        """Show the help for a page by its key, or the first page of help if it has none."""
        self.search.set_text("")
        self._list(list(self._topics))
        row = next((number for number, topic in enumerate(self._topics) if topic.id == key), 0)
        self.list.setCurrentRow(row)
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.text.setFocus()

    def _assemble(self) -> None:
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        left = Down(self._look, self.search, Sheet(self._look, self.list, margins=(6, 6, 6, 6)), gap=12)
        side = QWidget()
        side.setLayout(left)
        self._side = side
        top = Across(self._look, self.heading, None, self.close_button)
        column = Down(self._look, top, gap=16, margins=(28, 20, 28, 20))
        column.addLayout(Across(self._look, side, Sheet(self._look, self.text, margins=(8, 8, 8, 8)), gap=24), 1)
        self.setLayout(column)
        self._fit()

    def _listen(self) -> None:
        self.close_button.clicked.connect(self.hide)
        self.search.searched.connect(self._on_searched)
        self.list.currentItemChanged.connect(self._on_chosen)
        self._look.changed.connect(self._fit)

    def _fit(self) -> None:
        self._side.setFixedWidth(min(self._look.text(LIST_WIDTH), self._over.width() // 2))
        self.text.document().setDocumentMargin(self._look.space("l"))
        self.text.setFont(self._look.font("body"))
        self.list.setFont(self._look.font("body"))
        self.list.setSpacing(self._look.space(4))

    def _list(self, found: list[Topic]) -> None:
        self.list.clear()
        for topic in found:
            item = QListWidgetItem(topic.title, self.list)
            item.setData(Qt.ItemDataRole.UserRole, topic)
        self.list.setCurrentRow(0)

    def _on_searched(self, typed: str) -> None:
        self._list(holding(typed, self._topics))

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            topic: Topic = item.data(Qt.ItemDataRole.UserRole)
            self.text.setMarkdown(topic.text)
            _spread(self.text.document())
            self.text.setAccessibleName(topic.title)


def _spread(document: QTextDocument) -> None:
    """Give lines and paragraphs room."""
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    spread = QTextBlockFormat()
    spread.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    spread.setBottomMargin(PARAGRAPH_GAP)
    cursor.mergeBlockFormat(spread)
