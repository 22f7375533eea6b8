"""What writes the columns that hold words of a plan, of what is noted while it runs, and of the ways home."""

from collections.abc import Callable
from typing import Any

from sqlalchemy.orm import Session

from app.agenda.commands import add_block, change_block
from app.agenda.materials import add_material, change_material
from app.agenda.saving import save_card, save_template
from app.agenda.tracks import add_track, change_track
from app.attendance.inviting import invite
from app.decisions.commands import add_log_item, change_log_item
from app.live.commands import finish, start
from app.people.commands import add_person
from app.sessions.commands import add_project, add_session
from app.transport.commands import need_ride
from db.models import Block, LogItem, Material, RanBlock, Ride, SavedPlan, Track
from db.models.live import ran_block_id
from db.models.transport import ride_id
from db.types import BlockId, SessionId
from tests.conftest import MORNING

Write = Callable[[Session, str], tuple[type[Any], str]]


def _session(tx: Session) -> SessionId:
    return add_session(tx, add_project(tx, "Clear letters"), "Joint event")


def _added(tx: Session) -> BlockId:
    return add_block(tx, _session(tx), "Map of a first visit")


def _block(column: str) -> Write:
    def write(tx: Session, text: str) -> tuple[type[Any], str]:
        block = _added(tx)
        change_block(tx, block, **{column: text})
        return Block, block

    return write


def _track(column: str) -> Write:
    def write(tx: Session, text: str) -> tuple[type[Any], str]:
        track = add_track(tx, _added(tx))
        change_track(tx, track, **{column: text})
        return Track, track

    return write


def _ran(tx: Session, text: str) -> tuple[type[Any], str]:
    session = _session(tx)
    block = add_block(tx, session, text)
    start(tx, session, now=MORNING)
    finish(tx, session, now=MORNING)
    return RanBlock, ran_block_id(session, block)


def _material(tx: Session, text: str) -> tuple[type[Any], str]:
    material = add_material(tx, _added(tx), "Dots")
    change_material(tx, material, what=text)
    return Material, material


def _template(tx: Session, text: str) -> tuple[type[Any], str]:
    session = _session(tx)
    add_block(tx, session, "Welcome")
    return SavedPlan, save_template(tx, session, text)


def _card(tx: Session, text: str) -> tuple[type[Any], str]:
    return SavedPlan, save_card(tx, _added(tx), text)


def _log_item(column: str) -> Write:
    def write(tx: Session, text: str) -> tuple[type[Any], str]:
        item = add_log_item(tx, _session(tx), "Ask the porters", now=MORNING)
        change_log_item(tx, item, **{column: text})
        return LogItem, item

    return write


def _ride(column: str) -> Write:
    def write(tx: Session, text: str) -> tuple[type[Any], str]:
        session, person = _session(tx), add_person(tx, "Ada")
        invite(tx, session, [person], None)
        need_ride(tx, session, person, **{column: text})
        return Ride, ride_id(session, person)

    return write


WRITERS_OF_PLANS: dict[str, Write] = {
    **{
        f"block.{column}": _block(column)
        for column in ("title", "purpose", "say", "steps", "watch_for", "lead", "room_layout")
    },
    **{f"track.{column}": _track(column) for column in ("title", "room", "lead")},
    "material.what": _material,
    "ran_block.title": _ran,
    "saved_plan.title": _template,
    "saved_plan.title=card": _card,
    **{f"log_item.{column}": _log_item(column) for column in ("words", "who")},
    **{f"ride.{column}": _ride(column) for column in ("goes_to", "note")},
}
