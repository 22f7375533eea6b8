# SPDX-License-Identifier: GPL-3.0-or-later
"""The five lights of readiness: a shape and a word first, a colour only then."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.i18n import _
from ui.look.look import Look
from ui.parts.part import draw_icon


class LightState(Enum):
    """Ready, to do, to do before the doors open, or not asked."""

    READY = "ready"
    TODO = "todo"
    MUST_DO = "mustDo"
    NOT_ASKED = "notAsked"


@dataclass(frozen=True, slots=True)
class LightInks:
    """Icon and colours of one state by their names in the look."""

    icon: str
    fill: str
    ink: str
    edge: str
    words: str


LIGHT_INKS = {
    LightState.READY: LightInks("ok", "accent", "onAccent", "accent", "accentInk"),
    LightState.TODO: LightInks("todo", "warnTint", "warnInk", "warn", "warnInk"),
    LightState.MUST_DO: LightInks("mustDo", "stopTint", "stopInk", "stop", "stopInk"),
    LightState.NOT_ASKED: LightInks("notAsked", "sheet", "ink2", "edge", "ink2"),
}


def word_of(state: LightState) -> str:
    """Return the word that stands beside a light."""
    return {
        LightState.READY: _("Ready"),
        LightState.TODO: _("To do"),
        LightState.MUST_DO: _("Before doors open"),
        LightState.NOT_ASKED: _("Not asked"),
    }[state]


def spoken_of(what: str, state: LightState, detail: str = "", *, word: str = "") -> str:
    """Return what a screen reader says of a light: "Place: to do. Hearing loop not yet confirmed."."""
    word = word or word_of(state)
    sentence = _("{what}: {state}.").format(what=what, state=word[:1].lower() + word[1:])
    return f"{sentence} {detail}".strip()


class Light(QLabel):
    """One light.

    Args of the constructor: what it is about ("Place"), its state, and the one thing to do.
    """

    def __init__(self, look: Look, what: str, state: LightState, detail: str = "", *, size: int = 28) -> None:
        super().__init__()
        self.look = look
        self._state = state
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(what, state, detail)
        look.changed.connect(self.relook)

    def show_state(self, what: str, state: LightState, detail: str = "", *, word: str = "") -> None:
        """Show another state; a word says it where the usual one does not fit."""
        self._state = state
        self.setAccessibleName(spoken_of(what, state, detail, word=word))
        self.setToolTip(detail or word or word_of(state))
        self.update()

    def relook(self) -> None:
        """Take up the look as it is now."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The room it would like."""
        side = self.look.text(self._size) + 4
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The least room in which nothing is cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        middle = QPointF(self.width() / 2, self.height() / 2)
        draw_light(QPainter(self), self.look, middle, self.look.text(self._size) / 2 - 2, self._state)


@dataclass(frozen=True, slots=True)
class LightFacts:
    """What one light of the pod stands for."""

    what: str
    state: LightState
    detail: str = ""


class Pod(QLabel):
    """The lights of a session in their pod, which is as long as they need."""

    def __init__(self, look: Look, lights: Sequence[LightFacts] = (), *, height: int = 34) -> None:
        super().__init__()
        self.look = look
        self._lights: tuple[LightFacts, ...] = ()
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_lights(lights)
        look.changed.connect(self.relook)

    def show_lights(self, lights: Sequence[LightFacts]) -> None:
        """Show these lights, in this order."""
        self._lights = tuple(lights)
        spoken = " ".join(spoken_of(light.what, light.state, light.detail) for light in lights)
        self.setAccessibleName(spoken or _("Readiness is not known yet."))
        self.setToolTip("\n".join(spoken_of(light.what, light.state, light.detail) for light in lights))
        self.relook()

    def relook(self) -> None:
        """Take up the look as it is now."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The room it would like."""
        height = self.look.control(self._height)
        return QSize(round(height * (1.1 + 0.8 * len(self._lights))), height + 2)

    def minimumSizeHint(self) -> QSize:
        """The least room in which nothing is cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self.look
        painter.setPen(QPen(look.color("accentLine"), look.border + 0.5))
        painter.setBrush(look.color("accentTint"))
        painter.drawPath(pod_outline(self.width(), self.height()))
        step = (self.width() - self.height()) / max(1, len(self._lights))
        for place, light in enumerate(self._lights):
            middle = QPointF(self.height() / 2 + step * (place + 0.5), self.height() / 2)
            draw_light(painter, look, middle, self.height() * 0.255, light.state)


def draw_light(painter: QPainter, look: Look, middle: QPointF, radius: float, state: LightState) -> None:
    """Draw the shape of a state: disc, triangle, octagon or ring."""
    inks = LIGHT_INKS[state]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(look.color(inks.edge), 2)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(look.color(inks.fill))
    lower = 0.0
    if state is LightState.TODO:
        painter.drawPolygon(_triangle(middle, radius))
        lower = radius * 0.2
    elif state is LightState.MUST_DO:
        painter.drawPolygon(_octagon(middle, radius * 1.06))
    else:
        painter.drawEllipse(middle, radius, radius)
    side = radius * 1.24
    area = QRectF(middle.x() - side / 2, middle.y() - side / 2 + lower, side, side)
    size = max(1, round(side / look.text_scale))
    draw_icon(painter, look, area, inks.icon, look.color(inks.ink), size=size)


def pod_outline(width: float, height: float) -> QPainterPath:
    """Return the outline of a pod."""
    left, right, top, bottom = 1.5, width - 1.5, 1.5, height - 1.5
    path = QPainterPath(QPointF(left, height * 0.58))
    path.cubicTo(width * 0.05, height * 0.16, width * 0.15, top, width * 0.30, top)
    path.lineTo(width * 0.70, top)
    path.cubicTo(width * 0.85, top, width * 0.95, height * 0.14, right, height * 0.42)
    path.cubicTo(width * 0.95, height * 0.84, width * 0.85, bottom, width * 0.70, bottom)
    path.lineTo(width * 0.30, bottom)
    path.cubicTo(width * 0.15, bottom, width * 0.05, height * 0.90, left, height * 0.58)
    path.closeSubpath()
    return path


def _triangle(middle: QPointF, radius: float) -> QPolygonF:
    x, y = middle.x(), middle.y()
    return QPolygonF(
        [
            QPointF(x, y - radius * 1.12),
            QPointF(x + radius * 1.15, y + radius * 0.86),
            QPointF(x - radius * 1.15, y + radius * 0.86),
        ]
    )


def _octagon(middle: QPointF, radius: float) -> QPolygonF:
    angles = [math.pi / 8 + corner * math.pi / 4 for corner in range(8)]
    return QPolygonF([middle + QPointF(radius * math.cos(angle), radius * math.sin(angle)) for angle in angles])
