# SPDX-License-Identifier: GPL-3.0-or-later
"""Anybody the team works with, and what they told us about themselves.

A column that tells something of a person can be null, or says in `info["erased"]` what erasure leaves in it. What has
a purge date of its own is a table of its own.
"""

from datetime import date
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record
from db.types import AffiliationKind, Erased, NeedId, NeedStatus, PersonId, RecordId, new_id, refers_to

NAME: dict[str, Any] = {"group": "name", "erased": ""}


class Person(Record):
    """A person, named as they name themselves. One name is enough; the family name is the part they are sorted by.

    `merged_into_id` says whose record went on when two records of one person were made one.
    """

    __tablename__ = "person"

    id: Mapped[PersonId] = mapped_column(primary_key=True, default_factory=new_id)
    name: Mapped[str] = mapped_column(info=NAME)
    family_name: Mapped[str | None] = mapped_column(default=None, info={"group": "name"})
    name_in_script: Mapped[str | None] = mapped_column(default=None)
    known_as: Mapped[str | None] = mapped_column(default=None)
    say_it: Mapped[str | None] = mapped_column(default=None)
    pronouns: Mapped[str | None] = mapped_column(default=None)
    languages: Mapped[str | None] = mapped_column(default=None)
    email: Mapped[str | None] = mapped_column(default=None)
    phone: Mapped[str | None] = mapped_column(default=None)
    address: Mapped[str | None] = mapped_column(default=None)
    reach_by: Mapped[str | None] = mapped_column(default=None)
    do_not_contact: Mapped[bool] = mapped_column(default=False, info={"erased": True})
    usual_role: Mapped[str | None] = mapped_column(default=None)
    interests: Mapped[str | None] = mapped_column(default=None)
    matters: Mapped[str | None] = mapped_column(default=None)
    diet: Mapped[str | None] = mapped_column(default=None)
    allergy: Mapped[str | None] = mapped_column(default=None)
    note: Mapped[str | None] = mapped_column(default=None)
    merged_into_id: Mapped[PersonId | None] = mapped_column(
        refers_to("person.id"), default=None, index=True, info={"belongs": True, "erased": Erased.STAYS}
    )


class Affiliation(Record):
    """An organisation or network that a person belongs to, in the team's own words."""

    __tablename__ = "affiliation"

    id: Mapped[RecordId] = mapped_column(primary_key=True, default_factory=new_id)
    person_id: Mapped[PersonId] = mapped_column(refers_to("person.id"), index=True)
    kind: Mapped[AffiliationKind] = mapped_column(info={"erased": AffiliationKind.ORGANISATION})
    name: Mapped[str] = mapped_column(info={"erased": ""})


class CommunityRole(Record):
    """A role that a person holds in their community, in the team's own words, and when they were trained for it."""

    __tablename__ = "community_role"

    id: Mapped[RecordId] = mapped_column(primary_key=True, default_factory=new_id)
    person_id: Mapped[PersonId] = mapped_column(refers_to("person.id"), index=True)
    name: Mapped[str] = mapped_column(info={"erased": ""})
    trained_on: Mapped[date | None] = mapped_column(default=None)


class Need(Record):
    """Something a person needs in the room: its kind (assets/needs.json) and how far it is met."""

    __tablename__ = "need"

    id: Mapped[NeedId] = mapped_column(primary_key=True, default_factory=new_id)
    person_id: Mapped[PersonId] = mapped_column(refers_to("person.id"), index=True)
    kind: Mapped[str] = mapped_column(info={"erased": ""})
    status: Mapped[NeedStatus] = mapped_column(info={"erased": NeedStatus.ASKED})
    review_on: Mapped[date | None] = mapped_column(default=None)


class NeedDetail(Record):
    """What a need is about, in a table of its own because it is purged on a date of its own. The id is the need's."""

    __tablename__ = "need_detail"

    id: Mapped[RecordId] = mapped_column(primary_key=True)
    need_id: Mapped[NeedId] = mapped_column(refers_to("need.id"), index=True)
    detail: Mapped[str | None] = mapped_column(default=None)
    purge_on: Mapped[date | None] = mapped_column(default=None)


class EmergencyContact(Record):
    """Whom to ring for a person, shown in the emergency view only, and the day it is purged. One for each person."""

    __tablename__ = "emergency_contact"

    id: Mapped[RecordId] = mapped_column(primary_key=True)
    person_id: Mapped[PersonId] = mapped_column(refers_to("person.id"), index=True)
    name: Mapped[str | None] = mapped_column(default=None, info={"group": "contact"})
    relation: Mapped[str | None] = mapped_column(default=None, info={"group": "contact"})
    phone: Mapped[str | None] = mapped_column(default=None, info={"group": "contact"})
    purge_on: Mapped[date | None] = mapped_column(default=None)


class KeptApart(Record):
    """Two people who look alike and were said to be two people, so that nobody is asked again."""

    __tablename__ = "kept_apart"

    id: Mapped[RecordId] = mapped_column(primary_key=True)
    first_id: Mapped[PersonId] = mapped_column(refers_to("person.id"), index=True)
    second_id: Mapped[PersonId] = mapped_column(refers_to("person.id"), index=True)
