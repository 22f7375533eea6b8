# SPDX-License-Identifier: GPL-3.0-or-later
"""What a plan lacks, one thing at a time and the gravest first, each with what mends it where one step does."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.agenda.checker import Finding, NoWellbeingPerson, PastEnd
from app.agenda.queries import Plan
from app.agenda.words import finding_title, finding_words, fix_words
from app.clock import local
from app.days import clock_time
from app.i18n import _
from ui.look.look import Look
from ui.parts.banner import Banner, BannerKind
from ui.parts.buttons import Button
from ui.parts.sheet import Down


class CheckBar(QWidget):
    """A banner to be shown while something is lacking.

    Attributes:
        found: All that is lacking.
        shown: Which of it is shown, counted from 0.
        mend: Does what mends it.
        shorten: Where the plan runs over: chooses which blocks give.
        move_end: Where the plan runs over: lets the session end as the plan does.
        details: Where somebody is to be named: goes there.
        next: Shows the next one.

    Signals:
        mend_asked: what mends it is wanted; argument: a Fix.
        shorten_asked: blocks are to be shortened.
        end_asked: the session is to end as the plan does.
        details_asked: somebody is to be named.
    """

    mend_asked = Signal(object)
    shorten_asked = Signal()
    end_asked = Signal()
    details_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.found: Sequence[Finding] = ()
        self.shown = 0
        self._plan: Plan | None = None
        self.mend = Button(look, "", "add", small=True)
        self.shorten = Button(look, _("Shorten blocks"), "shorten", small=True)
        self.move_end = Button(look, _("Move the finish"), small=True)
        self.details = Button(look, _("Name somebody"), "edit", small=True)
        self.next = Button(look, _("Next"), small=True)
        buttons = (self.mend, self.shorten, self.move_end, self.details, self.next)
        self.banner = Banner(look, BannerKind.WARN, "", buttons=buttons)
        self.setLayout(Down(look, self.banner))
        self.mend.clicked.connect(self._mend)
        self.shorten.clicked.connect(self.shorten_asked)
        self.move_end.clicked.connect(self.end_asked)
        self.details.clicked.connect(self.details_asked)
        self.next.clicked.connect(self._next)
        self.hide()

    def show_findings(self, plan: Plan, found: Sequence[Finding]) -> None:
        """Show the gravest of what a plan lacks, or what was shown before while it is still lacking."""
        before = self.found[self.shown] if self.found else None
        same = [place for place, one in enumerate(found) if before is not None and type(one) is type(before)]
        self._plan, self.found = plan, found
        self.shown = same[0] if same else 0
        if found:
            self._show()

    def _show(self) -> None:
        finding = self.found[self.shown]
        past = isinstance(finding, PastEnd)
        title, words = self._words(finding)
        self.banner.say(title, words)
        fix = finding.fix
        self.mend.setVisible(fix is not None)
        if fix is not None:
            self.mend.setText(fix_words(fix))
        self.shorten.setVisible(past)
        self.move_end.setVisible(past)
        self.details.setVisible(isinstance(finding, NoWellbeingPerson))
        self.next.setVisible(len(self.found) > 1)
        number = _("Next ({shown} of {all})").format(shown=self.shown + 1, all=len(self.found))
        self.next.setText(number)

    def _words(self, finding: Finding) -> tuple[str, str]:
        if not isinstance(finding, PastEnd) or self._plan is None or self._plan.times.frame.end is None:
            return finding_title(finding), finding_words(finding)
        times = self._plan.times
        ends, empty = (clock_time(local(at).time()) for at in (times.end, self._plan.times.frame.end))
        title = _("The plan ends at {ends}. The room must be empty at {empty}.").format(ends=ends, empty=empty)
        return title, finding_words(finding)

    def _next(self) -> None:
        self.shown = (self.shown + 1) % len(self.found)
        self._show()

    def _mend(self) -> None:
        fix = self.found[self.shown].fix
        if fix is not None:
            self.mend_asked.emit(fix)
