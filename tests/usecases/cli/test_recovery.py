"""The recovery sheet by the command line."""

from pathlib import Path

import pypdfium2
import pytest

from app.documents.style import PrintStyle
from app.opening import unlock_workspace
from app.recovery.sheet import draw_sheet
from app.security.recovery import code_of
from tests.clocks import TestClock
from tests.conftest import MORNING
from tests.usecases.cli.running import LEAST_KIB, PASSPHRASE, no_older_records

NEW = "five loud geese on a canal"


@pytest.fixture
def code(folder: Path) -> str:
    opened = unlock_workspace(
        folder, PASSPHRASE, clock=TestClock(MORNING), migrate=no_older_records, least_kib=LEAST_KIB
    )
    code = code_of(opened.key)
    (folder.parent / "code.txt").write_text(f"{code.lower().replace('-', ' ')}\n", encoding="utf-8-sig")
    (folder.parent / "new.txt").write_text(f"{NEW}\n", encoding="utf-8")
    pdf = pypdfium2.PdfDocument(draw_sheet(opened, PrintStyle("")))
    pdf[0].render(scale=2).to_pil().save(folder.parent / "photo.jpg")
    opened.close()
    return code


def opens(run, folder: Path, passphrase_file: Path) -> bool:
    return run("list", "people", "--passphrase-file", str(passphrase_file)).status == 0


@pytest.mark.parametrize("way", [("--code-file", "code.txt"), ("--photo", "photo.jpg")], ids=["file", "photo"])
def test_the_sheet_opens_the_records_under_a_new_passphrase(run, folder, code, way):
    (folder / "keys.json").unlink()
    option, name = way
    given = (option, str(folder.parent / name), "--new-passphrase-file", str(folder.parent / "new.txt"))
    done = run("recovery", "open", *given)
    assert (done.status, done.out) == (0, "")
    assert code not in done.err
    assert opens(run, folder, folder.parent / "new.txt")
    assert run("list", "people").status == 1


@pytest.mark.parametrize("given", [(), ("--code-file", "code.txt", "--photo", "photo.jpg")])
def test_one_of_both_ways_is_needed(run, given):
    assert run("recovery", "open", *given).status == 2


def test_a_code_file_that_is_not_there_is_told(run, tmp_path):
    done = run("recovery", "open", "--code-file", str(tmp_path / "gone.txt"))
    assert done.status == 3
    assert "gone.txt" in done.err


def test_a_code_that_is_too_short_is_refused_with_what_is_there_and_needed(run, tmp_path):
    (tmp_path / "short.txt").write_text("0123-4567", encoding="utf-8")
    done = run("recovery", "open", "--code-file", str(tmp_path / "short.txt"))
    assert done.status == 1
    assert "56" in done.err
    assert "8 here" in done.err


def test_a_code_is_no_part_of_a_command(run, code):
    assert run("recovery", "open", code).status == 2


@pytest.mark.parametrize("command", ["sheet", "new-sheet"])
def test_a_sheet_is_not_written_on_the_laptop_or_into_the_workspace(run, folder, code, command):
    before = sorted(folder.rglob("*"))
    for place in (folder / "sheet.pdf", folder.parent / "sheet.pdf"):
        done = run("recovery", command, "--to", str(place))
        assert done.status == 1
        assert "USB stick" in done.err
        assert not place.exists()
    assert sorted(folder.rglob("*")) == before
    assert run("recovery", "open", "--code-file", str(folder.parent / "code.txt")).status == 0
