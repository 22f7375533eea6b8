# SPDX-License-Identifier: GPL-3.0-or-later
"""The documents there are, in the order in which they are offered. A new one is a file of its own and a line here."""

from typing import Any

from app.documents import (
    access_needs_sheet,
    address_labels,
    call_list,
    certificate,
    decisions_sheet,
    evacuation_list,
    ground_rules,
    incident_note,
    invitation_letter,
    kitchen_sheet,
    label_check,
    materials_list,
    name_badges,
    participant_agenda,
    person_record,
    planned_and_actual,
    recovery_sheet,
    reflections,
    run_sheet,
    sign_in_sheet,
    table_plan,
    table_signs,
    thank_you_letter,
    transport_sheet,
)
from app.documents.document import Document, DocumentClass, SessionDocument, When
from app.documents.queries import read_evacuation_list, read_sign_in_sheet, read_spare_slips
from app.errors import NotFound
from app.i18n import _

__all__ = [
    "DOCUMENTS",
    "Document",
    "DocumentClass",
    "SessionDocument",
    "When",
    "document_named",
]


def _sign_in_sheet_title() -> str:
    return _("Sign-in sheet")


def _sign_in_sheet_place() -> str:
    return _("On the table by the door. People tick, write the time and sign.")


def _spare_slips_title() -> str:
    return _("Spare sign-in slips")


def _spare_slips_place() -> str:
    return _("Beside the sign-in sheet, for people who come unexpected and do not want to sign a list.")


def _evacuation_list_title() -> str:
    return _("Evacuation list")


def _evacuation_list_place() -> str:
    return _("With the person in charge, all day. It says who needs help to leave, and where to meet outside.")


def _recovery_sheet_title() -> str:
    return _("Recovery sheet")


def _person_record_title() -> str:
    return _("Person's record")


SIGN_IN_SHEET = SessionDocument(
    "sign-in-sheet",
    _sign_in_sheet_title,
    DocumentClass.ROOM,
    sign_in_sheet.build,
    sign_in_sheet.lay_out,
    read_sign_in_sheet,
    When.BEFORE,
    _sign_in_sheet_place,
)
SPARE_SLIPS = SessionDocument(
    "spare-slips",
    _spare_slips_title,
    DocumentClass.ROOM,
    sign_in_sheet.build,
    sign_in_sheet.lay_out,
    read_spare_slips,
    When.BEFORE,
    _spare_slips_place,
)
EVACUATION_LIST = SessionDocument(
    "evacuation-list",
    _evacuation_list_title,
    DocumentClass.RESTRICTED,
    evacuation_list.build,
    evacuation_list.lay_out,
    read_evacuation_list,
    When.BEFORE,
    _evacuation_list_place,
)
RECOVERY_SHEET = Document("recovery-sheet", _recovery_sheet_title, DocumentClass.RESTRICTED, recovery_sheet.build)
PERSON_RECORD = Document("person-record", _person_record_title, DocumentClass.RESTRICTED, person_record.build)
DOCUMENTS: tuple[SessionDocument[Any], ...] = (
    invitation_letter.DOCUMENT,
    address_labels.DOCUMENT,
    call_list.DOCUMENT,
    run_sheet.DOCUMENT,
    participant_agenda.DOCUMENT,
    materials_list.DOCUMENT,
    SIGN_IN_SHEET,
    SPARE_SLIPS,
    EVACUATION_LIST,
    access_needs_sheet.DOCUMENT,
    kitchen_sheet.DOCUMENT,
    transport_sheet.DOCUMENT,
    table_plan.DOCUMENT,
    table_signs.DOCUMENT,
    ground_rules.DOCUMENT,
    name_badges.DOCUMENT,
    label_check.DOCUMENT,
    decisions_sheet.DOCUMENT,
    planned_and_actual.DOCUMENT,
    reflections.DOCUMENT,
    incident_note.DOCUMENT,
    certificate.DOCUMENT,
    thank_you_letter.DOCUMENT,
)


def document_named(name: str) -> SessionDocument[Any]:
    """Return the document of a session that commands call so.

    Raises:
        NotFound: There is none of this name.
    """
    for document in DOCUMENTS:
        if document.name == name:
            return document
    raise NotFound("document", name)
