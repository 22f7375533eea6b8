"""Likely duplicates side by side: merged with what was chosen, or said to be two; both can be undone."""

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from sqlalchemy import select

from app.people.belongings import set_emergency_contact
from app.people.commands import add_person, change_person
from db.journal import Op
from db.models import Person
from tests import builders
from tests.conftest import MORNING
from tests.steps import take_back
from ui.parts.text import Label
from ui.people.duplicates import DuplicatesPage


@pytest.fixture
def two(workspace):
    with workspace.change(Op.ADD_PERSON) as tx:
        first = add_person(tx, "Shirin Akter", phone="0118 496 0101", diet="Halal", usual_role="carer")
        second = add_person(tx, "Akter Shirin", phone="01184960101", diet="Vegetarian", do_not_contact=True)
        builders.add_attendance(tx, builders.add_session(tx).id, second, arrived_at=MORNING)
        return first, second


@pytest.fixture
def page(desk, two, shown, qtbot) -> DuplicatesPage:
    made = shown(DuplicatesPage(desk))
    qtbot.waitUntil(lambda: looked(made) and made.comparing.isVisible())
    yield made
    QThreadPool.globalInstance().waitForDone()


def looked(page) -> bool:
    return page._job is None


def pairs(page) -> list[set[str]]:
    return [{line.pair.first.name, line.pair.second.name} for line in page.model.rows]


def people(workspace) -> list[Person]:
    with workspace.read() as tx:
        return list(tx.scalars(select(Person)))


def test_a_pair_is_shown_with_what_is_alike_and_both_sides(page, qtbot):
    assert pairs(page) == [{"Shirin Akter", "Akter Shirin"}]
    assert page.comparing.why.text().startswith("Alike: the same phone number")
    told = {"Came to 1 session", "Came to 0 sessions", "Carer", "Do not contact: Yes", "Usual role: Carer"}
    shown = {"26 November: Joint event (Invited)", *told}
    qtbot.waitUntil(lambda: shown <= {label.text() for label in page.comparing.findChildren(Label)})


def test_merging_keeps_the_one_who_came_with_the_words_that_were_chosen(page, two, workspace, heard, qtbot):
    field = page.comparing.fields["diet"]
    assert [field.combo.itemText(at) for at in range(2)] == ["Vegetarian", "Halal"]
    field.combo.setCurrentIndex(1)
    page.comparing.merge_button.click()
    (person,) = people(workspace)
    assert (person.id, person.diet, person.usual_role) == (two[1], "Halal", "carer")
    qtbot.waitUntil(lambda: looked(page) and pairs(page) == [])
    assert page.none.isVisible()
    take_back(workspace, heard[-1])
    assert {person.id for person in people(workspace)} == set(two)


def test_two_different_people_are_not_shown_again(page, two, workspace, qtbot):
    page.comparing.two_button.click()
    qtbot.waitUntil(lambda: looked(page) and pairs(page) == [])
    assert {person.id for person in people(workspace)} == set(two)
    assert not page.comparing.isVisible()


def test_everything_is_done_by_the_keyboard(page, workspace, qtbot):
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.comparing.merge_button.hasFocus()
    QTest.keyClick(page.comparing.merge_button, Qt.Key.Key_Space)
    assert len(people(workspace)) == 1


def test_the_pair_lies_over_the_list_where_there_is_little_room(page, look):
    look.set_window_width(900)
    assert (page.list_side.isVisible(), page.comparing.isVisible()) == (False, True)
    page.comparing.later.click()
    assert (page.list_side.isVisible(), page.comparing.isVisible()) == (True, False)
    assert not page.close_part()


def test_a_second_look_waits_for_the_first(page, workspace, qtbot):
    page.refresh()
    with workspace.change(Op.ADD_PERSON) as tx:
        add_person(tx, "Tom Okafor", phone="0118 496 0102")
        add_person(tx, "Okafor Tom", phone="0118 496 0102")
    qtbot.waitUntil(lambda: looked(page) and len(pairs(page)) == 2)
    assert page.count.text() == "2 pairs"


def test_an_emergency_contact_is_chosen_whole(page, two, workspace, qtbot):
    with workspace.change(Op.CHANGE_EMERGENCY_CONTACT) as tx:
        for person, name in zip(two, ("Farid", "Mina"), strict=True):
            set_emergency_contact(tx, person, name=name, relation="son", phone=None, today=MORNING.date())
        change_person(tx, two[0], note="One")
    qtbot.waitUntil(lambda: looked(page) and "emergency_contact" in page.comparing.fields)
    field = page.comparing.fields["emergency_contact"]
    assert {field.combo.itemText(at) for at in range(2)} == {"Farid · son", "Mina · son"}
