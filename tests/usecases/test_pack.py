# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole packs: everything for the morning in one file, and nothing restricted in what the room may see."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from app.attendance import commands
from app.documents.catalogue import DOCUMENTS, DocumentClass, When
from app.documents.commands import export, listed_on, view
from app.documents.drawing import draw
from app.documents.errors import OnlyWithPassword
from app.documents.pack import PACKS, ROOM_PACK, WHOLE_PACK
from app.documents.passwords import IN_CLEAR, Passwords
from app.documents.style import PrintStyle
from app.documents.viewer import Viewer
from app.documents.words import missing_words
from app.people.belongings import add_need
from app.workspace import Workspace
from db.journal import Op
from db.types import Role, SessionId
from tests.builders import add_person, add_project, add_session, add_venue
from tests.documents.reading import page_texts
from tests.documents.samples import LARGE, STANDARD
from tests.documents.standards import A_2A, UA_1, broken_rules, broken_syntax

STYLE = PrintStyle("")
DAY = date(2026, 11, 26)


@pytest.fixture
def session_id(workspace: Workspace) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        venue, project = add_venue(tx, muster_point="By the oak").id, add_project(tx, "Clear letters").id
        session_id = add_session(tx, "Joint event", venue_id=venue, project_id=project).id
    with workspace.change(Op.INVITE) as tx:
        shirin = add_person(tx, "Shirin Akter", family_name="Akter", allergy="Sesame").id
        odd = add_person(tx, "Li \U00012000", family_name=None).id
        commands.invite(tx, session_id, [shirin, odd], Role.COMMUNITY)
        add_need(tx, shirin, "wheelchair", today=DAY, detail="Powered chair")
    return session_id


def texts(workspace: Workspace, session_id: SessionId, name: str) -> list[str]:
    (drawn,) = draw(workspace, session_id, [name], STYLE)
    return page_texts(drawn.pdf)


def test_the_first_page_says_what_is_where_and_how_to_go_on_without_the_laptop(workspace, session_id):
    first = texts(workspace, session_id, "whole-pack")[0]
    for document in DOCUMENTS:
        assert (document.place() in first) == (document.when is When.BEFORE)
    assert "Not in this pack, as it goes on labels or card: Name badges" in first
    for words in ("If the laptop dies", "to this place: By the oak.", "“Key back from paper”"):
        assert words in first


def test_the_whole_pack_begins_with_the_evacuation_list_and_has_spare_slips(workspace, session_id):
    heads = [text.split(" Joint event")[0] for text in texts(workspace, session_id, "whole-pack")]
    assert list(dict.fromkeys(heads))[:2] == ["Whole pack", "Evacuation list"]
    assert any(head.startswith("Sign-in slips") for head in heads)


def test_the_first_page_counts_the_pages_of_each_sheet(workspace, session_id):
    pages = texts(workspace, session_id, "room-pack")
    sheets = [text for text in pages if "tick Here, write the time" in text]
    assert sheets
    assert f"Sign-in sheet {len(sheets)} On the table by the door." in pages[0]


def test_nothing_restricted_is_in_the_pack_for_the_room(workspace, session_id):
    text = " ".join(texts(workspace, session_id, "room-pack"))
    assert [word for word in ("Restricted", "Sesame", "chair", "Akter") if word in text] == []
    assert "Shirin A." in text
    assert all(one.shown_to is not DocumentClass.RESTRICTED for one in ROOM_PACK.documents)


def test_the_whole_pack_holds_what_both_hold(workspace, session_id):
    text = " ".join(texts(workspace, session_id, "whole-pack"))
    assert all(words in text for words in ("Sesame", "Powered chair", "Shirin A.", "Restricted"))
    assert WHOLE_PACK.shown_to is DocumentClass.RESTRICTED


def test_a_pack_has_blank_spares(workspace, session_id):
    (alone,) = draw(workspace, session_id, ["sign-in-sheet"], STYLE)
    pack = " ".join(texts(workspace, session_id, "room-pack"))
    assert " 16 " in pack
    assert " 16 " not in " ".join(page_texts(alone.pdf))
    assert "17. Name:" in pack


@pytest.mark.parametrize("style", [STANDARD, LARGE], ids=["standard", "large"])
@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_a_pack_keeps_both_standards(workspace, session_id, tmp_path: Path, pack, style):
    (drawn,) = draw(workspace, session_id, [pack.name], style)
    path = tmp_path / "pack.pdf"
    path.write_bytes(drawn.pdf)
    assert broken_rules(path, UA_1) == broken_rules(path, A_2A) == broken_syntax(path) == []


def test_every_sheet_of_a_pack_is_listed_to_jump_to(workspace, session_id):
    (drawn,) = draw(workspace, session_id, ["whole-pack"], STYLE)
    with pikepdf.open(BytesIO(drawn.pdf)) as file, file.open_outline() as outline:
        titles = [entry.title for entry in outline.root]
    sheets = ["Evacuation list", "Access needs", "Kitchen sheet", "Taxis home", "Run sheet", "Agenda", "Materials"]
    assert titles[:8] == ["Whole pack", *sheets]
    assert len(titles) == 1 + len(WHOLE_PACK.documents)


def test_the_same_records_give_the_same_pack(workspace, session_id):
    one, other = (draw(workspace, session_id, ["whole-pack"], STYLE)[0] for _time in range(2))
    assert one.pdf == other.pdf


def test_saving_the_restricted_pack_counts_as_making_the_evacuation_list(workspace, session_id, tmp_path):
    export(workspace, session_id, ["room-pack"], tmp_path, STYLE, passwords=IN_CLEAR)
    with workspace.read() as tx:
        assert listed_on(tx, session_id) is None
    (made,) = export(
        workspace, session_id, ["restricted-pack"], tmp_path, STYLE, passwords=Passwords("4821-0937-5510-2266")
    )
    with workspace.read() as tx:
        assert listed_on(tx, session_id) is not None
    assert made.protected


def test_the_viewer_never_gets_a_restricted_pack(workspace, session_id, tmp_path):
    viewer = Viewer(tmp_path / "viewer")
    with pytest.raises(OnlyWithPassword):
        view(workspace, session_id, ["whole-pack"], viewer, STYLE)
    (made,) = view(workspace, session_id, ["room-pack"], viewer, STYLE)
    assert made.path.name == "Pack for the room.pdf"


def test_names_that_no_font_can_draw_are_known_before_anything_is_written(workspace, session_id):
    told, where = missing_words(one.printed for one in draw(workspace, session_id, ["room-pack"], STYLE))
    assert told.endswith("stands for them: \U00012000")
    assert where == "They are in: Li \U00012000"
    assert missing_words(one.printed for one in draw(workspace, session_id, ["certificates"], STYLE)) == ("", "")
