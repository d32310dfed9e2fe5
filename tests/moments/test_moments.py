"""Moments: expressions and their intervals."""

import json
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import DataError
from sayso.lexicon.language import LANGUAGES, lexicon
from sayso.lexicon.times import TOP, book_of, time_book, zone_book
from sayso.moments.marks import marks
from sayso.moments.matching import Reader
from sayso.moments.moments import moments
from sayso.record.moment import Anchor, Grain, ZoneFrom
from sayso.record.place import Place, PlaceKind, Precision, Use
from sayso.text.span import Span

CASES = Path(__file__).resolve().parents[1] / "cases" / "moments"


def cases(name):
    return [pytest.param(case, id=case["label"]) for case in json.loads((CASES / name).read_text("utf-8"))]


def shown(found, text):
    return [(m.span.of(text), m.start, m.end, m.grain.value) for m in found if m.span]


@pytest.mark.parametrize("case", cases("made.json"))
def test_an_expression_is_found_whole_and_resolved(case, told):
    text = case["text"]
    got = shown(told(text, case["lang"], case["published"]), text)
    for want in case["expect"]:
        start, end = (value and datetime.fromisoformat(value) for value in (want["start"], want["end"]))
        assert (want["surface"], start, end, want["grain"]) in got, got
    assert len(got) == len(case["expect"]) or len(case["expect"]) > 1, got


@pytest.mark.parametrize("case", cases("negative.json"))
def test_what_tells_no_time_is_passed_over(case, told):
    assert shown(told(case["text"], case["lang"], case["published"]), case["text"]) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_rule_has_an_example_that_it_reads(lang):
    book = time_book(lang)
    unread = {}
    for rule in book.rules:
        marked = marks(rule.example, lang, book.abbreviations)
        reader = Reader(marked, book)
        used = {number for at in range(len(marked)) for symbol in TOP for _, _, rules in reader.read(symbol, at) for number in rules}
        key = (rule.makes, rule.reads)
        unread[key] = unread.get(key, True) and rule.number not in used
    # Cities stand in zone names only: their rules are read with those.
    assert [key for key, missed in unread.items() if missed and key[0] != "city"] == []


def test_a_faulty_row_is_refused_with_all_faults():
    rows = [
        {"makes": "day", "reads": "noonish", "adds": {"part": "brunch"}, "example": "noonish"},
        {"makes": "day", "reads": "{nothing} ago", "example": "nothing ago"},
        {"makes": "day", "reads": "yesteryear", "adds": {"rel": "x"}},
    ]
    with pytest.raises(DataError) as caught:
        book_of(rows, "en", zone_book())
    assert len(caught.value.faults) == 4, caught.value.faults


def test_without_a_date_of_publication_only_what_is_told_in_full_is_resolved(told):
    text = "On 12 March 2024 the mill burned; yesterday it was searched."
    full, relative = told(text, published=None)
    assert (full.start.isoformat(), full.anchor, full.zone_from) == ("2024-03-12T00:00:00+00:00", Anchor.TEXT, ZoneFrom.NONE)
    assert (relative.start, relative.end, relative.anchor) == (None, None, Anchor.UNKNOWN)


def test_a_document_has_the_day_of_publication_as_an_assumed_moment(told):
    (only,) = told("The mill burned.")
    assert (only.span, only.start.isoformat(), only.end.isoformat()) == (None, "2024-05-14T00:00:00+03:00", "2024-05-15T00:00:00+03:00")
    assert (only.grain, only.anchor) == (Grain.DAY, Anchor.PUBLISHED)
    assert told("The mill burned.", published=None) == ()


def test_a_day_of_publication_without_an_hour_will_do(told):
    text = "Two mills burned in the past 24 hours and one three hours ago."
    past, ago, _ = told(text, published="2024-05-14")
    assert (past.start.isoformat(), past.end.isoformat()) == ("2024-05-13T00:00:00+00:00", "2024-05-15T00:00:00+00:00")
    assert ago.grain is Grain.DAY


@pytest.mark.parametrize(
    "text",
    [
        "It burned on 31 February 2024.",
        "It burned on 31.02.2024.",
        "It rang at 99:99 then.",
        "In the year 0 or 10000.",
        "On 0000-00-00 and 9999-99-99.",
        "It burned on 45 March 2024 at 25:61.",
        "on 29 February 2023",
    ],
)
def test_a_date_that_no_calendar_has_is_no_moment(text, told):
    for moment in told(text):
        assert moment.span is None or "31" not in moment.span.of(text)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:00-12:00"])
def test_the_ends_of_the_calendar_do_not_break_it(published, told):
    text = (
        "Overnight, last week, two years ago, last month, tomorrow, the past week, since Friday, at 3 p.m. Moscow time, in two days' time."
    )
    for moment in told(text, published=published):
        assert moment.start is None or moment.end is None or moment.start <= moment.end


# --- zones ----------------------------------------------------------------------------------------------------------------------------


def place(at, name, country, *admin, use=Use.LOCATION):
    return Place(
        id=f"p-{at}",
        document="d",
        span=Span(*at),
        name=name,
        lat=0.0,
        lon=0.0,
        geonames_id=None,
        kind=PlaceKind.SETTLEMENT,
        use=use,
        country=country,
        admin=admin,
        precision=Precision.SETTLEMENT,
        confidence=0.9,
    )


