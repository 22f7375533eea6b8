"""After a morning's work nothing of a locked workspace can be read anywhere in its user's folders."""

import gzip
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from app.documents import sign_in_sheet
from tests.documents.samples import STANDARD, sign_in
from tests.journeys.in_clear import in_clear
from tests.journeys.test_first_morning import PASSPHRASE

REPOSITORY = Path(__file__).parents[2]
LIST = """Name,Email,Phone,Dietary requirements
Shirin Akhtaruzzaman,shirin.a@example.org,07700 900301,no hazelnuts whatsoever
শিরিন আখতারুজ্জামান,,07700 900302,
Zoë Brandão-Whitcombe,zoe.bw@example.org,07700 900303,
Łukasz Wiśniewski,lukasz.w@example.org,,
أمينة الخطيب,amina.k@example.org,07700 900305,
陳美玲,meiling@example.org,07700 900306,
Ελένη Παπαδοπούλου,,07700 900307,
ਹਰਪ੍ਰੀਤ ਕੌਰ,harpreet.k@example.org,,
Nguyễn Thị Hồng Hạnh,,07700 900309,
"""
LETTER = "Dear Mrs Farnsworthy-Okonedo, your appointment has moved."
SECRETS = (
    *(PASSPHRASE, "Farnsworthy-Okonedo", "Half-typed", "Hallworthy", "first visits", "Ruth A."),
    *("Map of the corridors", "Quillfeather", "Vandervoort", "Thistledown", "gooseberry", "Inchbald"),
)
SHOWN = {"Shirin", "Łukasz", "Farnsworthy-Okonedo"}
WORDS = {
    *(word for line in LIST.splitlines()[1:] for cell in line.split(",") for word in (cell, *cell.split(" ")) if word),
    *SECRETS,
}
FOLDERS = {
    "HOME": ".",
    "XDG_DATA_HOME": "data",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "run",
    "TMPDIR": "tmp",
    "TEMP": "tmp",
    "TMP": "tmp",
}


@pytest.fixture
def laptop(tmp_path: Path) -> Path:
    """The folders of a user who has never run the program."""
    folder = tmp_path / "laptop"
    for name in set(FOLDERS.values()):
        (folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


@pytest.fixture
def start(laptop: Path, tmp_path: Path):
    """Starts one half of the morning in a program of its own."""
    given, wanted = tmp_path / "given", tmp_path / "wanted"
    for folder in (given, wanted):
        folder.mkdir()
    (given / "people.csv").write_text(LIST, encoding="utf-8")
    (given / "letter.txt").write_text(LETTER, encoding="utf-8")
    variables = {name: str(laptop / folder) for name, folder in FOLDERS.items()}
    running: list[subprocess.Popen[str]] = []

    def begin(step: str) -> subprocess.Popen[str]:
        paths = (given / "people.csv", given / "letter.txt", wanted)
        command = [sys.executable, "-m", "tests.journeys.morning", step, *map(str, paths)]
        environment = os.environ | variables | {"QT_QPA_PLATFORM": "offscreen"}
        child = subprocess.Popen(
            command, cwd=REPOSITORY, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )
        running.append(child)
        return child

    yield begin
    for child in running:
        child.kill()
        child.communicate()


def reached(child: subprocess.Popen[str]) -> str:
    return child.stdout.readline().strip()


def go_on(child: subprocess.Popen[str]) -> None:
    child.stdin.write("go on\n")
    child.stdin.flush()


def test_after_a_morning_a_power_cut_and_a_lock_nothing_is_left_in_clear(start, laptop, tmp_path):
    viewer = laptop / "cache" / "Peapod" / "viewer"
    first = start("first")
    assert reached(first) == "open"
    first.kill()
    first.wait()
    left = in_clear(laptop, WORDS)
    assert left.keys() == {path for path in viewer.rglob("*") if path.is_file()} != set()
    assert set().union(*left.values()) >= SHOWN
    again = start("again")
    assert reached(again) == "door"
    assert in_clear(laptop, WORDS) == {}
    go_on(again)
    assert reached(again) == "locked"
    assert in_clear(laptop, WORDS) == {}
    assert (viewer.exists(), (laptop / "data" / "Peapod" / "workspace" / "records.db").exists()) == (False, True)
    go_on(again)
    assert again.wait() == 0
    assert in_clear(laptop, WORDS) == {}
    assert len(list(laptop.rglob("records.db"))) > 1
    assert len(list((tmp_path / "wanted").rglob("records.db"))) == 1
    saved = {path.stem[-13:]: "Shirin" in words for path, words in in_clear(tmp_path / "wanted", WORDS).items()}
    assert saved == {"Sign-in sheet": True, "acuation list": False}


def packed(content: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as inner:
        inner.writestr("inner.txt", content)
    return out.getvalue()


def printed(content: bytes) -> bytes:
    out = BytesIO()
    sign_in_sheet.build(sign_in(content.decode()), out, STANDARD)
    return out.getvalue()


@pytest.mark.parametrize("name", ["Zoë Brandão-Whitcombe", "Łukasz Wiśniewski", "শিরিন আখতারুজ্জামান"])
@pytest.mark.parametrize(
    "written",
    [
        lambda content: bytes(1000) + content,
        lambda content: b"\xff\xfe" + content.decode().encode("utf-16-le"),
        lambda content: content.decode().encode("utf-16-be"),
        lambda content: content.decode().casefold().encode(),
        packed,
        lambda content: packed(packed(content)),
        gzip.compress,
    ],
)
def test_what_was_left_in_clear_would_be_found(tmp_path: Path, name: str, written: Callable[[bytes], bytes]):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "left").write_bytes(written(name.encode()))
    assert in_clear(tmp_path, [name]) == {tmp_path / "deep" / "left": {name}}
    assert in_clear(tmp_path, ["Somebody Else"]) == {}


def test_what_was_left_in_a_print_or_as_a_name_would_be_found(tmp_path):
    (tmp_path / "left.pdf").write_bytes(printed("Łukasz Wiśniewski".encode()))
    (tmp_path / "Łukasz Wiśniewski.lock").touch()
    assert in_clear(tmp_path, ["Łukasz Wiśniewski"]).keys() == set(tmp_path.iterdir())
