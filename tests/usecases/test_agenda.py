"""Plans: blocks added, moved, split, copied and taken out, each as one step that can be undone."""

from datetime import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.agenda.checker import NoBreak
from app.agenda.checking import check_plan, mend
from app.agenda.commands import add_block, change_block, delete_blocks, move_blocks, put_blocks, set_minutes
from app.agenda.copying import copy_blocks
from app.agenda.errors import (
    BlockNeedsTitle,
    MaterialMissing,
    MinutesOutOfOrder,
    NotAnAmount,
    NotARank,
    NotMinutes,
    TrackInTrack,
)
from app.agenda.materials import add_material, change_material, delete_material
from app.agenda.queries import Plan, plan_of
from app.agenda.tracks import add_track, change_track, delete_track
from app.clock import local
from app.errors import NotFound
from app.journal.commands import undo
from app.sessions.commands import delete_session, duplicate_session
from app.workspace import Workspace
from db.journal import Op
from db.models import Block, Need
from db.types import BlockKind, NeedStatus, Per, SessionId
from tests.builders import add_attendance, add_person, add_session
from tests.examples import EXAMPLES


@pytest.fixture
def session_id(workspace: Workspace) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        return add_session(tx).id


@pytest.fixture
def blocks(workspace: Workspace, session_id: SessionId) -> dict[str, str]:
    with workspace.change(Op.ADD_BLOCK) as tx:
        return {title: add_block(tx, session_id, title) for title in ("Welcome", "Map", "Break", "Close")}


def plan(workspace: Workspace, session_id: SessionId) -> Plan:
    with workspace.read() as tx:
        return plan_of(tx, session_id)


def titles(workspace: Workspace, session_id: SessionId) -> list[str]:
    return [block.title for block in plan(workspace, session_id).blocks]


def test_a_block_comes_last_or_before_another(workspace, session_id, blocks):
    with workspace.change(Op.ADD_BLOCK) as tx:
        add_block(tx, session_id, "  Film  ", before=blocks["Map"], minutes=30)
    assert titles(workspace, session_id) == ["Welcome", "Film", "Map", "Break", "Close"]


def test_before_a_block_that_is_gone_means_at_the_end(workspace, session_id, blocks):
    with workspace.change(Op.DELETE_BLOCKS) as tx:
        delete_blocks(tx, [blocks["Map"]])
    with workspace.change(Op.ADD_BLOCK) as tx:
        add_block(tx, session_id, "Film", before=blocks["Map"])
    with workspace.change(Op.MOVE_BLOCKS) as tx:
        put_blocks(tx, [blocks["Welcome"]], before=blocks["Map"])
    assert titles(workspace, session_id) == ["Break", "Close", "Film", "Welcome"]


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"minutes": -50}, NotMinutes),
        ({"minutes": 721}, NotMinutes),
        ({"least_minutes": -1}, NotMinutes),
        ({"most_minutes": 721}, NotMinutes),
        ({"cut_first": 0}, NotARank),
    ],
)
def test_what_is_out_of_bounds_is_refused(workspace, session_id, blocks, values, refusal):
    with pytest.raises(refusal), workspace.change(Op.CHANGE_BLOCK) as tx:
        change_block(tx, blocks["Map"], **values)
    with pytest.raises(refusal), workspace.change(Op.ADD_BLOCK) as tx:
        add_block(tx, session_id, "Film", **values)


@given(st.integers())
@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_length_is_kept_from_nothing_to_twelve_hours_and_refused_else(workspace, session_id, blocks, minutes):
    try:
        with workspace.change(Op.CHANGE_BLOCK) as tx:
            set_minutes(tx, blocks["Map"], minutes)
    except NotMinutes:
        assert not 0 <= minutes <= 720
    else:
        assert plan(workspace, session_id).blocks[1].minutes == minutes
        assert 0 <= minutes <= 720


@pytest.mark.parametrize("amount", [0, -3, 100_001])
def test_an_amount_that_cannot_be_is_refused(workspace, blocks, amount):
    with pytest.raises(NotAnAmount), workspace.change(Op.CHANGE_MATERIALS) as tx:
        add_material(tx, blocks["Map"], "Pens", amount=amount)


