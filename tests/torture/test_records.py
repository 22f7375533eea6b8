"""Words are saved exactly or refused with a sentence, whatever they are; then they are shown, sought and checked."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from app.agenda.checking import findings_of
from app.agenda.library import saved_cards, saved_templates
from app.agenda.outgoing import plan_workbook
from app.agenda.queries import plan_of
from app.attendance.commands import walk_in
from app.attendance.queries import Show, room
from app.checking.queries import check
from app.decisions.queries import log_of
from app.drafts import keep, waiting
from app.errors import Refused
from app.journal.queries import Wanted, history
from app.journal.words import sentence_of
from app.live.before import past_of
from app.people.card import person_card
from app.people.duplicates import likely_duplicates
from app.people.queries import people_count, people_list
from app.search.queries import find
from app.sessions.queries import sessions_list
from app.transport.queries import rides
from app.workspace import Workspace
from db.journal import Op
from tests import builders
from tests.conftest import MORNING
from tests.examples import EXAMPLES
from tests.torture.fields import NOT_TYPED, ONE_LINE, WRITERS, columns_of_words
from tests.torture.texts import HURTS, TEXTS, assert_said, in_line, kept

SLOW = settings(
    max_examples=EXAMPLES * 4,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.data_too_large, HealthCheck.too_slow],
)
WORDS_OF_FIELD = {name: name.partition("=")[0] for name in WRITERS}


def test_every_column_of_words_is_written_here_or_says_why_not():
    assert columns_of_words() - set(WORDS_OF_FIELD.values()) - set(NOT_TYPED) == set()
    assert set(WORDS_OF_FIELD.values()) | set(NOT_TYPED) <= columns_of_words()


@pytest.mark.parametrize("hurting", HURTS.values(), ids=HURTS)
def test_each_is_saved_exactly_or_refused_in_every_field(workspace: Workspace, hurting: str):
    for field in WRITERS:
        save_or_refuse(workspace, field, hurting)
    assert_sound(workspace, hurting)


@SLOW
@given(field=st.sampled_from(sorted(WRITERS)), text=TEXTS)
def test_mixtures_are_saved_exactly_or_refused(workspace: Workspace, field: str, text: str):
    save_or_refuse(workspace, field, text)
    assert_sound(workspace, text)


@SLOW
@given(name=TEXTS, typed=TEXTS)
def test_people_of_any_name_come_in_and_are_found_by_it(workspace: Workspace, name: str, typed: str):
    with workspace.change(Op.ADD_SESSION) as tx:
        session = builders.add_session(tx).id
    try:
        with workspace.change(Op.WALK_IN) as tx:
            walk_in(tx, session, name, None, at=MORNING, now=MORNING)
    except Refused as refused:
        assert_said(refused)
    with workspace.read() as tx:
        room(tx, session, typed, Show.ALL)
        room(tx, session, name, Show.ALL)
        likely_duplicates(tx)


@SLOW
@given(text=TEXTS)
def test_what_was_typed_and_refused_is_given_back_exactly(workspace: Workspace, text: str):
    with workspace.note() as tx:
        keep(tx, {"people/ada/name": text})
    with workspace.read() as tx:
        assert waiting(tx, "people/") == {"people/ada/name": text}


def save_or_refuse(workspace: Workspace, field: str, text: str) -> None:
    column = WORDS_OF_FIELD[field]
    exact = in_line(text) if column in ONE_LINE else kept(text)
    try:
        with workspace.change(Op.CHANGE_SETTING) as tx:
            model, row_id = WRITERS[field](tx, text)
    except Refused as refused:
        assert_said(refused)
        return
    with workspace.read() as tx:
        row = tx.get(model, row_id)
        stands = "" if row is None else getattr(row, column.partition(".")[2]) or ""
        assert stands == exact, field


def assert_sound(workspace: Workspace, text: str) -> None:
    """All that reads the records still does, and they are whole."""
    with workspace.read() as tx:
        read_everywhere(tx, text)
        assert check(tx).findings == ()


def read_everywhere(tx: Session, text: str) -> None:
    find(tx, text)
    people_count(tx, text)
    for row in people_list(tx, text, limit=5):
        person_card(tx, row.id)
    for session in sessions_list(tx)[:5]:
        plan = plan_of(tx, session.id)
        known_by = {block.known_by for block in plan.every_block()}
        findings_of(tx, plan, past_of(tx, session.id, known_by, MORNING))
        plan_workbook(plan)
        log_of(tx, session.id)
        rides(tx, session.id)
    saved_cards(tx)
    saved_templates(tx)
    for told in history(tx, Wanted(), limit=20):
        sentence_of(told)
