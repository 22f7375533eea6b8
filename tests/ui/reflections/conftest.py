"""The program's window, as the tests of the run of a session have it."""

from tests.ui.live.conftest import make_window

__all__ = ["make_window"]
