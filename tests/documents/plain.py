# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether words are plain enough for easy read."""

import re
from collections.abc import Iterable

from app.documents.easy_read import Section

MOST_WORDS = 11


def long_sentences(sections: Iterable[Section]) -> list[str]:
    """Return the sentences that have 12 words or more. What somebody typed, after a colon, is not counted."""
    texts = [text for section in sections for text in (section.title, *(row.text for row in section.rows))]
    sentences = [sentence for text in texts for sentence in re.split(r"[.?!] |[.?!]$", text.split(": ")[0])]
    return [sentence for sentence in sentences if len(sentence.split()) > MOST_WORDS]
