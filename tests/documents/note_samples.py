"""Invented notes to print, and what they say at their worst."""

from collections.abc import Callable
from typing import Any

from app.documents.incident_note import IncidentSheet, PrintedNote
from app.documents.reflections import Reflections, Said, Theme
from tests.documents.plan_samples import DAY, VENUE


def incident(*names: str, session: str = "A warmer welcome", words: str = "A chair fell over.") -> IncidentSheet:
    notes = tuple(
        PrintedNote(
            title="26 November 2026 at 10:40",
            corrects="26 November 2026 at 10:30" if at else "",
            lines=(("What was seen and heard", f"{words}\n\n{name}"), ("In whose words", name)),
            told=((name, name, "26 November 2026 at 10:45"),),
            entered=f"Written by {name} on 26 November 2026 at 10:50",
        )
        for at, name in enumerate(names)
    )
    return IncidentSheet(session, DAY, VENUE, names[0] if names else "", notes)


def reflections(*names: str, session: str = "A warmer welcome", words: str = "Pairs spoke.") -> Reflections:
    titles = ("What we observed", "How we understood what we heard", "What evidence says")
    said = tuple(Said(f"{words}\n\n{name}", f"{DAY} · {name}") for name in names)
    themes = tuple(Theme(name, tuple(zip(titles, (said, (), said[:1]), strict=True))) for name in names)
    return Reflections(session, DAY, VENUE, themes)


def worst_of_notes(names: tuple[str, ...], long: str) -> dict[str, Callable[[], Any]]:
    """Return what the documents of notes say at their worst, by the names of the documents."""
    return {
        "incident-note": lambda: incident(*names, long, session=long, words=long),
        "reflections": lambda: reflections(*names[:3], long, session=long, words=long),
    }
