# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known before anything is unlocked: where the workspace lies, whose it is, and how this laptop likes to see.

This is imported before the first window is painted, so it imports nothing of ours and nothing heavy.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs

KEYS = "keys.json"
RECORDS = "records.db"
FILES = "files"
BACKUPS = "backups"
ERASED = "erased.txt"
RESTORING = "restoring"  # there while a backup takes the place of the records
PREFERENCES = "door.json"
VARIABLE = "PEAPOD_PASSPHRASE"  # what a command may be given the passphrase in


@dataclass(frozen=True)
class Preferences:
    """What this laptop's first window is like; it names nobody and nothing that the workspace holds.

    Attributes:
        folder: The workspace that was open last; "" for the usual place.
        theme: A theme of the look; "" follows the system.
        text_percent: The size of text.
    """

    folder: str = ""
    theme: str = ""
    text_percent: int = 100


def default_folder() -> Path:
    """Return where a workspace lies when nobody chose another place."""
    return Path(platformdirs.user_data_dir("Peapod", appauthor=False)) / "workspace"


def preferences_file() -> Path:
    """Return where the preferences of this laptop are kept."""
    return Path(platformdirs.user_config_dir("Peapod", appauthor=False)) / PREFERENCES


def workspace_at(folder: Path) -> bool:
    """Return whether a workspace lies in a folder, whole or damaged."""
    return any((folder / name).exists() for name in (KEYS, RECORDS, RESTORING))


def team_at(folder: Path) -> str:
    """Return the name of the team whose workspace lies in a folder, or "" where that cannot be read."""
    try:
        kept: dict[str, Any] = json.loads((folder / KEYS).read_bytes())
        return str(kept["team"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ""


def read_preferences(path: Path) -> Preferences:
    """Return what was kept, or what is usual where nothing was kept or it cannot be read."""
    try:
        kept: dict[str, Any] = json.loads(path.read_bytes())
        return Preferences(str(kept["folder"]), str(kept["theme"]), int(kept["text_percent"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Preferences()
