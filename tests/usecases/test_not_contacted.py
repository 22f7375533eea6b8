# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever asked not to be contacted is on no letter, no label and no call list, whatever else is known of them."""

from datetime import UTC, datetime

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

from app.attendance import commands
from app.attendance.commands import CAME
from app.documents.catalogue import document_named
from app.documents.document import Asked
from app.workspace import Workspace
from db.journal import Op
from db.models.attendance import attendance_id
from db.types import Role, SessionId, Status
from tests.builders import add_person, add_session
from tests.examples import EXAMPLES

NINE = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
SENT = ("invitation-letter", "address-labels", "call-list", "thank-you-letters")
KNOWN = ("known_as", "phone", "address", "email", "reach_by")
ALL = {"do_not_contact": True, **dict.fromkeys(KNOWN, "")}
TOLD = some.fixed_dictionaries(
    {"do_not_contact": some.booleans()},
    optional={each: some.just(each) for each in KNOWN},
)
NOT_YET = [status for status in Status if status not in CAME]
PEOPLE = some.lists(
    some.tuples(TOLD, some.just(Status.INVITED) | some.sampled_from(NOT_YET), some.booleans()), max_size=6
)
FEW = settings(
    max_examples=4 * EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@FEW
@given(people=PEOPLE)
@example(people=[(ALL, Status.INVITED, False), (ALL, Status.INVITED, True)])
def test_nothing_of_who_asked_not_to_be_contacted_is_sent_to_anybody(workspace: Workspace, people):
    session_id = session_with(workspace, people)
    texts = {name: said(workspace, session_id, name) for name in SENT}
    for number, (told, status, came) in enumerate(people):
        known = [mine(number, part) for part in ("name", *told) if part != "do_not_contact"]
        if told["do_not_contact"]:
            assert not [word for word in known for text in texts.values() if word in text]
        else:
            assert (mine(number, "name") in texts["thank-you-letters"]) == came
            assert (mine(number, "name") in texts["call-list"]) == (status is Status.INVITED and not came)


def session_with(workspace: Workspace, people) -> SessionId:
    """Return a session of these people, each with words that nobody else has."""
    with workspace.change(Op.INVITE) as tx:
        session_id = add_session(tx).id
        for number, (told, status, came) in enumerate(people):
            words = {part: mine(number, part) for part in told if part != "do_not_contact"}
            person = add_person(tx, mine(number, "name"), do_not_contact=told["do_not_contact"], **words).id
            commands.invite(tx, session_id, [person], Role.COMMUNITY)
            if came:
                commands.check_in(tx, session_id, person, at=NINE, now=NINE)
            else:
                commands.set_status(tx, attendance_id(session_id, person), status)
    return session_id


def mine(number: int, part: str) -> str:
    return f"{part.replace('_', '')}{number}q"


def said(workspace: Workspace, session_id: SessionId, name: str) -> str:
    """Return all that a document says, to any reader."""
    with workspace.read() as tx:
        return repr(document_named(name).read(tx, Asked(workspace, session_id)))
