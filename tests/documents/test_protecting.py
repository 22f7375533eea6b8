"""A protected document opens with its password alone, and is then the same document."""

import re
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from app.documents import evacuation_list
from app.documents.errors import FilePasswordLong, FilePasswordShort
from app.documents.protecting import new_password, own_password, protect
from tests.documents.reading import page_texts, spoken_tags
from tests.documents.samples import NAMES, STANDARD, evacuation

PASSWORD = "4821-0937-5510-2266"
OTHERS = ["", "4821-0937-5510-2267", "4821 0937 5510 2266", "0000"]


@pytest.fixture(scope="module")
def clear() -> bytes:
    out = BytesIO()
    evacuation_list.build(evacuation(*NAMES.values()), out, STANDARD)
    return out.getvalue()


@pytest.fixture(scope="module")
def protected(clear) -> bytes:
    return protect(clear, PASSWORD)


def opened(pdf: bytes, password: str) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf), password=password) as document:
        document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("password", OTHERS)
def test_without_its_password_no_viewer_opens_it(protected, password):
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(protected), password=password)
    with pytest.raises(pypdfium2.PdfiumError, match="password"):
        pypdfium2.PdfDocument(protected, password=password)


@pytest.mark.parametrize("password", [PASSWORD, PASSWORD.replace("-", "")])
def test_with_its_password_it_opens_and_every_page_says_the_same(clear, protected, password):
    with pypdfium2.PdfDocument(protected, password=password) as document:
        texts = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    assert texts == page_texts(clear)


def test_what_a_screen_reader_uses_is_all_there(clear, protected):
    again = opened(protected, PASSWORD)
    assert spoken_tags(again, 0) == spoken_tags(clear, 0) != []
    with pikepdf.open(BytesIO(protected), password=PASSWORD) as document, pikepdf.open(BytesIO(clear)) as before:
        assert document.allow.accessibility
        assert all(document.allow)
        assert (document.Root.Lang, document.Root.MarkInfo.Marked) == (before.Root.Lang, True)
        assert document.Root.StructTreeRoot.keys() == before.Root.StructTreeRoot.keys()


def test_it_still_says_that_it_is_accessible_and_no_longer_that_it_is_for_archives(clear, protected):
    with pikepdf.open(BytesIO(clear)) as document:
        before = dict(document.open_metadata())
    with pikepdf.open(BytesIO(protected), password=PASSWORD) as document:
        claimed = dict(document.open_metadata())
    assert before.keys() - claimed.keys() == {name for name in before if "pdfa/ns/id" in name} != set()
    assert [value for name, value in claimed.items() if "pdfua/ns/id" in name] == ["1"]


def test_it_is_aes_of_256_bits(protected):
    with pikepdf.open(BytesIO(protected), password=PASSWORD) as document:
        assert (document.encryption.R, document.encryption.bits) == (6, 256)
        assert {document.encryption.stream_method.name, document.encryption.string_method.name} == {"aesv3"}


def test_no_word_of_it_can_be_read_without(clear, protected):
    assert b"Evacuation" not in protected
    assert PASSWORD.encode() not in protected
    assert b"Leeds Together" not in protected


def test_new_passwords_are_digits_in_groups_and_never_the_same():
    made = {new_password() for _ in range(50)}
    assert len(made) == 50
    assert all(re.fullmatch(r"\d{4}-\d{4}-\d{4}-\d{4}", password) for password in made)


@pytest.mark.parametrize("typed", ["", "short", "   ninechars  ", "----------------", "a-b-c-d-e-f"])
def test_a_short_password_of_ones_own_is_refused(typed):
    with pytest.raises(FilePasswordShort):
        own_password(typed)


def test_a_password_that_no_viewer_reads_whole_is_refused():
    with pytest.raises(FilePasswordLong):
        own_password("শিরিন" * 20)


@pytest.mark.parametrize("typed", ["শিরিন ও রাফিয়া", "  Zoë’s café am Fluß  "])
def test_a_password_of_ones_own_opens_in_every_script(clear, typed):
    password = own_password(typed)
    locked = protect(clear, password)
    with pypdfium2.PdfDocument(locked, password=password) as document:
        assert len(document) == len(page_texts(clear))
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(locked))
