"""What writes the columns that hold words of incident notes and of reflections."""

from typing import Any

from sqlalchemy.orm import Session

from app.incidents.commands import add_incident_note, add_incident_told
from app.incidents.rules import Noted, Telling
from app.reflections.commands import add_reflection, change_reflection
from app.sessions.commands import add_project, add_session
from db.models import IncidentNote, IncidentTold, Reflection
from db.types import MemberId, RecordId, ReflectionKind
from tests.conftest import MORNING
from tests.torture.fields_of_plans import Write

RUTH = MemberId("ruth")
ONE_LINE_OF_NOTES = {"reflection.theme", "incident_note.words_of", "incident_told.name", "incident_told.role"}


def _add(tx: Session, noted: Noted) -> RecordId:
    session = add_session(tx, add_project(tx, "Clear letters"), "Joint event")
    return add_incident_note(tx, session, noted, by=RUTH, now=MORNING)


def _note(column: str) -> Write:
    def write(tx: Session, text: str) -> tuple[type[Any], str]:
        said = {"seen": "A chair fell"} | {column: text}
        return IncidentNote, _add(tx, Noted(**said))

    return write


def _told(column: str) -> Write:
    def write(tx: Session, text: str) -> tuple[type[Any], str]:
        note = _add(tx, Noted("A chair fell"))
        said = {"name": "Ngozi Balogun", "role": "Safeguarding lead"} | {column: text}
        return IncidentTold, add_incident_told(tx, note, Telling(**said), by=RUTH, now=MORNING)

    return write


def _reflection(column: str) -> Write:
    def write(tx: Session, text: str) -> tuple[type[Any], str]:
        session = add_session(tx, add_project(tx, "Clear letters"), "Joint event")
        kind, said = ReflectionKind.HEARD, {"words": "It was warm", "theme": "Welcome"} | {column: text}
        made = add_reflection(tx, session, kind, "Pairs", theme="Pairs", by=RUTH, on=MORNING.date())
        change_reflection(tx, made, kind, said["words"], theme=said["theme"])
        return Reflection, made

    return write


WRITERS_OF_NOTES: dict[str, Write] = {
    **{f"incident_note.{column}": _note(column) for column in ("seen", "words_of", "involved", "done")},
    **{f"reflection.{column}": _reflection(column) for column in ("words", "theme")},
    **{f"incident_told.{column}": _told(column) for column in ("name", "role")},
}
