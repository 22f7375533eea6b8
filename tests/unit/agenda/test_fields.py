"""What is said of a block is one list, whether it is read or changed."""

from typing import get_type_hints

from app.agenda.fields import BlockFields, BlockSaid


def test_all_that_is_said_of_a_block_can_be_changed_and_nothing_else():
    assert get_type_hints(BlockFields) == get_type_hints(BlockSaid)
