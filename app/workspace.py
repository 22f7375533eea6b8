# SPDX-License-Identifier: GPL-3.0-or-later
"""The open workspace: one transaction is one operation, one journal record, one undo step and one refresh."""

import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from app.clock import Clock
from app.security.errors import RecordsLocked
from db.engine import only_read
from db.erasing import leave_no_traces
from db.errors import ForReadingOnly, Unavailable
from db.journal import Changes, Dot, Op, Operation
from db.records import sessions_on
from db.types import MemberId

Observer = Callable[[Changes], object]


class Workspace:
    """The one open, unlocked file: every read and every change goes through it.

    Attributes:
        folder: Where the workspace lies.
        clock: What says what time it is.
        member: Who is using this laptop now; the author of what is journaled.
        copying: Held while a backup of it is made, so that there is one at a time.
    """

    def __init__(
        self,
        engine: Engine,
        key: bytes,
        folder: Path,
        *,
        clock: Clock,
        member: MemberId,
        on_close: Callable[[], object] = lambda: None,
    ) -> None:
        self.folder = folder
        self.clock = clock
        self.member = member
        self._engine: Engine | None = engine
        self._key: bytes | None = key
        self._on_close = on_close
        self._only_read: Unavailable | None = None
        self._sessions: sessionmaker[Session] | None = sessions_on(engine)
        self._writing = threading.Lock()
        self.copying = threading.Lock()
        self._observers: list[Observer] = []

    @property
    def is_open(self) -> bool:
        """Whether it can still be read and changed."""
        return self._engine is not None

    @property
    def key(self) -> bytes:
        """The raw database key, for a copy or the recovery sheet; it is never shown, logged or kept elsewhere.

        Raises:
            RecordsLocked: The records were closed.
        """
        if self._key is None:
            raise RecordsLocked(self.folder)
        return self._key

    @property
    def busy(self) -> bool:
        """Whether a change is being written at this moment, so that another one would have to wait."""
        return self._writing.locked()

    @property
    def only_read(self) -> Unavailable | None:
        """The fault for which nothing is written any more; None while changes are taken."""
        return self._only_read

    def write_no_more(self, why: Unavailable) -> None:
        """Let a running change finish, and from then on only read; opening the records again takes it back."""
        with self._writing:
            self._only_read = why
            if self._engine is not None:
                only_read(self._engine)

    def use_as(self, member: MemberId) -> None:
        """Let somebody else be the author from now on, and let the observers hear of it."""
        self.member = member
        self._tell(Changes(Op.CHANGE_MEMBER, None, {"member": frozenset({str(member)})}))

    def observe(self, observer: Observer) -> None:
        """Call `observer` with what changed after each commit, in the thread that committed."""
        self._observers.append(observer)

    def forget(self, observer: Observer) -> None:
        """Stop calling `observer`."""
        self._observers.remove(observer)

    @contextmanager
    def change(self, op: Op, *, undoes: Dot | None = None) -> Generator[Session]:
        """Run the block as one transaction, one journal record and one undo step.

        Leaving the block commits, and then observers hear; an error rolls back and nobody hears.

        Raises:
            Unavailable: The file cannot be written now, or is open for reading only; nothing was changed.
        """
        operation = Operation(op, self.member, self.clock.now(), undoes)
        with self._writing, self._begin_writing() as tx:
            tx.connection(execution_options={"operation": operation})
            yield tx
            tx.commit()
        if operation.changes is not None and operation.changes.rows:
            self._tell(operation.changes)

    @contextmanager
    def read(self) -> Generator[Session]:
        """Give the block a view of the records as they stood when it began."""
        with self._begin() as tx:
            yield tx

    @contextmanager
    def note(self) -> Generator[Session]:
        """Run the block as one write to what belongs to this laptop alone (db/local.py); nothing is journaled.

        Raises:
            Unavailable: The file cannot be written now, or is open for reading only; nothing was changed.
        """
        with self._writing, self._begin_writing() as tx:
            yield tx
            tx.commit()

    def leave_no_traces(self) -> bool:
        """Rewrite the file without what was erased from it, and return whether that was possible now."""
        with self._writing:
            if self._engine is None or self._only_read is not None:
                return False
            return leave_no_traces(self._engine)

    def close(self) -> None:
        """Let a running change finish, then give the file back and drop its key; nothing is answered afterwards."""
        with self._writing:
            if self._engine is not None:
                self._engine.dispose()
            self._engine = self._sessions = self._key = None
        self._on_close()

    def _begin(self) -> Session:
        sessions = self._sessions
        if sessions is None:
            raise RecordsLocked(self.folder)
        return sessions()

    def _begin_writing(self) -> Session:
        if self._only_read is not None:
            raise ForReadingOnly(self.folder, self._only_read)
        return self._begin()

    def _tell(self, changes: Changes) -> None:
        for observer in tuple(self._observers):
            observer(changes)
