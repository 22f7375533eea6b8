# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that the plan tab shows of a session, read at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.agenda.checker import Finding
from app.agenda.checking import findings_of
from app.agenda.needed import NeededRow, expected_of, materials_needed
from app.agenda.past import Past
from app.agenda.queries import Plan, plan_of
from app.live.actuals import ActualRow, as_it_was
from app.live.before import past_of
from app.workspace import Workspace
from db.types import SessionId


@dataclass(frozen=True, slots=True)
class PlanRead:
    """A plan, what it lacks, the materials that it needs, and its blocks as they were on the day."""

    plan: Plan
    found: Sequence[Finding]
    needed: Sequence[NeededRow]
    ran: Sequence[ActualRow]


class PlanReading:
    """Reads plans. What the blocks of one took before is read once, as no other session runs while it is seen."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._past: Mapping[str, Past] = {}
        self._looked_up: set[str] = set()

    def forget(self) -> None:
        """Look up anew what blocks took before."""
        self._looked_up = set()

    def of(self, session_id: SessionId) -> PlanRead:
        """Return what is to be shown of a session now.

        Raises:
            NotFound: There is no such session.
        """
        now = self._workspace.clock.now()
        with self._workspace.read() as tx:
            plan = plan_of(tx, session_id)
            return PlanRead(
                plan,
                findings_of(tx, plan, self._before(tx, plan, now)),
                materials_needed(plan, expected_of(tx, session_id)),
                as_it_was(tx, session_id, now),
            )

    def _before(self, tx: Session, plan: Plan, now: datetime) -> Mapping[str, Past]:
        wanted = {block.known_by for block in plan.every_block()}
        if wanted - self._looked_up:
            self._past, self._looked_up = past_of(tx, plan.session_id, wanted, now), wanted
        return self._past
