# SPDX-License-Identifier: GPL-3.0-or-later
"""What projects and venues share: a list, and beside it one record that is changed in place."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from app.errors import NotFound
from ui.page import Page
from ui.parts.buttons import Button
from ui.parts.fields import Field
from ui.parts.sheet import Sheet
from ui.people.parts import Saved
from ui.sessions.listing import Listing
from ui.tables import Column


class Card(Sheet):
    """One record; subclasses say what is read, and change one field at a time.

    Attributes:
        page: Where it stands; changes go through it.
        record_id: Which record is shown; "" for none yet.
        fields: Its fields by the names of what they hold.
        delete: Takes the record away.
    """

    def __init__(self, page: Page, *, name: str, delete: str) -> None:
        super().__init__(page.desk.look, margins=(20, 16, 10, 16))
        self.setAccessibleName(name)
        self.page = page
        self.record_id = ""
        self.fields: dict[str, Field] = {}
        self.delete = Button(self.look, delete, "delete", small=True)
        self._saved = Saved()
        self._anew = True

    def read(self) -> Mapping[Field, str]:
        """Return what each field shows; subclasses read it.

        Raises:
            NotFound: The record is gone.
        """
        raise NotImplementedError

    def change(self, name: str, text: str) -> None:
        """Change one field of the record; subclasses do it."""
        raise NotImplementedError

    def all_fields(self) -> Sequence[Field]:
        """Return every field in which something may be being typed."""
        return list(self.fields.values())

    def show_record(self, record_id: str) -> None:
        """Show a record."""
        self.settle()
        self._anew = record_id != self.record_id
        self.record_id = record_id
        self.refresh()

    def refresh(self) -> bool:
        """Read the record; return whether it is still there."""
        try:
            texts = self.read()
        except NotFound:
            return False
        self._saved.show(dict(texts), anew=self._anew)
        self._anew = False
        return True

    def settle(self) -> None:
        """Save what is being typed."""
        for field in self.all_fields():
            field.leave()

    def add_field(self, name: str, field: Field) -> None:
        """Let a field be saved as it is left."""
        self.fields[name] = field
        field.left_changed.connect(partial(self.change, name))


class CardListing(Listing):
    """A list with the card of the chosen record beside it; subclasses say how one is taken away."""

    def __init__(
        self,
        page: Page,
        card: Card,
        columns: Sequence[Column[Any]],
        *,
        name: str,
        search: tuple[str, str],
        add: tuple[str, str],
        empty: tuple[str, str],
    ) -> None:
        self.card = card
        super().__init__(page, columns, name=name, search=search, add=add, empty=empty, beside=card)
        card.delete.clicked.connect(self._on_delete)

    def delete(self, record_id: str) -> None:
        """Take a record away; subclasses do it."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read the list and the record beside it."""
        super().refresh()
        if not self.side.isHidden():
            self.show_beside(shown=self.card.refresh())

    def open(self, row_id: str) -> None:
        """Show a record beside the list."""
        self.card.show_record(row_id)
        self.table.select(row_id)
        self.show_beside(shown=True)

    def close_part(self) -> bool:
        """Save what is being typed, then show the list alone."""
        self.card.settle()
        return super().close_part()

    def _on_delete(self) -> None:
        self.delete(self.card.record_id)
