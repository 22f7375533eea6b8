"""Any plan that is written as a spreadsheet and taken into an empty session is the same plan again."""

from datetime import date, time
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from app.agenda.commands import add_block
from app.agenda.fields import SAID
from app.agenda.incoming import read_plan
from app.agenda.materials import add_material
from app.agenda.outgoing import plan_workbook
from app.agenda.queries import BlockRow, plan_of
from app.agenda.taking import take_plan
from app.agenda.tracks import add_track
from app.agenda.typed import MOST_AMOUNT, MOST_MINUTES, MOST_RANK, MOST_TABLE
from app.typed import line
from app.workspace import Workspace
from db.journal import Op
from db.types import BlockId, BlockKind, Per, SessionId, Spectrum
from tests.builders import add_session
from tests.examples import EXAMPLES

LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cn"))
TEXTS = st.one_of(
    st.sampled_from(["=SUM(A1)", "007", "1e3", "yes", "no", "10:00", "-", "_x0041_", "Two\nlines", "“Quoted”"]),
    st.text(LETTERS, min_size=1, max_size=12),
)
LINES = TEXTS.filter(lambda text: bool(line("title", text)))
NAMED = st.sampled_from(['"', '"a', 'b"', '"a"; "b"', "a; b", ";", "Pens, 2 for each table", ", 2 per table", "1, 3"])
MATERIALS = st.fixed_dictionaries(
    {
        "what": st.one_of(LINES, NAMED, st.tuples(NAMED, LINES).map("".join)),
        "amount": st.integers(1, 3) | st.integers(1, MOST_AMOUNT),
        "per": st.sampled_from(Per),
    }
)
WORDS = ("purpose", "say", "steps", "watch_for", "lead", "room_layout")
PINS = st.sampled_from([time(0), time(1, 30)]) | st.builds(time, st.integers(0, 23), st.integers(0, 59))
DAYS = st.sampled_from([date(2026, 11, 26), date(2026, 10, 25), None])  # on one of them 1:30 comes twice
ORIGINS = st.sampled_from(["joint_event/welcome", "card/dot_vote", "0123456789abcdef" * 2])
Given = dict[str, Any]


@st.composite
def block_lists(draw: st.DrawFn, *, most: int, with_tracks: bool) -> list[Given]:
    return draw(st.lists(blocks(with_tracks=with_tracks), max_size=most))


@st.composite
def blocks(draw: st.DrawFn, *, with_tracks: bool) -> Given:
    minutes = draw(st.integers(0, MOST_MINUTES))
    said = {
        "title": draw(LINES),
        "minutes": minutes,
        "kind": draw(st.sampled_from(BlockKind)),
        "least_minutes": draw(st.none() | st.integers(0, minutes)),
        "most_minutes": draw(st.none() | st.integers(minutes, MOST_MINUTES)),
        "pinned_at": draw(st.none() | PINS),
        "spectrum": draw(st.none() | st.sampled_from(Spectrum)),
        "already_made": draw(st.booleans()),
        "cut_first": draw(st.none() | st.integers(1, MOST_RANK)),
        "origin": draw(st.none() | ORIGINS),
        **{name: draw(st.none() | TEXTS) for name in WORDS},
    }
    tracks = draw(st.lists(TRACKS, max_size=3)) if with_tracks else []
    return {"said": said, "materials": draw(st.lists(MATERIALS, max_size=3)), "tracks": tracks}


TRACKS = st.fixed_dictionaries(
    {
        "said": st.fixed_dictionaries(
            {
                **{name: st.none() | TEXTS for name in ("title", "room", "lead")},
                "tables": st.sets(st.integers(1, MOST_TABLE), max_size=3).map(sorted).map(tuple),
            }
        ),
        "blocks": block_lists(most=2, with_tracks=False),
    }
)


@settings(
    max_examples=EXAMPLES * 5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(planned=block_lists(most=4, with_tracks=True), day=DAYS)
def test_any_plan_comes_in_again_as_it_went_out(
    workspace: Workspace, tmp_path: Path, planned: list[Given], day: date | None
):
    with workspace.change(Op.IMPORT_PLAN) as tx:
        session_id = add_session(tx, held_on=day).id
        add_all(tx, session_id, planned)
        plan = plan_of(tx, session_id)
    (tmp_path / "plan.xlsx").write_bytes(plan_workbook(plan))
    if plan.blocks:
        with workspace.change(Op.IMPORT_PLAN) as tx:
            other = add_session(tx, "Another", held_on=day).id
            take_plan(tx, other, read_plan(tmp_path / "plan.xlsx").blocks)
            assert everything(plan_of(tx, other).blocks) == everything(plan.blocks)


def add_all(tx: Session, session_id: SessionId, planned: list[Given], **place: Any) -> None:
    for block in planned:
        said = {name: value for name, value in block["said"].items() if name != "title"}
        added = add_block(tx, session_id, block["said"]["title"], **place, **said)
        for material in block["materials"]:
            add_material(tx, added, material["what"], amount=material["amount"], per=material["per"])
        add_tracks(tx, session_id, added, block["tracks"])


def add_tracks(tx: Session, session_id: SessionId, block_id: BlockId, tracks: list[Given]) -> None:
    for lane, track in enumerate(tracks, start=1):
        add_track(tx, block_id, **track["said"])
        add_all(tx, session_id, track["blocks"], within=block_id, lane=lane)


def everything(blocks: tuple[BlockRow, ...]) -> list[Any]:
    """All that a plan says but its ids and what is packed."""
    return [
        (
            {name: getattr(block, name) for name in SAID},
            sorted((one.what, one.amount, one.per) for one in block.materials),
            [
                (one.lane, one.letter, one.title, one.room, one.lead, one.tables, everything(one.blocks))
                for one in block.tracks
            ],
        )
        for block in blocks
    ]
