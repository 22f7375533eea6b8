# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a workspace may lie: on this laptop's own disk, in a folder that no cloud client copies."""

import ctypes
import fnmatch
import json
import os
import re
import subprocess
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.security.errors import NetworkDrive, SyncedFolder

FACTS = Path(__file__).parent.parent.parent / "assets" / "placement.json"
MOUNTS = Path("/proc/self/mounts")
DEVICES = Path("/sys/class/block")
MAC_MOUNT = Path("/sbin/mount")
MAC_LINE = re.compile(r".+? on (?P<point>/.*) \((?P<type>[^,)]+)[,)].*")
ESCAPED = re.compile(r"\\([0-7]{3})")
WINDOWS_REMOTE = 4  # what GetDriveTypeW answers for a drive of another computer


@dataclass(frozen=True, slots=True)
class Mount:
    """A file system, the folder where it is found, and on Linux the device that it is on."""

    point: str
    type: str
    device: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class System:
    """What the laptop says of itself.

    Attributes:
        environment: Environment variables.
        mounts: Every file system that is in use; empty on Windows.
        drive_type: What Windows says of the root of a drive; None elsewhere.
        devices: Where Linux describes its block devices.
    """

    environment: Mapping[str, str]
    mounts: tuple[Mount, ...]
    drive_type: Callable[[str], int] | None
    devices: Path = DEVICES


def check_placement(folder: Path, system: System) -> None:
    """Pass when a workspace may lie in a folder, there already or not.

    Raises:
        SyncedFolder: A cloud client copies it.
        NetworkDrive: It lies on another computer.
    """
    facts: dict[str, Any] = json.loads(FACTS.read_text(encoding="utf-8"))
    if _is_remote(folder, system, set(facts["network"])):
        raise NetworkDrive(folder)
    for service in facts["services"]:
        if _is_copied(folder, system.environment, service):
            raise SyncedFolder(folder, service["name"])


def this_system() -> System:
    """Return what this laptop says of itself."""
    kernel = getattr(getattr(ctypes, "windll", None), "kernel32", None)
    drive_type: Callable[[str], int] | None = getattr(kernel, "GetDriveTypeW", None)
    return System(os.environ, tuple(mounts_of(MOUNTS, MAC_MOUNT)), drive_type)


def mounts_of(listed: Path, command: Path) -> Iterable[Mount]:
    """Return every file system in use, from the list that Linux keeps or from the command that a Mac has."""
    if listed.exists():
        return linux_mounts(listed.read_text(encoding="utf-8", errors="replace"))
    if command.exists():
        answer = subprocess.run([command], capture_output=True, text=True, errors="replace", check=False)  # noqa: S603
        return mac_mounts(answer.stdout)
    return []


def linux_mounts(text: str) -> list[Mount]:
    """Return the file systems of /proc/mounts: device, point, type, and more that is not needed."""
    lines = (line.split(" ") for line in text.splitlines())
    return [Mount(_unescaped(line[1]), line[2], _unescaped(line[0])) for line in lines if len(line) > 2]


def mac_mounts(text: str) -> list[Mount]:
    """Return the file systems that `mount` lists as "device on point (type, options)"."""
    found = (MAC_LINE.fullmatch(line) for line in text.splitlines())
    return [Mount(line["point"], line["type"]) for line in found if line]


def mount_of(folder: Path, system: System) -> Mount | None:
    """Return the file system that a folder lies on, there already or not; None where the system does not list them."""
    resolved = folder.resolve()
    holding = [mount for mount in system.mounts if resolved.is_relative_to(mount.point)]
    return max(reversed(holding), key=_depth, default=None)


def _unescaped(text: str) -> str:
    return ESCAPED.sub(lambda code: chr(int(code[1], 8)), text)


def _is_remote(folder: Path, system: System, network: set[str]) -> bool:
    path = str(folder)
    if path.startswith(("\\\\", "//")) and not path.startswith(("\\\\?\\", "\\\\.\\")):
        return True
    if path.upper().startswith("\\\\?\\UNC\\"):
        return True
    if system.drive_type is not None:
        return system.drive_type(folder.anchor) == WINDOWS_REMOTE
    mount = mount_of(folder, system)
    return mount is not None and mount.type in network


def _depth(mount: Mount) -> int:
    """Return how deep a mount lies; where several share a point the last one hides the others."""
    return len(Path(mount.point).parts)


def _is_copied(folder: Path, environment: Mapping[str, str], service: Mapping[str, Any]) -> bool:
    resolved = folder.resolve()
    homes = (environment[name] for name in service["variables"] if environment.get(name))
    if any(resolved.is_relative_to(Path(home).resolve()) for home in homes):
        return True
    patterns: list[str] = service["names"]
    if any(fnmatch.fnmatchcase(part.casefold(), name.casefold()) for part in resolved.parts for name in patterns):
        return True
    return any(_has_mark(each, service["marks"]) for each in (resolved, *resolved.parents))


def _has_mark(folder: Path, marks: Iterable[str]) -> bool:
    return any(True for mark in marks for _ in _found(folder, mark))


def _found(folder: Path, mark: str) -> Iterable[Path]:
    return folder.glob(mark) if "*" in mark else filter(Path.exists, [folder / mark])
