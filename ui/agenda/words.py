# SPDX-License-Identifier: GPL-3.0-or-later
"""What the rows of a plan say, on the screen and to those who hear it."""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import partial

from app.agenda.queries import TrackRow
from app.agenda.rules import Slot
from app.agenda.words import cut_words, kind_word, tables_words
from app.clock import local
from app.days import clock_time, minutes_words
from app.i18n import _, ngettext
from app.live.words import as_it_was_words
from db.types import BlockKind
from ui.agenda.rows import PlanRow
from ui.parts.cells import Mark
from ui.parts.chip import ChipKind

SPOKEN_KINDS = (BlockKind.BREAK, BlockKind.MEAL, BlockKind.BUFFER, BlockKind.CLOSING)


@dataclass(frozen=True, slots=True)
class CardWords:
    """What is said of one group of a breakout: its letter, and lines under each other."""

    letter: str
    title: str
    question: str
    who: str
    who_in_short: str
    warning: str = ""

    @property
    def spoken(self) -> str:
        """What is read out."""
        said = (self.title, self.question, self.who, self.warning)
        return _("group {letter}: {words}").format(letter=self.letter, words=", ".join(filter(None, said)))


@dataclass(frozen=True, slots=True)
class RowWords:
    """What one row says.

    Attributes:
        start: When it begins, as a clock shows it.
        minutes: How long it is planned for.
        letter: The letter of its group; "" for a block of the session itself.
        notes: Lines under the title that only tell.
        warnings: Lines under the title about what does not hold.
        chips: What its states are, at the right.
        cards: Its groups, side by side.
        kind: What it is for, where that is read out.
    """

    start: str
    minutes: str
    title: str
    lead: str
    letter: str = ""
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    chips: tuple[Mark, ...] = ()
    cards: tuple[CardWords, ...] = ()
    kind: str = ""

    @property
    def laid_out_by(self) -> Hashable:
        """What its layout follows from: all that it says, but when it begins."""
        shown = (self.minutes, self.title, self.lead, self.letter)
        return shown, self.notes, self.warnings, self.chips, self.cards

    @property
    def spoken(self) -> str:
        """Everything that the row shows, as it is read out."""
        said = [
            self.start,
            minutes_words(int(self.minutes)),
            _("in group {letter}").format(letter=self.letter) if self.letter else "",
            self.title,
            self.kind,
            *(chip.words for chip in self.chips),
            self.lead,
            *self.notes,
            *(_("warning: {words}").format(words=words) for words in self.warnings),
            *(card.spoken for card in self.cards),
        ]
        return ", ".join(filter(None, said))


def words_of(row: PlanRow) -> RowWords:
    """Return what a row says."""
    block = row.block
    return RowWords(
        start=clock_time(local(row.slot.start).time()),
        minutes=str(block.minutes),
        title=block.title,
        lead=block.lead or "",
        letter=row.track.letter if row.track else "",
        notes=_notes(row),
        warnings=_warnings(row),
        chips=_chips(row),
        cards=tuple(map(_card, block.tracks, row.over)),
        kind=kind_word(block.kind) if block.kind in SPOKEN_KINDS else "",
    )


def _notes(row: PlanRow) -> tuple[str, ...]:
    gap, said = row.slot.gap, "" if row.ran is None else as_it_was_words(row.ran)
    as_it_was = (said,) if said else ()
    if not gap:
        return as_it_was
    words = ngettext(
        "{count} minute before it with nothing planned", "{count} minutes before it with nothing planned", gap
    )
    return (words.format(count=gap), *as_it_was)


def _warnings(row: PlanRow) -> tuple[str, ...]:
    return tuple(filter(None, (_early_words(row), _overlap_words(row.slot))))


def _early_words(row: PlanRow) -> str:
    early = row.slot.early
    if not early:
        return ""
    if row.track is None:
        return _("Begins {minutes} before the session").format(minutes=minutes_words(early))
    return _("Begins {minutes} before its breakout").format(minutes=minutes_words(early))


def _overlap_words(slot: Slot) -> str:
    overlap = slot.overlap
    if not overlap:
        return ""
    words = ngettext(
        "The block before runs {count} minute into it", "The block before runs {count} minutes into it", overlap
    )
    if slot.past_the_last:
        words = ngettext(
            "An earlier block runs {count} minute into it", "An earlier block runs {count} minutes into it", overlap
        )
    return words.format(count=overlap)


def _chips(row: PlanRow) -> tuple[Mark, ...]:
    block, plain = row.block, partial(Mark, kind=ChipKind.PLAIN)
    chips = [Mark("now", _("Now"), ChipKind.OK, bold=True)] if row.runs else []
    if block.pinned_at is not None:
        chips.append(plain("pinned", _("Pinned")))
    if block.tracks:
        chips.append(plain("parallel", _("At the same time")))
    if block.cut_first is not None:
        chips.append(plain("optional", cut_words(block.cut_first)))
    return tuple(chips)


def _card(track: TrackRow, over: int | None) -> CardWords:
    warning = ""
    if over is not None and over > 0:
        warning = ngettext("Runs {count} minute too long", "Runs {count} minutes too long", over).format(count=over)
    room, question = track.room or "", track.title or ""
    at_tables = tables_words(track.tables)
    return CardWords(
        letter=track.letter,
        title=room or question or _("Group {letter}").format(letter=track.letter),
        question=question if room else "",
        who=", ".join(filter(None, (track.lead, at_tables))),
        who_in_short=track.lead or at_tables,
        warning=warning,
    )
