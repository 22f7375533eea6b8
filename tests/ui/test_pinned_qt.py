"""Guards the pinned Qt: a release that loses references to True with each disconnect would end the program."""

import asyncio
import gc
import sys

import pytest
import qasync
from PySide6.QtCore import QObject, Signal

ROUNDS = 200
STRAY = ROUNDS // 2  # what other code may take meanwhile; the fault took one and more with each round


class Bell(QObject):
    rung = Signal(bool)


@pytest.fixture
def loop(qapp):
    made = qasync.QEventLoop(qapp)
    yield made
    made.close()


def test_connecting_and_disconnecting_keeps_every_reference_to_true(qapp):
    gc.collect()
    bell = Bell()
    before = sys.getrefcount(True)
    for _ in range(ROUNDS):
        bell.rung.connect(print)
        bell.rung.disconnect(print)
    assert before - sys.getrefcount(True) < STRAY


def test_awaiting_work_in_a_thread_keeps_every_reference_to_true(loop):
    gc.collect()

    async def wait() -> None:
        for _ in range(ROUNDS):
            await asyncio.get_running_loop().run_in_executor(None, int)

    before = sys.getrefcount(True)
    loop.run_until_complete(wait())
    assert before - sys.getrefcount(True) < STRAY
