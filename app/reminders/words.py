# SPDX-License-Identifier: GPL-3.0-or-later
"""What waits, in words: what it is called, a sentence, how much it hurries, and the one thing to do."""

from app.days import clock_time
from app.i18n import _, ngettext
from app.reminders.rules import Reminder, Waiting
from db.types import Light


def name_words(reminder: Reminder) -> str:
    """Return what it is called."""
    return {
        Waiting.DAMAGED: _("Records"),
        Waiting.EVACUATION_LIST: _("Evacuation list"),
        Waiting.BACKUP_FAILS: _("Backup"),
        Waiting.BACKUP_OLD: _("Backup"),
        Waiting.RECOVERY_SHEET: _("Recovery sheet"),
        Waiting.STICK: _("Backup on a stick"),
        Waiting.RETENTION: _("Due to go"),
    }[reminder.about]


def hurry_words(reminder: Reminder) -> str:
    """Return how much it hurries: the word beside its light."""
    if reminder.light is not Light.MUST_DO:
        return _("To do")
    return _("Now") if reminder.doors_at is None else _("Before doors open")


def reminder_words(reminder: Reminder) -> str:
    """Return what waits, as a sentence."""
    match reminder.about:
        case Waiting.DAMAGED:
            return _("The records are damaged. They can be read, and nothing is written to them.")
        case Waiting.EVACUATION_LIST:
            return _list_words(reminder)
        case Waiting.BACKUP_FAILS:
            return _("The last backup was not made. {why}").format(why=reminder.why)
        case Waiting.BACKUP_OLD:
            return _old_words(reminder)
        case Waiting.RECOVERY_SHEET:
            return _("Nobody has checked the paper that opens the records when the passphrase is lost.")
        case Waiting.STICK:
            return _stick_words(reminder)
        case Waiting.RETENTION:
            return ngettext(
                "{count} piece of what you keep for a time alone is due to go this month.",
                "{count} pieces of what you keep for a time alone are due to go this month.",
                reminder.count,
            ).format(count=reminder.count)


def act_words(reminder: Reminder) -> str:
    """Return the one thing to do, as its button says it."""
    return {
        Waiting.DAMAGED: _("Restore a backup"),
        Waiting.EVACUATION_LIST: _("Make the list"),
        Waiting.BACKUP_FAILS: _("See backups"),
        Waiting.BACKUP_OLD: _("Back up now"),
        Waiting.RECOVERY_SHEET: _("Check the sheet"),
        Waiting.STICK: _("Back up to a stick"),
        Waiting.RETENTION: _("See what is due"),
    }[reminder.about]


def _list_words(reminder: Reminder) -> str:
    if reminder.doors_at is None:
        return _("It is not on paper yet. When the power fails, it is the only list of who is inside.")
    return _("It must be on paper before the doors open at {time}.").format(time=clock_time(reminder.doors_at))


def _old_words(reminder: Reminder) -> str:
    if reminder.days is None:
        return _("There is no backup of these records on this laptop yet.")
    return ngettext(
        "The newest good backup is {count} day old.", "The newest good backup is {count} days old.", reminder.days
    ).format(count=reminder.days)


def _stick_words(reminder: Reminder) -> str:
    if reminder.days is None:
        return _("No backup was put on a stick yet. If this laptop is lost, so is everything.")
    return ngettext(
        "The last one was {count} day ago. If this laptop is lost, so is what came after.",
        "The last one was {count} days ago. If this laptop is lost, so is what came after.",
        reminder.days,
    ).format(count=reminder.days)
