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
ARGUMENTS = {"list attendance": ["--session", "Joint event"], "export": ["Joint event"]}


@pytest.mark.parametrize("command", PROMISED)
def test_each_command_prints_the_fields_that_are_promised(run, tmp_path, command):
    run("backup")
    more = [*ARGUMENTS.get(command, []), *(["--to", str(tmp_path / "out")] if command == "export" else [])]
    rows = run(*command.split(), *more, "--json").rows
    assert rows
    assert all(list(row) == PROMISED[command] for row in rows)


def test_an_import_prints_the_fields_that_are_promised(run, tmp_path):
    (tmp_path / "people.csv").write_text("Name\nInes Duarte\n")
    told = json.loads(run("import", "people", str(tmp_path / "people.csv"), "--json").out)
    promised = README.read_text(encoding="utf-8").split("prints one object: ")[1].split("`because` says")[0]
    found = [*told, *told["counts"], *told["rows"][0]]
    assert set(found) - set(re.findall(r"`(\w+)`", promised)) == set()
    assert set(re.findall(r"`(\w+)`", promised)) - set(found) == {"field"}
