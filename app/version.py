# SPDX-License-Identifier: GPL-3.0-or-later
"""Which version of the program this is; imported before anything heavy."""

from importlib.metadata import version


def program_version() -> str:
    """Return what `peapod --version` prints."""
    return f"Peapod {version('peapod')}"
