# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for what every feature may say, and for the faults of the world."""

from collections.abc import Callable, Mapping
from typing import Any

from app.errors import NotFound
from app.i18n import _
from db.errors import (
    CannotRead,
    Damaged,
    DiskFull,
    DriveGone,
    FileLocked,
    ForReadingOnly,
    NewerVersion,
    ReadOnly,
    WrongKey,
)

Words = Mapping[type[Exception], Callable[[Any], str]]


def _not_found(error: NotFound) -> str:
    return _("There is no {kind} called “{name}”. Check the spelling, or list them first.").format(
        kind=kind_word(error.kind), name=error.name
    )


def kind_word(kind: str) -> str:
    """Return the word for one record of a table."""
    return {
        "person": _("person"),
        "project": _("project"),
        "venue": _("venue"),
        "design_session": _("session"),
        "attendance": _("attendance"),
        "block": _("block"),
        "track": _("group"),
        "material": _("material"),
        "template": _("template"),
        "saved_plan": _("kept plan"),
        "log_item": _("note of a session"),
        "ran_block": _("block that was run"),
        "ride": _("taxi home"),
        "member": _("member"),
        "need": _("need"),
        "document": _("document"),
        "stored_file": _("file"),
        "reflection": _("reflection"),
        "incident_note": _("incident note"),
        "incident_told": _("line of who was told of an incident"),
        "operation": _("step in the history"),
    }.get(kind, _("record"))


def _file_locked(error: FileLocked) -> str:
    return _("Records are open in another window. Close it, then try again.")


def _disk_full(error: DiskFull) -> str:
    return _("The disk is full. Nothing was changed. Free some space, then try again.")


def _read_only(error: ReadOnly) -> str:
    return _("The folder {folder} cannot be written. Choose another folder, or ask its owner.").format(
        folder=error.path
    )


def _drive_gone(error: DriveGone) -> str:
    return _(
        "{folder} is not there any more, or its drive does not answer. Put a stick that was pulled out back in, "
        "then try again."
    ).format(folder=error.path)


def _cannot_read(error: CannotRead) -> str:
    return _("The file {file} cannot be read. It may have been moved, or this account may not open it.").format(
        file=error.path
    )


def _wrong_key(error: WrongKey) -> str:
    return _("The records cannot be opened: their first page is damaged. Restore the newest backup.")


def _damaged(error: Damaged) -> str:
    return _("The records are damaged. Nothing more will be written to them. Restore the newest backup.")


def _for_reading_only(error: ForReadingOnly) -> str:
    if isinstance(error.why, ReadOnly):
        return _("The folder {folder} cannot be written, so its records can only be read.").format(folder=error.path)
    return _("Nothing was changed: the records are damaged and can only be read. Restore the newest backup.")


def _newer_version(error: NewerVersion) -> str:
    return _("These records were written by a newer Peapod. Update the program on this laptop, then open them.")


WORDS: Words = {
    NotFound: _not_found,
    FileLocked: _file_locked,
    DiskFull: _disk_full,
    ReadOnly: _read_only,
    DriveGone: _drive_gone,
    CannotRead: _cannot_read,
    WrongKey: _wrong_key,
    Damaged: _damaged,
    ForReadingOnly: _for_reading_only,
    NewerVersion: _newer_version,
}
