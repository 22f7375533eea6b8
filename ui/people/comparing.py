# SPDX-License-Identifier: GPL-3.0-or-later
"""Two people side by side, and what will stand if they are made one."""

from PySide6.QtWidgets import QWidget

from app.days import day_and_month
from app.i18n import _, ngettext
from app.people.card import PersonCard
from app.people.preview import CameRow, FieldRow, MergePreview, Side
from app.wording.people import field_word
from app.wording.vocabulary import role_word, status_word
from ui.forms import Form
from ui.look.look import Look
from ui.parts.buttons import Button, ButtonKind
from ui.parts.fields import ChoiceField
from ui.parts.sheet import Across, Down, Scroll, Sheet, Well
from ui.parts.text import Heading, Hint, Label
from ui.parts.wrap import Wrap
from ui.people.parts import empty_out, section

MOST_SESSIONS = 8


class Comparing(Sheet):
    """One pair: both sides, what stands, and the two answers."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, gap=12)
        self.setAccessibleName(_("The two people side by side"))
        self.fields: dict[str, ChoiceField] = {}
        self.title = Heading(look, size="head")
        self.why = Label(look)
        self.merge_button = Button(look, _("Merge into one person"), "merge", kind=ButtonKind.MAIN)
        self.two_button = Button(look, _("Two different people"), "people")
        self.later = Button(look, _("Back to the list"), "back")
        inside = QWidget()
        self._parts = Down(look, gap=14, margins=(0, 0, 14, 0))
        inside.setLayout(self._parts)
        buttons = QWidget()
        buttons.setLayout(Wrap(look, self.merge_button, self.two_button, self.later, gap=10))
        self.column.addWidget(self.title)
        self.column.addWidget(self.why)
        self.column.addWidget(Scroll(look, inside), 1)
        self.column.addWidget(buttons)

    @property
    def choices(self) -> dict[str, Side]:
        """Whose words stand, where that was asked."""
        return {name: Side(field.text()) for name, field in self.fields.items()}

    def show_pair(self, shown: MergePreview, why: str) -> None:
        """Show two people."""
        self.title.setText(_("{one} and {other}").format(one=shown.survivor.name, other=shown.other.name))
        self.why.setText(why)
        empty_out(self._parts)
        self.fields = {}
        self._parts.addLayout(self._sides(shown))
        self._parts.addWidget(self._standing(shown.fields))
        if shown.sessions:
            lines = [Label(self.look, _session(row)) for row in shown.sessions[:MOST_SESSIONS]]
            self._parts.addWidget(section(self.look, _("Sessions of both"), *lines))
        self._parts.addStretch(1)

    def _sides(self, shown: MergePreview) -> Across:
        sides = Across(self.look, gap=12)
        for card, of in ((shown.survivor, "survivor"), (shown.other, "other")):
            said = {row.field: getattr(row, of) for row in shown.fields}
            sides.addWidget(self._side(card, said.get("email"), said.get("phone")), 1)
        return sides

    def _side(self, card: PersonCard, email: object, phone: object) -> Well:
        look = self.look
        came = sum(row.came for row in card.sessions)
        lines = (
            card.name_in_script,
            role_word(card.usual_role or ""),
            email,
            phone,
            ngettext("Came to {count} session", "Came to {count} sessions", came).format(count=came),
        )
        well = Well(look, Label(look, card.name, bold=True), gap=4, margins=(14, 12, 14, 12))
        for words in filter(None, lines):
            well.column.addWidget(Hint(look, str(words), size="body"))
        well.column.addStretch(1)
        well.setAccessibleName(card.name)
        return well

    def _standing(self, rows: tuple[FieldRow, ...]) -> Form:
        form = Form(self.look)
        form.add_heading(_("What will stand"))
        for row in rows:
            if row.differs:
                choices = [(Side.SURVIVOR.value, _value(row, row.survivor)), (Side.OTHER.value, _value(row, row.other))]
                field = self.fields[row.field] = ChoiceField(self.look, choices)
                form.add_row(field_word(row.field), field)
        same = [_kept(row) for row in rows if not row.differs]
        if same:
            form.add_whole(
                section(self.look, _("The same, or known of one only"), *(Label(self.look, words) for words in same))
            )
        return form


def _kept(row: FieldRow) -> str:
    stands = row.survivor if row.stands is Side.SURVIVOR else row.other
    return _("{field}: {words}").format(field=field_word(row.field), words=_value(row, stands))


def _value(row: FieldRow, value: str | bool | None) -> str:
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    words = value or ""
    return role_word(words) if row.field == "usual_role" else words


def _session(row: CameRow) -> str:
    day = day_and_month(row.held_on) if row.held_on else _("no day yet")
    said = " / ".join(status_word(status) for status in dict.fromkeys((row.survivor, row.other)) if status)
    return _("{day}: {title} ({status})").format(day=day, title=row.title, status=said)
