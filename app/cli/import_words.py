# SPDX-License-Identifier: GPL-3.0-or-later
"""What an import did, or would do, in words."""

from collections.abc import Sequence

from app.i18n import _, ngettext
from app.importing.drafts import RefusedRow, Why
from app.importing.report import Outcome, RowReport


def told(rows: Sequence[RowReport], put_on_list: int, *, dry_run: bool) -> list[str]:
    """Return the lines to print: how many rows of each kind, and singly those that were not taken."""
    counted = [_counted(outcome, sum(row.outcome is outcome for row in rows)) for outcome in Outcome]
    listed = ngettext("{count} put on the list of the session.", "{count} put on the list of the session.", put_on_list)
    singly = [_singly(row) for row in rows if row.outcome in (Outcome.LEFT_OUT, Outcome.REFUSED)]
    return [
        *([_("Nothing was changed. This is what would become of the rows.")] if dry_run else []),
        *filter(None, counted),
        *([listed.format(count=put_on_list)] if put_on_list else []),
        *singly,
    ]


def _counted(outcome: Outcome, count: int) -> str:
    words = {
        Outcome.ADDED: ngettext("{count} new person.", "{count} new people.", count),
        Outcome.MATCHED: ngettext("{count} person known already.", "{count} people known already.", count),
        Outcome.REPEATED: ngettext("{count} row names somebody again.", "{count} rows name somebody again.", count),
        Outcome.LEFT_OUT: ngettext("{count} row left out.", "{count} rows left out.", count),
        Outcome.REFUSED: ngettext("{count} row refused.", "{count} rows refused.", count),
    }[outcome]
    return words.format(count=count) if count else ""


def _singly(row: RowReport) -> str:
    if row.refused is not None:
        return _("Line {line}: {why}").format(line=row.line, why=why_refused(row.refused))
    return _("Line {line}: {name} may be one of several people. Import the list in the window to say who.").format(
        line=row.line, name=row.name
    )


def why_refused(refused: RefusedRow) -> str:
    """Return why a row makes nobody."""
    return {
        Why.NOBODY: _("there is no name and no e-mail in it."),
        Why.BAD_EMAIL: _("“{text}” is no e-mail address (column {column})."),
        Why.CONTROL_CHARACTERS: _("it holds characters that nobody can see (column {column})."),
        Why.QUOTES: _("a quotation mark stands where none can be."),
        Why.MORE_CELLS: _("it has more cells than the list has columns."),
    }[refused.why].format(text=refused.text, column=refused.column)
