# SPDX-License-Identifier: GPL-3.0-or-later
"""The organisation's logo: read with care, kept encrypted, on letters and certificates, undone like anything else."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from app.attendance import commands
from app.documents import thank_you_letter
from app.documents.document import Asked
from app.documents.drawing import draw
from app.documents.errors import PictureTooLarge, PictureUnreadable
from app.documents.logo import LARGEST, has_logo, read_logo, remove_logo, small_logo, store_logo, use_logo
from app.documents.style import PrintStyle
from app.files.errors import FileTooLarge
from app.files.store import path_of
from app.journal.commands import undo
from app.wording import sentence
from app.workspace import Workspace
from db.errors import CannotRead
from db.journal import Op
from db.models import StoredFile
from tests.builders import add_person, add_session
from tests.documents.parts import mark
from tests.documents.reading import spoken_tags

NINE = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "logo.png"
    path.write_bytes(mark())
    return path


def use(workspace: Workspace, picture: Path) -> None:
    stored = store_logo(workspace.folder, picture)
    with workspace.change(Op.CHANGE_SETTING) as tx:
        use_logo(tx, stored, name=picture.name)


def shape_of(workspace: Workspace) -> float | None:
    with workspace.read() as tx:
        logo = read_logo(tx, workspace.folder)
    return None if logo is None else logo.shape


def test_a_logo_comes_back_and_lies_there_encrypted(workspace, picture):
    use(workspace, picture)
    assert shape_of(workspace) == 0.5
    (kept,) = [path for path in (workspace.folder / "files").rglob("*") if path.is_file()]
    assert picture.read_bytes()[:64] not in kept.read_bytes()
    assert Image.open(BytesIO(small_logo(workspace) or b"")).size == (240, 120)


def test_it_stands_on_a_letter_with_what_it_shows(workspace, picture):
    use(workspace, picture)
    with workspace.change(Op.CHECK_IN) as tx:
        session_id = add_session(tx).id
        commands.check_in(tx, session_id, add_person(tx).id, at=NINE, now=NINE)
    with workspace.read() as tx:
        assert thank_you_letter.read(tx, Asked(workspace, session_id)).letterhead.logo is not None
    (drawn,) = draw(workspace, session_id, ["thank-you-letters"], PrintStyle(""))
    assert "Figure" in [tag for tag, _ in spoken_tags(drawn.pdf, 1)]


def test_a_removed_logo_is_printed_no_more_and_undo_brings_it_back(workspace, picture, heard):
    use(workspace, picture)
    with workspace.change(Op.CHANGE_SETTING) as tx:
        remove_logo(tx)
    assert (shape_of(workspace), small_logo(workspace)) == (None, None)
    with workspace.change(Op.UNDO) as tx:
        undo(tx, heard[-1].dot)
    assert shape_of(workspace) == 0.5


def test_a_new_logo_takes_the_place_of_the_old_one(workspace, picture, tmp_path):
    use(workspace, picture)
    Image.new("RGB", (40, 40)).save(tmp_path / "square.png")
    use(workspace, tmp_path / "square.png")
    assert shape_of(workspace) == 1.0
    with workspace.read() as tx:
        assert [row.name for row in tx.query(StoredFile)] == ["square.png"]


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        (b"Dear Zo\xc3\xab, no picture", PictureUnreadable, "no picture that Peapod can read"),
        (b"", PictureUnreadable, "no picture that Peapod can read"),
        (mark()[:200], PictureUnreadable, "no picture that Peapod can read"),
    ],
    ids=["a text", "nothing", "half a picture"],
)
def test_what_is_no_picture_is_refused_and_nothing_is_kept(workspace, tmp_path, content, error, words):
    (tmp_path / "logo.png").write_bytes(content)
    with pytest.raises(error) as refused:
        store_logo(workspace.folder, tmp_path / "logo.png")
    assert words in sentence(refused.value)
    assert not list((workspace.folder / "files").rglob("*")) if (workspace.folder / "files").exists() else True


def test_a_picture_of_a_hundred_megapixels_is_refused_with_its_size(workspace, tmp_path):
    Image.new("1", (10_000, 10_000)).save(tmp_path / "huge.png")
    with pytest.raises(PictureTooLarge) as refused:
        store_logo(workspace.folder, tmp_path / "huge.png")
    assert "million pixels" in sentence(refused.value)


def test_a_file_that_is_too_large_or_gone_is_told(workspace, tmp_path):
    with (tmp_path / "large.png").open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(FileTooLarge):
        store_logo(workspace.folder, tmp_path / "large.png")
    with pytest.raises(CannotRead):
        store_logo(workspace.folder, tmp_path / "gone.png")


def test_letters_go_out_without_a_logo_whose_file_is_damaged(workspace, picture):
    use(workspace, picture)
    with workspace.read() as tx:
        assert has_logo(tx)
        kept = path_of(workspace.folder, tx.query(StoredFile).one().id)
    kept.write_bytes(kept.read_bytes()[:-3] + b"???")
    assert (shape_of(workspace), small_logo(workspace)) == (None, None)
