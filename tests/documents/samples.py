# SPDX-License-Identifier: GPL-3.0-or-later
"""Invented people and sessions to print."""

from app.documents.evacuation_list import EvacuationList, InBuilding, Moment, NeedsHelp, WithoutNames
from app.documents.sign_in_sheet import SignInMode, SignInRow, SignInSheet
from app.documents.style import PrintStyle, Variant

STANDARD = PrintStyle("Leeds Together")
LARGE = PrintStyle("Leeds Together", variant=Variant.LARGE_PRINT)
EASY = PrintStyle("Leeds Together", variant=Variant.EASY_READ)
STYLES = {style.variant: style for style in (STANDARD, LARGE, EASY)}
LONG_NAME = "Wilhelmina-Alexandrina Featherstonehaugh-Cholmondeley Smythe"
NAMES = {
    "Latin": "Zoë O.",
    "Vietnamese": "Nguyễn T.",
    "Greek": "Ελένη Π.",
    "Cyrillic": "Ґанна Ї.",
    "Arabic": "أمينة",
    "Arabic with joined letters": "بلال الأحمد",
    "Hebrew": "נועה",
    "Bengali": "রাফিয়া খ.",
    "Gurmukhi": "ਹਰਪ੍ਰੀਤ ਸ.",
    "Gujarati": "પ્રિયા પ.",
    "Devanagari": "प्रिया श.",
    "Tamil": "கௌரி சு.",
    "Chinese": "陳美玲",
}


def sign_in(*names: str, mode: SignInMode = SignInMode.LIST, walk_in_lines: int = 8) -> SignInSheet:
    rows = tuple(SignInRow(name) for name in names)
    return SignInSheet(
        "A7K3WD", "A warmer welcome", "26 November 2026", "St Mary’s Hall, Leeds", rows, mode, walk_in_lines
    )


def evacuation(*names: str, moment: Moment = Moment.DURING) -> EvacuationList:
    return EvacuationList(
        session="A warmer welcome",
        day="26 November 2026",
        venue="St Mary’s Hall, Leeds",
        muster_point="Car park behind the church",
        moment=moment,
        printed_at="9:52",
        printed_by="Ruth A.",
        needs_help=(NeedsHelp("Shirin Akter", "Wheelchair: evac chair, two people carry", ("Tom B.", "Li C.")),),
        others=tuple(InBuilding(name) for name in names),
        without_names=(WithoutNames("Community members", 4),),
    )
