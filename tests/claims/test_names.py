"""Names: what an encoder proposes, the pack lists and the places stage finds, put together."""

from dataclasses import replace

import pytest

from sayso.claims.names import names
from sayso.lexicon.language import lexicon
from sayso.record.document import document
from sayso.record.mention import MentionKind
from sayso.record.reading import NameSpan, Passage
from sayso.run.config import config
from sayso.run.front import annotate
from sayso.text.span import Span


@pytest.fixture
def found(reader, pack):
    """The names (words, kind) of a text in which an encoder proposed these words, each with its kind and score."""

    def find(text, lang, *proposed):
        spans = [(Span(text.index(words), text.index(words) + len(words)), kind, score) for words, kind, score in proposed]
        reading = replace(
            reader.reading(document(text, lang=lang)),
            names=tuple(NameSpan(kind=kind, span=span, score=score) for span, kind, score in spans),
            passages=(Passage(span=Span(0, len(text)), vector=(1.0,)),),
        )
        return [(m.span.of(text), m.kind) for m in names(reading, lexicon(lang), pack)]

    return find


def test_a_capital_that_acts_is_a_place_where_an_encoder_saw_a_person(found):
    told = found("Norhaven denied on Monday that any talks were held.", "en", ("Norhaven", "person", 0.7))
    assert told == [("Norhaven", MentionKind.PLACE)]


def test_a_surname_is_the_person_named_in_full_where_an_encoder_saw_a_place(found):
    text = "Odo Ranke lay by the gate. By noon nobody had moved Ranke."
    assert found(text, "en", ("Odo Ranke", "person", 0.9)) == [("Odo Ranke", MentionKind.PERSON), ("Ranke", MentionKind.PERSON)]


def test_the_name_of_a_body_goes_before_the_place_in_it(found):
    text = "По данным Комитета рыболовства Зелены, лов закрыт."
    told = found(text, "ru", ("Комитета рыболовства Зелены", "organisation", 0.8), ("Зелены", "place", 0.95))
    assert told == [("Комитета рыболовства Зелены", MentionKind.ORGANISATION)]


def test_a_name_ends_with_its_line(found):
    told = found("Комитет рыболовства\n\nЗЕЛЕНА, 5 мая. Лов закрыт.", "ru", ("Комитет рыболовства\n\nЗЕЛЕНА", "organisation", 0.9))
    assert told == [("Комитет рыболовства", MentionKind.ORGANISATION)]


def test_an_adjective_of_a_people_is_no_place(found):
    assert found("Об этом говорит украинский посол.", "ru", ("украинский", "place", 0.9)) == []


@pytest.mark.parametrize(
    ("text", "named", "left"),
    [
        ("Russian forces shelled Kharkiv on Monday.", "Kharkiv", "Russian"),
        ("Российские войска обстреляли Харьков в понедельник.", "Харьков", "Российские"),
    ],
)
def test_peoples_and_adjectives_are_places_to_the_map_and_no_names(text, named, left):
    annotation = annotate(text, published="2024-03-12", settings=config())
    words = [m.span.of(text) for m in annotation.mentions if m.kind is MentionKind.PLACE]
    assert named in words
    assert left not in words
    assert left in [place.span.of(text) for place in annotation.places]


def test_a_country_in_the_name_of_a_ministry_stands_beside_it():
    text = "The Ministry of Defence of Ukraine said that two men were killed."
    annotation = annotate(text, published="2024-03-12", settings=config())
    told = {(m.span.of(text), m.kind) for m in annotation.mentions}
    assert {("Ministry of Defence of Ukraine", MentionKind.ORGANISATION), ("Ukraine", MentionKind.PLACE)} <= told
