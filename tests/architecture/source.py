"""Our own source code, read as syntax trees."""

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
FLOORS = ("app", "db", "ui")


def files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def nodes(path: Path, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, kinds))


def imported(node: ast.AST) -> list[str]:
    """Return the modules that an import statement names."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def import_all(package: str) -> None:
    """Import every module below a package, so that every class of it is known."""
    for found in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
        if (
            not found.name.endswith("__main__")
            and ".migrations.versions" not in found.name
            and ".migrations.env" not in found.name
        ):
            importlib.import_module(found.name)


def descendants(kind: type) -> set[type]:
    return {kind for child in kind.__subclasses__() for kind in (child, *descendants(child))}
