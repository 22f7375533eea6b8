"""peapod person export and peapod person erase."""

import json
from pathlib import Path

import pikepdf
import pytest

from tests.usecases.cli.running import Run


def test_a_record_is_a_pdf_that_opens_with_the_password_that_is_told_once(run: Run, tmp_path: Path):
    ran = run("person", "export", "Shirin Akter", "--to", str(tmp_path / "out"))
    assert ran.status == 0
    path = Path(ran.out.strip())
    assert path.name == "2026-11-26 - Person's record.pdf"
    password = next(word for word in ran.err.split() if word.replace("-", "").isdecimal())
    with pikepdf.open(path, password=password) as document:
        assert len(document.pages) == 1


def test_in_clear_it_is_a_pdf_or_json_without_a_password(run: Run, tmp_path: Path):
    assert run("person", "export", "Shirin Akter", "--to", str(tmp_path), "--in-clear").err == ""
    ran = run("person", "export", "Shirin Akter", "--to", str(tmp_path), "--in-clear", "--json")
    assert json.loads(Path(ran.out.strip()).read_bytes())["name"] == "Shirin Akter"


@pytest.mark.parametrize("options", [("--json",), ("--in-clear", "--password-file", "x")])
def test_options_that_do_not_go_together_are_not_understood(run: Run, tmp_path: Path, options):
    assert run("person", "export", "Shirin Akter", "--to", str(tmp_path), *options).status == 2
    assert list(tmp_path.glob("*.pdf")) == []


def test_without_a_name_to_confirm_the_list_is_shown_and_nobody_erased(run: Run):
    ran = run("person", "erase", "Shirin Akter")
    assert ran.status == 1
    assert "What goes:" in ran.out
    assert "1 place on the list of a session that they did not come to" in ran.out
    assert "Files of a project are not searched for names." in ran.out
    assert "cannot be undone" in ran.out
    assert ran.err == "Nothing was erased. To erase this person, give their name: --name “Shirin Akter”.\n"
    assert "Shirin Akter" in run("list", "people").out


def test_another_name_erases_nobody(run: Run):
    ran = run("person", "erase", "Shirin Akter", "--name", "Tom Okafor")
    assert ran.status == 1
    assert "that is not the name" in ran.err
    assert "Shirin Akter" in run("list", "people").out


def test_the_name_erases_them_and_the_list_of_the_erased_is_written(run: Run, folder: Path):
    ran = run("person", "erase", "Shirin Akter", "--name", "Shirin Akter")
    assert ran.status == 0
    assert ran.out.endswith("Erased.\n")
    assert "Shirin" not in run("list", "people").out
    assert len((folder / "erased.txt").read_text().split()) == 1
    assert run("check").status == 0
    assert run("person", "erase", "Shirin Akter", "--name", "Shirin Akter").status == 1
