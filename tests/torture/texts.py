"""What hurts programs, and mixtures of it."""

import unicodedata

from hypothesis import strategies as st

from app.errors import Refused, Unavailable
from app.wording import sentence

HURTS = {
    "control": "bell\x07 and escape\x1b[31m",
    "NUL": "before\x00after",
    "delete": "gone\x7f",
    "next line": "a\x85b",
    "unpaired high": "Ada \ud83d",
    "unpaired low": "\udc00 Ada",
    "right-to-left override": "Ruth \u202egnp.exe",
    "isolates left open": "\u2066\u2067Amina",
    "pop without push": "\u202c\u2069Amina",
    "marks of direction": "\u200f\u200eאבג abc",
    "zero width": "A\u200bm\u200ci\u200dn\u2060a\ufeff",
    "only zero width": "\u200b\u200d\u2060",
    "soft hyphen": "co\u00adde\u00adsign",
    "line separators": "one\u2028two\u2029three",
    "line endings": "one\r\ntwo\rthree\nfour\ttabbed",
    "spaces": " \u00a0\u2003\u3000 Ada \u202f\u00a0 ",
    "family": "👩🏽‍👩🏿‍👧🏻‍👦",
    "flags": "🏴󠁧󠁢󠁳󠁣󠁴󠁿🇬🇧🇺",
    "keycap": "7️⃣ ☎︎ ☎️",
    "combining": "Z" + "\u0335\u0353\u0327" * 20,
    "combining first": "\u0301\u0301Ada",
    "decomposed": "Zoe\u0308 A\u030angstro\u0308m",
    "conjuncts": "क्ष्म्य রাফিয়া ஸ்ரீ",
    "noncharacters": "\ufffe\uffff\U0010ffff",
    "private": "\ue000\U000f0000",
    "unassigned": "\u0378\U000e0fff",
    "interlinear": "\ufff9a\ufffab\ufffb\ufffc",
    "markup": "<b>Ada</b> & <para color='red'>&lt;&#0;</para><!--",
    "template": "{name} %s %(x)d ${HOME} {0.__class__}",
    "script": "</td><script>alert('Ada')</script>",
    "SQL": "Robert'); DROP TABLE person;--",
    "like": "100%_\\ *[a-z]?",
    "formula": '=HYPERLINK("http://example.org","Ada")',
    "formula plus": "+44 118 496 0101",
    "formula minus": "-2+3+cmd|' /C calc'!A0",
    "formula at": "@SUM(1+1)",
    "formula tab": "\t=1+1",
    "path": "../../../../etc/passwd",
    "path windows": "..\\..\\C:\\CON.txt:stream",
    "path reserved": 'a<b>c:d"e/f|g?h*i.',
    "device": "NUL",
    "json": '{"deleted": 1}',
    "quotes": "\"\"\"'''`’‘“”",
    "separators": "a,b;c|d\te",
    "number": "1e309",
    "number of five thousand digits": "9" * 5_000,
    "date": "2026-02-30",
    "null word": "null",
    "a very wide word": "W" * 500,
    "a hundred thousand letters": "lorem ipsum " * 8_400,
    "five thousand accents": "a" + "\u0301" * 5_000,
    "nothing": "",
}

SHORT = [text for text in HURTS.values() if len(text) < 1000]
TEXTS = st.one_of(
    st.sampled_from(SHORT),
    st.tuples(st.sampled_from(SHORT), st.text(max_size=40)).map("".join),
    st.text(st.characters(), max_size=60),  # with unpaired surrogates
)


def kept(text: str) -> str:
    """Return a text as the records keep it when they take it: nothing round it, letters and accents joined."""
    joined = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return unicodedata.normalize("NFC", joined)


def in_line(text: str) -> str:
    """Return a text as a field of one line keeps it."""
    return " ".join(kept(text).split())


def assert_said(error: Refused | Unavailable) -> None:
    """A refusal is one sentence that ends."""
    assert sentence(error).endswith(".")
