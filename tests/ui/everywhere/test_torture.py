"""Every text field of every page against what hurts programs: saved exactly or refused, shown and painted."""

import pytest
from PySide6.QtWidgets import QApplication

from app.checking.queries import check
from tests.torture.texts import HURTS, in_line
from tests.ui.everywhere.places import EVERYWHERE
from ui.parts.banner import Banner
from ui.parts.fields import LineField, TextField

MOST = 14  # a sheet that is keyed back has a hundred alike


@pytest.mark.parametrize("place", EVERYWHERE)
def test_what_is_typed_into_every_field_is_saved_exactly_or_refused(go, workspace, place):
    window = go(place)
    for hurting in HURTS.values():
        for number in range(len(fields(window))):
            now = fields(window)
            if number < len(now):
                assert_settled(window, number, type_in(now[number], hurting))
    window.grab()
    with workspace.read() as tx:
        assert check(tx).findings == ()


def fields(window) -> list[LineField | TextField]:
    return [
        field
        for kind in (LineField, TextField)
        for field in window.findChildren(kind)
        if field.isVisible() and field.edit.isEnabled() and not field.edit.isReadOnly()
    ][:MOST]


def type_in(field: LineField | TextField, text: str) -> str:
    """Return what stands in the field once the text was typed, before it is left."""
    if isinstance(field, LineField):
        field.line.setText(text)
    else:
        field.lines.setPlainText(text)
    typed = field.text()
    field.leave()
    QApplication.processEvents()
    return typed


def assert_settled(window, number: int, text: str) -> None:
    """What stands there now is what was typed, or a sentence says why it is not saved."""
    now = fields(window)
    if number >= len(now) or now[number].refusal or window.findChildren(Banner):
        return
    stands = in_line(now[number].text())
    assert stands in {in_line(text), ""}, now[number].edit.accessibleName()
