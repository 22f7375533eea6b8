"""A person edited in place: saved as left, refused at the field."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.people import belongings
from app.people.card import emergency_contact_of
from app.people.commands import change_person
from db.journal import Op
from db.types import AffiliationKind, NeedStatus
from tests import builders
from tests.conftest import MORNING
from tests.steps import take_back
from tests.ui.people.steps import button, card, names, press, words

TODAY = MORNING.date()


def test_a_field_is_saved_as_it_is_left_and_undo_is_shown(editing, page, shirin):
    field = editing.fields["languages"]
    field.setFocus()
    QTest.keyClicks(field.edit, "Bengali")
    press(field.edit, Qt.Key.Key_Tab)
    assert card(page, shirin).languages == "Bengali"


def test_a_refused_field_says_why_and_keeps_what_was_typed(editing, page, shirin):
    field = editing.fields["name"]
    field.line.setText("")
    press(field.line, Qt.Key.Key_Return)
    assert field.refusal == "A person needs a name. One name is enough."
    assert card(page, shirin).name == "Shirin Akter"


def test_what_is_being_typed_stays_when_something_else_changes(editing, page, shirin, workspace):
    editing.fields["diet"].setFocus()
    QTest.keyClicks(editing.fields["diet"].edit, "Hal")
    with workspace.change(Op.CHANGE_PERSON) as tx:
        change_person(tx, shirin, pronouns="she/her")
    assert editing.fields["diet"].text() == "Hal"
    assert editing.fields["pronouns"].text() == "she/her"


def test_what_is_being_typed_is_saved_when_another_person_is_opened(editing, page, shirin):
    editing.fields["diet"].line.setText("Halal")
    other = next(row.id for row in page.model.rows if row.id != shirin)
    page.open(other)
    assert card(page, shirin).diet == "Halal"
    assert card(page, other).diet is None


def test_a_role_in_our_words_is_kept_as_ours_and_other_words_as_they_are(editing, page, shirin):
    for typed, kept in (("lived EXPERIENCE", "lived_experience"), ("Health visitor", "Health visitor")):
        editing.fields["usual_role"].line.setText(typed)
        editing.fields["usual_role"].leave()
        assert card(page, shirin).usual_role == kept


def test_do_not_contact_is_ticked(editing, page, shirin):
    editing.do_not_contact.setFocus()
    press(editing.do_not_contact, Qt.Key.Key_Space)
    assert card(page, shirin).do_not_contact


def test_a_need_is_added_described_settled_and_removed(editing, page, shirin, qtbot):
    editing.needs.add.set_text("interpreter")
    editing.needs.add.left_changed.emit("interpreter")
    (line,) = editing.needs.lines.values()
    qtbot.waitUntil(line.detail.edit.hasFocus)
    QTest.keyClicks(line.detail.edit, "Bengali")
    press(line.detail.edit, Qt.Key.Key_Return)
    line.status.set_text("confirmed")
    line.status.left_changed.emit("confirmed")
    (need,) = card(page, shirin).needs
    assert (need.detail, need.status) == ("Bengali", NeedStatus.CONFIRMED)
    line.remove.click()
    assert card(page, shirin).needs == ()


def test_organisations_networks_and_roles_are_added_changed_and_removed(editing, page, shirin):
    for field, typed in (
        (editing.affiliations.add_organisation, "Reading Carers"),
        (editing.affiliations.add_network, "Oakfield Mums"),
        (editing.community_roles.add_role, "Health Maker"),
    ):
        field.line.setText(typed)
        press(field.line, Qt.Key.Key_Return)
        assert field.text() == ""
    shown = card(page, shirin)
    assert {(row.kind, row.name) for row in shown.affiliations} == {
        (AffiliationKind.ORGANISATION, "Reading Carers"),
        (AffiliationKind.NETWORK, "Oakfield Mums"),
    }
    _name, day = editing.community_roles.lines[shown.community_roles[0].id].values()
    day.line.setText("1/3/26")
    day.leave()
    assert card(page, shirin).community_roles[0].trained_on == date(2026, 3, 1)
    button(editing, "Remove Reading Carers").click()
    button(editing, "Remove Health Maker").click()
    assert [row.name for row in card(page, shirin).affiliations] == ["Oakfield Mums"]
    assert card(page, shirin).community_roles == ()


def test_a_name_of_an_organisation_is_changed_and_an_empty_one_refused(editing, page, shirin, workspace):
    with workspace.change(Op.CHANGE_PERSON) as tx:
        place = belongings.add_affiliation(tx, shirin, AffiliationKind.ORGANISATION, "Reading Carers")
    field = editing.affiliations.lines[place]["name"]
    field.line.setText("Reading Carers Hub")
    field.leave()
    assert card(page, shirin).affiliations[0].name == "Reading Carers Hub"
    field.line.setText("")
    field.leave()
    assert "is empty" in field.refusal


def test_whom_to_ring_is_saved_with_the_day_until_when(editing, page, shirin, workspace):
    for field, typed in ((editing.emergency.name, "Farid"), (editing.emergency.phone, "07700 900101")):
        field.line.setText(typed)
        field.leave()
    assert editing.emergency.purge_on.text() == "26/12/2026"
    with workspace.read() as tx:
        assert emergency_contact_of(tx, shirin).phone == "07700 900101"


def test_deleting_closes_the_panel_and_undo_brings_the_person_back(editing, page, heard, workspace):
    editing.delete.click()
    assert names(page) == ["Tom Okafor"]
    assert page.side.isHidden()
    take_back(workspace, heard[-1])
    assert names(page) == ["Shirin Akter", "Tom Okafor"]


def test_deleting_somebody_who_came_is_refused_in_words(editing, page, shirin, workspace, qtbot):
    with workspace.change(Op.CHECK_IN) as tx:
        builders.add_attendance(tx, builders.add_session(tx).id, shirin, arrived_at=MORNING)
    editing.delete.click()
    qtbot.waitUntil(lambda: any("came to 1 session and stays" in text for text in words(page)))


def test_a_field_that_went_while_its_change_waited_is_left_alone(editing, page, shirin, workspace, qtbot):
    with workspace.change(Op.CHANGE_PERSON) as tx:
        belongings.add_affiliation(tx, shirin, AffiliationKind.ORGANISATION, "Reading Carers")
    (field,) = next(iter(editing.affiliations.lines.values())).values()
    with workspace.note():
        field.line.setText("Reading Carers Hub")
        field.leave()
        page.open(next(row.id for row in page.model.rows if row.id != shirin))
    qtbot.waitUntil(lambda: card(page, shirin).affiliations[0].name == "Reading Carers Hub")
