# SPDX-License-Identifier: GPL-3.0-or-later
"""What opens the documents that are saved together: a password for the restricted ones, or one for them all."""

from dataclasses import dataclass, field

from app.documents.document import DocumentClass
from app.documents.protecting import new_password


@dataclass(frozen=True, slots=True)
class Passwords:
    """What opens documents; None leaves them for anybody to read.

    Attributes:
        restricted: The password of restricted ones; they are left in clear only by an act of the user that says so.
        others: That of all others; they are in clear unless the user asks for a password.
        untold: The password that was made for them, which nobody knows yet and which must be shown once.
    """

    restricted: str | None = field(repr=False)
    others: str | None = field(default=None, repr=False)
    untold: str | None = field(default=None, repr=False)

    def of(self, shown_to: DocumentClass) -> str | None:
        """Return what opens a document of this class."""
        return self.restricted if shown_to is DocumentClass.RESTRICTED else self.others

    def everywhere(self) -> "Passwords":
        """Return the same password for every document: a new one, where the restricted ones would have none."""
        if self.restricted is None:
            return new_passwords().everywhere()
        return Passwords(self.restricted, self.restricted, self.untold)


IN_CLEAR = Passwords(None)


def new_passwords() -> Passwords:
    """Return a new password for the restricted documents, which must be shown."""
    made = new_password()
    return Passwords(made, untold=made)
