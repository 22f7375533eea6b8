# SPDX-License-Identifier: GPL-3.0-or-later
"""The place where sheets are looked at, so that the way back and the way out from under the cover find it again."""

from app.documents.sign_in_sheet import SignInMode
from app.documents.style import Variant
from db.types import SessionId
from ui.documents.saving import Wanted
from ui.places import Place

PAGE = "preview"


def place_of(wanted: Wanted) -> Place:
    """Return where these sheets are looked at."""
    return Place(PAGE, wanted.session_id, " ".join((wanted.variant.value, wanted.mode.value, *wanted.names)))


def wanted_at(place: Place) -> Wanted | None:
    """Return which sheets are looked at there; None where no sheet is named."""
    words = place.tab.split()
    if not place.id or len(words) < 3:
        return None
    variant, mode, *names = words
    return Wanted(SessionId(place.id), tuple(names), Variant(variant), SignInMode(mode))
