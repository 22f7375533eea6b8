# SPDX-License-Identifier: GPL-3.0-or-later
"""What an import did, or would do, in words."""

from collections.abc import Sequence

from app.i18n import _, ngettext
from app.importing.queries import Plan
from app.importing.report import Outcome, RowReport
from app.wording.importing import fate_words, outcome_words


def told(plan: Plan, rows: Sequence[RowReport], put_on_list: int, *, dry_run: bool) -> list[str]:
    """Return the lines to print: how many rows of each kind, and singly those that were not taken as they stand."""
    counted = (_counted(outcome, sum(row.outcome is outcome for row in rows)) for outcome in Outcome)
    listed = ngettext("{count} put on the list of the session.", "{count} put on the list of the session.", put_on_list)
    return [
        *([_("Nothing was changed. This is what would become of the rows.")] if dry_run else []),
        *filter(None, counted),
        *([listed.format(count=put_on_list)] if put_on_list else []),
        *_singly(plan, rows),
    ]


def _counted(outcome: Outcome, count: int) -> str:
    words = {
        Outcome.ADDED: ngettext("{count} new person.", "{count} new people.", count),
        Outcome.MATCHED: ngettext("{count} person known already.", "{count} people known already.", count),
        Outcome.REPEATED: ngettext("{count} row names somebody again.", "{count} rows name somebody again.", count),
        Outcome.LEFT_OUT: ngettext(
            "{count} row left out, as it is not clear who it is. Import the list in the window to say who.",
            "{count} rows left out, as it is not clear who they are. Import the list in the window to say who.",
            count,
        ),
        Outcome.REFUSED: ngettext("{count} row refused.", "{count} rows refused.", count),
    }[outcome]
    return words.format(count=count) if count else ""


def _singly(plan: Plan, rows: Sequence[RowReport]) -> list[str]:
    line = _("Line {line}: {what}")
    found: list[str] = []
    for fate, row in zip(plan.fates, rows, strict=True):
        if row.outcome in (Outcome.LEFT_OUT, Outcome.REFUSED):
            found.append(line.format(line=row.line, what=fate_words(fate, plan.names)))
        elif row.kept:
            found.append(line.format(line=row.line, what=outcome_words(row)))
    return found
