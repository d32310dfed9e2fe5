"""Reviews: what people are asked, and what becomes of their answers."""

from dataclasses import replace
from datetime import date

import pytest
from making import incident

from sayso.record.annotation import Annotation
from sayso.record.claim import Attribution, Claim, Manner, Speaker, Stance
from sayso.record.document import document
from sayso.record.event import Actuality, Event, Kind
from sayso.record.figure import Figure, FigureStatus, Unit
from sayso.record.judgement import Anchor, Judgement
from sayso.record.place import Place, PlaceKind, Precision, Rival, Use
from sayso.reviews.apply import applied, decided
from sayso.reviews.questions import questions
from sayso.reviews.settle import settle, standing
from sayso.text.span import Span

TEXT = "He said forty were killed in Kamenka. A guard claimed that one was hurt."
DOC = document(TEXT, outlet="Gazette", published=date(2031, 5, 4))


def claim(name, start, end, *, speaker=None, confidence=0.9):
    return Claim(
        id=name,
        document=DOC.id,
        source=(Span(start, start + 2),),
        cue=(),
        content=(Span(start + 8, end),),
        speaker=speaker,
        relays=(),
        stance=Stance.ASSERTS,
        manner=Manner.INDIRECT,
        attribution=Attribution.EXPLICIT,
        confidence=confidence,
    )


def figure(name, low, of):
    status = FigureStatus.CLAIMED
    return Figure(id=name, document=DOC.id, span=Span(8, 13), low=low, high=low, approx=False, unit=Unit.KILLED, status=status, claim=of)


KAMENKA = Place(
    id="p1",
    document=DOC.id,
    span=Span(29, 36),
    name="Kamenka",
    lat=50.5,
    lon=36.2,
    geonames_id=None,
    kind=PlaceKind.SETTLEMENT,
    use=Use.LOCATION,
    precision=Precision.SETTLEMENT,
    confidence=0.5,
    rivals=(Rival(name="Kamenka", lat=48.1, lon=38.4, confidence=0.45),),
)
READ = Annotation(
    document=DOC,
    lang="en",
    claims=(claim("c1", 0, 36), claim("c2", 38, 71, speaker=Speaker(id=None, name="a guard"), confidence=0.3)),
    figures=(figure("f1", 40, "c1"), figure("f2", 1, "c2")),
    places=(KAMENKA,),
)


def test_the_question_that_moves_most_people_comes_first():
    found = questions([READ], [])
    assert [(q.about, q.effect) for q in found] == [("speaker:c1", 41.0), ("speaker:c2", 2.0)]
    assert found[0].quote == TEXT[found[0].span.start : found[0].span.end]


@pytest.mark.parametrize(
    ("lang", "name", "named"),
    [
        ("ru", "по-разному", False),
        ("ru", "затем официально", False),
        ("ru", "они", False),
        ("uk", "по-різному", False),
        ("uk", "він також", False),
        ("en", "also", False),
        ("en", "they repeatedly", False),
        ("fr", "officiellement", False),
        ("fr", "elle", False),
        ("en", "27", False),
        ("en", "", False),
        ("ru", "министерство", True),
        ("ru", "жители села", True),
        ("uk", "посольство", True),
        ("en", "the family", True),
        ("en", "an ally", True),
        ("fr", "le gouvernement", True),
        ("ru", "Он", True),
        ("de", "a guard", True),
        (None, "a guard", True),
    ],
)
def test_nobody_is_asked_whether_what_is_no_name_speaks(lang, name, named):
    told = claim("c1", 0, 36, speaker=Speaker(id=None, name=name), confidence=0.3)
    (asked,) = questions([replace(READ, lang=lang, claims=(told,))], [])
    assert asked.text == (f"Who says this: is it “{name}”?" if named else "Who says this?")
    assert [option.verdict for option in asked.options] == ([*(["right"] if named else []), "unknown", "none"])


def test_an_actor_of_the_pack_is_named_whatever_his_name():
    told = claim("c1", 0, 36, speaker=Speaker(id="a-1", name="also"), confidence=0.3)
    assert questions([replace(READ, claims=(told,))], [])[0].text == "Who says this: is it “also”?"


def test_a_judged_question_is_not_asked_again():
    said = Judgement(id="j", about="speaker:c1", verdict="mayor", by="editor", at="2031-05-05")
    assert [q.about for q in questions([READ], [], judgements=[said])] == ["speaker:c2"]


def test_a_place_with_an_equal_rival_is_asked_about_where_an_incident_rests_on_it():
    resting = incident([{"document": DOC.id}])
    resting = replace(resting, reports=(replace(resting.reports[0], place=KAMENKA),))
    assert "place:p1" in {q.about for q in questions([READ], [resting])}
    assert "place:p1" not in {q.about for q in questions([READ], [])}


def event(name, start, end):
    return Event(
        id=name,
        document=DOC.id,
        kind=Kind.KILLING,
        actuality=Actuality.HAPPENED,
        trigger=Span(start, end),
        sentence=Span(0, 37),
    )


EVENTS = (event("e1", 19, 25), event("e2", 67, 71))


def told_twice():
    told = incident([{"document": DOC.id}, {"document": DOC.id}])
    return replace(told, reports=tuple(replace(r, event=e.id) for r, e in zip(told.reports, EVENTS, strict=True)))