def test_its_usual_length_follows_from_its_kind(workspace, session_id):
    with workspace.change(Op.ADD_BLOCK) as tx:
        add_block(tx, session_id, "Tea", kind=BlockKind.BREAK)
        add_block(tx, session_id, "Talk")
    assert [block.minutes for block in plan(workspace, session_id).blocks] == [15, 10]


def test_times_follow_from_what_comes_before(workspace, session_id, blocks):
    with workspace.change(Op.CHANGE_BLOCK) as tx:
        change_block(tx, blocks["Welcome"], minutes=25)
    times = plan(workspace, session_id).times
    assert local(times.slots[blocks["Map"]].start).time() == time(10, 25)


@pytest.mark.parametrize(
    ("chosen", "step", "after"),
    [
        (("Break",), -1, ["Welcome", "Break", "Map", "Close"]),
        (("Welcome", "Map"), 1, ["Break", "Welcome", "Map", "Close"]),
        (("Welcome",), -1, ["Welcome", "Map", "Break", "Close"]),
    ],
)
def test_blocks_move_by_one_place(workspace, session_id, blocks, chosen, step, after):
    with workspace.change(Op.MOVE_BLOCKS) as tx:
        move_blocks(tx, [blocks[title] for title in chosen], step)
    assert titles(workspace, session_id) == after


def test_blocks_are_put_elsewhere_and_undo_puts_them_back(workspace, session_id, blocks, heard):
    with workspace.change(Op.MOVE_BLOCKS) as tx:
        put_blocks(tx, [blocks["Close"]], before=blocks["Welcome"])
    assert titles(workspace, session_id) == ["Close", "Welcome", "Map", "Break"]
    with workspace.change(Op.UNDO, undoes=heard[-1].dot) as tx:
        undo(tx, heard[-1].dot)
    assert titles(workspace, session_id) == ["Welcome", "Map", "Break", "Close"]


@pytest.mark.parametrize("values", [{"least_minutes": 11}, {"most_minutes": 9}, {"minutes": 4, "least_minutes": 5}])
def test_lengths_that_contradict_each_other_are_refused(workspace, blocks, heard, values):
    with pytest.raises(MinutesOutOfOrder), workspace.change(Op.CHANGE_BLOCK) as tx:
        change_block(tx, blocks["Map"], **values)
    assert heard == []


def test_a_block_without_a_title_is_refused(workspace, session_id, blocks):
    with pytest.raises(BlockNeedsTitle), workspace.change(Op.ADD_BLOCK) as tx:
        add_block(tx, session_id, " ")
    with pytest.raises(BlockNeedsTitle), workspace.change(Op.CHANGE_BLOCK) as tx:
        change_block(tx, blocks["Map"], title="")


def test_a_block_is_split_into_tracks_that_hold_blocks(workspace, session_id, blocks):
    with workspace.change(Op.CHANGE_TRACKS) as tx:
        first = add_track(tx, blocks["Map"], title="What must it say?", tables=(3, 1))
        add_track(tx, blocks["Map"])
        change_track(tx, first, room="Main hall")
        add_block(tx, session_id, "Draw", within=blocks["Map"], lane=1, minutes=12)
    tracks = plan(workspace, session_id).blocks[1].tracks
    assert [(track.letter, track.title, track.room, track.tables) for track in tracks] == [
        ("A", "What must it say?", "Main hall", (1, 3)),
        ("B", None, None, ()),
    ]
    assert plan(workspace, session_id).times.over_in_track == {tracks[0].id: 2}
    assert [block.title for block in plan(workspace, session_id).every_block()][2] == "Draw"


def test_what_runs_in_a_track_is_not_split(workspace, session_id, blocks):
    with workspace.change(Op.CHANGE_TRACKS) as tx:
        add_track(tx, blocks["Map"])
        inside = add_block(tx, session_id, "Draw", within=blocks["Map"], lane=1)
    with pytest.raises(TrackInTrack), workspace.change(Op.CHANGE_TRACKS) as tx:
        add_track(tx, inside)


