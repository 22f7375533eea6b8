# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be said of a block, a track and a material."""

from datetime import time
from typing import TypedDict

from db.types import BlockKind, Per, Spectrum


class BlockFields(TypedDict, total=False):
    """What can be said of a block; its place in the plan is changed by moving it."""

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
