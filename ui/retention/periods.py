# SPDX-License-Identifier: GPL-3.0-or-later
"""How long each kind of thing is kept: a number of days each, and how sure the number is that a team begins with."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.days import day_words
from app.i18n import _
from app.retention.periods import Period, periods
from app.retention.words import check_words, period_words
from app.settings.commands import change_setting
from app.settings.queries import setting
from db.journal import Op
from ui.forms import Form
from ui.page import Page
from ui.parts.buttons import Button
from ui.parts.chip import Chip, ChipKind
from ui.parts.fields import LineField
from ui.parts.sheet import Across, Down
from ui.parts.text import Label
from ui.places import Place


class PeriodsPart(QWidget):
    """The periods, each saved as it is left.

    Attributes:
        fields: The field of each period.
        see: Shows what was kept long enough.
    """

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        look = page.desk.look
        self.fields = {period: LineField(look) for period in periods().values()}
        self.see = Button(look, _("See what is due to go"), "history")
        self.see.clicked.connect(lambda: page.desk.places.go(Place("due")))
        form = Form(look)
        for period, field in self.fields.items():
            words = period_words(period.kind)
            form.add_row(words.label, field, help=f"{words.help} {source_words(period)}", unit=_("days"))
            field.left_changed.connect(partial(self._save, period))
        what = Label(look, _("Nothing goes by itself: once a month Today shows a list, and you choose."))
        check = Chip(look, check_words(), "warning", ChipKind.BARE_WARN)
        self.setLayout(Down(look, what, check, form, Across(look, self.see, None), gap=14))

    @property
    def first_focus(self) -> QWidget:
        """What has the focus when somebody comes here because of the periods."""
        return next(iter(self.fields.values())).edit

    def refresh(self) -> None:
        """Read how long things are kept."""
        with self._page.desk.workspace.read() as tx:
            for period, field in self.fields.items():
                field.set_text(str(setting(tx, period.setting)))

    def _save(self, period: Period, text: str) -> None:
        field = self.fields[period]
        self._page.change(Op.CHANGE_SETTING, lambda tx: change_setting(tx, period.setting, text), refused=field.refuse)


def source_words(period: Period) -> str:
    """Return where the number comes from with which a team begins."""
    sure = {
        "seen": _("{days} days stand in published guidance, read on {day}."),
        "known": _("{days} days are usual, as known on {day}."),
        "design": _("{days} days are our suggestion of {day}."),
    }[period.source]
    return sure.format(days=period.setting.default, day=day_words(period.as_of))
