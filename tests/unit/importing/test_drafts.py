# SPDX-License-Identifier: GPL-3.0-or-later
"""A row becomes a person as it describes them, and nothing that it does not say."""

from datetime import datetime

import pytest

from app.importing.answers import moment_in, role_of, status_of
from app.importing.drafts import RefusedRow, Why, drafts
from app.importing.mapping import Target
from app.importing.table import Problem, SheetRow, Table
from db.types import Role, Status
from tests.unit.importing.samples import only, refusal, rows_of


@pytest.mark.parametrize(("name", "whole", "given", "family"), [
    ("  Tom   Okafor ", "Tom Okafor", "", ""),
    ("Okafor, Tom", "Tom Okafor", "Tom", "Okafor"),
    ("van der Berg, Piet", "Piet van der Berg", "Piet", "van der Berg"),
    ("Ada Vale, MBE", "Ada Vale, MBE", "", ""),
    ("Vale, Ada, Dr", "Vale, Ada, Dr", "", ""),
    ("Thandiwe", "Thandiwe", "", ""),
    ("Null", "Null", "", ""),
    ("\u202aZo\u0065\u0308\u202c", "Zoë", "", ""),
])  # fmt: skip
def test_a_name_is_kept_as_it_is_written_with_the_family_name_last(name, whole, given, family):
    draft = only(rows_of(("Name", "Email"), (name, "a@example.org")))
    assert (draft.name, draft.given_name, draft.family_name) == (whole, given, family)


@pytest.mark.parametrize(
    ("given", "family", "name"), [("Tom", "Okafor", "Tom Okafor"), ("Bo", "", "Bo"), ("", "Ng", "Ng")]
)
def test_two_columns_make_one_name(given, family, name):
    assert only(rows_of(("First name", "Surname"), (given, family))).name == name


@pytest.mark.parametrize(("typed", "email"), [
    (" Ada@EXAMPLE.org ", "Ada@example.org"),
    ("Ada Vale <ada@example.org>", "ada@example.org"),
    ("mailto:ada@example.org", "ada@example.org"),
    ("anonymous", ""),
    ("n/a", ""),
])  # fmt: skip
def test_an_address_is_cleaned_lightly(typed, email):
    assert only(rows_of(("Name", "Email"), ("Ada", typed))).email == email


@pytest.mark.parametrize(
    "typed", ["ada.example.org", "ada@@example.org", "a da@example.org", "a@x.org; b@x.org", "@", "a@"]
)
def test_what_is_no_address_refuses_its_row(typed):
    row = refusal(rows_of(("Name", "Email"), ("Ada", typed)))
    assert (row.line, row.why, row.column, row.text) == (2, Why.BAD_EMAIL, "Email", typed)


def test_a_row_with_neither_name_nor_address_is_refused():
    assert refusal(rows_of(("Name", "Email", "Phone"), ("", " ", "0118 496 0101"))).why is Why.NOBODY


def test_an_address_alone_is_enough():
    assert only(rows_of(("Name", "Email"), ("", "ada@example.org"))).name == ""


def test_blank_rows_are_passed_over():
    assert [row.line for row in rows_of(("Name",), ("Ada",), (" ",), ("",), ("Bo",))] == [2, 5]


@pytest.mark.parametrize("letter", ["\x00", "\x07", "\x1b", "\x85", "\ud800"])
def test_characters_that_nobody_can_see_refuse_their_row_alone(letter):
    bad, good = rows_of(("Name",), (f"A{letter}da",), ("Bo",))
    assert (bad.why, bad.column, bad.text) == (Why.CONTROL_CHARACTERS, "Name", "A\ufffdda")
    assert good.name == "Bo"


