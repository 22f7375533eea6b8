# SPDX-License-Identifier: GPL-3.0-or-later
"""Invented plans to print, and what they say at their worst."""

from collections.abc import Callable
from typing import Any

from app.documents.decisions_sheet import DecisionsSheet, Noted
from app.documents.ground_rules import GroundRules
from app.documents.materials_list import MaterialsList, ToPack
from app.documents.participant_agenda import Item, ParticipantAgenda
from app.documents.plan_words import TrackWords
from app.documents.planned_and_actual import Compared, PlannedAndActual
from app.documents.run_sheet import RunSheet, Scene
from db.types import BlockKind

DAY, VENUE = "26 November 2026", "St Mary’s Hall, Leeds"


def scene(title: str, **said: Any) -> Scene:
    parts = (("Say", f"Welcome, {title}"), ("Do", f"1. Ask.\n2. Listen to {title}.\n\n3. Do."), ("Watch for", title))
    return Scene("10:46", 40, title, lead=title, notes="40 minutes (30 to 50)", said=parts, bring=(title,), **said)


def run_sheet(*names: str, session: str = "A warmer welcome") -> RunSheet:
    tracks = tuple(TrackWords(letter, name, name) for letter, name in zip("ABCDEFGH", names, strict=False))
    inside = tuple((track.letter, scene(track.title)) for track in tracks)
    scenes = (scene("Map of a first visit", tracks=tracks, inside=inside), *map(scene, names))
    people = tuple(f"Wellbeing: {name}" for name in names[:2])
    return RunSheet(session, DAY, "10:00 to 12:30", VENUE, "The plan ends at 12:41.", people, scenes)


def agenda(*names: str, session: str = "A warmer welcome", words: str = "What we do today.") -> ParticipantAgenda:
    items = tuple(Item("10:46", BlockKind.ACTIVITY, name, (f"A: {name}", f"B: {name}")) for name in names)
    breaks = (Item("11:20", BlockKind.BREAK, "Break"),)
    wellbeing = names[0] if names else ""
    return ParticipantAgenda(
        session, DAY, "10:00 to 12:30", VENUE, words, words, wellbeing, (*items, *breaks), "12:30", (words,)
    )


def ground_rules(*rules: str, session: str = "A warmer welcome") -> GroundRules:
    return GroundRules(session, DAY, ("One person speaks at a time.", *rules))


def materials(*names: str, session: str = "A warmer welcome") -> MaterialsList:
    things = tuple(ToPack("120", name, name, packed=number % 2 == 0) for number, name in enumerate(names))
    few = ToPack("3 for each person", "Dots", "Vote", packed=False)
    return MaterialsList(session, DAY, "10:00 to 12:30", VENUE, "Counted for 40 people at 5 tables.", (*things, few), 6)


def decisions(*names: str, session: str = "A warmer welcome") -> DecisionsSheet:
    noted = tuple(Noted(f"Ask {name}", name, DAY, done=number % 2 == 0) for number, name in enumerate(names))
    return DecisionsSheet(session, DAY, VENUE, noted, noted, noted)


def planned_and_actual(*names: str, session: str = "A warmer welcome", words: str = "Begun.") -> PlannedAndActual:
    before = "This took about 12 minutes longer the last 3 times."
    blocks = tuple(Compared(f"A: {name}", "10:00, 40 min", "10:06, 52 min · +12", before) for name in names)
    return PlannedAndActual(session, DAY, VENUE, words, blocks)


def worst_of_plans(names: tuple[str, ...], long: str) -> dict[str, Callable[[], Any]]:
    """Return what the sheets of a plan say at their worst, by the names of the documents."""
    return {
        "run-sheet": lambda: run_sheet(*names, long, session=long),
        "agenda": lambda: agenda(*names, long, session=long, words=long),
        "materials": lambda: materials(*names, long, session=long),
        "decisions": lambda: decisions(*names, long, session=long),
        "planned-and-actual": lambda: planned_and_actual(*names, long, session=long, words=long),
        "ground-rules": lambda: ground_rules(*names, long, session=long),
    }
