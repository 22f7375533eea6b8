"""What is done by itself while the records are open: in its order, in nobody's way, and damage found."""

import os
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QThread

from app.backup.queries import copies
from app.backup.rules import Why
from app.door import FILES, KEYS, RECORDS
from app.files.sweeping import SAFE_AGE
from db.errors import ForReadingOnly
from db.journal import Op
from db.models import EmergencyContact
from db.types import RecordId
from tests.builders import add_person
from ui.backup.keeping import MOST_PUT_OFF, Keeping

PAGE = 4096


@pytest.fixture
def keeping(desk) -> Keeping:
    return desk.keeping


def one_thing(qtbot, keeping: Keeping) -> None:
    """Let it do the next thing that is due, and wait until that is done."""
    with qtbot.waitSignal(keeping.errands.ended):
        keeping.go_on()


def everything(qtbot, keeping: Keeping) -> None:
    """Let it do all that is due now: list, look, sweep, count, back up, list anew."""
    for _ in range(6):
        keeping.go_on()
        qtbot.waitUntil(lambda: not keeping.errands.running)


def damage_the_last_page(workspace) -> None:
    """Write over a page of the records, as a bad disk would; what is open reads it anew."""
    with workspace.change(Op.ADD_PERSON) as tx:
        add_person(tx)
    with workspace.read() as tx:
        tx.connection().exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    path = workspace.folder / RECORDS
    with path.open("r+b") as file:
        file.seek(path.stat().st_size - PAGE)
        file.write(os.urandom(PAGE))


def test_nothing_begins_by_itself_before_the_first_page_had_its_time(qtbot, keeping):
    with qtbot.assertNotEmitted(keeping.errands.began):
        keeping.begin()
    assert not keeping.errands.running


def test_while_somebody_types_it_waits_but_not_for_ever(qtbot, keeping):
    began: list[str] = []
    keeping.errands.began.connect(began.append)
    keeping.note_use()
    for _ in range(MOST_PUT_OFF):
        keeping.note_use()
        keeping.go_on()
    assert began == []
    with qtbot.waitSignal(keeping.errands.ended):
        keeping.go_on()
    assert began == [""]


def test_a_file_that_no_record_names_is_swept(qtbot, keeping, workspace, clock):
    orphan = workspace.folder / FILES / "ab" / "ab12"
    orphan.parent.mkdir(parents=True)
    orphan.write_bytes(b"left by a power cut")
    long_ago = (clock.now() - 2 * SAFE_AGE).timestamp()
    os.utime(orphan, (long_ago, long_ago))
    everything(qtbot, keeping)
    assert not orphan.exists()
    assert workspace.only_read is None


def test_damage_is_found_and_from_then_on_nothing_is_written(qtbot, keeping, workspace):
    damage_the_last_page(workspace)
    everything(qtbot, keeping)
    assert keeping.safety.damaged
    assert copies(workspace.folder) == ()
    with pytest.raises(ForReadingOnly), workspace.note():
        pass


def test_a_backup_is_made_when_one_is_due_and_not_before_the_next_is(qtbot, keeping, workspace, clock):
    everything(qtbot, keeping)
    assert [copy.why for copy in copies(workspace.folder)] == [Why.DAILY]
    assert keeping.safety.last_good == clock.now()
    everything(qtbot, keeping)
    assert len(copies(workspace.folder)) == 1
    clock.pass_time(hours=1)
    with workspace.change(Op.ADD_PERSON) as tx:
        add_person(tx)
    everything(qtbot, keeping)
    assert [copy.why for copy in copies(workspace.folder)] == [Why.HOURLY, Why.DAILY]


def test_what_is_due_to_go_is_counted(qtbot, keeping, workspace):
    with workspace.change(Op.ADD_PERSON) as tx:
        whose = add_person(tx).id
        tx.add(EmergencyContact(id=RecordId("c"), person_id=whose, name="Sadia", purge_on=date(2026, 11, 1)))
    everything(qtbot, keeping)
    assert keeping.safety.purge_due == 1


def test_a_backup_that_fails_is_told_with_the_reason_and_tried_again_later(qtbot, keeping, workspace, clock):
    (workspace.folder / KEYS).rename(workspace.folder / "away")
    everything(qtbot, keeping)
    assert keeping.safety.fails.startswith("The file keys.json is missing")
    (workspace.folder / "away").rename(workspace.folder / KEYS)
    everything(qtbot, keeping)
    assert keeping.safety.fails
    clock.pass_time(minutes=10)
    everything(qtbot, keeping)
    assert keeping.safety.fails == ""
    assert len(copies(workspace.folder)) == 1


def test_locking_in_the_middle_waits_for_nothing_and_tells_nobody(qtbot, keeping, workspace):
    keeping.go_on()
    keeping.end()
    workspace.close()
    qtbot.waitUntil(lambda: not keeping.errands.running)
    assert keeping.safety.opened_at - workspace.clock.now() == timedelta(0)
    assert not keeping.safety.damaged


def test_the_window_s_thread_does_none_of_it(qtbot, keeping):
    here = QThread.currentThread()
    seen: list[bool] = []
    keeping.ask(lambda _job: seen.append(QThread.currentThread() is here), print, print, title="Looking")
    qtbot.waitUntil(lambda: seen == [False])
