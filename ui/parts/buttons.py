# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons: what can be pressed looks so, and says in words what it does."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from ui.look.look import Look
from ui.parts.part import centred, draw_icon, outline
from ui.parts.pressable import Pressable
from ui.parts.text import Hint

ICON = 20
BETWEEN = 9  # px between icon and word at 100 % text
WIDEST = 17  # times the height of the text: beyond this the words wrap


class ButtonKind(Enum):
    """How much a button asks to be pressed: MAIN once on a page, QUIET as a link; LIVE ones lie on deep green."""

    MAIN = "main"
    OTHER = "other"
    QUIET = "quiet"
    LIVE = "live"
    LIVE_MAIN = "live main"


@dataclass(frozen=True, slots=True)
class Inks:
    """Colours of one button by their names in the look; "" is none."""

    words: str
    fill: str
    hover: str
    line: str


INKS = {
    ButtonKind.MAIN: Inks("onAccent", "accent", "accentHover", ""),
    ButtonKind.OTHER: Inks("ink", "sheet", "hover", "edge"),
    ButtonKind.QUIET: Inks("accentInk", "", "hover", ""),
    ButtonKind.LIVE: Inks("onLive", "", "liveTrack", "liveSoft"),
    ButtonKind.LIVE_MAIN: Inks("live", "onLive", "liveSoft", ""),
}


class Button(Pressable):
    """A button with words and, where it helps, an icon.

    Attributes:
        reason: Why it cannot be pressed now; "" while it can.

    Signals:
        reason_changed: it became available or not; argument: the reason.
    """

    reason_changed = Signal(str)

    def __init__(
        self,
        look: Look,
        words: str,
        icon: str = "",
        *,
        kind: ButtonKind = ButtonKind.OTHER,
        small: bool = False,
        icon_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, words, parent)
        self.reason = ""
        self._icon = icon
        self._kind = kind
        self._height = "buttonSmall" if small else "button"
        self._icon_only = icon_only
        self._under_pointer = False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if icon_only:
            self.setToolTip(words)

    def set_reason(self, reason: str) -> None:
        """Make it unavailable and say why; "" makes it available again."""
        self.reason = reason
        self.setEnabled(not reason)
        self.setAccessibleDescription(reason)
        self.setToolTip(reason or (self.text() if self._icon_only else ""))
        self.reason_changed.emit(reason)

    @property
    def on_live(self) -> bool:
        """Whether it lies on deep green."""
        return self._kind in {ButtonKind.LIVE, ButtonKind.LIVE_MAIN}

    def set_icon(self, icon: str) -> None:
        """Show another icon before the words."""
        self._icon = icon
        self.relook()

    def sizeHint(self) -> QSize:
        """The room it would like."""
        height = max(self.look.control(self._height), round(self._words_size().height()) + self.look.space(10))
        return QSize(round(self._content_width()) + 2 * self._padding(), height)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it is under the pointer."""
        self._under_pointer = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Show that the pointer has gone."""
        self._under_pointer = False
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        self._paint_box(painter)
        ink = self.look.color(INKS[self._kind].words if self.isEnabled() else "disabledInk")
        area = QRectF(self.rect())
        if self._icon_only:
            draw_icon(painter, self.look, area, self._icon, ink, size=ICON)
        else:
            self._paint_words(painter, area, ink)

    def _paint_box(self, painter: QPainter) -> None:
        inks = INKS[self._kind]
        look = self.look
        hot = self.isDown() or (self._under_pointer and self.isEnabled())
        fill = (inks.hover if hot else inks.fill) if self.isEnabled() else "page"
        line = (inks.line or (inks.fill if look.high_contrast else "")) if self.isEnabled() else "edge"
        outline(
            painter,
            look,
            QRectF(self.rect()),
            fill=look.color(fill) if fill else None,
            line=look.color(line) if line else None,
            radius=look.radius("control"),
            dashed=not self.isEnabled(),
        )

    def _paint_words(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        look = self.look
        size = self._words_size()
        at = centred(QSize(round(self._content_width()), round(size.height())), area)
        if self._icon:
            side = look.text(ICON)
            draw_icon(painter, look, QRectF(at.x(), area.y(), side, area.height()), self._icon, ink, size=ICON)
            at = QPointF(at.x() + side + self._between(), at.y())
        look.lay_out(self.text(), self._words_font(), size.width() + 1).draw(painter, at, ink)
        if self._opens_menu():
            side = look.text(ICON)
            after = QRectF(at.x() + size.width() + self._between() / 2, area.y(), side, area.height())
            draw_icon(painter, look, after, "chevronDown", ink, size=ICON)

    def _words_size(self) -> QRectF:
        block = self.look.lay_out(self.text(), self._words_font(), self.look.text("body") * WIDEST)
        return QRectF(0, 0, block.width, block.height)

    def _content_width(self) -> float:
        icon = self.look.text(ICON)
        if self._icon_only:
            return icon
        before = icon + self._between() if self._icon else 0
        after = icon + self._between() / 2 if self._opens_menu() else 0
        return before + self._words_size().width() + after

    def _opens_menu(self) -> bool:
        return self.menu() is not None  # pyright: ignore[reportUnnecessaryComparison] - the stubs leave out None

    def _between(self) -> float:
        return self.look.space(BETWEEN)

    def _padding(self) -> int:
        small = self._height == "buttonSmall" or self._icon_only or self._kind is ButtonKind.QUIET
        return self.look.space(12 if small else 18)

    def _words_font(self) -> QFont:
        bold = self._kind in {ButtonKind.MAIN, ButtonKind.LIVE_MAIN}
        return self.look.font_for(self.text(), "body", bold=bold)


class MainButton(Button):
    """The one green button of a page."""

    def __init__(self, look: Look, words: str, icon: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(look, words, icon, kind=ButtonKind.MAIN, parent=parent)


class QuietButton(Button):
    """A button that looks like a link."""

    def __init__(self, look: Look, words: str, icon: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(look, words, icon, kind=ButtonKind.QUIET, small=True, parent=parent)


class IconButton(Button):
    """A repeated mark that can be pressed; its words are its accessible name and tooltip."""

    def __init__(self, look: Look, words: str, icon: str, *, parent: QWidget | None = None) -> None:
        super().__init__(look, words, icon, kind=ButtonKind.QUIET, small=True, icon_only=True, parent=parent)


class MenuButton(Button):
    """A button that opens a menu.

    Attributes:
        choices: The menu; a page adds its actions to it.
    """

    def __init__(
        self, look: Look, words: str, icon: str = "", *, small: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, words, icon, small=small, parent=parent)
        self.choices = QMenu(self)
        self.choices.setAccessibleName(words)
        self.setMenu(self.choices)


class MoreButton(Button):
    """Opens the rest of what can be done, where there is no room for a button of each.

    Attributes:
        choices: The menu; a page adds its actions to it.
    """

    def __init__(self, look: Look, words: str, *, parent: QWidget | None = None) -> None:
        super().__init__(look, words, "more", icon_only=True, parent=parent)
        self.choices = QMenu(self)
        self.choices.setAccessibleName(words)
        self.setMenu(self.choices)


class Reason(Hint):
    """The words beside a button that say why it cannot be pressed; gone while it can."""

    def __init__(self, look: Look, button: Button) -> None:
        super().__init__(look)
        button.reason_changed.connect(self.show_reason)
        self.show_reason(button.reason)

    def show_reason(self, reason: str) -> None:
        """Show a reason; "" hides the words."""
        self.setText(reason)
        self.setVisible(bool(reason))
