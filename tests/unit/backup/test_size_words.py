"""How large a backup is, in words."""

import pytest

from app.backup.words import size_words


@pytest.mark.parametrize(
    ("size", "said"), [(0, "0.1 MB"), (49_000, "0.1 MB"), (449_000, "0.4 MB"), (12_345_678, "12.3 MB")]
)
def test_a_size_is_in_megabytes_and_never_nothing(size: int, said: str):
    assert size_words(size) == said
