# SPDX-License-Identifier: GPL-3.0-or-later
"""What this laptop keeps beside the workspace, for its first window."""

import json
from dataclasses import asdict
from pathlib import Path

from app.door import Preferences
from app.security.files import fault_of, write_private


def write_preferences(path: Path, preferences: Preferences) -> None:
    """Keep what the first window is like next time.

    Raises:
        Unavailable: They cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise fault_of(error, path) from error
    write_private(path, json.dumps(asdict(preferences)).encode())
