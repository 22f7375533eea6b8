"""While a session runs, idleness and sleep cover instead of locking; the clock goes on, and nobody can act on it."""

import pytest
from PySide6.QtCore import Qt

from app.live.commands import start
from app.security.locking import Door, Use
from db.journal import Op
from tests.builders import add_session
from tests.ui.security.conftest import unlock
from tests.usecases.running import TEN, add_plan


@pytest.fixture
def program_that_runs(qtbot, begin, folder, clock):
    clock.instant = TEN
    program = begin(folder)
    unlock(qtbot, program)
    workspace = program.inside.window.desk.workspace
    with workspace.change(Op.ADD_SESSION) as tx:
        session_id = add_session(tx, "Joint event").id
        add_plan(tx, session_id)
    with workspace.change(Op.START_LIVE) as tx:
        start(tx, session_id, now=clock.now())
    return program


def pass_time(program, clock, **amount):
    clock.pass_time(**amount)
    program.inside.look_at_clock()
    program.inside.window.desk.live.tick()


def test_a_session_that_runs_makes_the_laptop_live_until_it_is_finished(program_that_runs):
    inside = program_that_runs.inside
    assert inside.use is Use.LIVE
    inside.window.living.acting.finish()
    assert inside.use is Use.ORDINARY


@pytest.mark.parametrize("amount", [{"seconds": 25, "minutes": 0}, {"hours": 1}], ids=["idle", "asleep"])
def test_it_covers_instead_of_locking_and_the_clock_goes_on(program_that_runs, clock, amount):
    for _each in range(30 if "seconds" in amount else 1):
        pass_time(program_that_runs, clock, **amount)
    inside = program_that_runs.inside
    assert inside.door is Door.COVERED
    assert inside.cover._above.isVisible()
    assert inside.cover._above.words.accessibleName() == inside.window.desk.live.face.spoken


def test_behind_the_cover_nothing_can_be_done_in_the_run(qtbot, program_that_runs):
    inside = program_that_runs.inside
    inside.window.living.big.open()
    inside.shut()
    for widget in (program_that_runs.frame, inside.window.living.big):
        for key in (Qt.Key.Key_F8, Qt.Key.Key_F7, Qt.Key.Key_F5):
            qtbot.keyClick(widget, key)
    assert inside.window.desk.live.face.block == "Welcome"
    assert inside.window.living.big.isVisible()
    assert not inside.window.living.note_in_big.isVisible()


def test_locking_ends_the_big_view_too(program_that_runs):
    inside = program_that_runs.inside
    big = inside.window.living.big
    big.open()
    inside.lock()
    assert not big.isVisible()
