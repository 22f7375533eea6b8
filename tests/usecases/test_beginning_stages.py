"""The session of a stage begins with the plan that suits it, in one step that is taken back as one."""

import pytest

from app.agenda.queries import plan_of
from app.journal.commands import undo
from app.journal.queries import latest_dot, told
from app.journal.words import sentence_of
from app.sessions.beginning import begin_stage, template_of
from app.sessions.queries import sessions_list
from app.workspace import Workspace
from db.journal import Changes, Op
from db.models import Block, Material, Track
from db.types import Method, ProjectId, Stage
from tests.builders import add_project


@pytest.fixture
def project_id(workspace: Workspace) -> ProjectId:
    with workspace.change(Op.ADD_PROJECT) as tx:
        return add_project(tx, method=Method.EBCD).id


@pytest.mark.parametrize("stage", Stage)
def test_each_stage_begins_with_the_plan_that_suits_it(workspace: Workspace, project_id: ProjectId, stage: Stage):
    with workspace.change(Op.ADD_PLANNED_SESSION) as tx:
        plan = plan_of(tx, begin_stage(tx, project_id, stage))
        (row,) = sessions_list(tx)
    template = template_of(stage)
    assert row.stage is stage
    assert (template is None) == (stage is Stage.SET_UP)
    wanted = [] if template is None else [(block.origin, block.minutes) for block in template.blocks]
    assert [(block.origin, block.minutes) for block in plan.blocks] == wanted


def test_it_is_one_step_that_is_taken_back_as_one(workspace: Workspace, project_id: ProjectId, heard: list[Changes]):
    with workspace.change(Op.ADD_PLANNED_SESSION) as tx:
        begin_stage(tx, project_id, Stage.STAFF_FEEDBACK)
    with workspace.read() as tx:
        done = latest_dot(tx)
        assert sentence_of(told(tx, done)) == "Staff feedback added, with the plan that suits its stage."
    with workspace.change(Op.UNDO, undoes=done) as tx:
        undo(tx, done)
    assert [changes.op for changes in heard][-2:] == [Op.ADD_PLANNED_SESSION, Op.UNDO]
    with workspace.read() as tx:
        assert sessions_list(tx) == []
        assert [tx.query(model).count() for model in (Block, Material, Track)] == [0, 0, 0]
        said = sentence_of(told(tx, latest_dot(tx)))
    assert said == "Undone: new session with the plan that suits its stage, Staff feedback."
