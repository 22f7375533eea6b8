# SPDX-License-Identifier: GPL-3.0-or-later
"""Where everything lies in a row of the plan: handle, start, minutes, title, what is under it, chips, lead, groups."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from ui.agenda.words import CardWords, RowWords
from ui.look.look import Look
from ui.look.words import widest_word
from ui.parts.cells import Figures, Mark, NewLine, Piece, Words
from ui.parts.chip import ChipKind
from ui.parts.flow import Flow, Placed, flow, measure

LEFT, RIGHT = 14, 12  # px at 100 % beside what a row shows
INDENT = 28  # of a row that runs within a group
HANDLE = 16
MINUTES = (76, 36)
LEAD = 96  # a longer word would be broken there; who leads then stands after the title
BEFORE_TITLE = 16
CHIPS_SHARE = 0.5  # of the room for the title at most; more chips stand under it
CARDS_LEFT = 46
LEAST_CARD = 184
BETWEEN_CARDS = 10
IN_CARD = 12
WIDEST_START = "00:00"


@dataclass(frozen=True, slots=True)
class RowLayout:
    """One row, its upper left corner at 0, 0.

    Attributes:
        height: Px in all.
        head: Px of the row without the groups under it.
        handle: Where it is dragged.
        start: Where it says when it begins; every time has the same room.
        minutes: The box of the minutes.
        placed: Everything else that is written, in its place.
        cards: The boxes of the groups.
    """

    height: float
    head: float
    handle: QRectF
    start: QRectF
    minutes: QRectF
    placed: tuple[Placed, ...]
    cards: tuple[QRectF, ...] = ()


def lay_out_row(look: Look, words: RowWords, width: float) -> RowLayout:
    """Return where everything lies in a row of a width."""
    left = look.space(LEFT) + (look.space(INDENT) if words.letter else 0)
    widest = measure(look, start_piece(WIDEST_START), width)
    start_x = left + look.text(HANDLE) + look.space(10)
    minutes_x = start_x + widest.width() + look.space(14)
    title_x = minutes_x + look.control(MINUTES[0]) + look.space(BEFORE_TITLE)
    right = width - look.space(RIGHT)
    has_column = not (look.narrow or look.stacked)
    title_right = right - look.text(LEAD) - look.space(BEFORE_TITLE) if has_column else right
    chips = _chips(look, words, title_right - title_x)
    room = title_right - title_x - (chips.size.width() + look.space(12) if chips.placed else 0)
    leads = has_column and widest_word(words.lead, look.font_for(words.lead)) <= look.text(LEAD)
    text = flow(look, _text(words, lead=not leads, chips=not chips.placed), max(1.0, room))
    lead = flow(look, [Words(words.lead)] if leads and words.lead else [], look.text(LEAD))
    lines = max(text.size.height(), lead.size.height())
    least = look.control("rowPlan" if lines < look.control("rowPlan") - look.space(8) else "rowPlanTwoLines")
    head = max(least, lines + look.space(8))
    placed = [
        *_minutes(look, words, minutes_x, head),
        *_at(text, title_x, head),
        *_at(chips, title_right - chips.size.width(), head),
        *_at(lead, right - look.text(LEAD), head),
    ]
    boxes, written = _cards(look, words.cards, QRectF(look.space(CARDS_LEFT), head, right - look.space(CARDS_LEFT), 0))
    height = max((box.bottom() + look.space(10) for box in boxes), default=head)
    box = QRectF(minutes_x, (head - look.control(MINUTES[1])) / 2, look.control(MINUTES[0]), look.control(MINUTES[1]))
    handle = QRectF(left, 0, look.text(HANDLE), head)
    start = QRectF(start_x, (head - widest.height()) / 2, widest.width(), widest.height())
    return RowLayout(height, head, handle, start, box, (*placed, *written), boxes)


def start_piece(start: str) -> Figures:
    """Return when a block begins, as it stands in its row."""
    return Figures(start, bold=True, size="lead")


def minutes_pieces(minutes: str) -> tuple[Piece, ...]:
    """Return a length as it stands in its box."""
    return Figures(minutes), Words("min", ink="ink2", size="small")


def _chips(look: Look, words: RowWords, room: float) -> Flow:
    """Return the chips in one line beside the title, or nothing where they must stand under it."""
    side = flow(look, words.chips, 100_000)
    fits = not look.stacked and side.size.width() <= room * CHIPS_SHARE
    return side if fits else flow(look, [], room)


def _text(words: RowWords, *, lead: bool, chips: bool) -> list[Piece]:
    pieces: list[Piece] = [Words(words.letter, bold=True, ink="accentInk")] if words.letter else []
    pieces.append(Words(words.title, bold=True))
    if lead and words.lead:
        pieces.append(Words(words.lead, ink="ink2"))
    if chips and words.chips:
        pieces += [NewLine(), *words.chips]
    for note in words.notes:
        pieces += [NewLine(), Words(note, ink="ink2", size="small")]
    for warning in words.warnings:
        pieces += [NewLine(), Mark("warning", warning, ChipKind.BARE_WARN)]
    return pieces


def _minutes(look: Look, words: RowWords, x: float, head: float) -> list[Placed]:
    """Place a length at the right of its box."""
    number, unit = minutes_pieces(words.minutes)
    right = x + look.control(MINUTES[0]) - look.space(9)
    sizes = measure(look, number, right), measure(look, unit, right)
    unit_x = right - sizes[1].width()
    number_x = unit_x - look.space(4) - sizes[0].width()
    pairs = ((number, number_x, sizes[0]), (unit, unit_x, sizes[1]))
    return [
        Placed(piece, QRectF(at, (head - size.height()) / 2, size.width(), size.height())) for piece, at, size in pairs
    ]


def _at(one: Flow, x: float, head: float) -> list[Placed]:
    by = QPointF(x, (head - one.size.height()) / 2)
    return [Placed(part.piece, part.area.translated(by)) for part in one.placed]


def _cards(look: Look, cards: Sequence[CardWords], area: QRectF) -> tuple[tuple[QRectF, ...], list[Placed]]:
    """Place the groups side by side, as many in a line as have room; those of one line are equally high."""
    gap, inside = look.space(BETWEEN_CARDS), look.space(IN_CARD)
    in_line = max(1, min(len(cards), int((area.width() + gap) // (look.text(LEAST_CARD) + gap))))
    width = (area.width() - gap * (in_line - 1)) / in_line
    boxes: list[QRectF] = []
    placed: list[Placed] = []
    y = area.y()
    for first in range(0, len(cards), in_line):
        said = [flow(look, _card(look, card), width - 2 * inside) for card in cards[first : first + in_line]]
        height = max(one.size.height() for one in said) + 2 * look.space(8)
        for place, one in enumerate(said):
            x = area.x() + place * (width + gap)
            boxes.append(QRectF(x, y, width, height))
            by = QPointF(x + inside, y + look.space(8))
            placed += [Placed(part.piece, part.area.translated(by)) for part in one.placed]
        y += height + gap
    return tuple(boxes), placed


def _card(look: Look, card: CardWords) -> list[Piece]:
    pieces: list[Piece] = [Words(card.letter, bold=True, ink="accentInk"), Words(card.title, bold=True)]
    who = card.who_in_short if look.narrow else card.who
    if card.question:
        pieces += [NewLine(), Words(card.question)]
    if who:
        pieces += [NewLine(), Words(who, ink="ink2", size="small")]
    if card.warning:
        pieces += [NewLine(), Mark("warning", card.warning, ChipKind.BARE_WARN)]
    return pieces
