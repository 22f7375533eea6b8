# SPDX-License-Identifier: GPL-3.0-or-later
"""What letters of invitation, address labels and the call list say."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest

from app.documents import address_labels, call_list, invitation_letter
from app.documents.address_labels import Address
from app.documents.invitation_letter import Promise
from app.documents.labels import inside, label_sheets, labels_of
from app.documents.paper.marks import Box, TickBox, Words
from tests.documents.reading import outside, overlapping, page_texts
from tests.documents.samples import LARGE, LONG_NAME, NAMES, STANDARD
from tests.documents.session_samples import addresses, calls, invitations, letterhead

STYLES = pytest.mark.parametrize("style", [STANDARD, LARGE], ids=["standard", "large print"])


def texts(module: Any, content: Any, style=STANDARD) -> list[str]:
    out = BytesIO()
    module.build(content, out, style)
    return page_texts(out.getvalue())


@STYLES
def test_a_letter_says_what_for_when_where_and_how_to_answer(style):
    text = " ".join(texts(invitation_letter, invitations("Amina Begum"), style)[1:])
    for words in (
        "Dear Amina Begum,",
        "We would like you to come to “A warmer welcome”.",
        "This is what we meet for: Agree what the first letter must say",
        "Thursday 26 November 2026 · Doors open 9:30 · 10:00 to 12:30",
        "St Mary’s Hall, Garden Room 12 Mill Lane, Leeds",
        "Step-free way in: yes",
        "Hearing loop: no. We bring one.",
        "What you say will become part of the design.",
        "What you can change with us: Everything that stands in it.",
        "Somebody who supports you may come too.",
        "An interpreter, spoken or signed",
        "what you need: Ruth Abara, 0113 496 0000",
        "It is fine to say no.",
    ):
        assert words in text


def test_the_team_is_told_by_number_alone_who_has_no_letter_or_no_label():
    text = texts(invitation_letter, invitations("Ada", "Li"))[0]
    assert "2 letters follow." in text
    assert "2 people on the list asked not to be contacted, and have no letter here." in text
    assert "1 of them has no address, and so no label." in text
    assert "Check with your organisation before you send it: “What you say will become" in text
    assert "Ada" not in text


def test_what_the_letters_cannot_say_yet_is_told_to_the_team_and_left_out():
    bare = {"when": "", "purpose": "", "where": (), "access": (), "fixed": "", "still_open": "", "promise": Promise()}
    content = replace(invitations("Ada"), letterhead=replace(letterhead(), contact=""), **bare)
    team, letter = texts(invitation_letter, content)
    for words in ("letters name none. Type it", "no venue", "do not say what", "No contact is set"):
        assert words in team
    assert "We will tell you the day. We will tell you the place." in letter
    assert "What your words will do" not in letter
    assert "This is what we meet for" not in letter


def test_letters_while_nobody_waits_say_why_there_are_none():
    content = replace(invitations(), not_contacted=0, without_address=0)
    (text,) = texts(invitation_letter, content)
    assert "Nobody is waiting for an answer" in text
    assert "Check with your organisation" not in text


@STYLES
@pytest.mark.parametrize("sheet", ["cards-10", "labels-8"])
def test_each_address_stands_on_a_label_of_its_own(style, sheet):
    content = addresses(*NAMES.values(), sheet=sheet)
    labels = labels_of(content.sheet, content.offset)
    for page in address_labels.lay_out(content, style).pages:
        words = [mark for mark in page if isinstance(mark, Words)][2:]
        for mark in words:
            assert any(label.left <= mark.box.left and mark.box.bottom <= label.bottom for label in labels)
    text = " ".join(texts(address_labels, content, style))
    assert all(name in text for name in NAMES.values())
    assert text.count("Leeds LS1 1AA") == len(NAMES)


@STYLES
@pytest.mark.parametrize("sheet", label_sheets())
def test_a_long_name_and_address_can_be_read_and_leave_no_label(style, sheet):
    lines = ("Flat 12, The Old Cloth Exchange and Warehouse", "148 Upper Westgate Street West", "Chapel Allerton")
    content = replace(addresses(sheet=sheet), people=(Address(LONG_NAME, (*lines, "Leeds", "LS1 1AA")),) * 20)
    boxes = [inside(label) for label in labels_of(content.sheet, content.offset)]
    layout = address_labels.lay_out(content, style)
    words = [mark for page in layout.pages for mark in page if isinstance(mark, Words) and is_on_label(mark)]
    assert len(words) == 20 * 6
    assert outside(layout) == overlapping(layout) == []
    for mark in words:
        assert mark.paragraph.size > 10
        assert any(is_within(mark.box, box) for box in boxes)


def is_on_label(words: Words) -> bool:
    return words.node is not None and words.node.tag != "H1"


def is_within(one: Box, other: Box) -> bool:
    across = other.left <= one.left and one.right <= other.right + 0.01
    return across and other.top - 0.01 <= one.top and one.bottom <= other.bottom + 0.01


def test_the_edge_of_a_sheet_of_labels_says_how_many_have_none_and_why():
    text = texts(address_labels, addresses("Ada"))[0]
    assert "Restricted · Address labels · 26 November 2026 · 2 not to be contacted · 1 without an address" in text


def test_labels_that_were_begun_before_are_used_up():
    content = replace(addresses("Ada"), first=10)
    (page,) = address_labels.lay_out(content, STANDARD).pages
    last = labels_of(content.sheet, content.offset)[-1]
    assert all(mark.box.top > last.top for mark in page if isinstance(mark, Words) and mark.paragraph.text == "Ada")


def test_a_sheet_without_any_address_says_so():
    assert "Nobody who is waiting for an answer has an address." in texts(address_labels, addresses())[0]


@STYLES
def test_the_call_list_has_number_time_and_three_boxes_for_each_person(style):
    content = replace(calls("Shirin Akter", "Tom Okafor"), no_number=())
    text = " ".join(texts(call_list, content, style))
    assert "To ring: 2" in text
    assert "Shirin Akter 07700 900101 After three" in text
    marks = [mark for page in call_list.lay_out(content, style).pages for mark in page]
    assert sum(isinstance(mark, TickBox) for mark in marks) == 2 * 3


def test_who_has_no_number_is_not_forgotten():
    text = " ".join(texts(call_list, replace(calls("Ada"), to_ring=())))
    assert "No number, reach them another way: 1" in text
    assert "To ring" not in text
    assert "ada@example.org" in text


def test_the_call_list_says_how_many_must_not_be_rung():
    assert "2 people asked not to be contacted and are not on it." in texts(call_list, calls("Ada"))[0]
    assert "asked not to be contacted" not in texts(call_list, replace(calls("Ada"), not_contacted=0))[0]


def test_a_call_list_while_nobody_waits_says_so():
    assert "Nobody is waiting for an answer." in texts(call_list, replace(calls(), not_contacted=0))[0]
