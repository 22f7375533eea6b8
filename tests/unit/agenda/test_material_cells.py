"""Materials in one cell: an amount is read where it is meant as one, and no word is lost."""

import pytest

from app.agenda.library import PlannedMaterial
from app.agenda.material_cells import materials_cell, materials_in
from app.agenda.queries import MaterialRow
from db.types import Per, RecordId


@pytest.mark.parametrize(
    ("cell", "materials"),
    [
        ("Felt pens, 2 for each table; Film", [("Felt pens", 2, Per.TABLE), ("Film", 1, Per.SESSION)]),
        ("Cards , 3  Per Person\nFilm", [("Cards", 3, Per.PERSON), ("Film", 1, Per.SESSION)]),
        ("Leaflet, 2024", [("Leaflet, 2024", 1, Per.SESSION)]),
        ("Pens, 0 for each table", [("Pens, 0 for each table", 1, Per.SESSION)]),
        ("Pens, two for each table", [("Pens, two for each table", 1, Per.SESSION)]),
        ("Pens, 2 for each wall", [("Pens, 2 for each wall", 1, Per.SESSION)]),
        (", 2 for each table", [(", 2 for each table", 1, Per.SESSION)]),
        (
            '5" nails; "Big" pens; "Film"',
            [('5" nails', 1, Per.SESSION), ('"Big" pens', 1, Per.SESSION), ('"Film"', 1, Per.SESSION)],
        ),
        ('"Pens; red", 2 for each group', [("Pens; red", 2, Per.TRACK)]),
        ('"Pens; red" and blue', [('"Pens', 1, Per.SESSION), ('red" and blue', 1, Per.SESSION)]),
        ("; \n;", []),
    ],
)
def test_what_a_cell_says(cell, materials):
    assert [*materials_in(cell)] == [PlannedMaterial(*one) for one in materials]


@pytest.mark.parametrize(
    ("one", "written"),
    [
        (("Film", 1, Per.SESSION), "Film"),
        (("Film", 2, Per.SESSION), "Film, 2 for the session"),
        (("Film", 1, Per.PERSON), "Film, 1 for each person"),
        (("Pens, 2 for each table", 1, Per.SESSION), "Pens, 2 for each table, 1 for the session"),
        (("Pens; red", 1, Per.SESSION), '"Pens; red"'),
        (('"Film"', 1, Per.SESSION), '"""Film"""'),
    ],
)
def test_how_it_is_written(one, written):
    assert materials_cell([MaterialRow(RecordId("one"), *one, packed=True)]) == written
