"""What the sheets of a plan say, read from the records."""

from datetime import time
from io import BytesIO

import pytest

from app.agenda.commands import add_block, change_block
from app.agenda.materials import add_material
from app.agenda.needed import expected_of, materials_needed
from app.agenda.queries import plan_of
from app.agenda.tracks import add_track
from app.documents import decisions_sheet, ground_rules, materials_list, participant_agenda, run_sheet
from app.documents.document import Asked
from app.documents.parts import unbroken
from app.sessions.commands import change_session
from app.settings.commands import change_setting
from app.settings.queries import setting
from app.settings.schema import GROUND_RULES
from app.workspace import Workspace
from db.journal import Op
from db.models import LogItem
from db.types import BlockId, BlockKind, LogKind, Per, Spectrum, Status
from tests.builders import add_attendance, add_person, add_session
from tests.conftest import MORNING
from tests.documents.reading import page_texts
from tests.documents.samples import EASY, STANDARD


@pytest.fixture
def asked(workspace: Workspace) -> Asked:
    with workspace.change(Op.ADD_SESSION) as tx:
        session = add_session(
            tx,
            purpose="Agree what the letter says",
            spectrum=Spectrum.CO_DESIGN,
            wellbeing_name="Amina B.",
            wellbeing_phone="0113 496 0001",
            safeguarding_name="Tom O.",
        )
    return Asked(workspace, session.id)


@pytest.fixture
def blocks(workspace: Workspace, asked: Asked) -> dict[str, BlockId]:
    with workspace.change(Op.ADD_BLOCK) as tx:
        added = {
            title: add_block(tx, asked.session_id, title, kind=kind, minutes=minutes)
            for title, kind, minutes in (
                ("Welcome", BlockKind.WELCOME, 10),
                ("Three rooms", BlockKind.ACTIVITY, 35),
                ("Spare", BlockKind.BUFFER, 5),
                ("Break", BlockKind.BREAK, 15),
            )
        }
        change_block(tx, added["Break"], pinned_at=time(11), cut_first=2)
        change_block(tx, added["Three rooms"], lead="Siân", least_minutes=20, say="Choose a room.", steps="1. Go.")
        add_track(tx, added["Three rooms"], title="Which words?", room="Hall", lead="Femi", tables=(3, 1))
        add_block(tx, asked.session_id, "Draw", within=added["Three rooms"], lane=1)
        add_material(tx, added["Three rooms"], "Pens")
    return added


def read(document, workspace: Workspace, asked: Asked):
    with workspace.read() as tx:
        return document.read(tx, asked)


def test_a_run_sheet_has_each_block_with_its_time_and_all_that_is_said_of_it(workspace, asked, blocks):
    welcome, rooms, _spare, pause = read(run_sheet, workspace, asked).scenes
    assert (welcome.at, rooms.at, pause.at) == ("10:00", "10:10", "11:00")
    assert (rooms.lead, rooms.notes, rooms.bring) == ("Siân", "35 minutes (20 at least)", ("Pens",))
    assert rooms.said == (("Say", "Choose a room."), ("Do", "1. Go."))
    assert (rooms.tracks[0].title, rooms.tracks[0].where) == ("Which words?", "Hall · Femi · tables 1 and 3")
    assert [(letter, inside.at, inside.title) for letter, inside in rooms.inside] == [("A", "10:10", "Draw")]
    assert "Fixed time · May be cut 2nd" in pause.notes


def test_a_run_sheet_names_whom_to_call_and_says_when_the_plan_ends_too_late(workspace, asked, blocks):
    with workspace.change(Op.CHANGE_BLOCK) as tx:
        change_block(tx, blocks["Break"], minutes=100)
    content = read(run_sheet, workspace, asked)
    assert content.people == (f"Wellbeing: Amina B., {unbroken('0113 496 0001')}", "Safeguarding: Tom O.")
    assert content.ends == "The plan ends at 12:40, 10 minutes after the room must be empty."


def test_those_who_take_part_are_told_what_begins_when_and_not_of_time_to_spare(workspace, asked, blocks):
    content = read(participant_agenda, workspace, asked)
    assert [(item.at, item.title) for item in content.items] == [
        ("10:00", "Welcome"),
        ("10:10", "Three rooms"),
        ("11:00", "Break"),
    ]
    assert content.items[1].groups == ("A: Which words? · Hall · Femi · tables 1 and 3",)
    assert (content.ends, content.wellbeing) == ("11:15", "Amina B.")
    assert content.promise.startswith("What you say will become part of the design")


