# SPDX-License-Identifier: GPL-3.0-or-later
"""Importing people: everything is worked out outside the transaction, then written at once as one operation."""

import json
from collections.abc import Callable
from contextlib import suppress

from sqlalchemy.orm import Session

from app.backup.commands import back_up_before
from app.backup.rules import Why
from app.clock import Clock
from app.errors import NotFound, Unavailable
from app.importing.acquaintances import acquaintances
from app.importing.coming import Coming
from app.importing.drafts import Draft
from app.importing.gathering import Gathered, name_of, newcomer
from app.importing.mapping import fingerprint
from app.importing.matching import Fate, FateKind
from app.importing.queries import Plan
from app.importing.report import Choices, Chosen, ImportReport, Outcome, RowReport
from app.importing.writing import Rows, put_on_list, rows_of, write
from app.lookup import fetch
from app.workspace import Workspace
from db.journal import Op
from db.local import ImportMapping
from db.models import DesignSession
from db.types import PersonId, SessionId, new_id

EVERY = 200  # rows between two reports of progress

Progress = Callable[[int, int], object]


def import_people(
    workspace: Workspace,
    plan: Plan,
    *,
    choices: Choices,
    session_id: SessionId | None,
    progress: Progress = lambda done, of: None,
) -> ImportReport:
    """Take the people of a list, and put them on the list of a session where one is named; a backup comes first.

    Args:
        workspace: The open records.
        plan: What becomes of every row.
        choices: Who the unclear rows are; one that is not named is left out.
        session_id: The session that they are put on the list of, if any.
        progress: Called with how many rows of how many are worked out; what it raises ends the import, and nothing is
            written.

    Raises:
        NotFound: The session, or somebody whom a row matches, is not there any more.
        Unavailable: No backup can be made, or the file cannot be written now; nothing was changed.
    """
    rows_of_list = len(plan.fates)
    back_up_before(workspace, Why.BEFORE_IMPORT, progress=lambda done, of: progress(0, rows_of_list))
    with workspace.read() as tx:
        taking = Taking(tx, plan, choices)
        reports = taking.all_rows(progress)
        rows = rows_of(tx, taking.people, _coming(tx, session_id, workspace.clock))
    progress(rows_of_list, rows_of_list)
    added = _write(workspace, rows, session_id)
    with suppress(Unavailable), workspace.note() as tx:  # the people are in: to ask about the columns again is no loss
        _remember(tx, plan)
    return ImportReport(tuple(reports), added)


class Taking:
    """Goes through the rows in their order and gathers them by person."""

    def __init__(self, tx: Session, plan: Plan, choices: Choices) -> None:
        self._plan = plan
        self._choices = choices
        self._known = acquaintances(tx, _mentioned(plan, choices))
        self._by_line: dict[int, Gathered] = {}

    @property
    def people(self) -> list[Gathered]:
        """Everybody who was gathered, in the order of the rows."""
        return list(dict.fromkeys(self._by_line.values()))

    def all_rows(self, progress: Progress) -> list[RowReport]:
        """Return what was done with each row; a row that repeats another waits for it, wherever it stands."""
        reports: dict[int, RowReport] = {}
        waiting = list(self._plan.fates)
        while True:
            ready = [fate for fate in waiting if self._is_ready(fate)]
            for fate in ready:
                if len(reports) % EVERY == 0:
                    progress(len(reports), len(self._plan.fates))
                reports[fate.line] = self._row(fate)
            waiting = [fate for fate in waiting if fate.line not in reports]
            if not ready:
                break
        reports |= {fate.line: _left_out(fate) for fate in waiting}
        return [reports[fate.line] for fate in self._plan.fates]

    def _is_ready(self, fate: Fate) -> bool:
        chosen = self._chosen(fate)
        return chosen is None or chosen.person_id is not None or chosen.line is None or chosen.line in self._by_line

    def _row(self, fate: Fate) -> RowReport:
        chosen = self._chosen(fate)
        if fate.draft is None or chosen is None:
            return _left_out(fate)
        person = self._who(chosen, fate.draft)
        outcome = Outcome.MATCHED if person.known else Outcome.REPEATED if person.drafts else Outcome.ADDED
        kept = person.take(fate.draft)
        self._by_line[fate.line] = person
        return RowReport(fate.line, outcome, person.name, person.id, because=fate.because, kept=kept)

    def _who(self, chosen: Chosen, draft: Draft) -> Gathered:
        """Return whom a row is about."""
        if chosen.person_id is not None:
            if chosen.person_id not in self._known:
                raise NotFound("person", self._plan.names.get(chosen.person_id, ""))
            return self._known[chosen.person_id]
        return newcomer(PersonId(new_id()), draft) if chosen.line is None else self._by_line[chosen.line]

    def _chosen(self, fate: Fate) -> Chosen | None:
        match fate.kind:
            case FateKind.NEW:
                return Chosen()
            case FateKind.MATCHES | FateKind.REPEAT:
                return Chosen(next(iter(fate.ids), None), next(iter(fate.lines), None))
            case _:
                return self._choices.get(fate.line)


def _left_out(fate: Fate) -> RowReport:
    if fate.draft is None:
        return RowReport(fate.line, Outcome.REFUSED, "", refused=fate.refused)
    return RowReport(fate.line, Outcome.LEFT_OUT, name_of(fate.draft))


def _mentioned(plan: Plan, choices: Choices) -> list[PersonId]:
    sure = [fate.ids[0] for fate in plan.fates if fate.ids and fate.kind in (FateKind.MATCHES, FateKind.REPEAT)]
    return [*sure, *(one.person_id for one in choices.values() if one.person_id)]


def _coming(tx: Session, session_id: SessionId | None, clock: Clock) -> Coming:
    if session_id is None:
        return Coming(None, None, None, clock.now())
    session = fetch(tx, DesignSession, session_id)
    return Coming(session.id, session.held_on, session.starts_at, clock.now())


def _write(workspace: Workspace, rows: Rows, session_id: SessionId | None) -> int:
    with workspace.change(Op.IMPORT_PEOPLE) as tx:
        write(tx, rows)
        return 0 if session_id is None else put_on_list(tx, fetch(tx, DesignSession, session_id).id, rows)


def _remember(tx: Session, plan: Plan) -> None:
    kept = json.dumps([None if target is None else target.value for target in plan.columns])
    tx.merge(ImportMapping(fingerprint=fingerprint(plan.table.header), mapping=kept))
