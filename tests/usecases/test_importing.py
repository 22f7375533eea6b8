"""A list of people is taken as one operation: nobody twice, nothing overwritten, and undone as a whole."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.errors import NotFound
from app.importing.commands import import_people
from app.importing.mapping import Target, fingerprint
from app.importing.matching import FateKind
from app.importing.queries import Plan, make_plan, open_list, remembered, samples
from app.importing.report import Chosen, ImportReport, Outcome
from app.people import belongings
from app.people.card import contact_of, emergency_contact_of, person_card
from app.people.commands import add_person
from app.people.kinds import kind_named
from app.workspace import Workspace
from db.journal import Changes, Op
from db.local import ImportMapping
from db.models import Attendance, Person
from db.types import AffiliationKind, PersonId, Role, SessionId, Status
from tests import builders
from tests.conftest import MORNING
from tests.steps import take_back

TODAY = MORNING.date()
Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_list(text: str) -> Path:
        path = tmp_path / "list.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write_list


def planned(workspace: Workspace, path: Path) -> Plan:
    with workspace.read() as tx:
        opened = open_list(tx, path)
        return make_plan(tx, opened.table, opened.columns)


def take(workspace: Workspace, path: Path, choices=None, session_id=None, **given) -> ImportReport:
    plan = planned(workspace, path)
    return import_people(workspace, plan, choices=choices or {}, session_id=session_id, **given)


def add(workspace: Workspace, name: str, **given) -> PersonId:
    with workspace.change(Op.ADD_PERSON) as tx:
        return add_person(tx, name, **given)


def people(workspace: Workspace) -> dict[str, Person]:
    with workspace.read() as tx:
        return {person.name: person for person in tx.scalars(select(Person))}


def session(workspace: Workspace, **given) -> SessionId:
    with workspace.change(Op.ADD_SESSION) as tx:
        return builders.add_session(tx, **given).id


def coming(workspace: Workspace) -> dict[str, Attendance]:
    with workspace.read() as tx:
        rows = tx.execute(select(Person.name, Attendance).join(Attendance, Attendance.person_id == Person.id))
        return {row.name: row.Attendance for row in rows}


def outcomes(report: ImportReport) -> list[tuple[int, Outcome]]:
    return [(row.line, row.outcome) for row in report.rows]


def test_people_of_a_list_are_added_with_all_that_it_says(workspace, write):
    report = take(
        workspace,
        write(
            "Name,Email,Phone,Organisation,Networks,Languages,Access needs,Allergies,Dietary requirements,Role\n"
            "Shirin Akter,shirin@example.org,0118 496 0101,Reading Carers,Oakfield Mums,Bengali; English,"
            "Step-free; Bengali interpreter,Nuts,Halal,Carer\n"
        ),
    )
    assert outcomes(report) == [(2, Outcome.ADDED)]
    with workspace.read() as tx:
        person = tx.scalars(select(Person)).one()
        card, contact = person_card(tx, person.id), contact_of(tx, person.id)
    assert (card.name, card.family_name, card.usual_role) == ("Shirin Akter", "Akter", "carer")
    assert (contact.email, contact.phone) == ("shirin@example.org", "0118 496 0101")
    assert (card.languages, card.allergy, card.diet) == ("Bengali, English", "Nuts", "Halal")
    assert {(row.kind, row.name) for row in card.affiliations} == {
        (AffiliationKind.ORGANISATION, "Reading Carers"),
        (AffiliationKind.NETWORK, "Oakfield Mums"),
    }
    assert [(need.kind, need.detail) for need in card.needs] == [
        ("interpreter", "Bengali interpreter"),
        ("step_free", None),
    ]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Step-free", "step_free"),
        ("BSL interpreter please", "bsl"),
        ("an interpreter", "interpreter"),
        ("I use a wheelchair", "wheelchair"),
        ("Somewhere to smoke", "other"),
    ],
)
def test_a_need_in_their_words_is_of_a_kind_we_know_where_we_do(words, kind):
    assert kind_named(words) == kind


def test_the_same_list_twice_adds_nobody_and_changes_nothing(workspace, write, heard: list[Changes]):
    path = write(
        "Name,Email,Access needs,Networks\nShirin Akter,s@example.org,A hoist,Mums\nTom Okafor,t@example.org,,\n"
    )
    take(workspace, path)
    before = len(heard)
    report = take(workspace, path)
    assert outcomes(report) == [(2, Outcome.MATCHED), (3, Outcome.MATCHED)]
    assert len(heard) == before
    assert people(workspace).keys() == {"Shirin Akter", "Tom Okafor"}


def test_a_match_fills_blanks_and_overwrites_nothing(workspace, write):
    add(workspace, "Tom Okafor", email="tom@example.org", languages="English", pronouns="he/him")
    report = take(
        workspace,
        write(
            "Name,Email,Phone,Pronouns,Languages,Role\n"
            "Tom Okafor,TOM@example.org,0118 496 0102,they/them,Igbo; english,Clinician\n"
        ),
    )
    tom = people(workspace)["Tom Okafor"]
    assert (tom.phone, tom.pronouns, tom.languages) == ("0118 496 0102", "he/him", "English, Igbo")
    assert tom.usual_role == "clinician"
    assert [(kept.field, kept.file, kept.kept) for kept in report.rows[0].kept] == [("pronouns", "they/them", "he/him")]


def test_a_blank_never_overwrites(workspace, write):
    add(workspace, "Tom Okafor", email="tom@example.org", phone="0118 496 0102")
    take(workspace, write("Name,Email,Phone\nTom Okafor,tom@example.org,\n"))
    assert people(workspace)["Tom Okafor"].phone == "0118 496 0102"


def test_what_belongs_to_a_match_is_added_once(workspace, write):
    person = add(workspace, "Tom Okafor", email="tom@example.org")
    with workspace.change(Op.CHANGE_PERSON) as tx:
        belongings.add_affiliation(tx, person, AffiliationKind.ORGANISATION, "Reading Carers")
        belongings.add_community_role(tx, person, "Champion")
        belongings.add_need(tx, person, "braille", today=TODAY)
    take(
        workspace,
        write(
            "Name,Email,Organisation,Access needs,Community role\n"
            "Tom Okafor,tom@example.org,READING CARERS,Braille; Large print,champion; Health Maker\n"
        ),
    )
    with workspace.read() as tx:
        card = person_card(tx, person)
    assert [row.name for row in card.affiliations] == ["Reading Carers"]
    assert {row.name for row in card.community_roles} == {"Champion", "Health Maker"}
    assert {need.kind for need in card.needs} == {"braille", "large_print"}


EMERGENCY = "Name,Email,Emergency contact name,Emergency contact phone\nTom Okafor,tom@example.org,{},07700 900101\n"


@pytest.mark.parametrize(("there", "phone"), [("", "07700 900101"), ("mina", "07700 900101"), ("Farid", None)])
def test_one_contacts_name_never_gets_another_contacts_number(workspace, write, there, phone):
    person = add(workspace, "Tom Okafor", email="tom@example.org")
    with workspace.change(Op.CHANGE_EMERGENCY_CONTACT) as tx:
        belongings.set_emergency_contact(tx, person, name=there, relation=None, phone=None, today=TODAY)
    take(workspace, write(EMERGENCY.format("Mina")))
    with workspace.read() as tx:
        contact = emergency_contact_of(tx, person)
    assert (contact.name, contact.phone) == (there or "Mina", phone)


def test_an_emergency_contact_of_a_newcomer_is_purged_after_the_session(workspace, write):
    take(workspace, write(EMERGENCY.format("Mina")), session_id=session(workspace, held_on=date(2026, 12, 3)))
    with workspace.read() as tx:
        contact = emergency_contact_of(tx, tx.scalars(select(Person.id)).one())
    assert (contact.name, contact.purge_on) == ("Mina", date(2027, 1, 2))


def test_one_address_for_a_family_is_not_one_person(workspace, write):
    take(workspace, write("Name,Email\nAnn Lee,lee@example.org\nBen Lee,lee@example.org\n"))
    assert people(workspace).keys() == {"Ann Lee", "Ben Lee"}


def test_a_row_that_repeats_another_adds_to_it(workspace, write):
    report = take(workspace, write("Name,Email,Phone\nAnn Lee,a@example.org,\nAnn Lee,a@example.org,0118 496 0103\n"))
    assert outcomes(report) == [(2, Outcome.ADDED), (3, Outcome.REPEATED)]
    assert people(workspace)["Ann Lee"].phone == "0118 496 0103"


def test_an_address_alone_gives_a_name_that_can_be_read(workspace, write):
    take(workspace, write("Name,Email\n,tom.okafor@example.org\n"))
    assert people(workspace).keys() == {"Tom Okafor"}


def test_refused_rows_say_why_and_the_rest_is_taken(workspace, write):
    report = take(workspace, write("Name,Email\nAnn Lee,no address\nBen Lee,ben@example.org\n"))
    assert outcomes(report) == [(2, Outcome.REFUSED), (3, Outcome.ADDED)]
    assert report.rows[0].refused is not None
    assert (report.count(Outcome.REFUSED), report.count(Outcome.ADDED)) == (1, 1)


@pytest.fixture
def two_of_a_name(workspace) -> tuple[PersonId, PersonId]:
    return add(workspace, "Ann Lee", email="one@example.org"), add(workspace, "Ann Lee", email="two@example.org")


def test_an_unclear_row_is_left_out_until_somebody_says_who_it_is(workspace, write, two_of_a_name):
    path = write("Name,Phone\nAnn Lee,0118 496 0103\n")
    assert [fate.kind for fate in planned(workspace, path).fates] == [FateKind.UNCLEAR]
    assert outcomes(take(workspace, path)) == [(2, Outcome.LEFT_OUT)]
    report = take(workspace, path, choices={2: Chosen(person_id=two_of_a_name[1])})
    assert outcomes(report) == [(2, Outcome.MATCHED)]
    with workspace.read() as tx:
        assert contact_of(tx, two_of_a_name[1]).phone == "0118 496 0103"


def test_an_unclear_row_can_be_somebody_new(workspace, write, two_of_a_name):
    report = take(workspace, write("Name,Phone\nAnn Lee,0118 496 0103\n"), choices={2: Chosen()})
    assert outcomes(report) == [(2, Outcome.ADDED)]
    with workspace.read() as tx:
        assert tx.scalar(select(func.count()).select_from(Person)) == 3


def test_an_unclear_row_can_be_somebody_of_another_row(workspace, write, two_of_a_name):
    path = write("Name,Email,Phone\nAnn Lee,,0118 496 0103\nZoe Lee,zoe@example.org,\n")
    report = take(workspace, path, choices={2: Chosen(line=3)})
    assert outcomes(report) == [(2, Outcome.REPEATED), (3, Outcome.ADDED)]
    assert people(workspace)["Zoe Lee"].phone == "0118 496 0103"


def test_a_row_that_waits_for_a_row_that_is_left_out_is_left_out_too(workspace, write, two_of_a_name):
    path = write("Name,Phone\nAnn Lee,0118 496 0103\nAnn Lee,0118 496 0104\n")
    report = take(workspace, path, choices={2: Chosen(line=3)})
    assert {row.outcome for row in report.rows} == {Outcome.LEFT_OUT}


def test_somebody_who_was_taken_out_meanwhile_stops_the_import_and_nothing_is_written(workspace, write):
    tom = add(workspace, "Tom Okafor", email="tom@example.org")
    plan = planned(workspace, write("Name,Email\nTom Okafor,tom@example.org\nAnn Lee,ann@example.org\n"))
    with workspace.change(Op.DELETE_PERSON) as tx:
        tx.get_one(Person, tom).deleted = True
    with pytest.raises(NotFound):
        import_people(workspace, plan, choices={}, session_id=None)
    assert people(workspace) == {}


def test_somebody_who_is_taken_out_while_rows_are_worked_out_stops_the_import_too(workspace, write):
    tom = add(workspace, "Tom Okafor", email="tom@example.org")

    def take_out(done: int, of: int) -> None:
        if done == of:
            with workspace.change(Op.DELETE_PERSON) as tx:
                tx.get_one(Person, tom).deleted = True

    path = write("Name,Email,Phone\nTom Okafor,tom@example.org,0118 496 0102\nAnn Lee,ann@example.org,\n")
    with pytest.raises(NotFound):
        take(workspace, path, progress=take_out)
    assert people(workspace) == {}


def test_people_are_put_on_the_list_of_a_session_with_status_and_roles(workspace, write):
    add(workspace, "Tom Okafor", email="tom@example.org")
    path = write(
        "Name,Email,Status,Role\nTom Okafor,tom@example.org,Cancelled,Carer\nAnn Lee,ann@example.org,,Carer; Scribe\n"
    )
    report = take(workspace, path, session_id=session(workspace))
    listed = coming(workspace)
    assert report.put_on_list == 2
    assert (listed["Tom Okafor"].status, listed["Ann Lee"].status) == (Status.CANCELLED, Status.INVITED)
    assert listed["Ann Lee"].roles == (Role.CARER, Role.SCRIBE)


def test_who_is_on_the_list_stays_as_they_are_and_who_was_taken_off_comes_back(workspace, write):
    path = write("Name,Email\nTom Okafor,tom@example.org\nAnn Lee,ann@example.org\n")
    event = session(workspace)
    take(workspace, path, session_id=event)
    with workspace.change(Op.CHANGE_ATTENDANCE) as tx:
        listed = {row.person_id: row for row in tx.scalars(select(Attendance))}
        named = {person.name: person.id for person in tx.scalars(select(Person))}
        listed[named["Tom Okafor"]].status = Status.ACCEPTED
        listed[named["Ann Lee"]].deleted = True
    assert take(workspace, path, session_id=event).put_on_list == 1
    assert coming(workspace)["Tom Okafor"].status is Status.ACCEPTED
    assert coming(workspace)["Ann Lee"].status is Status.INVITED


@pytest.mark.parametrize(
    ("checked_in", "held_on", "status", "arrived_at"),
    [
        pytest.param("2026-11-26 09:12:00", TODAY, Status.ATTENDED, time(9, 12), id="a moment of that day"),
        pytest.param("2026-11-20 09:12:00", date(2026, 11, 25), Status.ATTENDED, time(9, 0), id="when it began"),
        pytest.param("Yes", date(2026, 12, 3), Status.ACCEPTED, None, id="before it began nobody came"),
    ],
)
def test_who_is_said_to_have_checked_in_arrived(workspace, write, checked_in, held_on, status, arrived_at):
    event = session(workspace, held_on=held_on, starts_at=time(9, 0))
    take(workspace, write(f"Name,Email,Checked in\nAnn Lee,ann@example.org,{checked_in}\n"), session_id=event)
    row = coming(workspace)["Ann Lee"]
    expected = None if arrived_at is None else datetime.combine(held_on, arrived_at, tzinfo=UTC)
    assert (row.status, row.arrived_at) == (status, expected)


def test_stopping_before_the_write_leaves_nothing(workspace, write, heard: list[Changes]):
    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take(workspace, write("Name,Email\nAnn Lee,ann@example.org\n"), progress=stop)
    assert heard == []
    assert people(workspace) == {}


def test_columns_are_remembered_by_their_titles(workspace, write):
    path = write("Wer,Post\nAnn Lee,ann@example.org\n")
    with workspace.read() as tx:
        opened = open_list(tx, path)
        assert remembered(tx, opened.table.header) is None
        plan = make_plan(tx, opened.table, (Target.NAME, Target.EMAIL))
    import_people(workspace, plan, choices={}, session_id=None)
    with workspace.read() as tx:
        again = open_list(tx, path)
    assert (again.remembered, again.columns) == (True, (Target.NAME, Target.EMAIL))
    assert samples(again.table, 0) == ("Ann Lee",)


def test_a_list_is_named_by_the_program_that_wrote_it(workspace, write):
    path = write("Timestamp,Email Address,What is your name?\n2026-11-01 10:00,ann@example.org,Ann Lee\n")
    with workspace.read() as tx:
        assert open_list(tx, path).shape == "google_forms"


def long_list(write: Write, rows: int) -> Path:
    lines = (
        f"Given{number} Family{number % 977},p{number}@example.org,Organisation {number % 40},Carer,Step-free"
        for number in range(rows)
    )
    return write("Name,Email,Organisation,Role,Access needs\n" + "\n".join(lines))


def test_a_whole_list_is_one_operation_that_undo_takes_back(workspace, write, heard: list[Changes]):
    event = session(workspace)
    take(workspace, long_list(write, 300), session_id=event)
    assert len(people(workspace)) == len(coming(workspace)) == 300
    assert heard[-1].op is Op.IMPORT_PEOPLE
    take_back(workspace, heard[-1])
    assert people(workspace) == {}
    assert coming(workspace) == {}


@pytest.mark.long
def test_ten_thousand_people_go_in_and_out_again_as_one_operation(workspace, write, heard: list[Changes]):
    seen: list[tuple[int, int]] = []
    report = take(workspace, long_list(write, 10_000), progress=lambda done, of: seen.append((done, of)))
    assert report.count(Outcome.ADDED) == 10_000
    assert seen[-1] == (10_000, 10_000)
    take_back(workspace, heard[-1])
    assert people(workspace) == {}


def test_a_remembered_column_that_this_version_does_not_know_is_not_known(workspace, write):
    path = write("Wer,Post\nAnn Lee,ann@example.org\n")
    take(workspace, path)
    with workspace.note() as tx:
        kept = tx.get_one(ImportMapping, fingerprint(("Wer", "Post")))
        kept.mapping = json.dumps(["name", "shoe_size"])
    with workspace.read() as tx:
        assert open_list(tx, path).columns == (Target.NAME, None)
