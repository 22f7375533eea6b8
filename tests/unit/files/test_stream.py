"""Encrypted pieces: what was written comes back, and anything else is found."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl import bindings as sodium

from app.files.errors import FileDamaged
from app.files.stream import HEAD, LAST, MARK, PIECE, SEALED, decrypted, encrypted, in_pieces, new_file_key
from db.types import RecordId
from tests.examples import EXAMPLES

KEY = bytes(range(32))
ID = RecordId("a" * 32)
START = len(MARK) + HEAD


def sealed(content: bytes, key: bytes = KEY, file_id: RecordId = ID) -> bytes:
    return b"".join(encrypted(in_pieces([content]), key, file_id))


def content_of(written: bytes, key: bytes = KEY, file_id: RecordId = ID) -> bytes:
    return b"".join(decrypted(BytesIO(written), key, file_id))


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(st.binary(max_size=50)), st.integers(0, 3), st.integers(-2, 2))
def test_what_was_written_comes_back_at_every_length(parts, pieces, off):
    parts = [bytes(max(0, pieces * PIECE + off)), *parts]
    assert content_of(b"".join(encrypted(in_pieces(parts), KEY, ID))) == b"".join(parts)


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.binary(max_size=200), st.data())
def test_any_changed_bit_is_found(content, data):
    written = bytearray(sealed(content))
    written[data.draw(st.integers(0, len(written) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(FileDamaged):
        content_of(bytes(written))


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.integers(0, 3 * PIECE), st.data())
def test_a_file_that_was_cut_off_is_found(size, data):
    written = sealed(bytes(size))
    with pytest.raises(FileDamaged):
        content_of(written[: data.draw(st.integers(0, len(written) - 1))])


@pytest.mark.parametrize("end", [START, START + SEALED, START + 2 * SEALED])
def test_a_file_that_was_cut_off_between_two_pieces_is_found(end):
    with pytest.raises(FileDamaged):
        content_of(sealed(bytes(3 * PIECE))[:end])


def test_pieces_that_changed_places_are_found():
    written = sealed(b"a" * PIECE + b"b" * PIECE + b"c")
    first, second, rest = written[START : START + SEALED], written[START + SEALED :][:SEALED], written[-18:]
    with pytest.raises(FileDamaged):
        content_of(written[:START] + second + first + rest)


def test_what_was_put_behind_the_end_is_found():
    with pytest.raises(FileDamaged):
        content_of(sealed(bytes(PIECE - 1)) + b"more than a seal, nothing else")
    with pytest.raises(FileDamaged):
        content_of(sealed(bytes(PIECE)) + b"more than a seal, nothing else")


def test_nothing_goes_on_behind_the_last_piece_even_under_the_right_key():
    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    head = MARK + sodium.crypto_secretstream_xchacha20poly1305_init_push(state, KEY)
    first, more = (
        sodium.crypto_secretstream_xchacha20poly1305_push(state, bytes(PIECE), ID.encode(), LAST) for _ in range(2)
    )
    assert content_of(head + first) == bytes(PIECE)
    with pytest.raises(FileDamaged):
        content_of(head + first + more)


def test_the_content_of_another_file_is_found_even_under_its_own_key():
    with pytest.raises(FileDamaged):
        content_of(sealed(b"somebody else's"), file_id=RecordId("b" * 32))


def test_another_key_opens_nothing():
    with pytest.raises(FileDamaged):
        content_of(sealed(b"words"), key=new_file_key())


def test_nothing_of_the_content_is_on_the_disk_and_no_two_writings_are_alike():
    content = "শিরিন আক্তার".encode() * 20
    assert content not in sealed(content)
    assert sealed(content) != sealed(content)