def test_a_zone_named_in_the_text_goes_before_that_of_the_outlet(told):
    first, *_ = told("It fell at 3 a.m. Moscow time.", outlet_zone="Europe/Paris")
    assert (first.start.isoformat(), first.zone_from) == ("2024-05-14T03:00:00+03:00", ZoneFrom.TEXT)


def test_the_zone_of_the_outlet_goes_before_that_of_the_place(told):
    text = "In Samara it fell at 3 a.m. on Monday."
    found = told(text, outlet_zone="Europe/Paris", places=(place((3, 9), "Samara", "RU", "Russia", "Samara Oblast"),))
    assert (found[0].start.isoformat(), found[0].zone_from) == ("2024-05-13T03:00:00+02:00", ZoneFrom.OUTLET)


def test_the_zone_of_the_place_goes_before_the_offset_of_publication(told):
    text = "In Samara it fell at 3 a.m. on Monday."
    found = told(text, places=(place((3, 9), "Samara", "RU", "Russia", "Samara Oblast"),))
    assert (found[0].start.isoformat(), found[0].zone_from) == ("2024-05-13T03:00:00+04:00", ZoneFrom.PLACE)


def test_a_country_of_many_zones_tells_none(told):
    text = "In Denver it fell at 3 a.m. on Monday."
    found = told(text, places=(place((3, 9), "Denver", "US", "United States", "Colorado"),))
    assert found[0].zone_from is ZoneFrom.PUBLISHED


def test_an_actor_tells_no_zone(told):
    text = "Warsaw said it fell at 3 a.m. on Monday."
    found = told(text, places=(place((0, 6), "Warsaw", "PL", "Poland", use=Use.ACTOR),))
    assert found[0].zone_from is ZoneFrom.PUBLISHED


def test_local_time_is_that_of_the_place_even_where_the_outlet_has_a_zone(told):
    text = "A shed burned in Kazan.\n\nIt was hit at 3 a.m. local time."
    found = told(text, outlet_zone="Europe/Paris", places=(place((17, 22), "Kazan", "RU", "Russia", "Tatarstan"),))
    assert (found[0].start.isoformat(), found[0].zone_from) == ("2024-05-14T03:00:00+03:00", ZoneFrom.PLACE)


def test_summer_and_winter_time_are_those_of_the_day(told):
    text = "It burned on 10 January 2024 and on 10 July 2023 in Kyiv."
    found = told(text, places=(place((50, 54), "Kyiv", "UA", "Ukraine"),))
    assert [m.start.isoformat() for m in found[:2]] == ["2024-01-10T00:00:00+02:00", "2023-07-10T00:00:00+03:00"]


def test_a_language_never_implies_a_zone(told):
    found = told("Склад обстріляли о 12:40.", "uk", "2024-05-14T16:30:00-05:00")
    assert found[0].start.isoformat() == "2024-05-14T12:40:00-05:00"


def test_a_bracket_states_the_same_moment_in_another_zone(told):
    text = "It came between 12:40 and 13:40 (between 10:40 and 11:40 Paris time)."
    first, second, _ = told(text, published="2024-03-12T18:00:00+00:00")
    assert second.same_as == first.id
    assert (first.start, first.end) == (second.start, second.end)
    assert first.start.isoformat() == "2024-03-12T12:40:00+03:00"


# --- properties -----------------------------------------------------------------------------------------------------------------------

_WORDS = st.sampled_from(
    (
        "on in at the of from to until since between and ago last next this past March 12 31 2024 2023 12:40 99:99 25.13 31.02.2024 "
        "2024-02-30 Tuesday morning night overnight a.m. pm Moscow time ( ) , - . в ночь на с по до 12 марта среду назад два часа дня "
        "у ніч березня тому годину le du au mars dans la nuit de lundi à mardi il y a deux jours h 40 ??? «Сегодня» \n\n"
    ).split(" ")
)


@settings(max_examples=150, deadline=None)
@given(
    words=st.lists(_WORDS, max_size=30),
    lang=st.sampled_from(LANGUAGES),
    stamp=st.sampled_from([None, "2024-02-29", "2024-03-31T02:30:00+01:00"]),
)
def test_spans_lie_in_the_text_and_intervals_run_forward(words, lang, stamp, told):
    text = " ".join(words)
    found = told(text, lang, stamp)
    assert found == told(text, lang, stamp)
    for moment in found:
        if moment.span:
            assert 0 <= moment.span.start < moment.span.end <= len(text)
            assert moment.span.of(text) == moment.span.of(text).strip()
        for end in (moment.start, moment.end):
            assert end is None or end.tzinfo is not None
        assert moment.start is None or moment.end is None or moment.start <= moment.end


@settings(max_examples=80, deadline=None)
@given(text=st.text(max_size=300), lang=st.sampled_from(LANGUAGES))
def test_no_text_breaks_it(text, lang, told):
    for moment in told(text, lang):
        assert moment.span is None or moment.span.end <= len(text)


@pytest.mark.slow
def test_the_time_it_takes_grows_with_the_text_only(read):
    import time

    def seconds(count):
        reading = read("On 12 March, from 12:40 to 13:40, between 1, 2 and 3 - 4 May " * count)
        began = time.process_time()
        moments(reading, lexicon("en"))
        return time.process_time() - began

    seconds(10)
    assert min(seconds(1600) for _ in range(3)) < 8 * max(seconds(400), 0.02)  # the least of three: other work on the machine slows one
