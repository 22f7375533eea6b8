"""Planned against actual, of one session and of the same blocks over many."""

from datetime import UTC, datetime

import pytest

from app.agenda.checker import TookLonger
from app.agenda.checking import findings_of, give_minutes
from app.agenda.commands import change_block
from app.agenda.library import saved_templates
from app.agenda.past import Past
from app.agenda.queries import plan_of
from app.agenda.saving import save_template, use_blocks
from app.documents import planned_and_actual
from app.documents.document import Asked
from app.documents.parts import unbroken
from app.live.actuals import actuals_of
from app.live.before import past_of
from app.live.commands import give_minutes as give_more
from app.live.commands import next_block, take_offer
from app.live.offers import Offer, Way
from db.journal import Op
from tests.builders import add_session
from tests.usecases.running import TEN, add_plan, run_a_session, run_through


@pytest.fixture
def ran(workspace, clock):
    """Runs a session with blocks from one template: Welcome takes so many minutes, then it is finished."""

    def run(day: int, minutes: int, origin="joint/"):
        clock.instant = datetime(2026, 11, day, 10, tzinfo=UTC)
        with workspace.change(Op.ADD_SESSION) as tx:
            session_id = add_session(tx, held_on=clock.instant.date()).id
            add_plan(tx, session_id, origin=origin)
        run_through(workspace, session_id, clock, minutes)
        return session_id

    return run


def test_each_block_is_told_as_planned_and_as_it_was(workspace, clock):
    clock.instant = TEN
    session_id, blocks = run_a_session(workspace)
    clock.pass_time(minutes=26, seconds=40)
    with workspace.change(Op.NEXT_BLOCK) as tx:
        change_block(tx, blocks["Spare"], cut_first=1)
        take_offer(tx, session_id, Offer(Way.DROP, 10, blocks["Spare"], 0), agreed=False, now=clock.now())
        next_block(tx, session_id, now=clock.now())
    with workspace.read() as tx:
        told = actuals_of(tx, session_id, clock.now())
    assert told is not None
    rows = {row.title: (row.planned_minutes, row.took, row.longer, row.dropped) for row in told.rows}
    assert rows["Welcome"] == (20, 27, 7, False)
    assert rows["Map of a first visit"] == (40, None, None, False)
    assert rows["Spare"] == (10, None, None, True)
    assert [row.letter for row in told.rows if row.title in ("Read it", "Three questions")] == ["", "A"]
    assert (told.begun, told.finished) == (TEN, None)


def test_a_session_that_was_never_begun_has_nothing_to_compare(workspace, clock):
    with workspace.change(Op.ADD_SESSION) as tx:
        session_id = add_session(tx).id
        assert actuals_of(tx, session_id, clock.now()) is None


def test_blocks_of_one_origin_are_told_over_the_sessions_that_are_over_the_last_first(workspace, clock, ran):
    for day, minutes in ((2, 20), (9, 32), (16, 15), (23, 33)):
        ran(day, minutes)
    coming = planned(workspace)
    with workspace.read() as tx:
        past = past_of(tx, coming, {"joint/Welcome", "joint/Thanks", "elsewhere"}, clock.now())
    assert past == {"joint/Welcome": Past((13, -5, 12, 0), (33, 15, 32, 20))}
    assert (past["joint/Welcome"].usual_longer, past["joint/Welcome"].usual_took) == (12, 32)


def test_no_more_sessions_are_read_than_are_told(workspace, clock, ran):
    for day in range(2, 7):
        ran(day, 21)
    coming = planned(workspace)
    with workspace.read() as tx:
        assert past_of(tx, coming, {"joint/Welcome"}, clock.now())["joint/Welcome"].longer == (1, 1, 1)


def test_a_session_that_still_runs_does_not_count(workspace, clock):
    clock.instant = TEN
    _session, blocks = run_a_session(workspace)
    coming = planned(workspace)
    with workspace.read() as tx:
        assert past_of(tx, coming, {blocks["Welcome"]}, clock.now()) == {}


def test_a_block_that_nobody_left_until_the_next_day_does_not_count(workspace, clock, ran):
    ran(2, 30)
    ran(9, 13 * 60)
    coming = planned(workspace)
    with workspace.read() as tx:
        assert past_of(tx, coming, {"joint/Welcome"}, clock.now()) == {"joint/Welcome": Past((10,), (30,))}


