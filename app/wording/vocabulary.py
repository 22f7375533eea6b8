# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for the fixed words of the records: roles and statuses."""

from app.i18n import _
from db.search import fold
from db.types import Call, NeedStatus, Role, Status


def erased_name() -> str:
    """Return what stands where the name of an erased person stood."""
    return _("Erased person")


def role_word(role: str) -> str:
    """Return what a role is called; a word of the team's own stands for itself."""
    words: dict[str, str] = {
        Role.LIVED_EXPERIENCE: _("Lived experience"),
        Role.CARER: _("Carer"),
        Role.COMMUNITY: _("Community"),
        Role.VCSE: _("Voluntary sector"),
        Role.STAFF: _("Staff"),
        Role.CLINICIAN: _("Clinician"),
        Role.MANAGER: _("Manager"),
        Role.FACILITATOR: _("Facilitator"),
        Role.SCRIBE: _("Scribe"),
        Role.INTERPRETER: _("Interpreter"),
        Role.SUPPORTER: _("Supporter"),
        Role.OBSERVER: _("Observer"),
    }
    return words.get(role, role)


def role_named(typed: str) -> str:
    """Return the role that was typed as it is kept: one of ours, or the team's own words."""
    return next((role.value for role in Role if fold(role_word(role)) == fold(typed.strip())), typed)


def status_word(status: Status) -> str:
    """Return how far somebody's coming has got."""
    return {
        Status.INVITED: _("Invited"),
        Status.ACCEPTED: _("Coming"),
        Status.DECLINED: _("Not coming"),
        Status.CANCELLED: _("Cancelled"),
        Status.NO_SHOW: _("Did not come"),
        Status.ATTENDED: _("Came"),
        Status.ATTENDED_PART: _("Came for part"),
    }[status]


def call_word(call: Call) -> str:
    """Return what came of asking somebody whether they come."""
    return {
        Call.ANSWERED: _("Answered"),
        Call.NO_ANSWER: _("No answer"),
        Call.LEFT_MESSAGE: _("Left a message"),
    }[call]


def need_status_word(status: NeedStatus) -> str:
    """Return how far a need is met."""
    return {
        NeedStatus.ASKED: _("Asked"),
        NeedStatus.ARRANGED: _("Arranged"),
        NeedStatus.CONFIRMED: _("Confirmed"),
        NeedStatus.MET: _("Met"),
    }[status]
