# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures, finished PDFs and other files: their content lies encrypted beside the records, each under its own key."""

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record
from db.types import PersonId, RecordId, new_id, refers_to


class StoredFile(Record):
    """One file of `files/`. Its content is never changed; when its key is erased nothing can read it any more.

    Attributes:
        key: The 32 bytes that its content is encrypted under, in hex; "" once it is erased.
        sha256: Of the content, in hex.
        size: Of the content, in bytes.
        mime: The kind of content, such as "application/pdf".
        name: What the user calls it, as in "letter.pdf".
        person_id: Whom it tells of, if it tells of one person; what belongs to a person goes with them.
    """

    __tablename__ = "stored_file"

    id: Mapped[RecordId] = mapped_column(primary_key=True, default_factory=new_id)
    key: Mapped[str] = mapped_column(info={"erased": ""})
    sha256: Mapped[str] = mapped_column(info={"erased": ""})
    size: Mapped[int]
    mime: Mapped[str]
    name: Mapped[str | None] = mapped_column(default=None)
    person_id: Mapped[PersonId | None] = mapped_column(
        refers_to("person.id"), default=None, index=True, info={"belongs": True}
    )
