"""Rows marked deleted are not seen by any read, however it is written."""

import pytest
from sqlalchemy import exists, func, select
from sqlalchemy.orm import aliased

from db.journal import Op
from db.models import Attendance, Person
from tests.builders import add_attendance, add_person, add_session

Other = aliased(Person)


@pytest.fixture
def half(workspace):
    """Two people at one session, one of them marked deleted with their attendance."""
    with workspace.change(Op.INVITE) as tx:
        session = add_session(tx)
        for name in ("Ada", "Gone"):
            person = add_person(tx, name)
            add_attendance(tx, session.id, person.id)
    with workspace.change(Op.DELETE_PERSON) as tx:
        gone = tx.scalars(select(Person).where(Person.name == "Gone")).one()
        gone.deleted = True
        tx.get_one(
            Attendance, tx.scalars(select(Attendance.id).where(Attendance.person_id == gone.id)).one()
        ).deleted = True
    return workspace


@pytest.mark.parametrize(
    "query",
    [
        pytest.param(select(Person.name), id="columns"),
        pytest.param(select(Other.name), id="alias"),
        pytest.param(select(Person.name).join(Attendance, Attendance.person_id == Person.id), id="join"),
        pytest.param(select(Person.name).where(Person.id.in_(select(Attendance.person_id))), id="subquery"),
        pytest.param(select(Person.name).where(exists().where(Attendance.person_id == Person.id)), id="exists"),
        pytest.param(select(Person.name).outerjoin(Attendance, Attendance.person_id == Person.id), id="outer join"),
    ],
)
def test_a_deleted_row_is_in_no_query(half, query):
    with half.read() as tx:
        assert tx.scalars(query).all() == ["Ada"]


def test_a_deleted_row_is_not_counted_and_not_got(half):
    with half.read() as tx:
        assert tx.scalar(select(func.count()).select_from(Person)) == 1
        everybody = tx.scalars(select(Person.id).execution_options(deleted=True)).all()
        assert sum(tx.get(Person, person) is not None for person in everybody) == 1
