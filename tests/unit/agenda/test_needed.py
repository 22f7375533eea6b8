"""How much of each material must be there."""

from hypothesis import given
from hypothesis import strategies as st

from app.agenda.needed import Expected, needed
from db.types import Per

SEATED = st.dictionaries(st.integers(1, 9), st.integers(1, 10), max_size=9)


@given(SEATED, st.integers(0, 5), st.lists(st.integers(0, 2), min_size=9, max_size=9))
def test_tracks_that_share_out_all_tables_have_enough_and_no_more_than_their_own(seated, without_place, lanes):
    expected = Expected(sum(seated.values()) + without_place, seated)
    tracks = [[table for table in range(1, 10) if lanes[table - 1] == lane] for lane in range(3)]
    split = [expected.of_track(tables) for tables in tracks]
    for tables, own in zip(tracks, split, strict=True):
        if tables:
            assert own.people == without_place + sum(seated.get(table, 0) for table in tables)
            assert own.tables == len(tables)
        else:
            assert own == expected
    assert sum(own.people for own in split) >= expected.people


def test_a_track_without_tables_of_its_own_is_counted_for_all():
    everybody = Expected(24, {1: 8, 2: 8, 3: 8})
    assert needed(1, Per.PERSON, everybody.of_track(()), 0) == 24
    assert needed(1, Per.PERSON, everybody.of_track((2,)), 0) == 8


def test_while_nobody_has_a_place_a_track_is_counted_for_all_people_and_its_own_tables():
    own = Expected(24, {}).of_track((2, 4))
    assert (needed(1, Per.PERSON, own, 0), needed(3, Per.TABLE, own, 0)) == (24, 6)
