# SPDX-License-Identifier: GPL-3.0-or-later
"""What Qt draws by itself (menus, scroll bars, tooltips): its palette and its style sheet."""

from collections.abc import Mapping

from PySide6.QtGui import QColor, QPalette

SHEET = """
QToolTip {{ background: {sheet}; color: {ink}; border: {border}px solid {edge}; padding: {gap}px; }}
QMenu {{ background: {sheet}; color: {ink}; border: {border}px solid {edge}; padding: {gap}px 0; icon-size: {icon}px; }}
QMenu::item {{ padding: {gap}px 24px {gap}px 16px; }}
QMenu::icon {{ padding-left: 12px; }}
QMenu::item:selected {{ background: {selected}; color: {ink}; }}
QMenu::item:disabled {{ color: {disabledInk}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: {gap}px 0; }}
QComboBox QAbstractItemView {{ background: {sheet}; color: {ink}; border: {border}px solid {edge}; outline: none; }}
QComboBox QAbstractItemView::item {{ min-height: {item}px; padding: 0 {gap}px; color: {ink}; }}
QComboBox QAbstractItemView::item:selected {{ background: {selected}; color: {ink}; }}
QScrollBar:vertical {{ background: transparent; width: {bar}px; margin: 4px 3px 4px 0; }}
QScrollBar:horizontal {{ background: transparent; height: {bar}px; margin: 0 4px 3px 4px; }}
QScrollBar::handle {{ background: {edge}; border-radius: 4px; min-height: 40px; min-width: 40px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def palette_of(colours: Mapping[str, QColor], roles: Mapping[str, str]) -> QPalette:
    """Return Qt's palette in the colours of a theme."""
    palette = QPalette()
    for role, name in roles.items():
        if role != "disabledText":
            palette.setColor(QPalette.ColorRole[role], colours[name])
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colours[roles["disabledText"]])
    return palette


def style_sheet(colours: Mapping[str, QColor], **pixels: int) -> str:
    """Return the style sheet of what no part of ours paints."""
    return SHEET.format(**{name: colour.name() for name, colour in colours.items()}, **pixels)
