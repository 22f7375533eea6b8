"""The table is whole: every condition and every way out is brought about by a test, and every row is of a condition."""

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import tests.faults
from tests.faults.table import ELSEWHERE, ROWS, Condition, Row, WayOut

ROOT = Path(__file__).parents[2]


def marked(name: str) -> set[object]:
    """What the tests of this folder say that they bring about, or which way out they go."""
    modules = [found.name for found in pkgutil.iter_modules(tests.faults.__path__, "tests.faults.")]
    tested = [importlib.import_module(module) for module in modules if ".test_" in module]
    functions = [value for module in tested for value in vars(module).values() if hasattr(value, "pytestmark")]
    return {given for function in functions for mark in marks(function) if mark.name == name for given in mark.args}


def marks(function: object) -> Iterator[pytest.Mark]:
    """The marks of a test, and those of each set of values that it is given."""
    for mark in function.pytestmark:
        yield mark
        for values in mark.args[1] if mark.name == "parametrize" else ():
            for one in getattr(values, "marks", ()):
                yield getattr(one, "mark", one)


def is_there(test: str) -> bool:
    """Whether a test that is named as "file::test" is there."""
    file, _, name = test.partition("::")
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return any(isinstance(node, ast.FunctionDef) and node.name == name for node in tree.body)


def test_every_condition_has_a_row():
    assert set(ROWS) == set(Condition)


def test_every_condition_is_brought_about_by_a_test():
    assert marked("fault") | {condition for condition, row in ROWS.items() if row.elsewhere} == set(Condition)


def test_every_way_out_is_gone_by_a_test_and_needed():
    assert marked("way_out") | set(ELSEWHERE) == set(WayOut) == {row.way_out for row in ROWS.values()}


def test_every_test_that_is_named_elsewhere_is_there():
    named = [row.elsewhere for row in ROWS.values() if row.elsewhere] + list(ELSEWHERE.values())
    assert [test for test in named if not is_there(test)] == []


@pytest.mark.parametrize(
    ("words", "shown"), [("The folder /a/b is full.", True), ("The folder is full.", False), ("A folder", False)]
)
def test_a_row_knows_its_own_words(words, shown):
    assert Row("The folder {folder} is full.", WayOut.NOTHING).shows(words) is shown
