# SPDX-License-Identifier: GPL-3.0-or-later
"""The PIN that uncovers: six digits, kept as a hash inside the encrypted records."""

import re

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from app.security.errors import NotAPin
from app.security.keys import Cost

PIN_COST = Cost(memory_kib=64 * 1024, passes=1, lanes=4)
PIN = re.compile(r"[0-9]{6}")


def pin_hash(pin: str, cost: Cost) -> str:
    """Return what is kept of a PIN.

    Raises:
        NotAPin: It is not six digits.
    """
    if not PIN.fullmatch(pin):
        raise NotAPin(sum(letter.isdigit() for letter in pin))
    return PasswordHasher(cost.passes, cost.memory_kib, cost.lanes).hash(pin)


def pin_matches(kept: str, pin: str) -> bool:
    """Return whether this is the PIN of which `kept` is the hash."""
    try:
        return PasswordHasher().verify(kept, pin)
    except VerifyMismatchError:
        return False
