# SPDX-License-Identifier: GPL-3.0-or-later
# What we use of the library itself.
from pypdfium2 import PdfTextPage

def FPDFText_GetUnicode(text_page: PdfTextPage, index: int) -> int: ...  # noqa: N802 - the name that the library has
