# SPDX-License-Identifier: GPL-3.0-or-later
# ruff: noqa: RUF001 - letters of many scripts
"""Text files become tables, whatever wrote them; what is no table is refused and says why."""

import csv
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import Refused
from app.importing import errors
from app.importing.errors import Content
from app.importing.reading import read_table
from app.importing.table import MOST_COLUMNS, MOST_LETTERS, MOST_ROWS, Problem
from app.importing.workbooks import MOST_BYTES
from db.errors import CannotRead, Unavailable

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-32"]
ENDS = ["\n", "\r\n", "\r"]
ON_THE_DISK = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
WORDS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12).filter(
    lambda words: words.strip()
)


@pytest.fixture
def read(tmp_path):
    def read_bytes(content, name="list.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_table(path)

    return read_bytes


def cells(table):
    return [row.cells for row in table.rows]


@pytest.mark.parametrize("encoding", [*ENCODINGS, "cp1252", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ENDS)
def test_a_list_reads_the_same_in_every_encoding_with_every_separator_and_line_end(read, encoding, separator, end):
    lines = (("Name", "Town"), ("Zoë Brontë", "Leeds"), ("José Núñez", "York"))
    table = read(end.join(separator.join(line) for line in lines).encode(encoding))
    assert table.header == ("Name", "Town")
    assert [(row.line, row.cells) for row in table.rows] == [(2, lines[1]), (3, lines[2])]


@pytest.mark.parametrize(("encoding", "text"), [
    ("cp1250", "Jméno,Město,Email\nŁukasz Wójcik,Kraków,a@example.org\nJiří Dvořák,Plzeň,b@example.org\n"),
    ("cp1251", "Имя,Город,Email\nИван Петров,Москва,a@example.org\nОльга Сидорова,Киев,b@example.org\n"),
    ("cp1256", "الاسم,المدينة,Email\nفاطمة الزهراء,القاهرة,a@example.org\n"),
    ("mac_roman", "Name,Town\nZoë Brontë,Leeds\nJosé Núñez,York\n"),
    ("cp850", "Name,Town\nZoë Brontë,Leeds\nJosé Núñez,York\n"),
    ("shift_jis", "名前,町,Email\n佐藤 花子,東京,a@example.org\nすずき たろう,おおさか,b@example.org\n"),
    ("gb18030", "姓名,城市,Email\n王小明,北京,a@example.org\n李丽,上海,b@example.org\n"),
    ("cp1252", "Name\nZoë\n"),
])  # fmt: skip
def test_older_encodings_are_told_by_their_letters(read, encoding, text):
    rows = [tuple(line.split(",")) for line in text.splitlines()]
    table = read(text.encode(encoding))
    assert [table.header, *cells(table)] == rows


@ON_THE_DISK
@given(
    names=st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=8),
    separator=st.sampled_from(",;\t|"),
    end=st.sampled_from(ENDS),
    encoding=st.sampled_from(ENCODINGS),
)
def test_what_was_written_is_what_is_read(tmp_path, names, separator, end, encoding):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, lineterminator=end).writerows([("Name", "Email"), *names])
    path = tmp_path / "list.csv"
    path.write_bytes(out.getvalue().encode(encoding))
    assert cells(read_table(path)) == names


@ON_THE_DISK
@given(
    content=st.binary(max_size=400),
    start=st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"Name,\n"]),
)
def test_any_bytes_at_all_are_read_or_refused(tmp_path, content, start):
    path = tmp_path / "list.csv"
    path.write_bytes(start + content)
    try:
        table = read_table(path)
    except (Refused, Unavailable):
        return
    assert all(len(row.cells) == len(table.header) for row in table.rows)


def test_titles_and_cells_may_hold_line_ends(read):
    table = read('"Your name\r\n",Email,Note\r\nAda Vale,a@example.org,"one\r\ntwo"\r\nBo,b@example.org,\r\n')
    assert table.header == ("Your name", "Email", "Note")
    assert [(row.line, row.cells[2]) for row in table.rows] == [(3, "one\ntwo"), (5, "")]


def test_notes_above_the_table_are_kept_as_notes(read):
    table = read("Ward round, October\n\nName;Email\nAda;a@example.org\n")
    assert (table.notes, table.header, table.rows[0].line) == (("Ward round, October",), ("Name", "Email"), 4)


def test_a_title_over_columns_that_nobody_knows_is_a_note(read):
    table = read("Ward round\nWho,Where from\nAda,Leeds\n")
    assert (table.notes, table.header) == (("Ward round",), ("Who", "Where from"))


def test_known_words_in_an_answer_make_no_header(read):
    assert read("Who,Best way,Second best\nAda,Email,Phone\n").header == ("Who", "Best way", "Second best")


def test_a_list_without_a_header_keeps_its_first_person(read):
    table = read("Ada Vale,a@example.org\nBo,b@example.org\n")
    assert (table.header, cells(table)[0]) == (("", ""), ("Ada Vale", "a@example.org"))


