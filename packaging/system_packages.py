# SPDX-License-Identifier: GPL-3.0-or-later
"""What a Linux system itself must bring: Python's venv, and the libraries that Qt's window is drawn with."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from stopped import Stopped, say

# The library that is looked for, and the Debian package that brings it.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
LINKED = ("Qt/lib/libQt6Gui.so.6", "Qt/plugins/platforms/libqxcb.so", "Qt/plugins/platforms/libqoffscreen.so")


def require_venv() -> None:
    """Get Python's venv from the system where it is split off; Qt's libraries come in the same go.

    Raises:
        Stopped: An ordinary user has to ask for the packages.
    """
    if sys.platform == "linux" and lacks_venv():
        obtain(["python3-venv", *for_libraries(unloadable())])


def require_qt_libraries(venv: Path) -> None:
    """Get the libraries that Qt's window needs, looking for them only until they were found once.

    Raises:
        Stopped: An ordinary user has to ask for the packages.
    """
    found = venv / "qt-libraries-found"
    if sys.platform != "linux" or found.exists():
        return
    lacking = unlinked(venv)
    if lacking:
        obtain(for_libraries(lacking | unloadable()))
    found.touch()


def obtain(packages: list[str]) -> None:
    """Install system packages as root with apt.

    Raises:
        Stopped: This is an ordinary user or another system; the text is what to run.
    """
    if not may_install():
        raise Stopped(request(packages))
    say(f"Installing system packages: {' '.join(packages)}")
    try:
        apt_get(packages)
    except subprocess.CalledProcessError as failure:
        raise Stopped(f"apt-get failed with status {failure.returncode}; its own words are above.") from failure


def lacks_venv() -> bool:
    """Return whether Python's venv has no pip to put into a new environment (Debian splits that off)."""
    return importlib.util.find_spec("ensurepip") is None


def unloadable() -> set[str]:
    """Return the known libraries that this system has not got; needs no Qt to find out."""
    return {library for library in PACKAGES if not loads(library)}


def unlinked(venv: Path) -> set[str]:
    """Return the libraries that the installed Qt links to and this system has not got."""
    files = [str(file) for part in LINKED for file in venv.glob(f"lib/python3*/site-packages/PySide6/{part}")]
    listing = subprocess.run(["ldd", *files], capture_output=True, text=True, check=False).stdout if files else ""
    return missing_in(listing)


def missing_in(listing: str) -> set[str]:
    """Return the libraries that a listing of `ldd` marks as not found."""
    return {line.split()[0] for line in listing.splitlines() if line.rstrip().endswith("=> not found")}


def for_libraries(libraries: set[str]) -> list[str]:
    """Return what to ask for: packages where they are known, else the library's own name."""
    return sorted({PACKAGES.get(library, library) for library in libraries})


def may_install() -> bool:
    """Return whether this user can install packages here without being asked for anything."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_get(packages: list[str]) -> None:
    """Install packages with apt.

    Raises:
        CalledProcessError: apt could not.
    """
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], env=environment, check=True)
    subprocess.run(
        ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages], env=environment, check=True
    )


def request(packages: list[str]) -> str:
    """Return the one line that somebody with the right to it has to run, with a word of why."""
    if shutil.which("apt-get") is None:
        return f"Install these packages of Debian, or what your system calls them: {' '.join(packages)}"
    line = f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(packages)}"
    return f"This computer lacks some system packages. Run this line once, then start again:\n\n    {line}\n"


def loads(library: str) -> bool:
    """Return whether the system can load a library of this name."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
