# SPDX-License-Identifier: GPL-3.0-or-later
"""Reflections in words."""

from app.i18n import _
from db.types import ReflectionKind


def reflection_kind(kind: ReflectionKind) -> str:
    """Return what one kind of reflection is called."""
    return {
        ReflectionKind.OBSERVED: _("What we observed"),
        ReflectionKind.HEARD: _("How we understood what we heard"),
        ReflectionKind.EVIDENCE: _("What evidence says"),
    }[kind]


def theme_words(theme: str) -> str:
    """Return what a theme is called, also where none is chosen yet."""
    return theme or _("No theme yet")
