# SPDX-License-Identifier: GPL-3.0-or-later
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sessions.readiness import (
    AccessMissing,
    AccessUnanswered,
    CapacityUnknown,
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
    PurposeReady,
    Readiness,
    TitlePromisesMore,
)
from app.sessions.rules import (
    PeopleFacts,
    PlaceFacts,
    PurposeFacts,
    needed_items,
    people_light,
    place_light,
    purpose_light,
    things_to_do,
)
from db.types import Answer, Light, Spectrum


def people(**facts):
    ready = {"invited": 40, "coming": 34, "lived_experience": 12, "needs_asked": 0, "needs_arranged": 0}
    named = {"wellbeing": True, "safeguarding": True}
    return people_light(PeopleFacts(**{**ready, **named, **facts}))


def purpose(**facts):
    ready = {"title": "Clear letters", "purpose": "Agree.", "fixed": "Budget", "open": "Words"}
    return purpose_light(PurposeFacts(**{**ready, "spectrum": Spectrum.CO_DESIGN, **facts}))


def place(**facts):
    ready = {"capacity": 40, "muster_point": "Car park", "expected": 34, "needed": {}, "answers": {}}
    return place_light(PlaceFacts(**{**ready, **facts}))


@pytest.mark.parametrize(
    ("facts", "light"),
    [
        pytest.param({}, Readiness(Light.READY, PeopleReady(34, 12), None, 0), id="ready"),
        pytest.param(
            {"invited": 0, "coming": 0},
            Readiness(Light.NOT_ASKED, NobodyInvited(), NextStep.INVITE_PEOPLE, 1),
            id="nobody invited",
        ),
        pytest.param(
            {"coming": 0, "lived_experience": 0},
            Readiness(Light.TODO, NobodyComing(40), NextStep.ASK_WHO_IS_COMING, 1),
            id="nobody has said yes",
        ),
        pytest.param(
            {"lived_experience": 0},
            Readiness(Light.TODO, NoLivedExperience(34), NextStep.INVITE_LIVED_EXPERIENCE, 1),
            id="no lived experience",
        ),
        pytest.param(
            {"needs_asked": 2, "needs_arranged": 3},
            Readiness(Light.MUST_DO, NeedsNotArranged(2), NextStep.ARRANGE_NEEDS, 2),
            id="needs that nobody arranged come first",
        ),
        pytest.param(
            {"needs_arranged": 3},
            Readiness(Light.TODO, NeedsNotConfirmed(3), NextStep.CONFIRM_NEEDS, 1),
            id="needs that nobody confirmed",
        ),
        pytest.param(
            {"wellbeing": False},
            Readiness(Light.TODO, NobodyNamed(wellbeing=True, safeguarding=False), NextStep.NAME_WHO_CARES, 1),
            id="nobody for who is upset",
        ),
        pytest.param(
            {"safeguarding": False},
            Readiness(Light.TODO, NobodyNamed(wellbeing=False, safeguarding=True), NextStep.NAME_WHO_CARES, 1),
            id="nobody to tell of a risk",
        ),
    ],
)
def test_people_are_ready_when_they_come_and_their_needs_are_met(facts, light):
    assert people(**facts) == light


