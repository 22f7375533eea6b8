# SPDX-License-Identifier: GPL-3.0-or-later
"""A recovery code while it is being typed: in groups as on the sheet, how far it is, and what cannot be right."""

import unicodedata
from dataclasses import dataclass

from app.security.errors import CodeCharacter, CodeMistyped
from app.security.recovery import GROUP, LETTERS, read_code, typed_letters

MOST = 4 * LETTERS  # characters that are looked at, so that a pasted page does no harm


@dataclass(frozen=True, slots=True)
class TypedCode:
    """What was typed so far; it is as secret as the key.

    Attributes:
        grouped: The same as the sheet has it, with a space between groups; what cannot be right stays in its place.
        letters: How many letters there are.
        impossible: Characters that no code has, each once, as they come.
        mistyped: Whether all letters are there and do not fit together.
    """

    grouped: str
    letters: int
    impossible: tuple[str, ...]
    mistyped: bool

    @property
    def groups(self) -> int:
        """How many groups are whole."""
        return self.letters // GROUP

    @property
    def whole(self) -> bool:
        """Whether it can be a code."""
        return self.letters == LETTERS and not self.impossible and not self.mistyped

    def __repr__(self) -> str:
        """Return nothing of what was typed."""
        return f"TypedCode({self.letters} letters)"


def typed_code(text: str) -> TypedCode:
    """Judge a code as far as it is typed."""
    letters: list[str] = []
    impossible: dict[str, None] = {}
    for letter in "".join(unicodedata.normalize("NFKC", each) for each in text[:MOST]):  # accents stay apart
        try:
            letters.extend(typed_letters(letter))
        except CodeCharacter:
            letters.append(letter)
            impossible[letter] = None
    together = "".join(letters)
    return TypedCode(
        " ".join(together[start : start + GROUP] for start in range(0, len(together), GROUP)),
        len(together),
        tuple(impossible),
        mistyped=len(together) == LETTERS and not impossible and not _fits(together),
    )


def caret_after(text: str, at: int) -> int:
    """Return where in the groups the caret belongs that stands in a typed text at `at`."""
    return len(typed_code(text[:at]).grouped)


def _fits(letters: str) -> bool:
    try:
        read_code(letters)
    except CodeMistyped:
        return False
    return True
