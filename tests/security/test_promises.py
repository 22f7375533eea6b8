"""docs/security.md: every test that it names is there, and every number is the one that the program uses."""

import ast
import re

import pytest

from app.files.stream import PIECE
from app.security.keys import KEY_BYTES, LEAST_KIB, NONCE_BYTES, PROGRAM_COST, SALT_BYTES
from app.security.pins import PIN_COST
from app.security.recovery import LETTERS
from tests.architecture.source import ROOT, tree

PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)))
KIB = 1024


@pytest.mark.parametrize(("path", "name"), NAMED, ids=[name for _path, name in NAMED])
def test_a_test_that_shows_a_promise_is_there(path, name):
    assert name in {node.name for node in ast.walk(tree(ROOT / path)) if isinstance(node, ast.FunctionDef)}


def test_most_promises_name_their_test():
    promised = PAGE.split("## Against what nothing here helps")[0]
    assert len(NAMED) >= 50
    assert promised.count("\n- ") <= promised.count("::test_")


@pytest.mark.parametrize(
    "words",
    [
        f"{PROGRAM_COST.memory_kib // KIB} MiB, {PROGRAM_COST.passes} passes and {PROGRAM_COST.lanes} lanes",
        f"Keys under {LEAST_KIB // KIB} MiB are refused",
        f"a salt of {SALT_BYTES} random bytes",
        f"a nonce of {NONCE_BYTES} random bytes",
        f"is {KEY_BYTES * 8} random bits",
        f"{PIN_COST.memory_kib // KIB} MiB, {PIN_COST.passes} pass)",
        f"pieces of {PIECE // KIB} KiB",
        f"{LETTERS} letters and digits",
    ],
)
def test_every_number_is_the_one_in_use(words):
    assert words in PAGE.replace("\n  ", " ")


def test_the_cipher_of_the_records_is_the_one_that_is_promised(workspace):
    with workspace.read() as tx:
        connection = tx.connection()
        version = connection.exec_driver_sql("PRAGMA cipher_version").scalar_one()
        settings = " ".join(row[0] for row in connection.exec_driver_sql("PRAGMA cipher_settings"))
    assert version.startswith("4.")
    assert "cipher_use_hmac = 1" in settings
    assert "HMAC_SHA512" in settings