def test_of_a_session_that_ran_only_what_was_over_when_it_began_is_before_it(workspace, clock, ran):
    first, second, third = (ran(day, minutes) for day, minutes in ((2, 30), (9, 32), (16, 34)))
    with workspace.read() as tx:
        told = [past_of(tx, one, {"joint/Welcome"}, clock.now()) for one in (first, second, third)]
    assert told == [{}, {"joint/Welcome": Past((10,), (30,))}, {"joint/Welcome": Past((12, 10), (32, 30))}]


def test_a_plan_that_was_saved_from_a_session_knows_how_that_went(workspace, clock, ran):
    session_id = ran(2, 30, origin="")
    with workspace.change(Op.SAVE_TEMPLATE) as tx:
        save_template(tx, session_id, "Our way")
    coming = planned(workspace)
    with workspace.change(Op.USE_TEMPLATE) as tx:
        use_blocks(tx, coming, saved_templates(tx)[0].blocks)
    with workspace.read() as tx:
        plan = plan_of(tx, coming)
        past = past_of(tx, coming, {block.known_by for block in plan.every_block()}, clock.now())
        (longer,) = [one for one in findings_of(tx, plan, past) if isinstance(one, TookLonger)]
    assert [(one.title, one.minutes, one.past.usual_took) for one in longer.blocks] == [("Welcome", 20, 30)]
    with workspace.change(Op.CHANGE_BLOCK) as tx:
        assert give_minutes(tx, longer.fix) == [longer.blocks[0].block_id]
    with workspace.read() as tx:
        assert plan_of(tx, coming).blocks[0].minutes == 30
        assert TookLonger not in {type(one) for one in findings_of(tx, plan_of(tx, coming), past)}


def planned(workspace):
    """A session that is still to come."""
    with workspace.change(Op.ADD_SESSION) as tx:
        return add_session(tx).id


def printed(workspace, session_id):
    with workspace.read() as tx:
        return planned_and_actual.read(tx, Asked(workspace, session_id))


def test_the_sheet_says_what_was_planned_what_was_and_what_it_took_before(workspace, clock, ran):
    ran(2, 30)
    session_id = ran(9, 32)
    content = printed(workspace, session_id)
    assert content.summary == "Planned from 10:00 to 12:00, begun at 10:00. Finished at 11:04."
    first, second, *_others = content.blocks
    assert (first.title, first.planned, first.was) == (
        "Welcome",
        f"10:00, {unbroken('20 min')}",
        f"10:00, {unbroken('32 min')} · +12",
    )
    assert first.before == "This took 10 minutes longer last time."
    assert second.was == f"10:32, {unbroken('32 min')} · \N{MINUS SIGN}8"
    assert [one.title for one in content.blocks if one.title.startswith("A: ")] == ["A: Read it", "A: Write it"]


def test_the_sheet_of_a_session_that_nobody_finished_says_so(workspace, clock):
    clock.instant = TEN
    session_id, blocks = run_a_session(workspace)
    with workspace.change(Op.CATCH_UP) as tx:
        change_block(tx, blocks["Spare"], cut_first=1)
        give_more(tx, session_id, 5, now=clock.now())
        take_offer(tx, session_id, Offer(Way.DROP, 10, blocks["Spare"], 0), agreed=False, now=clock.now())
    assert printed(workspace, session_id).summary == "Planned from 10:00 to 12:00, begun at 10:00."
    assert [one.was for one in printed(workspace, session_id).blocks[:4]] == ["10:00, still runs", "", "", "left out"]
    clock.pass_time(days=1)
    assert "Nobody pressed Finish: taken to have ended at 10:25" in printed(workspace, session_id).summary


def test_the_sheet_of_a_session_that_was_not_run_has_its_plan_and_room_to_write(workspace, clock):
    with workspace.change(Op.ADD_SESSION) as tx:
        session_id = add_session(tx).id
        add_plan(tx, session_id)
    content = printed(workspace, session_id)
    assert content.summary.startswith("This session was not run by its plan")
    assert [one.was for one in content.blocks] == [""] * 8
