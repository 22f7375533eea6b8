# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents made for different readers from the same records."""

import pytest

from app.attendance import commands
from app.documents.commands import export
from app.documents.document import USUAL
from app.documents.drawing import draw
from app.documents.errors import NoEasyRead
from app.documents.pack import RESTRICTED_PACK, ROOM_PACK
from app.documents.passwords import IN_CLEAR
from app.documents.style import PrintStyle, Variant
from app.wording import sentence
from app.workspace import Workspace
from db.journal import Op
from db.types import Role, SessionId
from tests.builders import add_person, add_project, add_session
from tests.documents.reading import page_texts
from tests.usecases.test_session_documents import NINE

EASY = PrintStyle("", variant=Variant.EASY_READ)


@pytest.fixture
def session_id(workspace: Workspace) -> SessionId:
    with workspace.change(Op.CHECK_IN) as tx:
        session_id = add_session(tx, "Joint event", project_id=add_project(tx, "Clear letters").id).id
        shirin = add_person(tx, "Shirin Akter").id
        commands.invite(tx, session_id, [shirin], Role.COMMUNITY)
        commands.check_in(tx, session_id, shirin, at=NINE, now=NINE)
    return session_id


def test_letters_are_drawn_in_easy_read(workspace, session_id):
    (drawn,) = draw(workspace, session_id, ["thank-you-letters"], EASY)
    assert (drawn.title, drawn.variant) == ("Thank-you letters, easy read", Variant.EASY_READ)
    assert "You came to this meeting: Joint event" in page_texts(drawn.pdf)[1]


def test_the_variants_of_a_document_lie_side_by_side(workspace, session_id, tmp_path):
    for variant in Variant:
        style = PrintStyle("", variant=variant)
        export(workspace, session_id, ["thank-you-letters"], tmp_path, style, passwords=IN_CLEAR)
    assert sorted(path.stem.rpartition(" - ")[2] for path in tmp_path.glob("*.pdf")) == [
        "Thank-you letters",
        "Thank-you letters, easy read",
        "Thank-you letters, large print",
    ]


def test_what_has_no_easy_read_comes_in_large_print_beside_what_has(workspace, session_id):
    drawn = draw(workspace, session_id, ["sign-in-sheet", "thank-you-letters"], EASY)
    assert [one.variant for one in drawn] == [Variant.LARGE_PRINT, Variant.EASY_READ]
    assert drawn[0].title == "Sign-in sheet, large print"


def test_easy_read_of_what_has_none_is_refused(workspace, session_id):
    with pytest.raises(NoEasyRead) as refused:
        draw(workspace, session_id, ["sign-in-sheet"], EASY)
    assert sentence(refused.value) == "“Sign-in sheet” has no easy read. Take large print instead."


def test_a_pack_is_offered_as_what_is_in_it_is(workspace, session_id):
    assert RESTRICTED_PACK.variants == USUAL
    assert ROOM_PACK.variants == (*USUAL, Variant.EASY_READ)
    with pytest.raises(NoEasyRead) as refused:
        draw(workspace, session_id, [RESTRICTED_PACK.name, "table-plan"], EASY)
    assert "None of these has an easy read: Pack for the person in charge, Table plan." in sentence(refused.value)


def test_a_pack_with_a_document_in_easy_read_has_the_others_beside_it(workspace, session_id):
    (drawn,) = draw(workspace, session_id, [ROOM_PACK.name], EASY)
    text = " ".join(page_texts(drawn.pdf))
    assert drawn.title == "Pack for the room, easy read"
    assert "We are still making the plan of the day." in text
    assert "Sign-in slips" in text
