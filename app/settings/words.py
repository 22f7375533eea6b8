# SPDX-License-Identifier: GPL-3.0-or-later
"""What each setting is called, and what it does, in words."""

from dataclasses import dataclass

from app.documents.labels import label_sheets, sheet_words
from app.i18n import _
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
    Setting,
)


@dataclass(frozen=True, slots=True)
class Words:
    """The label of a setting, the sentence that explains it, and the unit of a number, or ""."""

    label: str
    help: str
    unit: str = ""


def words_for(setting: Setting) -> Words:
    """Return what a setting that people see is called, and what it does."""
    return {
        TEAM_NAME.name: Words(_("Team name"), _("It stands on every sheet, and on the first screen before unlocking.")),
        ORGANISATION.name: Words(_("Organisation"), _("It stands on every sheet in place of the team's name.")),
        CONTACT.name: Words(_("Contact"), _("Whom people may ring or write to; it stands on what they take home.")),
        GROUND_RULES.name: Words(
            _("Ground rules"), _("What every session agrees on, one rule a line; printed on A3. Empty it for ours.")
        ),
        ROUND_MINUTES.name: Words(
            _("Round times to"), _("Paid time is rounded up to this many minutes."), _("minutes")
        ),
        IDLE_MINUTES.name: Words(
            _("Lock after"),
            _("When nobody has touched the laptop for this many minutes, the records lock."),
            _("minutes"),
        ),
        THEME.name: Words(_("Colours"), _("Light, dark or high contrast. It is the choice of this laptop alone.")),
        TEXT_SIZE.name: Words(_("Text size"), _("Ctrl + and Ctrl - change it too. It is the choice of this laptop.")),
        BADGE_ROLES.name: Words(
            _("Role on the badge"), _("A first name makes everybody equal. Say the role only if people want it.")
        ),
        LABEL_SHEET.name: Words(_("Sheet in the printer"), _("Measure yours: other makers have the same sizes.")),
        LABEL_RIGHT.name: Words(
            _("Print further right by"),
            _("Print the label check on plain paper: it says what to type. A minus moves left."),
            _("millimetres"),
        ),
        LABEL_DOWN.name: Words(_("Print further down by"), _("A minus moves up."), _("millimetres")),
        LABEL_FIRST.name: Words(
            _("Begin at label"), _("1 for a whole sheet. Count along the rows to the first label that is left.")
        ),
    }[setting.name]


def choice_words(choice: str) -> str:
    """Return what one choice of a setting is called."""
    return {
        "system": _("As the laptop"),
        "light": _("Light"),
        "dark": _("Dark"),
        "highContrast": _("High contrast"),
        "no": _("No"),
        "yes": _("Yes"),
        **{name: sheet_words(sheet) for name, sheet in label_sheets().items()},
    }.get(choice, f"{choice} %")
