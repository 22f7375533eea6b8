# SPDX-License-Identifier: GPL-3.0-or-later
"""A refusal becomes one sentence where the user is; a bug goes on to the bug report."""

from collections.abc import Callable, Generator
from contextlib import contextmanager

from app.errors import Refused, Unavailable
from app.wording import sentence


@contextmanager
def refusals_shown(show: Callable[[str], object]) -> Generator[None]:
    """Run the block; if it is refused or the world is at fault, call `show` with the sentence."""
    try:
        yield
    except (Refused, Unavailable) as error:
        show(sentence(error))
