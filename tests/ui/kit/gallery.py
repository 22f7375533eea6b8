# SPDX-License-Identifier: GPL-3.0-or-later
"""One of each part, as a page would make it, with a name of 60 characters where names go."""

from ui.forms import Form
from ui.parts.banner import Banner, BannerKind
from ui.parts.buttons import Button, ButtonKind, IconButton, MainButton, MenuButton, QuietButton, Reason
from ui.parts.chip import Chip, ChipKind
from ui.parts.counts import Counts
from ui.parts.dialog import Question
from ui.parts.empty import Empty
from ui.parts.fields import ChoiceField, LineField, TextField
from ui.parts.light import Light, LightFacts, LightState, Pod
from ui.parts.progress import Progress
from ui.parts.rail import Destination, Rail
from ui.parts.search import Search
from ui.parts.secret import SecretField
from ui.parts.sheet import Postcard, Rule, Sheet, Well
from ui.parts.spectrum import Spectrum
from ui.parts.stamp import Mark, Postmark, Stamp
from ui.parts.strip import Status, Strip
from ui.parts.tabs import Tabs
from ui.parts.text import Heading, Hint, Label, Picture
from ui.parts.ticks import Tick
from ui.parts.when import DateField, TimeField

LONG_NAME = "Maximiliana Konstantinopolitanska Wojciechowska of Szczebrze"


def rail(look):
    made = Rail(look, [Destination("today", "Today", "today"), Destination("settings", "Settings", "settings", True)])
    made.choose("today")
    made.set_count("today", 3, "3 waiting")
    return made


def strip(look):
    made = Strip(look, ["saved", "backup"], ["member"], may_go=["member"])
    made.show_status("saved", Status("All changes saved", "saved", kind=ChipKind.BARE_OK))
    made.show_status("backup", Status("Backup 20 minutes ago", "backup", "Backup 20 min"))
    made.show_status("member", Status(LONG_NAME, "member", "Ruth A."))
    return made


def form(look):
    made = Form(look)
    made.add_heading("Who")
    made.add_row("Name", LineField(look))
    made.add_row("Born", DateField(look), help="Only if they want to say.")
    made.add_row("Minutes", LineField(look), unit="minutes")
    made.add_row("Role", ChoiceField(look, [("carer", "Carer"), ("nurse", "Nurse")]))
    return made


def tabs(look):
    made = Tabs(look, [("plan", "Plan"), ("room", "Room")], name="Session")
    made.set_count("room", "21 of 34")
    return made


def counts(look):
    made = Counts(look, [("expected", "expected"), ("here", "here")], name="Show")
    made.set_count("expected", 34)
    return made


def progress(look):
    made = Progress(look)
    made.start("Importing 212 people", 212)
    made.go_to(148, 212)
    return made


def refused(look):
    made = LineField(look)
    made.describe("Sort code")
    made.refuse("A sort code has six digits. This one has five.")
    return made


def unavailable(look):
    made = Button(look, "Send to finance", "outbox")
    made.set_reason("No approved claims yet.")
    return made


PARTS = {
    "heading": lambda look: Heading(look, LONG_NAME),
    "label": lambda look: Label(look, LONG_NAME),
    "hint": lambda look: Hint(look, LONG_NAME),
    "picture": lambda look: Picture(look, "warning", "Caps Lock is on"),
    "button": lambda look: Button(look, "Print", "print"),
    "main button": lambda look: MainButton(look, f"Open the room of {LONG_NAME}", "openRoom"),
    "quiet button": lambda look: QuietButton(look, "Use the recovery sheet"),
    "live button": lambda look: Button(look, "Next", kind=ButtonKind.LIVE),
    "icon button": lambda look: IconButton(look, "Edit", "edit"),
    "menu button": lambda look: MenuButton(look, "Any role"),
    "unavailable button": unavailable,
    "reason": lambda look: Reason(look, unavailable(look)),
    **{f"{kind.value} chip": lambda look, kind=kind: Chip(look, LONG_NAME, "needLoop", kind) for kind in ChipKind},
    **{f"{state.value} light": lambda look, state=state: Light(look, "Place", state) for state in LightState},
    "pod": lambda look: Pod(look, [LightFacts("Place", state) for state in LightState]),
    "mark": Mark,
    "stamp": lambda look: Stamp(look, "12"),
    "plain stamp": Stamp,
    "postmark": lambda look: Postmark(look, "26 Nov", "2026"),
    "spectrum": lambda look: Spectrum(look, 4),
    "sheet": lambda look: Sheet(look, Label(look, LONG_NAME), 8, None),
    "well": lambda look: Well(look, Label(look, LONG_NAME)),
    "postcard": lambda look: Postcard(look, Label(look, LONG_NAME)),
    "rule": Rule,
    "upright rule": lambda look: Rule(look, upright=True),
    "banner": lambda look: Banner(look, BannerKind.STOP, LONG_NAME, LONG_NAME, buttons=[Button(look, "Try again")]),
    "progress": progress,
    "empty": lambda look: Empty(look, LONG_NAME, LONG_NAME, buttons=[Button(look, "Hand over")]),
    "question": lambda look: Question(look, LONG_NAME, LONG_NAME, do="Send 2 claims", icon="outbox"),
    "line": LineField,
    "refused line": refused,
    "text": TextField,
    "choice": lambda look: ChoiceField(look, [("a", LONG_NAME)]),
    "secret": SecretField,
    "day": DateField,
    "time": TimeField,
    "search": lambda look: Search(look, "Name", "Two letters of a name, then Enter", "A name"),
    "tick": lambda look: Tick(look, LONG_NAME),
    "counts": counts,
    "tabs": tabs,
    "rail": rail,
    "strip": strip,
    "form": form,
}
