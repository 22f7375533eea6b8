"""The sample project: whole, believable at any time of day, and gone afterwards."""

import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from app.attendance.queries import counts
from app.checking.queries import check
from app.demo.opening import close_demo, open_demo
from app.demo.story import read_story, times_of
from app.journal.queries import Wanted, history
from app.people.queries import ALLERGY, likely_duplicates, needs_in_use, people_count, people_list
from app.reminders.queries import reminders
from app.reminders.rules import Safety, Waiting
from app.sessions.queries import projects_list, session_next, sessions_list
from app.sessions.staged import project_stages
from app.workspace import Workspace
from db.types import NeedStatus, Stage
from tests.clocks import TestClock

NOON = datetime(2026, 11, 26, 12, 5, tzinfo=UTC)
SCRIPTS = {
    "LATIN",
    "ARABIC",
    "BENGALI",
    "GURMUKHI",
    "DEVANAGARI",
    "GUJARATI",
    "TAMIL",
    "HEBREW",
    "CYRILLIC",
    "GREEK",
    "CJK",
}


@pytest.fixture(scope="module")
def demo() -> Iterator[Workspace]:
    workspace = open_demo(TestClock(NOON))
    yield workspace
    close_demo(workspace)
    assert not workspace.folder.exists()


def test_names_are_written_in_ten_scripts_and_more():
    words = "".join(one["name"] + one.get("name_in_script", "") for one in read_story().people)
    assert {unicodedata.name(letter).split()[0] for letter in words if letter.isalpha()} >= SCRIPTS


def test_sixty_people_have_among_them_single_names_and_one_of_sixty_letters(demo):
    with demo.read() as tx:
        names = [person.name for person in people_list(tx, limit=100)]
        assert people_count(tx, need=ALLERGY) == 3
    assert len(names) == 60
    assert {"Precious", "சிவகுமார்"} <= set(names)
    assert max(map(len, names)) == 60


def test_two_share_one_address_and_one_pair_looks_alike(demo):
    addresses = [one["email"] for one in read_story().people if "email" in one]
    assert len(addresses) - len(set(addresses)) == 1
    with demo.read() as tx:
        pairs = likely_duplicates(tx)
    assert [{pair.first.name, pair.second.name} for pair in pairs] == [{"Katherine Ashworth", "Kathy Ashworth"}]


def test_needs_are_told_in_every_status(demo):
    with demo.read() as tx:
        found = {need.status for person in people_list(tx, limit=100) for need in person.needs}
        assert {"wheelchair", "leaves_early", "bsl"} <= set(needs_in_use(tx))
    assert found == set(NeedStatus)


def test_one_session_is_over_one_is_about_to_start_and_one_comes_later(demo):
    with demo.read() as tx:
        later, soon, past, *_before = sessions_list(tx)
        assert session_next(tx, NOON) == soon.id
        over, now = counts(tx, past.id), counts(tx, soon.id)
    assert (over.here, over.left, over.unnamed) == (0, 47, 4)
    assert (now.here, now.left, now.unnamed) == (6, 0, 1)
    assert later.came == 0


def test_the_project_went_through_the_stages_in_their_order_and_comes_to_the_last(demo):
    with demo.read() as tx:
        found = project_stages(tx, projects_list(tx)[0].id)
    stages = [list(Stage).index(session.stage) for session in found.sessions if session.stage is not None]
    assert (len(stages), stages) == (6, sorted(stages))
    assert (found.next, found.findings) == (Stage.CELEBRATION, ())


@pytest.mark.parametrize("hour", range(24))
def test_at_any_hour_a_session_comes_next_and_ends_the_same_day(hour):
    now = datetime(2026, 3, 28, hour, 52, tzinfo=UTC)
    times = times_of({"on": True, "starts": "10:00"}, now)
    assert times.doors_at < times.starts_at < times.ends_at
    assert times.opening + timedelta(minutes=30) > now


def test_no_session_of_the_story_falls_on_a_weekend():
    for day in range(7):
        now = datetime(2026, 11, 23 + day, 12, tzinfo=UTC)
        dated = [session for session in read_story().project["sessions"] if "days" in session]
        assert len(dated) == 5
        assert all(times_of(session, now).held_on.weekday() < 5 for session in dated)


def test_at_night_nobody_has_come_yet():
    workspace = open_demo(TestClock(datetime(2026, 11, 26, 23, 30, tzinfo=UTC)))
    with workspace.read() as tx:
        soon = session_next(tx, workspace.clock.now())
        assert soon is not None
        assert counts(tx, soon).here == 0
    close_demo(workspace)


def test_the_history_tells_of_the_weeks_before_and_agrees_with_the_records(demo):
    with demo.read() as tx:
        steps = history(tx, Wanted(), limit=1000)
        assert check(tx).findings == ()
    assert steps[-1].at < NOON - timedelta(days=50)
    assert [step.at for step in steps] == sorted((step.at for step in steps), reverse=True)
    assert demo.clock.now() == NOON


def test_nobody_is_reminded_to_keep_the_sample_safe(demo):
    now = NOON + timedelta(days=20)
    with demo.read() as tx:
        found = {one.about for one in reminders(tx, demo.key, Safety(opened_at=NOON, last_good=None), now, None)}
    assert not found & {Waiting.RECOVERY_SHEET, Waiting.STICK, Waiting.BACKUP_OLD}
