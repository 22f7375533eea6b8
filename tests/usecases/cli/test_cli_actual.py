"""A plan against what was, by the command line."""

from pathlib import Path

import pytest

from app.agenda.commands import change_block
from app.live.commands import finish, next_block, start, take_offer
from app.live.offers import Offer, Way
from app.opening import unlock_workspace
from app.workspace import Workspace
from db.journal import Op
from tests.builders import add_session
from tests.clocks import TestClock
from tests.usecases.cli.running import LEAST_KIB, PASSPHRASE, no_older_records
from tests.usecases.running import TEN, add_plan


@pytest.fixture
def ran(folder: Path, clock: TestClock) -> None:
    """A morning with a welcome of 27 minutes, and nothing to spare any more."""
    clock.instant = TEN
    workspace = unlock_workspace(folder, PASSPHRASE, clock=clock, migrate=no_older_records, least_kib=LEAST_KIB)
    run_morning(workspace, clock)
    workspace.close()


def run_morning(workspace: Workspace, clock: TestClock) -> None:
    with workspace.change(Op.START_LIVE) as tx:
        session_id = add_session(tx, "Morning").id
        spare = add_plan(tx, session_id, origin="joint/")["Spare"]
        start(tx, session_id, now=clock.now())
    clock.pass_time(minutes=27)
    with workspace.change(Op.CATCH_UP) as tx:
        change_block(tx, spare, cut_first=1)
        take_offer(tx, session_id, Offer(Way.DROP, 10, spare, 0), agreed=False, now=clock.now())
        next_block(tx, session_id, now=clock.now())
    clock.pass_time(minutes=5)
    with workspace.change(Op.FINISH_LIVE) as tx:
        finish(tx, session_id, now=clock.now())


def test_what_was_is_told_as_data(run, ran):
    welcome, visit, _drinks, spare, _three, read, *_others = run("plan", "actual", "Morning", "--json").rows
    assert welcome | {"id": ""} == {
        "id": "",
        "title": "Welcome",
        "kind": "welcome",
        "group": None,
        "planned_at": "2026-11-26T10:00:00+00:00",
        "planned_minutes": 20,
        "began_at": "2026-11-26T10:00:00+00:00",
        "took": 27,
        "longer": 7,
        "dropped": False,
    }
    assert (visit["began_at"], visit["took"], visit["longer"]) == ("2026-11-26T10:27:00+00:00", 5, -35)
    assert (spare["began_at"], spare["took"], spare["dropped"]) == (None, None, True)
    assert (read["title"], read["group"]) == ("Read it", "A")


def test_what_was_is_told_in_lines(run, ran):
    lines = run("plan", "actual", "Morning").out.splitlines()
    assert lines[0] == "10:00  20 minutes  Welcome  Began at 10:00, took 27 minutes: +7"
    assert lines[3] == "11:15  10 minutes  Spare  Left out on the day"
    assert lines[5] == "11:25  10 minutes  A  Read it"


def test_a_session_that_was_never_begun_has_its_plan_alone(run):
    run("plan", "use", "Joint event", "joint_event")
    rows = run("plan", "actual", "Joint event", "--json").rows
    assert {(row["began_at"], row["took"], row["longer"], row["dropped"]) for row in rows} == {
        (None, None, None, False)
    }


def test_a_session_that_nobody_knows_is_refused(run):
    assert run("plan", "actual", "Nothing").status == 1
