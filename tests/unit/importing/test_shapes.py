# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists are recognised by their titles, and the columns of any other list as far as their titles tell."""

from datetime import UTC, datetime

import pytest

from app.importing.mapping import Target, fingerprint, title_key
from app.importing.reading import read_table
from app.importing.shapes import is_known, known_titles, recognise
from db.types import Status
from tests.unit.importing.samples import FILES, sample


def target_of(title, *others):
    return recognise((title, *others)).mapping[0]


@pytest.mark.parametrize(("name", "shape"), [
    ("pretix_check_in_list.csv", "pretix_check_in_list"),
    ("pretix_order_positions.csv", "pretix_order_positions"),
    ("pretix_import.csv", "pretix_import"),
    ("eventbrite.csv", "eventbrite"),
    ("microsoft_forms.xlsx", "microsoft_forms"),
    ("microsoft_forms_quiz.csv", "microsoft_forms"),
    ("google_forms.csv", "google_forms"),
    ("civicrm.csv", "civicrm"),
    ("hi_events.xlsx", "hi_events"),
    ("indico.csv", "indico"),
    ("peapod.csv", "peapod"),
    ("people.xls", None),
])  # fmt: skip
def test_a_list_is_recognised_wherever_its_columns_stand(name, shape):
    header = read_table(FILES / name).header
    assert recognise(header).shape == shape
    assert recognise(header[::-1]).shape == shape


@pytest.mark.parametrize("name", sorted(path.name for path in FILES.glob("*.csv") if path.name != "own_list.csv"))
def test_nothing_in_a_known_list_is_unknown(name):
    assert recognise(read_table(FILES / name).header).unknown == ()


def test_the_door_list_of_pretix():
    amina, leyla, sian = sample("pretix_check_in_list.csv")
    assert (amina.name, amina.needs, amina.organisation) == (
        "Amina Yusuf",
        ("Step-free route", "BSL"),
        ("Hillside Carers",),
    )
    assert (amina.status, amina.arrived) == (Status.ATTENDED, datetime(2026, 10, 7, 10, 2, 11))  # noqa: DTZ001
    assert (leyla.needs, leyla.status, sian.name) == ((), None, "Siân Bevan")


def test_the_orders_of_pretix_give_the_attendees_address_not_the_buyers():
    tom, nkechi, piet = sample("pretix_order_positions.csv")
    assert tom.organisation == ("Hillside Carers",)
    assert tom.address == "4 Mill Lane, RG1 9ZZ, Reading, GB"
    assert (tom.email, nkechi.email, nkechi.organisation) == ("tom.okafor@example.org", "", ())
    assert (tom.needs, nkechi.needs) == (("Large print",), ("Hearing loop",))
    assert (tom.status, piet.status) == (Status.ACCEPTED, Status.CANCELLED)


def test_the_import_ids_of_pretix():
    (mei,) = sample("pretix_import.csv")
    assert (mei.name, mei.email, mei.organisation) == ("Mei Lin", "mei.lin@example.org", ("Riverside Group",))


def test_eventbrite():
    rosa, bo, idris = sample("eventbrite.csv")
    assert (rosa.email, rosa.diet, rosa.allergy, rosa.status) == ("rosa@example.org", ("Vegan",), (), Status.ATTENDED)
    assert (bo.name, bo.allergy, bo.status) == ("Bo", ("Peanuts",), Status.ACCEPTED)
    assert idris.status is Status.CANCELLED


def test_microsoft_forms_take_the_answer_and_not_the_account():
    amina, tomas = sample("microsoft_forms.xlsx")
    assert (amina.name, amina.email) == ("Amina Yusuf", "amina.yusuf@example.org")
    assert (amina.needs, amina.diet) == (("Hearing loop", "Large print"), ("Halal",))
    assert (tomas.email, tomas.allergy) == ("", ("Tree nuts",))


def test_an_anonymous_quiz_has_no_address():
    (fatima,) = sample("microsoft_forms_quiz.csv")
    assert (fatima.name, fatima.email, fatima.languages) == ("Fatima Noor", "", ("Urdu", "English"))


def test_google_forms():
    (lukasz,) = sample("google_forms.csv")
    assert (lukasz.name, lukasz.phone, lukasz.matters) == (
        "Łukasz Nowak",
        "07700 900125",
        "Being heard\nand not rushed",
    )


def test_civicrm():
    ola, kit = sample("civicrm.csv")
    assert (ola.name, ola.roles, ola.status) == ("Ola Bright", ("Attendee", "Volunteer"), Status.ACCEPTED)
    assert kit.status is Status.CANCELLED


