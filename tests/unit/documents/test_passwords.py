"""A password is for the restricted documents, unless it is asked for all; what nobody knows yet must be shown."""

from app.documents.document import DocumentClass
from app.documents.passwords import IN_CLEAR, Passwords, new_passwords

PUBLIC, ROOM, RESTRICTED = DocumentClass.PUBLIC, DocumentClass.ROOM, DocumentClass.RESTRICTED


def test_a_new_password_is_for_restricted_documents_and_nobody_knows_it_yet():
    made = new_passwords()
    assert made.of(RESTRICTED) == made.untold is not None
    assert made.of(ROOM) is made.of(PUBLIC) is None


def test_everywhere_it_is_the_same_one():
    everywhere = new_passwords().everywhere()
    assert {everywhere.of(one) for one in DocumentClass} == {everywhere.untold}


def test_a_password_of_ones_own_is_nothing_to_be_shown():
    own = Passwords("four words are enough").everywhere()
    assert {own.of(one) for one in DocumentClass} == {"four words are enough"}
    assert own.untold is None


def test_where_there_was_none_everywhere_takes_a_new_one():
    assert {IN_CLEAR.of(one) for one in DocumentClass} == {None}
    made = IN_CLEAR.everywhere()
    assert made.of(ROOM) == made.of(RESTRICTED) == made.untold is not None


def test_no_report_and_no_log_holds_it():
    made = new_passwords().everywhere()
    assert str(made.untold) not in repr(made)
