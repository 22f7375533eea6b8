"""Plans by the command line."""

import json
from pathlib import Path

import pytest


@pytest.fixture
def planned(run):
    assert run("plan", "use", "Joint event", "joint_event").status == 0


def test_a_template_fills_a_plan_that_is_shown_with_its_times(run, planned):
    shown = run("plan", "show", "Joint event", "--json").rows
    assert [(row["starts_at"], row["title"]) for row in shown][:3] == [
        ("10:00", "Welcome"),
        ("10:10", "The story so far"),
        ("10:20", "Film"),
    ]
    assert "11:15  15 minutes  Break" in run("plan", "show", "Joint event").out


def test_a_template_that_nobody_knows_is_refused(run):
    done = run("plan", "use", "Joint event", "nothing")
    assert (done.status, "template" in done.err) == (1, True)


def test_templates_are_listed(run):
    assert {"joint_event", "deputies"} <= {row["key"] for row in run("plan", "templates", "--json").rows}


def test_a_plan_goes_out_and_comes_in_again(run, planned, tmp_path: Path):
    book = tmp_path / "plan.xlsx"
    assert run("plan", "export", "Joint event", "--to", str(book)).status == 0
    told = json.loads(run("plan", "import", "Joint event", str(book), "--dry-run", "--json").out)
    assert (told["counts"], told["dry_run"]) == ({"taken": 12, "left_out": 0, "refused": 0}, True)
    assert len(run("plan", "show", "Joint event", "--json").rows) == 12
    assert "12 blocks added." in run("plan", "import", "Joint event", str(book)).out
    assert len(run("plan", "show", "Joint event", "--json").rows) == 24


def test_a_file_that_begins_at_another_time_than_the_session_says_so(run, tmp_path: Path):
    (tmp_path / "plan.csv").write_text("Start,Title,Duration\n9:30,Talk,20\n")
    out = run("plan", "import", "Joint event", str(tmp_path / "plan.csv"), "--dry-run").out
    assert "The file begins at 9:30, the session at 10:00. Nothing of the session was changed." in out
    told = json.loads(run("plan", "import", "Joint event", str(tmp_path / "plan.csv"), "--json").out)
    assert told["starts_at"] == "9:30"
    assert run("plan", "show", "Joint event", "--json").rows[0]["starts_at"] == "10:00"
    assert "The file begins" not in run("plan", "import", "Joint event", str(tmp_path / "plan.csv")).out


def test_a_start_before_the_session_is_said_at_its_row(run, tmp_path: Path):
    (tmp_path / "plan.csv").write_text("Start,Title,Duration\n,Talk,20\n1:00,Lunch,45\n")
    out = run("plan", "import", "Joint event", str(tmp_path / "plan.csv"), "--dry-run").out
    assert "Lunch: 45 minutes, pinned to 1:00, before the plan begins at 10:00; after noon it would be 13:00" in out
    told = json.loads(run("plan", "import", "Joint event", str(tmp_path / "plan.csv"), "--json").out)
    assert [(row["outcome"], row["why"]) for row in told["rows"]] == [("taken", None), ("taken", "before_start")]


def test_sessions_to_come_are_written_for_calendars(run, planned, tmp_path: Path):
    assert run("calendar", "--to", str(tmp_path / "all.ics")).status == 0
    assert run("calendar", "Joint event", "--to", str(tmp_path / "one.ics")).status == 0
    assert b"SUMMARY:Joint event" in (tmp_path / "all.ics").read_bytes()
    assert b"Film" in (tmp_path / "one.ics").read_bytes()


def test_a_file_that_cannot_be_written_is_not_available(run, planned, tmp_path: Path):
    assert run("plan", "export", "Joint event", "--to", str(tmp_path / "none" / "plan.xlsx")).status == 3
