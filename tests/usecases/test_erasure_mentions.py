"""Whoever erases somebody is told of every place where others wrote of them, in words, and nothing there is changed."""

from datetime import date

import pytest

from app.agenda.commands import add_block
from app.agenda.materials import add_material
from app.agenda.saving import save_card, save_template
from app.agenda.tracks import add_track
from app.attendance.inviting import invite
from app.decisions.commands import add_log_item
from app.erasure.commands import erase_person
from app.erasure.mentions import Mention, words_in
from app.erasure.queries import what_goes
from app.erasure.words import mention_words
from app.people.commands import add_person
from app.transport.commands import need_ride
from app.transport.queries import rides
from app.workspace import Workspace
from db.journal import Op
from db.models import Block, LogItem
from db.triggers import journaled_tables
from db.types import LogKind, PersonId, SessionId
from tests.builders import add_session
from tests.conftest import MORNING

DAY = date(2026, 11, 26)
NAME = "Shirin Akter"
COLUMNS = [
    pytest.param(table.name, column, id=f"{table.name}.{column}")
    for table in journaled_tables()
    for column in words_in(table)
]


@pytest.fixture
def session(workspace: Workspace) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        return add_session(tx, "Letters", held_on=DAY).id


@pytest.fixture
def shirin(workspace: Workspace) -> PersonId:
    with workspace.change(Op.ADD_PERSON) as tx:
        return add_person(tx, NAME, address="12 Mill Lane")


def told(workspace: Workspace, person_id: PersonId) -> set[str]:
    with workspace.read() as tx:
        return {mention_words(one) for one in what_goes(tx, person_id, today=DAY).mentions}


def test_who_leads_in_a_plan_and_who_is_named_in_it_is_told(workspace, session, shirin):
    with workspace.change(Op.ADD_BLOCK) as tx:
        map_id = add_block(tx, session, "Map", lead=NAME, say=f"Thank you {NAME}", watch_for="Shirin alone")
        add_track(tx, map_id, lead=NAME, room="Garden Room")
        add_material(tx, map_id, f"Chair for {NAME}")
    assert told(workspace, shirin) == {
        "Who leads of block “Map”",
        "What to say of block “Map”",
        "What to bring of block “Map”",
    }


def test_what_was_noted_in_a_session_is_told(workspace, session, shirin):
    with workspace.change(Op.ADD_LOG_ITEM) as tx:
        add_log_item(tx, session, f"Ring {NAME}", now=MORNING, kind=LogKind.ACTION, who="shírin  akter")
    assert told(workspace, shirin) == {"What was noted of session “Letters”", "Who of session “Letters”"}


@pytest.mark.parametrize("steps", [f"Ask\n{NAME}", f"“{NAME}”", f'Say "{NAME}"', f"Look\t{NAME}"])
def test_a_plan_that_is_kept_is_read_as_its_words(workspace, session, shirin, steps):
    with workspace.change(Op.SAVE_TEMPLATE) as tx:
        block = add_block(tx, session, "Map", steps=steps)
        save_card(tx, block, "Map of a visit")
        save_template(tx, session, "Joint event")
    assert told(workspace, shirin) - {"What to do of block “Map”"} == {
        "Blocks of kept plan “Map of a visit”",
        "Blocks of kept plan “Joint event”",
    }


def test_nothing_of_a_plan_or_a_note_is_changed_by_erasing(workspace, session, shirin):
    with workspace.change(Op.ADD_BLOCK) as tx:
        block = add_block(tx, session, "Map", lead=NAME)
        item = add_log_item(tx, session, f"Ring {NAME}", now=MORNING)
    with workspace.change(Op.ERASE_PERSON) as tx:
        erase_person(tx, shirin, NAME, today=DAY)
    with workspace.read() as tx:
        assert (tx.get_one(Block, block).lead, tx.get_one(LogItem, item).words) == (NAME, f"Ring {NAME}")


def test_their_taxi_goes_with_them_and_whoever_shared_it_still_has_theirs(workspace, session, shirin):
    with workspace.change(Op.CHANGE_RIDE) as tx:
        other = add_person(tx, "Rumana")
        invite(tx, session, [shirin, other], None)
        need_ride(tx, session, shirin, note="Rung by us")
        need_ride(tx, session, other, shares_with_id=shirin, note=f"Rung by {NAME}")
    assert told(workspace, shirin) == {"Note of person “Rumana”"}
    with workspace.change(Op.ERASE_PERSON) as tx:
        erase_person(tx, shirin, NAME, today=DAY)
    with workspace.read() as tx:
        assert [(row.name, row.shares) for row in rides(tx, session)] == [("Rumana", ())]


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_every_column_of_words_has_words_for_it(table, column):
    said = mention_words(Mention(table, "1", column, "Letters", table, "1"))
    assert not said.startswith(f"{column} of ")
