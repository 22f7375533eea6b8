# SPDX-License-Identifier: GPL-3.0-or-later
"""The form for one reflection: of which kind, under which theme, in which words."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from app.clock import today
from app.i18n import _
from app.reflections.commands import add_reflection, change_reflection
from app.reflections.queries import ReflectionRow
from app.reflections.words import reflection_kind
from db.journal import Op
from db.types import ReflectionKind, SessionId
from ui.attendance.panels import Panel
from ui.drafted import Drafted
from ui.forms import Form
from ui.page import Page
from ui.parts.buttons import Button, MainButton
from ui.parts.fields import ChoiceField, LineField, TextField
from ui.parts.wrap import Wrap
from ui.people.parts import empty_out


class ReflectionPanel(Panel):
    """Adds a reflection, or changes one; what was typed and not kept is there when it is opened again.

    Attributes:
        kind: Observed, heard, or from evidence.
        theme: A word or two.
        words: What it is.
        used: A button for each theme that was used before.
        keep: Keeps it.
    """

    def __init__(self, page: Page) -> None:
        look = page.desk.look
        super().__init__(look, _("Reflection"))
        self._page = page
        self._session_id = SessionId("")
        self._row: ReflectionRow | None = None
        self.kind = ChoiceField(look, [(kind.value, reflection_kind(kind)) for kind in ReflectionKind])
        self.theme, self.words = LineField(look), TextField(look)
        self.keep = MainButton(look, _("Keep"), "save")
        self.used: list[Button] = []
        self._used = Wrap(look, gap=8)
        used = QWidget()
        used.setLayout(self._used)
        form = Form(look)
        form.add_row(_("In your words"), self.words, whole_width=True)
        form.add_row(_("Kind"), self.kind)
        form.add_row(_("Theme"), self.theme, help=_("A word or two. Press one that was used before, or type another."))
        form.add_whole(used)
        self.ask(form, do=self.keep)
        fields = {"kind": self.kind, "theme": self.theme, "words": self.words}
        self._drafted = Drafted(page.desk.workspace, fields, self)
        self.keep.clicked.connect(self._keep)
        self.hide()

    def open_for(self, session_id: SessionId, themes: Sequence[str], row: ReflectionRow | None = None) -> None:
        """Show it for something new, or to change a reflection.

        Args:
            session_id: The session it is on.
            themes: What was used before.
            row: What is to be changed.
        """
        self._session_id, self._row = session_id, row
        usual = {"kind": ReflectionKind.OBSERVED.value}
        if row is not None:
            usual = {"kind": row.kind.value, "theme": row.theme, "words": row.words}
        self._drafted.open(f"reflection|{session_id}|{row.id if row else ''}|", usual)
        self._offer(themes)
        self.show()
        self.words.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let nothing typed be lost."""
        self._drafted.save()
        super().hideEvent(event)

    def _offer(self, themes: Sequence[str]) -> None:
        empty_out(self._used)
        self.used = [Button(self.look, theme, small=True) for theme in themes]
        for theme, button in zip(themes, self.used, strict=True):
            button.setAccessibleName(_("Theme: {theme}").format(theme=theme))
            button.clicked.connect(partial(self._choose, theme))
            self._used.addWidget(button)

    def _choose(self, theme: str) -> None:
        self.theme.set_text(theme)
        self._drafted.save()
        self.words.setFocus()

    def _keep(self) -> None:
        """Keep it as one step that can be undone."""
        workspace, session_id, row = self._page.desk.workspace, self._session_id, self._row
        kind, words, theme = ReflectionKind(self.kind.text()), self.words.text(), self.theme.text()
        by, on = workspace.member, today(workspace.clock)
        if row is None:
            self._page.change(
                Op.ADD_REFLECTION,
                lambda tx: add_reflection(tx, session_id, kind, words, theme=theme, by=by, on=on),
                then=self._on_kept,
                refused=self.words.refuse,
            )
        else:
            self._page.change(
                Op.CHANGE_REFLECTION,
                lambda tx: change_reflection(tx, row.id, kind, words, theme=theme),
                then=self._on_kept,
                refused=self.words.refuse,
            )

    def _on_kept(self, _made: object) -> None:
        self._drafted.drop()
        self.closed.emit()
