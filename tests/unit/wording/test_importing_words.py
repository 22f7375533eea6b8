"""What is said of a list and its rows: whole sentences, with the facts in them."""

from pathlib import Path

import pytest

from app.days import month_word
from app.errors import TooLong, Unreadable
from app.importing import errors
from app.importing.drafts import Draft, RefusedRow, Why
from app.importing.mapping import Target
from app.importing.matching import Because, Fate, FateKind, Kept
from app.importing.report import Outcome, RowReport
from app.importing.shapes import known_titles
from app.people.errors import HasCome, NameNeeded, OnePerson, WordsNeeded
from app.people.likeness import Why as Likeness
from app.wording import sentence
from app.wording.importing import fate_word, fate_words, outcome_word, outcome_words, shape_word, target_word
from app.wording.people import why_word
from app.wording.vocabulary import need_status_word, role_named, role_word, status_word
from db.types import NeedStatus, PersonId, Role, Status

FILE = Path("list.csv")
ANN = PersonId("ann")
NAMES = {ANN: "Ann Lee", PersonId("ben"): "Ben Lee"}
REFUSED = [
    errors.EmptyFile(FILE),
    errors.NoRows(FILE),
    *(errors.NotATable(FILE, content) for content in errors.Content),
    errors.DamagedText(FILE, "utf-8", 3),
    errors.UnclosedQuote(FILE, 3),
    errors.CellTooLong(FILE, 3, 2, 10_000),
    errors.TooManyRows(FILE, 50_000),
    errors.TooManyColumns(FILE, 500),
    errors.TooLarge(FILE, 60_000_000, 50_000_000),
    errors.PasswordProtected(FILE),
    errors.MacroWorkbook(FILE),
    errors.BrokenWorkbook(FILE),
]


@pytest.mark.parametrize("error", REFUSED, ids=lambda error: type(error).__name__)
def test_a_refused_file_is_named_and_the_sentence_is_whole(error):
    said = sentence(error)
    assert "list.csv" in said
    assert said.endswith(".")
    assert "{" not in said


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (NameNeeded(), "A person needs a name. One name is enough."),
        (WordsNeeded("affiliation"), "“Organisation or network” is empty. Type something, or remove the line."),
        (Unreadable("name", 0), "“Name” holds a character that cannot be shown. Type it again by hand."),
        (TooLong("note", 10_001, 10_000), "“Note” has 10001 letters. At most 10000 fit."),
        (OnePerson(ANN), "That is the same person twice. Choose two people."),
    ],
)
def test_what_is_refused_of_people_is_said_with_what_to_do(error, said):
    assert sentence(error) == said


@pytest.mark.parametrize("sessions", [1, 2])
def test_who_came_cannot_be_deleted_and_the_sentence_counts(sessions):
    assert f"{sessions} session" in sentence(HasCome(ANN, "Ann Lee", sessions))


def fate(kind: FateKind, ids=(), lines=(), because=None, refused=None) -> Fate:
    return Fate(2, kind, None if refused else Draft(line=2, name="Ann Lee"), refused, because, tuple(ids), tuple(lines))


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (fate(FateKind.NEW), "Somebody new."),
        (fate(FateKind.NEW, [ANN]), "Somebody new. Ann Lee has the same name or address."),
        (fate(FateKind.MATCHES, [ANN], because=Because.NAME_AND_EMAIL), "Ann Lee: same name and e-mail."),
        (fate(FateKind.REPEAT, lines=[4], because=Because.EMAIL_ALONE), "The same person as in row 4: same e-mail."),
        (fate(FateKind.UNCLEAR, NAMES), "This may be Ann Lee, Ben Lee."),
        (fate(FateKind.UNCLEAR, lines=[4]), "This may be the person in row 4."),
        (fate(FateKind.UNCLEAR, [ANN], [4]), "This may be Ann Lee, or the person in row 4."),
    ],
)
def test_what_becomes_of_a_row_is_said_with_its_reason(of, said):
    assert fate_words(of, NAMES) == said


@pytest.mark.parametrize("why", Why)
def test_every_reason_to_refuse_a_row_is_a_sentence(why):
    said = fate_words(fate(FateKind.REFUSED, refused=RefusedRow(2, why, "Email", "no address")), {})
    assert said.endswith(".")
    assert "{" not in said


def test_what_was_done_says_what_the_records_kept():
    row = RowReport(2, Outcome.MATCHED, "Ann Lee", kept=(Kept("phone", "1", "2"),))
    assert outcome_words(row) == "The list says otherwise here: Phone. The records were kept."
    assert outcome_words(RowReport(2, Outcome.LEFT_OUT, "Ann Lee")) == "Nobody said who this is."
    assert outcome_words(RowReport(2, Outcome.ADDED, "Ann Lee")) == ""


def test_every_word_of_the_vocabulary_is_a_word_for_people():
    words = [
        *map(fate_word, FateKind),
        *map(outcome_word, Outcome),
        *map(target_word, Target),
        *map(role_word, Role),
        *map(status_word, Status),
        *map(need_status_word, NeedStatus),
        *map(month_word, range(1, 13)),
        *map(why_word, Likeness),
        *(shape_word(shape.name) for shape in known_titles().shapes),
    ]
    assert [word for word in words if not word or "_" in word] == []


def test_a_role_is_known_by_its_word_and_other_words_stay():
    assert role_named(" carer ") == "carer"
    assert role_named("Health visitor") == role_word("Health visitor") == "Health visitor"
