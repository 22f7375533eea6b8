"""Every page, with the sample project in it: heard by a screen reader, reached by Tab, nothing cut off."""

import pytest
from PySide6.QtGui import QAccessible

from db.models import Person
from tests.ui.everywhere.places import EVERYWHERE
from tests.ui.walking import UNNAMED_ROLES, controls, cut_off, nodes, said, tab_order

SIZES = [((1366, 768), 1.0), ((1366, 768), 2.0), ((1024, 600), 1.0), ((1024, 600), 2.0)]


@pytest.mark.parametrize("place", EVERYWHERE)
def test_every_control_has_a_name_and_a_role(go, place):
    window = go(place)
    nameless = [widget for widget in controls(window) if not said(widget)[0] or said(widget)[1] in UNNAMED_ROLES]
    assert nameless == []


@pytest.mark.parametrize("place", EVERYWHERE)
def test_the_page_and_its_parts_are_heard(go, place):
    window = go(place)
    tree = list(nodes(QAccessible.queryAccessibleInterface(window)))
    heard = " ".join(node.text(QAccessible.Text.Name) for node in tree)
    assert window.page.accessibleName() in heard
    assert len(tree) > 20


@pytest.mark.parametrize("place", EVERYWHERE)
def test_tab_reaches_every_control_and_comes_back(go, place):
    window = go(place)
    wanted = controls(window)
    reached = tab_order(window, wanted[0])
    assert [widget for widget in wanted if widget not in reached] == []


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=["1366x768", "200 %", "1024x600", "1024x600 at 200 %"])
@pytest.mark.parametrize("place", EVERYWHERE)
def test_nothing_is_cut_off(go, place, size, scale):
    window = go(place, size, scale)
    assert cut_off(window) == []
    assert (window.window().width(), window.window().height()) == size


def test_the_sample_has_the_name_that_is_hardest_to_fit(workspace):
    with workspace.read() as tx:
        assert max(len(person.name) for person in tx.query(Person)) >= 60
