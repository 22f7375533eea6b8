"""Every column that holds words of a user, and what writes it."""

from datetime import date
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Session

from app.people import belongings
from app.people.commands import LINES, NOTES, add_person, change_person
from app.sessions import commands as sessions
from app.settings.commands import add_member, change_setting, rename_member
from app.settings.schema import SETTINGS, Text, Whose
from db import triggers
from db.models import (
    Affiliation,
    CommunityRole,
    DesignSession,
    EmergencyContact,
    Member,
    NeedDetail,
    Person,
    Project,
    Resource,
    Setting,
    Venue,
    VenueAccess,
)
from db.types import AffiliationKind, Answer, natural_id
from tests.torture.fields_of_notes import ONE_LINE_OF_NOTES, WRITERS_OF_NOTES
from tests.torture.fields_of_plans import WRITERS_OF_PLANS, Write

TODAY = date(2026, 11, 26)

NOT_TYPED = {
    "attendance.note": "Only merging and importing write it, from what was typed elsewhere.",
    "block.origin": "The id of the block, the card or the template that it came from.",
    "ran_block.known_by": "The block, the card or the template by which it is known.",
    "ran_block.letter": "Counted.",
    "need.kind": "One of a fixed list, or what importing found.",
    "saved_plan.content": "What blocks say that were typed before, in the form of a file.",
    "venue_access.item": "One of a fixed list.",
    "setting.name": "The name of a setting in the code.",
    "stored_file.key": "Made by chance.",
    "stored_file.mime": "Told by the file's content.",
    "stored_file.name": "The name of a file that is there.",
    "stored_file.sha256": "Worked out.",
}
ONE_LINE = {
    *(f"person.{column}" for column in ("name", *LINES)),
    "affiliation.name",
    "community_role.name",
    "project.title",
    "venue.name",
    "design_session.title",
    "resource.title",
    "resource.location",
    "block.title",
    "material.what",
    "ran_block.title",
    "saved_plan.title",
    "log_item.who",
    *ONE_LINE_OF_NOTES,
    "member.name",
    "setting.value",
}


def _person(column: str) -> Write:
    def write(tx: Session, text: str) -> tuple[type[Any], str]:
        person = add_person(tx, "Ada")
        change_person(tx, person, **{column: text})
        return Person, person

    return write


def _emergency(column: str) -> Write:
    def write(tx: Session, text: str) -> tuple[type[Any], str]:
        person = add_person(tx, "Ada")
        given: dict[str, Any] = {"name": None, "relation": None, "phone": None} | {column: text}
        belongings.set_emergency_contact(tx, person, today=TODAY, **given)
        return EmergencyContact, belongings.emergency_contact_id(person)

    return write


def _affiliation(tx: Session, text: str) -> tuple[type[Any], str]:
    row = belongings.add_affiliation(tx, add_person(tx, "Ada"), AffiliationKind.NETWORK, "Mums")
    belongings.rename_affiliation(tx, row, text)
    return Affiliation, row


def _community_role(tx: Session, text: str) -> tuple[type[Any], str]:
    return CommunityRole, belongings.add_community_role(tx, add_person(tx, "Ada"), text)


def _need_detail(tx: Session, text: str) -> tuple[type[Any], str]:
    need = belongings.add_need(tx, add_person(tx, "Ada"), "other", today=TODAY, detail="A hoist")
    belongings.set_need_detail(tx, need, text, today=TODAY)
    detail = next(row for row in tx.query(NeedDetail) if row.need_id == need)
    return NeedDetail, detail.id


def _project(column: str) -> Write:
    def write(tx: Session, text: str) -> tuple[type[Any], str]:
        project = sessions.add_project(tx, "Clear letters")
        sessions.change_project(tx, project, **{column: text})
        return Project, project

    return write


def _resource(column: str) -> Write:
    def write(tx: Session, text: str) -> tuple[type[Any], str]:
        row = sessions.add_resource(tx, sessions.add_project(tx, "Clear letters"), title="Map", location="shelf")
        sessions.change_resource(tx, row, **{column: text})
        return Resource, row

    return write


def _venue(column: str) -> Write:
    def write(tx: Session, text: str) -> tuple[type[Any], str]:
        venue = sessions.add_venue(tx, "Oakfield")
        sessions.change_venue(tx, venue, **{column: text})
        return Venue, venue

    return write


def _access_note(tx: Session, text: str) -> tuple[type[Any], str]:
    venue = sessions.add_venue(tx, "Oakfield")
    sessions.answer_access(tx, venue, "step_free", answer=Answer.YES, note=text)
    return VenueAccess, natural_id("venue_access", venue, "step_free")


def _session(column: str) -> Write:
    def write(tx: Session, text: str) -> tuple[type[Any], str]:
        session = sessions.add_session(tx, sessions.add_project(tx, "Clear letters"), "Joint event")
        sessions.change_session(tx, session, **{column: text})
        return DesignSession, session

    return write


def _member(tx: Session, text: str) -> tuple[type[Any], str]:
    member = add_member(tx, "Somebody else")
    rename_member(tx, member, text)
    return Member, member


def _setting(wanted: Text) -> Write:
    def write(tx: Session, text: str) -> tuple[type[Any], str]:
        change_setting(tx, wanted, text)
        return Setting, natural_id("setting", wanted.name)

    return write


WRITERS: dict[str, Write] = {
    **{f"person.{column}": _person(column) for column in ("name", *LINES, *NOTES)},
    **{f"emergency_contact.{column}": _emergency(column) for column in ("name", "relation", "phone")},
    "affiliation.name": _affiliation,
    "community_role.name": _community_role,
    "need_detail.detail": _need_detail,
    **{f"project.{column}": _project(column) for column in ("title", "aim", "approach_reason")},
    **{f"resource.{column}": _resource(column) for column in ("title", "location")},
    **{f"venue.{column}": _venue(column) for column in ("name", "address", "muster_point", "note")},
    "venue_access.note": _access_note,
    **{
        f"design_session.{column}": _session(column)
        for column in (
            *("title", "purpose", "fixed", "open", "room", "facilitators"),
            *("wellbeing_name", "wellbeing_phone", "safeguarding_name", "safeguarding_phone"),
        )
    },
    **WRITERS_OF_NOTES,
    **WRITERS_OF_PLANS,
    "member.name": _member,
    **{
        f"setting.value={wanted.name}": _setting(wanted)
        for wanted in SETTINGS
        if isinstance(wanted, Text) and wanted.whose is Whose.TEAM
    },
}


def columns_of_words() -> set[str]:
    """Return every column of the journaled tables that holds words, ids and choices left out."""
    return {
        f"{table.name}.{column.name}"
        for table in triggers.journaled_tables()
        for column in table.columns
        if type(column.type) is String and not column.primary_key and not column.foreign_keys
    }
