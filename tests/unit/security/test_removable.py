"""Which drives can be taken away, as each system tells it."""

from pathlib import Path

import pytest

from app.security.placement import Mount, System
from app.security.removable import is_removable

STICK = "devices/pci0000:00/0000:00:14.0/usb2/2-1/2-1:1.0/host4/block/sdb"
DISK = "devices/pci0000:00/0000:00:17.0/ata1/host0/block/sda"
CARD = "devices/pci0000:00/mmc_host/mmc0/mmc0:aaaa/block/mmcblk0"
DRIVE = "devices/pci0000:00/0000:00:1c.0/ata9/host2/block/sr0"


@pytest.fixture
def devices(tmp_path: Path) -> Path:
    """What Linux tells of a laptop with a disk, a stick, an encrypted stick, memory cards and a loose drive."""
    listed = tmp_path / "sys/class/block"
    listed.mkdir(parents=True)
    for name, place, files in [
        ("sda1", f"{DISK}/sda1", {"../removable": "0\n"}),
        ("sdb1", f"{STICK}/sdb1", {"../removable": "0\n"}),
        ("sr0", DRIVE, {"removable": "1\n"}),
        ("mmcblk0p1", f"{CARD}/mmcblk0p1", {"../removable": "0\n", "../device/type": "SD\n"}),
        ("mmcblk1p1", f"{CARD}1/mmcblk1p1", {"../removable": "0\n", "../device/type": "MMC\n"}),
        ("dm-0", "devices/virtual/block/dm-0", {"removable": "0\n"}),
        ("dm-1", "devices/virtual/block/dm-1", {"removable": "0\n"}),
    ]:
        device = tmp_path / "sys" / place
        device.mkdir(parents=True)
        for file, content in files.items():
            (device / file).parent.mkdir(exist_ok=True)
            (device / file).resolve().write_text(content)
        (listed / name).symlink_to(device)
    for encrypted, beneath in [("dm-0", "sdb1"), ("dm-1", "sda1")]:
        (listed / encrypted / "slaves").mkdir()
        (listed / encrypted / "slaves" / beneath).symlink_to((listed / beneath).resolve())
    return listed


@pytest.mark.parametrize(
    ("device", "leaves"),
    [
        ("/dev/sda1", False),
        ("/dev/sdb1", True),
        ("/dev/sr0", True),
        ("/dev/mmcblk0p1", True),
        ("/dev/mmcblk1p1", False),
        ("/dev/dm-0", True),
        ("/dev/dm-1", False),
        ("/dev/nvme0n1p2", False),
        ("tmpfs", False),
    ],
)
def test_linux_tells_by_the_device_that_a_folder_is_on(tmp_path, devices, device, leaves):
    mounts = (Mount("/", "ext4", "/dev/sda1"), Mount(str(tmp_path), "vfat", device))
    assert is_removable(tmp_path / "not there yet", System({}, mounts, None, devices)) is leaves


def test_an_encrypted_stick_goes_by_a_name_of_its_own(tmp_path, devices):
    (tmp_path / "luks-5f3a").symlink_to("/dev/dm-0")
    mounts = (Mount("/", "ext4", "/dev/sda1"), Mount(str(tmp_path), "ext4", str(tmp_path / "luks-5f3a")))
    assert is_removable(tmp_path, System({}, mounts, None, devices))


def test_a_laptop_that_was_started_from_a_stick_has_that_for_its_own_disk(tmp_path, devices):
    assert not is_removable(tmp_path, System({}, (Mount("/", "ext4", "/dev/sdb1"),), None, devices))


def test_a_folder_beside_a_stick_is_on_the_laptop(tmp_path, devices):
    mounts = (Mount("/", "ext4", "/dev/sda1"), Mount(str(tmp_path / "stick"), "vfat", "/dev/sdb1"))
    assert not is_removable(tmp_path / "beside", System({}, mounts, None, devices))


@pytest.mark.parametrize(("kind", "leaves"), [(2, True), (3, False), (4, False), (0, False)])
def test_windows_tells_by_the_kind_of_drive(tmp_path, kind, leaves):
    assert is_removable(tmp_path, System({}, (), lambda root: kind)) is leaves


def test_a_mac_has_other_drives_among_its_volumes():
    mounts = (Mount("/", "apfs"), Mount("/Volumes/STICK", "msdos"))
    assert is_removable(Path("/Volumes/STICK/sheets"), System({}, mounts, None))
    assert not is_removable(Path("/Users/ruth"), System({}, mounts, None))


def test_what_tells_nothing_is_taken_for_the_laptop(tmp_path):
    assert not is_removable(tmp_path, System({}, (), None))