def test_while_a_session_has_no_start_lengths_are_told_and_no_times(workspace, asked, blocks):
    with workspace.change(Op.CHANGE_SESSION) as tx:
        change_session(tx, asked.session_id, starts_at=None, ends_at=None)
    agenda, sheet = read(participant_agenda, workspace, asked), read(run_sheet, workspace, asked)
    assert [item.at for item in agenda.items] == ["10 minutes", "35 minutes", "11:00"]
    assert [scene.at for scene in sheet.scenes] == ["", "", "", "11:00"]
    assert (agenda.ends, sheet.ends) == ("", "The plan takes 65 minutes. The session has no start yet.")
    for document, content in ((participant_agenda, agenda), (run_sheet, sheet)):
        for style in (STANDARD, EASY) if document is participant_agenda else (STANDARD,):
            out = BytesIO()
            document.build(content, out, style)
            said = " ".join(page_texts(out.getvalue()))
            assert "Welcome" in said
            assert "0:00" not in said
            assert "The end" not in said


def test_materials_within_a_group_are_counted_for_its_own_tables(workspace, asked):
    with workspace.change(Op.ADD_BLOCK) as tx:
        for number in range(24):
            person = add_person(tx, f"Ada {number}").id
            add_attendance(tx, asked.session_id, person, status=Status.ACCEPTED, table_number=number % 3 + 1)
        groups = add_block(tx, asked.session_id, "Groups")
        for lane, tables in enumerate(((1,), (2, 3), ()), start=1):
            add_track(tx, groups, tables=tables)
            held = add_block(tx, asked.session_id, f"Group {lane}", within=groups, lane=lane)
            add_material(tx, held, "Pens", per=Per.PERSON)
            add_material(tx, held, "Sheets", amount=2, per=Per.TABLE)
    with workspace.read() as tx:
        rows = materials_needed(plan_of(tx, asked.session_id), expected_of(tx, asked.session_id))
    assert [row.count for row in rows] == [8, 2, 16, 4, 24, 6]


def test_a_session_without_a_plan_has_sheets_that_say_so(workspace, asked):
    assert (read(run_sheet, workspace, asked).scenes, read(participant_agenda, workspace, asked).ends) == ((), "")


def test_ground_rules_are_ours_until_the_team_writes_its_own(workspace, asked):
    ours = read(ground_rules, workspace, asked).rules
    assert len(ours) == 8
    with workspace.change(Op.CHANGE_SETTING) as tx:
        change_setting(tx, GROUND_RULES, " Listen.\n\n  Ask  again. \n")
    assert read(ground_rules, workspace, asked).rules == ("Listen.", "Ask again.")
    with workspace.change(Op.CHANGE_SETTING) as tx:
        change_setting(tx, GROUND_RULES, " \n ")
        assert setting(tx, GROUND_RULES) == "\n".join(ours)


def test_materials_are_counted_for_those_who_are_expected(workspace, asked, blocks):
    with workspace.change(Op.CHANGE_MATERIALS) as tx:
        add_material(tx, blocks["Break"], "Cups", amount=2, per=Per.PERSON, packed=True)
    content = read(materials_list, workspace, asked)
    assert [(one.how_many, one.what) for one in content.things] == [("1", "Pens"), ("2 for each person", "Cups")]
    with workspace.change(Op.INVITE) as tx:
        for name in ("Shirin", "Tom", "Zoë"):
            add_attendance(tx, asked.session_id, add_person(tx, name).id)
    content = read(materials_list, workspace, asked)
    assert (content.things[1].how_many, content.things[1].packed) == ("6", True)
    assert content.counted_for == "Counted for 3 people at 1 table."


def test_what_was_noted_is_sorted_by_what_it_is(workspace, asked):
    with workspace.change(Op.ADD_LOG_ITEM) as tx:
        for kind, words in ((LogKind.PARKED, "Parking"), (LogKind.ACTION, "Ask"), (LogKind.DECISION, "One page")):
            tx.add(
                LogItem(session_id=asked.session_id, kind=kind, noted_at=MORNING, words=words, by_when=MORNING.date())
            )
    content = read(decisions_sheet, workspace, asked)
    assert [one.words for one in content.decisions] == ["One page"]
    assert [(one.words, one.by_when) for one in content.actions] == [("Ask", "26 November 2026")]
    assert [one.words for one in content.parked] == ["Parking"]
