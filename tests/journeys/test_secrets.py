"""A whole morning in processes of their own, and then a search for what opens the records, wherever it might lie."""

import base64
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psutil
import pytest

from app.security.keys import open_keys
from app.security.recovery import code_of

ROOT = Path(__file__).parent.parent.parent
PASSPHRASE = "nine marked otters under a footbridge"
ADDED = "Wilhelmina Quillfeather"
LISTED = ("Anemone Thistlewood", "শিরিন চিহ্নিত")
LIST_NAME = "Thistlewood and others.csv"
MOST_SECONDS = 120


@dataclass(frozen=True)
class Place:
    """Where everything lies that the program may write to, and, elsewhere, the list that it is given."""

    home: Path
    listed: Path

    @property
    def workspace(self) -> Path:
        return self.home / "workspace"

    @property
    def environment(self) -> dict[str, str]:
        own = {name: str(self.home / name) for name in ("config", "data", "cache", "state", "run", "tmp")}
        for folder in own.values():
            Path(folder).mkdir(mode=0o700, exist_ok=True)
        return os.environ | {
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": own["config"],
            "XDG_DATA_HOME": own["data"],
            "XDG_CACHE_HOME": own["cache"],
            "XDG_STATE_HOME": own["state"],
            "XDG_RUNTIME_DIR": own["run"],
            "TMPDIR": own["tmp"],
            "TEMP": own["tmp"],
            "QT_QPA_PLATFORM": "offscreen",
            "PEAPOD_PASSPHRASE": PASSPHRASE,
        }


@pytest.fixture
def place(tmp_path: Path) -> Place:
    home = tmp_path / "home"
    home.mkdir()
    listed = tmp_path / LIST_NAME
    listed.write_text("Name\n" + "\n".join(LISTED) + "\n", encoding="utf-8")
    return Place(home, listed)


@pytest.mark.skipif(sys.platform != "linux", reason="it looks into /proc")
def test_after_a_morning_nothing_that_opens_the_records_and_nobodys_name_lies_anywhere(place):
    made = command(place, "create", "--team", "Rivermill", "--member", "Ruth A.", "-w", str(place.workspace))
    shown = [made, *in_the_window(place), command(place, "check", "-w", str(place.workspace))]
    names = [needle for name in (ADDED, *LISTED, LIST_NAME) for needle in spellings(name)]
    opening = [*spellings(PASSPHRASE), *key_spellings(open_keys(place.workspace, PASSPHRASE))]
    assert found(b"\n".join(shown), [*opening, *names]) == []
    written = [path for path in place.home.rglob("*") if path.is_file()]
    assert {"records.db", "keys.json", "door.json"} <= {path.name for path in written}
    lying = {path.name: found(path.read_bytes(), [*opening, *names]) for path in written}
    assert {name: hits for name, hits in lying.items() if hits} == {}
    assert [path for path in place.home.rglob("*") if "Thistlewood" in path.name] == []


def command(place: Place, *argv: str) -> bytes:
    """Run one command and return all that it said."""
    run = [sys.executable, "-m", "ui", *argv]
    ended = subprocess.run(run, env=place.environment, cwd=ROOT, capture_output=True, check=True)
    return ended.stdout + ended.stderr


def in_the_window(place: Place) -> list[bytes]:
    """Run a morning in a window; return what it said, and what the system shows of it while it runs."""
    run = [sys.executable, "-m", "tests.journeys.secret_morning", place.workspace]
    both = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with subprocess.Popen(run, env=place.environment, cwd=ROOT, **both) as window:
        too_long = threading.Timer(MOST_SECONDS, window.kill)
        too_long.start()
        window.stdin.write(f"{PASSPHRASE}\n{place.listed}\n{ADDED}\n".encode())
        seen: list[bytes] = []
        for where in (b"unlocked\n", b"locked\n"):
            window.stdin.flush()
            seen += [*until(window.stdout, where), *shown_of(window.pid)]
            window.stdin.write(b"go on\n")
        seen.append(window.communicate()[0])
        too_long.cancel()
    assert window.returncode == 0, b"".join(seen).decode()
    return seen


def until(said: IO[bytes], where: bytes) -> Iterator[bytes]:
    """Return every line until it says where it stands."""
    for line in said:
        yield line
        if line == where:
            return
    raise AssertionError(f"it ended before it was {where.decode()}")


def shown_of(pid: int) -> Iterator[bytes]:
    """Return what the system shows of a process and of its children: how they were started, and with what."""
    process = psutil.Process(pid)
    for each in (process, *process.children(recursive=True)):
        for kind in ("cmdline", "environ", "comm"):
            with suppress(PermissionError):  # it shows nothing at all
                yield Path(f"/proc/{each.pid}/{kind}").read_bytes()


def spellings(words: str) -> list[bytes]:
    """Return how words can lie in a file."""
    return [words.encode(), words.encode("utf-16-le"), words.encode("utf-16-be")]


def key_spellings(key: bytes) -> list[bytes]:
    """Return how a key can lie in a file: raw, in hexadecimal, in the usual bases, and as the recovery code."""
    code = code_of(key)
    text = [key.hex(), key.hex().upper(), base64.b64encode(key).decode().rstrip("="), code]
    text += [base64.urlsafe_b64encode(key).decode().rstrip("="), base64.b32encode(key).decode().rstrip("=")]
    text += ["".join(letter for letter in code if letter.isalnum()), code[: len(code) // 2]]
    return [key, *(spelling for words in text for spelling in spellings(words))]


def found(content: bytes, needles: list[bytes]) -> list[bytes]:
    return [needle for needle in needles if needle in content]
