# SPDX-License-Identifier: GPL-3.0-or-later
"""What this program keeps in memory stays there: nothing copies it when the program fails, and no child is given it."""

import ctypes
import os
import sys

DUMPABLE = 4  # Linux: PR_SET_DUMPABLE of prctl(2)
QUIET = 0x0001 | 0x0002  # Windows: SEM_FAILCRITICALERRORS and SEM_NOGPFAULTERRORBOX of SetErrorMode

if sys.platform == "win32":

    def keep_memory_private() -> None:
        """Let no report with this program's memory be written when it fails."""
        ctypes.windll.kernel32.SetErrorMode(QUIET)

    def _blank(name: str, letters: int) -> None:
        """Do nothing: the system shows no other program what a program was started with."""
else:
    import resource

    def keep_memory_private() -> None:
        """Let no picture of this program's memory be written when it fails, nor another program of this user read it.

        The second is known on Linux alone. Whoever may do everything on the laptop can still read it.
        """
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(DUMPABLE, 0, 0, 0, 0)

    def _blank(name: str, letters: int) -> None:
        """Overwrite a variable where the system shows what a program was started with."""
        find = ctypes.CDLL(None).getenv
        find.restype = ctypes.c_void_p
        place = find(os.fsencode(name))
        if place:
            ctypes.memset(place, 0, letters)


def take_variable(name: str) -> str | None:
    """Return what a variable of the environment says, and remove it: no child and no other program sees it any more."""
    kept = os.environ.get(name)
    if kept is not None:
        _blank(name, len(os.fsencode(kept)))
        del os.environ[name]
    return kept
