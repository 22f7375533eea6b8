"""What is known before anything is unlocked."""

import pytest

from app.door import (
    Preferences,
    preferences_file,
    read_preferences,
    team_at,
)
from app.drafts import drop, keep, waiting
from app.settings.laptop import write_preferences
from db.errors import ReadOnly


def test_preferences_are_there_the_next_time(tmp_path):
    kept = Preferences("/home/ruth/team", "dark", 150)
    write_preferences(tmp_path / "new" / "door.json", kept)
    assert read_preferences(tmp_path / "new" / "door.json") == kept


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"folder": "", "theme": "", "text_percent": "big"}'])
def test_preferences_that_cannot_be_read_are_the_usual_ones(tmp_path, content):
    (tmp_path / "door.json").write_bytes(content)
    assert read_preferences(tmp_path / "door.json") == Preferences()


def test_a_laptop_without_preferences_has_the_usual_ones(tmp_path):
    assert read_preferences(tmp_path / "door.json") == Preferences()
    assert preferences_file().name == "door.json"


def test_preferences_that_cannot_be_written_are_the_worlds_fault(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ReadOnly):
        write_preferences(tmp_path / "file" / "door.json", Preferences())


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff", b"[" * 100_000])
def test_keys_that_cannot_be_read_name_no_team(tmp_path, content):
    (tmp_path / "keys.json").write_bytes(content)
    assert team_at(tmp_path) == ""


def test_a_folder_without_keys_names_no_team(tmp_path):
    assert team_at(tmp_path) == ""


def test_drafts_wait_at_their_place_until_they_are_dropped(workspace):
    with workspace.note() as tx:
        keep(tx, {"people|1||Name": "?", "people|10||Name": "!", "settings|||Lock after": "ten"})
    with workspace.note() as tx:
        assert waiting(tx, "people|1|") == {"people|1||Name": "?"}
        drop(tx, ["people|1||Name"])
    with workspace.read() as tx:
        assert waiting(tx, "people|1|") == {}
        assert set(waiting(tx, "")) == {"people|10||Name", "settings|||Lock after"}
