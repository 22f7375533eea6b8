"""Sizes that are hard limits, and what is not to be found anywhere."""

import ast
import re

from tests.architecture.source import FLOORS, files, name, nodes, tree

FILE_LINES = 400
CLASS_LINES = 250
FUNCTION_LINES = 50
VAGUE = re.compile(r"(Manager|Helper|Util|Utils|Data|Info)$|^(handle|process)_(?!bind_param|result_value)")


def lines(node: ast.AST) -> int:
    return node.end_lineno - node.lineno + 1


def test_no_file_is_longer_than_four_hundred_lines():
    found = files(*FLOORS, "packaging", "tests")
    assert [name(path) for path in found if len(path.read_text(encoding="utf-8").splitlines()) > FILE_LINES] == []


def test_no_class_is_longer_than_two_hundred_and_fifty_lines():
    found = [
        (name(path), node.name)
        for path in files(*FLOORS)
        for node in nodes(path, ast.ClassDef)
        if lines(node) > CLASS_LINES
    ]
    assert found == []


def test_no_function_is_longer_than_fifty_lines():
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    found = [
        (name(path), node.name)
        for path in files(*FLOORS, "packaging", "tests")
        for node in nodes(path, *kinds)
        if lines(node) > FUNCTION_LINES
    ]
    assert found == []


def test_nothing_is_called_by_a_word_that_says_nothing():
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    found = [
        (name(path), node.name)
        for path in files(*FLOORS)
        for node in nodes(path, *kinds)
        if VAGUE.search(node.name) and node.name != "headerData"
    ]
    assert found == []


def test_no_module_has_a_state_of_its_own():
    assert [name(path) for path in files(*FLOORS) for _ in nodes(path, ast.Global)] == []


def test_every_module_says_what_it_is():
    assert [name(path) for path in files(*FLOORS) if not ast.get_docstring(tree(path))] == []


def test_nothing_is_left_to_be_done_in_a_comment():
    marks = re.compile(r"#.*\b(TODO|FIXME|XXX|HACK)\b")
    found = [
        name(path) for path in files(*FLOORS, "packaging", "tests") if marks.search(path.read_text(encoding="utf-8"))
    ]
    assert [each for each in found if each != "tests/architecture/test_shape.py"] == []


def test_no_test_puts_something_false_in_the_place_of_the_real_thing():
    false = re.compile(r"unittest\.mock|MagicMock|\bpatch\(|mocker|monkeypatch\.setattr|time\.sleep\(|qtbot\.wait\(\d")
    found = [name(path) for path in files("tests") if false.search(path.read_text(encoding="utf-8"))]
    assert [each for each in found if each != "tests/architecture/test_shape.py"] == []
