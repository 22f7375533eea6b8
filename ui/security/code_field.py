# SPDX-License-Identifier: GPL-3.0-or-later
"""The field for a recovery code: it parts the groups while one types, and says how far one is."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor

from app.i18n import _, ngettext
from app.recovery.typed import TypedCode, caret_after, typed_code
from app.security.errors import CodeMistyped
from app.security.recovery import GROUPS
from app.wording import sentence
from ui.look.look import Look
from ui.parts.fields import TextField
from ui.parts.text import Label


class CodeField(TextField):
    """A recovery code, typed, pasted or read from a photo; nothing of it can be undone or is kept.

    Attributes:
        judged: What stands in it, judged.
        progress: How many groups there are, in words.

    Signals:
        entered: Enter was pressed.
    """

    entered = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.judged = typed_code("")
        self.progress = Label(look, ink="ink2")
        self.column.insertWidget(1, self.progress)
        self.frame.text_size = "lead"  # to be compared letter by letter
        self.frame.relook()
        self.lines.setUndoRedoEnabled(False)
        self.lines.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhPreferUppercase
        )
        self.lines.textChanged.connect(self._judge)
        self._say()

    def leave(self) -> None:
        """Tell nobody: it is read when a button is pressed."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter go on, as it does in a field of one line."""
        pressed = event.key() if watched is self.edit and isinstance(event, QKeyEvent) else None
        if event.type() == QEvent.Type.KeyPress and pressed in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)

    def _judge(self) -> None:
        text = self.lines.toPlainText()
        self.judged = typed_code(text)
        if text != self.judged.grouped:
            caret = caret_after(text, self.lines.textCursor().position())
            self.lines.setPlainText(self.judged.grouped)  # this judges once more
            self._put_caret(caret)
            return
        self._say()

    def _put_caret(self, place: int) -> None:
        cursor = QTextCursor(self.lines.document())
        cursor.setPosition(place)
        self.lines.setTextCursor(cursor)

    def _say(self) -> None:
        words = progress_words(self.judged)
        self.progress.setText(words)
        self.progress.set_ink("accentInk" if self.judged.whole else "ink2")
        self._help = words
        wrong = _wrong(self.judged)
        if wrong:
            self.refuse(wrong)
        else:
            self.accept()


def progress_words(judged: TypedCode) -> str:
    """Return how far a code is typed."""
    if judged.whole:
        return _("All {of} groups are there, and they fit together.").format(of=GROUPS)
    if not judged.letters:
        return _("{of} groups of four. Small letters will do, and spaces come by themselves.").format(of=GROUPS)
    return ngettext("{count} of {of} groups", "{count} of {of} groups", judged.groups).format(
        count=judged.groups, of=GROUPS
    )


def _wrong(judged: TypedCode) -> str:
    """Return what cannot be right in what was typed so far; "" while it can."""
    if judged.impossible:
        return ngettext(
            "No recovery code has the character {characters}. Look at that place on the sheet again.",
            "No recovery code has the characters {characters}. Look at those places on the sheet again.",
            len(judged.impossible),
        ).format(characters=" ".join(judged.impossible))
    return sentence(CodeMistyped()) if judged.mistyped else ""
