# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields for who was told of an incident, as what, and when."""

from datetime import datetime

from app.errors import Refused
from app.i18n import _
from app.incidents.errors import StillAhead
from app.incidents.rules import Telling, check_telling
from app.wording import sentence
from ui.forms import Form
from ui.look.look import Look
from ui.parts.fields import Field, LineField
from ui.parts.when import DateField, TimeField


class TellingFields:
    """Name, role, day and time.

    Attributes:
        name: Who was told.
        role: What they are.
        on: On which day.
        at: When, on the venue's own clock.
    """

    def __init__(self, look: Look) -> None:
        self.name, self.role = LineField(look), LineField(look)
        self.on, self.at = DateField(look), TimeField(look)

    def put_into(self, form: Form) -> None:
        """Add them to a form."""
        form.add_row(_("Who was told"), self.name)
        form.add_row(_("What they are"), self.role, help=_("Such as safeguarding lead, manager or 999."))
        form.add_row(_("Told on"), self.on)
        form.add_row(_("Told at"), self.at)

    def by_name(self) -> dict[str, Field]:
        """Return the fields by the names of their drafts."""
        return {"told_name": self.name, "told_role": self.role, "told_on": self.on, "told_at": self.at}

    def telling(self) -> Telling:
        """Return what stands here."""
        return Telling(self.name.text(), self.role.text(), self.on.day(), self.at.moment())

    def stands(self, here: datetime) -> bool:
        """Return whether it can be kept; else the field says why not and has the focus.

        Args:
            here: Now, as the clock on the venue's wall shows it.
        """
        try:
            check_telling(self.telling(), here)
        except StillAhead as error:
            refuse(self.at, error)
        except Refused as error:
            refuse(self.name, error)
        else:
            return True
        return False


def readable(*fields: DateField | TimeField) -> bool:
    """Return whether every day and time can be read; one that cannot says so and has the focus."""
    for field in fields:
        field.leave()
        if field.refusal:
            field.setFocus()
            return False
    return True


def refuse(field: Field, error: Refused) -> None:
    """Let a field say why it is not kept, and have the focus."""
    field.refuse(sentence(error))
    field.setFocus()
