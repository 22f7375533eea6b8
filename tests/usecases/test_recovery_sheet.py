"""Where a recovery sheet may be saved, and that what was saved opens the records."""

import pytest

from app.documents.style import PrintStyle
from app.recovery.sheet import draw_sheet, save_sheet, sheet_file_name
from app.security.errors import SheetInWorkspace, SheetOnLaptop
from app.security.placement import System
from app.security.recovery import code_of
from db.errors import ReadOnly
from tests.documents.reading import page_codes

STYLE = PrintStyle("")


def everything_removable() -> System:
    return System({}, (), lambda root: 2)


def everything_fixed() -> System:
    return System({}, (), lambda root: 3)


def test_the_sheet_holds_the_code_of_the_open_records(workspace):
    assert page_codes(draw_sheet(workspace, STYLE)) == [[code_of(workspace.key)]]


def test_it_is_saved_to_a_stick(workspace, tmp_path):
    path = tmp_path / "stick" / sheet_file_name(workspace)
    path.parent.mkdir()
    save_sheet(workspace, path, STYLE, system=everything_removable())
    assert page_codes(path.read_bytes()) == [[code_of(workspace.key)]]
    assert path.name == "2026-11-26 - Recovery sheet.pdf"
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_it_is_not_saved_on_the_laptop(workspace, tmp_path):
    with pytest.raises(SheetOnLaptop):
        save_sheet(workspace, tmp_path / "sheet.pdf", STYLE, system=everything_fixed())
    assert not (tmp_path / "sheet.pdf").exists()


@pytest.mark.parametrize("inside", ["sheet.pdf", "backups/sheet.pdf", "outbox/waiting/sheet.pdf", "../other/sheet.pdf"])
def test_it_never_lies_in_a_workspace_or_a_backup_even_on_a_stick(workspace, tmp_path, inside):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "records.db").write_bytes(b"")
    with pytest.raises(SheetInWorkspace):
        save_sheet(workspace, workspace.folder / inside, STYLE, system=everything_removable())


def test_a_link_into_the_workspace_is_followed(workspace, tmp_path):
    (workspace.folder / "inner").mkdir()
    (tmp_path / "link").symlink_to(workspace.folder / "inner")
    with pytest.raises(SheetInWorkspace):
        save_sheet(workspace, tmp_path / "link" / "sheet.pdf", STYLE, system=everything_removable())


def test_a_stick_that_cannot_be_written_is_told(workspace, tmp_path):
    (tmp_path / "sheet.pdf").mkdir()
    with pytest.raises(ReadOnly):
        save_sheet(workspace, tmp_path / "sheet.pdf", STYLE, system=everything_removable())
