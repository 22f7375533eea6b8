# SPDX-License-Identifier: GPL-3.0-or-later
"""Readiness in words: what a light says, and the one thing to do next."""

from collections.abc import Iterable

from app.i18n import _, ngettext
from app.sessions.facts import access_items, spectrum_levels
from app.sessions.readiness import (
    AccessMissing,
    AccessUnanswered,
    CapacityUnknown,
    DecidedAlready,
    Fact,
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
    Pea,
    PeopleFact,
    PeopleReady,
    PlaceReady,
    PlanFact,
    PlanLacks,
    PurposeFact,
    PurposeReady,
    Readiness,
    RidesNotBooked,
    RolesMissing,
    TitlePromisesMore,
)
from app.wording.vocabulary import role_word
from db.types import Light


def pea_word(pea: Pea) -> str:
    """Return what a light is about."""
    return {
        Pea.PEOPLE: _("People"),
        Pea.PASSION: _("Passion"),
        Pea.PURPOSE: _("Purpose"),
        Pea.PLACE: _("Place"),
        Pea.PAYMENT: _("Payment"),
    }[pea]


def light_word(light: Light) -> str:
    """Return the word beside a light."""
    return {
        Light.READY: _("Ready"),
        Light.TODO: _("To do"),
        Light.MUST_DO: _("Before doors open"),
        Light.NOT_ASKED: _("Not asked"),
    }[light]


def fact_words(fact: Fact) -> str:
    """Return what a light says, as a sentence."""
    match fact:
        case NobodyInvited() | NobodyComing() | NoLivedExperience() | RolesMissing() | NobodyNamed() | PeopleReady():
            return _people_words(fact)
        case NeedsNotArranged(needs=needs):
            return ngettext("{n} need not arranged yet.", "{n} needs not arranged yet.", needs).format(n=needs)
        case RidesNotBooked(rides=rides):
            return ngettext("{n} taxi home not booked yet.", "{n} taxis home not booked yet.", rides).format(n=rides)
        case NeedsNotConfirmed(needs=needs):
            return ngettext("{n} need not confirmed yet.", "{n} needs not confirmed yet.", needs).format(n=needs)
        case NoPurpose() | FixedAndOpenMissing() | NoSpectrum() | TitlePromisesMore() | PurposeReady():
            return _purpose_words(fact)
        case DecidedAlready() | PlanLacks():
            return _plan_words(fact)
        case _:
            return _place_words(fact)


def ready_words(found: Readiness) -> str:
    """Return what a light says, and the one thing to do next where there is one."""
    words = fact_words(found.fact)
    if found.next_step is None:
        return words
    return _("{words} Next: {step}.").format(words=words, step=step_words(found.next_step))


def called_words(name: str | None, phone: str | None) -> str:
    """Return whom to call and by which number, as far as it is known; "" where nothing is."""
    return ", ".join(part for part in (name, phone) if part)


def step_words(step: NextStep) -> str:
    """Return the one thing to do next, as it stands on a button."""
    return {
        NextStep.INVITE_PEOPLE: _("Put people on the list"),
        NextStep.INVITE_LIVED_EXPERIENCE: _("Ask more people"),
        NextStep.INVITE_MISSING: _("Ask more people"),
        NextStep.ASK_WHO_IS_COMING: _("Note who is coming"),
        NextStep.ARRANGE_NEEDS: _("See the needs"),
        NextStep.CONFIRM_NEEDS: _("See the needs"),
        NextStep.BOOK_RIDES: _("See the taxis"),
        NextStep.NAME_WHO_CARES: _("Name somebody"),
        NextStep.WRITE_PURPOSE: _("Write the purpose"),
        NextStep.SAY_FIXED_AND_OPEN: _("Say what is open"),
        NextStep.CHOOSE_SPECTRUM: _("Choose the way of working"),
        NextStep.CHECK_TITLE: _("Look at the title"),
        NextStep.CHECK_PLAN: _("Look at the plan"),
        NextStep.CHOOSE_VENUE: _("Choose a venue"),
        NextStep.CHOOSE_LARGER_VENUE: _("Choose another venue"),
        NextStep.ASK_VENUE: _("Fill in the checklist"),
        NextStep.ARRANGE_ACCESS: _("Look at the venue"),
        NextStep.ADD_CAPACITY: _("Add the number"),
        NextStep.ADD_MUSTER_POINT: _("Add the place"),
    }[step]


def _people_words(fact: PeopleFact) -> str:
    match fact:
        case NobodyInvited():
            return _("Nobody is on the list yet.")
        case NobodyComing(invited=invited):
            return ngettext(
                "{n} person asked, no answer yet.", "{n} people asked, nobody has said yes yet.", invited
            ).format(n=invited)
        case NoLivedExperience(coming=coming):
            return ngettext(
                "{n} person coming, without lived experience.", "{n} people coming, none with lived experience.", coming
            ).format(n=coming)
        case RolesMissing(roles=roles):
            return _("Still missing: {roles}.").format(roles=", ".join(role_word(role) for role in roles))
        case NobodyNamed(safeguarding=False):
            return _("No wellbeing person is named.")
        case NobodyNamed(wellbeing=False):
            return _("No safeguarding lead is named.")
        case NobodyNamed():
            return _("No wellbeing person and no safeguarding lead is named.")
        case PeopleReady(coming=coming, lived_experience=lived):
            return _("{coming} coming, {lived} with lived experience.").format(coming=coming, lived=lived)


def _purpose_words(fact: PurposeFact) -> str:
    match fact:
        case NoPurpose():
            return _("No sentence says what it is for.")
        case FixedAndOpenMissing(fixed=True):
            return _("It is not said yet what is open.")
        case FixedAndOpenMissing(open=True):
            return _("It is not said yet what is fixed.")
        case FixedAndOpenMissing():
            return _("It is not said yet what is fixed and what is open.")
        case NoSpectrum():
            return _("It is not said how far people’s words will reach.")
        case TitlePromisesMore(spectrum=spectrum):
            level = spectrum_levels()[spectrum].label
            return _("The title says co-production, but the way of working is {level}.").format(level=level)
        case PurposeReady():
            return _("One sentence, with what is fixed and what is open.")


def _plan_words(fact: PlanFact) -> str:
    if isinstance(fact, PlanLacks):
        words = ngettext("The plan lacks {n} thing.", "The plan lacks {n} things.", fact.things)
        return words.format(n=fact.things)
    return ngettext(
        "It is called co-production, but {n} part of the plan is decided already.",
        "It is called co-production, but {n} parts of the plan are decided already.",
        fact.blocks,
    ).format(n=fact.blocks)


def _place_words(fact: Fact) -> str:
    match fact:
        case NoVenue():
            return _("There is no venue yet.")
        case OverCapacity(expected=expected, capacity=capacity):
            return _("{expected} expected, and the venue holds {capacity}.").format(
                expected=expected, capacity=capacity
            )
        case AccessMissing(items=items):
            return _("Needed, and not there: {items}.").format(items=_items(items))
        case NoMusterPoint():
            return _("Nobody knows yet where to gather in a fire.")
        case AccessUnanswered(items=items):
            return _("Not yet confirmed: {items}.").format(items=_items(items))
        case CapacityUnknown():
            return _("It is not known how many people fit.")
        case PlaceReady(expected=expected, capacity=capacity):
            return _("Room for {capacity}, {expected} expected.").format(capacity=capacity, expected=expected)
        case _:
            raise TypeError(type(fact))


def _items(items: Iterable[str]) -> str:
    known = access_items()
    return ", ".join(known[item].short for item in items)
