# SPDX-License-Identifier: GPL-3.0-or-later
"""What blocks took before, in words."""

from collections.abc import Iterable, Mapping, Sequence

from app.agenda.library import PlannedBlock
from app.agenda.past import Longer, Past
from app.days import minutes_words
from app.i18n import _, ngettext


def past_words(past: Past) -> str:
    """Return what a block took before, against its plan then: "This took about 12 minutes longer the last 3 times."."""
    times, usual = past.times, past.usual_longer
    if usual == 0:
        words = ngettext(
            "This took as long as planned last time.", "This took as long as planned, {times} times.", times
        )
    elif usual > 0:
        words = ngettext(
            "This took {minutes} longer last time.", "This took about {minutes} longer the last {times} times.", times
        )
    else:
        words = ngettext(
            "This took {minutes} less last time.", "This took about {minutes} less the last {times} times.", times
        )
    return words.format(minutes=minutes_words(abs(usual)), times=times)


def before_words(blocks: Iterable[PlannedBlock], past: Mapping[str, Past]) -> str:
    """Return what the block that ran over the most took before, and how many others ran over; "" where none did."""
    over = sorted(
        ((past[block.origin].usual_longer, block.title) for block in blocks if block.origin in past), reverse=True
    )
    late = [(longer, title) for longer, title in over if longer > 0]
    if not late:
        return ""
    longer, title = late[0]
    words = _("“{title}” took {minutes} longer before.").format(title=title, minutes=minutes_words(longer))
    others = len(late) - 1
    more = ngettext("So did {count} other block, by less.", "So did {count} other blocks, by less.", others)
    return f"{words} {more.format(count=others)}" if others else words


def took_words(blocks: Sequence[Longer]) -> str:
    """Return that blocks took longer before, as a sentence."""
    block, *others = blocks
    if others:
        words = _("{blocks} took longer before.")
        return words.format(blocks=", ".join(f"“{block.title}”" for block in blocks))
    words = ngettext(
        "“{title}” took {minutes} last time.",
        "“{title}” took about {minutes} the last {times} times.",
        block.past.times,
    )
    minutes = minutes_words(block.past.usual_took)
    return words.format(title=block.title, minutes=minutes, times=block.past.times)


def more_words(blocks: Sequence[Longer]) -> str:
    """Return how many minutes more that was, as a sentence."""
    words = ngettext("That is {minutes} more than here.", "That is {minutes} more than here, in all.", len(blocks))
    return words.format(minutes=minutes_words(sum(block.more for block in blocks)))
