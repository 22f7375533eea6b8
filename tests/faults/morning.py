"""A morning in a process of its own, to be killed: python -m tests.faults.morning FOLDER SEED

It opens the records with the bare key and goes on until it is killed. After each thing that was done it says so in one
line of JSON, which is what the program's user would have been shown as done.
"""

import json
import random
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from app.attendance.commands import check_in, check_out, count_heads, walk_in
from app.backup.commands import back_up
from app.backup.rules import Why
from app.drafts import keep
from app.erasure.commands import erase_person
from app.erasure.finishing import finish_erasing
from app.errors import Unavailable
from app.files.commands import keep_file
from app.files.store import put
from app.journal.commands import undo
from app.journal.queries import latest_dot, undo_target
from app.people.commands import add_person, change_person, delete_person
from app.wording import sentence
from app.workspace import Workspace
from db.journal import Dot, Op
from db.types import AttendanceId, Role
from tests.clocks import TestClock
from tests.faults.places import LIST, MORNING, import_list, invited, opened, session_of, told

ASKED = "?"
GOES = "Kofi Mensah"


class Morning:
    """One scripted morning; `begun` is the number of the operation that came before it."""

    def __init__(self, workspace: Workspace, dice: random.Random, list_file: Path) -> None:
        self.workspace = workspace
        self.dice = dice
        self.list_file = list_file
        self.here: list[AttendanceId] = []
        self.drafts = 0
        self.copies: list[str] = []
        with workspace.read() as tx:
            self.session_id = session_of(tx)
            self.begun = self.last = latest_dot(tx)
            self.people = invited(tx)
        self.expected = list(self.people)

    def acts(self) -> list[Callable[[], object]]:
        usual = [self.check_in, self.walk_in, self.check_out, self.undo, self.change, self.type, self.count]
        return [*usual, *usual, self.import_list, self.keep_file, self.delete, self.erase, self.back_up]

    def go_on(self) -> None:
        """Do one thing and say that it is done."""
        self.workspace.clock.pass_time(seconds=20)
        self.dice.choice(self.acts())()
        with self.workspace.read() as tx:
            now, done = latest_dot(tx), told(tx, since=self.last.seq)
        self.last = now
        say(done=done, drafts=self.drafts, copies=self.copies)

    def check_in(self) -> None:
        if self.expected:
            person_id, now = self.expected.pop(), self.workspace.clock.now()
            with self.workspace.change(Op.CHECK_IN) as tx:
                self.here.append(check_in(tx, self.session_id, person_id, at=now, now=now))

    def walk_in(self) -> None:
        now, name = self.workspace.clock.now(), f"Jean-Luc {self.dice.random()}"
        with self.workspace.change(Op.WALK_IN) as tx:
            self.here.append(walk_in(tx, self.session_id, name, Role.CARER, at=now, now=now))

    def check_out(self) -> None:
        if self.here:
            now = self.workspace.clock.now() + timedelta(minutes=1)
            with self.workspace.change(Op.CHECK_OUT) as tx:
                check_out(tx, self.here.pop(), at=now, now=now)

    def undo(self) -> None:
        with self.workspace.read() as tx:
            target = undo_target(tx, Dot(self.begun.device, self.last.seq - 1))
        if target is not None and target.op in {Op.CHANGE_PERSON, Op.IMPORT_PEOPLE, Op.COUNT_HEADS}:
            with self.workspace.change(Op.UNDO, undoes=target.dot) as tx:
                undo(tx, target.dot)

    def change(self) -> None:
        with self.workspace.change(Op.CHANGE_PERSON) as tx:
            change_person(tx, self.dice.choice(self.people), note="n" * self.dice.randrange(1, 3000))

    def delete(self) -> None:
        with self.workspace.change(Op.ADD_PERSON) as tx:
            person_id = add_person(tx, "Bình Nguyễn")
        with self.workspace.change(Op.DELETE_PERSON) as tx:
            delete_person(tx, person_id)

    def erase(self) -> None:
        with self.workspace.change(Op.ADD_PERSON) as tx:
            person_id = add_person(tx, GOES, note="n" * self.dice.randrange(1, 3000))
        with self.workspace.change(Op.ERASE_PERSON) as tx:
            erase_person(tx, person_id, GOES, today=MORNING.date())
        finish_erasing(self.workspace)

    def back_up(self) -> None:
        self.copies.append(back_up(self.workspace, Why.HOURLY).name)

    def count(self) -> None:
        with self.workspace.change(Op.COUNT_HEADS) as tx:
            count_heads(tx, self.session_id, Role.COMMUNITY, self.dice.randrange(100))

    def type(self) -> None:
        with self.workspace.note() as tx:
            keep(tx, {f"people|{self.drafts}||Name": ASKED})
        self.drafts += 1

    def import_list(self) -> None:
        import_list(self.workspace, self.list_file)

    def keep_file(self) -> None:
        stored = put(self.workspace.folder, self.dice.randbytes(self.dice.randrange(200_000)))
        with self.workspace.change(Op.CHANGE_PROJECT) as tx:
            keep_file(tx, stored, name="What we heard.pdf")


def say(**facts: object) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def main(folder: Path, seed: str) -> int:
    try:
        workspace = opened(folder, TestClock(MORNING))
    except Unavailable as error:
        sys.stderr.write(sentence(error) + "\n")
        return 3
    list_file = folder.parent / "people.csv"
    list_file.write_text(LIST, encoding="utf-8")
    morning = Morning(workspace, random.Random(seed), list_file)
    say(opened=morning.begun.seq)
    while True:
        morning.go_on()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
