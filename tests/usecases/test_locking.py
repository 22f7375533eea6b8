"""What a locked workspace answers: nothing."""

import gc
import threading
import weakref

import pytest

from app.security.errors import RecordsLocked
from app.settings.queries import members
from app.wording import sentence
from db.journal import Op
from tests.builders import add_person


@pytest.mark.parametrize("ask", ["read", "note"])
def test_after_closing_nothing_is_read_or_noted(workspace, ask):
    workspace.close()
    with pytest.raises(RecordsLocked), getattr(workspace, ask)() as tx:
        members(tx)


def test_after_closing_nothing_is_written(workspace):
    workspace.close()
    with pytest.raises(RecordsLocked) as refused, workspace.change(Op.ADD_PERSON) as tx:
        add_person(tx)
    assert sentence(refused.value).startswith("The records were locked")


def test_closing_waits_for_a_change_that_is_being_written(workspace):
    inside, go_on = threading.Event(), threading.Event()

    def write() -> None:
        with workspace.change(Op.ADD_PERSON) as tx:
            inside.set()
            go_on.wait()
            add_person(tx)

    writing, closing = threading.Thread(target=write), threading.Thread(target=workspace.close)
    writing.start()
    inside.wait()
    closing.start()
    assert workspace.busy
    go_on.set()
    writing.join()
    closing.join()
    with pytest.raises(RecordsLocked), workspace.read() as tx:
        members(tx)


def test_closing_twice_does_no_harm(workspace):
    workspace.close()
    workspace.close()


def test_closing_drops_what_knows_the_key(workspace):
    engine = weakref.ref(workspace._engine)
    workspace.close()
    gc.collect()
    assert engine() is None
