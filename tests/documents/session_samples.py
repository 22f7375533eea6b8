# SPDX-License-Identifier: GPL-3.0-or-later
"""What the documents of a session say at their worst, by the names of the documents."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.documents.access_needs_sheet import AccessNeed, AccessNeedsSheet
from app.documents.address_labels import Address, AddressLabels
from app.documents.call_list import CallList, ToCall
from app.documents.certificate import Certificates, Contributor
from app.documents.invitation_letter import InvitationLetters, Promise, asked_for
from app.documents.kitchen_sheet import Allergy, Diet, KitchenSheet
from app.documents.label_check import LabelCheck
from app.documents.labels import Offset, label_sheets
from app.documents.letterhead import Addressee, Letterhead
from app.documents.name_badges import Badge, NameBadges
from app.documents.paper.pictures import read_picture
from app.documents.sign_in_sheet import SignInMode
from app.documents.table_plan import Seated, Table, TablePlan
from app.documents.table_signs import TableSigns
from app.documents.thank_you_letter import ThankYouLetters
from app.documents.transport_sheet import Ride, TransportSheet
from app.people.kinds import SetUp
from tests.documents.note_samples import worst_of_notes
from tests.documents.parts import mark
from tests.documents.plan_samples import worst_of_plans
from tests.documents.samples import LONG_NAME, NAMES, evacuation, sign_in

WORST_NAMES = (LONG_NAME, "W" * 500, "<b>Ada</b> & {x}", "A\u200bd\u202ea", *NAMES.values())
LONG_TITLE = "Making first letters clearer for everybody who waits for a visit " * 5
LONG_PURPOSE = "Agree what the first letter must say, and in which order. " * 12
ORGANISATION = "Rivermill NHS Foundation Trust and the Leeds Together Partnership of Neighbourhoods " * 3


def letterhead(organisation: str = "Leeds Together") -> Letterhead:
    return Letterhead(organisation, "Ruth Abara, 0113 496 0000, ruth@example.org", read_picture(mark()))


def kitchen(*names: str) -> KitchenSheet:
    return KitchenSheet(
        session="A warmer welcome",
        day="26 November 2026",
        times="Doors open 9:30 · 10:00 to 12:30",
        venue="St Mary’s Hall, Leeds",
        people=24 + len(names),
        diets=(Diet("Halal", 6), Diet("Vegetarian, no onion or garlic", 1), *(Diet(name, 1) for name in names)),
        allergies=tuple(Allergy(name, f"Peanuts; {name}", "Vegan") for name in ("Ada B.", *names)),
    )


def access(*names: str) -> AccessNeedsSheet:
    needs = [
        AccessNeed(what, detail, name, how_far, how_far == "Confirmed", by)
        for name in ("Shirin Akter", *names)
        for what, detail, how_far, by in (
            ("BSL interpreter", "", "Arranged, check it", SetUp.DAY),
            ("Wheelchair space", f"Powered chair; {name}", "Confirmed", SetUp.DOORS),
            ("Breaks", "Every hour", "Asked, check it", SetUp.DURING),
        )
    ]
    return AccessNeedsSheet(
        "A warmer welcome", "26 November 2026", "10:00 to 12:30", "St Mary’s Hall, Leeds", tuple(needs)
    )


def transport(*names: str) -> TransportSheet:
    listed = ("Shirin Akter", *names)
    rides = tuple(
        Ride("12:40", name, f"12 Mill Lane; {name}", name, at % 2 == 0, "Ring 0113 496 0000")
        for at, name in enumerate(listed)
    )
    return TransportSheet(
        session="A warmer welcome",
        day="26 November 2026",
        times="10:00 to 12:30",
        venue="St Mary’s Hall, Leeds",
        rides=rides,
        cancel=rides[:1],
        not_booked=sum(not ride.booked for ride in rides),
    )


def certificates(*names: str, blanks: int = 1) -> Certificates:
    return Certificates(
        project="Clear letters",
        session="A warmer welcome",
        day="26 November 2026",
        purpose="Agree what the first letter must say",
        letterhead=letterhead(),
        people=tuple(Contributor(name, minutes) for name, minutes in zip(names, range(0, 5000, 75), strict=False)),
        blanks=blanks,
    )


def letters(*names: str) -> ThankYouLetters:
    return ThankYouLetters(
        project="Clear letters",
        session="A warmer welcome",
        day="26 November 2026",
        purpose="Agree what the first letter must say",
        written_on="27 November 2026",
        letterhead=letterhead(),
        signed_by="Ruth Abara and Li Chen",
        people=tuple(Addressee(name, name) for name in names),
        not_contacted=2,
    )


def invitations(*names: str) -> InvitationLetters:
    return InvitationLetters(
        project="Clear letters",
        session="A warmer welcome",
        day="26 November 2026",
        when="Thursday 26 November 2026 · Doors open 9:30 · 10:00 to 12:30",
        purpose="Agree what the first letter must say",
        fixed="The letter stays one page.",
        still_open="Everything that stands in it.",
        where=("St Mary’s Hall, Garden Room", "12 Mill Lane, Leeds"),
        access=("Step-free way in: yes", "Hearing loop: no. We bring one."),
        promise=Promise("What you say will become part of the design.", check=True),
        ask_for=asked_for(),
        written_on="2 November 2026",
        letterhead=letterhead(),
        signed_by="Ruth Abara and Li Chen",
        people=tuple(Addressee(name, name) for name in names),
        not_contacted=2,
        without_address=1,
    )


def addresses(*names: str, sheet: str = "cards-10") -> AddressLabels:
    return AddressLabels(
        session="A warmer welcome",
        day="26 November 2026",
        people=tuple(Address(name, ("12 Mill Lane", f"{name} House", "Leeds LS1 1AA")) for name in names),
        not_contacted=2,
        without_address=1,
        sheet=label_sheets()[sheet],
        offset=Offset(),
    )


def calls(*names: str) -> CallList:
    return CallList(
        session="A warmer welcome",
        day="26 November 2026",
        times="10:00 to 12:30",
        venue="St Mary’s Hall, Leeds",
        to_ring=tuple(ToCall(name, "07700 900101", f"After three; {name}") for name in names),
        no_number=tuple(ToCall(name, "", f"ada@example.org; {name}") for name in names[:2]),
        not_contacted=2,
    )


def badges(*names: str, sheet: str = "cards-10") -> NameBadges:
    return NameBadges(
        session="A warmer welcome",
        day="26 November 2026",
        about="Leeds Together · Clear letters",
        people=tuple(Badge(name, (f"{name} Featherstone", "she/her")) for name in names),
        sheet=label_sheets()[sheet],
        offset=Offset(),
    )


def label_check(sheet: str = "cards-10") -> LabelCheck:
    return LabelCheck("A warmer welcome", "26 November 2026", label_sheets()[sheet])


def seated(*names: str) -> tuple[Seated, ...]:
    return tuple(map(Seated, names))


def table_plan(*names: str) -> TablePlan:
    return TablePlan(
        session="A warmer welcome",
        day="26 November 2026",
        times="Doors open 9:30 · 10:00 to 12:30",
        venue="St Mary’s Hall, Leeds",
        tables=(Table(1, seated("Ada B.", *names)), Table(12, seated(*names or ("Li C.",)))),
        waiting=seated(*names),
    )


def table_signs(*numbers: int) -> TableSigns:
    return TableSigns("A warmer welcome", "26 November 2026", numbers)


def _long(content: Any) -> Any:
    """Return a certificate or letter whose other words are as long as they come."""
    head = letterhead(ORGANISATION)
    return replace(content, project=LONG_TITLE, session=LONG_TITLE, purpose=LONG_PURPOSE, letterhead=head)


def _worst_letters(content: InvitationLetters) -> InvitationLetters:
    """Return letters of invitation whose place and promise are as long as they come too."""
    long = {"fixed": LONG_PURPOSE, "still_open": LONG_PURPOSE, "promise": Promise(LONG_PURPOSE, check=True)}
    places = {"where": (LONG_TITLE, LONG_TITLE), "access": (LONG_PURPOSE, "W" * 500), "when": LONG_TITLE}
    return replace(content, signed_by=LONG_TITLE, **long, **places)


WORST: dict[str, Callable[[], Any]] = {
    "invitation-letter": lambda: _worst_letters(_long(invitations(*WORST_NAMES))),
    "address-labels": lambda: replace(
        addresses(*WORST_NAMES, sheet="labels-8"), session=LONG_TITLE, offset=Offset(-10, 10), first=8
    ),
    "call-list": lambda: replace(calls(*WORST_NAMES), session=LONG_TITLE, venue=LONG_TITLE),
    "sign-in-sheet": lambda: sign_in(*WORST_NAMES * 3),
    "spare-slips": lambda: replace(sign_in(mode=SignInMode.SLIPS), session=LONG_TITLE, first_number=995),
    "evacuation-list": lambda: replace(evacuation(*WORST_NAMES * 2), spare_lines=9, session=LONG_TITLE),
    "access-needs": lambda: replace(access(*WORST_NAMES), session=LONG_TITLE, venue=LONG_TITLE, spare_lines=6),
    "kitchen-sheet": lambda: replace(kitchen(*WORST_NAMES), session=LONG_TITLE, venue=LONG_TITLE, spare_lines=6),
    "transport-sheet": lambda: replace(transport(*WORST_NAMES), session=LONG_TITLE, venue=LONG_TITLE, spare_lines=6),
    "table-plan": lambda: replace(table_plan(*WORST_NAMES * 2), session=LONG_TITLE, venue=LONG_TITLE, spare_lines=6),
    "table-signs": lambda: replace(table_signs(1, 10, 99), session=LONG_TITLE),
    "name-badges": lambda: replace(
        badges(*WORST_NAMES, sheet="labels-8"), session=LONG_TITLE, about=ORGANISATION, offset=Offset(-10, 10), first=8
    ),
    "label-check": lambda: replace(label_check("labels-8"), session=LONG_TITLE),
    "certificates": lambda: _long(certificates(*WORST_NAMES, blanks=2)),
    **worst_of_plans(WORST_NAMES, LONG_PURPOSE),
    **worst_of_notes(WORST_NAMES, LONG_PURPOSE),
    "thank-you-letters": lambda: replace(_long(letters(*WORST_NAMES)), signed_by=LONG_TITLE),
}
