# SPDX-License-Identifier: GPL-3.0-or-later
"""For which readers documents are made."""

from app.documents.catalogue import DOCUMENTS
from app.documents.pack import PACKS
from app.documents.style import Variant
from app.documents.variants import offered, titled, variant_words


def test_everything_comes_as_usual_and_in_large_print():
    for one in (*DOCUMENTS, *PACKS):
        assert {Variant.STANDARD, Variant.LARGE_PRINT} <= set(one.variants)


def test_what_is_offered_of_several_stands_in_one_order():
    assert offered(DOCUMENTS)[:2] == (Variant.STANDARD, Variant.LARGE_PRINT)
    assert offered([]) == ()


def test_every_variant_has_its_words_and_tells_its_files_apart():
    assert set(variant_words()) == set(Variant)
    assert len({titled("Sign-in sheet", variant) for variant in Variant}) == len(Variant)
