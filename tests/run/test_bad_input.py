"""Bad input is read in bounded time, with spans that lie inside the text: huge documents, stray marks, mixed scripts, next to nothing."""

import json
import time
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.run.answers import spans

from sayso.exports.exchange import annotated, iso, line
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.annotation import Annotation
from sayso.record.document import document
from sayso.run.assembly import gazetteer, pack, pipeline
from sayso.run.config import Config
from sayso.run.pipeline import Pipeline

SECONDS = 60  # of this process; a healthy run takes a tenth, on a slow machine a fifth
ENGLISH = (
    "The governor of the Belgorod region, Vyacheslav Gladkov, said on Telegram that two people were wounded near Shebekino on 12 March. "
    "“We control the village,” the unit's commander told AFP, according to Le Monde. The ministry denied it: “nobody crossed the border”, "
    "a spokesman said, adding that 25 drones were shot down between 12:40 and 13:40 Moscow time. "
)
RUSSIAN = (
    "Губернатор Белгородской области Вячеслав Гладков сообщил в Telegram, что двое человек ранены под Шебекино. «Прорыва не было», — "
    "заявили в Минобороны. Местная полиция подтвердила, что за ночь сбиты 25 беспилотников. "
)
UKRAINIAN = "Речник ГУР Андрій Юсов наголосив, що бої тривають у Курській області.\n\nЗа даними адміністрації, поранено двох людей. "
FRENCH = "« Nous contrôlons le village », affirme le bataillon, cité par Le Monde. Moscou dément toute incursion, selon l'AFP. "


def long(sentence: str, words: int = 30_000) -> str:
    return sentence * (words // len(sentence.split()) + 1)


HUGE = {
    "30,000 words of English": long(ENGLISH),
    "30,000 words of Russian": long(RUSSIAN),
    "30,000 words of Ukrainian": long(UKRAINIAN),
    "30,000 words of French": long(FRENCH),
    "a source and a cue every four words": "Anna Petrova said Kursk. " * 7_500,
    "10,000 quotation marks": '"' * 10_000,
    "10,000 opening marks": "«" * 10_000,
    "10,000 quotations without an end": 'He said "yes. ' * 10_000,
    "unclosed quotations within each other": "“The mayor said that «two people were hurt " * 3_000,
    "a line of a million characters": ("The слово word " * 70_000)[:1_000_000],
    "a word of a million characters": "a" * 1_000_000,
    "several scripts in a word": "Гoвернор said що ранены deux personnes à Бєлгород ١٢ 平壤で " * 3_000,
    "10,000 dates": "12 March, " * 10_000,
    "15,000 names of places": "Kyiv, " * 15_000,
    "30,000 numbers": "5 tanks and " * 15_000,
}
SMALL = {
    "one word": "Шебекино",
    "one letter": "a",
    "no letter": "123 !!! 45:00 — " * 20,
    "one mark": "“",
    "nothing but white space": " \n\t\u00a0",
    "a lone surrogate": "The mayor said \ud800 two people were wounded.",
    "a NUL": "The mayor said\x00 two people were wounded.",
    "an unclosed quotation": "“The mayor said that two people were wounded near Kursk",
    "quotations closed before they open": "” said the mayor “ and two people » were « wounded",
    "mixed scripts": "Гoвернор said що двоє ранены à Бєлгород, selon l'AFP 平壤で ١٢",
    "letters with many marks": "Z̴̡͇a̷͍l̵̰g̶o̸ said that two people were wounded in K̵u̷r̸s̶k",
    "right to left": "قال المحافظ إن شخصين أصيبا The mayor said two were hurt",
}


@cache
def without_encoder() -> Pipeline:
    """The encoder's time grows with the text and nothing else: the stages are measured without it."""
    return Pipeline(reader=PlainReader(Morphology()), gazetteer=gazetteer(), pack=pack(Config().pack))


@cache
def whole() -> Pipeline:
    return pipeline(Config())


def read(text: str, stages: Pipeline) -> dict[str, object]:
    (made,) = stages.annotations([document(text, published=date(2024, 3, 12), name="x", outlet="Northern Desk")])
    assert isinstance(made, Annotation)
    answer = json.loads(line(annotated(made)))
    assert isinstance(answer, dict)
    return answer


def held(answer: dict[str, object], text: str) -> None:
    for start, end in spans(answer):
        assert 0 <= start < end <= len(text)
        words = text[start:end]
        assert words == words.strip(), "a span begins or ends with white space"


@pytest.mark.parametrize("label", HUGE)
def test_huge_or_broken_documents_are_read_in_bounded_time(label: str) -> None:
    text = HUGE[label]
    without_encoder()
    began = time.process_time()
    answer = read(text, without_encoder())
    assert time.process_time() - began < SECONDS
    held(answer, text)


@pytest.mark.parametrize("label", SMALL)
def test_next_to_nothing_is_read_and_spans_stay_inside(label: str) -> None:
    held(read(SMALL[label], whole()), SMALL[label])


def test_twice_the_text_takes_not_much_more_than_twice_the_time() -> None:
    def seconds(text: str) -> float:
        began = time.process_time()
        read(text, without_encoder())
        return time.process_time() - began

    text = long(ENGLISH, 4_000)
    seconds(text)  # what is loaded and remembered counts for neither
    once, fourfold = (min(seconds(given) for _ in range(2)) for given in (text, text * 4))
    assert fourfold < 10 * once + 1


marks = st.lists(st.sampled_from(['"', "“", "”", "«", "»", "'", "\n", " ", "said", "заявил", "Курск", "2", ":", ","]), max_size=60)


@settings(max_examples=40, deadline=None)
@given(marks.map("".join) | marks.map(" ".join) | st.text(max_size=80))
def test_spans_lie_inside_any_text(text: str) -> None:
    held(read(text, whole()), text)


@pytest.mark.parametrize(
    "text", ["Two killed \u0301 in Kharkiv.", "Two killed in Kharkiv.\u0301", "\u0300", "Мэр: \u0301 двое ранены ,\u0300 сказал он."]
)
def test_an_accent_that_stands_on_nothing_is_read_as_a_mark(text):
    held(read(text, without_encoder()), text)
    held(read(text, whole()), text)


@pytest.mark.parametrize(
    "published", [datetime(1, 1, 1, tzinfo=UTC), date(1, 1, 1), datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14)))]
)
def test_times_at_the_start_of_the_calendar_are_told(published):
    text = "On Monday morning two drones came to Kyiv, at 5 am, the mayor said, and a day earlier at dawn."
    (found,) = without_encoder().annotations([document(text, published=published)])
    assert isinstance(found, Annotation)
    assert json.loads(line(annotated(found)))["claims"]


def test_an_hour_off_by_seconds_at_the_start_of_the_calendar_has_a_time():
    assert iso(datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=2, seconds=4)))) == "0001-01-01T00:00:00+00:00"
