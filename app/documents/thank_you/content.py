# SPDX-License-Identifier: GPL-3.0-or-later
"""What thank-you letters are made of."""

from dataclasses import dataclass

from app.documents.letterhead import Addressee, Letterhead


@dataclass(frozen=True, slots=True)
class ThankYouLetters:
    """Everything printed, already decided and worded.

    Attributes:
        project: What the work is called.
        session: The session's title.
        day: Its date in words.
        purpose: What it was for, or "".
        written_on: The day of the letter in words.
        letterhead: Who writes, and how to reach them.
        signed_by: Who ran the session, or "".
        people: Who gets a letter.
        not_contacted: How many came and asked not to be contacted.
    """

    project: str
    session: str
    day: str
    purpose: str
    written_on: str
    letterhead: Letterhead
    signed_by: str
    people: tuple[Addressee, ...]
    not_contacted: int = 0
