"""Going somewhere, and back."""

import pytest

from ui.places import Place, Places


@pytest.fixture
def places(qtbot):
    return Places()


def test_going_back_leads_where_one_was_before(places):
    asked = []
    places.asked.connect(asked.append)
    for place in (Place("today"), Place("people"), Place("people", "ada")):
        places.go(place)
    places.back()
    places.back()
    places.back()
    assert asked == [Place("today"), Place("people"), Place("people", "ada"), Place("people"), Place("today")]
    assert places.here == Place("today")


def test_going_where_one_is_already_asks_for_nothing(places):
    places.go(Place("today"))
    asked = []
    places.asked.connect(asked.append)
    places.go(Place("today"))
    assert asked == []
