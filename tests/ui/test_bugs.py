"""A bug ends in a report that can be copied and quotes no record."""

import sys
import threading

import pytest

from app.bugs import report_of
from ui.bugs import BugReport, Bugs


def bug(secret: str) -> Exception:
    try:
        raise KeyError(secret)
    except KeyError as error:
        try:
            raise ValueError(secret) from error
        except ValueError as second:
            return second


def test_a_report_names_kinds_and_lines_and_nothing_of_a_record():
    report = report_of(bug("Shirin Akter"))
    assert "Shirin" not in report
    assert "ValueError" in report
    assert "KeyError" in report
    assert "tests/ui/test_bugs.py" in report


@pytest.fixture
def bugs(qtbot):
    """Bugs, heard in the place of Python's own way of showing them."""
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    listening = Bugs()
    listening.listen()
    yield listening
    sys.excepthook, threading.excepthook, sys.unraisablehook = before


def test_an_unexpected_error_is_heard_and_the_program_goes_on(qtbot, bugs, capsys):
    with qtbot.waitSignal(bugs.found) as heard:
        sys.excepthook(ValueError, bug("Ada"), None)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert "ValueError" in heard.args[0]
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_an_error_in_a_thread_is_heard_and_writes_nothing(qtbot, bugs, capsys):
    with qtbot.waitSignal(bugs.found) as heard:
        failing = threading.Thread(target=int, args=("Shirin",))
        failing.start()
        failing.join()
    assert "ValueError" in heard.args[0]
    assert "Shirin" not in "".join([heard.args[0], *capsys.readouterr()])


def test_an_error_that_nobody_waits_for_is_heard_and_writes_nothing(qtbot, bugs, capsys):
    class Forgotten:
        def __del__(self):
            raise ValueError("Shirin")

    with qtbot.waitSignal(bugs.found) as heard:
        Forgotten()
    assert "ValueError" in heard.args[0]
    assert "Shirin" not in "".join([heard.args[0], *capsys.readouterr()])


@pytest.mark.parametrize("caught", [ValueError("Ada"), OSError("Ada")])
def test_an_error_caught_in_a_thread_is_reported(qtbot, caught):
    bugs = Bugs()
    with qtbot.waitSignal(bugs.found) as heard:
        bugs.report(caught)
    assert type(caught).__name__ in heard.args[0]


def test_the_report_is_shown_and_can_be_read_and_closed(qtbot, look):
    shown = BugReport(look, report_of(bug("Ada")))
    qtbot.addWidget(shown)
    shown.show()
    assert "ValueError" in shown.text.toPlainText()
    assert shown.text.accessibleName() == "Report"
