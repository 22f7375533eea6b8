"""Damaged records: a backup is offered where they cannot be opened, and over every page where they can."""

import os

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QThreadPool

from app.backup.commands import back_up
from app.backup.rules import Why
from app.door import KEYS, RECORDS
from app.opening import unlock_workspace
from db.errors import Damaged
from db.journal import Op
from tests.builders import add_person
from tests.ui.people.steps import words
from tests.ui.security.conftest import PASSPHRASE, unlock
from ui.find.panel import FindPanel
from ui.places import Place
from ui.start import migrate

PAGE = 4096


@pytest.fixture(autouse=True)
def all_done():
    yield
    QThreadPool.globalInstance().waitForDone()


@pytest.fixture
def folder(folder, clock):
    """A workspace with a backup in which Ada is, and after which Björk came."""
    opened = unlock_workspace(folder, PASSPHRASE, clock=clock, migrate=migrate, least_kib=64)
    with opened.change(Op.ADD_PERSON) as tx:
        add_person(tx, "Ada")
    back_up(opened, Why.DAILY)
    with opened.change(Op.ADD_PERSON) as tx:
        add_person(tx, "Björk")
    opened.close()
    clock.pass_time(hours=1)
    return folder


def spoil(path, at: int) -> None:
    """Write over a page, as a bad disk would."""
    with path.open("r+b") as file:
        file.seek(at)
        file.write(os.urandom(PAGE))


def names(program) -> list[str]:
    with program.inside.window.desk.workspace.read() as tx:
        return [row[0] for row in tx.connection().exec_driver_sql("SELECT name FROM person ORDER BY name")]


def try_passphrase(qtbot, program, passphrase: str) -> None:
    program.unlock.passphrase.clear()
    qtbot.keyClicks(program.unlock.passphrase.field.line, passphrase)
    qtbot.keyClick(program.unlock.passphrase.field.line, Qt.Key.Key_Return)


def first_page(folder):
    spoil(folder / RECORDS, 16)


def all_of_the_keys(folder):
    (folder / KEYS).write_text("{}")


@pytest.mark.parametrize("damage", [first_page, all_of_the_keys])
def test_what_cannot_be_opened_offers_the_newest_backup_and_restores_it(qtbot, begin, folder, answers, damage):
    damage(folder)
    program = begin(folder)
    assert not program.unlock.restore.isVisible()
    try_passphrase(qtbot, program, PASSPHRASE)
    qtbot.waitUntil(program.unlock.restore.isVisible)
    assert program.unlock.restore.text() == "Restore the backup of today at 9:30"
    with qtbot.waitSignal(program.opened):
        program.unlock.restore.click()
    assert answers.asked == ["Restore the backup of today at 9:30?"]
    assert names(program) == ["Ada"]


def test_not_yet_leaves_the_damaged_records_as_they_are(qtbot, begin, folder, answers):
    first_page(folder)
    before, answers.agrees = (folder / RECORDS).read_bytes(), False
    program = begin(folder)
    try_passphrase(qtbot, program, PASSPHRASE)
    qtbot.waitUntil(program.unlock.restore.isVisible)
    program.unlock.restore.click()
    assert program.inside is None
    assert (folder / RECORDS).read_bytes() == before


def test_a_wrong_passphrase_of_whole_records_offers_no_backup(qtbot, begin, folder):
    program = begin(folder)
    try_passphrase(qtbot, program, "eight quiet herons wading")
    qtbot.waitUntil(lambda: bool(program.unlock.passphrase.field.refusal))
    assert not program.unlock.restore.isVisible()


def test_damage_inside_is_found_while_they_are_open_and_said_over_every_page(qtbot, begin, folder, answers):
    spoil(folder / RECORDS, (folder / RECORDS).stat().st_size - PAGE)
    program = begin(folder)
    unlock(qtbot, program)
    window = program.inside.window
    for _ in range(2):
        window.desk.keeping.go_on()
        qtbot.waitUntil(lambda: not window.desk.keeping.errands.running)
    window.desk.places.go(Place("history"))
    assert window.only_read.isVisible()
    assert window.only_read.banner.title.text() == "The records are damaged"
    assert window.only_read.restore.text() == "Restore the backup of today at 9:30"
    assert window.strip.items["saved"].text() == "Records damaged, for reading only"
    with qtbot.waitSignal(program.opened):
        window.only_read.restore.click()
    assert answers.asked == ["Restore the backup of today at 9:30?"]
    assert names(program) == ["Ada"]
    assert program.inside.window.page.said.title.text() == "The backup was restored."
    assert not program.inside.window.only_read.isVisible()


def root_of(folder, clock, table: str) -> int:
    """Where the first page of a table begins in the file, in bytes."""
    opened = unlock_workspace(folder, PASSPHRASE, clock=clock, migrate=migrate, least_kib=64)
    with opened.read() as tx:
        found = tx.connection().exec_driver_sql(f"SELECT rootpage FROM sqlite_master WHERE name = '{table}'")
        page = found.scalar_one()
    opened.close()
    return (page - 1) * PAGE


@pytest.mark.parametrize("place", ["people", "duplicates"])
def test_damage_that_a_page_meets_is_said_on_it_and_nothing_is_written_any_more(qtbot, begin, folder, clock, place):
    spoil(folder / RECORDS, root_of(folder, clock, "person"))
    program = begin(folder)
    unlock(qtbot, program)
    window = program.inside.window
    window.desk.places.go(Place(place))
    qtbot.waitUntil(window.only_read.isVisible)
    qtbot.waitUntil(lambda: "The records are damaged. Nothing more will be written" in " ".join(words(window.page)))
    assert isinstance(window.desk.workspace.only_read, Damaged)
    assert window.desk.keeping.safety.damaged
    window.find_asked.emit()
    finding = window.findChild(FindPanel)
    finding.search.set_text("Bj")
    assert finding.model.rows == []
    program.inside.lock()


def test_locking_damaged_records_writes_nothing(qtbot, begin, folder):
    spoil(folder / RECORDS, (folder / RECORDS).stat().st_size - PAGE)
    program = begin(folder)
    unlock(qtbot, program)
    for _ in range(2):
        program.inside.window.desk.keeping.go_on()
        qtbot.waitUntil(lambda: not program.inside.window.desk.keeping.errands.running)
    with qtbot.waitSignal(program.shut):
        program.inside.lock()
    assert program.inside is None


class Painted(QObject):
    """Notes when a page was painted first."""

    def __init__(self, told) -> None:
        super().__init__()
        self._told = told

    def eventFilter(self, _watched, event) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self._told("painted")
        return False


def test_today_is_painted_before_anything_is_done_by_itself(qtbot, begin, folder):
    program = begin(folder)
    order: list[str] = []
    painted = Painted(order.append)

    def entered() -> None:
        program.inside.window.page.installEventFilter(painted)
        errands = program.inside.window.desk.keeping.errands
        errands.began.connect(lambda _title: order.append("began"))
        if errands.running:
            order.append("began")

    program.opened.connect(entered)
    unlock(qtbot, program)
    qtbot.waitUntil(lambda: "painted" in order)
    assert "began" not in order
    program.inside.window.desk.keeping.go_on()
    qtbot.waitUntil(lambda: "began" in order)


def test_a_folder_that_cannot_be_written_opens_to_be_read(qtbot, begin, folder):
    (folder / "lock").unlink(missing_ok=True)
    (folder / "lock").mkdir()
    program = begin(folder)
    unlock(qtbot, program)
    assert program.inside.window.only_read.banner.title.text() == "This folder cannot be written"
    assert names(program) == ["Ada", "Björk"]
    program.inside.lock()