def test_a_track_goes_with_what_runs_in_it_and_its_lane_can_be_used_again(workspace, session_id, blocks):
    with workspace.change(Op.CHANGE_TRACKS) as tx:
        track = add_track(tx, blocks["Map"], title="Old")
        inside = add_block(tx, session_id, "Draw", within=blocks["Map"], lane=1)
        add_material(tx, inside, "Pens")
        delete_track(tx, track)
    with workspace.change(Op.CHANGE_TRACKS) as tx:
        assert add_track(tx, blocks["Map"]) == track
    (track,) = plan(workspace, session_id).blocks[1].tracks
    assert (track.title, track.blocks) == (None, ())


def test_materials_are_added_changed_and_dropped(workspace, session_id, blocks):
    with workspace.change(Op.CHANGE_MATERIALS) as tx:
        pens = add_material(tx, blocks["Map"], "Pens", amount=2, per=Per.TABLE)
        cards = add_material(tx, blocks["Map"], "Cards")
        change_material(tx, pens, packed=True, what=" Felt  pens ")
        delete_material(tx, cards)
    (material,) = plan(workspace, session_id).blocks[1].materials
    assert (material.what, material.amount, material.per, material.packed) == ("Felt pens", 2, Per.TABLE, True)
    with pytest.raises(MaterialMissing), workspace.change(Op.CHANGE_MATERIALS) as tx:
        add_material(tx, blocks["Map"], "")


def test_what_a_block_holds_goes_with_it(workspace, session_id, blocks):
    with workspace.change(Op.CHANGE_TRACKS) as tx:
        add_track(tx, blocks["Map"])
        add_block(tx, session_id, "Draw", within=blocks["Map"], lane=1)
    with workspace.change(Op.DELETE_BLOCKS) as tx:
        delete_blocks(tx, [blocks["Map"], blocks["Break"]])
    assert titles(workspace, session_id) == ["Welcome", "Close"]
    with workspace.read() as tx:
        assert tx.query(Block).count() == 2


def test_blocks_are_copied_to_another_session_whole(workspace, session_id, blocks):
    with workspace.change(Op.CHANGE_TRACKS) as tx:
        add_track(tx, blocks["Map"], title="Words")
        add_block(tx, session_id, "Draw", within=blocks["Map"], lane=1)
        change_material(tx, add_material(tx, blocks["Map"], "Pens"), packed=True)
        other = add_session(tx, "Another").id
    with workspace.change(Op.COPY_BLOCKS) as tx:
        copy_blocks(tx, [blocks["Close"], blocks["Map"]], other)
    copied = plan(workspace, other).blocks
    assert [block.title for block in copied] == ["Map", "Close"]
    assert [block.title for block in copied[0].tracks[0].blocks] == ["Draw"]
    assert copied[0].materials[0].packed is False
    assert copied[0].id != blocks["Map"]


def test_a_duplicate_of_a_session_has_its_plan_and_deleting_it_leaves_the_original(workspace, session_id, blocks):
    with workspace.change(Op.DUPLICATE_SESSION) as tx:
        copy = duplicate_session(tx, session_id)
    assert titles(workspace, copy) == titles(workspace, session_id)
    with workspace.change(Op.DELETE_SESSION) as tx:
        delete_session(tx, copy)
    assert len(titles(workspace, session_id)) == 4
    with workspace.read() as tx:
        assert tx.query(Block).count() == 4


def test_the_plan_of_no_session_is_not_found(workspace):
    with pytest.raises(NotFound):
        plan(workspace, SessionId("none"))


def test_a_plan_is_checked_against_who_is_coming_and_mended_in_one_step(workspace, session_id, blocks):
    with workspace.change(Op.CHANGE_BLOCK) as tx:
        change_block(tx, blocks["Welcome"], kind=BlockKind.WELCOME)
        change_block(tx, blocks["Map"], minutes=55)
        person = add_person(tx)
        add_attendance(tx, session_id, person.id)
        tx.add(Need(person_id=person.id, kind="breaks", status=NeedStatus.ASKED))
    with workspace.change(Op.ADD_BLOCK) as tx:
        no_break = next(one for one in check_plan(tx, session_id) if isinstance(one, NoBreak))
        assert (no_break.limit, no_break.for_needs, no_break.minutes) == (60, True, 85)
        mend(tx, session_id, no_break.fix, "Break")
    assert titles(workspace, session_id) == ["Welcome", "Break", "Map", "Break", "Close"]
