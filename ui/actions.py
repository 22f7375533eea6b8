# SPDX-License-Identifier: GPL-3.0-or-later
"""Every action of the program once: its words, its keys, and what it does in a sentence."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.i18n import _


class Action(Enum):
    """What can be done with a key or from Ctrl+K."""

    FIND = auto()
    HELP = auto()
    UNDO = auto()
    REDO = auto()
    LOCK = auto()
    COVER = auto()
    LARGER = auto()
    SMALLER = auto()
    USUAL_SIZE = auto()
    BACK = auto()
    NEXT_AREA = auto()
    LAST_AREA = auto()
    SEARCH_PAGE = auto()
    NEW_HERE = auto()
    PRINT = auto()
    NEXT_TAB = auto()
    LAST_TAB = auto()
    EVACUATION_LIST = auto()
    BACKUPS = auto()
    QUIT = auto()
    ADD_PERSON = auto()
    IMPORT_LIST = auto()
    FIND_DUPLICATES = auto()
    DELETE_PERSON = auto()
    ADD_SESSION = auto()
    DUPLICATE_SESSION = auto()
    PLAN_FILES = auto()
    OPEN_BLOCK = auto()
    BLOCK_MINUTES = auto()
    MOVE_UP = auto()
    MOVE_DOWN = auto()
    PIN_BLOCK = auto()
    COPY_BLOCKS = auto()
    COPY_TO_SESSION = auto()
    PASTE_BLOCKS = auto()
    REMOVE_BLOCKS = auto()
    ADD_CARD = auto()
    USE_TEMPLATE = auto()
    SAVE_CARD = auto()
    SAVE_TEMPLATE = auto()
    DELETE_SESSION = auto()
    ADD_PROJECT = auto()
    ADD_VENUE = auto()
    CHECK_IN = auto()
    OPEN_PERSON = auto()
    SAID_YES = auto()
    SAID_NO = auto()
    NO_ANSWER = auto()
    LEFT_MESSAGE = auto()
    WALK_IN = auto()
    EVERYONE_LEFT = auto()
    KEY_BACK = auto()
    DISCREET = auto()
    START_LIVE = auto()
    MORE_MINUTES = auto()
    ONE_MINUTE = auto()
    NEXT_BLOCK = auto()
    BLOCK_BEFORE = auto()
    PAUSE_LIVE = auto()
    FOLLOW_CLOCK = auto()
    CATCH_UP = auto()
    BIG_VIEW = auto()
    NOTE = auto()
    INCIDENT = auto()
    FINISH_LIVE = auto()


@dataclass(frozen=True, slots=True)
class Described:
    """How an action appears. An action without keys says why in `no_keys`.

    Attributes:
        text: Its words, with the letter to press in a menu after "&".
        tip: What it does, in a sentence.
        keys: Its keys, as Qt writes them; "" for none.
        no_keys: Why it has no keys.
        everywhere: Whether its keys work on every page, rather than on the page that offers it.
    """

    text: str
    tip: str
    keys: str = ""
    no_keys: str = ""
    everywhere: bool = False


def described(action: Action) -> Described:
    """Return how an action appears, in the user's language."""
    return (_everywhere() | _while_live() | _of_notes() | _on_pages() | _in_plans() | _in_sessions())[action]


def make_action(action: Action, owner: QWidget, done: Callable[[], object]) -> QAction:
    """Return an action of `owner` that calls `done`; its keys work while the owner has the focus, or everywhere."""
    shown = described(action)
    made = QAction(shown.text, owner)
    made.setStatusTip(shown.tip)
    made.setToolTip(shown.tip)
    made.setData(action)
    if shown.keys:
        made.setShortcut(QKeySequence(shown.keys))
    context = Qt.ShortcutContext.WindowShortcut if shown.everywhere else Qt.ShortcutContext.WidgetWithChildrenShortcut
    made.setShortcutContext(context)
    made.triggered.connect(lambda: done())
    owner.addAction(made)
    return made


