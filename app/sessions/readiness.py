# SPDX-License-Identifier: GPL-3.0-or-later
"""What a readiness light can say: a fact with its numbers, and the one thing to do about it."""

from dataclasses import dataclass
from enum import StrEnum

from db.types import Light, Role, Spectrum


class Pea(StrEnum):
    """The five Ps of a session, in the order of their lights (after a talk by Carol Munt, patient partner)."""

    PEOPLE = "people"
    PASSION = "passion"
    PURPOSE = "purpose"
    PLACE = "place"
    PAYMENT = "payment"


class NextStep(StrEnum):
    """The one thing to do next."""

    INVITE_PEOPLE = "invite_people"
    INVITE_LIVED_EXPERIENCE = "invite_lived_experience"
    INVITE_MISSING = "invite_missing"
    ASK_WHO_IS_COMING = "ask_who_is_coming"
    ARRANGE_NEEDS = "arrange_needs"
    CONFIRM_NEEDS = "confirm_needs"
    BOOK_RIDES = "book_rides"
    NAME_WHO_CARES = "name_who_cares"
    WRITE_PURPOSE = "write_purpose"
    SAY_FIXED_AND_OPEN = "say_fixed_and_open"
    CHOOSE_SPECTRUM = "choose_spectrum"
    CHECK_TITLE = "check_title"
    CHECK_PLAN = "check_plan"
    CHOOSE_VENUE = "choose_venue"
    CHOOSE_LARGER_VENUE = "choose_larger_venue"
    ASK_VENUE = "ask_venue"
    ARRANGE_ACCESS = "arrange_access"
    ADD_CAPACITY = "add_capacity"
    ADD_MUSTER_POINT = "add_muster_point"


@dataclass(frozen=True, slots=True)
class NobodyInvited:
    """There is nobody on the list."""


@dataclass(frozen=True, slots=True)
class NobodyComing:
    """Everybody on the list is still to answer, or has said no."""

    invited: int


@dataclass(frozen=True, slots=True)
class NoLivedExperience:
    """Nobody who is coming counts as lived experience."""

    coming: int


@dataclass(frozen=True, slots=True)
class RolesMissing:
    """Nobody who is coming has a role that the stage of the session asks for; one role stands for those like it."""

    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class NeedsNotArranged:
    """Needs were asked about and nothing was done yet."""

    needs: int


@dataclass(frozen=True, slots=True)
class RidesNotBooked:
    """People need a taxi home that nobody has booked yet."""

    rides: int


@dataclass(frozen=True, slots=True)
class NeedsNotConfirmed:
    """Needs were arranged, and those who arranged them have not said yes."""

    needs: int


@dataclass(frozen=True, slots=True)
class NobodyNamed:
    """No wellbeing person is named, or no safeguarding lead, or neither."""

    wellbeing: bool
    safeguarding: bool


@dataclass(frozen=True, slots=True)
class PeopleReady:
    """People are coming, and their needs are met."""

    coming: int
    lived_experience: int


@dataclass(frozen=True, slots=True)
class NoPurpose:
    """No sentence says what the session is for."""


@dataclass(frozen=True, slots=True)
class FixedAndOpenMissing:
    """It is not said what is fixed, or what is open, or neither."""

    fixed: bool
    open: bool


@dataclass(frozen=True, slots=True)
class NoSpectrum:
    """It is not said how far people's words will reach."""


@dataclass(frozen=True, slots=True)
class TitlePromisesMore:
    """The title speaks of co-production, and the way of working is further from it."""

    spectrum: Spectrum


@dataclass(frozen=True, slots=True)
class DecidedAlready:
    """It is called co-production, and so many blocks of the plan are about what is decided already."""

    blocks: int


@dataclass(frozen=True, slots=True)
class PlanLacks:
    """The check of the plan found so many things to look at, such as no break or no closing."""

    things: int


@dataclass(frozen=True, slots=True)
class PurposeReady:
    """One sentence, with what is fixed and what is open, and how far people's words will reach."""

    spectrum: Spectrum


@dataclass(frozen=True, slots=True)
class NoVenue:
    """There is no venue yet."""


@dataclass(frozen=True, slots=True)
class OverCapacity:
    """More people are expected than the venue holds."""

    expected: int
    capacity: int


@dataclass(frozen=True, slots=True)
class AccessMissing:
    """Somebody who is coming needs what the venue does not have: items of the checklist."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoMusterPoint:
    """Nobody knows where to gather when the building must be left."""


@dataclass(frozen=True, slots=True)
class AccessUnanswered:
    """Somebody who is coming needs what the venue was not asked about: items of the checklist."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CapacityUnknown:
    """Nobody knows how many people the venue holds."""


@dataclass(frozen=True, slots=True)
class PlaceReady:
    """The venue holds everybody and has what they need."""

    expected: int
    capacity: int


NeedsFact = NeedsNotArranged | NeedsNotConfirmed | RidesNotBooked
PeopleFact = NobodyInvited | NobodyComing | NoLivedExperience | RolesMissing | NobodyNamed | PeopleReady
PurposeFact = NoPurpose | FixedAndOpenMissing | NoSpectrum | TitlePromisesMore | PurposeReady
PlanFact = DecidedAlready | PlanLacks
PlaceFact = NoVenue | OverCapacity | AccessMissing | NoMusterPoint | AccessUnanswered | CapacityUnknown | PlaceReady
Fact = PeopleFact | NeedsFact | PurposeFact | PlanFact | PlaceFact


@dataclass(frozen=True, slots=True)
class Readiness:
    """What one light shows.

    Attributes:
        light: The worst of all that is found.
        fact: What that is, with its numbers.
        next_step: What to do about it; nothing when it is ready.
        to_do: How many things are to be done, this one included.
    """

    light: Light
    fact: Fact
    next_step: NextStep | None
    to_do: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to do: how much it presses, what was found, and what to do about it."""

    light: Light
    fact: Fact
    next_step: NextStep
