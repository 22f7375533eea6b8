# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for what is refused about people, and for what makes two records look like one person."""

from app.errors import TooLong, Unreadable
from app.i18n import _, ngettext
from app.people.errors import HasCome, NameNeeded, OnePerson, WordsNeeded
from app.people.likeness import Why
from app.wording.common import Words


def field_word(field: str) -> str:
    """Return what a field of a person is called on screen."""
    return {
        "name": _("Name"),
        "family_name": _("Sorted under"),
        "name_in_script": _("Name in its own script"),
        "known_as": _("Known as"),
        "say_it": _("How to say it"),
        "pronouns": _("Pronouns"),
        "languages": _("Languages"),
        "email": _("E-mail"),
        "phone": _("Phone"),
        "address": _("Address"),
        "reach_by": _("Best way to reach"),
        "do_not_contact": _("Do not contact"),
        "usual_role": _("Usual role"),
        "interests": _("Would like to work with us on"),
        "matters": _("What matters to me"),
        "diet": _("Diet"),
        "allergy": _("Allergy"),
        "note": _("Note"),
        "need": _("Need"),
        "need_detail": _("What the need is about"),
        "affiliation": _("Organisation or network"),
        "community_role": _("Role in the community"),
        "relation": _("Relation"),
        "emergency_contact": _("Emergency contact"),
    }.get(field, field)


def why_word(why: str) -> str:
    """Return in words what two people have in common."""
    return {
        Why.SAME_NAME: _("the same name"),
        Why.SAME_NAME_IN_SCRIPT: _("the same name in its own script"),
        Why.SAME_EMAIL_AND_NAME: _("the same e-mail"),
        Why.SAME_PHONE_AND_NAME: _("the same phone number"),
        Why.KNOWN_AS: _("what they are known as"),
        Why.NICKNAME: _("a short form of the name"),
        Why.SWAPPED: _("the same names in another order"),
        Why.SPELLING: _("a name that can be spelled both ways"),
        Why.TYPING: _("names one letter apart"),
        Why.INITIAL: _("an initial that fits"),
        Why.LONGER_NAME: _("a name that the other is part of"),
        Why.OTHER_FAMILY_NAME: _("the same first name with another family name"),
    }.get(Why(why), why)


def _name_needed(error: NameNeeded) -> str:
    return _("A person needs a name. One name is enough.")


def _words_needed(error: WordsNeeded) -> str:
    return _("“{field}” is empty. Type something, or remove the line.").format(field=field_word(error.field))


def _unreadable(error: Unreadable) -> str:
    word = field_word(error.field)
    if word == error.field:
        return _("This holds a character that cannot be shown. Type it again by hand.")
    return _("“{field}” holds a character that cannot be shown. Type it again by hand.").format(field=word)


def _too_long(error: TooLong) -> str:
    word = field_word(error.field)
    if word == error.field:
        words = _("This has {letters} letters. At most {most} fit.")
    else:
        words = _("“{field}” has {letters} letters. At most {most} fit.")
    return words.format(field=word, letters=error.letters, most=error.most)


def _has_come(error: HasCome) -> str:
    return ngettext(
        "{name} came to {count} session and stays in its records. If they are entered twice, merge them.",
        "{name} came to {count} sessions and stays in their records. If they are entered twice, merge them.",
        error.sessions,
    ).format(name=error.name, count=error.sessions)


def _one_person(error: OnePerson) -> str:
    return _("That is the same person twice. Choose two people.")


WORDS: Words = {
    NameNeeded: _name_needed,
    WordsNeeded: _words_needed,
    Unreadable: _unreadable,
    TooLong: _too_long,
    HasCome: _has_come,
    OnePerson: _one_person,
}
