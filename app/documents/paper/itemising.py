# SPDX-License-Identifier: GPL-3.0-or-later
"""Which font draws which part of a text, and which characters no font has."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.documents.paper.clusters import cleaned, clusters, drawn, looks_like_emoji
from app.documents.paper.fonts import Chain, Face, FontLibrary

STAND_IN = "?"
LONGEST_TOLD = 60  # characters of a text that holds what no font has
_WORDS = re.compile(
    r" +|[:;,.!?]+(?= |$)|[^ ]+?(?=[:;,.!?]*(?: |$))"
)  # a word's font is not chosen by the colon after it
_BETWEEN = frozenset(" :;,.!?")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text with one font and one direction; `start` and `end` are places in that text."""

    start: int
    end: int
    face: Face
    level: int

    def cut_at(self, edges: Sequence[int]) -> "list[Piece]":
        """Return the piece cut at those of these places that are inside it."""
        places = [self.start, *(edge for edge in edges if self.start < edge < self.end), self.end]
        return [Piece(start, end, self.face, self.level) for start, end in pairwise(places)]


class Itemiser:
    """Chooses fonts for the texts of one document, and remembers the characters that none has and where they stand."""

    def __init__(self, fonts: FontLibrary) -> None:
        self.missing: set[str] = set()
        self.missing_in: set[str] = set()
        self._fonts = fonts
        self._chains: dict[tuple[str, bool], Chain] = {}
        self._drawable: dict[Chain, frozenset[str]] = {}
        self._known: dict[tuple[Chain, str], tuple[tuple[int, Face], ...]] = {}

    def drawable(self, text: str, chain: Chain) -> str:
        """Return the text as one paragraph that the fonts can draw; "?" stands for what they cannot."""
        text = cleaned(text)
        if chain[0].covers(text):
            return text
        lost = set(drawn(text)) - self._drawn_by(chain)
        if lost:
            self.missing |= lost
            self.missing_in.add(text[:LONGEST_TOLD])
        return "".join(STAND_IN if character in lost else character for character in text)

    def chain(self, language: str, *, bold: bool) -> Chain:
        """Return the faces to ask for a language and weight."""
        key = (language, bold)
        if key not in self._chains:
            self._chains[key] = self._fonts.chain(language, bold=bold)
        return self._chains[key]

    def pieces(self, text: str, chain: Chain, levels: Sequence[int]) -> list[Piece]:
        """Return the parts of a drawable text in the order in which it is read."""
        found: list[Piece] = []
        for start, end, face in self._faces(text, chain):
            for piece in _split_by_level(start, end, face, levels):
                if found and found[-1].face is face and found[-1].level == piece.level:
                    piece = Piece(found.pop().start, piece.end, face, piece.level)
                found.append(piece)
        return found

    def _drawn_by(self, chain: Chain) -> frozenset[str]:
        if chain not in self._drawable:
            self._drawable[chain] = frozenset[str]().union(*(face.file.characters for face in chain))
        return self._drawable[chain]

    def _is_emoji(self, cluster: str) -> bool:
        return looks_like_emoji(cluster) and self._fonts.emoji.covers(drawn(cluster))

    def _faces(self, text: str, chain: Chain) -> list[tuple[int, int, Face]]:
        if chain[0].covers(text):
            return [(0, len(text), chain[0])]
        found: list[tuple[int, int, Face]] = []
        for word in _WORDS.finditer(text):
            start = word.start()
            before = found[-1][2] if found else chain[0]
            for length, face in self._word_faces(word.group(), chain, before):
                found.append((start, start + length, face))
                start += length
        return found

    def _word_faces(self, word: str, chain: Chain, before: Face) -> tuple[tuple[int, Face], ...]:
        if _BETWEEN.issuperset(word):
            faces = chain if before is self._fonts.emoji else (before, *chain)
            return ((len(word), next((face for face in faces if face.covers(word)), chain[0])),)
        key = (chain, word)
        if key not in self._known:
            self._known[key] = tuple(self._choose(word, chain))
        return self._known[key]

    def _choose(self, word: str, chain: Chain) -> list[tuple[int, Face]]:
        """One font for the whole word where there is one, else for each cluster."""
        parts = clusters(word)
        if not any(looks_like_emoji(part) for part in parts):
            whole = next((face for face in chain if face.covers(drawn(word))), None)
            if whole is not None:
                return [(len(word), whole)]
        chosen: list[tuple[int, Face]] = []
        for part in parts:
            before = chosen[-1][1] if chosen else None
            face = self._face_for(part, chain, before)
            if face is not None:
                chosen.append((len(part), face))
            else:  # no font has the letter and its marks together
                chosen += [(1, self._face_for(mark, chain, before) or chain[0]) for mark in part]
        return chosen

    def _face_for(self, cluster: str, chain: Chain, before: Face | None) -> Face | None:
        if self._is_emoji(cluster):
            return self._fonts.emoji
        wanted = drawn(cluster)
        is_letter = unicodedata.category(cluster[0])[0] in "LM"
        if before is not None and before is not self._fonts.emoji and not is_letter and before.covers(wanted):
            return before
        return next((face for face in chain if face.covers(wanted)), None)


def _split_by_level(start: int, end: int, face: Face, levels: Sequence[int]) -> list[Piece]:
    pieces: list[Piece] = []
    while start < end:
        stop = start + 1
        while stop < end and levels[stop] == levels[start]:
            stop += 1
        pieces.append(Piece(start, stop, face, levels[start]))
        start = stop
    return pieces
