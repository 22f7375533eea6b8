"""What was parked, decided and promised: noted with the block that runs, changed, ticked off, taken back."""

from datetime import date

import pytest

from app.agenda.commands import delete_blocks
from app.agenda.queries import plan_of
from app.decisions.commands import add_log_item, change_log_item, delete_log_item
from app.decisions.errors import WordsMissing
from app.decisions.queries import log_item, log_of, open_notes
from app.live.commands import finish
from app.sessions.commands import delete_session
from app.wording import sentence
from db.journal import Op
from db.types import LogKind
from tests.usecases.running import TEN, run_a_session

LARGE = "Print the letter in large type"


@pytest.fixture
def session_id(workspace, clock):
    clock.instant = TEN
    return run_a_session(workspace)[0]


@pytest.fixture
def note(workspace, clock, session_id):
    def add(words=LARGE, **values):
        with workspace.change(Op.ADD_LOG_ITEM) as tx:
            return add_log_item(tx, session_id, words, now=clock.now(), **values)

    return add


def noted(workspace, session_id):
    with workspace.read() as tx:
        return log_of(tx, session_id)


def test_what_is_noted_is_parked_with_the_block_that_runs(workspace, clock, session_id, note):
    clock.pass_time(minutes=3)
    note(f"  {LARGE} ")
    (row,) = noted(workspace, session_id)
    assert (row.kind, row.words, row.block, row.noted_at) == (LogKind.PARKED, LARGE, "Welcome", clock.now())
    assert (row.who, row.by_when, row.done) == (None, None, False)


def test_an_action_has_somebody_and_a_day(workspace, session_id, note):
    note(kind=LogKind.ACTION, who=" Kavitha  R. ", by_when=date(2026, 12, 3))
    (row,) = noted(workspace, session_id)
    assert (row.kind, row.who, row.by_when) == (LogKind.ACTION, "Kavitha R.", date(2026, 12, 3))


def test_after_the_session_there_is_no_block_to_it(workspace, clock, session_id, note):
    with workspace.change(Op.FINISH_LIVE) as tx:
        finish(tx, session_id, now=clock.now())
    note()
    assert noted(workspace, session_id)[0].block == ""


def test_the_block_is_still_named_when_it_was_taken_out_of_the_plan(workspace, session_id, note):
    note("Parking")
    with workspace.change(Op.DELETE_BLOCKS) as tx:
        delete_blocks(tx, [block.id for block in plan_of(tx, session_id).blocks])
    with workspace.read() as tx:
        assert [(row.words, row.block) for row in log_of(tx, session_id)] == [("Parking", "Welcome")]


def test_without_words_nothing_is_noted_or_changed(workspace, session_id, note):
    with pytest.raises(WordsMissing) as refusal:
        note(" \n ")
    assert sentence(refusal.value).startswith("Say in a few words what it is")
    item = note()
    with pytest.raises(WordsMissing), workspace.change(Op.CHANGE_LOG_ITEM) as tx:
        change_log_item(tx, item, words="")
    assert [row.words for row in noted(workspace, session_id)] == [LARGE]


def test_it_can_be_changed_and_ticked_off(workspace, session_id, note):
    item = note()
    with workspace.change(Op.CHANGE_LOG_ITEM) as tx:
        change_log_item(tx, item, kind=LogKind.ACTION, who="Tom", done=True)
    with workspace.read() as tx:
        row = log_item(tx, session_id, item)
    assert row is not None
    assert (row.kind, row.who, row.done) == (LogKind.ACTION, "Tom", True)


def test_what_is_parked_or_to_be_done_waits_until_it_is_ticked(workspace, session_id, note):
    parked, _action, _decided = note(), note(kind=LogKind.ACTION), note(kind=LogKind.DECISION)
    with workspace.change(Op.CHANGE_LOG_ITEM) as tx:
        assert open_notes(tx, session_id) == 2
        change_log_item(tx, parked, done=True)
        tx.flush()
        assert open_notes(tx, session_id) == 1


def test_it_can_be_taken_away_by_itself_and_goes_with_its_session(workspace, session_id, note):
    first = note("First")
    note("Second")
    with workspace.change(Op.DELETE_LOG_ITEM) as tx:
        delete_log_item(tx, first)
    assert [row.words for row in noted(workspace, session_id)] == ["Second"]
    with workspace.change(Op.DELETE_SESSION) as tx:
        delete_session(tx, session_id)
    assert noted(workspace, session_id) == []
