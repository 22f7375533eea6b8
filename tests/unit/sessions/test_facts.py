# SPDX-License-Identifier: GPL-3.0-or-later
import json

import pytest

from app.sessions.beginning import template_of
from app.sessions.facts import ASSETS, access_items, ebcd_stages, lived_roles, place_items, spectrum_levels
from db.types import Role, Spectrum

ICONS = json.loads((ASSETS / "look" / "tokens.json").read_text(encoding="utf-8"))["icons"]["names"]
NEEDS = json.loads((ASSETS / "needs.json").read_text(encoding="utf-8"))["needs"]


def test_every_way_of_working_makes_a_promise_and_asks_to_be_checked():
    assert list(spectrum_levels()) == list(Spectrum)
    assert all("you say" in level.promise and level.check for level in spectrum_levels().values())


def test_lived_experience_is_counted_by_role():
    assert lived_roles() == {Role.LIVED_EXPERIENCE, Role.CARER, Role.COMMUNITY}


def test_what_needs_call_for_is_on_the_access_checklist():
    assert {item for items in place_items().values() for item in items} <= set(access_items())


@pytest.mark.parametrize("need", NEEDS, ids=lambda need: need["kind"])
def test_every_need_has_a_label_and_an_icon_that_is_there(need):
    assert need["label"]
    assert (ASSETS / "icons" / ICONS[need["icon"]]).is_file()


def test_every_item_of_the_checklist_is_asked_as_a_question():
    assert all(item.question.endswith("?") for item in access_items().values())


def test_a_stage_takes_as_long_as_the_template_that_suits_it():
    for facts in ebcd_stages().values():
        template = template_of(facts.stage)
        assert (None if template is None else (template.key, template.minutes)) == (
            None if facts.template is None else (facts.template, facts.minutes)
        )
