# SPDX-License-Identifier: GPL-3.0-or-later
import pytest

from app.people.names import first_and_initial, sort_key, split_name


@pytest.mark.parametrize(
    ("written", "given", "family"),
    [
        pytest.param("Tom Okafor", "Tom", "Okafor", id="the last word"),
        pytest.param("Okafor, Tom", "Tom", "Okafor", id="a comma says which"),
        pytest.param("Mary Jane Price", "Mary Jane", "Price", id="all before it is given"),
        pytest.param("Pieter van der Berg", "Pieter", "van der Berg", id="particles belong to the family"),
        pytest.param("Omar bin Said", "Omar", "bin Said", id="bin"),
        pytest.param("Sean O' Brien", "Sean", "O' Brien", id="a parted O'"),
        pytest.param("Al Sikora", "Al", "Sikora", id="a first word is never a particle"),
        pytest.param("van Dijk", "van", "Dijk", id="two words have a given name"),
        pytest.param("王小明", "小明", "王", id="Han characters"),
        pytest.param("Suharto", "Suharto", None, id="one word"),
        pytest.param("Suharto,", "Suharto", None, id="a comma and nothing after it"),
        pytest.param("", "", None, id="nothing"),
    ],
)
def test_a_name_parts_into_given_and_family(written, given, family):
    assert split_name(written) == (given, family)


def test_people_sort_by_family_name_then_the_rest():
    people = [("Zoë Abbott", "Abbott"), ("Łucja Abbott", "Abbott"), ("Suharto", None), ("Abbott Mei", "Abbott")]
    in_order = sorted(people, key=lambda person: sort_key(*person))
    assert [name for name, _family in in_order] == ["Łucja Abbott", "Abbott Mei", "Zoë Abbott", "Suharto"]


@pytest.mark.parametrize(
    ("name", "family", "shown"),
    [
        pytest.param("Shirin Akter", "Akter", "Shirin A.", id="first name and initial"),
        pytest.param("Okafor Tom", "Okafor", "Tom O.", id="family name first"),
        pytest.param("Okafor, Tom", "Okafor", "Tom O.", id="with a comma"),
        pytest.param("Mary Jane Price", "Price", "Mary P.", id="one first name"),
        pytest.param("Ifor ap Huw", "ap Huw", "Ifor A.", id="a family name of two words"),
        pytest.param("Madonna", None, "Madonna", id="one name"),
        pytest.param("Madonna", "Madonna", "Madonna", id="one name that is the family name"),
        pytest.param("Li Wei", "", "Li Wei", id="nothing known of the family"),
        pytest.param("Eva E\u0301tienne", "E\u0301tienne", "Eva É.", id="an accent stays on its letter"),
        pytest.param("রহিমা শ্রীমতী", "শ্রীমতী", "রহিমা শ্রী.", id="joined consonants and vowel signs"),
        pytest.param("மீனா கோபால்", "கோபால்", "மீனா கோ.", id="a vowel sign around its letter"),
        pytest.param("王小明", "王", "小明", id="an initial would be the whole family name"),
        pytest.param("Anna 'de Vries", "'de Vries", "Anna D.", id="signs before the letter"),
        pytest.param("Anna ?", "?", "Anna", id="no letter at all"),
        pytest.param("Ana Souza", "Sousa", "Ana S.", id="a family name that is not in the name"),
        pytest.param("دینا ن\u200cوری", "ن\u200cوری", "دینا ن\u200c.", id="a joiner"),
    ],
)
def test_the_sheet_on_the_table_shows_a_first_name_and_an_initial(name, family, shown):
    assert first_and_initial(name, family) == shown
