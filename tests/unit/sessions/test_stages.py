# SPDX-License-Identifier: GPL-3.0-or-later
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sessions.facts import ebcd_stages
from app.sessions.stage_words import finding_title, finding_words, stage_word
from app.sessions.stages import (
    BothAsked,
    JointTooEarly,
    SameDayAndPlace,
    Side,
    StagedSession,
    is_before,
    next_stage,
    out_of_order,
    side_of,
)
from db.types import Role, SessionId, Stage, VenueId

MAY = date(2027, 5, 1)
STAFF, PATIENTS, JOINT = Stage.STAFF_FEEDBACK, Stage.PATIENT_FEEDBACK, Stage.JOINT_EVENT


def session(stage, day=MAY, starts_at=time(10), venue="hall", **asked):
    venue_id = None if venue is None else VenueId(venue)
    return StagedSession(SessionId(str(stage)), f"On {stage}", stage, day, starts_at, venue_id, **asked)


def later(days):
    return MAY + timedelta(days=days)


STAGED = st.builds(
    session,
    st.sampled_from([None, *Stage]),
    day=st.none() | st.dates(later(0), later(6)),
    starts_at=st.none() | st.times(),
    venue=st.sampled_from(["hall", "library", None]),
    staff=st.integers(0, 2),
    patients=st.integers(0, 2),
)


def test_every_stage_says_what_happens_in_the_order_of_the_method():
    assert list(ebcd_stages()) == list(Stage)
    assert all(one.title and one.what.endswith(".") and one.asks_for for one in ebcd_stages().values())


def test_the_steering_group_meets_before_between_and_after():
    meets = [stage for stage, one in ebcd_stages().items() if one.steering]
    assert meets == [Stage.SET_UP, STAFF, PATIENTS, Stage.CO_DESIGN_GROUPS, Stage.CELEBRATION]


@pytest.mark.parametrize(
    ("roles", "side"),
    [
        ((Role.CLINICIAN,), Side.STAFF),
        ((Role.MANAGER, Role.OBSERVER), Side.STAFF),
        ((Role.CARER,), Side.PATIENTS),
        ((Role.LIVED_EXPERIENCE, Role.COMMUNITY), Side.PATIENTS),
        ((Role.STAFF, Role.CARER), None),
        ((Role.STAFF, Role.FACILITATOR), None),
        ((Role.CARER, Role.SUPPORTER), None),
        ((Role.VCSE,), None),
        ((), None),
    ],
)
def test_who_helps_or_stands_on_both_sides_speaks_for_neither(roles, side):
    assert side_of(roles) is side


def test_the_next_stage_is_the_first_without_a_session_whatever_its_day():
    assert next_stage([]) is Stage.SET_UP
    assert next_stage([session(Stage.SET_UP), session(PATIENTS), session(None)]) is STAFF
    assert next_stage([session(stage, None) for stage in Stage]) is None


@given(st.lists(STAGED))
def test_a_session_for_the_next_stage_brings_the_project_one_stage_further(sessions):
    stage = next_stage(sessions)
    assert (stage is None) == ({one.stage for one in sessions} >= set(Stage))
    if stage is not None:
        after = next_stage([*sessions, session(stage, None)])
        assert after is None or list(Stage).index(after) > list(Stage).index(stage)


def test_staff_and_patients_asked_to_one_feedback_event_are_noticed():
    mixed, alone = session(STAFF, staff=5, patients=1), session(PATIENTS, later(7), patients=9)
    assert out_of_order([mixed, alone]) == [BothAsked(mixed)]


def test_staff_and_patients_are_asked_to_every_other_stage_together():
    others = [session(stage, staff=5, patients=5) for stage in (None, *Stage) if stage not in (STAFF, PATIENTS)]
    assert out_of_order(others) == []


def test_feedback_of_both_on_one_day_at_one_venue_is_noticed():
    staff, patients = session(STAFF), session(PATIENTS, starts_at=time(14))
    assert out_of_order([patients, staff]) == [SameDayAndPlace(staff, patients)]


@pytest.mark.parametrize("apart", [{"venue_id": VenueId("library")}, {"held_on": later(1)}, {"venue_id": None}])
def test_feedback_of_both_at_different_times_or_places_is_fine(apart):
    assert out_of_order([session(STAFF), replace(session(PATIENTS), **apart)]) == []


def test_feedback_without_a_day_or_a_place_is_not_said_to_meet():
    nowhere = [session(STAFF, venue=None), session(PATIENTS, venue=None)]
    assert out_of_order(nowhere) == out_of_order([replace(one, held_on=None) for one in nowhere]) == []


def test_a_joint_event_before_a_feedback_event_is_noticed_once_for_each_stage():
    joint, early, late = session(JOINT, later(3)), session(STAFF, later(1)), session(STAFF, later(9))
    patients = session(PATIENTS, later(5))
    found = out_of_order([late, joint, early, patients, session(STAFF, later(7))])
    assert found == [JointTooEarly(joint, late), JointTooEarly(joint, patients)]


def test_on_one_day_the_times_say_which_is_first():
    morning, evening = session(JOINT, starts_at=time(9)), session(STAFF, starts_at=time(18))
    assert is_before(morning, evening)
    assert not is_before(evening, morning)
    assert not is_before(replace(morning, starts_at=None), evening)


@given(STAGED, STAGED)
def test_of_two_sessions_at_most_one_is_before_the_other(one, other):
    assert not (is_before(one, other) and is_before(other, one))


@given(st.lists(STAGED), st.randoms())
def test_what_is_out_of_order_has_words_and_does_not_depend_on_the_order_of_the_list(sessions, chance):
    shuffled = [replace(one, id=SessionId(str(place))) for place, one in enumerate(sessions)]
    found = out_of_order(shuffled)
    chance.shuffle(shuffled)
    assert {type(one) for one in out_of_order(shuffled)} == {type(one) for one in found}
    assert all(finding_title(one) and finding_words(one) for one in found)


def test_each_finding_says_what_is_out_of_order_and_what_could_be_done():
    staff, patients, joint = session(STAFF), session(PATIENTS), session(JOINT, MAY - timedelta(days=3))
    near = SameDayAndPlace(staff, patients)
    assert finding_title(near) == "Staff’s and patients’ feedback are on the same day in the same place."
    assert finding_words(near).startswith("People at “On staff_feedback” and “On patient_feedback” may meet")
    assert "ask patients and carers to a session of their own" in finding_words(BothAsked(staff))
    assert "ask staff to a session of their own" in finding_words(BothAsked(patients))
    early = JointTooEarly(joint, staff)
    assert finding_title(early) == "“On joint_event” is before “On staff_feedback”."
    assert "on 28 April 2027, and this feedback event on 1 May 2027" in finding_words(early)
    assert stage_word(PATIENTS) == "Patients’ and carers’ feedback"


@given(st.lists(STAGED))
def test_a_project_whose_sessions_have_no_days_and_no_guests_is_in_order(sessions):
    assert out_of_order([replace(one, held_on=None, staff=0) for one in sessions]) == []
