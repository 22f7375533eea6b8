# SPDX-License-Identifier: GPL-3.0-or-later
"""Words for lists of people: why a file or a row is refused, what its columns are, what becomes of each row."""

from collections.abc import Mapping

from app.i18n import _
from app.importing.drafts import RefusedRow, Why
from app.importing.errors import (
    BrokenWorkbook,
    CellTooLong,
    Content,
    DamagedText,
    EmptyFile,
    MacroWorkbook,
    NoRows,
    NotATable,
    PasswordProtected,
    TooLarge,
    TooManyColumns,
    TooManyRows,
    UnclosedQuote,
)
from app.importing.mapping import Target
from app.importing.matching import Because, Fate, FateKind
from app.importing.report import Outcome, RowReport
from app.wording.common import Words
from app.wording.people import field_word
from db.types import PersonId

MEGABYTE = 1_000_000


def shape_word(shape: str) -> str:
    """Return the name of a program that writes lists."""
    return {
        "peapod": _("Peapod"),
        "pretix_check_in_list": _("pretix, check-in list"),
        "pretix_order_positions": _("pretix, order positions"),
        "pretix_import": _("pretix, list for import"),
        "eventbrite": _("Eventbrite"),
        "microsoft_forms": _("Microsoft Forms"),
        "google_forms": _("Google Forms"),
        "civicrm": _("CiviCRM"),
        "hi_events": _("Hi.Events"),
        "indico": _("Indico"),
        "decidim": _("Decidim"),
    }.get(shape, shape)


def target_word(target: Target) -> str:
    """Return what a column can be."""
    own = {
        Target.NAME: _("Whole name"),
        Target.GIVEN_NAME: _("First name"),
        Target.FAMILY_NAME: _("Family name"),
        Target.ORGANISATION: _("Organisation"),
        Target.NETWORKS: _("Networks"),
        Target.COMMUNITY_ROLES: _("Roles in the community"),
        Target.NEEDS: _("Needs"),
        Target.ROLES: _("Role in the room"),
        Target.STATUS: _("Coming or not"),
        Target.CHECKED_IN: _("Checked in"),
        Target.EMERGENCY_NAME: _("Emergency contact"),
        Target.EMERGENCY_RELATION: _("Emergency contact: relation"),
        Target.EMERGENCY_PHONE: _("Emergency contact: phone"),
        Target.IGNORE: _("Leave out"),
    }
    return own.get(target) or field_word(target.value)


def fate_word(kind: FateKind) -> str:
    """Return what becomes of a row, in a word or two."""
    return {
        FateKind.NEW: _("New"),
        FateKind.MATCHES: _("Matches"),
        FateKind.REPEAT: _("Repeats"),
        FateKind.UNCLEAR: _("Unclear"),
        FateKind.REFUSED: _("Refused"),
    }[kind]


def outcome_word(outcome: Outcome) -> str:
    """Return what was done with a row."""
    return {
        Outcome.ADDED: _("Added"),
        Outcome.MATCHED: _("Matched"),
        Outcome.REPEATED: _("Repeated"),
        Outcome.LEFT_OUT: _("Left out"),
        Outcome.REFUSED: _("Refused"),
    }[outcome]


def fate_words(fate: Fate, names: Mapping[PersonId, str]) -> str:
    """Return what becomes of a row, and why, in a sentence."""
    whom = ", ".join(names.get(person_id, "") for person_id in fate.ids)
    lines = ", ".join(map(str, fate.lines))
    if fate.refused is not None:
        return refused_words(fate.refused)
    match fate.kind:
        case FateKind.NEW if whom:
            return _("Somebody new. {names} has the same name or address.").format(names=whom)
        case FateKind.NEW:
            return _("Somebody new.")
        case FateKind.MATCHES:
            return _("{names}: {why}.").format(names=whom, why=because_word(fate.because))
        case FateKind.REPEAT:
            return _("The same person as in row {lines}: {why}.").format(lines=lines, why=because_word(fate.because))
        case _:
            return _unclear(whom, lines)


def outcome_words(row: RowReport) -> str:
    """Return what was done with a row, and why, in a sentence."""
    if row.refused is not None:
        return refused_words(row.refused)
    kept = ", ".join(field_word(one.field) for one in row.kept)
    if kept:
        return _("The list says otherwise here: {fields}. The records were kept.").format(fields=kept)
    if row.outcome is Outcome.LEFT_OUT:
        return _("Nobody said who this is.")
    return because_word(row.because) if row.because else ""


