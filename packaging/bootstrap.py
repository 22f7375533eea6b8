#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that running, testing or measuring Peapod needs, then that: `bootstrap.py run|test|bench [ARGS]`.

Standard library only. It makes `.venv` in the checkout, installs the pinned and hashed requirements and the project
there, and does neither again while nothing they rest on has changed. Exit status 3: this computer lacks something.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import checks
import system_packages

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
OLDEST, NEWEST = (3, 11), (3, 13)
UNAVAILABLE = 3
REQUIREMENTS = {"run": "requirements.txt", "dev": "requirements-dev.txt"}  # the second holds the first
NO_DISPLAY = (
    "There is no display here, so the window cannot open; `peapod export --demo --to DIR`"
    " (python3 packaging/bootstrap.py run export --demo --to DIR) does the main job without one."
)


class Stopped(Exception):
    """Something is missing that only the user can provide; the text says what to do."""


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
        require_qt_libraries()
    return become(SCRIPTS / "peapod", *arguments)


def test(arguments: list[str]) -> int:
    """Run every check, or just the tests that the arguments name."""
    install("dev")
    require_qt_libraries()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return checks.run_all(ROOT, PYTHON, arguments)


def bench(arguments: list[str]) -> int:
    """Print the benchmark table."""
    install("dev")
    require_qt_libraries()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.chdir(ROOT)
    return become(PYTHON, "-m", "tests.benchmarks", *arguments)


def install(group: str) -> None:
    """Make `.venv` hold what one group of requirements asks for, and the project; nothing to do when it does already.

    Raises:
        Stopped: Python's venv is missing, or the download failed.
    """
    stamps = {name: stamp_of(name) for name in ([group] if group == "run" else ["run", "dev"])}
    if venv_fits() and all(read(VENV / f"installed-{name}") == stamp for name, stamp in stamps.items()):
        return
    require_venv()
    say("Installing what Peapod needs into .venv; this takes a few minutes the first time.")
    if not venv_fits():
        call(sys.executable, "-m", "venv", "--clear", str(VENV))
    pip = (str(PYTHON), "-m", "pip", "--quiet", "--disable-pip-version-check", "install")
    requirements = str(ROOT / "packaging" / REQUIREMENTS[group])
    call(*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", requirements)
    call(*pip, "--no-index", "--no-deps", "--no-build-isolation", "--config-settings", "editable_mode=compat", "--editable", str(ROOT))
    for name, stamp in stamps.items():
        (VENV / f"installed-{name}").write_text(stamp, encoding="utf-8")


def require_python() -> None:
    """Refuse a Python that the pinned requirements were not made for.

    Raises:
        Stopped: It is too old or too new.
    """
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        raise Stopped(f"Peapod needs Python 3.11, 3.12 or 3.13; this is {sys.version.split()[0]}.")


def require_venv() -> None:
    """Get Python's venv from the system where it is split off; Qt's libraries come in the same go.

    Raises:
        Stopped: An ordinary user has to ask for the packages.
    """
    if sys.platform == "linux" and system_packages.lacks_venv():
        obtain(["python3-venv", *system_packages.for_libraries(system_packages.unloadable())])


def require_qt_libraries() -> None:
    """Get the system libraries that Qt's window needs, looking for them only until they were found once.

    Raises:
        Stopped: An ordinary user has to ask for the packages.
    """
    found = VENV / "qt-libraries-found"
    if sys.platform != "linux" or found.exists():
        return
    lacking = system_packages.unlinked(VENV)
    if lacking:
        obtain(system_packages.for_libraries(lacking | system_packages.unloadable()))
    found.touch()


def obtain(packages: list[str]) -> None:
    """Install system packages as root with apt.

    Raises:
        Stopped: This is an ordinary user or another system; the text is what to run.
    """
    if not system_packages.may_install():
        raise Stopped(system_packages.request(packages))
    say(f"Installing system packages: {' '.join(packages)}")
    try:
        system_packages.install(packages)
    except subprocess.CalledProcessError as failure:
        raise Stopped(f"apt-get failed with status {failure.returncode}; its own words are above.") from failure


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


def stamp_of(group: str) -> str:
    """Return what an installation of one group rests on, as a digest."""
    files = (ROOT / "packaging" / REQUIREMENTS[group], ROOT / "pyproject.toml")
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def venv_fits() -> bool:
    """Return whether `.venv` was made here, by a Python of this version."""
    made_of = read(VENV / "pyvenv.cfg")
    version = "version = {}.{}.".format(*sys.version_info[:2])
    return version in made_of and f"{VENV}\n" in made_of and PYTHON.exists()


def read(file: Path) -> str:
    """Return a small file's text, empty if there is none."""
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def call(*command: str) -> None:
    """Run a step of the installation.

    Raises:
        Stopped: It failed; it has already said why.
    """
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise Stopped("That step failed; the lines above say why. The first installation needs a network.")


def become(program: Path, *arguments: str) -> int:
    """Turn into another program; where a process cannot do that, run it and return its exit status."""
    if os.name != "nt":
        os.execv(program, [str(program), *arguments])  # noqa: S606 no shell is wanted here
    return subprocess.run([program, *arguments], check=False).returncode


def say(text: str) -> None:
    """Tell the user something; standard output belongs to the program that follows."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
