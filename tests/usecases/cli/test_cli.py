"""The command line on a real workspace: what it prints, what it changes, and the status that it exits with."""

import os

import pytest

from app.opening import unlock_workspace
from tests.usecases.cli.running import LEAST_KIB, PASSPHRASE, no_older_records


def test_listed_sessions_say_when_and_where(run):
    done = run("list", "sessions")
    assert done.status == 0
    assert done.out.split(maxsplit=1)[1] == "26 November 2026  10:00  Joint event  Oakfield Community Centre\n"


def test_the_fields_of_a_listed_session_have_stable_names(run):
    (row,) = run("list", "sessions", "--json").rows
    assert row | {"id": ""} == {
        "id": "",
        "title": "Joint event",
        "project": "Clear letters",
        "held_on": "2026-11-26",
        "starts_at": "10:00",
        "ends_at": "12:30",
        "venue": "Oakfield Community Centre",
        "room": None,
        "spectrum": None,
        "stage": None,
        "asked": 1,
        "came": 0,
    }


def test_projects_are_listed(run):
    (row,) = run("list", "projects", "--json").rows
    assert row | {"id": ""} == {
        "id": "",
        "title": "Clear letters",
        "aim": "Clear letters",
        "approach": None,
        "method": None,
        "sessions": 1,
    }
    assert run("list", "projects").out.endswith("  Clear letters\n")


def test_the_sessions_of_a_year_are_counted_by_way_of_working(run):
    levels = {"inform": 0, "consult": 0, "engage": 0, "co_design": 0, "co_produce": 0, "not_said": 1}
    assert run("list", "years", "--json").rows == [{"year": 2026, "sessions": 1, **levels}]
    assert run("list", "years").out == "2026  Not said 1\n"


def test_people_are_listed_all_or_of_one_session(run):
    assert len(run("list", "people", "--json").rows) == 4
    rows = run("list", "people", "--session", "Joint event", "--json").rows
    assert [row["name"] for row in rows] == ["Shirin Akter", "Zoë Brandão"]
    assert rows[0]["name_in_script"] == "শিরিন আক্তার"


def test_checking_in_says_who_and_when_and_stands_in_the_list(run):
    assert run("check-in", "joint EVENT", "shirin akter").out == "Shirin Akter checked in at 9:30.\n"
    row = run("list", "attendance", "--session", "Joint event", "--json").rows[0]
    assert (row["name"], row["presence"], row["arrived_at"]) == ("Shirin Akter", "here", "2026-11-26T09:30:00+00:00")
    assert "Came  09:30  Carer" in run("list", "attendance", "--session", "Joint event").out


def test_without_a_name_the_attendance_of_the_session_that_is_next_is_listed(run):
    named = run("list", "attendance", "--session", "Joint event", "--json")
    assert named.out == run("list", "attendance", "--json").out
    assert len(named.rows) == 2


def test_a_session_narrows_every_list(run):
    for kind in ("projects", "sessions"):
        assert len(run("list", kind, "--session", "Joint event", "--json").rows) == 1
        assert run("list", kind, "--session", "No such event").status == 1


def test_a_time_is_a_time_on_the_day_of_the_session(run):
    assert run("check-in", "Joint event", "Zoe Brandao", "--at", "9:12").out == "Zoë Brandão checked in at 9:12.\n"


def test_checking_in_twice_is_refused_in_a_sentence(run):
    run("check-in", "Joint event", "Shirin Akter")
    again = run("check-in", "Joint event", "Shirin Akter")
    assert (again.status, again.out) == (1, "")
    assert "Shirin Akter" in again.err


def test_a_person_can_be_named_by_the_first_six_letters_of_the_id(run):
    row = run("list", "people", "--json").rows[0]
    assert run("check-in", "Joint event", str(row["id"])[:6]).status == 0
    assert run("check-in", "Joint event", str(row["id"])[:5]).status == 1


def test_an_ambiguous_name_lists_whom_it_can_mean(run):
    done = run("check-in", "Joint event", "Tom Okafor")
    assert done.status == 1
    first, *listed = done.err.splitlines()
    assert first.endswith("Give the first characters of the id:")
    assert sorted(words.split(maxsplit=1)[1] for words in listed) == ["Tom Okafor  carer", "Tom Okafor  staff"]


def test_somebody_unknown_is_refused(run):
    done = run("check-in", "Joint event", "Nobody Here")
    assert (done.status, done.out) == (1, "")
    assert done.err == "There is no person called “Nobody Here”. Check the spelling, or list them first.\n"


def test_records_that_are_whole_are_found_whole(run):
    done = run("check")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("Nothing is wrong: ")


