"""Records that are open to be read alone: everything is shown, and nothing is written."""

import pytest
from sqlalchemy import text

from app.attendance.commands import invite
from app.documents.commands import export, listed_on
from app.documents.drawing import draw
from app.documents.passwords import IN_CLEAR
from app.documents.style import PrintStyle
from app.opening import create_workspace
from app.reading import read_workspace
from app.security.errors import WrongPassphrase
from app.security.keys import Cost
from app.settings.queries import members
from app.wording import sentence
from db.errors import Damaged, ForReadingOnly, ReadOnly
from db.journal import Op
from tests.builders import add_person, add_session
from tests.documents.reading import page_texts

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "seven quiet herons wading"


@pytest.fixture
def damaged(workspace):
    workspace.write_no_more(Damaged(workspace.folder / "records.db"))
    return workspace


def test_nothing_is_changed_or_noted_and_all_can_be_read(damaged, heard):
    with pytest.raises(ForReadingOnly) as refused, damaged.change(Op.ADD_PERSON) as tx:
        add_person(tx)
    with pytest.raises(ForReadingOnly), damaged.note():
        pass
    with damaged.read() as tx:
        assert [member.name for member in members(tx)] == ["Ruth A."]
    assert heard == []
    assert sentence(refused.value).startswith("Nothing was changed: the records are damaged")


def test_a_folder_that_cannot_be_written_is_named(workspace):
    workspace.write_no_more(ReadOnly(workspace.folder))
    with pytest.raises(ForReadingOnly) as refused, workspace.note():
        pass
    assert str(workspace.folder) in sentence(refused.value)


def test_the_file_itself_refuses_what_gets_past_the_door(damaged):
    with pytest.raises(ReadOnly), damaged.read() as tx:
        tx.execute(text("DELETE FROM draft"))


def test_the_evacuation_list_is_made_all_the_same(workspace, tmp_path):
    with workspace.change(Op.ADD_SESSION) as tx:
        session_id = add_session(tx).id
    workspace.write_no_more(Damaged(workspace.folder))
    made = export(workspace, session_id, ["evacuation-list"], tmp_path, PrintStyle(""), passwords=IN_CLEAR)
    assert made[0].path.read_bytes().startswith(b"%PDF")
    with workspace.read() as tx:
        assert listed_on(tx, session_id) is None


def test_the_pack_is_made_from_damaged_records_with_everybody_on_the_sign_in_sheet(workspace, tmp_path):
    with workspace.change(Op.ADD_SESSION) as tx:
        session_id = add_session(tx).id
        invite(tx, session_id, [add_person(tx, name).id for name in ("Zoë Brandão", "Ada Byron")], None)
    workspace.write_no_more(Damaged(workspace.folder))
    (drawn,) = draw(workspace, session_id, ["room-pack"], PrintStyle(""))
    text = " ".join(page_texts(drawn.pdf))
    assert "1 Ada Byron 2 Zoë Brandão 3" in text


@pytest.fixture
def locked_away(tmp_path, clock):
    """A folder with a workspace in which nothing can be written, as its lock cannot be taken."""
    folder = tmp_path / "team"
    create_workspace(folder, team="North", member="Ruth A.", passphrase=PASSPHRASE, clock=clock, cost=CHEAP).close()
    (folder / "lock").unlink()
    (folder / "lock").mkdir()
    return folder


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_that_cannot_be_written_opens_to_be_read_and_stays_as_it_was(locked_away, clock):
    before = contents(locked_away)
    opened = read_workspace(locked_away, PASSPHRASE, clock=clock, least_kib=64)
    with opened.read() as tx:
        assert [member.name for member in members(tx)] == ["Ruth A."]
    with pytest.raises(ForReadingOnly), opened.note():
        pass
    opened.close()
    assert contents(locked_away) == before


def test_it_takes_the_same_passphrase(locked_away, clock):
    with pytest.raises(WrongPassphrase):
        read_workspace(locked_away, "eight quiet herons wading", clock=clock, least_kib=64)


def test_what_a_dead_program_left_beside_the_records_is_not_passed_over(locked_away, clock):
    (locked_away / "records.db-wal").write_bytes(b"changes")
    with pytest.raises(ReadOnly):
        read_workspace(locked_away, PASSPHRASE, clock=clock, least_kib=64)
