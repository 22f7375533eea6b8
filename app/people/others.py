# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking other people's names out of what is given to one person. Pure: no database.

What is known as a name is found. A nickname nobody entered, a description ("her sister"), and the first name alone of
somebody who was on no session with the person are not: whoever gives the record away has to read it first.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from db.search import fold

WORD = re.compile(r"[\w'’-]+")
SHORTEST = 3  # letters of one part of a name that is taken out by itself
MOST_WORDS = 6  # of one name
POSSESSIVE = "'s"


@dataclass(frozen=True, slots=True)
class OtherNames:
    """The names of others, folded.

    Attributes:
        whole: Whole names of several words.
        single: Names of one word, and parts of the names of those who were on a session with the person; they count
            only where they begin with a capital letter, as many are ordinary words too.
        unspaced: Whole names in scripts that put no spaces between words, as they are written.
    """

    whole: frozenset[str]
    single: frozenset[str]
    unspaced: frozenset[str]


@dataclass(slots=True)
class Redactor:
    """Replaces the names of others and counts them.

    Attributes:
        names: What is replaced.
        instead: What stands there then.
        count: How many names were replaced.
    """

    names: OtherNames
    instead: str
    count: int = field(default=0, init=False)

    def redact(self, text: str) -> str:
        """Return the text without the names of others."""
        for name in self.names.unspaced:
            if name in text:
                self.count += text.count(name)
                text = text.replace(name, self.instead)
        pieces, end = list[str](), 0
        for start, stop in self._found(text):
            pieces += (text[end:start], self.instead)
            end = stop
            self.count += 1
        return "".join((*pieces, text[end:]))

    def _found(self, text: str) -> Iterator[tuple[int, int]]:
        """Give where names stand, the longest first where several begin at one word."""
        words = [(match.start(), *_tidy(match)) for match in WORD.finditer(text)]
        at = 0
        while at < len(words):
            length = self._length(text, words[at : at + MOST_WORDS])
            if length:
                yield words[at][0], words[at + length - 1][1]
            at += max(length, 1)

    def _length(self, text: str, words: list[tuple[int, int, str]]) -> int:
        for length in range(len(words), 1, -1):
            if " ".join(folded for *_where, folded in words[:length]) in self.names.whole:
                return length
        start, _stop, folded = words[0]
        return int(folded in self.names.single and not text[start].islower())


def other_names(others: Iterable[str], met: Iterable[str], own: Collection[str]) -> OtherNames:
    """Return the names to take out.

    Args:
        others: Names of other people.
        met: Names of those of them who were on a session with the person.
        own: The person's own names, no word of which is taken out by itself.
    """
    ours = {word for name in own for word in fold(name).split()}
    own_names = {" ".join(fold(name).split()) for name in own}
    known = {name.strip(): " ".join(fold(name).split()) for name in others}
    wanted = {name: folded for name, folded in known.items() if folded and folded not in own_names}
    single = {folded for folded in wanted.values() if " " not in folded}
    parts = {word for name in met for word in fold(name).split() if len(word) >= SHORTEST}
    return OtherNames(
        whole=frozenset(folded for folded in wanted.values() if " " in folded),
        single=frozenset((single | parts) - ours),
        unspaced=frozenset(name for name in wanted if _is_unspaced(name)),
    )


def _is_unspaced(name: str) -> bool:
    """Return whether a name is in a script that is written without spaces, and long enough to be one."""
    return len(name) > 1 and all("\u2e80" <= letter <= "\u9fff" or "\uac00" <= letter <= "\ud7af" for letter in name)


def _tidy(match: re.Match[str]) -> tuple[int, str]:
    """Return where a word ends and how it folds, without the sign of possession."""
    folded = fold(match.group())
    if folded.endswith(POSSESSIVE):
        return match.end() - len(POSSESSIVE), folded.removesuffix(POSSESSIVE)
    return match.end(), folded
