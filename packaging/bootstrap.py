#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that running, testing or measuring Peapod needs, then that: `bootstrap.py run|test|bench [ARGS]`.

Standard library only. It makes `.venv` in the checkout, installs the pinned and hashed requirements and the project
there, and does neither again while nothing they rest on has changed. Exit status 3: this computer lacks something.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import checks
from environment import PYTHON, ROOT, SCRIPTS, VENV, install
from stopped import Stopped, say
from system_packages import require_qt_libraries

OLDEST, NEWEST = (3, 11), (3, 13)
UNAVAILABLE = 3
NO_DISPLAY = (
    "There is no display here, so the window cannot open; `peapod export --demo --to DIR`"
    " (python3 packaging/bootstrap.py run export --demo --to DIR) does the main job without one."
)


def main(arguments: list[str]) -> int:
    """Do what the first argument names and return the exit status."""
    tasks = {"run": run, "test": test, "bench": bench}
    if not arguments or arguments[0] not in tasks:
        say("usage: python3 packaging/bootstrap.py run|test|bench [ARGS]")
        return 2
    try:
        require_python()
        return tasks[arguments[0]](arguments[1:])
    except Stopped as stop:
        say(str(stop))
        return UNAVAILABLE


def run(arguments: list[str]) -> int:
    """Start Peapod; only its window needs a display and the libraries that Qt draws with."""
    window = opens_window(arguments)
    if window and not has_display():
        raise Stopped(NO_DISPLAY)
    install("run")
    if window:
        require_qt_libraries(VENV)
    return become(SCRIPTS / "peapod", *arguments)


def test(arguments: list[str]) -> int:
    """Run every check, or just the tests that the arguments name."""
    install("dev")
    require_qt_libraries(VENV)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return checks.run_all(ROOT, PYTHON, arguments)


def bench(arguments: list[str]) -> int:
    """Print the benchmark table."""
    install("dev")
    require_qt_libraries(VENV)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.chdir(ROOT)
    return become(PYTHON, "-m", "tests.benchmarks", *arguments)


def require_python() -> None:
    """Refuse a Python that the pinned requirements were not made for.

    Raises:
        Stopped: It is too old or too new.
    """
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        raise Stopped(f"Peapod needs Python 3.11, 3.12 or 3.13; this is {sys.version.split()[0]}.")


def opens_window(arguments: list[str]) -> bool:
    """Return whether `peapod` with these arguments opens its window rather than doing a named command."""
    rest = list(arguments)
    while rest and rest[0].startswith(("-w", "--workspace", "--demo")):
        del rest[: 2 if rest[0] in ("-w", "--workspace") else 1]
    return not rest


def has_display() -> bool:
    """Return whether a window can be shown; other systems than Linux always have somewhere."""
    platform = os.environ.get("QT_QPA_PLATFORM", "xcb")
    drawn_elsewhere = not platform.startswith(("xcb", "wayland"))
    named = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return sys.platform != "linux" or drawn_elsewhere or bool(named)


def become(program: Path, *arguments: str) -> int:
    """Turn into another program; where a process cannot do that, run it and return its exit status."""
    if os.name != "nt":
        os.execv(program, [str(program), *arguments])  # noqa: S606 no shell is wanted here
    return subprocess.run([program, *arguments], check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
