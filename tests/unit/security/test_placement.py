"""Where a workspace may lie."""

from pathlib import Path

import pytest

from app.security.errors import NetworkDrive, SyncedFolder
from app.security.placement import Mount, System, check_placement, linux_mounts, mac_mounts, mounts_of, this_system

HERE = System({}, (Mount("/", "ext4"),), None)


def system(*mounts: Mount) -> System:
    return System({}, (Mount("/", "ext4"), *mounts), None)


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive/peapod", "OneDrive"),
        ("OneDrive - North Reading PCN/peapod", "OneDrive"),
        ("onedrive/peapod", "OneDrive"),
        ("Dropbox (Team)/a/b/c", "Dropbox"),
        ("Library/Mobile Documents/com~apple~CloudDocs/peapod", "iCloud"),
        ("Library/CloudStorage/GoogleDrive-a@example.org/My Drive", "Google Drive"),
        ("Google Drive", "Google Drive"),
        ("Nextcloud/Documents", "Nextcloud"),
        ("Sync/Syncthing/peapod", "Syncthing"),
    ],
)
def test_a_folder_that_is_named_as_a_cloud_clients_is_refused(tmp_path, folder, service):
    with pytest.raises(SyncedFolder) as refused:
        check_placement(tmp_path / folder, HERE)
    assert refused.value.service == service


@pytest.mark.parametrize(
    ("mark", "service"), [(".stfolder", "Syncthing"), (".dropbox.cache", "Dropbox"), (".sync_4f2e.db", "Nextcloud")]
)
def test_a_mark_that_a_cloud_client_left_higher_up_is_found(tmp_path, mark, service):
    (tmp_path / mark).mkdir()
    with pytest.raises(SyncedFolder) as refused:
        check_placement(tmp_path / "team" / "peapod", HERE)
    assert refused.value.service == service


def test_a_cloud_folder_of_any_name_is_known_by_the_variable_that_names_it(tmp_path):
    here = System({"OneDriveCommercial": str(tmp_path / "Files")}, HERE.mounts, None)
    with pytest.raises(SyncedFolder):
        check_placement(tmp_path / "Files" / "peapod", here)
    check_placement(tmp_path / "Other", here)


def test_a_link_into_a_cloud_folder_is_followed(tmp_path):
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "Dropbox")
    with pytest.raises(SyncedFolder):
        check_placement(tmp_path / "link" / "peapod", HERE)


def test_an_ordinary_folder_is_taken(tmp_path):
    check_placement(tmp_path / "Peapod" / "workspace", HERE)


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "fuse.gvfsd-fuse"])
def test_a_folder_on_another_computer_is_refused(tmp_path, kind):
    with pytest.raises(NetworkDrive):
        check_placement(tmp_path / "peapod", system(Mount(str(tmp_path), kind)))


def test_the_deepest_mount_says_where_a_folder_is(tmp_path):
    check_placement(tmp_path / "a" / "b", system(Mount(str(tmp_path), "nfs"), Mount(str(tmp_path / "a"), "ext4")))


def test_of_two_mounts_at_one_point_the_later_one_is_seen(tmp_path):
    with pytest.raises(NetworkDrive):
        check_placement(tmp_path / "a", system(Mount(str(tmp_path), "ext4"), Mount(str(tmp_path), "nfs")))


@pytest.mark.parametrize("path", [r"\\server\share\peapod", "//server/share/peapod", r"\\?\UNC\server\share\peapod"])
def test_a_path_that_names_a_server_is_on_another_computer(path):
    with pytest.raises(NetworkDrive):
        check_placement(Path(path), HERE)


def test_a_long_windows_path_of_this_laptop_is_none_of_a_server():
    check_placement(Path(r"\\?\C:\Users\ruth\peapod"), HERE)


def test_windows_is_asked_what_kind_of_drive_it_is(tmp_path):
    check_placement(tmp_path, System({}, (), lambda root: 3))
    with pytest.raises(NetworkDrive):
        check_placement(tmp_path, System({}, (), lambda root: 4))


def test_the_list_of_linux_is_read_with_its_escaped_spaces():
    text = "/dev/sda1 / ext4 rw 0 0\nserver:/x /mnt/our\\040share nfs4 rw 0 0\nbroken\n"
    assert linux_mounts(text) == [Mount("/", "ext4"), Mount("/mnt/our share", "nfs4")]


def test_the_list_of_a_mac_is_read():
    text = "/dev/disk1s1 on / (apfs, local)\n//ruth@server/x on /Volumes/our share (smbfs, nodev)\nnoise\n"
    assert mac_mounts(text) == [Mount("/", "apfs"), Mount("/Volumes/our share", "smbfs")]


def test_mounts_come_from_the_list_or_from_the_command_or_there_are_none(tmp_path):
    listed, command = tmp_path / "mounts", tmp_path / "mount"
    assert list(mounts_of(listed, command)) == []
    command.write_text("#!/bin/sh\necho '/dev/disk1s1 on / (apfs, local)'\n")
    command.chmod(0o700)
    assert list(mounts_of(listed, command)) == [Mount("/", "apfs")]
    listed.write_text("/dev/sda1 / ext4 rw 0 0\n")
    assert list(mounts_of(listed, command)) == [Mount("/", "ext4")]


def test_this_laptop_knows_where_its_root_lies():
    assert any(mount.point == "/" for mount in this_system().mounts)
