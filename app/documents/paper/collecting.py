# SPDX-License-Identifier: GPL-3.0-or-later
"""A document is many small parts that all live until the file is written: looking for garbage among them is vain."""

import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Generator[None]:
    """Make a document in the block without looking for garbage: a long one costs no more for each row than a short one."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
