# SPDX-License-Identifier: GPL-3.0-or-later
"""The checkout's own `.venv`: the pinned and hashed requirements, and the project itself."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from stopped import Stopped, say
from system_packages import require_venv

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
REQUIREMENTS = {"run": "requirements.txt", "dev": "requirements-dev.txt"}  # the second holds the first


def install(group: str) -> None:
    """Make `.venv` hold what one group of requirements asks for, and the project; nothing to do when it does already.

    Raises:
        Stopped: Python's venv is missing, or a step failed, most likely for want of a network.
    """
    stamps = {name: stamp_of(name) for name in ({"run"} | {group})}
    if fits() and all(read(VENV / f"installed-{name}") == stamp for name, stamp in stamps.items()):
        return
    if not fits():
        require_venv()
    say("Installing what Peapod needs into .venv; this takes a few minutes the first time.")
    if not fits():
        call(sys.executable, "-m", "venv", "--clear", str(VENV))
    pip = (str(PYTHON), "-m", "pip", "--quiet", "--disable-pip-version-check", "install")
    requirements = str(ROOT / "packaging" / REQUIREMENTS[group])
    call(*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", requirements)
    here = (
        "--config-settings",
        "editable_mode=compat",
        "--editable",
        str(ROOT),
    )  # a path only: no import hook at start
    call(*pip, "--no-index", "--no-deps", "--no-build-isolation", *here)
    for name, stamp in stamps.items():
        (VENV / f"installed-{name}").write_text(stamp, encoding="utf-8")


def fits() -> bool:
    """Return whether `.venv` was made here, by a Python of this version."""
    made_of = read(VENV / "pyvenv.cfg")
    version = "version = {}.{}.".format(*sys.version_info[:2])
    return version in made_of and f"{VENV}\n" in made_of and PYTHON.exists()


def stamp_of(group: str) -> str:
    """Return what an installation of one group rests on, as a digest."""
    files = (ROOT / "packaging" / REQUIREMENTS[group], ROOT / "pyproject.toml")
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


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
