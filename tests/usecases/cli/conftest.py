"""A workspace for commands, and running them."""

import os
import shutil
from pathlib import Path

import pytest

from app.cli.main import main
from app.door import VARIABLE
from app.opening import create_workspace
from app.security.placement import System
from db.journal import Op
from db.types import Role, Status
from tests.builders import add_attendance, add_person, add_project, add_session, add_venue
from tests.clocks import TestClock
from tests.conftest import MORNING
from tests.usecases.cli.running import CHEAP, LEAST_KIB, PASSPHRASE, Ran, Run, no_older_records


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with one session, two people on its list and two more of one name."""
    folder = tmp_path_factory.mktemp("made") / "workspace"
    workspace = create_workspace(
        folder,
        team="Rivermill",
        member="Ruth A.",
        passphrase=PASSPHRASE,
        clock=TestClock(MORNING),
        cost=CHEAP,
        system=System({}, (), None),
    )
    with workspace.change(Op.ADD_SESSION) as tx:
        project = add_project(tx, aim="Clear letters")
        venue = add_venue(tx)
        session = add_session(tx, project_id=project.id, venue_id=venue.id)
        shirin = add_person(tx, "Shirin Akter", family_name="Akter", name_in_script="শিরিন আক্তার")
        add_attendance(tx, session.id, shirin.id, roles=(Role.CARER,))
        add_attendance(tx, session.id, add_person(tx, "Zoë Brandão").id, status=Status.DECLINED)
        add_person(tx, "Tom Okafor", usual_role="carer")
        add_person(tx, "Tom Okafor", usual_role="staff")
    workspace.close()
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "workspace"
    shutil.copytree(made, copy)
    return copy


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], clock: TestClock) -> Run:
    monkeypatch.setenv(VARIABLE, PASSPHRASE)

    def run(*argv: str, at: Path = folder) -> Ran:
        given = os.environ.get(VARIABLE)
        status = main(["-w", str(at), *argv], no_older_records, clock=clock, cost=CHEAP, least_kib=LEAST_KIB)
        if given is not None:
            monkeypatch.setenv(VARIABLE, given)  # a command takes it out of its process, which here is not its own
        return Ran(status, *capsys.readouterr())

    return run