def _everywhere() -> dict[Action, Described]:
    return {
        Action.FIND: Described(
            _("&Find anything"), _("Find a person, session, page or command."), "Ctrl+K", everywhere=True
        ),
        Action.HELP: Described(_("&Help"), _("Read about the page you are on."), "F1", everywhere=True),
        Action.UNDO: Described(_("&Undo"), _("Put back what was done last."), "Ctrl+Z", everywhere=True),
        Action.REDO: Described(_("&Redo"), _("Do again what was undone last."), "Ctrl+Shift+Z", everywhere=True),
        Action.LOCK: Described(
            _("&Lock"), _("Close the records until the passphrase is typed."), "Ctrl+L", everywhere=True
        ),
        Action.COVER: Described(_("&Cover the screen"), _("Hide everything at once."), "F12", everywhere=True),
        Action.LARGER: Described(_("Lar&ger text"), _("Make all text larger."), "Ctrl++", everywhere=True),
        Action.SMALLER: Described(_("S&maller text"), _("Make all text smaller."), "Ctrl+-", everywhere=True),
        Action.USUAL_SIZE: Described(
            _("Usual text si&ze"), _("Show text at its usual size."), "Ctrl+0", everywhere=True
        ),
        Action.BACK: Described(_("&Back"), _("Go back to where you were."), "Esc", everywhere=True),
        Action.NEXT_AREA: Described(_("Next &area"), _("Go to the next part of the window."), "F6", everywhere=True),
        Action.LAST_AREA: Described(_("Last a&rea"), _("Go to the part before."), "Shift+F6", everywhere=True),
        Action.EVACUATION_LIST: Described(
            _("&Evacuation list"), _("Make the list of who is in the building."), "F9", everywhere=True
        ),
        Action.BACKUPS: Described(
            _("Back&ups"),
            _("Back up, to a stick too, or go back to a backup."),
            no_keys=_("The line at the foot of the window leads there."),
            everywhere=True,
        ),
        Action.QUIT: Described(_("&Quit"), _("Close Peapod. Everything is saved."), "Ctrl+Q", everywhere=True),
    }


def _while_live() -> dict[Action, Described]:
    return {
        Action.MORE_MINUTES: Described(
            _("&5 minutes more"), _("Give the block that runs five minutes more."), "F7", everywhere=True
        ),
        Action.ONE_MINUTE: Described(
            _("1 &minute more"), _("Give the block that runs one minute more."), "Shift+F7", everywhere=True
        ),
        Action.NEXT_BLOCK: Described(_("&Next block"), _("Go on to the next block."), "F8", everywhere=True),
        Action.BLOCK_BEFORE: Described(
            _("&Back to the block before"),
            _("Go back as if the block before had never been left."),
            "Shift+F8",
            everywhere=True,
        ),
        Action.PAUSE_LIVE: Described(
            _("&Pause, or go on"), _("Let all clocks stand still, or go on."), "Ctrl+F8", everywhere=True
        ),
        Action.FOLLOW_CLOCK: Described(
            _("Go on by the &clock"),
            _("Let one block follow another by the clock, or by hand."),
            no_keys=_("It is chosen once."),
            everywhere=True,
        ),
        Action.CATCH_UP: Described(
            _("&Catch up, and groups"),
            _("See what can give when it is late, and the clock of each group."),
            no_keys=_("The bar has a button for it."),
            everywhere=True,
        ),
        Action.BIG_VIEW: Described(
            _("Bi&g view"), _("Show the clock on the second screen, or over this one."), "F11", everywhere=True
        ),
        Action.FINISH_LIVE: Described(
            _("&Finish the session"),
            _("End the run. What each block took is kept."),
            no_keys=_("A slip must not do it."),
            everywhere=True,
        ),
    }


def _of_notes() -> dict[Action, Described]:
    return {
        Action.NOTE: Described(
            _("N&ote: park, decide, do"),
            _("Note what is parked, decided or to be done, without leaving where you are."),
            "F5",
            everywhere=True,
        ),
        Action.INCIDENT: Described(
            _("&Incident or safeguarding note"),
            _("Write down what was seen and heard, what was done, and who was told."),
            "Shift+F5",
            everywhere=True,
        ),
    }


def _on_pages() -> dict[Action, Described]:
    return {
        Action.SEARCH_PAGE: Described(_("&Search this page"), _("Go to the search field of this page."), "Ctrl+F"),
        Action.NEW_HERE: Described(_("&New here"), _("Add what this page is about."), "Ctrl+N"),
        Action.PRINT: Described(_("&Print"), _("Make, look at and print the sheets of this page."), "Ctrl+P"),
        Action.NEXT_TAB: Described(_("Ne&xt tab"), _("Go to the next tab."), "Ctrl+PgDown"),
        Action.LAST_TAB: Described(_("Las&t tab"), _("Go to the tab before."), "Ctrl+PgUp"),
        Action.ADD_PERSON: Described(_("&Add a person"), _("Add somebody by name."), no_keys=_("Ctrl+N does it.")),
        Action.IMPORT_LIST: Described(_("&Import a list"), _("Take people from a spreadsheet."), "Ctrl+I"),
        Action.FIND_DUPLICATES: Described(
            _("&Likely duplicates"), _("Look at people who may be one person."), no_keys=_("It is done seldom.")
        ),
        Action.DELETE_PERSON: Described(
            _("&Delete this person"), _("Take a person off the list."), no_keys=_("A slip must not do it.")
        ),
        Action.ADD_SESSION: Described(_("Add a &session"), _("Plan a new session."), no_keys=_("Ctrl+N does it.")),
        Action.DUPLICATE_SESSION: Described(_("D&uplicate this session"), _("Make a session like this one."), "Ctrl+D"),
        Action.PLAN_FILES: Described(
            _("Plan and &spreadsheets"),
            _("Take blocks in from a spreadsheet, or save the plan as one, or for calendars."),
            no_keys=_("It is done seldom."),
        ),
        Action.DELETE_SESSION: Described(
            _("Delete t&his session"), _("Take a session away."), no_keys=_("A slip must not do it.")
        ),
        Action.ADD_PROJECT: Described(_("Add a pro&ject"), _("Begin a new project."), no_keys=_("It is done seldom.")),
        Action.ADD_VENUE: Described(_("Add a &venue"), _("Add a place to meet."), no_keys=_("It is done seldom.")),
    }


