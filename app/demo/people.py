# SPDX-License-Identifier: GPL-3.0-or-later
"""The people of the sample project: as a list that came in, and what they told afterwards."""

from datetime import timedelta

from sqlalchemy.orm import Session

from app.demo.story import Telling, Told
from app.people.belongings import add_affiliation, add_community_role, add_need, set_emergency_contact
from app.people.commands import add_person
from db.journal import Op
from db.types import AffiliationKind, NeedStatus, PersonId

# What is told of a person elsewhere than in the columns of their own row.
ELSEWHERE = frozenset(
    {
        "name",
        "organisations",
        "networks",
        "community_roles",
        "needs",
        "contact",
        "supports",
        "called",
        "ride",
        "setup",
        "staff",
        "patients",
        "first",
        "second",
        "third",
    }
)


def list_people(telling: Telling) -> None:
    """Take in everybody at once, as from a list."""
    with telling.workspace.change(Op.IMPORT_PEOPLE) as tx:
        for told in telling.story.people:
            fields = {name: value for name, value in told.items() if name not in ELSEWHERE}
            person_id = add_person(tx, told["name"], **fields)
            telling.people[told["name"]] = person_id
            _add_belongings(tx, telling, person_id, told)


def tell_needs(telling: Telling) -> None:
    """Record what people need, and whom to ring for them."""
    with telling.workspace.change(Op.CHANGE_NEEDS) as tx:
        for told in telling.story.people:
            for need in told.get("needs", ()):
                _add_need(tx, telling, telling.people[told["name"]], need)
    with telling.workspace.change(Op.CHANGE_EMERGENCY_CONTACT) as tx:
        for told in telling.story.people:
            if "contact" in told:
                set_emergency_contact(tx, telling.people[told["name"]], today=telling.today, **told["contact"])


def _add_need(tx: Session, telling: Telling, person_id: PersonId, need: Told) -> None:
    status, detail = NeedStatus(need["status"]), need.get("detail")
    add_need(tx, person_id, need["kind"], today=telling.today, detail=detail, status=status)


def _add_belongings(tx: Session, telling: Telling, person_id: PersonId, told: Told) -> None:
    for name in told.get("organisations", ()):
        add_affiliation(tx, person_id, AffiliationKind.ORGANISATION, name)
    for name in told.get("networks", ()):
        add_affiliation(tx, person_id, AffiliationKind.NETWORK, name)
    for role in told.get("community_roles", ()):
        trained_on = telling.today - timedelta(days=role["trained_days_ago"])
        add_community_role(tx, person_id, role["name"], trained_on=trained_on)
