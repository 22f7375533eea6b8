# SPDX-License-Identifier: GPL-3.0-or-later
"""What the rows of a list add up to for one person: blanks filled, nothing overwritten, repeats joined. Pure."""

from dataclasses import dataclass, field, replace

from app.importing.answers import role_of
from app.importing.drafts import Draft, Value
from app.importing.matching import Kept, changes
from app.people.names import split_name
from db.search import fold
from db.types import PersonId, Role

TEXTS = ("known_as", "say_it", "name_in_script", "pronouns", "email", "phone", "address", "note", "matters")
LISTED = {"languages": ", ", "interests": "; ", "diet": "; ", "allergy": "; "}  # lists that are kept in one column
COLUMNS = frozenset((*TEXTS, *LISTED))
EMERGENCY = ("emergency_name", "emergency_relation", "emergency_phone")

Said = dict[str, Value]


@dataclass(slots=True, eq=False)
class Gathered:
    """One person as they will be once all rows are taken.

    Attributes:
        name: What they are called.
        family_name: What they are sorted by.
        known: Whether they are in the records already.
        usual_role: One of our roles, or the team's own word.
        had_role: Whether they had one before.
        before: What the records hold, by the fields of a draft.
        now: What will stand, by the same fields.
        drafts: The rows that were taken.
    """

    id: PersonId
    name: str
    family_name: str | None
    known: bool
    usual_role: str | None = None
    had_role: bool = False
    before: Said = field(default_factory=dict[str, Value])
    now: Said = field(default_factory=dict[str, Value])
    drafts: list[Draft] = field(default_factory=list[Draft])

    def take(self, draft: Draft) -> tuple[Kept, ...]:
        """Add what a row says, and return what it says otherwise than what stands."""
        self.drafts.append(draft)
        self.usual_role = self.usual_role or _usual_role(draft)
        filling = changes(self._fitting(draft), self.now)
        for name, value in filling.fill.items():
            if isinstance(value, tuple):
                self._add(name, value)
            else:
                self.now[name] = value
        return filling.kept

    def columns(self) -> dict[str, str]:
        """Return the columns of the person that differ from before."""
        said = {name: _written(name, value) for name, value in self.now.items() if name in COLUMNS}
        return {name: text for name, text in said.items() if text != _written(name, self.before.get(name, ""))}

    def text(self, name: str) -> str:
        """Return a field as it stands in one column."""
        return _written(name, self.now.get(name, ""))

    def held(self, name: str) -> str | None:
        """Return what a column held before."""
        return None if name == "usual_role" else _written(name, self.before.get(name, "")) or None

    def added(self, name: str) -> tuple[str, ...]:
        """Return what is new in a list."""
        now = items(self.now.get(name, ()))
        before = items(self.before.get(name, ())) if now else ()
        return tuple(item for item in now if item not in before)

    def roles(self) -> tuple[Role, ...]:
        """Return what they are in the room, as far as the rows say it in words that we know."""
        return tuple(role for role in Role if any(role in _roles(draft) for draft in self.drafts))

    def _add(self, name: str, more: tuple[str, ...]) -> None:
        known = items(self.now.get(name, ()))
        folded = {fold(item) for item in known}
        self.now[name] = (*known, *(item for item in more if fold(item) not in folded))

    def _fitting(self, draft: Draft) -> Draft:
        """Return the row without a second contact: one's name with another's number would ring the wrong person."""
        contact = self.now.get("emergency_name") or ""
        if (
            draft.emergency_name
            and isinstance(contact, str)
            and contact
            and fold(contact) != fold(draft.emergency_name)
        ):
            return replace(draft, emergency_name="", emergency_relation="", emergency_phone="")
        return draft


def newcomer(person_id: PersonId, draft: Draft) -> Gathered:
    """Return somebody who is not in the records yet, before any row is taken."""
    return Gathered(person_id, name_of(draft), family_of(draft), known=False)


def name_of(draft: Draft) -> str:
    """Return what somebody is called; with an address alone, the part of it that stands for them."""
    local = draft.email.partition("@")[0].replace(".", " ").replace("_", " ")
    return draft.name or " ".join(local.split()).title() or draft.email


def family_of(draft: Draft) -> str | None:
    """Return what somebody is sorted by: as the list has it, else as the name suggests; the preview shows it."""
    return draft.family_name or split_name(name_of(draft))[1]


def items(value: Value) -> tuple[str, ...]:
    """Return the items of a list."""
    return value if isinstance(value, tuple) else ()


def parts(name: str, text: str | None) -> tuple[str, ...]:
    """Return the items of a list that is kept in one column."""
    return tuple(part.strip() for part in (text or "").split(LISTED[name].strip()) if part.strip())


def _written(name: str, value: Value) -> str:
    return value if isinstance(value, str) else LISTED[name].join(value)


def _roles(draft: Draft) -> tuple[Role, ...]:
    return tuple(role for role in map(role_of, draft.roles) if role)


def _usual_role(draft: Draft) -> str | None:
    first = next(iter(draft.roles), None)
    return None if first is None else role_of(first) or first
