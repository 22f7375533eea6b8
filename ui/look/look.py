# SPDX-License-Identifier: GPL-3.0-or-later
"""The look: colours, fonts, sizes and icons at the chosen theme and text size."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from ui.look.figures import Figured
from ui.look.fonts import Families, load_first_fonts, load_other_fonts
from ui.look.icons import Icons
from ui.look.style import palette_of, style_sheet
from ui.look.tokens import Theme, Tokens, load_tokens
from ui.look.words import ENDLESS, Block, Blocks

LARGER_CONTROL = 0.72  # how much of the growth of the text a control follows
LARGER_SPACE = 0.25


class Look(QObject):
    """How everything looks now; every part is given it and draws itself anew when it changes.

    Signals:
        changed: the theme, the text size or the room in the window is another one.
    """

    changed = Signal()

    def __init__(self, tokens: Tokens | None = None, *, theme: Theme | None = None, text_scale: float = 1.0) -> None:
        super().__init__()
        self.tokens = tokens or load_tokens()
        self.chosen_theme = theme
        self.text_scale = text_scale
        self._window_width = 1366
        self._fonts: dict[tuple[int, bool, str], QFont] = {}
        self._figured: dict[tuple[int, bool], Figured] = {}
        self._blocks = Blocks()
        self._icons = Icons(self.tokens.icons)
        self._families = Families(self.tokens.font.families[0])
        self._colours = self._read_colours()

    @property
    def theme(self) -> Theme:
        """The theme that is shown: the chosen one, else what the system asks for."""
        return self.chosen_theme or _theme_of_the_system()

    @property
    def high_contrast(self) -> bool:
        """Whether outlines are wide and there are no tints."""
        return self.theme is Theme.HIGH_CONTRAST

    @property
    def narrow(self) -> bool:
        """Whether the window has too little room for side columns at this text size."""
        return self._window_width / self.text_scale < self.tokens.scale.narrow_below

    @property
    def cramped(self) -> bool:
        """Whether the window has room for hardly more than a list: large text on a small screen."""
        return self._window_width / self.text_scale < self.tokens.scale.cramped_below

    @property
    def stacked(self) -> bool:
        """Whether the text is so large that table rows are shown on several lines."""
        return self.text_scale > self.tokens.scale.stacked_above

    def set_theme(self, theme: Theme | None) -> None:
        """Show a theme; None follows the system."""
        self.chosen_theme = theme
        self.refresh()

    def set_text_scale(self, text_scale: float) -> None:
        """Show text this many times its size at 100 %."""
        self.text_scale = text_scale
        self.refresh()

    def set_window_width(self, width: int) -> None:
        """Take note of the window's width in px; parts hear of it only when it becomes cramped, narrow or wide."""
        was = self.narrow, self.cramped
        self._window_width = width
        if (self.narrow, self.cramped) != was:
            self.changed.emit()

    def apply(self, app: QApplication) -> None:
        """Dress the whole program in this look, and from now on follow the system's wishes."""
        app.setStyle("Fusion")
        self._dress(app)
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self.refresh)
        hints.accessibility().contrastPreferenceChanged.connect(self.refresh)

    def refresh(self) -> None:
        """Work out everything anew and tell the parts."""
        self._fonts.clear()
        self._figured.clear()
        self.forget()
        self._colours = self._read_colours()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._dress(app)
        self.changed.emit()

    def load_first_fonts(self) -> None:
        """Load what the first window needs."""
        load_first_fonts()

    def load_fonts(self) -> None:
        """Load the fonts of all scripts and draw every name anew; called after the first window is painted."""
        load_other_fonts()
        self.refresh()

    def color(self, name: str) -> QColor:
        """Return a colour by its name in tokens.json."""
        return self._colours[name]

    def text(self, size: int | str) -> int:
        """Return px of a text size, given as px at 100 % or as a name ("small", "body", "title")."""
        return round((self.tokens.text[size] if isinstance(size, str) else size) * self.text_scale)

    def control(self, size: int | str) -> int:
        """Return px of a control's height, given as px at 100 % or as a name ("button", "row")."""
        height = self.tokens.size[size] if isinstance(size, str) else size
        return round(height * (1 + LARGER_CONTROL * (self.text_scale - 1)))

    def space(self, size: int | str) -> int:
        """Return px of a gap or margin, given as px at 100 % or as a name ("s", "l", "page")."""
        gap = self.tokens.space[size] if isinstance(size, str) else size
        return round(gap * (1 + LARGER_SPACE * (self.text_scale - 1)))

    def radius(self, name: str) -> int:
        """Return px of a corner ("chip", "control", "sheet", "postcard")."""
        return self.tokens.radius[name]

    @property
    def border(self) -> int:
        """Px of an outline."""
        return self.tokens.border.high_contrast if self.high_contrast else self.tokens.border.normal

    def font(self, size: int | str = "body", *, bold: bool = False, family: str = "") -> QFont:
        """Return the font of a size; a family, where given, is asked before all others."""
        key = (self.text(size), bold, family)
        if key not in self._fonts:
            self._fonts[key] = self._make_font(*key)
        return self._fonts[key]

    def font_for(self, text: str, size: int | str = "body", *, bold: bool = False, language: str = "") -> QFont:
        """Return the font that draws a whole name in one family.

        Args:
            text: What will be drawn.
            size: Px at 100 % or a name.
            bold: Whether in the heavier weight.
            language: A code such as "ur", where it is known: Urdu has a family of its own.
        """
        family = self.tokens.font.urdu if language == "ur" else self._families.family_for(text)
        return self.font(size, bold=bold, family=family)

    def figured(self, size: int | str = "body", *, bold: bool = False) -> Figured:
        """Return how wide letters are among figures in the font of a size."""
        key = self.text(size), bold
        if key not in self._figured:
            self._figured[key] = Figured(self.font(size, bold=bold))
        return self._figured[key]

    def pixmap(self, name: str, ink: str | QColor = "ink", size: int = 20) -> QPixmap:
        """Return an icon in a colour; its size is px at 100 % and grows with the text."""
        colour = self.color(ink) if isinstance(ink, str) else ink
        app = QGuiApplication.instance()
        ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
        return self._icons.pixmap(name, colour, self.text(size), ratio=ratio)

    def icon(self, name: str, ink: str | QColor = "ink", size: int = 20) -> QIcon:
        """Return an icon for menus and other parts of Qt's own."""
        return QIcon(self.pixmap(name, ink, size))

    def lay_out(
        self, text: str, font: QFont, width: float = ENDLESS, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    ) -> Block:
        """Return text broken into lines of at most `width` px; without a width it stays on its own lines."""
        return self._blocks.lay_out(text, font, width, align)

    def forget(self) -> None:
        """Keep no text that was drawn; called when the records are locked."""
        self._blocks.clear()

    def _make_font(self, pixels: int, bold: bool, family: str) -> QFont:
        font = QFont()
        font.setFamilies([*([family] if family else []), *self.tokens.font.families])
        font.setPixelSize(pixels)
        font.setBold(bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def _read_colours(self) -> dict[str, QColor]:
        return {name: QColor(value) for name, value in self.tokens.colours[self.theme].items()}

    def _dress(self, app: QApplication) -> None:
        app.setPalette(palette_of(self._colours, self.tokens.palette))
        app.setFont(self.font())
        pixels = {"border": self.border, "gap": self.space("s"), "bar": self.tokens.size["scrollBar"]}
        pixels |= {"icon": self.text("lead"), "item": self.control("target")}
        app.setStyleSheet(style_sheet(self._colours, **pixels))


def _theme_of_the_system() -> Theme:
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return Theme.HIGH_CONTRAST
    return Theme.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else Theme.LIGHT
