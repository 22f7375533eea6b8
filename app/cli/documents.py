# SPDX-License-Identifier: GPL-3.0-or-later
"""peapod documents."""

from collections.abc import Sequence

import click

from app.cli.saying import Fields, say_rows
from app.cli.terms import json_option
from app.documents.catalogue import DOCUMENTS, DocumentClass
from app.documents.style import Variant
from app.i18n import _


def command() -> click.Command:
    """Return the command that lists the documents there are."""
    return click.Command(
        "documents",
        callback=_documents,
        params=[json_option()],
        help=_("List the documents that can be exported."),
    )


def _documents(*, as_json: bool) -> None:
    say_rows([_said(one.name, one.shown_to, one.title(), one.variants) for one in DOCUMENTS], as_json=as_json)


def _said(name: str, shown_to: DocumentClass, title: str, variants: Sequence[Variant]) -> tuple[str, Fields]:
    words = f"{name:<20}{_class_word(shown_to):<16}{title}"
    return words, {
        "name": name,
        "class": shown_to.value,
        "title": title,
        "variants": [variant.value for variant in variants],
    }


def _class_word(shown_to: DocumentClass) -> str:
    return {
        DocumentClass.PUBLIC: _("anybody"),
        DocumentClass.ROOM: _("the room"),
        DocumentClass.RESTRICTED: _("restricted"),
    }[shown_to]
