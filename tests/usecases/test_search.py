"""Ctrl+K among the records: any piece of any word, in any script."""

import pytest

from app.search.queries import find
from db.journal import Op
from db.models import Affiliation, Person
from tests.builders import add_person, add_session, add_venue


@pytest.fixture
def filled(workspace):
    with workspace.change(Op.ADD_SESSION) as tx:
        add_person(tx, "Żółć Wiśniewska", family_name="Wiśniewska")
        add_person(tx, "陈美玲", name_in_script="Chen Meiling")
        tom = add_person(tx, "Tom Okafor")
        tx.add(Affiliation(person_id=tom.id, kind="organisation", name="Carers Together"))
        add_session(tx, "Listening café", venue_id=add_venue(tx, "Whitley Library").id)
    return workspace


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("wi", ["Żółć Wiśniewska"]),
        ("zolc", ["Żółć Wiśniewska"]),
        ("美", ["陈美玲"]),
        ("eili", ["陈美玲"]),
        ("tog", ["Tom Okafor"]),
        ("kaf om", ["Tom Okafor"]),
        ("cafe", ["Listening café"]),
        ("whit", ["Listening café", "Whitley Library"]),
        ("", []),
        ("nobody", []),
    ],
)
def test_a_piece_of_any_word_finds_it(filled, typed, found):
    with filled.read() as tx:
        assert [hit.words for hit in find(tx, typed)] == found


def test_what_is_marked_deleted_is_not_found(filled):
    with filled.change(Op.DELETE_PERSON) as tx:
        tx.query(Person).filter_by(name="Tom Okafor").one().deleted = True
    with filled.read() as tx:
        assert find(tx, "okafor") == []
