# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a session is ready: its people, its purpose and its place. Pure: facts in, a light and a fact out.

A light shows the worst that is found, with the one thing to do about it; words for both are given elsewhere.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.sessions.facts import access_items, lived_roles, place_items
from app.sessions.readiness import (
    AccessMissing,
    AccessUnanswered,
    CapacityUnknown,
    DecidedAlready,
    Fact,
    Finding,
    FixedAndOpenMissing,
    NeedsNotArranged,
    NeedsNotConfirmed,
    NextStep,
    NobodyComing,
    NobodyInvited,
    NobodyNamed,
    NoLivedExperience,
    NoMusterPoint,
    NoPurpose,
    NoSpectrum,
    NoVenue,
    OverCapacity,
    PeopleReady,
    PlaceReady,
    PlanLacks,
    PurposeReady,
    Readiness,
    RidesNotBooked,
    RolesMissing,
    TitlePromisesMore,
)
from app.sessions.titles import says_co_production
from db.types import Answer, Light, Role, Spectrum, Status

AWAY = (Status.DECLINED, Status.CANCELLED, Status.NO_SHOW)  # known to stay away, or to have stayed away
SEVERITY = (Light.MUST_DO, Light.NOT_ASKED, Light.TODO, Light.READY)
TELLING = frozenset({Spectrum.INFORM, Spectrum.CONSULT})


@dataclass(frozen=True, slots=True)
class PeopleFacts:
    """What is known of the people of one session.

    Attributes:
        invited: Everybody on the list, whatever they said, and who is there without a name.
        coming: Those who said yes or have arrived.
        lived_experience: Those of them whose role counts as lived experience.
        missing: Roles that are asked for and that none of them has, one for those like it.
        needs_asked: Needs of people who are not known to stay away that are recorded and not arranged.
        needs_arranged: Such needs that are arranged and not confirmed.
        rides_not_booked: Taxis home that people need who are not known to stay away, and that are not booked.
        wellbeing: Whether somebody is named for those who are upset.
        safeguarding: Whether somebody is named who is told when a person may be at risk.
    """

    invited: int
    coming: int
    lived_experience: int
    missing: tuple[Role, ...]
    needs_asked: int
    needs_arranged: int
    rides_not_booked: int
    wellbeing: bool
    safeguarding: bool


@dataclass(frozen=True, slots=True)
class PurposeFacts:
    """What a session says of itself."""

    title: str
    purpose: str | None
    fixed: str | None
    open: str | None
    spectrum: Spectrum | None


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """What is known of the venue of one session, which it has, and of what is needed there.

    Attributes:
        capacity: How many people it holds.
        muster_point: Where to gather when the building must be left.
        expected: How many people are not known to stay away.
        needed: How many of them need each item of the access checklist.
        answers: What the venue said to the items; one that is not there was not asked about.
    """

    capacity: int | None
    muster_point: str | None
    expected: int
    needed: Mapping[str, int]
    answers: Mapping[str, Answer]


def needed_items(kinds: Iterable[str]) -> dict[str, int]:
    """Return how often each item of the access checklist is needed, from the kinds of everybody's needs."""
    items = place_items()
    return dict(Counter(item for kind in kinds for item in items.get(kind, ())))


def missing_roles(coming: Iterable[Iterable[Role]], asks_for: Iterable[Sequence[Role]]) -> tuple[Role, ...]:
    """Return the first role of each group of which nobody who is coming has any."""
    there = {role for roles in coming for role in roles}
    return tuple(group[0] for group in asks_for if there.isdisjoint(group))


def people_light(facts: PeopleFacts) -> Readiness:
    """Return whether the right people are coming and what they need is arranged."""
    if not facts.invited:
        return Readiness(Light.NOT_ASKED, NobodyInvited(), NextStep.INVITE_PEOPLE, 1)
    found: list[Finding] = []
    if facts.needs_asked:
        found.append(Finding(Light.MUST_DO, NeedsNotArranged(facts.needs_asked), NextStep.ARRANGE_NEEDS))
    if facts.rides_not_booked:
        found.append(Finding(Light.MUST_DO, RidesNotBooked(facts.rides_not_booked), NextStep.BOOK_RIDES))
    if not facts.coming:
        found.append(Finding(Light.TODO, NobodyComing(facts.invited), NextStep.ASK_WHO_IS_COMING))
    else:
        found += _mix(facts)
    if facts.needs_arranged:
        found.append(Finding(Light.TODO, NeedsNotConfirmed(facts.needs_arranged), NextStep.CONFIRM_NEEDS))
    if not (facts.wellbeing and facts.safeguarding):
        unnamed = NobodyNamed(wellbeing=not facts.wellbeing, safeguarding=not facts.safeguarding)
        found.append(Finding(Light.TODO, unnamed, NextStep.NAME_WHO_CARES))
    return _worst(found, ready=PeopleReady(facts.coming, facts.lived_experience))


