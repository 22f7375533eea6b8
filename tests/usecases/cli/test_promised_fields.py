"""What README.md promises of `--json` is what comes out."""

import json
import re
from pathlib import Path

import pytest

README = Path(__file__).parents[3] / "README.md"
ROW = re.compile(r"^\| `([a-z ]+)` \| (.+) \|$", re.MULTILINE)
PROMISED = {
    command: re.findall(r"`(\w+)`", re.sub(r"\(.*?\)", "", fields))
    for command, fields in ROW.findall(README.read_text(encoding="utf-8"))
}
ARGUMENTS = {
    "list attendance": ["--session", "Joint event"],
    "export": ["Joint event"],
    "plan show": ["Joint event"],
    "plan actual": ["Joint event"],
}


@pytest.mark.parametrize("command", PROMISED)
def test_each_command_prints_the_fields_that_are_promised(run, tmp_path, command):
    run("backup")
    run("plan", "use", "Joint event", "joint_event")
    more = [*ARGUMENTS.get(command, []), *(["--to", str(tmp_path / "out")] if command == "export" else [])]
    rows = run(*command.split(), *more, "--json").rows
    assert rows
    assert all(list(row) == PROMISED[command] for row in rows)


def test_an_import_prints_the_fields_that_are_promised(run, tmp_path):
    (tmp_path / "people.csv").write_text("Name\nInes Duarte\n")
    told = json.loads(run("import", "people", str(tmp_path / "people.csv"), "--json").out)
    promised = (
        README.read_text(encoding="utf-8").split("`import people` prints one object: ")[1].split("`because` says")[0]
    )
    found = [*told, *told["counts"], *told["rows"][0]]
    assert set(found) - set(re.findall(r"`(\w+)`", promised)) == set()
    assert set(re.findall(r"`(\w+)`", promised)) - set(found) == {"field"}


def test_an_import_of_a_plan_prints_the_fields_that_are_promised(run, tmp_path):
    (tmp_path / "plan.csv").write_text("Title,Duration\nWelcome,10\n")
    told = json.loads(run("plan", "import", "Joint event", str(tmp_path / "plan.csv"), "--json").out)
    promised = README.read_text(encoding="utf-8").split("`plan import` prints one object: ")[1].split("\n\n")[0]
    found = {*told, *told["counts"], *told["rows"][0]}
    assert found == set(re.findall(r"`(\w+)`", promised))
