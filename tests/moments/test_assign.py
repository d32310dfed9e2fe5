"""The dating of events."""

import pytest

from sayso.lexicon.language import lexicon
from sayso.moments.assign import assign
from sayso.moments.moments import moments
from sayso.record.claim import Attribution, Claim, Manner, Stance
from sayso.record.event import Actuality, Event, Kind
from sayso.text.span import Span


def event(reading, trigger, *, claims=(), actuality=Actuality.HAPPENED):
    start = reading.text.index(trigger)
    sentence = next(s for s in reading.sentences if s.start <= start < s.end)
    return Event(
        id=f"e-{start}",
        document="d",
        kind=Kind.SHELLING,
        actuality=actuality,
        trigger=Span(start, start + len(trigger)),
        sentence=sentence,
        claims=tuple(claims),
    )


def claim(text, cue, content):
    at, where = text.index(cue), text.index(content)
    return Claim(
        id="c-1",
        document="d",
        source=(),
        cue=(Span(at, at + len(cue)),),
        content=(Span(where, where + len(content)),),
        speaker=None,
        relays=(),
        stance=Stance.ASSERTS,
        manner=Manner.INDIRECT,
        attribution=Attribution.EXPLICIT,
        confidence=1.0,
    )


def dated(read, text, trigger, *, lang="en", saying=None, actuality=Actuality.HAPPENED, published="2024-05-14T16:30:00+03:00"):
    """The words that date the event of a trigger; "assumed" for the day of publication."""
    reading = read(text, lang, published)
    claims = (claim(text, *saying),) if saying else ()
    one = event(reading, trigger, claims=[c.id for c in claims], actuality=actuality)
    found = moments(reading, lexicon(lang))
    pairs = dict(assign(reading, (one,), found, claims))
    chosen = next((m for m in found if m.id == pairs.get(one.id)), None)
    return None if chosen is None else "assumed" if chosen.span is None else chosen.span.of(text)


def test_the_moment_of_the_same_clause_dates_an_event(read):
    text = "The mill was shelled on Friday, and the bridge was bombed on Sunday."
    assert dated(read, text, "shelled") == "on Friday"
    assert dated(read, text, "bombed") == "on Sunday"


def test_the_hour_of_saying_does_not_date_what_was_said(read):
    text = "The mayor said on Tuesday that the mill was shelled on Friday."
    assert dated(read, text, "shelled", saying=("said", "the mill was shelled on Friday")) == "on Friday"


def test_the_hour_of_saying_will_do_where_the_content_tells_none(read):
    text = "The mayor said on Monday that the mill was shelled."
    assert dated(read, text, "shelled", saying=("said", "the mill was shelled")) == "on Monday"


@pytest.mark.parametrize(
    ("lang", "text", "trigger", "expected"),
    [
        ("ru", "Село накрыли огнем в субботу. Обстрел начался с севера.", "Обстрел", "в субботу"),
        ("uk", "Село накрили вогнем у суботу. Обстріл почався з півночі.", "Обстріл", "у суботу"),
        ("fr", "Le village a été visé samedi. Les tirs venaient du nord.", "tirs", "samedi"),
    ],
)
def test_the_sentence_before_dates_an_event_whose_own_tells_nothing(lang, text, trigger, expected, read):
    assert dated(read, text, trigger, lang=lang) == expected


def test_an_event_that_nothing_dates_has_the_assumed_day(read):
    assert dated(read, "The mill was shelled.", "shelled") == "assumed"
    assert dated(read, "The mill was shelled.", "shelled", published=None) is None


def test_a_vote_ahead_does_not_date_what_happened(read):
    text = "The mill was shelled, days before the vote of 17 to 19 May."
    assert dated(read, text, "shelled") == "assumed"


def test_a_bracket_gives_way_to_the_moment_that_it_tells_again(read):
    text = "The drones came between 12:40 and 13:40 (between 10:40 and 11:40 Paris time), and four were downed."
    assert dated(read, text, "downed") == "between 12:40 and 13:40"


def test_an_hour_does_not_date_the_next_sentence(read):
    text = "Drones came between 12:40 and 13:40. In another town the mill was shelled."
    assert dated(read, text, "shelled") == "assumed"


def test_a_stretch_of_another_clause_dates_nothing(read):
    text = "One agency counts 60 killed; the other has a hundred since 10 May."
    assert dated(read, text, "killed") == "assumed"


def test_a_plan_has_no_assumed_day(read):
    assert dated(read, "They may shell the mill.", "shell", actuality=Actuality.PLANNED) is None


def test_of_a_day_and_its_hour_the_hour_dates_the_event(read):
    text = "The mill was shelled on Monday, at about 1 p.m. local time, the mayor said."
    assert dated(read, text, "shelled") == "at about 1 p.m. local time"
