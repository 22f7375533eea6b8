"""What went wrong is told to whoever sits there, and to nobody else: no error says by itself what it is about."""

import ast
import dataclasses
import io
import subprocess
import sys
import traceback
from contextlib import redirect_stderr

import pytest

from app.bugs import report_of, tell
from app.errors import Refused, Unavailable
from tests.architecture.source import ROOT, descendants, import_all, name, nodes
from tests.architecture.source import files as sources

import_all("db")
import_all("app")
ERRORS = sorted(descendants(Refused) | descendants(Unavailable), key=lambda kind: kind.__qualname__)
SECRET = "shirin-akter-seven-quiet-herons-wading"
SECRET_FIELDS = {"passphrase", "password", "key", "code", "pin", "secret"}
PUBLIC_CODES = {"Unreadable"}  # the number of a character in Unicode


def raised(kind: type[Exception]) -> Exception:
    """An error whose every fact is a secret, raised because of another one, as it is caught."""
    fields = dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else ()
    error = kind(**{field.name: SECRET for field in fields})
    try:
        try:
            raise ValueError(SECRET)
        except ValueError as cause:
            raise error from cause
    except Exception as caught:
        return caught


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__qualname__)
def test_an_error_says_none_of_its_facts_by_itself(kind):
    error = raised(kind)
    shown = [str(error), repr(error), f"{error}", *traceback.format_exception_only(error)]
    assert SECRET not in "".join(shown)
    assert kind.__name__ in str(error)


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__qualname__)
def test_a_report_of_a_bug_holds_nothing_of_an_error_or_of_its_cause(kind):
    assert SECRET not in report_of(raised(kind))
    with redirect_stderr(io.StringIO()) as written:
        tell(kind, raised(kind), None)
    assert kind.__name__ in written.getvalue()
    assert SECRET not in written.getvalue()


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__qualname__)
def test_no_error_carries_what_opens_the_records(kind):
    fields = dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else ()
    assert {field.name for field in fields} & SECRET_FIELDS == set() or kind.__name__ in PUBLIC_CODES


def test_a_command_that_fails_for_a_reason_of_ours_quotes_no_message(tmp_path):
    failing = (
        "import sys\nfrom ui.__main__ import main\nimport click\n"
        "def fail(*_, **__):\n    raise ValueError(' '.join(['shirin', 'akter']))\n"
        "click.Group.main = fail\nsys.exit(main(['check']))\n"
    )
    ended = subprocess.run([sys.executable, "-c", failing], capture_output=True, text=True, cwd=ROOT, check=False)
    assert ended.returncode == 1
    assert "ValueError" in ended.stderr
    assert "shirin akter" not in ended.stderr + ended.stdout


def test_what_is_kept_of_a_secret_is_not_printed_with_what_holds_it():
    telling = [
        f"{name(path)} {holder.name}.{line.target.id}"
        for path in sources("app", "db", "ui")
        for holder in nodes(path, ast.ClassDef)
        if is_dataclass(holder) and not any(getattr(line, "name", "") == "__repr__" for line in holder.body)
        for line in holder.body
        if isinstance(line, ast.AnnAssign) and is_secret(line) and "repr=False" not in ast.unparse(line)
    ]
    assert telling == []


def test_nothing_is_logged():
    logging = [name(path) for path in sources("app", "db", "ui") for node in nodes(path, ast.Import) if logs(node)]
    assert logging == []


def is_dataclass(holder: ast.ClassDef) -> bool:
    return any("dataclass" in ast.unparse(decorator) for decorator in holder.decorator_list)


def is_secret(line: ast.AnnAssign) -> bool:
    called = ast.unparse(line.target)
    kind = ast.unparse(line.annotation)
    return called in {"passphrase", "password", "pin"} or (called in {"key", "old_key", "new_key"} and "bytes" in kind)


def logs(node: ast.AST) -> bool:
    return isinstance(node, ast.Import) and any(alias.name == "logging" for alias in node.names)
