# SPDX-License-Identifier: GPL-3.0-or-later
"""peapod import. The names of the fields are promised in README.md."""

from collections.abc import Sequence
from pathlib import Path

import click

from app.cli.errors import ColumnsUnknown
from app.cli.import_words import told
from app.cli.saying import Fields, say, say_json
from app.cli.terms import Door, Terms, door_options, json_option, opened, session_option
from app.i18n import _
from app.importing.commands import import_people
from app.importing.mapping import Target
from app.importing.matching import Fate, FateKind
from app.importing.queries import OpenedList, Plan, make_plan, open_list
from app.importing.report import Outcome, RowReport
from app.search.naming import session_called
from app.workspace import Workspace
from db.types import SessionId

NAMING = {Target.NAME, Target.GIVEN_NAME, Target.FAMILY_NAME, Target.NAME_IN_SCRIPT, Target.EMAIL}
OUTCOMES = {
    FateKind.NEW: Outcome.ADDED,
    FateKind.MATCHES: Outcome.MATCHED,
    FateKind.REPEAT: Outcome.REPEATED,
    FateKind.UNCLEAR: Outcome.LEFT_OUT,
    FateKind.REFUSED: Outcome.REFUSED,
}


def group() -> click.Group:
    """Return the commands that take in what other programs wrote."""
    return click.Group("import", commands=[_people()], help=_("Take in what other programs wrote."))


def _people() -> click.Command:
    dry = _("Say what would become of each row, and change nothing.")
    return click.Command(
        "people",
        callback=click.pass_obj(_import_people),
        params=[
            click.Argument(["file"], type=click.Path(path_type=Path)),
            session_option(),
            click.Option(["--dry-run"], is_flag=True, help=dry),
            json_option(),
            *door_options(),
        ],
        help=_("Import a list of people: CSV, XLSX, XLS or ODS. All of it is one step that can be undone."),
    )


def _import_people(
    terms: Terms,
    *,
    file: Path,
    session: str | None,
    dry_run: bool,
    as_json: bool,
    folder: Path,
    passphrase_file: Path | None,
) -> None:
    with opened(terms, Door(folder, passphrase_file)) as workspace:
        session_id, listed, plan = _prepare(workspace, file, session)
        if dry_run:
            rows, put_on_list = [_foreseen(fate) for fate in plan.fates], 0
        else:
            report = import_people(workspace, plan, choices={}, session_id=session_id)
            rows, put_on_list = report.rows, report.put_on_list
    if as_json:
        say_json(_fields(listed, rows, put_on_list, dry_run=dry_run))
    else:
        for words in told(plan, rows, put_on_list, dry_run=dry_run):
            say(words)


def _prepare(workspace: Workspace, file: Path, session: str | None) -> tuple[SessionId | None, OpenedList, Plan]:
    """Return what is known before anything is written.

    Raises:
        ColumnsUnknown: No column is known to name people.
        Refused: There is no such session, or the file is no list.
    """
    with workspace.read() as tx:
        session_id = session_called(tx, session) if session else None
        listed = open_list(tx, file)
        if not NAMING.intersection(listed.columns):
            raise ColumnsUnknown(listed.name)
        return session_id, listed, make_plan(tx, listed.table, listed.columns)


def _foreseen(fate: Fate) -> RowReport:
    name = "" if fate.draft is None else fate.draft.name or fate.draft.email
    known = fate.ids[0] if fate.kind is FateKind.MATCHES else None
    return RowReport(fate.line, OUTCOMES[fate.kind], name, known, because=fate.because, refused=fate.refused)


def _fields(listed: OpenedList, rows: Sequence[RowReport], put_on_list: int, *, dry_run: bool) -> Fields:
    return {
        "file": listed.name,
        "shape": listed.shape,
        "dry_run": dry_run,
        "counts": {outcome.value: sum(row.outcome is outcome for row in rows) for outcome in Outcome},
        "put_on_list": put_on_list,
        "rows": [_row_fields(row) for row in rows],
    }


def _row_fields(row: RowReport) -> Fields:
    return {
        "line": row.line,
        "outcome": row.outcome,
        "name": row.name,
        "person_id": row.person_id,
        "because": row.because,
        "why": None if row.refused is None else row.refused.why,
        "column": None if row.refused is None else row.refused.column,
        "kept": [{"field": kept.field, "file": kept.file, "kept": kept.kept} for kept in row.kept],
    }
