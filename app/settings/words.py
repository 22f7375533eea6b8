# SPDX-License-Identifier: GPL-3.0-or-later
"""What each setting is called, and what it does, in words."""

from dataclasses import dataclass

from app.i18n import _
from app.settings.schema import (
    CONTACT,
    IDLE_MINUTES,
    ORGANISATION,
    ROUND_MINUTES,
    TEAM_NAME,
    TEXT_SIZE,
    THEME,
    Setting,
)


@dataclass(frozen=True, slots=True)
class Words:
    """The label of a setting and the sentence that explains it."""

    label: str
    help: str


def words_for(setting: Setting) -> Words:
    """Return what a setting that people see is called, and what it does."""
    return {
        TEAM_NAME.name: Words(_("Team name"), _("It stands on every sheet, and on the first screen before unlocking.")),
        ORGANISATION.name: Words(_("Organisation"), _("It stands on every sheet in place of the team's name.")),
        CONTACT.name: Words(_("Contact"), _("Whom people may ring or write to; it stands on what they take home.")),
        ROUND_MINUTES.name: Words(_("Round times to"), _("Paid time is rounded up to this many minutes.")),
        IDLE_MINUTES.name: Words(
            _("Lock after"), _("When nobody has touched the laptop for this many minutes, the records lock.")
        ),
        THEME.name: Words(_("Colours"), _("Light, dark or high contrast. It is the choice of this laptop alone.")),
        TEXT_SIZE.name: Words(_("Text size"), _("Ctrl + and Ctrl - change it too. It is the choice of this laptop.")),
    }[setting.name]


def choice_words(choice: str) -> str:
    """Return what one choice of a setting is called."""
    return {
        "system": _("As the laptop"),
        "light": _("Light"),
        "dark": _("Dark"),
        "highContrast": _("High contrast"),
    }.get(choice, f"{choice} %")
