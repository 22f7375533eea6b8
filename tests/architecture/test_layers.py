"""ui above app above db; nothing of Qt below the window; nothing imported late but in the two doors."""

import ast

import pytest

from tests.architecture.source import FLOORS, files, imported, name, nodes

BELOW = {"db": {"app", "ui"}, "app": {"ui"}, "ui": set[str]()}
DOORS = {"ui/__main__.py", "ui/start.py"}
IMPORTS = (ast.Import, ast.ImportFrom)


@pytest.mark.parametrize("floor", FLOORS)
def test_a_floor_imports_only_what_is_below_it(floor):
    wrong = [
        (name(path), module)
        for path in files(floor)
        for node in nodes(path, *IMPORTS)
        for module in imported(node)
        if module.split(".")[0] in BELOW[floor]
    ]
    assert wrong == []


def test_no_qt_below_the_window():
    wrong = [
        name(path)
        for path in files("app", "db")
        for node in nodes(path, *IMPORTS)
        for module in imported(node)
        if module.split(".")[0] in {"PySide6", "qasync", "shiboken6"}
    ]
    assert wrong == []


def test_reportlab_is_known_to_the_documents_alone():
    wrong = [
        name(path)
        for path in files(*FLOORS)
        for node in nodes(path, *IMPORTS)
        for module in imported(node)
        if module.split(".")[0] == "reportlab" and not name(path).startswith("app/documents/")
    ]
    assert wrong == []


def test_no_sql_in_the_window():
    wrong = [
        (name(path), module)
        for path in files("ui")
        for node in nodes(path, *IMPORTS)
        for module in imported(node)
        if module.split(".")[0] in {"sqlcipher3", "sqlite3"}
        or (module.startswith("sqlalchemy") and module != "sqlalchemy.orm")
    ]
    assert wrong == []


def test_nothing_is_imported_late_but_in_the_two_doors():
    late = [
        (name(path), function.name)
        for path in files(*FLOORS)
        if name(path) not in DOORS
        for function in nodes(path, ast.FunctionDef, ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, IMPORTS)
    ]
    assert late == []
