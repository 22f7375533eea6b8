"""People: added, changed, taken out, and found again."""

from datetime import date

import pytest

from app.errors import NotFound, TooLong, Unreadable
from app.people import belongings
from app.people.card import contact_of, emergency_contact_of, person_card
from app.people.commands import add_person, change_person, delete_person, keep_apart
from app.people.errors import HasCome, NameNeeded, OnePerson, WordsNeeded
from app.people.kinds import need_kind, need_kinds, need_label
from app.people.queries import (
    ALLERGY,
    DIET,
    likely_duplicates,
    needs_in_use,
    people_count,
    people_list,
    person_name,
    same_as,
    usual_roles,
)
from app.workspace import Workspace
from db.journal import Changes, Op
from db.types import AffiliationKind, NeedStatus, PersonId
from tests import builders
from tests.conftest import MORNING
from tests.steps import take_back

TODAY = MORNING.date()


def add(workspace: Workspace, name: str = "Shirin Akter", **fields) -> PersonId:
    with workspace.change(Op.ADD_PERSON) as tx:
        return add_person(tx, name, **fields)


def change(workspace: Workspace, person_id: PersonId, **fields) -> None:
    with workspace.change(Op.CHANGE_PERSON) as tx:
        change_person(tx, person_id, **fields)


def card(workspace: Workspace, person_id: PersonId):
    with workspace.read() as tx:
        return person_card(tx, person_id)


def names(workspace: Workspace, typed: str = "", **filters) -> list[str]:
    with workspace.read() as tx:
        return [row.name for row in people_list(tx, typed, **filters)]


def came(workspace: Workspace, person_id: PersonId, held_on: date = TODAY, **given):
    with workspace.change(Op.CHECK_IN) as tx:
        session = builders.add_session(tx, held_on=held_on)
        return builders.add_attendance(tx, session.id, person_id, **{"arrived_at": MORNING} | given)


def test_one_name_is_enough_and_spaces_around_it_are_not_kept(workspace):
    assert card(workspace, add(workspace, "  Adébáyọ̀ ")).name == "Adébáyọ̀"


@pytest.mark.parametrize("name", ["", "   ", "\u00a0\n"])
def test_nobody_is_added_without_a_name(workspace, heard: list[Changes], name):
    with pytest.raises(NameNeeded):
        add(workspace, name)
    assert heard == []


@pytest.mark.parametrize("name", ["Shi\x00rin", "Shirin\x1b[2J", "Shirin\ud800"])
def test_a_name_with_characters_that_nobody_can_see_is_refused(workspace, name):
    with pytest.raises(Unreadable):
        add(workspace, name)


def test_more_than_a_page_or_two_is_refused(workspace):
    with pytest.raises(TooLong) as refused:
        add(workspace, note="x" * 10_001)
    assert (refused.value.field, refused.value.letters, refused.value.most) == ("note", 10_001, 10_000)


def test_a_field_that_people_do_not_have_is_a_bug(workspace):
    with pytest.raises(TypeError):
        add(workspace, shoe_size="38")


def test_a_changed_field_is_kept_and_the_others_stay(workspace):
    person = add(workspace, pronouns="she/her", note="One\r\nTwo")
    change(workspace, person, languages=" Bengali,  English ")
    shown = card(workspace, person)
    assert (shown.languages, shown.pronouns, shown.note) == ("Bengali, English", "she/her", "One\nTwo")


def test_emptying_a_field_makes_it_unknown(workspace):
    person = add(workspace, diet="Halal")
    change(workspace, person, diet=" ")
    assert card(workspace, person).diet is None


def test_emptying_a_name_is_refused_and_changes_nothing(workspace):
    person = add(workspace)
    with pytest.raises(NameNeeded):
        change(workspace, person, name="")
    assert card(workspace, person).name == "Shirin Akter"


def test_a_new_name_is_not_filed_under_the_old_family_name(workspace):
    person = add(workspace, "Shirin Akter", family_name="Akter")
    change(workspace, person, name="Shirin Begum")
    assert card(workspace, person).family_name == "Begum"


def test_changing_somebody_who_is_not_there_is_refused(workspace):
    with pytest.raises(NotFound):
        change(workspace, PersonId("nobody"), name="Ann")


def test_the_list_follows_family_names_in_every_script(workspace):
    for name, family in (
        ("Zoe Adams", "Adams"),
        ("Łucja", None),
        ("Adam Zięba", "Zięba"),
        ("Оксана Шевченко", "Шевченко"),
    ):
        add(workspace, name, family_name=family)
    assert names(workspace) == ["Zoe Adams", "Łucja", "Adam Zięba", "Оксана Шевченко"]


@pytest.mark.parametrize("typed", ["ak", "RIN sh", "শিরিন", "akter carers"])
def test_somebody_is_found_by_any_part_of_name_script_or_organisation(workspace, typed):
    person = add(workspace, name_in_script="শিরিন আক্তার")
    with workspace.change(Op.CHANGE_PERSON) as tx:
        belongings.add_affiliation(tx, person, AffiliationKind.ORGANISATION, "Reading Carers")
    add(workspace, "Tom Okafor")
    assert names(workspace, typed) == ["Shirin Akter"]


