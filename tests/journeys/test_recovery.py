"""From a forgotten passphrase back into the records with nothing but the paper, and on to a new sheet."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

FORGOTTEN = "seven green pods on a windowsill"
CHOSEN = "five loud geese on a canal"


@dataclass(frozen=True)
class Ended:
    status: int
    out: bytes
    err: str


def peapod(folder: Path, passphrase: str, *argv: str | Path) -> Ended:
    ended = subprocess.run(
        [sys.executable, "-W", "error", "-m", "ui", "-w", folder, *argv],
        env=os.environ | {"PEAPOD_PASSPHRASE": passphrase},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr.decode())


def photographed(pdf: bytes, path: Path) -> Path:
    with pypdfium2.PdfDocument(pdf) as document:
        document[0].render(scale=2).to_pil().rotate(11, fillcolor="grey", expand=True).save(path)
    return path


def test_the_paper_opens_what_nobody_can_open_and_a_new_paper_ends_that(tmp_path):
    folder, opening = tmp_path / "workspace", ("recovery", "open", "--photo")
    assert peapod(folder, FORGOTTEN, "create", "--team", "Rivermill", "--member", "Ruth A.").status == 0
    sheet = peapod(folder, FORGOTTEN, "recovery", "sheet", "--to", "-")
    assert (sheet.status, sheet.err) == (0, "")
    old = photographed(sheet.out, tmp_path / "old.jpg")
    (folder / "keys.json").unlink()
    assert peapod(folder, FORGOTTEN, "check").status == 3
    assert peapod(folder, CHOSEN, *opening, old).status == 0
    assert peapod(folder, FORGOTTEN, "check").status == 1
    renewed = peapod(folder, CHOSEN, "recovery", "new-sheet", "--to", "-", "--large-print")
    assert renewed.status == 0
    new = photographed(renewed.out, tmp_path / "new.jpg")
    refused = peapod(folder, FORGOTTEN, *opening, old)
    assert (refused.status, refused.out) == (1, b"")
    assert "an older sheet" in refused.err
    assert peapod(folder, CHOSEN, "check").status == 0
    assert peapod(folder, FORGOTTEN, *opening, new).status == 0
    assert peapod(folder, FORGOTTEN, "check").status == 0


def test_the_sheet_is_never_shown_on_a_terminal(tmp_path):
    terminal, end = pytest.importorskip("pty").openpty()
    asked = [sys.executable, "-m", "ui", "recovery", "sheet", "--to", "-", "-w", tmp_path]
    ended = subprocess.run(asked, stdin=subprocess.DEVNULL, stdout=end, stderr=subprocess.PIPE, check=False)
    os.close(end)
    os.close(terminal)
    assert ended.returncode == 2
    assert b"--to - | lp" in ended.stderr