def _in_plans() -> dict[Action, Described]:
    return {
        Action.OPEN_BLOCK: Described(
            _("&Open the block"),
            _("Show all that is said of the chosen block."),
            no_keys=_("Enter does it in the list."),
        ),
        Action.BLOCK_MINUTES: Described(_("&Minutes"), _("Type how long the chosen block takes."), "F2"),
        Action.MOVE_UP: Described(_("Move &up"), _("Move the chosen blocks up by one place."), "Alt+Up"),
        Action.MOVE_DOWN: Described(_("Move &down"), _("Move the chosen blocks down by one place."), "Alt+Down"),
        Action.PIN_BLOCK: Described(
            _("&Pin or unpin"), _("Let the chosen block begin at a fixed time, or after the one before."), "Ctrl+T"
        ),
        Action.COPY_BLOCKS: Described(
            _("&Copy blocks"), _("Remember the chosen blocks, for this plan or another session's."), "Ctrl+C"
        ),
        Action.PASTE_BLOCKS: Described(_("P&aste blocks"), _("Add the copied blocks after the chosen one."), "Ctrl+V"),
        Action.COPY_TO_SESSION: Described(
            _("Copy to another s&ession"),
            _("Add the chosen blocks to the end of another session's plan."),
            no_keys=_("Ctrl+C and Ctrl+V do it."),
        ),
        Action.REMOVE_BLOCKS: Described(_("&Remove blocks"), _("Take the chosen blocks out of the plan."), "Del"),
        Action.ADD_CARD: Described(
            _("Add an &activity card"), _("Choose an activity that comes with what to say and do."), "Ctrl+Shift+C"
        ),
        Action.USE_TEMPLATE: Described(_("Add a &template"), _("Choose a whole plan to begin with."), "Ctrl+Shift+T"),
        Action.SAVE_CARD: Described(
            _("Save the block as a ca&rd"), _("Keep the chosen block to use it again."), no_keys=_("It is done seldom.")
        ),
        Action.SAVE_TEMPLATE: Described(
            _("&Save the plan as a template"), _("Keep this plan to use it again."), no_keys=_("It is done seldom.")
        ),
    }


def _in_sessions() -> dict[Action, Described]:
    return {
        Action.CHECK_IN: Described(
            _("&Check in"), _("Say that the chosen person is here."), no_keys=_("Enter does it in the search field.")
        ),
        Action.OPEN_PERSON: Described(_("&Open the person"), _("Show all about the chosen person."), "Shift+Return"),
        Action.SAID_YES: Described(_("They said &yes"), _("Record that the chosen person comes."), "Ctrl+Shift+Y"),
        Action.SAID_NO: Described(
            _("They said &no"), _("Record that the chosen person does not come."), "Ctrl+Shift+N"
        ),
        Action.NO_ANSWER: Described(
            _("No &answer"), _("Record that the chosen person was rung and did not answer."), "Ctrl+Shift+A"
        ),
        Action.LEFT_MESSAGE: Described(
            _("Left a &message"), _("Record that a message was left for the chosen person."), "Ctrl+Shift+M"
        ),
        Action.WALK_IN: Described(
            _("&Walk-in"), _("Add somebody who is not on the list."), no_keys=_("Ctrl+N does it.")
        ),
        Action.EVERYONE_LEFT: Described(_("Ever&yone left"), _("Say when all who are here left."), "Ctrl+E"),
        Action.KEY_BACK: Described(_("&Key back from paper"), _("Type in a signed sheet."), "Ctrl+Shift+K"),
        Action.START_LIVE: Described(
            _("Sta&rt the session"),
            _("Begin to run the session by its plan."),
            no_keys=_("It is done once."),
        ),
        Action.DISCREET: Described(_("D&iscreet"), _("Show needs as symbols only."), "Ctrl+Shift+D"),
    }
