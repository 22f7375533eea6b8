"""Every document is accessible (PDF/UA-1) and archivable (PDF/A-2a) in one file, whatever is in it."""

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from app.documents import evacuation_list, sign_in_sheet
from app.documents.catalogue import DOCUMENTS, DocumentClass
from app.documents.paper.compacting import compact
from app.documents.sign_in_sheet import SignInMode
from tests.documents.reading import loose_fonts, outside, overlapping, page_texts, stranded
from tests.documents.samples import LARGE, LONG_NAME, NAMES, STANDARD, STYLES, evacuation, sign_in
from tests.documents.session_samples import WORST as WORST_OF
from tests.documents.standards import A_2A, UA_1, broken_rules, broken_syntax

WORST = (LONG_NAME, "W" * 500, "<b>Ada</b> & {x}", "A\u200bd\u202ea", *NAMES.values()) * 12
CONTENTS = {
    "nobody": (),
    "every script": tuple(NAMES.values()),
    "several languages in a name": ("Sam (সাম) B.", "محمد Leeds (Mo) أمينة", "Ελένη & 王芳: नमस्ते – Bo " * 20),
    "the worst": WORST,
}


MADE = pytest.mark.parametrize(
    ("document", "style"),
    [
        pytest.param(document, STYLES[variant], id=f"{document.name}, {variant.value}")
        for document in DOCUMENTS
        for variant in document.variants
    ],
)


def drawn(kind: str, names: tuple[str, ...], style) -> bytes:
    out = BytesIO()
    if kind == "evacuation":
        evacuation_list.build(evacuation(*names), out, style)
    else:
        sign_in_sheet.build(sign_in(*names, mode=SignInMode(kind)), out, style)
    return out.getvalue()


@pytest.mark.parametrize("style", [STANDARD, LARGE], ids=["standard", "large"])
@pytest.mark.parametrize("names", CONTENTS.values(), ids=CONTENTS)
@pytest.mark.parametrize("kind", [*(mode.value for mode in SignInMode), "evacuation"])
def test_a_document_keeps_both_standards(tmp_path: Path, kind: str, names: tuple[str, ...], style):
    path = tmp_path / "document.pdf"
    path.write_bytes(drawn(kind, names, style))
    assert broken_rules(path, UA_1) == []
    assert broken_rules(path, A_2A) == []
    assert broken_syntax(path) == []


def test_every_document_of_a_session_has_its_worst_content():
    assert set(WORST_OF) == {document.name for document in DOCUMENTS}


@MADE
def test_a_document_at_its_worst_keeps_both_standards_and_stays_in_its_place(tmp_path: Path, document, style):
    path, content = tmp_path / "document.pdf", WORST_OF[document.name]
    with path.open("wb") as out:
        printed = document.build(content(), out, style)
    layout = document.lay_out(content(), style)
    assert broken_rules(path, UA_1) == broken_rules(path, A_2A) == broken_syntax(path) == []
    assert outside(layout) == overlapping(layout) == stranded(layout) == []
    assert (printed.missing, printed.pages) == ((), len(layout.pages))
    assert loose_fonts(path.read_bytes()) == set()


@MADE
def test_the_same_content_gives_the_same_bytes(document, style):
    one, other = BytesIO(), BytesIO()
    for out in (one, other):
        document.build(WORST_OF[document.name](), out, style)
    assert one.getvalue() == other.getvalue()


@MADE
def test_every_page_says_which_it_is_on_which_day_and_whether_it_is_restricted(document, style):
    out = BytesIO()
    document.build(WORST_OF[document.name](), out, style)
    for text in page_texts(out.getvalue()):
        assert re.search(r"Page \d+ of \d+", text)
        assert "26 November 2026" in text
        assert ("Restricted" in text) == (document.shown_to is DocumentClass.RESTRICTED)


def test_the_same_input_gives_the_same_bytes():
    assert drawn("evacuation", WORST, LARGE) == drawn("evacuation", WORST, LARGE)


def test_the_check_finds_a_file_without_its_metadata(tmp_path: Path):
    path = tmp_path / "document.pdf"
    with pikepdf.open(BytesIO(drawn("evacuation", (), STANDARD))) as file:
        del file.Root.Metadata
        file.save(path)
    assert broken_rules(path, UA_1) != []


def test_headings_are_listed_to_jump_to():
    with pikepdf.open(BytesIO(drawn("evacuation", ("Ada",), STANDARD))) as file, file.open_outline() as outline:
        assert [entry.title for entry in outline.root] == ["Evacuation list"]
        assert next(entry.title for entry in outline.root[0].children).startswith("Need help to leave")


def test_making_it_small_changes_nothing_that_is_seen():
    whole = drawn("evacuation", tuple(NAMES.values()), STANDARD)
    again = BytesIO()
    compact(BytesIO(whole), again)
    with pikepdf.open(BytesIO(whole)) as one, pikepdf.open(again) as other:
        assert [page.Contents.read_bytes() for page in one.pages] == [
            page.Contents.read_bytes() for page in other.pages
        ]


def test_no_stream_ends_where_it_cannot_be_told(tmp_path: Path):
    """One in some two hundred compressed streams ends in a carriage return."""
    for number in range(120):
        path = tmp_path / "document.pdf"
        path.write_bytes(drawn("evacuation", (f"Ada {number}",), STANDARD))
        assert b"\r\nendstream" not in path.read_bytes()


def test_a_file_that_is_put_together_otherwise_stays_small_and_keeps_both_standards(tmp_path: Path):
    """Of sixteen long registers some have a stream of qpdf's own that ends where it cannot be told."""
    sizes = list[int]()
    filled = list[Path]()
    for number in range(400, 416):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(drawn("list", tuple(f"Person {each} Smith" for each in range(number)), STANDARD))
        sizes.append(path.stat().st_size)
        with pikepdf.open(path) as file:
            filled += [path] * ("/PeapodFilling" in file.Root)
    assert max(sizes) < 1.5 * min(sizes)
    assert broken_rules(filled[0], UA_1) == broken_rules(filled[0], A_2A) == broken_syntax(filled[0]) == []