def test_hi_events_gives_the_first_time_at_a_door():
    noor, cai = sample("hi_events.xlsx")
    assert (noor.status, noor.arrived) == (Status.ATTENDED, datetime(2026, 10, 7, 10, 5, 31))  # noqa: DTZ001
    assert (cai.status, cai.arrived) == (Status.CANCELLED, None)


def test_indico_gives_times_with_their_zone():
    ola, fatima = sample("indico.csv")
    assert (ola.name, ola.family_name) == ("Ola Bright", "Bright")
    assert (ola.status, ola.arrived) == (Status.ATTENDED, datetime(2026, 10, 7, 9, 58, tzinfo=UTC))
    assert fatima.status is Status.CANCELLED


def test_our_own_list_comes_back_whole():
    (shirin,) = sample("peapod.csv")
    assert len(shirin.said()) == 21
    assert (shirin.name_in_script, shirin.emergency_relation) == ("شیرین آزادی", "brother")


def test_a_list_of_ones_own():
    wei, thandiwe = sample("own_list.csv")
    assert (wei.name, wei.needs, wei.emergency_phone) == ("Wei Ng", ("Large print", "quiet room"), "07700 900127")
    assert (thandiwe.name, thandiwe.phone) == ("Thandiwe", "")
    assert recognise(read_table(FILES / "own_list.csv").header).unknown == ("Favourite colour",)


@pytest.mark.parametrize(("title", "target"), [
    ("Do you have any access needs?", Target.NEEDS),
    ("Do you need an interpreter?", Target.NEEDS),
    ("Is there anything that would help you take part?", Target.NEEDS),
    ("Dietary requirements", Target.DIET),
    ("Any food preferences for lunch?", Target.DIET),
    ("Do you have any allergies?", Target.ALLERGY),
    ("Dietary requirements or allergies", Target.ALLERGY),
    ("What matters to you?", Target.MATTERS),
    ("What would you like to be called?", Target.KNOWN_AS),
    ("How do you pronounce your name?", Target.SAY_IT),
    ("Which languages do you speak?", Target.LANGUAGES),
    ("Emergency contact: phone", Target.EMERGENCY_PHONE),
    ("Who is your emergency contact?", Target.EMERGENCY_NAME),
    ("given_name", Target.GIVEN_NAME),
    ("E-MAIL\nADDRESS", Target.EMAIL),
    ("Prénom", Target.GIVEN_NAME),
    ("Nachname", Target.FAMILY_NAME),
    ("Do you consent to photographs of you and your name?", Target.IGNORE),
    ("Favourite colour", None),
])  # fmt: skip
def test_a_title_says_what_its_column_is(title, target):
    assert target_of(title) is target


@pytest.mark.parametrize("titles", [
    "Bestellnummer,Teilnehmername,Produkt,Preis,Eingecheckt,E-Mail,Firma",
    "Code de commande,Nom du participant,Produit,Prix,Enregistré,E-mail,Entreprise",
])  # fmt: skip
def test_pretix_is_recognised_in_german_and_french(titles):
    found = recognise(titles.split(","))
    assert (found.shape, found.unknown) == ("pretix_check_in_list", ())
    assert {Target.NAME, Target.EMAIL, Target.CHECKED_IN, Target.ORGANISATION} <= set(found.mapping)


def test_of_two_columns_for_one_thing_the_better_title_wins_and_the_other_is_asked_about():
    found = recognise(("Name", "Home phone", "Mobile"))
    assert found.mapping == (Target.NAME, None, Target.PHONE)
    assert found.unknown == ("Home phone",)


def test_several_columns_may_hold_needs_or_parts_of_an_address():
    found = recognise(("Name", "Access needs", "Do you need an interpreter?", "Street", "Town"))
    assert found.mapping[1:] == (Target.NEEDS, Target.NEEDS, Target.ADDRESS, Target.ADDRESS)


def test_a_header_is_remembered_whatever_its_case_and_punctuation():
    assert fingerprint(("Name", "E-mail")) == fingerprint(("NAME ", "Email:"))
    assert fingerprint(("Name", "E-mail")) != fingerprint(("E-mail", "Name"))


def test_long_text_is_no_title():
    assert not is_known("name " * 30)


def test_titles_in_the_file_of_shapes_are_written_as_they_are_compared():
    titles = known_titles()
    written = set(titles.ranked).union(*(shape.columns.keys() | shape.ignore | shape.needs for shape in titles.shapes))
    assert {title for title in written if title_key(title) != title} == set()
