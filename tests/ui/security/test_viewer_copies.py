"""Copies for the system's own viewer: gone on locking, when the program ends, and at the next start."""

import pytest

from app.documents.viewer import Viewer


@pytest.fixture
def viewer(tmp_path) -> Viewer:
    """Where the program under test puts copies."""
    return Viewer(tmp_path / "viewer")


def copies(viewer):
    return [path for path in viewer.folder.rglob("*") if path.is_file()]


def test_locking_takes_every_copy_away(unlocked, viewer):
    viewer.put([b"names"], name="Sign-in sheet.pdf")
    unlocked.inside.lock()
    assert copies(viewer) == []


def test_covering_leaves_them_as_the_viewer_is_open_beside_the_window_anyway(unlocked, viewer):
    viewer.put([b"names"], name="Sign-in sheet.pdf")
    unlocked.inside.shut()
    assert len(copies(viewer)) == 1


def test_ending_takes_every_copy_away(unlocked, viewer):
    viewer.put([b"names"], name="Sign-in sheet.pdf")
    unlocked.frame.close()
    assert copies(viewer) == []


def test_the_next_start_takes_away_what_was_left_before_anything_is_unlocked(qtbot, begin, folder, viewer):
    viewer.put([b"names"], name="Sign-in sheet.pdf")
    begin(folder)
    qtbot.waitUntil(lambda: copies(viewer) == [])


def test_what_is_not_a_folder_of_copies_is_no_hindrance(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "kept").write_bytes(b"not ours")
    Viewer(tmp_path / "viewer").folder.symlink_to(tmp_path / "elsewhere")
    Viewer(tmp_path / "viewer").empty()
    assert (tmp_path / "elsewhere" / "kept").exists()
