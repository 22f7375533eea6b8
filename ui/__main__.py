# SPDX-License-Identifier: GPL-3.0-or-later
"""`peapod` opens the window, `peapod COMMAND` does a job without one. No Qt is imported here."""

import sys
from collections.abc import Sequence
from pathlib import Path

WINDOW_OPTIONS = {"-w", "--workspace"}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status: 0 done, 1 refused, 2 usage, 3 unavailable."""
    given = list(sys.argv[1:] if argv is None else argv)
    match given:
        case []:
            return _open_window(None)
        case ["--demo"]:
            return _open_sample()
        case ["--version"]:
            return _say_version()
        case [option, folder] if option in WINDOW_OPTIONS and not folder.startswith("-"):
            return _open_window(Path(folder))
        case _:
            return _run_command(given)


def _open_window(folder: Path | None) -> int:
    from ui.security.setup import Shown
    from ui.start import start

    return start(folder, Shown.WORKSPACE)


def _open_sample() -> int:
    from ui.security.setup import Shown
    from ui.start import start

    return start(None, Shown.SAMPLE)


def _say_version() -> int:
    from app.version import program_version

    sys.stdout.write(program_version() + "\n")
    return 0


def _run_command(given: list[str]) -> int:
    from app.bugs import tell
    from app.cli.main import main as run
    from app.privacy import keep_memory_private

    sys.excepthook = tell
    keep_memory_private()
    return run(given, migrate=_migrate)


def _migrate(path: Path, key: bytes) -> None:
    from db.migrations.run import upgrade

    upgrade(path, key)


if __name__ == "__main__":
    sys.exit(main())