def test_the_list_is_narrowed_by_usual_role_need_allergy_and_diet(workspace):
    carer = add(workspace, "Ann Carer", usual_role="Carer", allergy="Nuts")
    add(workspace, "Bob Baker", usual_role="Nurse", diet="Halal")
    with workspace.change(Op.CHANGE_NEEDS) as tx:
        belongings.add_need(tx, carer, "step_free", today=TODAY)
        gone = belongings.add_need(tx, carer, "braille", today=TODAY)
        belongings.remove_need(tx, gone)
    assert names(workspace, role="Nurse") == ["Bob Baker"]
    assert names(workspace, need="step_free") == ["Ann Carer"]
    assert names(workspace, need="braille") == []
    assert (names(workspace, need=ALLERGY), names(workspace, need=DIET)) == (["Ann Carer"], ["Bob Baker"])
    with workspace.read() as tx:
        assert (people_count(tx), people_count(tx, "b", role="Nurse")) == (2, 1)
        assert (usual_roles(tx), needs_in_use(tx)) == (["Carer", "Nurse"], ["step_free"])


def test_the_list_comes_in_pages(workspace):
    for letter in "ABCDE":
        add(workspace, letter)
    assert names(workspace, limit=2, offset=2) == ["C", "D"]


def test_a_row_says_when_somebody_last_came_and_what_they_need(workspace):
    person = add(workspace)
    came(workspace, person, date(2026, 9, 3))
    came(workspace, person, date(2026, 11, 12))
    came(workspace, person, date(2026, 12, 3), arrived_at=None)
    with workspace.change(Op.CHANGE_NEEDS) as tx:
        belongings.add_need(tx, person, "interpreter", today=TODAY, status=NeedStatus.CONFIRMED)
    with workspace.read() as tx:
        (row,) = people_list(tx)
    assert row.last_came == date(2026, 11, 12)
    assert [(need.kind, need.status) for need in row.needs] == [("interpreter", NeedStatus.CONFIRMED)]


def test_the_panel_has_what_was_told_and_hides_how_to_reach_them(workspace):
    person = add(workspace, email="shirin@example.org", do_not_contact=True)
    with workspace.change(Op.CHANGE_PERSON) as tx:
        belongings.add_community_role(tx, person, "Health Maker", trained_on=date(2026, 3, 1))
        belongings.add_affiliation(tx, person, AffiliationKind.NETWORK, "Oakfield Mums")
    shown = card(workspace, person)
    assert [(role.name, role.trained_on) for role in shown.community_roles] == [("Health Maker", date(2026, 3, 1))]
    assert [row.name for row in shown.affiliations] == ["Oakfield Mums"]
    assert (shown.has_contact, shown.has_emergency_contact, shown.do_not_contact) == (True, False, True)
    with workspace.read() as tx:
        assert contact_of(tx, person).email == "shirin@example.org"


def test_the_panel_lists_sessions_newest_first(workspace):
    person = add(workspace)
    came(workspace, person, date(2026, 9, 3))
    came(workspace, person, date(2026, 12, 3), arrived_at=None)
    assert [row.came for row in card(workspace, person).sessions] == [False, True]


def test_affiliations_and_community_roles_are_changed_and_removed(workspace):
    person = add(workspace)
    with workspace.change(Op.CHANGE_PERSON) as tx:
        place = belongings.add_affiliation(tx, person, AffiliationKind.ORGANISATION, "Reading Carers")
        belongings.rename_affiliation(tx, place, "Reading Carers' Hub")
        role = belongings.add_community_role(tx, person, "champion")
        belongings.change_community_role(tx, role, name="Champion", trained_on=TODAY)
    shown = card(workspace, person)
    assert shown.affiliations[0].name == "Reading Carers' Hub"
    assert (shown.community_roles[0].name, shown.community_roles[0].trained_on) == ("Champion", TODAY)
    with workspace.change(Op.CHANGE_PERSON) as tx:
        belongings.remove_affiliation(tx, place)
        belongings.remove_community_role(tx, role)
    assert (card(workspace, person).affiliations, card(workspace, person).community_roles) == ((), ())


def test_an_organisation_without_a_name_is_refused(workspace):
    person = add(workspace)
    with pytest.raises(WordsNeeded), workspace.change(Op.CHANGE_PERSON) as tx:
        belongings.add_affiliation(tx, person, AffiliationKind.ORGANISATION, " ")


def test_what_a_need_is_about_is_purged_a_year_after_the_last_session(workspace):
    person = add(workspace)
    came(workspace, person, date(2026, 12, 3), arrived_at=None)
    with workspace.change(Op.CHANGE_NEEDS) as tx:
        need = belongings.add_need(tx, person, "interpreter", today=TODAY, detail="Bengali, Sylheti")
        belongings.set_need_status(tx, need, NeedStatus.ARRANGED)
        belongings.set_need_review(tx, need, date(2027, 1, 1))
    (row,) = card(workspace, person).needs
    assert (row.detail, row.purge_on) == ("Bengali, Sylheti", date(2027, 12, 3))
    assert (row.status, row.review_on) == (NeedStatus.ARRANGED, date(2027, 1, 1))


