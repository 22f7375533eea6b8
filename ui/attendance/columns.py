# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the room."""

from datetime import datetime

from app.attendance.queries import NeedShown, RoomRow, Taxi
from app.attendance.rules import Presence
from app.clock import local
from app.days import clock_time
from app.i18n import _
from app.wording.vocabulary import role_word
from ui.parts.chip import ChipKind
from ui.tables import Cell, Column, Mark, Piece, Press, Words, cell

CHECK_IN = "check_in"


class RoomColumns:
    """Says how somebody is shown in the room.

    Attributes:
        discreet: Whether needs are symbols only, as the queue can see the screen; a screen reader hears them all.
    """

    def __init__(self) -> None:
        self.discreet = False

    def columns(self) -> tuple[Column[RoomRow], ...]:
        """Return the columns, in the order of the door: where somebody is, then who."""
        return (
            Column(_("Arrival"), self.arrival, width=150),
            Column(_("Name"), self.name),
            Column(_("Role in the room"), self.role, width=180, short_title=_("Role"), line=1),
            Column(_("Needs"), self.needs, line=2),
        )

    def arrival(self, row: RoomRow) -> Cell:
        """Return where somebody is."""
        match row.presence:
            case Presence.HERE:
                words = _("Here {time}").format(time=wall_time(row.arrived_at))
                return cell(Mark("here", words, ChipKind.BARE_OK, size="body", bold=True))
            case Presence.LEFT:
                words = _("Left {time}").format(time=wall_time(row.left_at))
                return cell(Mark("left", words, size="body"))
            case _:
                spoken = _("Check in {name}").format(name=row.name)
                return cell(Press(_("Check in"), "expected", act=CHECK_IN, spoken=spoken))

    def name(self, row: RoomRow) -> Cell:
        """Return what somebody is called."""
        known_as = row.known_as if row.known_as not in row.name.split() else None
        called = _("known as {name}").format(name=known_as) if known_as else ""
        beside = [Words(words, ink="ink2") for words in (row.name_in_script, called) if words]
        return cell(Words(row.name, bold=True), *beside)

    def role(self, row: RoomRow) -> Cell:
        """Return what somebody is in this session, and whether they were not expected."""
        pieces: list[Piece | str] = [", ".join(role_word(role) for role in row.roles)]
        if note := _standing(row):
            pieces.append(Words(note, ink="ink2", size="small"))
        return cell(*pieces)

    def needs(self, row: RoomRow) -> Cell:
        """Return what somebody needs; an allergy comes first, and what is not confirmed stands out."""
        marks: list[Piece] = []
        if row.allergy:
            spoken = _("allergy: {what}").format(what=row.allergy)
            marks.append(Mark("needAllergy", self._seen(row.allergy), ChipKind.STOP, spoken=spoken))
        marks += [self._need(need) for need in row.needs]
        if row.taxi:
            marks.append(_taxi(row.taxi))
        if row.photo_no:
            marks.append(Mark("photoNo", self._seen(_("No photos")), spoken=_("no photos")))
        return cell(*marks)

    def _need(self, need: NeedShown) -> Mark:
        if need.confirmed:
            return Mark(need.icon, self._seen(need.words), spoken=need.words)
        spoken = _("{need}, not confirmed").format(need=need.words)
        return Mark(need.icon, self._seen(need.words), ChipKind.WARN, spoken=spoken)

    def _seen(self, words: str) -> str:
        return "" if self.discreet else words


def wall_time(instant: datetime | None) -> str:
    """Return an instant as the clock on the wall shows it."""
    return "" if instant is None else clock_time(local(instant).time())


def _taxi(taxi: Taxi) -> Mark:
    """Return when somebody's taxi leaves; it stands in discreet mode too, as it tells of no need."""
    when = "" if taxi.leaves_at is None else clock_time(taxi.leaves_at)
    if taxi.booked:
        return Mark("taxi", _("Taxi {time}, booked").format(time=when) if when else _("Taxi booked"))
    words = _("Taxi {time}, not booked").format(time=when) if when else _("Taxi not booked")
    return Mark("taxi", words, ChipKind.WARN)


def _standing(row: RoomRow) -> str:
    if not row.invited:
        return _("Not on the list")
    if row.walk_in:
        return _("Walk-in")
    return {Presence.NOT_COMING: _("Said no"), Presence.ABSENT: _("Did not come")}.get(
        row.presence or Presence.EXPECTED, ""
    )
