# SPDX-License-Identifier: GPL-3.0-or-later
"""peapod plan and peapod calendar. The names of the fields are promised in README.md."""

from collections.abc import Iterator
from pathlib import Path

import click

from app.agenda.drafts import Fate, RowFate
from app.agenda.incoming import Incoming, read_plan
from app.agenda.library import Template, all_templates
from app.agenda.outgoing import plan_workbook
from app.agenda.queries import BlockRow, Plan, plan_of
from app.agenda.row_words import other_start_words, row_words
from app.agenda.saving import use_blocks
from app.agenda.taking import other_start, take_plan
from app.cli import actual
from app.cli.saying import Fields, line, say, say_json, say_rows
from app.cli.terms import Door, Terms, door_options, json_option, opened, opened_to_read
from app.clock import local, today
from app.days import clock_time, minutes_words
from app.errors import NotFound
from app.i18n import _, ngettext
from app.search.naming import session_called
from app.security.files import write_private
from app.sessions.calendar import calendar_of
from app.sessions.queries import dated_from, session_header
from db.journal import Op
from db.types import BlockKind


def group() -> click.Group:
    """Return the commands about the plan of a session."""
    commands = [_show(), actual.command(), _import(), _export(), _templates(), _template()]
    return click.Group("plan", commands=commands, help=_("The plan of a session: show it, take one in, hand it on."))


def calendar_command() -> click.Command:
    """Return the command that writes sessions for calendars."""
    return click.Command(
        "calendar",
        callback=click.pass_obj(_write_calendar),
        params=[click.Argument(["sessions"], nargs=-1), _to("FILE.ics"), *door_options()],
        help=_("Write sessions for calendars; all that are to come, unless some are named. No participant is in it."),
    )


def _show() -> click.Command:
    return click.Command(
        "show",
        callback=click.pass_obj(_show_plan),
        params=[click.Argument(["session"]), json_option(), *door_options()],
        help=_("Show the plan of a session: when each block begins, how long it is, who leads it."),
    )


def _import() -> click.Command:
    dry = _("Say what would become of each row, and change nothing.")
    return click.Command(
        "import",
        callback=click.pass_obj(_import_plan),
        params=[
            click.Argument(["session"]),
            click.Argument(["file"], type=click.Path(path_type=Path)),
            click.Option(["--dry-run"], is_flag=True, help=dry),
            json_option(),
            *door_options(),
        ],
        help=_("Add the blocks in a spreadsheet to the end of a plan: CSV, XLSX, XLS or ODS, as Ontime writes them."),
    )


def _export() -> click.Command:
    return click.Command(
        "export",
        callback=click.pass_obj(_export_plan),
        params=[click.Argument(["session"]), _to("FILE.xlsx"), *door_options()],
        help=_("Write the plan of a session as a spreadsheet."),
    )


def _templates() -> click.Command:
    return click.Command(
        "templates",
        callback=click.pass_obj(_list_templates),
        params=[json_option(), *door_options()],
        help=_("List the templates there are."),
    )


def _template() -> click.Command:
    return click.Command(
        "use",
        callback=click.pass_obj(_use_template),
        params=[click.Argument(["session"]), click.Argument(["template"]), *door_options()],
        help=_("Add the blocks of a template to the end of a plan."),
    )


def _to(metavar: str) -> click.Option:
    path = click.Path(path_type=Path, dir_okay=False)
    return click.Option(["--to", "to"], required=True, type=path, metavar=metavar, help=_("Where to."))


def _show_plan(terms: Terms, *, session: str, as_json: bool, folder: Path, passphrase_file: Path | None) -> None:
    with opened_to_read(terms, Door(folder, passphrase_file)) as workspace, workspace.read() as tx:
        plan = plan_of(tx, session_called(tx, session))
    say_rows([_told(plan, block, letter) for block, letter in _lettered(plan)], as_json=as_json)


def _import_plan(
    terms: Terms,
    *,
    session: str,
    file: Path,
    dry_run: bool,
    as_json: bool,
    folder: Path,
    passphrase_file: Path | None,
) -> None:
    with opened(terms, Door(folder, passphrase_file)) as workspace:
        with workspace.read() as tx:
            session_id = session_called(tx, session)
            incoming = read_plan(file, begins_at=session_header(tx, session_id).starts_at)
            other = other_start(tx, session_id, incoming.starts_at)
        if not dry_run:
            with workspace.change(Op.IMPORT_PLAN) as tx:
                take_plan(tx, session_id, incoming.blocks)
    if as_json:
        say_json(_report(file, incoming, dry_run=dry_run))
        return
    for row in incoming.rows:
        say(line(str(row.line), row_words(row)))
    taken = incoming.count
    said = ngettext("{count} block would be added.", "{count} blocks would be added.", taken)
    say((said if dry_run else ngettext("{count} block added.", "{count} blocks added.", taken)).format(count=taken))
    if other is not None:
        say(other_start_words(other))


