# SPDX-License-Identifier: GPL-3.0-or-later
"""The script that a newcomer starts first, run as she runs it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"


@pytest.fixture
def bootstrap():
    """Runs the script without a display and returns how it ended."""
    shown = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in shown}

    def start(*arguments):
        command = [sys.executable, PACKAGING / "bootstrap.py", *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    return start


@pytest.fixture
def missing_in():
    """Asks the script that looks for libraries what it reads out of a listing of ldd."""
    code = "import sys, system_packages as s; print(*s.for_libraries(s.missing_in(sys.stdin.read())))"

    def ask(listing):
        command = [sys.executable, "-c", code]
        answer = subprocess.run(command, cwd=PACKAGING, input=listing, capture_output=True, text=True, check=True)
        return answer.stdout.split()

    return ask


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
@pytest.mark.parametrize("arguments", [(), ("--demo",), ("-w", "folder"), ("--workspace=folder", "--demo")])
def test_without_a_display_the_window_is_refused_in_one_sentence_that_names_the_way_without_one(bootstrap, arguments):
    ended = bootstrap("run", *arguments)
    assert ended.returncode == 3
    assert "peapod export --demo --to DIR" in ended.stderr
    assert ended.stderr.count("\n") == 1


@pytest.mark.parametrize("arguments", [(), ("walk",)])
def test_an_unknown_task_is_a_usage_error(bootstrap, arguments):
    ended = bootstrap(*arguments)
    assert ended.returncode == 2
    assert "run|test|bench" in ended.stderr


def test_libraries_that_are_not_found_are_named_by_their_packages_once(missing_in):
    listing = (
        "libxcb-cursor.so.0 => not found\n"
        "\tlibEGL.so.1 => not found\n"
        "\tlibEGL.so.1 => not found\n"
        "\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)\n"
    )
    assert missing_in(listing) == ["libegl1", "libxcb-cursor0"]


def test_a_library_without_a_known_package_is_named_itself(missing_in):
    assert missing_in("\tlibnovelty.so.9 => not found\n") == ["libnovelty.so.9"]


PINNED = r"[a-z0-9._-]+(\[[a-z]+\])?==\S+ .*--hash=sha256:[0-9a-f]{64}"


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_and_hashed_and_no_registry_is_named(name):
    text = (PACKAGING / name).read_text(encoding="utf-8")
    entries = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", " ").splitlines()
    assert [entry for entry in entries if not re.match(PINNED, entry)] == []
    assert not re.search(r"://|--index|--extra-index|--find-links", text)


def test_running_needs_nothing_that_testing_does_not_pin_alike():
    run, dev = ((PACKAGING / name).read_text(encoding="utf-8") for name in ("requirements.txt", "requirements-dev.txt"))
    pins = re.compile(r"^[a-z0-9._-]+==[^\s;]+", re.MULTILINE)
    assert set(pins.findall(run)) <= set(pins.findall(dev))
