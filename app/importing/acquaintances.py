# SPDX-License-Identifier: GPL-3.0-or-later
"""People whom a list mentions and who are in the records already, with all that a row could add to."""

from collections.abc import Iterable, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.importing.gathering import EMERGENCY, LISTED, TEXTS, Gathered, Said, items, parts
from app.people.kinds import need_label
from db.models import Affiliation, CommunityRole, EmergencyContact, Need, NeedDetail, Person
from db.types import AffiliationKind, PersonId

AT_A_TIME = 500  # ids in one query


def acquaintances(tx: Session, ids: Iterable[PersonId]) -> dict[PersonId, Gathered]:
    """Return people by id; who is not there any more is left out."""
    wanted = sorted(set(ids))
    found: dict[PersonId, Gathered] = {}
    for start in range(0, len(wanted), AT_A_TIME):
        some = wanted[start : start + AT_A_TIME]
        found |= _people(tx, some)
        for person_id, name, words in _belongings(tx, some):
            before = found[person_id].before
            before[name] = (*items(before.get(name, ())), *words)
        for person_id, contact in _contacts(tx, some):
            found[person_id].before |= contact
    for person in found.values():
        person.now = dict(person.before)
    return found


def _people(tx: Session, ids: list[PersonId]) -> dict[PersonId, Gathered]:
    names = ("id", "name", "family_name", "usual_role", *TEXTS, *LISTED)
    query = select(*(getattr(Person, name) for name in names)).where(Person.id.in_(ids))
    found: dict[PersonId, Gathered] = {}
    for row in tx.execute(query).mappings():
        said: Said = {name: row[name] or "" for name in (*TEXTS, "name", "family_name")}
        said |= {name: parts(name, row[name]) for name in LISTED}
        role = row["usual_role"]
        found[row["id"]] = Gathered(
            row["id"],
            row["name"],
            row["family_name"],
            known=True,
            usual_role=role,
            had_role=role is not None,
            before=said,
        )
    return found


def _belongings(tx: Session, ids: list[PersonId]) -> Iterator[tuple[PersonId, str, tuple[str, ...]]]:
    affiliations = select(Affiliation.person_id, Affiliation.kind, Affiliation.name)
    for person_id, kind, name in tx.execute(affiliations.where(Affiliation.person_id.in_(ids))):
        yield person_id, "organisation" if kind is AffiliationKind.ORGANISATION else "networks", (name,)
    roles = select(CommunityRole.person_id, CommunityRole.name).where(CommunityRole.person_id.in_(ids))
    for person_id, name in tx.execute(roles):
        yield person_id, "community_roles", (name,)
    needs = (
        select(Need.person_id, Need.kind, NeedDetail.detail)
        .join(NeedDetail, NeedDetail.need_id == Need.id, isouter=True)
        .where(Need.person_id.in_(ids))
    )
    for person_id, kind, detail in tx.execute(needs):
        yield person_id, "needs", tuple(filter(None, (need_label(kind), detail)))


def _contacts(tx: Session, ids: list[PersonId]) -> Iterator[tuple[PersonId, Said]]:
    columns = (EmergencyContact.name, EmergencyContact.relation, EmergencyContact.phone)
    query = select(EmergencyContact.person_id, *columns).where(EmergencyContact.person_id.in_(ids))
    for person_id, *said in tx.execute(query):
        yield person_id, {name: words or "" for name, words in zip(EMERGENCY, said, strict=True)}
