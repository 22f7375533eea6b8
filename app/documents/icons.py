# SPDX-License-Identifier: GPL-3.0-or-later
"""The icons that stand beside words on paper, by what they mean there (files in assets/icons, from @mdi/svg)."""

from enum import Enum


class Icon(Enum):
    """What an icon stands for; its value is its file."""

    AIM = "bullseye-arrow.svg"
    ANSWER = "message-reply-text.svg"
    ASK = "chat-question.svg"
    BREAK = "coffee.svg"
    CHANGE = "autorenew.svg"
    CHOOSE = "thumb-up.svg"
    DAY = "calendar-check.svg"
    FINISH = "flag-checkered.svg"
    FOOD = "silverware-fork-knife.svg"
    HELP = "lifebuoy.svg"
    IDEA = "lightbulb-on.svg"
    LISTEN = "ear-hearing.svg"
    MEETING = "account-group.svg"
    NO_CHANGE = "cancel.svg"
    NOTES = "file-document-multiple.svg"
    PLACE = "map-marker.svg"
    PROJECT = "puzzle.svg"
    TALK = "forum.svg"
    THANKS = "hand-heart.svg"
    TIME = "clock-outline.svg"
    WELCOME = "human-greeting-variant.svg"
    WRITE = "pencil.svg"
