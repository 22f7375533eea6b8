"""Guards the pinned Qt: a release that loses references to True with each disconnect would end the program.

Each check runs in a program of its own, where nothing else takes or gives back references meanwhile.
"""

import subprocess
import sys

import pytest

ROUNDS = 200
STRAY = 20

CONNECTING = """
import sys
from PySide6.QtCore import QCoreApplication, QObject, Signal
class Bell(QObject):
    rung = Signal(bool)
application, bell = QCoreApplication([]), Bell()
def work():
    for _ in range({rounds}):
        bell.rung.connect(print)
        bell.rung.disconnect(print)
end = application.quit
"""
AWAITING = """
import asyncio, sys, qasync
from PySide6.QtCore import QCoreApplication
application = QCoreApplication([])
loop = qasync.QEventLoop(application)
async def wait():
    for _ in range({rounds}):
        await asyncio.get_running_loop().run_in_executor(None, int)
def work():
    loop.run_until_complete(wait())
end = loop.close
"""
COUNTING = """
work()
before = sys.getrefcount(True)
work()
print(before - sys.getrefcount(True))
end()
"""


@pytest.mark.parametrize("doing", [CONNECTING, AWAITING], ids=["connecting", "awaiting"])
def test_every_reference_to_true_is_kept(doing):
    program = doing.format(rounds=ROUNDS) + COUNTING
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert int(told.stdout) < STRAY
