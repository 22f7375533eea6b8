"""The page of people with Shirin on it, and her panel open to be edited."""

import pytest

from app.people.commands import add_person
from db.journal import Op
from db.types import PersonId
from tests.conftest import MORNING
from ui.people.page import PeoplePage

TODAY = MORNING.date()


@pytest.fixture
def shirin(workspace) -> PersonId:
    with workspace.change(Op.ADD_PERSON) as tx:
        add_person(tx, "Tom Okafor", family_name="Okafor", usual_role="Nurse")
        return add_person(tx, "Shirin Akter", family_name="Akter", name_in_script="শিরিন আক্তার", usual_role="carer")


@pytest.fixture
def page(desk, shirin, shown) -> PeoplePage:
    return shown(PeoplePage(desk))


@pytest.fixture
def editing(page, shirin):
    page.open(shirin)
    page.panel.set_editing(editing=True)
    return page.panel.editing
