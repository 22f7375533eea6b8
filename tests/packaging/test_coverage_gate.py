# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of the code the tests must reach, by the script that decides it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

GATE = Path(__file__).resolve().parents[2] / "packaging" / "coverage_gate.py"


@pytest.fixture
def gate(tmp_path):
    """Judges files given as path and (reached, total) branches, and returns how the gate ended."""

    def judge(files):
        report = {"files": {path: {"summary": counts(*reached)} for path, reached in files.items()}}
        written = tmp_path / "report.json"
        written.write_text(json.dumps(report), encoding="utf-8")
        return subprocess.run([sys.executable, GATE, written], capture_output=True, text=True, check=False)

    return judge


def counts(reached, total):
    return {"covered_lines": 0, "num_statements": 0, "covered_branches": reached, "num_branches": total}


@pytest.mark.parametrize(
    ("path", "fewest"),
    [
        ("app/people/rules.py", 100),
        ("app/security/keys.py", 100),
        ("app/people/commands.py", 95),
        ("db/engine.py", 95),
        ("ui/people/page.py", 90),
    ],
)
def test_each_floor_has_its_share_and_one_branch_less_fails(gate, path, fewest):
    assert gate({path: (fewest, 100)}).returncode == 0
    low = gate({path: (fewest - 1, 100)})
    assert low.returncode == 1
    assert f"{path}: {101 - fewest} of 100" in low.stdout


def test_a_well_reached_rule_does_not_make_up_for_another_floor(gate):
    assert gate({"app/people/rules.py": (9000, 9000), "db/engine.py": (1, 2)}).returncode == 1


def test_paths_of_windows_are_judged_like_others(gate):
    assert gate({"app\\people\\rules.py": (1, 2)}).returncode == 1
