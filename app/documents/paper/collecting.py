# SPDX-License-Identifier: GPL-3.0-or-later
"""A document is many small parts that all live until the file is written: looking for garbage among them is vain."""

import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Generator[None]:
    """Make a document in the block without looking for garbage, so that a row of a long one costs no more."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
