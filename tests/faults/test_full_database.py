"""No room for another page of the records, as SQLite itself tells it: a sentence, and nothing is half done."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from app.attendance.commands import check_in
from app.backup.commands import back_up_to
from app.backup.queries import last_stick
from app.checking.files import check_workspace
from app.documents.commands import export
from app.documents.passwords import IN_CLEAR
from app.documents.style import PrintStyle
from app.people.commands import change_person
from app.workspace import Workspace
from db.errors import DiskFull, Unavailable
from db.journal import Op
from db.local import LocalSetting
from db.models import Person
from tests.clocks import TestClock
from tests.faults.places import LIST, MORNING, import_list, invited, opened, session_of, told, walk_in_to
from tests.faults.table import Condition, WayOut, fault, way_out

Act = Callable[[Workspace], object]
MOST_PAGES = 400
COLUMNS = 490


@pytest.fixture
def workspace(folder: Path) -> Iterator[Workspace]:
    workspace = opened(folder, TestClock(MORNING))
    yield workspace
    workspace.close()


def all_checked_in(workspace: Workspace) -> None:
    with workspace.read() as tx:
        session_id, people = session_of(tx), invited(tx)
    with workspace.change(Op.CHECK_IN) as tx:
        for person_id in people:
            check_in(tx, session_id, person_id, at=MORNING, now=MORNING)


def importing(workspace: Workspace) -> None:
    import_list(workspace, a_list(workspace, LIST))


def importing_many_columns(workspace: Workspace) -> None:
    """What is remembered of the columns of such lists takes more room than the people."""
    import_list(workspace, a_list(workspace, many_columns("Answer")))


def many_columns(title: str) -> str:
    header = "".join(f",{title} {number}" for number in range(COLUMNS))
    return f"Name{header}\nJagoda {title}{',' * COLUMNS}\n"


def a_list(workspace: Workspace, written: str) -> Path:
    path = workspace.folder.with_name("people.csv")
    path.write_text(written, encoding="utf-8")
    return path


def fill(workspace: Workspace) -> None:
    """Write until the pages that there are hold not another change, wherever in them it would stand."""
    let_grow_by(workspace, 0)
    with workspace.read() as tx:
        people = invited(tx)
    for person_id in people:
        with suppress(DiskFull):
            for number in range(1000):
                with workspace.change(Op.CHANGE_PERSON) as tx:
                    change_person(tx, person_id, pronouns=f"{number:04}")


def let_grow_by(workspace: Workspace, pages: int) -> None:
    with workspace.read() as tx:
        now = tx.connection().exec_driver_sql("PRAGMA page_count").scalar_one()
        tx.connection().exec_driver_sql(f"PRAGMA max_page_count = {now + pages}")


@way_out(WayOut.FREE_SPACE)
@pytest.mark.parametrize(
    "act",
    [
        pytest.param(all_checked_in, marks=fault(Condition.FULL_WHILE_CHECKING_IN)),
        pytest.param(importing, marks=fault(Condition.FULL_WHILE_IMPORTING)),
        pytest.param(importing_many_columns, marks=fault(Condition.FULL_WHILE_IMPORTING)),
    ],
)
def test_without_room_nothing_is_half_done_and_with_room_it_is_done(workspace, seen, act):
    """Room is given page by page, so that it runs out at every place of the writing in turn."""
    import_list(workspace, a_list(workspace, many_columns("Question")))
    fill(workspace)
    with workspace.read() as tx:
        before = told(tx)
    assert any(done_within(workspace, act, pages, seen) for pages in range(MOST_PAGES))
    with workspace.read() as tx:
        assert len(told(tx)) == len(before) + 1
        assert check_workspace(tx, workspace.folder).findings == ()


@fault(Condition.FULL_WHILE_CHECKING_IN)
def test_people_are_checked_in_until_there_is_no_room_and_again_when_there_is(workspace, seen):
    let_grow_by(workspace, 0)
    done = next(number for number in range(1000) if not done_within(workspace, walk_in_to, 0, seen))
    assert done_within(workspace, walk_in_to, 20, seen)
    with workspace.read() as tx:
        assert sum(row.name == "Jean-Luc Moreau" for row in tx.query(Person)) == done + 1
        assert check_workspace(tx, workspace.folder).findings == ()


@pytest.fixture
def without_room(workspace: Workspace) -> Workspace:
    """Records in which not another note finds room."""
    let_grow_by(workspace, 0)
    for letters in (200, 20, 0):
        with suppress(DiskFull):
            for number in range(1000):
                with workspace.note() as tx:
                    tx.add(LocalSetting(name=f"{letters} {number}", value="n" * letters))
    return workspace


def test_a_backup_on_a_stick_is_made_though_it_cannot_be_noted(without_room, tmp_path):
    (tmp_path / "stick").mkdir()
    copy = back_up_to(without_room, tmp_path / "stick")
    assert copy.good
    with without_room.read() as tx:
        assert last_stick(tx) is None


def test_a_sheet_is_made_though_it_cannot_be_noted(without_room, tmp_path):
    with without_room.read() as tx:
        session_id = session_of(tx)
    made = export(without_room, session_id, ["evacuation-list"], tmp_path, PrintStyle(""), passwords=IN_CLEAR)
    assert made[0].path.read_bytes().startswith(b"%PDF")


def done_within(workspace: Workspace, act: Act, pages: int, seen: Callable[[Unavailable], None]) -> bool:
    """Whether an act is done with room for so many more pages; when it is not, nothing of it is."""
    let_grow_by(workspace, pages)
    with workspace.read() as tx:
        before = told(tx)
    try:
        act(workspace)
    except DiskFull as error:
        seen(error)
        with workspace.read() as tx:
            assert told(tx) == before
        return False
    return True
