"""A document that has one of everything, for tests of the engine itself."""

from io import BytesIO

from PIL import Image, ImageDraw

from app.documents.icons import Icon
from app.documents.paper.charts import Chart, agreement, bars, run_chart
from app.documents.paper.drawn_icons import DrawnIcon
from app.documents.paper.links import link
from app.documents.paper.lists import bullets, labelled, numbered
from app.documents.paper.marks import Box
from app.documents.paper.pdf import FileWords
from app.documents.paper.picture_rows import Pictured, picture_rows
from app.documents.paper.pictures import Placed, read_picture
from app.documents.paper.shaping import Type
from app.documents.paper.sheet import Layout, Sheet
from app.documents.paper.strokes import Strokes
from app.documents.parts import Heading, SheetParts
from app.documents.style import PrintStyle

VOTES = Chart(
    "Six ideas had 97 votes; a warm hub on Thursdays had most, 31.",
    "Idea",
    ("Votes",),
    (
        ("Warm hub open on Thursdays", (31,)),
        ("حديقة آمنة للأطفال", (24,)),
        ("Llwybr beicio newydd", (17,)),
        ("图书馆晚上开放", (12,)),
        ("শিশুদের জন্য পার্ক", (9,)),
        ("Safer crossing", (0,)),
    ),
)
LISTENED = Chart(
    "30 of 37 people agreed that they were listened to.",
    "We asked",
    ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"),
    (
        ("I felt listened to", (1, 2, 4, 12, 18)),
        ("مجھے سنا گیا", (0, 1, 3, 14, 19)),
        ("The venue was easy to reach", (3, 5, 6, 13, 10)),
    ),
)
WAITS = Chart(
    "Waits fell from 14 days in March to 5 in August; the median was 9.",
    "Month",
    ("Days",),
    tuple(
        (month, (days,))
        for month, days in zip(("Mar", "Apr", "May", "Jun", "Jul", "Aug"), (14, 12, 9, 9, 7, 5), strict=True)
    ),
)


def one_of_everything(style: PrintStyle) -> Layout:
    heading = Heading("One of everything", "A warmer welcome", ("26 November 2026",), "Read it from top to bottom.")
    sheet = Sheet(style, SheetParts(style, heading, "A warmer welcome"))
    kind = Type(style.measures.body)
    sheet.text("What we heard", Type(style.measures.session, bold=True), tag="H2")
    bullets(
        sheet, ["A point.", "A longer point that goes on " * 8, "نقطة", "Amina’s idea: <b>not bold</b> & so on"], kind
    )
    numbered(sheet, ["First.", "Then."], kind)
    labelled(sheet, [("Say", ["Welcome. " * 30]), ("انتبه إلى", ["1. اسأل.", "2. Listen."])], kind, aside=80, gap=4)
    link(sheet, "Read the guidance", "https://example.org/guidance?a=1&b=é", kind)
    figure = sheet.document.add("Figure", alternative="Signature of Ada, 26 November 2026.")
    sheet.put(Strokes(Box(sheet.area.left, sheet.top, 160, 50), PEN, figure))
    sheet.space(56)
    logo = sheet.document.add("Figure", alternative="The organisation’s mark.")
    sheet.put(Placed(Box(sheet.area.left, sheet.top, 120, 60), read_picture(mark()), logo))
    sheet.space(66)
    walk = sheet.document.add("Figure", alternative="The walk takes five minutes.")
    sheet.put(DrawnIcon(Box(sheet.area.left, sheet.top, 48, 48), Icon.TIME, walk))
    sheet.space(54)
    picture_rows(sheet, [Pictured(Icon.BREAK, "We have a break."), Pictured(Icon.FOOD, "نأكل معا.")], kind)
    for title, put in (("Votes", lambda: bars(sheet, VOTES)), ("Agreement", lambda: agreement(sheet, LISTENED))):
        sheet.text(title, Type(style.measures.session, bold=True), tag="H2")
        put()
    sheet.text("Waits", Type(style.measures.session, bold=True), tag="H2")
    run_chart(sheet, WAITS, 9)
    return sheet.finish("Page {page} of {pages}")


def written(layout: Layout) -> bytes:
    out = BytesIO()
    layout.write(out, FileWords("One of everything", "Leeds Together", "en-GB"))
    return out.getvalue()


PEN = (((0.05, 0.7), (0.2, 0.2), (0.3, 0.8), (0.45, 0.3), (0.6, 0.75), (0.9, 0.4)), ((0.5, 0.1),))


def mark() -> bytes:
    """A picture with see-through corners."""
    image = Image.new("RGBA", (240, 120), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((10, 10, 230, 110), fill=(60, 110, 32, 255))
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
