# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a reflection cannot be kept so."""

from dataclasses import dataclass

from app.errors import Refused


@dataclass(eq=False)
class NothingWritten(Refused):
    """A reflection has words."""
