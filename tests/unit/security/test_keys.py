"""Keys: what opens them, what is wrong with them, and that nothing else is ever said."""

import hashlib
import json
import stat
from pathlib import Path

import pytest

from app.security.errors import (
    KeysDamaged,
    KeysMissing,
    KeysNewer,
    KeysOfAnother,
    KeysTooWeak,
    WeakPassphrase,
    WrongPassphrase,
)
from app.security.keys import (
    LEAST_KIB,
    PROGRAM_COST,
    Cost,
    change_passphrase,
    new_key,
    open_keys,
    read_keys,
    rename_team,
    write_keys,
)
from db.errors import CannotRead, Damaged

CHEAP = Cost(memory_kib=64, passes=1, lanes=4)
PASSPHRASE = "seven quiet herons wading"
KEY = bytes(range(32))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "records.db").write_bytes(bytes(range(100, 200)))
    write_keys(tmp_path, KEY, PASSPHRASE, team="North Reading team", cost=CHEAP)
    return tmp_path


def opened(folder: Path, passphrase: str = PASSPHRASE) -> bytes:
    return open_keys(folder, passphrase, least_kib=CHEAP.memory_kib)


def changed(folder: Path, **fields: object) -> None:
    kept = json.loads((folder / "keys.json").read_text())
    (folder / "keys.json").write_text(json.dumps(kept | fields))


def test_the_passphrase_opens_the_key_that_was_kept(folder):
    assert opened(folder) == KEY


def test_a_new_key_is_256_bits_and_never_the_same():
    assert len(new_key()) == 32
    assert new_key() != new_key()


def test_the_programs_own_cost_works_and_is_above_the_floor(tmp_path):
    (tmp_path / "records.db").write_bytes(bytes(range(100, 200)))
    write_keys(tmp_path, KEY, PASSPHRASE, team="North Reading team", cost=PROGRAM_COST)
    assert PROGRAM_COST.memory_kib >= LEAST_KIB
    assert open_keys(tmp_path, PASSPHRASE) == KEY


def test_another_passphrase_is_refused(folder):
    with pytest.raises(WrongPassphrase):
        opened(folder, "seven quiet herons wadinG")


def test_one_letter_typed_as_two_characters_is_the_same_passphrase(folder):
    change_passphrase(folder, PASSPHRASE, "caf\u00e9 at the \ufb01ve pines", cost=CHEAP, least_kib=64)
    assert opened(folder, "cafe\u0301 at the five pines") == KEY


def test_spaces_that_pasting_brings_along_do_not_count(folder):
    assert opened(folder, f" {PASSPHRASE}\n") == KEY


def test_keys_that_ask_for_less_work_than_the_program_accepts_are_not_used(folder):
    with pytest.raises(KeysTooWeak) as found:
        open_keys(folder, PASSPHRASE)
    assert (found.value.memory_kib, found.value.least_kib) == (64, LEAST_KIB)


def test_every_changed_bit_of_the_keys_is_damage_and_never_a_wrong_passphrase(folder):
    whole = (folder / "keys.json").read_bytes()
    for place in range(len(whole)):
        flipped = bytearray(whole)
        flipped[place] ^= 0x04
        (folder / "keys.json").write_bytes(flipped)
        try:
            read_keys(folder)
        except (KeysDamaged, KeysNewer):
            continue
        assert json.loads(flipped) == json.loads(whole)  # only the spaces between the fields carry nothing


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b'"x"', b"\xff\xfe", b"[" * 100_000, b'{"format": "1"}'])
def test_what_is_not_keys_at_all_is_damage(folder, content):
    (folder / "keys.json").write_bytes(content)
    with pytest.raises(KeysDamaged):
        opened(folder)


def test_a_cut_file_of_keys_is_damage(folder):
    whole = (folder / "keys.json").read_bytes()
    (folder / "keys.json").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(KeysDamaged):
        opened(folder)


def test_missing_keys_are_said_to_be_missing(folder):
    (folder / "keys.json").unlink()
    with pytest.raises(KeysMissing):
        opened(folder)


