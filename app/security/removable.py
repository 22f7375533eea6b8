# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a folder is on a drive that can be taken away from the laptop: a stick, a card, a disk on a cable."""

from collections.abc import Iterator
from pathlib import Path

from app.security.placement import System, mount_of

WINDOWS_REMOVABLE = 2  # what GetDriveTypeW answers for a stick or a card
ROOT = "/"  # what the laptop was started from is its own, also where that is a stick
MAC_DRIVES = "/Volumes/"
CARD = "SD"  # what a card in a slot of the laptop says of itself; memory that is soldered in says MMC


def is_removable(folder: Path, system: System) -> bool:
    """Return whether a folder, there already or not, is on a drive that can be taken away; False where that is unsure.

    Windows calls a disk on a cable fixed, so that one counts as the laptop's own.
    """
    if system.drive_type is not None:
        return system.drive_type(folder.anchor) == WINDOWS_REMOVABLE
    mount = mount_of(folder, system)
    if mount is None or mount.point == ROOT:
        return False
    if mount.device.startswith("/"):
        return any(_leaves(device) for device in _beneath(system.devices / Path(mount.device).resolve().name))
    return mount.point.startswith(MAC_DRIVES)


def _beneath(device: Path) -> Iterator[Path]:
    """Give a device as Linux describes it, and those beneath it where it is an encrypted one."""
    if device.exists():
        yield device.resolve()
        for each in sorted(device.glob("slaves/*")):
            yield from _beneath(each)


def _leaves(device: Path) -> bool:
    """Whether a device, or the one that it is a part of, hangs on a cable or lies in a slot."""
    cabled = any(part.startswith("usb") for part in device.parts)
    return cabled or any(
        _says(whole / "removable") == "1" or _says(whole / "device" / "type") == CARD
        for whole in (device, device.parent)
    )


def _says(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii").strip()
    except OSError:
        return ""
