# SPDX-License-Identifier: GPL-3.0-or-later
"""What a look at all the records came to, in words."""

from collections.abc import Callable, Mapping

from app.checking.queries import Checked, Fault, Finding
from app.i18n import _, ngettext
from app.wording.common import kind_word


def told(checked: Checked) -> list[str]:
    """Return what to tell of a look at the records: one sentence for each finding, or that nothing is wrong."""
    if checked.findings:
        return [SENTENCES[finding.fault](finding) for finding in checked.findings]
    return [
        _("Nothing is wrong: {records} and {entries} agree.").format(
            records=ngettext("{count} record", "{count} records", checked.records).format(count=checked.records),
            entries=ngettext("{count} entry in the history", "{count} entries in the history", checked.entries).format(
                count=checked.entries
            ),
        )
    ]


def swept_words(removed: int) -> str:
    """Return what to tell of files that no record named."""
    return ngettext(
        "{count} file that no record names any more was removed.",
        "{count} files that no record names any more were removed.",
        removed,
    ).format(count=removed)


def _cipher(finding: Finding) -> str:
    return ngettext(
        "{count} page of the file is not what was written. Restore the newest backup.",
        "{count} pages of the file are not what was written. Restore the newest backup.",
        finding.count,
    ).format(count=finding.count)


def _file(finding: Finding) -> str:
    return _("The file is damaged inside. Restore the newest backup.")


def _reference(finding: Finding) -> str:
    return ngettext(
        "{count} record refers to another one that is not there (kind: {kind}). Restore the newest backup.",
        "{count} records refer to others that are not there (kind: {kind}). Restore the newest backup.",
        finding.count,
    ).format(count=finding.count, kind=kind_word(finding.place))


def _journal(finding: Finding) -> str:
    return ngettext(
        "{count} record is not what the history says of it (kind: {kind}). Restore the newest backup.",
        "{count} records are not what the history says of them (kind: {kind}). Restore the newest backup.",
        finding.count,
    ).format(count=finding.count, kind=kind_word(finding.place))


def _numbering(finding: Finding) -> str:
    return ngettext(
        "{count} step is missing from the history. Restore the newest backup.",
        "{count} steps are missing from the history. Restore the newest backup.",
        finding.count,
    ).format(count=finding.count)


def _search(finding: Finding) -> str:
    return ngettext(
        "{count} record may not be found by searching (kind: {kind}). Change its name and change it back.",
        "{count} records may not be found by searching (kind: {kind}). Change their names and change them back.",
        finding.count,
    ).format(count=finding.count, kind=kind_word("design_session" if finding.place == "session" else finding.place))


def _triggers(finding: Finding) -> str:
    return _("Changes might not reach the history. Close the program and open the records again.")


def _file_gone(finding: Finding) -> str:
    return ngettext(
        "{count} file that was kept is not there any more. Restore the newest backup.",
        "{count} files that were kept are not there any more. Restore the newest backup.",
        finding.count,
    ).format(count=finding.count)


def _file_damaged(finding: Finding) -> str:
    return ngettext(
        "{count} file that was kept is not what was saved. Restore the newest backup.",
        "{count} files that were kept are not what was saved. Restore the newest backup.",
        finding.count,
    ).format(count=finding.count)


SENTENCES: Mapping[Fault, Callable[[Finding], str]] = {
    Fault.CIPHER: _cipher,
    Fault.FILE: _file,
    Fault.REFERENCE: _reference,
    Fault.JOURNAL: _journal,
    Fault.NUMBERING: _numbering,
    Fault.SEARCH: _search,
    Fault.TRIGGERS: _triggers,
    Fault.FILE_GONE: _file_gone,
    Fault.FILE_DAMAGED: _file_damaged,
}
