"""The language of a text is told from its letters, and never from Latin ones."""

import json
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.documents.paper.clusters import clusters
from app.documents.paper.languages import SCRIPTS, language_among, part_at, scripts, spoken_parts
from tests.documents.scripts import LANGUAGES

MADE_OF = [*"Zoë’ –(5)\u0301\u200d", "Ґанна", "أمينة", "ے", "রাফিয়া", "नमस्ते", "שָׁלוֹם", "王芳", "👍🏽", "।"]


def said(text: str) -> list[tuple[str, str]]:
    return [(text[part.start : part.end], part.language) for part in spoken_parts(text)]


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("el", "Ελένη Π."),
        ("uk", "Ґанна Їжакевич"),
        ("uk", "Олеся Ковалі\u0308в"),
        ("be", "Юрась Каваленка-Ўладыка"),
        ("sr", "Ђорђе Илић"),
        ("mk", "Ѓорѓи Ќосев"),
        ("und-Cyrl", "Анна Петрова"),
        ("ar", "(أمينة)"),
        ("fa", "پریسا گلچین"),
        ("ur", "عائشہ بیگم"),
        ("ps", "ګلالۍ"),
        ("ckb", "ڕۆژان"),
        ("he", "נועה כהן"),
        ("yi", "\u05f2\u05d8\u05dc"),
        ("bn", "রাফিয়া খ."),
        ("as", "ৰূপা"),
        ("pa", "ਹਰਪ੍ਰੀਤ ਸ."),
        ("gu", "પ્રિયા પ."),
        ("hi", "प्रिया श."),
        ("ta", "கௌரி சு."),
        ("zh-Hans", "张伟"),
        ("zh-Hant", "陳美玲"),
        ("zh", "王芳"),
    ],
)
def test_a_name_in_one_script_is_in_one_language(language: str, name: str):
    assert said(name) == [(name, language)]


@pytest.mark.parametrize("name", ["English", "Welsh", "Polish", "Romanian", "Turkish", "Somali", "emoji"])
def test_latin_and_pictures_are_in_the_document_s_own_language(name: str):
    assert said(LANGUAGES[name][1]) == [(LANGUAGES[name][1], "")]


@pytest.mark.parametrize("text", ["", "13:00 – 14:00", "( )", "Nguyễn Thị Ánh", "Zoe\u0308 O’Brien", "Ọlátúnjí"])
def test_what_has_no_letters_of_another_script_is_not_in_another_language(text: str):
    assert said(text) == [(text, "")]


@pytest.mark.parametrize("language", [name for name, (tag, _) in LANGUAGES.items() if tag not in {"", "ar", "he"}])
def test_a_whole_sentence_is_told_as_it_is_or_left_to_the_document(language: str):
    tag, sentence = LANGUAGES[language]
    assert said(sentence) in ([(sentence, tag)], [(sentence, "")])


def test_a_name_within_a_sentence_takes_nothing_of_the_sentence_with_it():
    assert said("Dear রাফিয়া খ., thank you") == [("Dear ", ""), ("রাফিয়া খ", "bn"), ("., thank you", "")]
    assert said("محمد (Mo)") == [("محمد", "ar"), (" (Mo)", "")]


def test_two_other_languages_side_by_side_are_told_apart():
    assert said("नमस्ते, Γειά!") == [("नमस्ते, ", "hi"), ("Γειά!", "el")]


def test_signs_that_several_scripts_use_do_not_change_the_language():
    assert said("ভালো। খুব।") == [("ভালো। খুব।", "bn")]


@given(st.lists(st.sampled_from(MADE_OF)).map("".join))
def test_the_parts_are_the_text_and_no_letter_loses_its_marks(text: str):
    parts = spoken_parts(text)
    assert "".join(text[part.start : part.end] for part in parts) == text
    edges = {sum(map(len, clusters(text)[:count])) for count in range(len(text) + 1)}
    assert {part.start for part in parts} <= edges
    assert all(
        part_at(parts, place) == number
        for number, part in enumerate(parts)
        for place in (part.start, part.end - 1)
        if text
    )


@given(st.lists(st.sampled_from(MADE_OF)).map("".join))
@example("Ґанна\u200d王芳")
@example("王芳\u200dꙋ")
def test_neighbours_are_in_different_scripts(text: str):
    found = [
        {match.lastgroup for match in scripts().letter.finditer(text[part.start : part.end])}
        for part in spoken_parts(text)
    ]
    assert all(len(of_part) <= 1 for of_part in found)
    assert all(one != other for one, other in pairwise(found))


def test_telling_letters_are_letters_of_their_script_and_no_script_has_another_s():
    known = json.loads(SCRIPTS.read_text(encoding="utf-8"))["scripts"]
    for one in known:
        for telling in one.get("telling", ()):
            for letter in telling["letters"]:
                found = scripts().letter.match(letter)
                assert found is not None
                assert found.lastgroup == one["script"]


@pytest.mark.parametrize(
    ("name", "spoken", "language"),
    [
        ("پروین اختر", "Urdu, Punjabi, English", "ur"),
        ("پروین اختر", "English, PUNJABI (Mirpuri)", "pa-Arab"),
        ("پترا", "Swedish; Farsi", "fa"),
        ("सुनिता थापा", "Nepali, Hindi, English", "ne"),
        ("रमेश", "मराठी", "mr"),
        ("Оксана Коваленко", "some Russian, Ukrainian", "ru"),
        ("מרים", "Yiddish/English", "yi"),
    ],
)
def test_what_somebody_speaks_says_what_their_name_is_in(name: str, spoken: str, language: str):
    assert language_among(name, spoken) == language


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("Parveen Akhtar", "Urdu, English"),
        ("Parveen (پروین)", "Urdu, English"),
        ("پروین", "English, Bengali"),
        ("پروین", ""),
        ("", "Urdu"),
        ("Ελένη", "Greek"),
    ],
)
def test_where_that_says_nothing_the_letters_are_left_to_tell(name: str, spoken: str):
    assert language_among(name, spoken) == ""
