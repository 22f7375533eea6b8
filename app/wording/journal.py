# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for why something cannot be undone."""

from app.i18n import _, ngettext
from app.journal.errors import CannotUndo, ChangedSince, ErasedSince, NothingToRedo, NothingToUndo, RestedOn
from app.wording.common import Words, kind_word
from db.journal import Op


def _nothing_to_undo(error: NothingToUndo) -> str:
    return _("There is nothing to undo since the records were opened. Older steps are in History.")


def _nothing_to_redo(error: NothingToRedo) -> str:
    return _("There is nothing to redo.")


def _changed_since(error: ChangedSince) -> str:
    return _("This was changed again later, so it cannot be undone. Undo the later step first; it is in History.")


def _rested_on(error: RestedOn) -> str:
    return ngettext(
        "This cannot be undone while a later entry rests on it ({kind}). Undo that first; it is in History.",
        "This cannot be undone while {count} later entries rest on it ({kind}). Undo those first; they are in History.",
        error.count,
    ).format(count=error.count, kind=kind_word(error.table))


def _erased_since(error: ErasedSince) -> str:
    return _("This was about somebody or something that has been erased since, so it cannot be undone.")


def _cannot_undo(error: CannotUndo) -> str:
    if error.op is Op.ERASE_PERSON:
        return _("An erasure cannot be undone. What was done before it can be undone in History, if it is still there.")
    if error.op is Op.PURGE:
        return _("What was removed for good cannot be brought back. Older steps can be undone in History.")
    if error.op is Op.ADD_INCIDENT_NOTE:
        return _(
            "An incident note is not taken back. Add a correction, which is kept beside it. "
            "Older steps can be undone in History."
        )
    if error.op is Op.ADD_INCIDENT_TOLD:
        return _(
            "Who was told of an incident is not taken back. Add another line, or a correction. "
            "Older steps can be undone in History."
        )
    return _("This step is final. Enter what is right now instead.")


WORDS: Words = {
    NothingToUndo: _nothing_to_undo,
    NothingToRedo: _nothing_to_redo,
    ChangedSince: _changed_since,
    RestedOn: _rested_on,
    ErasedSince: _erased_since,
    CannotUndo: _cannot_undo,
}
