# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for why a setting or a member cannot be changed so."""

from app.i18n import _
from app.settings.errors import LastMember, NameMissing, NameTaken, NotAllowed, OutOfRange
from app.wording.common import Words


def _not_allowed(error: NotAllowed) -> str:
    return _("“{value}” is not one of the choices. Choose one from the list.").format(value=error.value)


def _out_of_range(error: OutOfRange) -> str:
    return _("A whole number from {least} to {most} is needed here. This is “{value}”.").format(
        least=error.least, most=error.most, value=error.value
    )


def _name_missing(error: NameMissing) -> str:
    return _("A name is needed here.")


def _name_taken(error: NameTaken) -> str:
    return _("Somebody here is called {name} already. Add a letter, so that History can tell them apart.").format(
        name=error.name
    )


def _last_member(error: LastMember) -> str:
    return _("{name} is the only one here. Add somebody else first.").format(name=error.name)


WORDS: Words = {
    NotAllowed: _not_allowed,
    OutOfRange: _out_of_range,
    NameMissing: _name_missing,
    NameTaken: _name_taken,
    LastMember: _last_member,
}
