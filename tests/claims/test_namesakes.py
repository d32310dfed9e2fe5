"""Namesakes: a private person with the surname of somebody listed is not that person, and his name is withheld."""

from dataclasses import replace

import pytest

from sayso.claims.names import names
from sayso.lexicon.language import lexicon
from sayso.lexicon.loading import built_in
from sayso.record.document import document
from sayso.record.reading import NameSpan
from sayso.run.front import annotate
from sayso.run.release import private_names
from sayso.text.span import Span

SVETLANA = "ru-svetlana-petrenko"


@pytest.fixture
def linked(reader):
    """(words, actor) of the persons named in a text."""

    def find(text, lang):
        reading = reader.reading(document(text, lang=lang))
        found = names(reading, lexicon(lang), built_in())
        return [(m.span.of(text), m.actor) for m in found if m.kind.value == "person"]

    return find


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ivan Petrenko, 34, was killed by shelling."),
        ("en", "On Monday the driver, I. Petrenko, was killed by shelling."),
        ("fr", "Le conducteur Ivan Petrenko a été tué."),
        ("ru", "Обстрел убил водителя Ивана Петренко."),
        ("ru", "Под обстрелом погиб И. С. Петренко."),
        ("ru", "В списке погибших Петренко Иван Сергеевич."),
        ("uk", "Обстріл забрав життя водія Івана Петренка."),
        ("uk", "Загинула Олена Петренко."),
    ],
)
def test_another_first_name_or_initial_is_another_person(linked, lang, text):
    assert all(actor is None for _, actor in linked(text, lang))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Svitlana Petrenko of the committee said two people had died."),
        ("en", "On Monday S. Petrenko of the committee said two people had died."),
        ("en", "On Monday spokeswoman Petrenko said two people had died."),
        ("fr", "Selon la porte-parole Petrenko, deux personnes sont mortes."),
        ("ru", "По словам Светланы Петренко, погибли двое."),
        ("ru", "Об этом сообщила С. Петренко."),
        ("ru", "Об этом сообщила Петренко Светлана Викторовна."),
        ("uk", "За словами Світлани Петренко, загинули двоє."),
    ],
)
def test_the_first_name_of_the_listed_person_is_known_in_any_language_case_and_spelling(linked, lang, text):
    assert [actor for _, actor in linked(text, lang) if actor] == [SVETLANA]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "On Monday Viktoria Orban was killed in the village."),
        ("ru", "Погибла Анна Гладкова."),
    ],
)
def test_a_first_name_of_the_other_gender_is_another_name(linked, lang, text):
    assert all(actor is None for _, actor in linked(text, lang))


def test_a_surname_alone_is_that_of_the_person_last_named_in_full():
    text = "On Monday Svetlana Petrenko spoke. Then Petrenko left. Ivan Petrenko was killed. Neighbours of Petrenko wept."
    found = [(m.span.of(text), m.actor) for m in annotate(text, published="2024-03-12").mentions]
    assert [actor for words, actor in found if words == "Petrenko"] == [SVETLANA, None]


def test_a_first_name_that_no_list_has_is_told_by_the_encoder(reader):
    text = "On Monday Yevlampiy Petrenko was killed."
    reading = reader.reading(document(text, lang="en"))
    span = Span(10, 28)
    seen = replace(reading, names=(NameSpan(kind="person", span=span, score=0.9),))
    assert [(m.span, m.actor) for m in names(seen, lexicon("en"), built_in())] == [(span, None)]


def test_the_name_of_a_namesake_is_withheld():
    text = "Ivan Petrenko was killed by shelling in Kharkiv, neighbours said. Petrenko was 34."
    withheld = private_names([annotate(text, published="2024-03-12")])
    assert [span.of(text) for _, span in withheld] == ["Ivan Petrenko", "Petrenko"]
