# SPDX-License-Identifier: GPL-3.0-or-later
"""Beginning the session of a stage, with the plan that suits it."""

from sqlalchemy.orm import Session

from app.agenda.library import Template, templates
from app.agenda.saving import use_blocks
from app.sessions.commands import add_session
from app.sessions.facts import ebcd_stages
from app.sessions.stage_words import stage_word
from db.types import ProjectId, SessionId, Stage


def template_of(stage: Stage) -> Template | None:
    """Return the template that suits a stage, or None where there is none."""
    key = ebcd_stages()[stage].template
    return next((template for template in templates() if template.key == key), None)


def begin_stage(tx: Session, project_id: ProjectId, stage: Stage) -> SessionId:
    """Add a session for a stage to a project, with the blocks of the template that suits it, and return its id.

    Raises:
        NotFound: There is no such project.
    """
    session_id = add_session(tx, project_id, stage_word(stage), stage=stage)
    template = template_of(stage)
    if template is not None:
        use_blocks(tx, session_id, template.blocks)
    return session_id
