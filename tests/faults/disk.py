"""A small disk of one's own, for a process that was started under `unshare -rm`: nobody else sees it.

It can be nearly full, become read-only, or be pulled out while something is written to it.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from app.errors import Unavailable
from app.wording import sentence

BLOCK = 4096
DISK_BYTES = 12_000_000
GROWTH = 1.04 if os.environ.get("PEAPOD_LONG") else 1.5


class Disk:
    """A disk that is as full as it is wanted."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._ballast = place / "ballast"
        place.mkdir()
        self.mount(place)

    @staticmethod
    def mount(place: Path) -> None:
        run("mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", str(place))

    def leave(self, room: int) -> None:
        """Fill it up, but for so many bytes."""
        self._ballast.write_bytes(b"")
        stat = os.statvfs(self.place)
        ballast = stat.f_bavail * stat.f_frsize - room
        if ballast > 0:
            with self._ballast.open("wb") as file:
                os.posix_fallocate(file.fileno(), 0, ballast)

    def free(self) -> None:
        self._ballast.unlink(missing_ok=True)

    def become_read_only(self) -> None:
        run("mount", "-o", "remount,bind,ro", str(self.place))  # an ordinary user may not change the disk itself

    def be_pulled(self) -> None:
        run("umount", "-l", str(self.place))


def run(*argv: str) -> None:
    subprocess.run(argv, check=True)


def say(error: Unavailable) -> None:
    sys.stdout.write(sentence(error) + "\n")
    sys.stdout.flush()


def until_done(disk: Disk, act: Callable[[], object], as_it_was: Callable[[], bool]) -> None:
    """Try with a little more room each time; what is refused must have changed nothing, and the first time is refused.

    At last the disk is free again.
    """
    refused, blocks = 0, 0.0
    while True:
        disk.leave(int(blocks) * BLOCK)
        try:
            act()
        except Unavailable as error:
            say(error)
            disk.free()
            if not as_it_was():
                raise AssertionError(f"something is half done when {int(blocks)} blocks are left") from error
            refused, blocks = refused + 1, max(blocks + 1, blocks * GROWTH)
            continue
        assert refused, "it was never refused"
        disk.free()
        return
