"""A plan recomputed and painted, against a bare table of Qt's that is reset and shows the same rows."""

from dataclasses import replace
from datetime import date, time
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView

from app.agenda.queries import BlockRow, Plan, TrackRow, timed
from app.agenda.rules import frame_of, timeline
from db.types import BlockId, BlockKind, SessionId, TrackId
from tests.benchmarks.figures import PAIRS, Figure, Pair
from tests.benchmarks.timing import processor_milliseconds
from tests.benchmarks.typing import Paintings
from ui.agenda.plan_view import PlanView
from ui.look.look import Look
from ui.look.tokens import Theme

AT_MOST = 2.0
REPEATS = 9
BREAKOUTS, TRACKS, IN_TRACK = 4, 6, 8  # with as many plain blocks as breakouts: 200 blocks
SIZE = (1110, 450)
FRAME = frame_of(date(2026, 11, 26), time(9), time(17))


class BareModel(QAbstractTableModel):
    """Serves words, and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[str, ...]] = []

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return len(self.rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 4

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def show_rows(self, rows: list[tuple[str, ...]]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


def plan_figures() -> list[Figure]:
    """Return how many times a bare table's reset the whole takes."""
    application = QApplication.instance() or QApplication([])
    look = Look(theme=Theme.LIGHT)
    look.load_first_fonts()
    look.apply(application)
    look.load_fonts()
    view, bare, model = PlanView(look), QTableView(), BareModel()
    bare.setModel(model)
    for shown in (view, bare):
        shown.resize(*SIZE)
        shown.show()
    view.show_plan(_plan(_blocks(0)))
    QApplication.processEvents()
    bare.verticalHeader().setDefaultSectionSize(round(view.area_of(0).height()))
    pairs = [_pair(view, bare, model) for _ in range(PAIRS)]
    name = "200 blocks on 6 tracks recomputed and painted / a bare table reset with the same rows in sight"
    return [Figure(name, "ms", pairs, AT_MOST)]


def _pair(view: PlanView, bare: QTableView, model: BareModel) -> Pair:
    plain, whole = [], []
    for number in range(REPEATS):
        blocks = _blocks(number % 2)
        whole.append(_painted(view, partial(_show, view, blocks)))
        rows = [(view.plan_model.words(place)) for place in range(len(view.rows))]
        said = [(words.start, words.minutes, words.title, words.lead) for words in rows]
        plain.append(_painted(bare, partial(model.show_rows, said)))
    return Pair(min(plain), min(whole))


def _show(view: PlanView, blocks: tuple[BlockRow, ...]) -> None:
    view.show_plan(_plan(blocks))


def _painted(view: PlanView | QTableView, show: Any) -> float:
    paintings = Paintings(view.viewport())

    def shown() -> None:
        show()
        QApplication.processEvents()

    taken = processor_milliseconds(shown)
    if not paintings.count:
        raise AssertionError("nothing was painted")
    return taken


def _plan(blocks: tuple[BlockRow, ...]) -> Plan:
    times = timeline(map(timed, blocks), FRAME)
    return Plan(SessionId("plan"), date(2026, 11, 26), time(9), time(17), blocks, times)


def _blocks(more: int) -> tuple[BlockRow, ...]:
    """Return 200 blocks, the first of which takes some minutes more, so that all others move."""
    plain = [_block(f"plain {number}", 10) for number in range(BREAKOUTS)]
    breakouts = [replace(_block(f"rooms {number}", 40), tracks=_tracks(number)) for number in range(BREAKOUTS)]
    first, *rest = [block for pair in zip(plain, breakouts, strict=True) for block in pair]
    return (replace(first, minutes=10 + more), *rest)


def _tracks(breakout: int) -> tuple[TrackRow, ...]:
    return tuple(
        TrackRow(
            TrackId(f"{breakout} {lane}"),
            lane,
            chr(ord("A") + lane),
            f"Which words are hard, and for whom? {lane}",
            f"Room {lane}",
            "Femi",
            (lane + 1,),
            tuple(_block(f"{breakout} {lane} {number}", 5) for number in range(IN_TRACK)),
        )
        for lane in range(TRACKS)
    )


def _block(name: str, minutes: int) -> BlockRow:
    unsaid = dict.fromkeys(("pinned_at", "purpose", "say", "steps", "watch_for", "room_layout", "spectrum", "origin"))
    lengths = {"least_minutes": 5, "most_minutes": 60, "cut_first": None, "already_made": False}
    return BlockRow(
        id=BlockId(name),
        kind=BlockKind.ACTIVITY,
        title=f"What we do in {name}",
        minutes=minutes,
        lead="Aoife",
        **unsaid,
        **lengths,
    )
