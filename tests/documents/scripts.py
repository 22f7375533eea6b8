"""What people write, in the scripts of the places where sessions are held: invented names and ideas, with numbers."""

from io import BytesIO

from app.documents.paper.marks import Box, Words
from app.documents.paper.pdf import FileWords
from app.documents.paper.shaping import Type
from app.documents.paper.sheet import Layout, Sheet, readable
from app.documents.parts import Heading, SheetParts
from tests.documents.samples import STANDARD

LANGUAGES = {
    "English": ("en", "Zoë O’Brien – “Warm hub” for £12.50 a week (50% off)"),
    "Welsh": ("cy", "Tŷ Gŵyl, Llŷn: mae’r plant yn hoffi’r ŵyn ŷd"),
    "Polish": ("pl", "Zażółć gęślą jaźń – Łukasz Wiśniewski"),
    "Romanian": ("ro", "Șerban Țîru: străzi și școli mai sigure, în fiecare zi"),
    "Turkish": ("tr", "İğneli fıçı şöyle: Işık Çağrı Öğüt"),
    "Somali": ("so", "Xaafadda waxaan u baahannahay meel ammaan ah – Cabdi"),
    "Greek": ("el", "Ελένη Παπαδοπούλου – ασφαλείς δρόμοι"),
    "Ukrainian": ("uk", "Ґанна Їжакевич – безпечні вулиці є, щоб жити"),
    "Arabic": ("ar", "محمد الأحمد: نريد حديقة آمنة للأطفال (3 ألعاب) في Leeds"),
    "Farsi": ("fa", "پریسا گلچین: می‌خواهیم کتابخانه تا ساعت ۸ باز باشد"),
    "Urdu": ("ur", "عائشہ بیگم: ہمیں بچوں کے لیے محفوظ پارک چاہیے"),
    "Hebrew": ("he", "שָׁלוֹם, נועה כהן: גן בטוח לילדים (2024) ב-Leeds"),
    "Bengali": ("bn", "রাফিয়া খাতুন: শিশুদের জন্য নিরাপদ পার্ক ও গ্রন্থাগার"),
    "Punjabi": ("pa", "ਹਰਪ੍ਰੀਤ ਸਿੰਘ: ਬੱਚਿਆਂ ਲਈ ਸੁਰੱਖਿਅਤ ਪਾਰਕ"),
    "Gujarati": ("gu", "પ્રિયા પટેલ: બાળકો માટે સુરક્ષિત ઉદ્યાન અને પુસ્તકાલય"),
    "Hindi": ("hi", "श्रीमती प्रिया शर्मा: बच्चों के लिए सुरक्षित पार्क और क्रिकेट"),
    "Tamil": ("ta", "கௌரி சுப்பிரமணியம்: குழந்தைகளுக்கு பாதுகாப்பான பூங்கா"),
    "Simplified Chinese": ("zh-Hans", "张伟:希望图书馆晚上开放,让孩子们有安全的地方"),
    "Traditional Chinese": ("zh-Hant", "陳美玲:希望圖書館晚上開放,讓孩子們有安全的地方"),
    "emoji": ("", "Great idea 👍🏽 🎉 ❤️ 👩‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ✅ → ☎ 😀"),
    "all at once": ("", "Amina (أمينة) & 王芳 & प्रिया said: “नमस्ते, Γειά, שלום!” 🎉"),
}
NAMES = {
    name: words.partition(":")[0].partition(" – ")[0]
    for name, (_, words) in LANGUAGES.items()
    if name not in {"emoji", "all at once"}
}
SIZE, LINE = 14, 32


def lines(texts: dict[str, tuple[str, str]]) -> Layout:
    """Return pages with one line for each text, at places that are always the same."""
    sheet = Sheet(STANDARD, SheetParts(STANDARD, Heading("Scripts", "", (), "Read."), ""))
    for number, (language, words) in enumerate(texts.values()):
        paragraph = sheet.typesetter.wrap(words, sheet.area.width, Type(SIZE, language=language))
        node = readable(sheet.document.add("P", language=language), paragraph)
        sheet.put(Words(Box(sheet.area.left, place(number), sheet.area.width, paragraph.height), paragraph, node))
    return sheet.finish("Page {page} of {pages}")


def place(number: int) -> float:
    """Return how far a line is from the top of the page, in points."""
    return 84 + number * LINE


def written(layout: Layout) -> bytes:
    """Return a layout as a PDF."""
    out = BytesIO()
    layout.write(out, FileWords("Scripts", "Leeds Together", "en-GB"))
    return out.getvalue()
