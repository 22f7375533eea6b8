# SPDX-License-Identifier: GPL-3.0-or-later
"""The stages of a project in words: what they are called, and what is out of order."""

from app.days import day_words
from app.i18n import _
from app.sessions.facts import ebcd_stages
from app.sessions.stages import BothAsked, JointTooEarly, SameDayAndPlace, StagedSession, StageFinding
from db.types import Stage


def stage_word(stage: Stage) -> str:
    """Return what a stage is called."""
    return _(ebcd_stages()[stage].title)


def finding_title(finding: StageFinding) -> str:
    """Return what is out of order, as a bold line."""
    match finding:
        case BothAsked(session=session):
            return _("Staff and patients are both asked to “{title}”.").format(title=session.title)
        case SameDayAndPlace():
            return _("Staff’s and patients’ feedback are on the same day in the same place.")
        case JointTooEarly(joint=joint, feedback=feedback):
            return _("“{joint}” is before “{feedback}”.").format(joint=joint.title, feedback=feedback.title)


def finding_words(finding: StageFinding) -> str:
    """Return why it matters and what can be done, as a sentence or two."""
    match finding:
        case BothAsked(session=session) if session.stage is Stage.STAFF_FEEDBACK:
            return _(
                "Before the joint event, staff speak more freely among themselves. You may want to ask patients and "
                "carers to a session of their own."
            )
        case BothAsked():
            return _(
                "Before the joint event, patients and carers speak more freely among themselves. You may want to ask "
                "staff to a session of their own."
            )
        case SameDayAndPlace(staff=staff, patients=patients):
            return _(
                "People at “{staff}” and “{patients}” may meet before the joint event. Another day or another venue "
                "for one of them keeps them apart until then."
            ).format(staff=staff.title, patients=patients.title)
        case JointTooEarly(joint=joint, feedback=feedback):
            return _(
                "The joint event is on {joint}, and this feedback event on {feedback}. What is said there would come "
                "too late for it. You may want to change one of the days."
            ).format(joint=_day(joint), feedback=_day(feedback))


def _day(session: StagedSession) -> str:
    return "" if session.held_on is None else day_words(session.held_on)
