# SPDX-License-Identifier: GPL-3.0-or-later
"""What each operation is called, in lower case, as in "Undone: check-in". A new one is a line in its feature's list."""

from collections.abc import Mapping

from app.i18n import _
from db.journal import Op


def operation(op: Op) -> str:
    """Return what an operation is called."""
    return next(words[op] for words in (list_of() for list_of in LISTS) if op in words)


def _whole() -> Mapping[Op, str]:
    return {
        Op.CREATE_WORKSPACE: _("new workspace"),
        Op.ADD_MEMBER: _("new member"),
        Op.CHANGE_MEMBER: _("change of a member"),
        Op.CHANGE_SETTING: _("change of a setting"),
        Op.PURGE: _("removal of what was kept long enough"),
        Op.UNDO: _("undo"),
        Op.REDO: _("redo"),
    }


def _people() -> Mapping[Op, str]:
    return {
        Op.ADD_PERSON: _("new person"),
        Op.CHANGE_PERSON: _("change to a person"),
        Op.DELETE_PERSON: _("deletion of a person"),
        Op.MERGE_PEOPLE: _("merging of two people"),
        Op.KEEP_APART: _("two people kept apart"),
        Op.CHANGE_NEEDS: _("change of needs"),
        Op.CHANGE_EMERGENCY_CONTACT: _("change of an emergency contact"),
        Op.IMPORT_PEOPLE: _("import of a list"),
        Op.ERASE_PERSON: _("erasure of a person"),
    }


def _sessions() -> Mapping[Op, str]:
    return {
        Op.ADD_PROJECT: _("new project"),
        Op.CHANGE_PROJECT: _("change to a project"),
        Op.DELETE_PROJECT: _("deletion of a project"),
        Op.ADD_VENUE: _("new venue"),
        Op.CHANGE_VENUE: _("change to a venue"),
        Op.DELETE_VENUE: _("deletion of a venue"),
        Op.ADD_SESSION: _("new session"),
        Op.ADD_PLANNED_SESSION: _("new session with the plan that suits its stage"),
        Op.CHANGE_SESSION: _("change to a session"),
        Op.DELETE_SESSION: _("deletion of a session"),
        Op.DUPLICATE_SESSION: _("copy of a session"),
    }


def _attendance() -> Mapping[Op, str]:
    return {
        Op.INVITE: _("invitation"),
        Op.UNINVITE: _("taking off the list"),
        Op.RECORD_REPLY: _("answer to an invitation"),
        Op.CHANGE_ATTENDANCE: _("change of attendance"),
        Op.CHECK_IN: _("check-in"),
        Op.CHECK_OUT: _("departure"),
        Op.UNDO_ARRIVAL: _("arrival taken back"),
        Op.WALK_IN: _("walk-in"),
        Op.EVERYONE_LEFT: _("departure of everyone"),
        Op.KEY_BACK: _("keying back from paper"),
        Op.COUNT_HEADS: _("count of people without names"),
        Op.SEAT_PEOPLE: _("places at tables"),
        Op.SET_PAIR: _("pair at tables"),
        Op.DROP_PAIR: _("no pair at tables"),
        Op.CHANGE_RIDE: _("taxi home"),
        Op.REMOVE_RIDE: _("no taxi home"),
        Op.PRINT_SHEETS: _("numbering of a printed sheet"),
    }


def _agenda() -> Mapping[Op, str]:
    return {
        Op.ADD_BLOCK: _("new block"),
        Op.CHANGE_BLOCK: _("change to a block"),
        Op.MOVE_BLOCKS: _("move in the plan"),
        Op.DELETE_BLOCKS: _("removal from the plan"),
        Op.COPY_BLOCKS: _("copy into a plan"),
        Op.CHANGE_TRACKS: _("change of the groups at the same time"),
        Op.CHANGE_MATERIALS: _("change of the materials"),
        Op.USE_TEMPLATE: _("use of a template"),
        Op.IMPORT_PLAN: _("import of a plan"),
        Op.SAVE_TEMPLATE: _("template saved"),
        Op.DELETE_TEMPLATE: _("deletion of a template"),
    }


def _live() -> Mapping[Op, str]:
    return {
        Op.START_LIVE: _("start of a session"),
        Op.NEXT_BLOCK: _("next block"),
        Op.BLOCK_BEFORE: _("back to the block before"),
        Op.PAUSE_LIVE: _("pause"),
        Op.RESUME_LIVE: _("end of a pause"),
        Op.GIVE_MINUTES: _("change of minutes"),
        Op.CATCH_UP: _("time made up"),
        Op.CHANGE_ADVANCE: _("change of how blocks follow"),
        Op.FINISH_LIVE: _("finish of a session"),
        Op.ADD_LOG_ITEM: _("new note of the session"),
        Op.CHANGE_LOG_ITEM: _("change to a note of the session"),
        Op.DELETE_LOG_ITEM: _("removal of a note of the session"),
        Op.ADD_REFLECTION: _("new reflection"),
        Op.CHANGE_REFLECTION: _("change to a reflection"),
        Op.DELETE_REFLECTION: _("removal of a reflection"),
        Op.ADD_INCIDENT_NOTE: _("new incident note"),
        Op.ADD_INCIDENT_TOLD: _("somebody told of an incident"),
    }


LISTS = (_whole, _people, _sessions, _attendance, _agenda, _live)
