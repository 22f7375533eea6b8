"""Templates and cards: what comes with the program, and what a team saves of its own plans."""

import json
from itertools import chain

import pytest

from app.agenda.checker import NoWellbeingPerson
from app.agenda.checking import check_plan
from app.agenda.commands import add_block, change_block
from app.agenda.errors import BlockNeedsTitle, NothingToSave
from app.agenda.library import AGENDA, block_from, cards, kept_form, saved_cards, saved_templates, templates
from app.agenda.materials import add_material
from app.agenda.queries import plan_of
from app.agenda.saving import delete_saved, save_card, save_template, use_blocks
from app.agenda.tracks import add_track
from app.sessions.commands import change_session
from app.workspace import Workspace
from db.journal import Op
from db.types import BlockKind, Per, SessionId
from tests.builders import add_session

LENGTHS = {
    "joint_event": 180,
    "patient_event": 150,
    "staff_event": 90,
    "design_group": 90,
    "listening_cafe": 60,
    "postcards": 75,
    "always_event": 120,
    "deputies": 15,
    "celebration": 120,
}
CARDS = [
    "deputies",
    "what_matters",
    "emotional_map",
    "touchpoint_wall",
    "dot_vote",
    "five_ps",
    "four_criteria",
    "check_in",
    "check_out",
    "you_said",
]
OURS = {template.key: template for template in templates()}
BLOCKS = [*(card.block for card in cards()), *chain.from_iterable(template.blocks for template in templates())]


@pytest.fixture
def session_id(workspace: Workspace) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        return add_session(tx).id


def test_there_is_a_template_for_each_kind_of_session_and_it_takes_as_long_as_it_says():
    assert {key: template.minutes for key, template in OURS.items()} == LENGTHS


def test_there_is_a_card_for_each_activity():
    assert [card.key for card in cards()] == CARDS


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.origin)
def test_every_block_says_what_it_is_for_and_how_it_is_done(block):
    assert block.steps
    assert block.purpose or block.kind in (BlockKind.BREAK, BlockKind.BUFFER)


@pytest.mark.parametrize("card", cards(), ids=lambda card: card.key)
def test_every_card_can_be_chosen_by_what_it_is_good_for(card):
    assert card.about.endswith(".")
    assert card.block.purpose
    assert card.block.minutes


def test_credit_is_given_where_it_is_due():
    credits = {card.key: card.credit for card in cards()}
    assert "Carol Munt" in credits["deputies"]
    assert "registered trademark" in credits["four_criteria"]
    assert "registered trademark" in OURS["always_event"].credit


@pytest.mark.parametrize("name", ["cards", "templates"])
def test_everything_names_its_source(name):
    kept = json.loads((AGENDA / f"{name}.json").read_text(encoding="utf-8"))
    assert all(one["source"] for one in kept[name])


@pytest.mark.parametrize("template", templates(), ids=lambda template: template.key)
def test_a_template_fills_a_plan(workspace, session_id, template):
    with workspace.change(Op.USE_TEMPLATE) as tx:
        use_blocks(tx, session_id, template.blocks)
    with workspace.read() as tx:
        plan = plan_of(tx, session_id)
    assert [(block.title, block.minutes) for block in plan.blocks] == [
        (block.title, block.minutes) for block in template.blocks
    ]
    assert len({block.origin for block in plan.blocks}) == len(plan.blocks)


@pytest.mark.parametrize("template", templates(), ids=lambda template: template.key)
def test_a_template_passes_our_own_check(workspace, session_id, template):
    with workspace.change(Op.USE_TEMPLATE) as tx:
        change_session(tx, session_id, ends_at=None)
        use_blocks(tx, session_id, template.blocks)
    with workspace.read() as tx:
        assert check_plan(tx, session_id) == (NoWellbeingPerson(),)


def test_a_template_brings_its_materials(workspace, session_id):
    with workspace.change(Op.USE_TEMPLATE) as tx:
        use_blocks(tx, session_id, OURS["joint_event"].blocks)
    with workspace.read() as tx:
        vote = next(block for block in plan_of(tx, session_id).blocks if block.title == "Vote")
    assert [(one.amount, one.per, one.packed) for one in vote.materials] == [(3, Per.PERSON, False)] * 2


def test_a_card_is_put_before_a_block(workspace, session_id):
    with workspace.change(Op.USE_TEMPLATE) as tx:
        close = add_block(tx, session_id, "Close")
        use_blocks(tx, session_id, [cards()[0].block], before=close)
    with workspace.read() as tx:
        assert [block.title for block in plan_of(tx, session_id).blocks] == [cards()[0].block.title, "Close"]


@pytest.fixture
def planned(workspace: Workspace, session_id: SessionId) -> str:
    with workspace.change(Op.ADD_BLOCK) as tx:
        block = add_block(tx, session_id, "Three rooms", minutes=35, least_minutes=20, cut_first=1, lead="Siân")
        add_track(tx, block, title="Words", lead="Femi")
        add_block(tx, session_id, "Draw", within=block, lane=1)
        add_material(tx, block, "Pens", amount=4, per=Per.TABLE)
        change_block(tx, block, purpose="Three answers")
    return block


def test_a_saved_plan_can_be_used_in_another_session_without_who_leads_it(workspace, session_id, planned):
    with workspace.change(Op.SAVE_TEMPLATE) as tx:
        save_template(tx, session_id, "Our way")
        other = add_session(tx, "Another").id
    with workspace.change(Op.USE_TEMPLATE) as tx:
        (saved,) = saved_templates(tx)
        use_blocks(tx, other, saved.blocks)
    with workspace.read() as tx:
        (block,) = plan_of(tx, other).blocks
    assert (saved.title, block.minutes, block.least_minutes, block.cut_first) == ("Our way", 35, 20, 1)
    assert (block.lead, block.tracks[0].lead, block.tracks[0].title) == (None, None, "Words")
    assert block.tracks[0].blocks[0].title == "Draw"
    assert block.origin == planned


def test_a_block_is_saved_as_a_card_under_its_own_name(workspace, session_id, planned):
    with workspace.change(Op.SAVE_TEMPLATE) as tx:
        save_card(tx, planned, "Rooms")
    with workspace.read() as tx:
        (card,) = saved_cards(tx)
    assert (card.block.title, card.block.purpose, card.block.tracks[0].title) == ("Rooms", "Three answers", "Words")


def test_what_is_kept_no_more_is_not_offered(workspace, session_id, planned):
    with workspace.change(Op.SAVE_TEMPLATE) as tx:
        saved = save_template(tx, session_id, "Our way")
    with workspace.change(Op.DELETE_TEMPLATE) as tx:
        delete_saved(tx, saved)
    with workspace.read() as tx:
        assert saved_templates(tx) == []


def test_nothing_is_no_template(workspace, session_id, planned):
    with workspace.change(Op.ADD_SESSION) as tx:
        empty = add_session(tx, "Empty").id
    with pytest.raises(NothingToSave), workspace.change(Op.SAVE_TEMPLATE) as tx:
        save_template(tx, empty, "Nothing")
    with pytest.raises(BlockNeedsTitle), workspace.change(Op.SAVE_TEMPLATE) as tx:
        save_template(tx, session_id, "  ")


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.origin)
def test_what_is_kept_comes_back_as_it_was(block):
    assert block_from(json.loads(json.dumps(kept_form(block)))) == block
