# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be said of a block, a track and a material."""

from dataclasses import dataclass, fields
from datetime import time
from typing import TypedDict

from db.types import BlockKind, Per, Spectrum


@dataclass(frozen=True, slots=True)
class BlockSaid:
    """All that is said of a block, in a plan or in a file; minutes are its planned length."""

    title: str
    minutes: int
    kind: BlockKind = BlockKind.ACTIVITY
    least_minutes: int | None = None
    most_minutes: int | None = None
    pinned_at: time | None = None
    purpose: str | None = None
    say: str | None = None
    steps: str | None = None
    watch_for: str | None = None
    lead: str | None = None
    room_layout: str | None = None
    spectrum: Spectrum | None = None
    already_made: bool = False
    cut_first: int | None = None
    origin: str | None = None


class BlockFields(TypedDict, total=False):
    """What can be changed of what `BlockSaid` says; its place in the plan is changed by moving it."""

    kind: BlockKind
    title: str
    minutes: int
    least_minutes: int | None
    most_minutes: int | None
    pinned_at: time | None
    purpose: str | None
    say: str | None
    steps: str | None
    watch_for: str | None
    lead: str | None
    room_layout: str | None
    spectrum: Spectrum | None
    already_made: bool
    cut_first: int | None
    origin: str | None


class TrackFields(TypedDict, total=False):
    """What can be said of a track."""

    title: str | None
    room: str | None
    lead: str | None
    tables: tuple[int, ...]


class MaterialFields(TypedDict, total=False):
    """What can be said of a material."""

    what: str
    amount: int
    per: Per
    packed: bool


SAID = tuple(one.name for one in fields(BlockSaid))
