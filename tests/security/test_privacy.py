"""What the program holds in memory, in processes of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

MARKER = "seven marked herons wading"
linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems have other ways to look")
posix = pytest.mark.skipif(sys.platform == "win32", reason="other systems have other ways to look")
DUMPABLE = """
import ctypes, resource, sys
from ui.__main__ import main
main(["--help"])
sys.stderr.write(f"{resource.getrlimit(resource.RLIMIT_CORE)} {ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)}")
"""
TAKEN = """
import os, subprocess, sys
from app.privacy import take_variable
from pathlib import Path
assert take_variable("PEAPOD_PASSPHRASE") == "seven marked herons wading"
assert take_variable("PEAPOD_PASSPHRASE") is None
sys.stdout.write(subprocess.run([sys.executable, "-c", "import os; print(dict(os.environ))"],
    capture_output=True, text=True).stdout)
own = Path("/proc/self/environ")
sys.stdout.write(own.read_bytes().decode() if own.exists() else "")
"""


def run(code: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | variables,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parent.parent.parent,
        check=True,
    )


@linux
def test_a_command_writes_no_core_and_cannot_be_read_by_other_programs():
    assert run(DUMPABLE).stderr.endswith("(0, 0) 0")


@posix
def test_a_passphrase_from_the_environment_is_gone_once_it_was_read_and_no_child_is_given_it():
    shown = run(TAKEN, PEAPOD_PASSPHRASE=MARKER, SEEN="heron at the weir").stdout
    assert shown.count("heron at the weir") >= 1
    assert MARKER not in shown
