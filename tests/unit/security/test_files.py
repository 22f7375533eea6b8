"""Small files are written whole or not at all."""

import errno
import resource

import pytest

from app.security.files import fault_of, write_private
from db.errors import DiskFull, DriveGone, ReadOnly


def test_a_file_is_replaced_whole_and_nothing_else_is_left(tmp_path):
    write_private(tmp_path / "keys.json", b"one")
    write_private(tmp_path / "keys.json", b"two")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("keys.json", b"two")]


def test_what_a_crash_left_beside_is_no_hindrance(tmp_path):
    (tmp_path / "keys.json.tmp").write_bytes(b"half")
    write_private(tmp_path / "keys.json", b"whole")
    assert [path.name for path in tmp_path.iterdir()] == ["keys.json"]


def test_a_folder_that_cannot_be_written_is_the_worlds_fault(tmp_path):
    (tmp_path / "notes").write_bytes(b"text")
    with pytest.raises(ReadOnly):
        write_private(tmp_path / "notes" / "keys.json", b"one")


def test_a_folder_that_is_gone_is_told_from_one_that_cannot_be_written(tmp_path):
    with pytest.raises(DriveGone):
        write_private(tmp_path / "missing" / "keys.json", b"one")


def test_a_write_that_fails_half_way_leaves_the_old_content(tmp_path):
    write_private(tmp_path / "keys.json", b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, hard))
    try:
        with pytest.raises(ReadOnly):
            write_private(tmp_path / "keys.json", bytes(4096))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("keys.json", b"old")]


@pytest.mark.parametrize(
    ("code", "kind"),
    [(errno.ENOSPC, DiskFull), (errno.EDQUOT, DiskFull), (errno.EIO, DriveGone), (errno.EACCES, ReadOnly)],
)
def test_a_full_disk_and_a_gone_one_are_told_from_one_that_cannot_be_written(tmp_path, code, kind):
    assert type(fault_of(OSError(code, "no"), tmp_path)) is kind