def test_emptying_what_a_need_is_about_leaves_nothing_to_purge(workspace):
    person = add(workspace)
    with workspace.change(Op.CHANGE_NEEDS) as tx:
        need = belongings.add_need(tx, person, "seat", today=TODAY, detail="By the door")
        belongings.set_need_detail(tx, need, "", today=TODAY)
    (row,) = card(workspace, person).needs
    assert (row.detail, row.purge_on) == (None, None)


def contact(workspace: Workspace, person: PersonId, name: str | None, **given):
    with workspace.change(Op.CHANGE_EMERGENCY_CONTACT) as tx:
        belongings.set_emergency_contact(tx, person, name=name, relation=None, phone=None, today=TODAY, **given)
    with workspace.read() as tx:
        return emergency_contact_of(tx, person)


def test_an_emergency_contact_is_purged_thirty_days_after_the_last_session(workspace):
    person = add(workspace)
    assert contact(workspace, person, "Farid").purge_on == date(2026, 12, 26)
    came(workspace, person, date(2026, 12, 3), arrived_at=None)
    assert contact(workspace, person, "Farid").purge_on == date(2027, 1, 2)
    assert contact(workspace, person, "Farid", purge_on=date(2027, 5, 1)).purge_on == date(2027, 5, 1)


def test_emptying_an_emergency_contact_takes_it_away_and_it_can_come_back(workspace):
    person = add(workspace)
    contact(workspace, person, "Farid")
    assert contact(workspace, person, "") is None
    assert contact(workspace, person, "Mina").name == "Mina"


def test_taking_somebody_out_takes_all_that_is_theirs_and_undo_brings_it_back(workspace, heard: list[Changes]):
    person, other = add(workspace), add(workspace, "Zara")
    came(workspace, person, arrived_at=None)
    helps = came(workspace, other, supports_id=person)
    with workspace.change(Op.CHANGE_NEEDS) as tx:
        belongings.add_need(tx, person, "seat", today=TODAY, detail="By the door")
    before = card(workspace, person)
    with workspace.change(Op.DELETE_PERSON) as tx:
        delete_person(tx, person)
    assert {"person", "need", "need_detail", "attendance"} == set(heard[-1].rows)
    assert heard[-1].rows["attendance"] > {helps.id}
    assert names(workspace) == ["Zara"]
    take_back(workspace, heard[-1])
    assert card(workspace, person) == before


def test_somebody_who_came_is_not_taken_out(workspace):
    person = add(workspace)
    came(workspace, person)
    with pytest.raises(HasCome) as refused, workspace.change(Op.DELETE_PERSON) as tx:
        delete_person(tx, person)
    assert (refused.value.name, refused.value.sessions) == ("Shirin Akter", 1)


def pairs(workspace: Workspace) -> list[set[str]]:
    with workspace.read() as tx:
        return [{pair.first.name, pair.second.name} for pair in likely_duplicates(tx)]


def test_two_who_look_alike_are_offered_until_they_are_said_to_be_two(workspace):
    came(workspace, add(workspace, "Shirin Akter", phone="0118 496 0101"))
    add(workspace, "Akter Shirin", phone="01184960101")
    assert pairs(workspace) == [{"Shirin Akter", "Akter Shirin"}]
    with workspace.read() as tx:
        first, second = (pair := likely_duplicates(tx)[0]).first, pair.second
    assert {first.came_to, second.came_to} == {0, 1}
    with workspace.change(Op.KEEP_APART) as tx:
        keep_apart(tx, second.id, first.id)
    assert pairs(workspace) == []


def test_one_person_is_not_kept_apart_from_themselves(workspace):
    person = add(workspace)
    with pytest.raises(OnePerson), workspace.change(Op.KEEP_APART) as tx:
        keep_apart(tx, person, person)


@pytest.mark.parametrize("typed", ["shirin", "Akter Shirin", "Shirin Aktar", "শিরিন"])
def test_somebody_who_is_there_already_is_named_when_they_are_added_again(workspace, typed):
    add(workspace, name_in_script="শিরিন আক্তার")
    add(workspace, "Tom Okafor")
    with workspace.read() as tx:
        assert [row.name for row in same_as(tx, typed)] == ["Shirin Akter"]
        assert same_as(tx, " ") == []


def test_a_name_is_read_by_id(workspace):
    person = add(workspace)
    with workspace.read() as tx:
        assert (person_name(tx, person), person_name(tx, PersonId("nobody"))) == ("Shirin Akter", None)


def test_a_kind_of_need_that_is_not_known_is_shown_by_its_own_words():
    assert need_kind("A hoist").label == "A hoist"
    assert need_label("step_free") == "Step-free"
    assert need_kinds()["step_free"].help_to_leave
