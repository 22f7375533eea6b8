"""What is done on a disk that is read-only, or that is pulled out meanwhile."""

import os
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from app.backup.commands import back_up_to
from tests.clocks import TestClock
from tests.faults.disk import Disk
from tests.faults.places import (
    MORNING,
    opened,
    stands,
    walk_in_to,
)
from tests.faults.steps import (
    export_to,
    finish,
    journal_of,
    open_on,
    refused,
    unlock,
)


def read_only(disk: Disk, made: Path) -> None:
    folder = shutil.copytree(made, disk.place / "workspace")
    disk.become_read_only()
    refused(lambda: unlock(folder))


def exporting_to_a_read_only_folder(disk: Disk, made: Path) -> None:
    workspace = opened(made, TestClock(MORNING))
    disk.become_read_only()
    refused(lambda: export_to(workspace, disk.place))
    export_to(workspace, made.parent)
    finish(workspace)


def pulled_while_exporting(disk: Disk, made: Path) -> None:
    workspace, stick = opened(made, TestClock(MORNING)), disk.place / "documents"
    stick.mkdir()
    export_to(workspace, stick)
    disk.be_pulled()
    refused(lambda: export_to(workspace, stick))
    assert list(disk.place.iterdir()) == []
    Disk.mount(disk.place)
    stick.mkdir()
    export_to(workspace, stick)
    finish(workspace)


def pulled_while_backing_up(disk: Disk, made: Path) -> None:
    """The stick is pulled after each of the steps that are told, in turn."""
    workspace = opened(made, TestClock(MORNING))
    steps: list[int] = []
    back_up_to(workspace, disk.place, progress=lambda done, of: steps.append(done))
    assert len(steps) > 1
    for step in range(len(steps) - 1):
        told_of = iter(range(len(steps)))
        pull = partial(pull_at, disk, told_of, step)
        words = refused(partial(back_up_to, workspace, disk.place, progress=pull))
        assert words.startswith(f"{disk.place} is not there any more"), words
        assert list(disk.place.iterdir()) == []
        Disk.mount(disk.place)
    back_up_to(workspace, disk.place)
    workspace.close()
    (copy,) = disk.place.iterdir()
    finish(unlock(copy))


def pull_at(disk: Disk, told_of: Iterator[int], step: int, *_: int) -> None:
    if next(told_of) == step:
        disk.be_pulled()


def pulled_with_the_records(disk: Disk, made: Path) -> None:
    """Every file of the disk stops answering while it is open."""
    workspace = open_on(disk, made)
    walk_in_to(workspace)
    before = stands(workspace)
    stop_answering(disk.place)
    refused(lambda: walk_in_to(workspace))
    workspace.close()
    assert journal_of(workspace.folder) == before
    finish(unlock(workspace.folder))


def stop_answering(place: Path) -> None:
    """Let whatever this process has open below a place refuse to be read and written, as a drive does that is gone."""
    nothing = os.open("/", os.O_RDONLY)
    for descriptor in Path("/proc/self/fd").iterdir():
        file = os.path.realpath(descriptor)
        if file.startswith(str(place)) and not file.endswith(("-shm", "lock")):
            os.dup2(nothing, int(descriptor.name))


ACTS = (
    read_only,
    exporting_to_a_read_only_folder,
    pulled_while_exporting,
    pulled_while_backing_up,
    pulled_with_the_records,
)
