"""What the world may do, the words that are shown then, and the way out.

A test that brings a condition about carries `@fault(Condition.X)`: it must have been shown the words of the row. A test
that goes a way out carries `@way_out(WayOut.X)`. test_table.py fails for a condition or a way out that no test carries.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

import pytest

fault = pytest.mark.fault
way_out = pytest.mark.way_out


class Condition(Enum):
    """Everything that the world may do."""

    KILLED = auto()
    BEGINNING_KILLED = auto()

    LOG_CUT_OFF = auto()
    LOG_ENDS_IN_ZEROS = auto()
    LOG_ENDS_IN_GARBAGE = auto()
    LOG_WITH_A_BIT_FLIPPED = auto()
    LOG_WITH_A_HOLE = auto()

    FULL_WHILE_CHECKING_IN = auto()
    FULL_WHILE_IMPORTING = auto()
    FULL_WHILE_MIGRATING = auto()
    FULL_WHILE_OPENING = auto()
    FULL_WHILE_EXPORTING = auto()
    FULL_WHILE_KEEPING_A_FILE = auto()
    FULL_WHILE_CHANGING_THE_PASSPHRASE = auto()
    FULL_WHILE_MAKING_A_NEW_SHEET = auto()
    FULL_WHILE_BEGINNING_A_WORKSPACE = auto()
    FULL_WHILE_BACKING_UP = auto()
    FULL_WHILE_RESTORING = auto()
    FULL_WHILE_ERASING = auto()
    STICK_FULL = auto()

    FLIPPED_SALT = auto()
    FLIPPED_FIRST_PAGE = auto()
    FLIPPED_SEAL_OF_FIRST_PAGE = auto()
    FLIPPED_SCHEMA = auto()
    FLIPPED_INTERIOR = auto()
    FLIPPED_LEAF = auto()
    FLIPPED_INDEX = auto()
    FLIPPED_JOURNAL = auto()
    FLIPPED_FREE_PAGE = auto()
    FLIPPED_LAST_PAGE = auto()
    FLIPPED_SEAL = auto()
    PAGES_SWAPPED = auto()
    PAGE_OF_YESTERDAY = auto()
    INNER_PAGE_OF_YESTERDAY = auto()
    RECORDS_CUT = auto()
    RECORDS_CUT_WITHIN_A_PAGE = auto()
    RECORDS_EMPTY = auto()
    RECORDS_MISSING = auto()
    RECORDS_A_FOLDER = auto()
    FILE_DAMAGED = auto()
    FILE_MISSING = auto()

    KEYS_MISSING = auto()
    KEYS_DAMAGED = auto()
    KEYS_A_FOLDER = auto()
    KEYS_OF_ANOTHER = auto()
    KEYS_TOO_WEAK = auto()
    KEYS_NEWER = auto()
    WRONG_PASSPHRASE = auto()
    RECORDS_NEWER = auto()

    FOLDER_READ_ONLY = auto()
    FOLDER_TO_EXPORT_TO_READ_ONLY = auto()
    STICK_PULLED_WHILE_EXPORTING = auto()
    STICK_PULLED_WHILE_BACKING_UP = auto()
    STICK_PULLED_WITH_THE_RECORDS = auto()

    TWO_STARTS = auto()
    COMMAND_BESIDE_WINDOW = auto()

    FULL_WHILE_LOCKING = auto()
    NO_ANSWER_WHILE_OPEN = auto()
    SLEPT = auto()
    CLOCK_BACK_AN_HOUR = auto()
    CLOCK_FORWARD_A_YEAR = auto()
    CLOCK_JUMPED_BETWEEN_BACKUPS = auto()
    HOUR_SKIPPED_IN_SPRING = auto()
    HOUR_TWICE_IN_AUTUMN = auto()

    MIGRATION_KILLED = auto()
    NEW_SHEET_KILLED = auto()
    RESTORE_KILLED = auto()


class WayOut(Enum):
    """What somebody does then."""

    NOTHING = "Nothing: it opens as it was."
    FREE_SPACE = "Free some space and do it again."
    RESTORE = "Restore the newest backup."
    RECOVERY_SHEET = "Use the recovery sheet, or put keys.json back from a backup."
    OTHER_PASSPHRASE = "Type the passphrase again."
    UPDATE = "Update the program."
    OTHER_FOLDER = "Choose another folder, or let its owner open it."
    STICK_BACK = "Put the stick back in and do it again."
    CLOSE_OTHER = "Close the other window or command."
    UNLOCK = "Unlock with the passphrase."
    OTHER_TIME = "Put the time right."


@dataclass(frozen=True)
class Row:
    """One condition.

    Attributes:
        sentence: What is shown, places in braces; "" when nothing is.
        way_out: What somebody does then.
        elsewhere: A test of another folder that brings it about, as "file::test".
    """

    sentence: str
    way_out: WayOut
    elsewhere: str = ""

    def shows(self, words: str) -> bool:
        """Return whether these are the words of the row."""
        pattern = re.sub(r"\\\{\w+\\\}", ".+", re.escape(self.sentence))
        return re.fullmatch(pattern, words) is not None


NO_KEYS = "The file keys.json is missing from {folder}. Use the recovery sheet, or put it back from a backup."
UNSEEN = Row("", WayOut.NOTHING)
FULL = Row("The disk is full. Nothing was changed. Free some space, then try again.", WayOut.FREE_SPACE)
DAMAGED = Row(
    "The records are damaged. Nothing more will be written to them. Restore the newest backup.", WayOut.RESTORE
)
PAGE = Row("1 page of the file is not what was written. Restore the newest backup.", WayOut.RESTORE)
READ_ONLY = Row("The folder {folder} cannot be written. Choose another folder, or ask its owner.", WayOut.OTHER_FOLDER)
GONE = Row(
    "{folder} is not there any more, or its drive does not answer. Put a stick that was pulled out back in, "
    "then try again.",
    WayOut.STICK_BACK,
)
IN_USE = Row("Records are open in another window. Close it, then try again.", WayOut.CLOSE_OTHER)
TO_COME = Row(
    "{time} on {day} is still to come by this laptop’s clock. Check the time, the day and the clock.",
    WayOut.OTHER_TIME,
)
KEYS_DAMAGED = Row(
    "The file keys.json is damaged. The records are as they were. "
    "Use the recovery sheet, or put keys.json back from a backup.",
    WayOut.RECOVERY_SHEET,
)

ROWS: dict[Condition, Row] = {
    Condition.KILLED: UNSEEN,
    Condition.BEGINNING_KILLED: Row(NO_KEYS, WayOut.OTHER_FOLDER),
    Condition.LOG_CUT_OFF: UNSEEN,
    Condition.LOG_ENDS_IN_ZEROS: UNSEEN,
    Condition.LOG_ENDS_IN_GARBAGE: UNSEEN,
    Condition.LOG_WITH_A_BIT_FLIPPED: UNSEEN,
    Condition.LOG_WITH_A_HOLE: UNSEEN,
    Condition.FULL_WHILE_CHECKING_IN: FULL,
    Condition.FULL_WHILE_IMPORTING: FULL,
    Condition.FULL_WHILE_MIGRATING: FULL,
    Condition.FULL_WHILE_OPENING: FULL,
    Condition.FULL_WHILE_EXPORTING: FULL,
    Condition.FULL_WHILE_KEEPING_A_FILE: FULL,
    Condition.FULL_WHILE_CHANGING_THE_PASSPHRASE: FULL,
    Condition.FULL_WHILE_MAKING_A_NEW_SHEET: FULL,
    Condition.FULL_WHILE_BEGINNING_A_WORKSPACE: FULL,
    Condition.FULL_WHILE_BACKING_UP: FULL,
    Condition.FULL_WHILE_RESTORING: FULL,
    Condition.FULL_WHILE_ERASING: FULL,
    Condition.STICK_FULL: Row(
        "There is not enough space on {folder}. Free some space there, or use another stick.", WayOut.FREE_SPACE
    ),
    Condition.FLIPPED_SALT: DAMAGED,
    Condition.FLIPPED_FIRST_PAGE: DAMAGED,
    Condition.FLIPPED_SEAL_OF_FIRST_PAGE: DAMAGED,
    Condition.FLIPPED_SCHEMA: DAMAGED,
    Condition.FLIPPED_INTERIOR: PAGE,
    Condition.FLIPPED_LEAF: PAGE,
    Condition.FLIPPED_INDEX: PAGE,
    Condition.FLIPPED_JOURNAL: PAGE,
    Condition.FLIPPED_FREE_PAGE: PAGE,
    Condition.FLIPPED_LAST_PAGE: PAGE,
    Condition.FLIPPED_SEAL: PAGE,
    Condition.PAGES_SWAPPED: Row(
        "2 pages of the file are not what was written. Restore the newest backup.", WayOut.RESTORE
    ),
    Condition.PAGE_OF_YESTERDAY: Row(
        "1 record is not what the history says of it (kind: person). Restore the newest backup.", WayOut.RESTORE
    ),
    Condition.INNER_PAGE_OF_YESTERDAY: Row("The file is damaged inside. Restore the newest backup.", WayOut.RESTORE),
    Condition.RECORDS_CUT: DAMAGED,
    Condition.RECORDS_CUT_WITHIN_A_PAGE: PAGE,
    Condition.RECORDS_EMPTY: DAMAGED,
    Condition.RECORDS_MISSING: DAMAGED,
    Condition.RECORDS_A_FOLDER: DAMAGED,
    Condition.FILE_DAMAGED: Row(
        "1 file that was kept is not what was saved. Restore the newest backup.", WayOut.RESTORE
    ),
    Condition.FILE_MISSING: Row(
        "1 file that was kept is not there any more. Restore the newest backup.", WayOut.RESTORE
    ),
    Condition.KEYS_MISSING: Row(NO_KEYS, WayOut.RECOVERY_SHEET),
    Condition.KEYS_DAMAGED: KEYS_DAMAGED,
    Condition.KEYS_A_FOLDER: KEYS_DAMAGED,
    Condition.KEYS_OF_ANOTHER: Row(
        "This keys.json belongs to other records. "
        "Use the recovery sheet, or put the one of these records back from a backup.",
        WayOut.RECOVERY_SHEET,
    ),
    Condition.KEYS_TOO_WEAK: Row(
        "Somebody changed keys.json so that it protects less. Use the recovery sheet, or put it back from a backup.",
        WayOut.RECOVERY_SHEET,
    ),
    Condition.KEYS_NEWER: Row(
        "The keys were written by a newer Peapod. Update the program on this laptop, then unlock.", WayOut.UPDATE
    ),
    Condition.WRONG_PASSPHRASE: Row(
        "This is not the passphrase of these records. Check Caps Lock and the keyboard's language, then try again.",
        WayOut.OTHER_PASSPHRASE,
    ),
    Condition.RECORDS_NEWER: Row(
        "These records were written by a newer Peapod. Update the program on this laptop, then open them.",
        WayOut.UPDATE,
    ),
    Condition.FOLDER_READ_ONLY: READ_ONLY,
    Condition.FOLDER_TO_EXPORT_TO_READ_ONLY: READ_ONLY,
    Condition.STICK_PULLED_WHILE_EXPORTING: GONE,
    Condition.STICK_PULLED_WHILE_BACKING_UP: GONE,
    Condition.STICK_PULLED_WITH_THE_RECORDS: GONE,
    Condition.TWO_STARTS: IN_USE,
    Condition.COMMAND_BESIDE_WINDOW: IN_USE,
    Condition.FULL_WHILE_LOCKING: Row(
        f"Locked. What was typed last is not saved. {FULL.sentence}",
        WayOut.FREE_SPACE,
        "tests/ui/security/test_covered.py::test_a_full_disk_keeps_nobody_from_locking_and_is_told_behind_the_door",
    ),
    Condition.NO_ANSWER_WHILE_OPEN: Row(
        "Locked. The records cannot be opened: their first page is damaged. Restore the newest backup.",
        WayOut.RESTORE,
        "tests/ui/security/test_covered.py::test_records_that_do_not_answer_any_more_are_shut_and_that_is_told",
    ),
    Condition.SLEPT: Row(
        "Locked because the laptop slept, or its clock was set. Everything typed was saved first.",
        WayOut.UNLOCK,
        "tests/ui/security/test_covered.py::test_a_laptop_that_slept_wakes_up_locked",
    ),
    Condition.CLOCK_BACK_AN_HOUR: TO_COME,
    Condition.CLOCK_FORWARD_A_YEAR: TO_COME,
    Condition.CLOCK_JUMPED_BETWEEN_BACKUPS: Row(
        "",
        WayOut.NOTHING,
        "tests/unit/backup/test_rules.py::test_a_clock_that_does_what_it_likes_never_costs_the_last_good_copy",
    ),
    Condition.HOUR_SKIPPED_IN_SPRING: Row(
        "There is no {time} on that day: the clocks go forward. Type another time.", WayOut.OTHER_TIME
    ),
    Condition.HOUR_TWICE_IN_AUTUMN: UNSEEN,
    Condition.MIGRATION_KILLED: Row(
        "",
        WayOut.NOTHING,
        "tests/usecases/test_migrations.py::test_a_program_that_dies_on_the_way_leaves_the_old_file",
    ),
    Condition.NEW_SHEET_KILLED: Row(
        "",
        WayOut.NOTHING,
        "tests/usecases/test_new_sheet.py::test_a_program_that_is_killed_on_the_way_leaves_a_workspace_that_opens",
    ),
    Condition.RESTORE_KILLED: Row(
        "",
        WayOut.NOTHING,
        "tests/usecases/test_restore.py::test_a_program_that_is_killed_on_the_way_leaves_old_or_new_records_whole",
    ),
}

ELSEWHERE = {WayOut.UNLOCK: "tests/ui/security/test_covered.py::test_after_locking_the_same_window_unlocks_again"}
