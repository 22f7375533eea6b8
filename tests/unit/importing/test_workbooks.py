# SPDX-License-Identifier: GPL-3.0-or-later
"""Workbooks become tables; nothing in them is run, and nothing in them fills the memory."""

import struct

import pytest

from app.importing import errors
from app.importing.errors import Content
from app.importing.reading import read_table
from tests.unit.importing.samples import FILES, packed, workbook

CODE_PAGE, LOCK = b"\x42\x00\x02\x00\xb0\x04", b"\x2f\x00\x02\x00\x00\x00"
CELL = '<c r="{}" t="inlineStr"><is><t>Name</t></is></c>'


@pytest.fixture
def read(tmp_path):
    def read_bytes(content, name="list.xlsx"):
        (tmp_path / name).write_bytes(content)
        return read_table(tmp_path / name)

    return read_bytes


@pytest.mark.parametrize("name", ["people.xls", "people.ods"])
def test_older_and_open_workbooks_are_read(name):
    table = read_table(FILES / name)
    assert (table.sheet, table.header) == ("People", ("Name", "E-mail", "Phone", "Ref", "Born", "Here"))
    assert table.rows[0].cells == ("Zoë Brontë", "zoe@example.org", "07700 900126", "007", "1961-05-04", "yes")


def test_cells_become_text_as_their_user_reads_them():
    table = read_table(FILES / "cells.xlsx")
    assert table.header == ("Name", "Ref", "Born", "Seen", "Here", "Mark", "Phone") or table.header[0] == ""
    assert table.rows[0].cells[-7:] == ("Wei Ng", "0042", "1961-05-04", "2026-10-07 09:30", "yes", "12.5", "7700900126")


def test_the_first_sheet_with_a_table_is_taken_and_lines_are_those_of_the_sheet():
    table = read_table(FILES / "cells.xlsx")
    assert (table.sheet, table.notes, table.rows[0].line) == ("People", ("Sign-up, October",), 4)


def test_what_a_workbook_is_called_does_not_matter(read):
    assert read((FILES / "people.xls").read_bytes(), "list.csv").header[0] == "Name"


@pytest.mark.parametrize("name", ["list.xlsm", "list.xlsb", "LIST.XLSM"])
def test_a_workbook_that_may_hold_macros_by_its_name_is_refused(read, name):
    with pytest.raises(errors.MacroWorkbook):
        read((FILES / "cells.xlsx").read_bytes(), name)


@pytest.mark.parametrize(
    "part", ["xl/vbaProject.bin", "xl/macrosheets/sheet1.xml", "xl/workbook.bin", "Basic/Standard/a.xml"]
)
def test_a_workbook_with_a_program_in_it_is_refused_whatever_it_is_called(read, part):
    with pytest.raises(errors.MacroWorkbook):
        read(workbook(CELL.format("A1"), **{part: b"x"}))


def test_an_old_workbook_with_a_program_in_it_is_refused(read):
    with pytest.raises(errors.MacroWorkbook):
        read((FILES / "people.xls").read_bytes() + "_VBA_PROJECT".encode("utf-16-le"), "list.xls")


def test_a_workbook_with_a_password_is_refused():
    with pytest.raises(errors.PasswordProtected):
        read_table(FILES / "locked.xlsx")


def test_an_old_workbook_with_a_password_is_refused(read):
    locked = (FILES / "people.xls").read_bytes().replace(CODE_PAGE, LOCK, 1)
    with pytest.raises(errors.PasswordProtected):
        read(locked, "list.xls")


def test_an_open_workbook_with_a_password_is_refused(read):
    locked = packed(
        mimetype="application/vnd.oasis.opendocument.spreadsheet",
        content_xml="x",
        **{"META-INF__manifest_xml": "<manifest:encryption-data/>"},
    )
    with pytest.raises(errors.PasswordProtected):
        read(locked, "list.ods")


def test_a_packed_file_with_a_password_is_refused(read):
    content = bytearray(packed(xl__workbook_xml="x"))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(errors.PasswordProtected):
        read(bytes(content))


@pytest.mark.parametrize("name", ["circular.xls", "cut_record.xls"])
def test_an_old_workbook_that_does_not_hang_together_is_refused(name):
    with pytest.raises(errors.BrokenWorkbook):
        read_table(FILES / name)


@pytest.mark.parametrize(("place", "value"), [
    (30, 20),  # the size of a sector
    (44, 0x00FFFFFF),  # sectors that say where the sectors are
    (48, 0x00FFFFFF),  # where the directory starts
    (60, 0x00000001),  # where the small sectors start
    (68, 0x00000000),  # where more of the list of sectors is
    (76, 0x00FFFFFF),  # the first of the list of sectors
])  # fmt: skip
def test_a_wrong_number_at_the_head_of_an_old_workbook_harms_nothing(read, place, value):
    content = bytearray((FILES / "people.xls").read_bytes())
    struct.pack_into("<I", content, place, value)
    try:
        read(bytes(content), "list.xls")
    except errors.BrokenWorkbook:
        return


