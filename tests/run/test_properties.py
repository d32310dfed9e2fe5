"""What holds of every annotation: spans inside the text, references that lead somewhere, twice the same, in any order."""

import json
from datetime import date
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.run.answers import spans

from sayso.exports.exchange import annotated, line
from sayso.record.annotation import Annotation
from sayso.record.document import document
from sayso.run.assembly import pipeline
from sayso.run.config import Config
from sayso.run.pipeline import Pipeline

PIECES = (
    "The governor of the Belgorod region said on Telegram that two people were wounded near Shebekino.",
    "“Nobody crossed the border,” the ministry said, according to TASS",
    "denied any breakthrough.The unit",
    "was joined byAFP This morning",
    "В Минобороны РФ заявили, что за ночь сбиты 25 украинских беспилотников",
    "«Прорыва не было», — сообщил губернатор в своём Telegram-канале.",
    "Речник ГУР Андрій Юсов наголосив, що бої тривають у Курській області.",
    "За даними обласної адміністрації, поранено двох людей",
    "Moscou dément toute incursion, selon l'AFP.",
    "« Nous contrôlons le village », affirme le bataillon, cité par Le Monde",
    "between 12:40 and 13:40 Moscow time",
    "с 10 марта",
    "- 15 крилатих ракет Х-101",
    "at least 60 killed, 6 tanks and 20 armoured vehicles destroyed",
    "\n\n",
    "Also read: something else",
    "🙂 #новости https://t.me/x",
    "\x00",
    "»",
    "“",
    "١٢ شخصا",
    "…",
)
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=9).map(" ".join)
days = st.one_of(st.none(), st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31)))


@cache
def stages() -> Pipeline:
    return pipeline(Config())


def annotation_of(text: str, published: date | None) -> Annotation:
    (made,) = stages().annotations([document(text, published=published, name="x", outlet="Northern Desk")])
    assert isinstance(made, Annotation)
    return made


@settings(max_examples=60)
@given(texts, days)
def test_spans_lie_inside_the_text_and_references_lead_somewhere(text: str, published: date | None) -> None:
    answer = json.loads(line(annotated(annotation_of(text, published))))
    for start, end in spans(answer):
        assert 0 <= start < end <= len(text)
    there = {part: {item["id"] for item in answer[part]} for part in ("claims", "events", "figures", "places", "times")}
    for event in answer["events"]:
        assert event["place"] is None or event["place"] in there["places"]
        assert event["time"] is None or event["time"] in there["times"]
        assert event["claim"] is None or event["claim"] in there["claims"]
        assert set(event["figures"]) <= there["figures"]
    for claim in answer["claims"]:
        assert claim["content"], "a claim without words"
        assert set(claim["events"]) <= there["events"]
        assert claim["attribution"] == "narration" or claim["source"] or claim["cue"] or claim["quotation"] == "direct"
    for figure in answer["figures"]:
        assert figure["high"] is None or figure["low"] <= figure["high"]
    for part in there:
        assert len(there[part]) == len(answer[part]), f"an id stands twice among the {part}"


@settings(max_examples=25)
@given(texts, days)
def test_reading_twice_gives_the_same(text: str, published: date | None) -> None:
    assert line(annotated(annotation_of(text, published))) == line(annotated(annotation_of(text, published)))


@settings(max_examples=15)
@given(st.lists(texts, min_size=2, max_size=4, unique=True), st.randoms(use_true_random=False))
def test_a_document_is_read_alike_whatever_was_read_before_it(given_texts: list[str], random: object) -> None:
    alone = {text: line(annotated(annotation_of(text, date(2024, 3, 12)))) for text in given_texts}
    shuffled = list(given_texts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert all(line(annotated(annotation_of(text, date(2024, 3, 12)))) == alone[text] for text in shuffled)