def _export_plan(terms: Terms, *, session: str, to: Path, folder: Path, passphrase_file: Path | None) -> None:
    with opened_to_read(terms, Door(folder, passphrase_file)) as workspace, workspace.read() as tx:
        write_private(to, plan_workbook(plan_of(tx, session_called(tx, session))))
    say(str(to))


def _list_templates(terms: Terms, *, as_json: bool, folder: Path, passphrase_file: Path | None) -> None:
    with opened_to_read(terms, Door(folder, passphrase_file)) as workspace, workspace.read() as tx:
        known = all_templates(tx)
    say_rows(
        [(line(one.key, minutes_words(one.minutes), one.title), _template_fields(one)) for one in known],
        as_json=as_json,
    )


def _use_template(terms: Terms, *, session: str, template: str, folder: Path, passphrase_file: Path | None) -> None:
    with opened(terms, Door(folder, passphrase_file)) as workspace, workspace.change(Op.USE_TEMPLATE) as tx:
        wanted = next((one for one in all_templates(tx) if template in (one.key, one.title)), None)
        if wanted is None:
            raise NotFound("template", template)
        use_blocks(tx, session_called(tx, session), wanted.blocks)
    added = len(wanted.blocks)
    say(ngettext("{count} block added.", "{count} blocks added.", added).format(count=added))


def _write_calendar(
    terms: Terms, *, sessions: tuple[str, ...], to: Path, folder: Path, passphrase_file: Path | None
) -> None:
    with opened_to_read(terms, Door(folder, passphrase_file)) as workspace, workspace.read() as tx:
        named = [session_called(tx, session) for session in sessions]
        wanted = named or dated_from(tx, today(workspace.clock))
        write_private(to, calendar_of(tx, wanted, now=workspace.clock.now()))
    say(str(to))


def _lettered(plan: Plan) -> Iterator[tuple[BlockRow, str]]:
    for block in plan.blocks:
        yield block, ""
        for track in block.tracks:
            yield from ((held, track.letter) for held in track.blocks)


def _told(plan: Plan, block: BlockRow, letter: str) -> tuple[str, Fields]:
    slot = plan.times.slots[block.id]
    start, end = (clock_time(local(at).time()) for at in (slot.start, slot.end))
    fields: Fields = {
        "id": block.id,
        "starts_at": start,
        "ends_at": end,
        "minutes": block.minutes,
        "title": block.title,
        "kind": block.kind.value,
        "lead": block.lead,
        "pinned": block.pinned_at is not None,
        "cut_first": block.cut_first,
        "group": letter or None,
        "overlap": slot.overlap,
        "gap": slot.gap,
        "early": slot.early,
    }
    return line(start, minutes_words(block.minutes), letter, block.title, block.lead), fields


def _template_fields(template: Template) -> Fields:
    return {
        "key": template.key,
        "title": template.title,
        "minutes": template.minutes,
        "about": template.about,
        "blocks": len(template.blocks),
        "saved": template.saved_id is not None,
        "breaks": sum(block.kind is BlockKind.BREAK for block in template.blocks),
    }


def _report(file: Path, incoming: Incoming, *, dry_run: bool) -> Fields:
    return {
        "file": file.name,
        "sheet": incoming.sheet or None,
        "dry_run": dry_run,
        "starts_at": None if incoming.starts_at is None else clock_time(incoming.starts_at),
        "counts": {fate.value: sum(row.fate is fate for row in incoming.rows) for fate in Fate},
        "kept_columns": list(incoming.kept_columns),
        "rows": [_row_fields(row) for row in incoming.rows],
    }


def _row_fields(row: RowFate) -> Fields:
    return {
        "line": row.line,
        "title": row.title or None,
        "outcome": row.fate.value,
        "minutes": None if row.block is None else row.block.minutes,
        "why": None if row.why is None else row.why.value,
        "column": row.column or None,
    }