def plan_findings(*, decided: int, lacks: int) -> list[Finding]:
    """Return what the plan says against the purpose, and what it lacks.

    Args:
        decided: Blocks that are about what is decided already, in a session that is called co-production.
        lacks: How many other things the check of the plan found.
    """
    found: list[Finding] = []
    if decided:
        found.append(Finding(Light.TODO, DecidedAlready(decided), NextStep.CHECK_TITLE))
    if lacks:
        found.append(Finding(Light.TODO, PlanLacks(lacks), NextStep.CHECK_PLAN))
    return found


def purpose_light(facts: PurposeFacts, in_plan: Sequence[Finding]) -> Readiness:
    """Return whether it is said what the session is for and how far words will reach, and the plan keeps to it."""
    purpose, fixed, still_open = (_said(text) for text in (facts.purpose, facts.fixed, facts.open))
    if not (purpose or fixed or still_open or facts.spectrum):
        return Readiness(Light.NOT_ASKED, NoPurpose(), NextStep.WRITE_PURPOSE, 1 + len(in_plan))
    found: list[Finding] = []
    if not purpose:
        found.append(Finding(Light.TODO, NoPurpose(), NextStep.WRITE_PURPOSE))
    if not (fixed and still_open):
        missing = FixedAndOpenMissing(fixed=not fixed, open=not still_open)
        found.append(Finding(Light.TODO, missing, NextStep.SAY_FIXED_AND_OPEN))
    if facts.spectrum is None:
        found.append(Finding(Light.TODO, NoSpectrum(), NextStep.CHOOSE_SPECTRUM))
        return _worst([*found, *in_plan], ready=NoSpectrum())
    if facts.spectrum in TELLING and says_co_production(facts.title):
        found.append(Finding(Light.TODO, TitlePromisesMore(facts.spectrum), NextStep.CHECK_TITLE))
    return _worst([*found, *in_plan], ready=PurposeReady(facts.spectrum))


def place_light(facts: PlaceFacts | None) -> Readiness:
    """Return whether the venue is known, holds everybody and has what they need; no facts, no venue."""
    if facts is None:
        return Readiness(Light.NOT_ASKED, NoVenue(), NextStep.CHOOSE_VENUE, 1)
    lacking = _items(facts, Answer.NO, facts.needed)
    always = (item for item, one in access_items().items() if one.always)
    unanswered = _items(facts, Answer.UNKNOWN, {*facts.needed, *always})
    found: list[Finding] = []
    if facts.capacity is not None and facts.expected > facts.capacity:
        found.append(Finding(Light.MUST_DO, OverCapacity(facts.expected, facts.capacity), NextStep.CHOOSE_LARGER_VENUE))
    if lacking:
        found.append(Finding(Light.MUST_DO, AccessMissing(lacking), NextStep.ARRANGE_ACCESS))
    if not _said(facts.muster_point):
        found.append(Finding(Light.MUST_DO, NoMusterPoint(), NextStep.ADD_MUSTER_POINT))
    if unanswered:
        found.append(Finding(Light.TODO, AccessUnanswered(unanswered), NextStep.ASK_VENUE))
    if facts.capacity is None:
        return _worst([*found, Finding(Light.TODO, CapacityUnknown(), NextStep.ADD_CAPACITY)], ready=CapacityUnknown())
    return _worst(found, ready=PlaceReady(facts.expected, facts.capacity))


def things_to_do(lights: Iterable[Readiness]) -> int:
    """Return how many things are to be done in all."""
    return sum(light.to_do for light in lights)


def _mix(facts: PeopleFacts) -> Iterable[Finding]:
    """Return who is missing among those who are coming."""
    missing = facts.missing
    if not facts.lived_experience and not lived_roles().isdisjoint(missing):
        yield Finding(Light.TODO, NoLivedExperience(facts.coming), NextStep.INVITE_LIVED_EXPERIENCE)
        missing = tuple(role for role in missing if role not in lived_roles())
    if missing:
        yield Finding(Light.TODO, RolesMissing(missing), NextStep.INVITE_MISSING)


def _worst(found: Sequence[Finding], *, ready: Fact) -> Readiness:
    if not found:
        return Readiness(Light.READY, ready, None, 0)
    worst = min(found, key=lambda finding: SEVERITY.index(finding.light))
    return Readiness(worst.light, worst.fact, worst.next_step, len(found))


def _items(facts: PlaceFacts, answer: Answer, wanted: Iterable[str]) -> tuple[str, ...]:
    """Return which of the wanted items have this answer: what most people need first, then as it is asked."""
    asked = list(access_items())
    found = (item for item in wanted if facts.answers.get(item, Answer.UNKNOWN) is answer)
    return tuple(sorted(found, key=lambda item: (-facts.needed.get(item, 0), asked.index(item))))


def _said(text: str | None) -> bool:
    return bool(text and text.strip())
