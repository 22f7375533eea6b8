"""Where looking for files begins."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from ui.asking import DOCUMENTS, DOWNLOADS, begins_in


@pytest.mark.parametrize("location", [DOCUMENTS, DOWNLOADS])
def test_files_are_looked_for_in_a_folder_that_exists_and_is_the_users(location):
    usual = Path(QStandardPaths.writableLocation(location))
    assert begins_in(location) == str(usual if usual.is_dir() else Path.home())
    assert Path(begins_in(location)).is_dir()