def test_one_column_of_names_with_the_family_name_first_stays_one_column(read):
    assert cells(read("Name\nOkafor, Tom\nVale, Ada\n")) == [("Okafor, Tom",), ("Vale, Ada",)]


def test_the_line_that_names_the_separator_is_no_row(read):
    table = read("sep=|\r\nName|Note\r\nAda|a;b,c\r\n")
    assert [(row.line, row.cells) for row in table.rows] == [(3, ("Ada", "a;b,c"))]


def test_empty_columns_at_the_end_are_left_out(read):
    assert read("Name,Email,,\nAda,a@example.org,,\n").header == ("Name", "Email")


def test_short_rows_are_filled_and_long_ones_marked(read):
    table = read("Name,Email,Phone\nAda\nBo,b@example.org,0118 496 0101,more\n")
    assert table.rows[0].cells == ("Ada", "", "")
    assert table.rows[1].problem is Problem.MORE_CELLS


def test_a_row_with_stray_quotation_marks_is_marked_and_the_next_is_read(read):
    table = read('Name,Email\n"Ada "Ace" Vale",a@example.org\nBo,b@example.org\n')
    assert [row.problem for row in table.rows] == [Problem.QUOTES, None]


@pytest.mark.parametrize(("content", "kind"), [
    (b"\x89PNG\r\n\x1a\n0000", Content.PICTURE),
    (b"%PDF-1.7\n1 0 obj", Content.PDF),
    (b"  <!DOCTYPE html><html><table><tr><td>Name", Content.WEB_PAGE),
    (b'{"people": [{"name": "Ada"}]}', Content.JSON),
    (b"BEGIN:VCARD\nFN:Ada\n", Content.CONTACTS),
    (b"\x1f\x8b\x08\x00abc", Content.ARCHIVE),
    (bytes(range(256)) * 9, Content.UNKNOWN),
    (b"a\x00\x01\x02\x03,b\n\x04\x05\x06", Content.UNKNOWN),
])  # fmt: skip
def test_a_file_of_another_kind_is_refused_by_what_it_is(read, content, kind):
    with pytest.raises(errors.NotATable) as refused:
        read(content)
    assert refused.value.content is kind


@pytest.mark.parametrize(("content", "error"), [
    (b"", errors.EmptyFile),
    (b" \r\n\t\n", errors.EmptyFile),
    (b",,\n,,\n", errors.EmptyFile),
    (b"\xef\xbb\xbf", errors.EmptyFile),
    (b"Name,Email\n,\n", errors.NoRows),
    (b'Name,Email\nAda,"a@example.org\nBo,b@example.org\n', errors.UnclosedQuote),
    (b"Name\n" + b"a" * (MOST_LETTERS + 1), errors.CellTooLong),
    (b"Name,Email\n" + b"a" * 200_000 + b",b\n", errors.CellTooLong),
    (b"a" * 200_000 + b",b\n", errors.CellTooLong),
    (b"\x1d\n\x1d", errors.NotATable),
    (b"\xc2\xa0\n", errors.EmptyFile),
    (b"Name\n" + b"Ada\n" * (MOST_ROWS + 100), errors.TooManyRows),
    (b"Name," * (MOST_COLUMNS + 2) + b"\na,b\n", errors.TooManyColumns),
    ("Zoë,Siân,é,à,ü,ö,ô,î,û,â,ê\n".encode() + b"\xffabc\n", errors.DamagedText),
    (b"Name\nA\xed\xa0\x80\n", errors.DamagedText),
    (b"\xff\xfeN\x00a\x00\x00\xd8,\x00", errors.DamagedText),
])  # fmt: skip
def test_a_broken_or_empty_list_is_refused(read, content, error):
    with pytest.raises(error):
        read(content)


def test_the_line_with_the_open_quotation_mark_is_named(read):
    with pytest.raises(errors.UnclosedQuote) as refused:
        read('Name,Email\nAda,a@example.org\nBo,"b@example.org\nCy,c@example.org\n')
    assert refused.value.line == 3


def test_the_largest_list_is_read(read):
    assert len(read("Name\n" + "Ada\n" * MOST_ROWS).rows) == MOST_ROWS


def test_one_row_more_than_the_largest_list_is_refused(read):
    with pytest.raises(errors.TooManyRows):
        read("Name\n" + "Ada\n" * (MOST_ROWS + 1))


def test_blank_lines_above_do_not_hide_what_separates_the_cells(read):
    assert read(";;\n" * 60_000 + "Name;Email\nAda;a@example.org\n").rows[0].line == 60_002


def test_a_file_too_large_to_be_a_list_is_not_opened(tmp_path):
    path = tmp_path / "list.csv"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(errors.TooLarge):
        read_table(path)


def test_a_file_that_has_gone_and_a_folder_cannot_be_read(tmp_path):
    for path in (tmp_path / "gone.csv", tmp_path):
        with pytest.raises(CannotRead):
            read_table(path)
