"""What is due to go: a list with everything ticked, and nothing that goes by itself."""

import pytest
from PySide6.QtCore import QThreadPool

from app.people.belongings import set_emergency_contact
from app.people.card import emergency_contact_of
from app.people.commands import add_person
from app.retention.periods import Kept, periods
from app.retention.queries import due, due_this_month
from app.settings.queries import setting
from db.errors import Damaged
from db.journal import Op
from db.types import PersonId
from tests.conftest import MORNING
from tests.ui.people.steps import words
from ui.parts.banner import Banner
from ui.parts.chip import Chip
from ui.places import Place
from ui.retention.page import DuePage
from ui.settings.page import SettingsPage

TODAY = MORNING.date()


@pytest.fixture
def people(workspace) -> tuple[PersonId, PersonId]:
    """Two people with somebody to ring, whose day to go has come."""
    with workspace.change(Op.ADD_PERSON) as tx:
        made = tuple(add_person(tx, name) for name in ("Shirin Akter", "Tom Okafor"))
        for person_id in made:
            set_emergency_contact(
                tx, person_id, name="Noor", relation="Sister", phone="07700 900456", today=TODAY, purge_on=TODAY
            )
    return made


@pytest.fixture
def page(qtbot, desk, shown, people) -> DuePage:
    made = shown(DuePage(desk))
    found(qtbot, made)
    yield made
    QThreadPool.globalInstance().waitForDone()


def found(qtbot, page) -> None:
    """Wait until what was looked for is shown."""
    qtbot.waitUntil(lambda: not page.looking.under_way)


def still_due(workspace) -> list[str]:
    with workspace.read() as tx:
        return [row.name for row in due(tx, TODAY)]


def is_time(workspace) -> bool:
    with workspace.read() as tx:
        return due_this_month(tx, TODAY).is_time


def test_everything_that_is_due_is_listed_and_ticked_and_looking_changes_nothing(page, workspace):
    assert [tick.text() for tick in page.ticks.values()] == [
        "Shirin Akter, since 26 November 2026",
        "Tom Okafor, since 26 November 2026",
    ]
    assert all(tick.isChecked() for tick in page.ticks.values())
    assert "Kept for 30 days" in words(page)
    assert still_due(workspace) == ["Shirin Akter", "Tom Okafor"]
    assert is_time(workspace)


def test_what_is_ticked_goes_after_a_question_and_the_rest_stays(qtbot, page, workspace, people, answers):
    next(tick for row, tick in page.ticks.items() if row.name == "Tom Okafor").click()
    page.remove.click()
    assert answers.asked == ["Remove 1 thing for good?"]
    assert still_due(workspace) == ["Tom Okafor"]
    found(qtbot, page)
    assert [tick.isChecked() for tick in page.ticks.values()] == [False]
    with workspace.read() as tx:
        assert emergency_contact_of(tx, people[0]) is None
        assert emergency_contact_of(tx, people[1]) is not None


def test_without_a_yes_nothing_goes(page, workspace, answers):
    answers.agrees = False
    page.remove.click()
    assert still_due(workspace) == ["Shirin Akter", "Tom Okafor"]


def test_with_nothing_ticked_there_is_nothing_to_remove(page, answers):
    for tick in page.ticks.values():
        tick.click()
    page.remove.click()
    assert page.remove.reason == "Nothing is ticked."
    assert answers.asked == []


def test_keeping_for_now_changes_nothing_and_is_not_asked_again_this_month(page, workspace, desk):
    page.keep.click()
    assert still_due(workspace) == ["Shirin Akter", "Tom Okafor"]
    assert not is_time(workspace)
    assert desk.places.here == Place("today")


def test_records_that_can_only_be_read_say_so_and_nothing_goes(page, workspace, desk):
    workspace.write_no_more(Damaged(workspace.folder))
    for button in (page.keep, page.remove):
        button.click()
        assert "the records are damaged" in page.findChild(Banner).title.text()
    assert desk.places.here is None
    assert still_due(workspace) == ["Shirin Akter", "Tom Okafor"]


def test_with_nothing_due_the_page_says_so_when_it_has_looked(qtbot, desk, shown):
    page = shown(DuePage(desk))
    assert page.looking.isVisible()
    assert not page.none.isVisible()
    found(qtbot, page)
    assert not page.looking.isVisible()
    assert page.none.isVisible()
    assert not page.remove.isVisible()


def test_a_period_is_saved_as_it_is_left_and_makes_more_or_less_due(desk, shown, workspace, clock):
    settings = shown(SettingsPage(desk))
    kept = periods()[Kept.PERSON]
    field = settings.periods.fields[kept]
    assert field.text() == str(kept.setting.default)
    field.line.setText("400")
    field.leave()
    with workspace.read() as tx:
        assert setting(tx, kept.setting) == 400
    field.line.setText("a while")
    field.leave()
    assert field.refusal
    with workspace.read() as tx:
        assert setting(tx, kept.setting) == 400


def test_every_period_says_what_it_is_counted_from_and_how_sure_the_number_is(desk, shown):
    settings = shown(SettingsPage(desk))
    told = " ".join(words(settings))
    assert "Check with your organisation." in [chip.text() for chip in settings.periods.findChildren(Chip)]
    assert len(settings.periods.fields) == len(Kept)
    for period in settings.periods.fields:
        assert f"{period.setting.default} days are" in told


def test_settings_lead_to_the_list(desk, shown):
    settings = shown(SettingsPage(desk))
    settings.periods.see.click()
    assert desk.places.here == Place("due")
