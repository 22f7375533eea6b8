"""The window as its user meets it: named things, and keys; no knowledge of classes."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget


class Screen:
    """Finds what is showing by its accessible name, and types where the focus is."""

    def __init__(self, window: QWidget) -> None:
        self.window = window

    def press(self, *keys: str) -> None:
        """Press keys one after another, as in "Ctrl+2" or "Return", where the focus is."""
        for key in keys:
            combination = QKeySequence(key)[0]
            QTest.keyClick(self.focused, combination.key(), combination.keyboardModifiers())
            self.settle()

    def type(self, words: str) -> None:
        """Type words where the focus is; letters beyond ASCII are put in as an input method does."""
        if words.isascii():
            QTest.keyClicks(self.focused, words)
        else:
            field = self.focused
            assert isinstance(field, (QLineEdit, QPlainTextEdit))
            (field.insert if isinstance(field, QLineEdit) else field.insertPlainText)(words)
        self.settle()

    def go_to(self, name: str) -> None:
        """Press Tab until what has this name has the focus."""
        for _ in range(200):
            if self.named(self.focused) == name:
                return
            self.press("Tab")
        raise LookupError(f"Tab does not reach {name!r}; it reaches {self.stops()}")

    def choose(self, words: str) -> None:
        """Choose a line of the list that has the focus by typing its beginning."""
        QTest.keyClicks(self.focused, words)
        self.settle()

    def says(self, words: str) -> bool:
        """Return whether a screen reader finds these words."""
        return any(words in said for said in self.said())

    def said(self) -> list[str]:
        """Return everything that a screen reader finds."""
        found: list[str] = []
        for node in _below(QAccessible.queryAccessibleInterface(self.window)):
            found += [node.text(QAccessible.Text.Name), node.text(QAccessible.Text.Value)]
        return [said for said in found if said]

    def stops(self) -> list[str]:
        """Return the names of what Tab reaches, for the message of a failure."""
        names: list[str] = []
        for _ in range(60):
            self.press("Tab")
            names.append(self.named(self.focused))
        return names

    @property
    def focused(self) -> QWidget:
        """What has the focus."""
        return QApplication.focusWidget() or self.window

    def named(self, widget: QWidget) -> str:
        """Return what a widget is called."""
        return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)

    def settle(self) -> None:
        """Let everything that follows from a key happen."""
        for _ in range(4):
            QApplication.processEvents()


def _below(node: QAccessibleInterface | None, deep: int = 0) -> Iterator[QAccessibleInterface]:
    if node is None or not node.isValid() or node.state().invisible or deep > 40:
        return
    yield node
    for place in range(min(node.childCount(), 400)):
        yield from _below(node.child(place), deep + 1)
