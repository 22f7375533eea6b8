# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for why a person is not erased."""

from app.erasure.errors import NameDiffers, StillHere
from app.i18n import _
from app.wording.common import Words


def _name_differs(error: NameDiffers) -> str:
    return _("Nothing was erased: that is not the name. To erase this person, type “{name}”.").format(name=error.name)


def _still_here(error: StillHere) -> str:
    return _(
        "{name} is in the building, at “{session}”, and must stay on the evacuation list. Check them out first."
    ).format(name=error.name, session=error.session)


WORDS: Words = {NameDiffers: _name_differs, StillHere: _still_here}
