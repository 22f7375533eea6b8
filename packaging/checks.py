# SPDX-License-Identifier: GPL-3.0-or-later
"""What a change must pass: format, lint, types, import contracts, tests, and how much of the code the tests reach."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

SUMMARY = re.compile(r"^=*\s*\d+ (passed|failed|error|skipped|deselected|xfailed).* in [\d.]+s")
CODE = ("app", "db", "ui", "packaging", "tests")


def run_all(root: Path, python: Path, arguments: list[str]) -> int:
    """Run every check even if an earlier one fails, print a line for each, and return 0 if all passed.

    Args:
        root: The checkout.
        python: The interpreter that has everything installed.
        arguments: `--long` adds the slow rounds; anything else names tests, and then only those run.
    """
    named = [argument for argument in arguments if argument != "--long"]
    if named:
        return subprocess.run([python, "-m", "pytest", *arguments], cwd=root, check=False).returncode
    outcomes = {name: passes(root, python, name, command) for name, command in early_checks().items()}
    outcomes["tests"], summary = passes_tests(root, python, arguments)
    outcomes["coverage"] = all(
        [
            passes(root, python, "coverage, all processes together", ("-m", "coverage", "combine", "--quiet")),
            passes(
                root, python, "coverage as data", ("-m", "coverage", "json", "--quiet", "-o", ".coverage-report.json")
            ),
            passes(root, python, "coverage", ("packaging/coverage_gate.py", ".coverage-report.json")),
        ]
    )
    print("\n" + "\n".join(f"{'passed' if good else 'FAILED'}  {name}" for name, good in outcomes.items()))
    print(summary, flush=True)  # last, where whoever reads only the end looks for it
    return 0 if all(outcomes.values()) else 1


def early_checks() -> dict[str, tuple[str, ...]]:
    """Return the checks that run nothing of the program: name and arguments to Python."""
    contracts = "from importlinter.cli import lint_imports_command; lint_imports_command(['--no-logo'])"
    return {
        "format": ("-m", "ruff", "format", "--check", *CODE),
        "lint": ("-m", "ruff", "check", *CODE),
        "types": ("-m", "basedpyright"),
        "contracts": ("-c", contracts),
    }


def passes(root: Path, python: Path, name: str, command: tuple[str, ...]) -> bool:
    """Run one check in sight of the user and return whether it passed."""
    print(f"\n== {name}", flush=True)
    return subprocess.run([python, *command], cwd=root, check=False).returncode == 0


def passes_tests(root: Path, python: Path, arguments: list[str]) -> tuple[bool, str]:
    """Run the tests, children measured too; return whether they passed, and pytest's closing line."""
    print("\n== tests", flush=True)
    for old in (*root.glob(".coverage"), *root.glob(".coverage.*")):
        old.unlink()
    command = [python, "-m", "coverage", "run", "-m", "pytest", "--numprocesses", str(os.cpu_count() or 1), *arguments]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    summary = ""
    with subprocess.Popen(
        command, cwd=root, env=environment, stdout=subprocess.PIPE, text=True, encoding="utf-8", errors="replace"
    ) as tests:
        for line in tests.stdout or ():
            sys.stdout.write(line)
            sys.stdout.flush()
            summary = line.strip() if SUMMARY.match(line) else summary
    return tests.returncode == 0, summary
