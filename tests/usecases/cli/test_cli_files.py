"""Lists that come in and documents that go out by the command line."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from app.documents.catalogue import DOCUMENTS

LIST = """Name,E-mail,Phone
Ngozi Bello,ngozi@example.org,07700 900201
Shirin Akter,,07700 900202
Tom Okafor,,
,,
Ines Duarte,not an address,
Ngozi Bello,ngozi@example.org,
"""
AT_A_TERMINAL = """
import sys
from app.cli.main import main
from app.clock import SystemClock
from tests.usecases.cli.running import CHEAP, LEAST_KIB, no_older_records
sys.exit(main(sys.argv[1:], no_older_records, clock=SystemClock(), cost=CHEAP, least_kib=LEAST_KIB))
"""


@pytest.fixture
def people(tmp_path: Path) -> str:
    path = tmp_path / "people.csv"
    path.write_text(LIST, encoding="utf-8")
    return str(path)


def words_of(folder: Path) -> str:
    (path,) = folder.glob("*Sign-in sheet.pdf")
    with pypdfium2.PdfDocument(path) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def evacuation_words(folder: Path, password: str | None) -> str | None:
    """Return the text of the evacuation list, or None when it does not open."""
    (path,) = folder.glob("*Evacuation list.pdf")
    return first_page(path, password)


def opened_with(folder: Path, password: str | None) -> list[str]:
    """Return the first page of each file that this password opens; None is none."""
    pages = [first_page(path, password) for path in sorted(folder.glob("*.pdf"))]
    return [page for page in pages if page is not None]


def first_page(path: Path, password: str | None) -> str | None:
    try:
        with pypdfium2.PdfDocument(path, password=password) as document:
            return document[0].get_textpage().get_text_range()
    except pypdfium2.PdfiumError:
        return None


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_an_import_tells_of_every_row(run, people):
    done = run("import", "people", people, "--json")
    told = json.loads(done.out)
    assert done.status == 0
    assert told["counts"] == {"added": 1, "matched": 1, "repeated": 1, "left_out": 1, "refused": 1}
    assert [(row["line"], row["outcome"]) for row in told["rows"]] == [
        (2, "added"),
        (3, "matched"),
        (4, "left_out"),
        (6, "refused"),
        (7, "repeated"),
    ]


def test_an_import_in_words_names_what_was_not_taken(run, people):
    assert run("import", "people", people).out.splitlines() == [
        "1 new person.",
        "1 person known already.",
        "1 row names somebody again.",
        "1 row left out, as it is not clear who it is. Import the list in the window to say who.",
        "1 row refused.",
        "Line 4: This may be Tom Okafor, Tom Okafor.",
        "Line 6: “not an address” is no e-mail address (column “E-mail”).",
    ]


def test_what_the_list_says_otherwise_is_told_and_the_records_are_kept(run, people, tmp_path):
    run("import", "people", people)
    later = tmp_path / "later.csv"
    later.write_text("Name,E-mail,Phone\nNgozi Bello,ngozi@example.org,07700 900299\n")
    assert run("import", "people", str(later)).out.splitlines() == [
        "1 person known already.",
        "Line 2: The list says otherwise here: Phone. The records were kept.",
    ]


def test_a_dry_run_says_the_same_and_changes_nothing(run, people):
    foreseen = json.loads(run("import", "people", people, "--dry-run", "--json").out)
    assert len(run("list", "people", "--json").rows) == 4
    done = json.loads(run("import", "people", people, "--json").out)
    assert foreseen["counts"] == done["counts"]
    assert len(run("list", "people", "--json").rows) == 5


def test_the_same_list_twice_adds_nobody(run, people):
    run("import", "people", people)
    assert json.loads(run("import", "people", people, "--json").out)["counts"]["added"] == 0


def test_people_come_onto_the_list_of_a_session(run, people):
    told = run("import", "people", people, "--session", "Joint event").out
    assert "1 put on the list of the session." in told
    listed = run("list", "people", "--session", "Joint event", "--json").rows
    assert [row["name"] for row in listed] == ["Shirin Akter", "Ngozi Bello", "Zoë Brandão"]


def test_a_list_whose_columns_say_nothing_is_refused(run, tmp_path):
    path = tmp_path / "weights.csv"
    path.write_text("Stone,Pounds\n3,4\n")
    done = run("import", "people", str(path))
    assert (done.status, done.out) == (1, "")
    assert "No column of weights.csv" in done.err


def test_a_list_that_is_not_there_is_not_available(run, tmp_path):
    assert run("import", "people", str(tmp_path / "none.csv")).status == 3


def test_documents_are_told_by_name_class_and_words(run, tmp_path):
    done = run("documents", "--json")
    told = [(one["name"], one["class"], one["title"]) for one in done.rows]
    assert told == [(one.name, one.shown_to.value, one.title()) for one in DOCUMENTS]
    assert ("kitchen-sheet", "restricted", "Kitchen sheet") in told
    assert "sign-in-sheet       the room        Sign-in sheet" in run("documents").out


def test_what_is_exported_holds_the_names_and_the_restricted_opens_with_what_was_told(run, tmp_path):
    out = tmp_path / "new" / "out"
    done = run("export", "Joint event", "--to", str(out), "--documents", "sign-in-sheet,evacuation-list")
    assert done.status == 0
    assert names(out) == [
        "Clear letters - Joint event - 2026-11-26 - Evacuation list.pdf",
        "Clear letters - Joint event - 2026-11-26 - Sign-in sheet.pdf",
    ]
    assert "Shirin A." in words_of(out)
    told = re.fullmatch(
        r"Password of “Evacuation list”: ((?:\d{4}-){3}\d{4})\nWrite it down now: it is kept nowhere\.\n", done.err
    )
    assert "Shirin Akter" in evacuation_words(out, told[1])
    assert evacuation_words(out, None) is None


def test_a_password_of_ones_own_comes_from_a_file_and_is_not_told(run, tmp_path):
    (tmp_path / "password").write_text("শিরিন ও রাফিয়া\n", encoding="utf-8")
    asked = ("export", "Joint event", "--to", str(tmp_path / "out"), "--password-file", str(tmp_path / "password"))
    done = run(*asked)
    assert (done.status, done.err) == (0, "")
    assert "Shirin Akter" in evacuation_words(tmp_path / "out", "শিরিন ও রাফিয়া")
    (tmp_path / "password").write_text("short\n")
    assert "10 letters at least" in run(*asked).err
    assert run(*asked, "--in-clear").status == 2
    assert run(*asked, "--with-password").status == 2


def test_a_password_from_a_file_opens_every_document_the_sign_in_sheet_too(run, tmp_path):
    (tmp_path / "password").write_text("শিরিন ও রাফিয়া\n", encoding="utf-8")
    asked = ("export", "Joint event", "--to", str(tmp_path / "out"), "--password-file", str(tmp_path / "password"))
    done = run(*asked, "--documents", "sign-in-sheet", "--json")
    assert ([row["protected"] for row in done.rows], done.err) == ([True], "")
    assert opened_with(tmp_path / "out", None) == []
    assert len(opened_with(tmp_path / "out", "শিরিন ও রাফিয়া")) == 1


@pytest.mark.parametrize(
    "what", [("Joint event", "--documents", "sign-in-sheet"), ("Joint event", "--pack"), ("--demo",)]
)
def test_with_a_password_every_file_opens_with_the_one_that_is_told_once(run, tmp_path, what):
    done = run("export", *what, "--to", str(tmp_path / "out"), "--with-password", "--json")
    assert {row["protected"] for row in done.rows} == {True}
    (told,) = re.findall(r"^Password of .*: ((?:\d{4}-){3}\d{4})$", done.err, re.MULTILINE)
    assert opened_with(tmp_path / "out", None) == []
    assert len(opened_with(tmp_path / "out", told)) == len(done.rows) > 0


def test_in_clear_and_with_a_password_is_not_understood(run, tmp_path):
    done = run("export", "Joint event", "--to", str(tmp_path / "out"), "--in-clear", "--with-password")
    assert (done.status, (tmp_path / "out").exists()) == (2, False)
    assert "Give one of --in-clear, --with-password and --password-file." in done.err


def test_a_restricted_document_lies_in_clear_only_where_somebody_says_so(run, tmp_path):
    asked = ("export", "Joint event", "--to", str(tmp_path / "out"), "--in-clear", "--json")
    done = run(*asked, "--documents", "sign-in-sheet, evacuation-list")
    assert [(row["document"], row["protected"]) for row in done.rows] == [
        ("sign-in-sheet", False),
        ("evacuation-list", False),
    ]
    assert done.err == ""
    assert "Shirin Akter" in evacuation_words(tmp_path / "out", None)


def test_letters_that_no_font_has_are_told(run, tmp_path):
    (tmp_path / "people.csv").write_text("Name\n\U00012000\U00012001\n", encoding="utf-8")
    run("import", "people", str(tmp_path / "people.csv"), "--session", "Joint event")
    done = run("export", "Joint event", "--to", str(tmp_path / "out"), "--documents", "sign-in-sheet")
    assert done.status == 0
    assert done.err.splitlines() == [
        "No font has these letters, so “?” stands for them: \U00012000 \U00012001",
        "They are in: \U00012000\U00012001",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no terminals of this kind")
@pytest.mark.parametrize(("answer", "status", "files"), [("n", 1, 0), ("y", 0, 1)])
def test_whoever_sits_there_can_stop_before_anything_is_written(run, folder, tmp_path, answer, status, files):
    (tmp_path / "people.csv").write_text("Name\n\U00012000\n", encoding="utf-8")
    run("import", "people", str(tmp_path / "people.csv"), "--session", "Joint event")
    asked = ("-w", str(folder), "export", "Joint event", "--to", str(tmp_path / "out"), "--documents", "sign-in-sheet")
    screen, keys = os.openpty()
    os.write(screen, f"{answer}\n".encode())
    child = [sys.executable, "-c", AT_A_TERMINAL, *asked]
    done = subprocess.run(child, stdin=keys, capture_output=True, encoding="utf-8", check=False)
    os.close(keys)
    os.close(screen)
    assert (done.returncode, "Go on?" in done.stderr) == (status, True)
    assert len(names(tmp_path / "out")) == files


def test_large_print_and_slips_take_more_pages(run, tmp_path):
    def pages(*options: str) -> int:
        return run("export", "Joint event", "--to", str(tmp_path / "out"), "--json", *options).rows[0]["pages"]

    assert pages("--large-print") >= pages()
    assert pages("--mode", "slips") >= 1


def test_easy_read_is_made_where_there_is_one_and_the_rest_in_large_print(run, tmp_path):
    made = run("export", "Joint event", "--to", str(tmp_path / "out"), "--in-clear", "--json", "--easy-read")
    variants = {row["document"]: row["variant"] for row in made.rows}
    assert {variants.pop(name) for name in ("agenda", "thank-you-letters")} == {"easy-read"}
    assert set(variants.values()) == {"large-print"}
    told = next(line for line in made.err.splitlines() if line.startswith("These have no easy read"))
    assert ("Sign-in sheet" in told, "Thank-you letters" in told) == (True, False)


def test_easy_read_of_what_has_none_is_refused_in_a_sentence(run, tmp_path):
    out = tmp_path / "out"
    done = run("export", "Joint event", "--to", str(out), "--easy-read", "--documents", "table-plan")
    assert (done.status, names(out)) == (1, [])
    assert done.err.strip() == "“Table plan” has no easy read. Take large print instead."
    both = run("export", "Joint event", "--to", str(tmp_path), "--easy-read", "--large-print")
    assert (both.status, "Give either --large-print or --easy-read." in both.err) == (2, True)


def test_a_pack_is_two_files_one_of_them_with_a_password(run, tmp_path):
    done = run("export", "Joint event", "--to", str(tmp_path / "out"), "--pack", "--json")
    assert [(row["document"], row["protected"]) for row in done.rows] == [
        ("restricted-pack", True),
        ("room-pack", False),
    ]
    assert names(tmp_path / "out") == [
        "Clear letters - Joint event - 2026-11-26 - Pack for the person in charge.pdf",
        "Clear letters - Joint event - 2026-11-26 - Pack for the room.pdf",
    ]
    assert "Password of “Pack for the person in charge”: " in done.err
    assert run("export", "Joint event", "--to", str(tmp_path), "--pack", "--documents", "sign-in-sheet").status == 2


def test_an_unknown_document_is_refused(run, tmp_path):
    done = run("export", "Joint event", "--to", str(tmp_path), "--documents", "horoscope")
    assert done.status == 1
    assert "There is no document called “horoscope”" in done.err


def test_either_a_session_or_the_sample_is_exported(run, tmp_path):
    assert run("export", "--to", str(tmp_path)).status == 2
    assert run("export", "Joint event", "--demo", "--to", str(tmp_path)).status == 2


def test_the_sample_is_exported_whole_without_a_passphrase(run, tmp_path, monkeypatch):
    monkeypatch.delenv("PEAPOD_PASSPHRASE")
    done = run("export", "--demo", "--to", str(tmp_path / "out"), at=tmp_path / "none")
    assert (done.status, done.err) == (0, "")
    assert len(names(tmp_path / "out")) == len(DOCUMENTS)
    assert "Precious" in words_of(tmp_path / "out")


def test_a_folder_that_cannot_be_made_is_not_available(run, tmp_path):
    (tmp_path / "file").write_text("in the way")
    assert run("export", "Joint event", "--to", str(tmp_path / "file" / "out")).status == 3


def test_a_check_sweeps_files_that_no_record_names_unless_something_is_wrong(run, folder):
    orphan = folder / "files" / "ab" / ("ab" + "0" * 30)
    orphan.parent.mkdir(mode=0o700)
    orphan.write_bytes(b"half")
    os.utime(orphan, (0, 0))
    head = (folder / "records.db").read_bytes()[-100:]
    swept = run("check")
    assert (swept.status, swept.out.splitlines()[1:]) == (0, ["1 file that no record names any more was removed."])
    orphan.write_bytes(b"half")
    os.utime(orphan, (0, 0))
    with (folder / "records.db").open("r+b") as file:
        file.seek(-100, os.SEEK_END)
        file.write(bytes(byte ^ 1 for byte in head))
    assert (run("check").status, orphan.exists()) == (1, True)
