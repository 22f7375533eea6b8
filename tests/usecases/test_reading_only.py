"""Records that are open to be read alone: everything is shown, and nothing is written."""

import pytest
from sqlalchemy import text

from app.documents.commands import export, listed_on
from app.documents.style import PrintStyle
from app.settings.queries import members
from app.wording import sentence
from db.errors import Damaged, ForReadingOnly, ReadOnly
from db.journal import Op
from tests.builders import add_person, add_session


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
    made = export(workspace, session_id, ["evacuation-list"], tmp_path, PrintStyle(""), password=None)
    assert made[0].path.read_bytes().startswith(b"%PDF")
    with workspace.read() as tx:
        assert listed_on(tx, session_id) is None
