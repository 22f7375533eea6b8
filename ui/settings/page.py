# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be chosen: how it looks, what the team is called, who works here, and how the records are kept safe."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.settings.commands import change_setting
from app.settings.queries import setting
from app.settings.schema import (
    BADGE_ROLES,
    CONTACT,
    GROUND_RULES,
    IDLE_MINUTES,
    LABEL_DOWN,
    LABEL_FIRST,
    LABEL_RIGHT,
    LABEL_SHEET,
    ORGANISATION,
    ROUND_MINUTES,
    TEAM_NAME,
    TEXT_SIZE,
    THEME,
    Choice,
    Lines,
    Setting,
    Text,
    Whole,
    Whose,
)
from app.settings.words import choice_words, words_for
from db.journal import Op
from db.models import Member
from db.models import Setting as SettingRow
from ui.desk import Desk
from ui.forms import Form
from ui.look.tokens import Theme
from ui.page import Page
from ui.parts.buttons import Button
from ui.parts.fields import ChoiceField, Field, LineField, TextField
from ui.parts.sheet import Across, Down, Scroll, Sheet
from ui.parts.text import Heading, Label
from ui.places import Place
from ui.refusals import refusals_shown
from ui.retention.periods import PeriodsPart
from ui.settings.logo import LogoPart
from ui.settings.members import Members
from ui.settings.recovery import RecoverySheetPart
from ui.settings.safety import Safety

LOOKS = (THEME, TEXT_SIZE)
TEAM = (TEAM_NAME, ORGANISATION, CONTACT, GROUND_RULES, ROUND_MINUTES)
BADGES = (BADGE_ROLES, LABEL_SHEET, LABEL_RIGHT, LABEL_DOWN, LABEL_FIRST)


class SettingsPage(Page):
    """Everything that can be chosen, each saved as it is left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, title=_("Settings"), watched=(SettingRow, Member))
        look = desk.look
        self.fields: dict[str, Field] = {}
        self.members = Members(desk, self.say_no)
        self.safety = Safety(desk, self.say_no)
        self.logo = LogoPart(self)
        self.recovery = RecoverySheetPart(desk)
        self.periods = PeriodsPart(self)
        inside = QWidget()
        inside.setLayout(
            Down(
                look,
                Sheet(look, Heading(look, _("Look"), size="head"), self._form(LOOKS)),
                Sheet(look, Heading(look, _("Team"), size="head"), self._form(TEAM), self.logo),
                Sheet(look, Heading(look, _("Members"), size="head"), self.members),
                Sheet(look, Heading(look, _("Name badges"), size="head"), self._form(BADGES)),
                Sheet(look, Heading(look, _("Safety"), size="head"), self._form((IDLE_MINUTES,)), self.safety),
                Sheet(look, Heading(look, _("Recovery sheet"), size="head"), self.recovery),
                Sheet(look, Heading(look, _("Backups"), size="head"), *self._backups()),
                Sheet(look, Heading(look, _("How long things are kept"), size="head"), self.periods),
                Label(
                    look, _("Peapod keeps everything on this laptop. It needs no network and no account."), ink="ink2"
                ),
                None,
                gap=16,
            )
        )
        self.body.addWidget(Heading(look, _("Settings"), size="display"))
        self._scroll = Scroll(look, inside)
        self.body.addWidget(self._scroll, 1)
        self.first_focus = self.fields[THEME.name].edit
        desk.look.changed.connect(self._show_look)

    def refresh(self) -> None:
        """Read every setting and who works here."""
        with self.desk.workspace.read() as tx:
            for wanted in (*LOOKS, *TEAM, *BADGES, IDLE_MINUTES):
                self.fields[wanted.name].set_text(str(setting(tx, wanted)))
        self._show_look()
        self.members.refresh()
        self.safety.refresh()
        self.logo.refresh()
        self.recovery.refresh()
        self.periods.refresh()

    def show_place(self, place: Place) -> None:
        """Bring the part into view that is asked for."""
        parts = {
            "members": self.members.add,
            "recovery": self.recovery.first_focus,
            "retention": self.periods.first_focus,
        }
        self.first_focus = parts.get(place.tab, self.fields[THEME.name].edit)
        if place.tab:
            QTimer.singleShot(0, self._scroll, partial(self._go_to, self.first_focus))

    def _go_to(self, wanted: QWidget) -> None:
        """Bring what is asked for into view, with what stands around it."""
        wanted.setFocus()
        self._scroll.ensureWidgetVisible(wanted, 0, self._scroll.viewport().height() // 3)

    def _backups(self) -> tuple[QWidget, Across]:
        look = self.desk.look
        self.backups = Button(look, _("See the backups"), "backup")
        self.backups.clicked.connect(partial(self.desk.places.go, Place("backups")))
        words = _("Peapod makes backups by itself. Put one on a stick now and then, as a laptop can be lost.")
        return Label(look, words), Across(look, self.backups, None)

    def _form(self, settings: tuple[Setting, ...]) -> Form:
        form = Form(self.desk.look)
        for wanted in settings:
            words = words_for(wanted)
            self.fields[wanted.name] = form.add_row(words.label, self._field(wanted), help=words.help, unit=words.unit)
        return form

    def _field(self, wanted: Setting) -> Field:
        match wanted:
            case Choice():
                choices = [(choice, choice_words(choice)) for choice in wanted.choices]
                field: Field = ChoiceField(self.desk.look, choices)
            case Lines():
                field = TextField(self.desk.look)
            case Text() | Whole():
                field = LineField(self.desk.look)
        field.left_changed.connect(partial(self._keep, wanted))
        return field

    def _keep(self, wanted: Setting, text: str) -> None:
        field = self.fields[wanted.name]
        if wanted.whose is Whose.TEAM:
            self.change(Op.CHANGE_SETTING, lambda tx: change_setting(tx, wanted, text), refused=field.refuse)
            return
        with refusals_shown(field.refuse), self.desk.workspace.note() as tx:
            change_setting(tx, wanted, text)
            field.accept()
        if wanted is THEME:
            self.desk.look.set_theme(None if text == "system" else Theme(text))
        if wanted is TEXT_SIZE:
            self.desk.look.set_text_scale(int(text) / 100)

    def _show_look(self) -> None:
        self.fields[TEXT_SIZE.name].set_text(str(round(self.desk.look.text_scale * 100)))