def test_the_closest_pair_near_the_threshold_is_asked_about_with_both_its_words():
    told, read = told_twice(), replace(READ, claims=(), events=EVENTS)
    a, b = (report.id for report in told.reports)
    (asked,) = questions([read], [told], pairs=[(a, b, 0.2)])
    assert (asked.about, asked.quote, asked.other.quote) == ("pair:e1:e2", "killed", "hurt")
    assert questions([read], [told], pairs=[(a, b, 4.0)]) == ()


def test_a_pair_that_was_judged_gives_way_to_the_next_one():
    told, read = told_twice(), replace(READ, claims=(), events=EVENTS)
    a, b = (report.id for report in told.reports)
    said = Judgement(id="j", about="pair:e1:e2", verdict="same", by="editor", at="2031-05-05")
    assert questions([read], [told], pairs=[(a, b, 0.2)], judgements=[said]) == ()


def judgement(about, span, quote=None, document_id=DOC.id):
    return Judgement(
        id=about, about=about, verdict="x", by="editor", at="2031-05-05", document=document_id, span=span, quote=quote or span.of(TEXT)
    )


def test_a_judgement_moves_to_the_claim_that_now_holds_its_words():
    old = judgement("speaker:old", Span(8, 30))
    found = settle([old], [READ])
    assert [j.about for j in found.judgements] == ["speaker:c1"]
    assert found.orphans == ()


def test_a_judgement_finds_its_words_where_they_moved_to():
    quote = "forty were killed in Kamenka"
    found = settle([judgement("speaker:old", Span(0, len(quote)), quote)], [READ])
    assert [(j.about, j.span.of(TEXT)) for j in found.judgements] == [("speaker:c1", quote)]


def test_a_judgement_whose_words_or_document_are_gone_is_an_orphan():
    gone = [
        judgement("speaker:a", Span(8, 30), "words that were edited away"),
        judgement("speaker:b", Span(8, 30), document_id="d-gone"),
        judgement("place:c", Span(40, 60)),
    ]
    found = settle(gone, [READ])
    assert found.judgements == ()
    assert {j.id for j in found.orphans} == {"speaker:a", "speaker:b", "place:c"}


def test_a_judgement_without_a_document_stays():
    said = Judgement(id="j", about="pair:a:b", verdict="same", by="editor", at="2031-05-05")
    assert settle([said], []).judgements == (said,)


def test_a_record_that_kept_its_id_keeps_its_judgement_where_several_share_the_words():
    twins = replace(READ, events=(event("e1", 19, 25), event("e9", 19, 25), event("e2", 67, 71)))
    said = replace(judgement("pair:e1:e2", Span(19, 25)), other=Anchor(document=DOC.id, span=Span(67, 71), quote="hurt"))
    assert [j.about for j in settle([said], [twins]).judgements] == ["pair:e1:e2"]


def test_a_pair_finds_its_two_events_after_a_new_reading_and_is_an_orphan_without_one_of_them():
    said = replace(judgement("pair:old:older", Span(19, 25)), other=Anchor(document=DOC.id, span=Span(67, 71), quote="hurt"))
    assert [j.about for j in settle([said], [replace(READ, events=EVENTS)]).judgements] == ["pair:e1:e2"]
    assert settle([said], [replace(READ, events=EVENTS[:1])]).orphans == (said,)


def test_the_last_judgement_stands_and_a_withdrawal_takes_all_back():
    first, second = (replace(judgement("speaker:c1", Span(8, 30)), id=f"j{n}", at=f"2031-05-0{n}", verdict=f"is {n}") for n in (1, 2))
    assert standing([second, first]) == (second,)
    assert standing([first, second, replace(first, id="j3", at="2031-05-03", verdict="withdrawn")]) == ()


def corrected(*judgements):
    def speaker_of(name, on):
        return Speaker(id=None, name=name)

    def place_of(place, lat, lon, name):
        return replace(place, lat=lat, lon=lon, name=name)

    return applied(READ, judgements, speaker_of=speaker_of, place_of=place_of)


def test_a_named_speaker_speaks_and_the_machine_can_be_confirmed():
    made = corrected(
        replace(judgement("speaker:c1", Span(8, 36)), verdict="is Mayor Lant"),
        replace(judgement("speaker:c2", Span(46, 71)), verdict="right"),
    )
    assert [(c.speaker.name, c.confidence, c.method.name) for c in made.claims] == [
        ("Mayor Lant", 1.0, "judgement"),
        ("a guard", 1.0, "judgement"),
    ]


def test_what_is_no_claim_is_left_out_with_its_figures():
    made = corrected(replace(judgement("speaker:c1", Span(8, 36)), verdict="none"))
    assert [c.id for c in made.claims] == ["c2"]
    assert [f.claim for f in made.figures] == [None, "c2"]


def test_a_chosen_rival_is_the_place_and_an_unknown_one_has_no_point():
    made = corrected(replace(judgement("place:p1", KAMENKA.span), verdict="is 48.1000,38.4000 Kamenka"))
    assert [(p.lat, p.lon, p.rivals) for p in made.places] == [(48.1, 38.4, ())]
    made = corrected(replace(judgement("place:p1", KAMENKA.span), verdict="unknown"))
    assert [(p.name, p.lat) for p in made.places] == [("Kamenka", None)]


def test_a_judgement_on_two_events_is_one_on_every_two_reports_of_them():
    told = told_twice()
    a, b = sorted(report.id for report in told.reports)
    said = Judgement(id="j", about="pair:e1:e2", verdict="different", by="editor", at="2031-05-05")
    assert [(j.about, j.verdict) for j in decided([said], told.reports)] == [(f"pair:{a}:{b}", "different")]
