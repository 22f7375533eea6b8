# SPDX-License-Identifier: GPL-3.0-or-later
"""Pin and hash what pyproject.toml asks for: requirements.txt to run, requirements-dev.txt to run and test.

Usage: python3 packaging/lock.py [--upgrade]   (needs uv, which nothing else here does)
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMPILE = (
    *("uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-annotate", "--no-config", "--quiet"),
    "--no-strip-extras",  # older pips take coverage[toml] for a package that coverage==7.17.3 does not pin
    *("--custom-compile-command", "python3 packaging/lock.py"),
    *("--constraints", "packaging/constraints.txt"),
)
RUN = ("--group", "build", "--output-file", "packaging/requirements.txt")
DEV = ("--group", "build", "--group", "dev", "--constraints", "packaging/requirements.txt")


def main(arguments: list[str]) -> int:
    """Write both files, the second held to the versions of the first; return 0."""
    for part in (RUN, (*DEV, "--output-file", "packaging/requirements-dev.txt")):
        subprocess.run([*COMPILE, *part, *arguments], cwd=ROOT, check=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