def test_keys_of_a_newer_program_say_so(folder):
    changed(folder, format=2)
    with pytest.raises(KeysNewer) as found:
        opened(folder)
    assert (found.value.found, found.value.known) == (2, 1)


def test_keys_of_other_records_are_told_from_a_wrong_passphrase(folder):
    (folder / "records.db").write_bytes(bytes(range(50, 150)))
    with pytest.raises(KeysOfAnother):
        opened(folder, "another long passphrase entirely")


@pytest.mark.parametrize("content", [b"", b"short", bytes(4096)])
def test_records_that_cannot_be_records_are_damaged(folder, content):
    (folder / "records.db").write_bytes(content)
    with pytest.raises(Damaged):
        opened(folder)


def test_missing_records_are_damaged(folder):
    (folder / "records.db").unlink()
    with pytest.raises(Damaged):
        opened(folder)


@pytest.mark.parametrize(("name", "damage"), [("keys.json", KeysDamaged), ("records.db", Damaged)])
def test_a_folder_in_the_place_of_a_file_is_damage(folder, name, damage):
    (folder / name).unlink()
    (folder / name).mkdir()
    with pytest.raises(damage):
        opened(folder)


@pytest.mark.parametrize("name", ["keys.json", "records.db"])
def test_a_file_that_the_system_does_not_let_us_read_is_its_fault(folder, name):
    (folder / name).unlink()
    (folder / name).symlink_to(name)
    with pytest.raises(CannotRead):
        opened(folder)


@pytest.mark.parametrize(
    ("field", "value"),
    [("memory_kib", 1 << 40), ("passes", 0), ("passes", 10_000), ("lanes", 0), ("lanes", 10_000), ("salt", "00")],
)
def test_keys_that_ask_for_what_no_program_of_ours_asks_are_damaged(folder, field, value):
    kept = json.loads((folder / "keys.json").read_text())
    del kept["checksum"]
    kept["passphrase"][field] = value
    (folder / "keys.json").write_text(json.dumps(kept | {"checksum": checksum(kept)}))
    with pytest.raises(KeysDamaged):
        opened(folder)


def checksum(fields: dict[str, object]) -> str:
    content = json.dumps(fields, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()


def test_changing_the_passphrase_wraps_the_same_key_and_leaves_the_records_alone(folder):
    records = (folder / "records.db").read_bytes()
    change_passphrase(folder, PASSPHRASE, "nine loud geese landing", cost=CHEAP, least_kib=64)
    assert opened(folder, "nine loud geese landing") == KEY
    assert (folder / "records.db").read_bytes() == records
    with pytest.raises(WrongPassphrase):
        opened(folder)


def test_a_weak_new_passphrase_is_refused_and_the_old_one_still_opens(folder):
    with pytest.raises(WeakPassphrase):
        change_passphrase(folder, PASSPHRASE, "short", cost=CHEAP, least_kib=64)
    assert opened(folder) == KEY


def test_every_wrapping_has_its_own_salt_and_nonce(folder):
    first = read_keys(folder).wrapped
    change_passphrase(folder, PASSPHRASE, PASSPHRASE, cost=CHEAP, least_kib=64)
    second = read_keys(folder).wrapped
    assert first.salt != second.salt
    assert first.nonce != second.nonce


def test_the_team_is_named_at_the_door_and_can_be_renamed_without_the_passphrase(folder):
    rename_team(folder, "Equipa de Łódź")
    assert read_keys(folder).team == "Equipa de Łódź"
    assert opened(folder) == KEY


def test_renaming_to_the_same_name_writes_nothing(folder):
    before = (folder / "keys.json").stat().st_mtime_ns
    rename_team(folder, "North Reading team")
    assert (folder / "keys.json").stat().st_mtime_ns == before


def test_the_keys_are_readable_by_their_owner_alone(folder):
    assert stat.S_IMODE((folder / "keys.json").stat().st_mode) == 0o600


def test_neither_key_nor_passphrase_stands_in_the_file(folder):
    content = (folder / "keys.json").read_text()
    assert KEY.hex() not in content
    assert "heron" not in content
