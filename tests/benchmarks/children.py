"""Programs of their own, started to be measured."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass

from tests.benchmarks.large import BENCH, Built

QUIET = os.environ | {"QT_QPA_PLATFORM": "offscreen", "LANGUAGE": "en", "XDG_CONFIG_HOME": str(BENCH / "config")}


@dataclass(frozen=True, slots=True)
class Held:
    """How much memory a program holds, now and at most so far, in MB."""

    now: float
    peak: float


def bare_start() -> float:
    """Return milliseconds from the start to a painted window with one label."""
    return _milliseconds_to_paint("bare", "0")


def program_start(built: Built) -> float:
    """Return milliseconds from the start to a painted unlock window."""
    return _milliseconds_to_paint("door", str(built.folder))


def unlocking(built: Built) -> float:
    """Return milliseconds from the right passphrase to a painted Today page, in a program just started."""
    return float(_said("inside", str(built.folder), built.passphrase, "0")[0])


def stay_bare(seconds: int) -> "subprocess.Popen[str]":
    """Start a bare window that stays."""
    return _start("bare", str(seconds))


def stay_inside(built: Built, seconds: int) -> "subprocess.Popen[str]":
    """Start the program, unlock, and stay."""
    return _start("inside", str(built.folder), built.passphrase, str(seconds))


def held(child: "subprocess.Popen[str]") -> Held:
    """Return what a program held at the end of its stay."""
    now, peak = _lines(child)[-1].split()
    return Held(int(now) / 1024, int(peak) / 1024)


def _milliseconds_to_paint(name: str, *arguments: str) -> float:
    began = time.monotonic()
    painted = float(_said(name, *arguments)[0])
    return (painted - began) * 1000


def _said(name: str, *arguments: str) -> list[str]:
    return _lines(_start(name, *arguments))


def _start(name: str, *arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", f"tests.benchmarks.{name}", *arguments]
    return subprocess.Popen(command, env=QUIET, stdout=subprocess.PIPE, text=True)


def _lines(child: "subprocess.Popen[str]") -> list[str]:
    said, _ = child.communicate(timeout=120)
    if child.returncode:
        raise RuntimeError(f"{child.args} ended with {child.returncode}")
    return said.splitlines()