@pytest.mark.parametrize(
    ("facts", "light"),
    [
        pytest.param({}, Readiness(Light.READY, PurposeReady(Spectrum.CO_DESIGN), None, 0), id="ready"),
        pytest.param(
            {"purpose": None, "fixed": " ", "open": "", "spectrum": None},
            Readiness(Light.NOT_ASKED, NoPurpose(), NextStep.WRITE_PURPOSE, 1),
            id="nothing said",
        ),
        pytest.param({"purpose": "  "}, Readiness(Light.TODO, NoPurpose(), NextStep.WRITE_PURPOSE, 1), id="no purpose"),
        pytest.param(
            {"open": None},
            Readiness(Light.TODO, FixedAndOpenMissing(fixed=False, open=True), NextStep.SAY_FIXED_AND_OPEN, 1),
            id="what is open is not said",
        ),
        pytest.param(
            {"fixed": None, "spectrum": None},
            Readiness(Light.TODO, FixedAndOpenMissing(fixed=True, open=False), NextStep.SAY_FIXED_AND_OPEN, 2),
            id="two things, the first of them shown",
        ),
        pytest.param(
            {"spectrum": None}, Readiness(Light.TODO, NoSpectrum(), NextStep.CHOOSE_SPECTRUM, 1), id="no spectrum"
        ),
        pytest.param(
            {"title": "Co-producing our letters", "spectrum": Spectrum.CONSULT},
            Readiness(Light.TODO, TitlePromisesMore(Spectrum.CONSULT), NextStep.CHECK_TITLE, 1),
            id="a title that promises more",
        ),
        pytest.param(
            {"title": "Co-production of letters"},
            Readiness(Light.READY, PurposeReady(Spectrum.CO_DESIGN), None, 0),
            id="a title that is near enough",
        ),
    ],
)
def test_a_purpose_is_ready_when_it_is_said_what_is_open(facts, light):
    assert purpose(**facts) == light


@pytest.mark.parametrize(
    ("facts", "light"),
    [
        pytest.param({}, Readiness(Light.READY, PlaceReady(34, 40), None, 0), id="ready"),
        pytest.param(
            {"expected": 41}, Readiness(Light.MUST_DO, OverCapacity(41, 40), NextStep.CHOOSE_LARGER_VENUE, 1), id="full"
        ),
        pytest.param(
            {"muster_point": " "},
            Readiness(Light.MUST_DO, NoMusterPoint(), NextStep.ADD_MUSTER_POINT, 1),
            id="no muster point",
        ),
        pytest.param(
            {"capacity": None}, Readiness(Light.TODO, CapacityUnknown(), NextStep.ADD_CAPACITY, 1), id="no capacity"
        ),
        pytest.param(
            {"needed": {"hearing_loop": 1, "step_free": 2}},
            Readiness(Light.TODO, AccessUnanswered(("step_free", "hearing_loop")), NextStep.ASK_VENUE, 1),
            id="not asked about, what most need first",
        ),
        pytest.param(
            {"needed": {"hearing_loop": 1, "step_free": 2}, "answers": {"step_free": Answer.NO}},
            Readiness(Light.MUST_DO, AccessMissing(("step_free",)), NextStep.ARRANGE_ACCESS, 2),
            id="a wheelchair user and steps",
        ),
        pytest.param(
            {"needed": {"step_free": 2}, "answers": {"step_free": Answer.YES, "lift": Answer.NO}},
            Readiness(Light.READY, PlaceReady(34, 40), None, 0),
            id="what nobody needs does not count",
        ),
    ],
)
def test_a_place_is_ready_when_it_holds_everybody_and_has_what_they_need(facts, light):
    assert place(**facts) == light


def test_a_place_without_a_venue_is_not_asked_about():
    assert place_light(None) == Readiness(Light.NOT_ASKED, NoVenue(), NextStep.CHOOSE_VENUE, 1)


def test_needs_say_what_the_venue_must_have():
    needed = needed_items(["wheelchair", "step_free", "hearing_loop", "large_print", "of a newer version"])
    assert needed["step_free"] == 2
    assert needed["hearing_loop"] == needed["turning_space"] == 1
    assert "parking" not in needed


def test_the_header_counts_everything_that_is_to_be_done():
    assert things_to_do([people(needs_asked=2, needs_arranged=1), purpose(), place(capacity=None)]) == 3


@given(st.builds(PeopleFacts, *(st.integers(0, 3),) * 5, st.booleans(), st.booleans()))
def test_a_light_is_ready_when_nothing_is_to_be_done_and_only_then(facts):
    readiness = people_light(facts)
    assert (readiness.light is Light.READY) == (readiness.to_do == 0) == (readiness.next_step is None)
