# SPDX-License-Identifier: GPL-3.0-or-later
"""What is told of an error that nobody expected: enough to find it, and nothing of any record."""

import platform
import sys
import traceback
from importlib.metadata import version
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).parent.parent


def report_of(error: BaseException) -> str:
    """Return what a programmer needs: kinds of errors and lines of code, never a message, as it may quote a record."""
    lines = [
        f"Peapod {version('peapod')}, Python {platform.python_version()}, "
        f"Qt {version('PySide6-Essentials')}, {sys.platform}"
    ]
    current: BaseException | None = error
    while current is not None:
        lines.append(type(current).__name__)
        lines += [
            f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(current.__traceback__)
        ]
        current = current.__cause__ or current.__context__
    return "\n".join(lines)


def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Write the report of an error to standard error, in the place of Python's own way, which quotes messages."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        sys.stderr.write(report_of(error.with_traceback(trace)) + "\n")


def _short(filename: str) -> str:
    path = Path(filename)
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else path.name
