"""Reviews: what people are asked, and what becomes of their answers."""

from dataclasses import replace
from datetime import date

from making import incident, tally

from sayso.findings.tallies import tally_contests
from sayso.record.annotation import Annotation
from sayso.record.claim import Attribution, Claim, Manner, Speaker, Stance
from sayso.record.document import document
from sayso.record.figure import Figure, FigureStatus, Unit
from sayso.record.judgement import Judgement
from sayso.record.place import Place, PlaceKind, Precision, Rival, Use
from sayso.reviews.questions import questions
from sayso.reviews.settle import settle
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


def test_a_judged_question_is_not_asked_again():
    said = Judgement(id="j", about="speaker:c1", verdict="mayor", by="editor", at="2031-05-05")
    assert [q.about for q in questions([READ], [], judgements=[said])] == ["speaker:c2"]


def test_a_place_with_an_equal_rival_is_asked_about_where_an_incident_rests_on_it():
    resting = incident([{"document": DOC.id}])
    resting = replace(resting, reports=(replace(resting.reports[0], place=KAMENKA),))
    assert "place:p1" in {q.about for q in questions([READ], [resting])}
    assert "place:p1" not in {q.about for q in questions([READ], [])}


def test_pairs_near_the_threshold_and_contests_without_scope_are_asked_about():
    told = incident([{"speaker": "A"}, {"speaker": "B"}])
    a, b = (report.id for report in told.reports)
    contests = tally_contests([tally("A", 100), tally("B", 60)])
    found = {q.about.split(":")[0] for q in questions([], [told], contests, pairs=[(a, b, 0.2)])}
    assert found == {"pair", "scope"}
    assert questions([], [told], pairs=[(a, b, 4.0)]) == ()


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
