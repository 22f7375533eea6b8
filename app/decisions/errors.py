# SPDX-License-Identifier: GPL-3.0-or-later
"""Why something cannot be noted so."""

from dataclasses import dataclass

from app.errors import Refused


@dataclass(eq=False)
class WordsMissing(Refused):
    """What was parked, decided or promised is said in words."""
