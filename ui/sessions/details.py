# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of one session; every field is saved as it is left."""

from datetime import date, time
from functools import partial
from typing import cast

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.attendance.commands import invite_as_before
from app.days import clock_time
from app.i18n import _
from app.sessions.commands import change_session, duplicate_session
from app.sessions.facts import ebcd_stages, spectrum_levels
from app.sessions.fields import SessionFields
from app.sessions.queries import SessionHeader, projects_list, session_header, venues_list
from db.journal import Op
from db.types import Method, SessionId, Spectrum, Stage
from ui.actions import Action
from ui.forms import Form
from ui.page import Page
from ui.parts.buttons import Button
from ui.parts.fields import ChoiceField, Field, LineField, TextField
from ui.parts.sheet import Down, Scroll, Sheet
from ui.parts.text import Hint
from ui.parts.when import DateField, TimeField
from ui.parts.wrap import Wrap
from ui.people.parts import Saved
from ui.places import Place
from ui.sessions.tab import Tab

CHOICES = {"spectrum": Spectrum, "stage": Stage}


class Details(Tab):
    """Title, purpose, what is fixed and what is open, how far words will reach, when, where, and who leads."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, _("Details"))
        look = page.desk.look
        self.look = look
        self._saved = Saved()
        self._shown = SessionId("")
        self.fields: dict[str, Field] = {}
        self.form = Form(look)
        self.promise = Hint(look, size="body")
        self.duplicate = Button(look, _("Duplicate, with nobody invited"), "copy")
        self.duplicate_people = Button(look, _("Duplicate, with the same people"), "group")
        self.delete = Button(look, _("Delete this session"), "delete")
        self._fill()
        acts = QWidget()
        acts.setLayout(Wrap(look, self.duplicate, self.duplicate_people, self.delete, gap=10))
        inside = QWidget()
        inside.setLayout(Down(look, Sheet(look, self.form), acts, None, gap=14))
        self.setLayout(Down(look, Scroll(look, inside), gap=0))
        self.first_focus = self.fields["title"]
        self.duplicate.clicked.connect(lambda: self._trigger(Action.DUPLICATE_SESSION))
        self.duplicate_people.clicked.connect(self._duplicate_with_people)
        self.delete.clicked.connect(lambda: self._trigger(Action.DELETE_SESSION))

    def refresh(self) -> None:
        """Read the session; a field that is being typed in keeps what stands in it."""
        with self.page.desk.workspace.read() as tx:
            header = session_header(tx, self.session_id)
            projects: list[tuple[str, str]] = [(row.id, row.title) for row in projects_list(tx)]
            venues: list[tuple[str, str]] = [(row.id, row.name) for row in venues_list(tx)]
        self._offer("project_id", projects)
        self._offer("venue_id", [("", _("Not chosen yet")), *venues])
        anew = self._shown != self.session_id
        self._shown = self.session_id
        self._saved.show({self.fields[name]: text for name, text in _texts(header).items()}, anew=anew)
        self._show_promise(header.spectrum)
        self.form.show_row(self.fields["stage"], shown=header.method is Method.EBCD)

    def settle(self) -> None:
        """Save what is being typed."""
        for field in self.fields.values():
            field.leave()

    def _fill(self) -> None:
        look, form = self.look, self.form
        self._add("title", form.add_row(_("Title"), LineField(look)))
        self._add("project_id", form.add_row(_("Project"), ChoiceField(look)))
        self._add("held_on", form.add_row(_("Day"), DateField(look)))
        self._add("doors_at", form.add_row(_("Doors open"), TimeField(look)))
        self._add("starts_at", form.add_row(_("Starts"), TimeField(look)))
        self._add("ends_at", form.add_row(_("Ends"), TimeField(look)))
        self._add("venue_id", form.add_row(_("Venue"), ChoiceField(look)))
        self._add("room", form.add_row(_("Room or floor"), LineField(look)))
        stages = [(stage.stage.value, _(stage.title)) for stage in ebcd_stages().values()]
        choice = ChoiceField(look, [("", _("At no stage")), *stages])
        where = _("Where it stands in the method that the project follows.")
        self._add("stage", form.add_row(_("Stage"), choice, help=where, whole_width=True))
        purpose = _("One sentence that everybody in the room would understand.")
        self._add("purpose", form.add_row(_("Purpose"), TextField(look), help=purpose, whole_width=True))
        fixed = _("What cannot be changed here, and why.")
        self._add("fixed", form.add_row(_("What is fixed"), TextField(look), help=fixed))
        self._add("open", form.add_row(_("What is open"), TextField(look), help=_("What people can decide or shape.")))
        levels = [(level.level.value, _(level.label)) for level in spectrum_levels().values()]
        choice = ChoiceField(look, [("", _("Not said yet")), *levels])
        self._add("spectrum", form.add_row(_("How far words will reach"), choice, whole_width=True))
        form.add_whole(self.promise)
        self._add("facilitators", form.add_row(_("Facilitators"), LineField(look), whole_width=True))
        form.add_heading(_("Whom to call"))
        upset = _("Who is there for anybody who is upset. It stands in the room and on the evacuation list.")
        self._add("wellbeing_name", form.add_row(_("Wellbeing person"), LineField(look), help=upset))
        self._add("wellbeing_phone", form.add_row(_("Wellbeing person’s phone"), LineField(look)))
        risk = _("Who is told when somebody may be at risk of harm. Your organisation says who that is.")
        self._add("safeguarding_name", form.add_row(_("Safeguarding lead"), LineField(look), help=risk))
        self._add("safeguarding_phone", form.add_row(_("Safeguarding lead’s phone"), LineField(look)))

    def _add(self, name: str, field: Field) -> None:
        self.fields[name] = field
        field.left_changed.connect(partial(self._on_left, name))

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, ChoiceField):
            kept = field.text()
            field.set_choices(choices)
            field.set_text(kept)

    def _on_left(self, name: str, text: str) -> None:
        field, session_id = self.fields[name], self._shown
        values = cast("SessionFields", {name: _value(name, field, text)})

        def work(tx: Session) -> None:
            change_session(tx, session_id, **values)

        self.page.change(Op.CHANGE_SESSION, work, then=lambda _made: field.accept(), refused=field.refuse)

    def _show_promise(self, spectrum: Spectrum | None) -> None:
        words = "" if spectrum is None else _(spectrum_levels()[spectrum].promise)
        self.promise.setText(_("The promise: {words}").format(words=words) if words else "")
        self.promise.setVisible(bool(words))

    def _duplicate_with_people(self) -> None:
        earlier = self.session_id

        def work(tx: Session) -> SessionId:
            made = duplicate_session(tx, earlier)
            invite_as_before(tx, earlier, made)
            return made

        self.page.change(Op.DUPLICATE_SESSION, work, then=self._open)

    def _open(self, session_id: SessionId) -> None:
        self.page.desk.places.go(Place("session", session_id, "details"))

    def _trigger(self, action: Action) -> None:
        for act in self.page.actions():
            if act.data() is action:
                act.trigger()


def _value(name: str, field: Field, text: str) -> str | date | time | Spectrum | Stage | None:
    """Return what was typed as the session keeps it."""
    if isinstance(field, DateField):
        return field.day()
    if isinstance(field, TimeField):
        return field.moment()
    return CHOICES[name](text) if name in CHOICES and text else text


def _texts(header: SessionHeader) -> dict[str, str]:
    times = {"doors_at": header.doors_at, "starts_at": header.starts_at, "ends_at": header.ends_at}
    return {
        "title": header.title,
        "project_id": header.project_id,
        "purpose": header.purpose or "",
        "fixed": header.fixed or "",
        "open": header.open or "",
        "spectrum": header.spectrum or "",
        "held_on": "" if header.held_on is None else f"{header.held_on:%d/%m/%Y}",
        "venue_id": header.venue_id or "",
        "room": header.room or "",
        "facilitators": header.facilitators or "",
        "wellbeing_name": header.wellbeing_name or "",
        "wellbeing_phone": header.wellbeing_phone or "",
        "safeguarding_name": header.safeguarding_name or "",
        "safeguarding_phone": header.safeguarding_phone or "",
        "stage": header.stage or "",
        **{name: "" if at is None else clock_time(at) for name, at in times.items()},
    }
