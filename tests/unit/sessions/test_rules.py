# SPDX-License-Identifier: GPL-3.0-or-later
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sessions.readiness import (
    AccessMissing,
    AccessUnanswered,
    CapacityUnknown,
    DecidedAlready,
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
    RolesMissing,
    TitlePromisesMore,
)
from app.sessions.rules import (
    PeopleFacts,
    PlaceFacts,
    PurposeFacts,
    missing_roles,
    needed_items,
    people_light,
    place_light,
    plan_findings,
    purpose_light,
    things_to_do,
)
from db.types import Answer, Light, Role, Spectrum

ALWAYS = ("step_free", "accessible_toilet", "parking", "wifi")


def people(**facts):
    ready = {"invited": 40, "coming": 34, "lived_experience": 12, "missing": (), "needs_asked": 0, "needs_arranged": 0}
    ready |= {"rides_not_booked": 0}
    named = {"wellbeing": True, "safeguarding": True}
    return people_light(PeopleFacts(**{**ready, **named, **facts}))


def purpose(in_plan=(), **facts):
    ready = {"title": "Clear letters", "purpose": "Agree.", "fixed": "Budget", "open": "Words"}
    return purpose_light(PurposeFacts(**{**ready, "spectrum": Spectrum.CO_DESIGN, **facts}), in_plan)


def place(**facts):
    ready = {"capacity": 40, "muster_point": "Car park", "expected": 34, "needed": {}}
    answers = dict.fromkeys(ALWAYS, Answer.YES) | facts.pop("answers", {})
    return place_light(PlaceFacts(**{**ready, "answers": answers, **facts}))


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
            {"lived_experience": 0, "missing": (Role.LIVED_EXPERIENCE,)},
            Readiness(Light.TODO, NoLivedExperience(34), NextStep.INVITE_LIVED_EXPERIENCE, 1),
            id="no lived experience",
        ),
        pytest.param(
            {"lived_experience": 0, "missing": (Role.LIVED_EXPERIENCE, Role.CARER, Role.MANAGER)},
            Readiness(Light.TODO, NoLivedExperience(34), NextStep.INVITE_LIVED_EXPERIENCE, 2),
            id="no lived experience and no manager are two things",
        ),
        pytest.param(
            {"missing": (Role.CARER, Role.MANAGER)},
            Readiness(Light.TODO, RolesMissing((Role.CARER, Role.MANAGER)), NextStep.INVITE_MISSING, 1),
            id="the stage asks for roles that nobody has",
        ),
        pytest.param(
            {"lived_experience": 0},
            Readiness(Light.READY, PeopleReady(34, 0), None, 0),
            id="staff by themselves, where the stage asks for them alone",
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
            {"needed": {"hearing_loop": 1, "step_free": 2}, "answers": {"step_free": Answer.UNKNOWN}},
            Readiness(Light.TODO, AccessUnanswered(("step_free", "hearing_loop")), NextStep.ASK_VENUE, 1),
            id="not asked about, what most need first",
        ),
        pytest.param(
            {"needed": {"hearing_loop": 1, "step_free": 2}, "answers": {"step_free": Answer.NO}},
            Readiness(Light.MUST_DO, AccessMissing(("step_free",)), NextStep.ARRANGE_ACCESS, 2),
            id="a wheelchair user and steps",
        ),
        pytest.param(
            {"answers": {"wifi": Answer.UNKNOWN, "parking": Answer.UNKNOWN}},
            Readiness(Light.TODO, AccessUnanswered(("parking", "wifi")), NextStep.ASK_VENUE, 1),
            id="parking and Wi-Fi are known of every venue",
        ),
        pytest.param(
            {"answers": {"wifi": Answer.NO, "parking": Answer.NO}},
            Readiness(Light.READY, PlaceReady(34, 40), None, 0),
            id="no Wi-Fi is known as well",
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


def test_what_a_plan_lacks_and_what_it_decides_beforehand_are_two_things_to_look_at():
    assert plan_findings(decided=2, lacks=3) == [
        Finding(Light.TODO, DecidedAlready(2), NextStep.CHECK_TITLE),
        Finding(Light.TODO, PlanLacks(3), NextStep.CHECK_PLAN),
    ]
    assert plan_findings(decided=0, lacks=0) == []


def test_what_the_plan_says_against_the_purpose_counts_under_purpose():
    in_plan = plan_findings(decided=1, lacks=0)
    assert purpose(in_plan) == Readiness(Light.TODO, DecidedAlready(1), NextStep.CHECK_TITLE, 1)
    assert purpose(in_plan, spectrum=None).to_do == 2
    nothing = {"purpose": None, "fixed": None, "open": None, "spectrum": None}
    assert purpose(in_plan, **nothing) == Readiness(Light.NOT_ASKED, NoPurpose(), NextStep.WRITE_PURPOSE, 2)


def test_one_person_of_any_role_of_a_group_is_enough_for_it():
    asks_for = ((Role.LIVED_EXPERIENCE, Role.COMMUNITY), (Role.CARER,), (Role.MANAGER,))
    assert missing_roles([(Role.COMMUNITY, Role.MANAGER)], asks_for) == (Role.CARER,)
    assert missing_roles([], asks_for) == (Role.LIVED_EXPERIENCE, Role.CARER, Role.MANAGER)


@given(st.lists(st.lists(st.sampled_from(Role))), st.lists(st.lists(st.sampled_from(Role), min_size=1)), st.data())
def test_who_comes_as_well_never_makes_more_roles_missing(coming, asks_for, data):
    more = data.draw(st.lists(st.sampled_from(Role)))
    assert set(missing_roles([*coming, more], asks_for)) <= set(missing_roles(coming, asks_for))


def test_needs_say_what_the_venue_must_have():
    needed = needed_items(["wheelchair", "step_free", "hearing_loop", "large_print", "of a newer version"])
    assert needed["step_free"] == 2
    assert needed["hearing_loop"] == needed["turning_space"] == 1
    assert "parking" not in needed


def test_the_header_counts_everything_that_is_to_be_done():
    assert things_to_do([people(needs_asked=2, needs_arranged=1), purpose(), place(capacity=None)]) == 3


@given(
    st.builds(
        PeopleFacts,
        *(st.integers(0, 3),) * 3,
        st.lists(st.sampled_from(Role)).map(tuple),
        *(st.integers(0, 3),) * 3,
        st.booleans(),
        st.booleans(),
    )
)
def test_a_light_is_ready_when_nothing_is_to_be_done_and_only_then(facts):
    readiness = people_light(facts)
    assert (readiness.light is Light.READY) == (readiness.to_do == 0) == (readiness.next_step is None)