@pytest.mark.parametrize(("problem", "why"), [(Problem.QUOTES, Why.QUOTES), (Problem.MORE_CELLS, Why.MORE_CELLS)])
def test_a_row_that_could_not_be_read_is_refused(problem, why):
    table = Table(("Name",), (SheetRow(5, ("Ada",), problem),), (), "")
    assert refusal(drafts(table, (Target.NAME,))) == RefusedRow(5, why, "", "")


def test_a_number_stays_in_its_row():
    first, second = rows_of(("Name", "Mobile"), ("Ada", "07700 900123"), ("Bo", ""))
    assert (first.phone, second.phone) == ("07700 900123", "")


@pytest.mark.parametrize(
    ("typed", "phone"), [("'07700 900123", "07700 900123"), ("tel:+441184960101", "+441184960101")]
)
def test_a_number_is_kept_as_typed(typed, phone):
    assert only(rows_of(("Name", "Phone"), ("Ada", typed))).phone == phone


@pytest.mark.parametrize(("title", "cell", "field", "parts"), [
    ("Access needs", "Large print; BSL\nQuiet room, breaks", "needs", ("Large print", "BSL", "Quiet room", "breaks")),
    ("Diet", "Vegan, no garlic;Halal;", "diet", ("Vegan, no garlic", "Halal")),
    ("Languages", "Urdu, English", "languages", ("Urdu", "English")),
    ("Role", "Attendee, Volunteer", "roles", ("Attendee", "Volunteer")),
    ("Networks", "Men's shed; Choir", "networks", ("Men's shed", "Choir")),
    ("Access needs", "None", "needs", ()),
    ("Allergies", "No known allergies.", "allergy", ()),
    ("Any allergies: Nuts", "Yes", "allergy", ("Nuts",)),
    ("Any allergies: Nuts", "No", "allergy", ()),
    ("Allergies", "Yes", "allergy", ("Yes",)),
])  # fmt: skip
def test_cells_with_several_answers_are_parted(title, cell, field, parts):
    assert getattr(only(rows_of(("Name", title), ("Ada", cell))), field) == parts


@pytest.mark.parametrize("cell", ["=1+1", "+44 118", "-5", "@home", '=HYPERLINK("http://example.org")'])
def test_the_start_of_a_formula_is_text_like_any_other(cell):
    assert only(rows_of(("Name", "Note"), ("Ada", cell))).note == cell


@pytest.mark.parametrize(("titles", "cells", "status"), [
    (("Status",), ("Refunded",), Status.CANCELLED),
    (("RSVP",), ("No",), Status.DECLINED),
    (("RSVP",), ("Maybe",), Status.INVITED),
    (("Checked in",), ("Yes",), Status.ATTENDED),
    (("Checked in",), ("No",), None),
    (("Status", "Checked in"), ("Attending", ""), Status.ACCEPTED),
    (("Status", "Checked in"), ("Cancelled", "Yes"), Status.CANCELLED),
    (("Status",), ("Purple",), None),
])  # fmt: skip
def test_a_status_is_what_the_file_knows(titles, cells, status):
    assert only(rows_of(("Name", *titles), ("Ada", *cells))).status is status


@pytest.mark.parametrize(("words", "moment"), [
    ("Sep 26, 2026 7:05 PM", datetime(2026, 9, 26, 19, 5)),  # noqa: DTZ001
    ("2026-10-07 9:05", datetime(2026, 10, 7, 9, 5)),  # noqa: DTZ001
    ("7/10/26 19:06", None),
    ("2026-13-45 10:00", None),
    ("Yes", None),
])  # fmt: skip
def test_a_moment_is_taken_only_when_it_cannot_be_misread(words, moment):
    assert moment_in(words) == moment


def test_roles_and_statuses_are_known_by_many_words():
    assert [role_of(words) for words in ("Unpaid carer", "lived_experience", "Co-facilitator", "Wizard")] == [
        Role.CARER,
        Role.LIVED_EXPERIENCE,
        Role.FACILITATOR,
        None,
    ]
    assert status_of("attending ") is Status.ACCEPTED
