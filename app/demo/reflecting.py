# SPDX-License-Identifier: GPL-3.0-or-later
"""What the facilitators of the sample project thought on the day after a session."""

from datetime import timedelta

from app.attendance.rules import local_instant
from app.clock import today
from app.demo.story import Telling, Times, Told
from app.reflections.commands import add_reflection
from db.journal import Op
from db.types import ReflectionKind, SessionId

DAY_AFTER = timedelta(days=1)


def reflect(telling: Telling, session_id: SessionId, told: Told, times: Times) -> None:
    """Write down what the story says of a session that is over."""
    workspace = telling.workspace
    telling.move_to(local_instant(times.held_on + DAY_AFTER, times.starts_at))
    for one in told.get("reflections", ()):
        kind, on = ReflectionKind(one["kind"]), today(workspace.clock)
        with workspace.change(Op.ADD_REFLECTION) as tx:
            add_reflection(tx, session_id, kind, one["words"], theme=one["theme"], by=workspace.member, on=on)
