"""Who is in which taxi, and what is settled of it."""

from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from app.transport.taxis import Seat, taxis_of
from db.types import PersonId

PEOPLE = [PersonId(name) for name in "abcdef"]
SEATS = st.lists(
    st.builds(
        Seat,
        person_id=st.sampled_from(PEOPLE),
        shares_with_id=st.none() | st.sampled_from([*PEOPLE, PersonId("stranger")]),
        leaves_at=st.none() | st.times().map(lambda at: time(at.hour)),
        booked=st.booleans(),
        note=st.sampled_from(["", "Firm"]),
        coming=st.booleans(),
    ),
    unique_by=lambda seat: seat.person_id,
)


@given(SEATS)
def test_everybody_is_in_one_taxi_with_whom_they_share(seats):
    taxis = taxis_of(seats)
    assert set(taxis) == {seat.person_id for seat in seats}
    for seat in seats:
        assert seat.person_id in taxis[seat.person_id].people
        assert all(taxis[one] == taxis[seat.person_id] for one in taxis[seat.person_id].people)
        assert seat.shares_with_id not in taxis or seat.shares_with_id in taxis[seat.person_id].people


@given(SEATS)
def test_what_is_settled_for_one_holds_for_all_in_the_taxi(seats):
    taxis = taxis_of(seats)
    for seat in seats:
        inside = [one for one in seats if one.person_id in taxis[seat.person_id].people]
        times = [one.leaves_at for one in inside if one.leaves_at is not None]
        taxi = taxis[seat.person_id]
        assert taxi.booked == any(one.booked for one in inside)
        assert taxi.leaves_at == (min(times) if times else None)
        assert taxi.coming == tuple(one.person_id for one in inside if one.coming)


def test_whoever_shares_with_the_same_stranger_shares():
    seats = [Seat(one, PersonId("stranger"), None, booked=False, note="", coming=True) for one in PEOPLE[:2]]
    assert taxis_of(seats)[PEOPLE[0]].people == tuple(PEOPLE[:2])
