# SPDX-License-Identifier: GPL-3.0-or-later
"""What a run says, in words: in the bar, in the big view, in what is offered, and in what was usual before."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.clock import local
from app.days import clock_time, minutes_words
from app.i18n import _, ngettext
from app.live.actuals import ActualRow
from app.live.course import MINUTE, BlockClock, Level, LiveState, TrackClock
from app.live.offers import Offer, Way
from app.live.queries import LiveRun

NOTHING = timedelta(0)


@dataclass(frozen=True, slots=True)
class TrackFace:
    """What is said of one track.

    Attributes:
        letter: Its letter.
        name: Its question or room; "" where nobody said.
        block: What runs in it; "" where it holds no blocks.
        left: "12 minutes left".
        short: The same in few letters: "12 min".
        level: How much is left, in steps.
    """

    letter: str
    name: str
    block: str
    left: str
    short: str
    level: Level


@dataclass(frozen=True, slots=True)
class Face:
    """Everything that a live view says. It holds names of blocks and tracks, and times, and nothing else.

    Attributes:
        block: The block that runs.
        left: "22 minutes left".
        short_left: The same in fewer letters: "22 min left".
        level: How much is left, in steps.
        share: How much of it has gone, from 0 to 1.
        standing: "6 minutes behind", "2 minutes ahead", "On time".
        short_standing: The same in fewer letters: "6 min behind".
        behind: Whether it is late.
        gone: That the block was taken out of the plan while it ran; "" where it was not.
        next: "Next: Break at 11:20", or that it is the last block.
        end: "Ends at 12:36".
        paused: Whether it stands still.
        automatic: Whether one block follows another by the clock.
        tracks: What runs at the same time.
    """

    block: str
    left: str
    short_left: str
    level: Level
    share: float
    standing: str
    short_standing: str
    behind: bool
    gone: str
    next: str
    end: str
    paused: bool
    automatic: bool
    tracks: tuple[TrackFace, ...]

    @property
    def spoken(self) -> str:
        """All of it in one sentence, for those who hear it."""
        said = (self.block, self.gone, self.left, self.standing, self.next, self.end)
        return ". ".join(one for one in said if one)


def face_of(run: LiveRun, said: LiveState) -> Face:
    """Return what the views of a run say at one instant."""
    clock = said.clock
    left, short = left_words(clock), _short_left_words(clock)
    return Face(
        block=run.titles[clock.item.block_id],
        left=_("Paused, {left}").format(left=left[:1].lower() + left[1:]) if said.paused else left,
        short_left=_("Paused, {left}").format(left=short[:1].lower() + short[1:]) if said.paused else short,
        level=clock.level,
        share=min(1.0, clock.elapsed / clock.allotted) if clock.allotted else 1.0,
        standing=standing_words(said.behind),
        short_standing=short_standing_words(said.behind),
        behind=said.behind > 0,
        gone=_("Taken out of the plan") if clock.item.gone else "",
        next=_next_words(run, clock),
        end=_end_words(said),
        paused=said.paused is not None,
        automatic=said.automatic,
        tracks=tuple(_track(run, said, track) for track in said.tracks),
    )


def left_words(clock: BlockClock) -> str:
    """Return how much time a block has left, or by how much it is over."""
    if clock.level is Level.FREE and clock.next_at is not None:
        return _("Free until {time}").format(time=_time(clock.next_at))
    if clock.left > NOTHING:
        count = -(-clock.left // MINUTE)
        return ngettext("{count} minute left", "{count} minutes left", count).format(count=count)
    over = -clock.left // MINUTE
    if not over:
        return _("Time is up")
    return ngettext("{count} minute over", "{count} minutes over", over).format(count=over)


def standing_words(behind: int) -> str:
    """Return how late it is, in whole minutes; negative is ahead."""
    if behind > 0:
        return ngettext("{count} minute behind", "{count} minutes behind", behind).format(count=behind)
    if behind < 0:
        return ngettext("{count} minute ahead", "{count} minutes ahead", -behind).format(count=-behind)
    return _("On time")


def short_standing_words(behind: int) -> str:
    """Return how late it is in few letters."""
    if behind > 0:
        return _("{count} min behind").format(count=behind)
    return _("{count} min ahead").format(count=-behind) if behind else _("On time")


def offer_words(run: LiveRun, offer: Offer) -> str:
    """Return what an offer does, as the words of a button."""
    title = "" if offer.block_id is None else run.titles[offer.block_id]
    match offer.way:
        case Way.BUFFER:
            return _("Use the buffer “{title}”").format(title=title)
        case Way.SHORTEN:
            count = offer.minutes or 0
            words = ngettext("Shorten “{title}” to {count} minute", "Shorten “{title}” to {count} minutes", count)
            return words.format(title=title, count=count)
        case Way.DROP:
            return _("Leave out “{title}”").format(title=title)
        case Way.MOVE_END:
            return _("End at {time}").format(time="" if offer.ends_at is None else _time(offer.ends_at))


def won_words(offer: Offer) -> str:
    """Return what an offer wins."""
    return ngettext("Wins {count} minute", "Wins {count} minutes", offer.won).format(count=offer.won)


def room_words(said: LiveState) -> str:
    """Return by how much the end is later than the room must be empty; "" when it is not."""
    if not said.past_room or said.room_until is None:
        return ""
    words = ngettext(
        "That is {count} minute after the room must be empty, at {time}.",
        "That is {count} minutes after the room must be empty, at {time}.",
        said.past_room,
    )
    return words.format(count=said.past_room, time=_time(said.room_until))


def longer_words(longer: int) -> str:
    """Return how much longer something took than planned: "+12", a minus and "3", or "as planned"."""
    if longer == 0:
        return _("as planned")
    return f"+{longer}" if longer > 0 else f"\N{MINUS SIGN}{-longer}"


def as_it_was_words(row: ActualRow) -> str:
    """Return when a block began and how long it took against its plan, as far as it ran; "" where it never did."""
    if row.began is None:
        return _("Left out on the day") if row.dropped else ""
    began = clock_time(local(row.began).time())
    if row.took is None:
        return _("Began at {time}").format(time=began)
    words = _("Began at {time}, took {minutes}: {difference}")
    return words.format(time=began, minutes=minutes_words(row.took), difference=longer_words(row.longer or 0))


def _track(run: LiveRun, said: LiveState, track: TrackClock) -> TrackFace:
    name = run.tracks[said.clock.item.block_id, track.lane]
    own = track.clock.item is not said.clock.item
    block = run.titles[track.clock.item.block_id] if own else ""
    return TrackFace(
        name.letter, name.words, block, left_words(track.clock), _short_words(track.clock), track.clock.level
    )


def _next_words(run: LiveRun, clock: BlockClock) -> str:
    if clock.next is None or clock.next_at is None:
        return _("This is the last block")
    return _("Next: {block} at {time}").format(block=run.titles[clock.next.block_id], time=_time(clock.next_at))


def _end_words(said: LiveState) -> str:
    return _("Ends at {time}").format(time=_time(said.expected_end))


def _short_words(clock: BlockClock) -> str:
    count = -(-clock.left // MINUTE) if clock.left > NOTHING else -clock.left // MINUTE
    if clock.left <= NOTHING and not count:
        return _("Up")
    return (_("{count} min") if clock.left > NOTHING else _("{count} min over")).format(count=count)


def _short_left_words(clock: BlockClock) -> str:
    """Return how much time a block has left in few letters; where nothing is counted, in the usual words."""
    if clock.level is Level.FREE:
        return left_words(clock)
    if clock.left > NOTHING:
        return _("{count} min left").format(count=-(-clock.left // MINUTE))
    over = -clock.left // MINUTE
    return _("{count} min over").format(count=over) if over else _("Time is up")


def _time(instant: datetime) -> str:
    return clock_time(local(instant).time())