def because_word(because: Because | None) -> str:
    """Return what says that a row and a person are one."""
    return {
        None: "",
        Because.NAME_AND_EMAIL: _("same name and e-mail"),
        Because.NAME_AND_PHONE: _("same name and phone"),
        Because.NAME_AND_ANOTHER_ROW: _("same name, tied by another row’s e-mail or phone"),
        Because.ONLY_ONE_OF_THAT_NAME: _("the only one of that name"),
        Because.EMAIL_ALONE: _("same e-mail"),
    }[because]


def refused_words(row: RefusedRow) -> str:
    """Return why a row makes nobody."""
    match row.why:
        case Why.NOBODY:
            return _("There is neither a name nor an e-mail in it.")
        case Why.BAD_EMAIL:
            return _("“{text}” is no e-mail address (column “{column}”).").format(text=row.text, column=row.column)
        case Why.CONTROL_CHARACTERS:
            return _("It holds characters that cannot be shown (column “{column}”).").format(column=row.column)
        case Why.QUOTES:
            return _("Its quotation marks do not fit together.")
        case Why.MORE_CELLS:
            return _("It has more cells than there are columns.")


def _unclear(whom: str, lines: str) -> str:
    if whom and lines:
        return _("This may be {names}, or the person in row {lines}.").format(names=whom, lines=lines)
    if lines:
        return _("This may be the person in row {lines}.").format(lines=lines)
    return _("This may be {names}.").format(names=whom)


def _empty(error: EmptyFile) -> str:
    return _("{file} is empty. Nothing was changed.").format(file=error.path.name)


def _no_rows(error: NoRows) -> str:
    return _("{file} has headings and nobody under them. Nothing was changed.").format(file=error.path.name)


def _not_a_table(error: NotATable) -> str:
    return _("{file} is no list: it looks like {content}. Save the list as CSV or XLSX, then choose that.").format(
        file=error.path.name, content=_content(error.content)
    )


def _content(content: Content) -> str:
    return {
        Content.PICTURE: _("a picture"),
        Content.PDF: _("a PDF"),
        Content.WEB_PAGE: _("a web page"),
        Content.DOCUMENT: _("a text document"),
        Content.CONTACTS: _("a file of contacts"),
        Content.JSON: _("a JSON file"),
        Content.ARCHIVE: _("an archive"),
        Content.PROGRAM: _("a program"),
        Content.UNKNOWN: _("something else"),
    }.get(content, _("something else"))


def _damaged(error: DamagedText) -> str:
    return _("Line {line} of {file} is damaged: some letters cannot be read. Export the list again.").format(
        line=error.line, file=error.path.name
    )


def _unclosed(error: UnclosedQuote) -> str:
    return _(
        "A quotation mark opens in line {line} of {file} and never closes. Put that right, then try again."
    ).format(line=error.line, file=error.path.name)


def _cell(error: CellTooLong) -> str:
    return _("A cell in line {line} of {file} has more than {most} letters. Shorten it, then try again.").format(
        line=error.line, file=error.path.name, most=error.most
    )


def _rows(error: TooManyRows) -> str:
    return _("{file} has more than {most} rows. Divide it, then import the parts.").format(
        file=error.path.name, most=error.most
    )


def _columns(error: TooManyColumns) -> str:
    return _("{file} has more than {most} columns. Delete those that are not about people, then try again.").format(
        file=error.path.name, most=error.most
    )


def _large(error: TooLarge) -> str:
    return _("{file} is larger than {most} MB. Divide it, then import the parts.").format(
        file=error.path.name, most=error.most // MEGABYTE
    )


def _password(error: PasswordProtected) -> str:
    return _("{file} is protected by a password. Save it without one, then choose it again.").format(
        file=error.path.name
    )


def _macros(error: MacroWorkbook) -> str:
    return _("{file} may hold programs, so it was not opened. Save it as XLSX, then choose that.").format(
        file=error.path.name
    )


def _broken(error: BrokenWorkbook) -> str:
    return _("{file} is damaged and cannot be read. Export the list again.").format(file=error.path.name)


WORDS: Words = {
    EmptyFile: _empty,
    NoRows: _no_rows,
    NotATable: _not_a_table,
    DamagedText: _damaged,
    UnclosedQuote: _unclosed,
    CellTooLong: _cell,
    TooManyRows: _rows,
    TooManyColumns: _columns,
    TooLarge: _large,
    PasswordProtected: _password,
    MacroWorkbook: _macros,
    BrokenWorkbook: _broken,
}
