"""The places of ReportLab that the engine rests on: an upgrade that moves one fails here, not on somebody's paper."""

import re
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

import pytest
from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

import app.documents.paper.pdf  # noqa: F401 - sets what this looks at

APP = Path(__file__).parent.parent.parent / "app"


@pytest.fixture
def canvas() -> Canvas:
    return Canvas(BytesIO(), pagesize=(100, 100), pdfVersion=(1, 7), lang="en-GB", invariant=1, pageCompression=1)


def test_the_version_is_the_one_that_was_looked_at():
    assert version("reportlab").startswith("5.1.")


def test_only_the_engine_and_nothing_else_knows_reportlab():
    users = {path.relative_to(APP).parts[:2] for path in APP.rglob("*.py") if "reportlab" in path.read_text("utf-8")}
    assert users == {("documents", "paper")}


def test_streams_are_written_in_plain_bytes():
    assert rl_config.useA85 == 0


@pytest.mark.parametrize(
    "name",
    [
        "_code",
        "_doc",
        "_annotationrefs",
        "_make_preamble",
        "showPage",
        "getpdfdata",
        "bookmarkHorizontal",
        "addOutlineEntry",
    ],
)
def test_the_canvas_has_what_the_engine_takes(canvas, name: str):
    assert hasattr(canvas, name)


@pytest.mark.parametrize(
    "name", ["Catalog", "Pages", "Reference", "delayedFonts", "idToObject", "idToObjectNumberAndVersion"]
)
def test_the_document_has_what_the_engine_takes(canvas, name: str):
    assert hasattr(canvas._doc, name)


def test_operators_that_are_appended_are_on_the_page(canvas):
    canvas._code.append("q 1 0 0 rg 0 0 10 10 re f Q")
    canvas.setPageCompression(0)
    canvas.showPage()
    assert b"0 0 10 10 re f" in canvas.getpdfdata()


def test_a_page_is_named_before_it_is_ended_and_found_last_afterwards(canvas):
    name = canvas._doc.thisPageName()
    canvas.showPage()
    assert name in canvas._doc.idToObjectNumberAndVersion
    assert canvas._doc.Pages.pages[-1].__class__ is pdfdoc.PDFPage


def test_the_content_of_a_page_can_be_given_as_it_lies_in_the_file(canvas):
    canvas.showPage()
    page = canvas._doc.Pages.pages[-1]
    assert isinstance(page.stream, str)
    page.Contents, page.stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary({}), b"0 0 10 10 re f"), None
    assert b"0 0 10 10 re f" in canvas.getpdfdata()


def test_a_file_ends_with_what_an_update_of_it_repeats(canvas):
    canvas.showPage()
    end = canvas.getpdfdata().rpartition(b"trailer")[2]
    assert re.search(rb"/Size \d+", end)
    assert re.search(rb">>\s+startxref\s+\d+\s+%%EOF\s*$", end)


def test_the_numbers_of_a_file_leave_none_out(canvas):
    canvas.showPage()
    canvas.getpdfdata()
    numbers = [number for number, _ in canvas._doc.idToObjectNumberAndVersion.values()]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("kind", [pdfdoc.PDFPage, pdfdoc.PDFCatalog])
def test_entries_that_reportlab_does_not_know_are_named_so(kind):
    assert isinstance(kind.__NoDefault__, list)


def test_a_part_of_the_file_has_its_number_as_soon_as_it_is_named(canvas):
    canvas._doc.Reference(pdfdoc.PDFDictionary({}), "part")
    number, generation = canvas._doc.idToObjectNumberAndVersion["part"]
    assert number > 0
    assert generation == 0
    assert canvas._doc.idToObject["part"] is not None


def test_a_font_is_asked_for_its_objects_when_the_file_is_written(canvas):
    class Font:
        asked = False

        def addObjects(self, document):  # noqa: N802 - the name that ReportLab calls
            self.asked = document is canvas._doc

    font = Font()
    canvas._doc.delayedFonts.append(font)
    canvas.showPage()
    canvas.save()
    assert font.asked


def test_the_font_that_reportlab_names_on_every_page_is_in_the_preamble(canvas):
    assert "/F1 12 Tf" in canvas._preamble