def test_an_old_document_that_holds_no_sheets_is_refused(read):
    content = (
        (FILES / "people.xls").read_bytes().replace("Workbook".encode("utf-16-le"), "Wordbook".encode("utf-16-le"))
    )
    with pytest.raises(errors.BrokenWorkbook):
        read(content, "list.xls")


@pytest.mark.parametrize("size", [100_000_000, 3_000])
def test_an_old_workbook_that_lies_about_its_size_is_refused(read, size):
    content = bytearray((FILES / "people.xls").read_bytes())
    struct.pack_into("<I", content, content.index("Workbook".encode("utf-16-le")) + 120, size)
    with pytest.raises(errors.BrokenWorkbook):
        read(bytes(content), "list.xls")


def test_an_old_workbook_whose_list_of_sectors_goes_round_is_refused(read):
    content = bytearray((FILES / "people.xls").read_bytes())
    itself = len(content) // 512 - 1
    struct.pack_into("<I", content, 68, itself)
    with pytest.raises(errors.BrokenWorkbook):
        read(bytes(content) + b"\xff" * 508 + struct.pack("<I", itself), "list.xls")


def test_an_old_workbook_with_a_cell_far_to_the_right_is_refused(read):
    content = (FILES / "people.xls").read_bytes()
    cell = content.index(struct.pack("<HHHH", 0x00FD, 10, 2, 0))  # a text in the third row, the first column
    with pytest.raises(errors.TooManyColumns):
        read(content[: cell + 6] + struct.pack("<H", 60_000) + content[cell + 8 :], "list.xls")


def test_an_old_workbook_with_more_strings_than_bytes_is_refused(read):
    content = bytearray((FILES / "people.xls").read_bytes())
    struct.pack_into("<I", content, content.index(b"\xfc\x00") + 8, 0x7FFFFFFF)
    with pytest.raises(errors.BrokenWorkbook):
        read(bytes(content), "list.xls")


@pytest.mark.parametrize("cut", [30, 600, 1500])
@pytest.mark.parametrize("name", ["cells.xlsx", "people.xls", "people.ods"])
def test_half_a_workbook_is_refused(read, name, cut):
    with pytest.raises((errors.BrokenWorkbook, errors.EmptyFile)):
        read((FILES / name).read_bytes()[:cut], name)


def test_a_workbook_with_broken_parts_is_refused(read):
    with pytest.raises(errors.BrokenWorkbook):
        read(workbook(CELL.format("A1"), **{"xl/workbook.xml": b"<workbook><sheets"}))


def test_a_workbook_that_unpacks_to_more_than_is_read_is_refused(read):
    with pytest.raises(errors.TooLarge):
        read(workbook(CELL.format("A1"), **{f"xl/media/{n}.xml": bytes(70_000_000) for n in range(3)}))


def test_a_workbook_that_lies_about_its_size_is_refused(read):
    content = packed(xl__workbook_xml=bytes(5_000_000))
    lie = content.replace(struct.pack("<I", 5_000_000), struct.pack("<I", 50))
    with pytest.raises(errors.BrokenWorkbook):
        read(lie)


@pytest.mark.parametrize(("cells", "error"), [
    (f'<row r="1">{CELL.format("A1")}</row><row r="1048576">{CELL.format("A1048576")}</row>', errors.TooManyRows),
    (f'<row r="1">{CELL.format("A1")}{CELL.format("XFD1")}</row>', errors.TooManyColumns),
    (f"<row>{'<c><v>1</v></c>' * 501}</row>", errors.TooManyColumns),
])  # fmt: skip
def test_a_cell_far_out_is_refused_before_room_is_made_for_all_up_to_it(read, cells, error):
    with pytest.raises(error):
        read(workbook(cells))


def test_cells_far_out_with_nothing_in_them_do_no_harm(read):
    rows = '<row r="1">{}</row><row r="2">{}</row><row r="1048576"><c r="XFD1048576" s="1"/></row>'
    assert read(workbook(rows.format(CELL.format("A1"), CELL.format("A2")))).rows[0].line == 2


def test_a_repeated_cell_that_would_fill_the_memory_is_refused(read):
    cell = '<table:table-cell office:value-type="string"><p/></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    with pytest.raises(errors.TooManyRows):
        read(packed(mimetype="application/vnd.oasis.opendocument.spreadsheet", content_xml=row), "list.ods")


@pytest.mark.parametrize(("parts", "kind"), [
    ({"word__document_xml": "<w/>"}, Content.DOCUMENT),
    ({"mimetype": "application/vnd.oasis.opendocument.text", "content_xml": "<o/>"}, Content.DOCUMENT),
    ({"photo_jpg": "x"}, Content.ARCHIVE),
])  # fmt: skip
def test_a_document_is_no_workbook(read, parts, kind):
    with pytest.raises(errors.NotATable) as refused:
        read(packed(**parts))
    assert refused.value.content is kind


def test_a_sheet_with_a_header_alone_has_no_rows(read):
    with pytest.raises(errors.NoRows):
        read(workbook(f'<row r="1">{CELL.format("A1")}</row>'))