def test_a_damaged_page_is_told_and_exits_1(run, folder):
    path = folder / "records.db"
    content = bytearray(path.read_bytes())
    content[-2000:-1990] = bytes(10)
    path.write_bytes(content)
    done = run("check")
    assert (done.status, done.out) == (1, "")
    assert done.err == "1 page of the file is not what was written. Restore the newest backup.\n"


def test_a_command_line_that_makes_no_sense_exits_2(run):
    for argv in (["check-in"], ["list"], ["dance"], ["list", "--never"]):
        done = run(*argv)
        assert (done.status, done.out) == (2, "")
        assert "Usage: peapod" in done.err


def test_a_workspace_in_use_is_not_available(run, folder, clock):
    in_use = unlock_workspace(folder, PASSPHRASE, clock=clock, migrate=no_older_records, least_kib=LEAST_KIB)
    done = run("list", "people")
    in_use.close()
    assert (done.status, done.out) == (3, "")
    assert "open in another window" in done.err


@pytest.fixture
def not_to_be_written(folder):
    """The workspace in a folder in which nothing can be written, as its lock cannot be taken, and a stray file."""
    (folder / "lock").unlink(missing_ok=True)
    (folder / "lock").mkdir()
    stray = folder / "files" / "ab" / ("ab" + "0" * 30)
    stray.parent.mkdir(parents=True)
    stray.write_bytes(b"half")
    os.utime(stray, (0, 0))
    return folder


def test_what_somebody_answered_is_recorded_and_told(run):
    assert run("reply", "Joint event", "Shirin Akter", "no_answer").out == "No answer from Shirin Akter.\n"
    assert run("reply", "joint EVENT", "shirin akter", "yes").out == "Shirin Akter is coming.\n"
    rows = run("list", "attendance", "--session", "Joint event", "--json").rows
    assert {row["name"]: row["status"] for row in rows}["Shirin Akter"] == "accepted"


def test_who_is_not_on_the_list_cannot_answer(run):
    run("check-in", "Joint event", "Tom Okafor")
    assert run("reply", "Joint event", "Zoë Brandão", "perhaps").status == 2
    assert run("reply", "Joint event", "Nobody Here", "yes").status == 1


@pytest.mark.parametrize("command", [("list", "people"), ("list", "sessions"), ("check",)])
def test_a_folder_that_cannot_be_written_is_read_and_stays_as_it_is(run, not_to_be_written, command):
    before = {path: path.read_bytes() for path in not_to_be_written.rglob("*") if path.is_file()}
    ran = run(*command)
    assert (ran.status, ran.err) == (0, "")
    assert {path: path.read_bytes() for path in not_to_be_written.rglob("*") if path.is_file()} == before


def test_a_command_that_writes_says_that_the_folder_cannot_be_written(run, not_to_be_written):
    ran = run("check-in", "Joint event", "Shirin Akter")
    assert ran.status == 3
    assert "cannot be written" in ran.err


def test_the_folder_may_stand_after_the_command_too(run, folder, tmp_path):
    assert run("list", "projects", "-w", str(folder), at=tmp_path).status == 0


def test_a_folder_without_a_workspace_is_refused_before_a_passphrase_is_asked(run, tmp_path, monkeypatch):
    monkeypatch.delenv("PEAPOD_PASSPHRASE")
    assert run("check", at=tmp_path / "elsewhere").status == 1


def test_a_wrong_passphrase_is_refused(run, tmp_path):
    written = tmp_path / "wrong.txt"
    written.write_text("eight yellow pods on a windowsill\n")
    assert run("check", "--passphrase-file", str(written)).status == 1


def test_the_file_of_the_passphrase_counts_more_than_the_environment(run, tmp_path, monkeypatch):
    monkeypatch.setenv("PEAPOD_PASSPHRASE", "another one")
    written = tmp_path / "right.txt"
    written.write_text(f"{PASSPHRASE}\r\n", encoding="utf-8-sig")
    assert run("check", "--passphrase-file", str(written)).status == 0


def test_a_passphrase_file_that_is_not_there_is_not_available(run, tmp_path):
    done = run("check", "--passphrase-file", str(tmp_path / "none.txt"))
    assert (done.status, done.out) == (3, "")


def test_without_anybody_to_ask_the_passphrase_is_needed(run, monkeypatch):
    monkeypatch.delenv("PEAPOD_PASSPHRASE")
    done = run("check")
    assert done.status == 1
    assert "--passphrase-file" in done.err


def test_a_workspace_is_made_by_a_command_and_opened_by_the_next(run, tmp_path):
    new = tmp_path / "new"
    done = run("create", "--team", "Rivermill", "--member", "Ruth A.", at=new)
    assert (done.status, done.out) == (0, f"The workspace of Rivermill is in {new}.\n")
    assert run("list", "people", "--json", at=new).rows == []
    assert run("create", "--team", "Rivermill", "--member", "Ruth A.", at=new).status == 1
