"""One act on a disk of its own, in a process that nobody else shares it with.

    unshare -rm python -m tests.faults.on_disk ACT FOLDER

FOLDER is a closed workspace, which is copied onto the disk where the act is about the records. Every sentence that was
shown is printed; anything else than that the act ended as it should ends the process with a traceback.
"""

import sys
from pathlib import Path

from tests.faults import filling, pulling
from tests.faults.disk import Disk

if __name__ == "__main__":
    acts = {act.__name__: act for act in (*filling.ACTS, *pulling.ACTS)}
    made = Path(sys.argv[2])
    acts[sys.argv[1]](Disk(made.parent / "disk"), made)
