# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan as a spreadsheet: Ontime's columns first, ours after them; what is written can be read in again."""

from collections.abc import Iterator
from datetime import time

from app.agenda.columns import Field, vocabulary
from app.agenda.material_cells import materials_cell
from app.agenda.queries import BlockRow, Plan, TrackRow
from app.clock import local
from app.i18n import _
from app.sessions.facts import spectrum_levels
from app.spreadsheets import Cell, workbook

ORDER = (
    Field.START,
    Field.LINKED,
    Field.END,
    Field.LENGTH,
    Field.TITLE,
    Field.STEPS,
    Field.TIMER,
    Field.KIND,
    Field.GROUP,
    Field.TABLES,
    Field.PINNED,
    Field.LEAST,
    Field.MOST,
    Field.PURPOSE,
    Field.SAY,
    Field.WATCH_FOR,
    Field.LEAD,
    Field.ROOM_LAYOUT,
    Field.MATERIALS,
    Field.CUT_FIRST,
    Field.SPECTRUM,
    Field.ALREADY_MADE,
    Field.ORIGIN,
)
Said = dict[Field, Cell]


def plan_workbook(plan: Plan) -> bytes:
    """Return the plan of a session as an XLSX workbook, a row for each block in the order of the plan."""
    titles = [vocabulary().written[field] for field in ORDER]
    return workbook(_("Plan"), titles, [[said.get(field) for field in ORDER] for said in _rows(plan)])


def _rows(plan: Plan) -> Iterator[Said]:
    for place, block in enumerate(plan.blocks):
        yield _said(plan, block) | {Field.LINKED: "yes" if place and block.pinned_at is None else "no"}
        for track in block.tracks:
            yield _group(track)
            for held in track.blocks:
                yield _said(plan, held) | {Field.GROUP: track.letter}


def _said(plan: Plan, block: BlockRow) -> Said:
    slot = plan.times.slots[block.id]
    start, end = (local(instant).time() for instant in (slot.start, slot.end))
    return {
        Field.START: block.pinned_at or start,
        Field.END: end,
        Field.LENGTH: time(*divmod(block.minutes, 60)),
        Field.TITLE: block.title,
        Field.STEPS: block.steps,
        Field.TIMER: "count-down",
        Field.KIND: block.kind.value,
        Field.LEAST: block.least_minutes,
        Field.MOST: block.most_minutes,
        Field.PURPOSE: block.purpose,
        Field.SAY: block.say,
        Field.WATCH_FOR: block.watch_for,
        Field.LEAD: block.lead,
        Field.ROOM_LAYOUT: block.room_layout,
        Field.MATERIALS: materials_cell(block.materials),
        Field.CUT_FIRST: block.cut_first,
        Field.PINNED: None if block.pinned_at is None else "yes",
        Field.SPECTRUM: block.spectrum and spectrum_levels()[block.spectrum].label,
        Field.ALREADY_MADE: "yes" if block.already_made else None,
        Field.ORIGIN: block.origin,
    }


def _group(track: TrackRow) -> Said:
    return {
        Field.TITLE: track.title,
        Field.TIMER: "none",
        Field.KIND: vocabulary().group_row,
        Field.GROUP: track.letter,
        Field.LEAD: track.lead,
        Field.ROOM_LAYOUT: track.room,
        Field.TABLES: ", ".join(map(str, track.tables)),
    }
