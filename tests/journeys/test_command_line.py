"""The command line as its user meets it: real processes, in which no Qt can be imported."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import click
import pytest

from app.cli.main import commands

Fork = Callable[[], tuple[int, int]]

PASSPHRASE = "seven green pods on a windowsill"
WITHOUT_QT = """
import runpy
import sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"PySide6", "shiboken6", "qasync"}:
            raise ModuleNotFoundError(f"{name} is not there")

sys.meta_path.insert(0, NoQt())
"""
ONE_COMMAND = (
    WITHOUT_QT
    + """
runpy.run_module("ui", run_name="__main__")
"""
)
EVERY_COMMAND = (
    WITHOUT_QT
    + """
from ui.__main__ import main
sys.exit(max(main([*path.split(), "--help"]) for path in sys.argv[1:]))
"""
)
LIST = "Name,E-mail\nNgozi Bello,ngozi@example.org\nশিরিন আক্তার,\n"


@dataclass(frozen=True)
class Ended:
    status: int
    out: str
    err: str


def peapod(*argv: str | Path, passphrase: str = PASSPHRASE, **variables: str) -> Ended:
    """Run one command in a process of its own."""
    return python(ONE_COMMAND, *argv, PEAPOD_PASSPHRASE=passphrase, **variables)


def python(code: str, *argv: str | Path, **variables: str) -> Ended:
    ended = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *map(str, argv)],
        env=os.environ | variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr)


def paths(group: click.Group) -> Iterator[str]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from (f"{name} {path}" for path in paths(command))
        else:
            yield name


def test_from_an_attendee_list_to_a_printed_sheet_at_the_real_cost_of_a_passphrase(tmp_path):
    folder, people = tmp_path / "workspace", tmp_path / "people.csv"
    people.write_text(LIST, encoding="utf-8")
    made = peapod("create", "--team", "Rivermill", "--member", "Ruth A.", "-w", folder)
    assert (made.status, made.err) == (0, "")
    taken = peapod("-w", folder, "import", "people", people, "--json")
    assert json.loads(taken.out)["counts"]["added"] == 2
    listed = peapod("list", "people", "--json", "-w", folder, PYTHONIOENCODING="ascii")
    assert [row["name"] for row in json.loads(listed.out)] == ["Ngozi Bello", "শিরিন আক্তার"]
    checked = peapod("check", "-w", folder)
    assert (checked.status, checked.err) == (0, "")


def test_the_sample_is_exported_by_one_command_and_nothing_else_is_left_behind(tmp_path):
    kept, passing = tmp_path / "out", tmp_path / "temporary"
    passing.mkdir()
    ended = peapod("export", "--demo", "--to", kept, TMPDIR=str(passing), TEMP=str(passing))
    assert (ended.status, ended.err) == (0, "")
    assert {path.suffix for path in kept.iterdir()} == {".pdf"}
    assert list(passing.iterdir()) == []


def test_every_command_explains_itself_without_qt():
    ended = python(EVERY_COMMAND, *paths(commands()))
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.count("Usage: peapod ") == len([*paths(commands())])


def test_the_version_is_told():
    ended = peapod("--version")
    assert (ended.status, ended.out, ended.err) == (0, "Peapod 0.1.0\n", "")


def test_what_is_no_command_is_a_matter_of_usage():
    ended = peapod("dance")
    assert (ended.status, ended.out) == (2, "")


def test_a_backup_on_a_stick_brings_everything_to_another_laptop(tmp_path):
    here, there, stick = tmp_path / "here", tmp_path / "there", tmp_path / "stick"
    stick.mkdir()
    (tmp_path / "people.csv").write_text(LIST, encoding="utf-8")
    peapod("create", "--team", "Rivermill", "--member", "Ruth A.", "-w", here)
    peapod("import", "people", tmp_path / "people.csv", "-w", here)
    before = peapod("list", "people", "--json", "-w", here).out
    made = peapod("backup", "--to", stick, "-w", here)
    restored = peapod("restore", made.out.strip(), "--yes", "-w", there)
    assert (made.status, made.err, restored.status, restored.err) == (0, "", 0, "")
    assert peapod("list", "people", "--json", "-w", there).out == before
    assert [row["why"] for row in json.loads(peapod("backups", "--json", "-w", here).out)] == ["before-import"]


def test_a_new_passphrase_is_asked_for_twice_and_never_shown(tmp_path):
    status, shown = typed(
        pytest.importorskip("pty").fork,
        ["create", "--team", "Rivermill", "--member", "Ruth A.", "-w", str(tmp_path / "new")],
        [(b"New passphrase: ", PASSPHRASE), (b"The same again: ", "something else")],
    )
    assert status == 1
    assert "The two passphrases are not the same." in shown
    assert PASSPHRASE not in shown
    assert not (tmp_path / "new").exists()


def typed(fork: Fork, argv: list[str], answers: list[tuple[bytes, str]]) -> tuple[int, str]:
    """Run one command at a terminal, answering each question as it is asked; return its status and what was shown."""
    environment = {name: value for name, value in os.environ.items() if name != "PEAPOD_PASSPHRASE"}
    child, terminal = fork()
    if child == 0:
        os.execve(sys.executable, [sys.executable, "-m", "ui", *argv], environment)
    shown = b""
    for question, answer in answers:
        while question not in shown:
            shown += os.read(terminal, 1000)
        os.write(terminal, f"{answer}\n".encode())
    with suppress(OSError):  # the terminal is gone when the child has ended
        while more := os.read(terminal, 1000):
            shown += more
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), shown.decode()
