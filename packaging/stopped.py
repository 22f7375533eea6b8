# SPDX-License-Identifier: GPL-3.0-or-later
"""How the scripts beside this file speak to the user, and end when only the user can go on."""

import sys


class Stopped(Exception):
    """Something is missing that only the user can provide; the text says what to do."""


def say(text: str) -> None:
    """Tell the user something; standard output belongs to the program that follows."""
    print(text, file=sys.stderr, flush=True)
