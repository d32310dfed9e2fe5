"""Tallies: totals that are compared, and never summed."""

from dataclasses import replace
from datetime import date

from making import tally

from sayso.findings.tallies import tallies, tally_contests
from sayso.record.annotation import Annotation
from sayso.record.claim import Attribution, Claim, Manner, Speaker, Stance
from sayso.record.document import document
from sayso.record.event import Actuality, Event, Kind
from sayso.record.figure import Figure, FigureStatus, Scope, Unit
from sayso.text.span import Span

TEXT = "Since March 340 enemy soldiers were killed and 12 guns destroyed, the ministry said. Two cows were hurt."


def annotated(outlet="Gazette"):
    doc = document(TEXT, outlet=outlet, published=date(2031, 5, 4))
    speaker = Speaker(id="mod", name="Ministry")
    claim = Claim(
        id=f"c{outlet}",
        document=doc.id,
        source=(),
        cue=(),
        content=(Span(0, 65),),
        speaker=speaker,
        relays=(),
        stance=Stance.ASSERTS,
        manner=Manner.INDIRECT,
        attribution=Attribution.EXPLICIT,
        confidence=1.0,
    )

    def figure(name, start, low, unit, status, scope, mine):
        return Figure(
            id=f"{name}{outlet}",
            document=doc.id,
            span=Span(start, start + 3),
            low=low,
            high=low,
            approx=False,
            unit=unit,
            status=status,
            scope=scope,
            since="2031-03-01" if mine else None,
            cumulative=mine,
            claim=claim.id if mine else None,
        )

    figures = (
        figure("killed", 12, 340, Unit.KILLED, FigureStatus.CLAIMED, Scope.PERIOD, True),
        figure("guns", 47, 12, Unit.ARTILLERY, FigureStatus.DESTROYED, Scope.PERIOD, True),
        figure("cows", 85, 2, Unit.OTHER, FigureStatus.OTHER, Scope.UNSTATED, False),
    )
    event = Event(
        id="e", document=doc.id, kind=Kind.TALLY, actuality=Actuality.HAPPENED, trigger=Span(38, 44), sentence=Span(0, 84), figures=()
    )
    return Annotation(document=doc, lang="en", claims=(claim,), events=(event,), figures=figures)


def test_totals_are_found_with_their_speaker_and_words():
    found = tallies([annotated()])
    assert sorted((t.unit.value, t.low, t.speaker.name) for t in found) == [("artillery", 12, "Ministry"), ("killed", 340, "Ministry")]
    assert all(t.evidence[0].quote == TEXT[:65] for t in found)


def test_the_same_total_in_two_papers_is_one_with_both_as_evidence():
    found = tallies([annotated("Gazette"), annotated("Herald")])
    assert len(found) == 2
    assert all(len(t.evidence) == 2 for t in found)
    assert tallies([annotated("Herald"), annotated("Gazette")]) == found


def test_two_agencies_with_other_totals_contest_and_the_scope_is_noted():
    killed = [tally("RN", 100, since="2031-05-02", scope="period"), tally("TS", 60, approx=True)]
    tanks = [tally(who, n, unit="tank", status="destroyed", scope="unstated") for who, n in (("RN", 6), ("TS", 5))]
    found = tally_contests([*killed, *tanks])
    assert [(c.about, c.between, c.note) for c in found] == [
        ("killed", (("RN", "100"), ("TS", "about 60")), "scope: unstated"),
        ("tank destroyed", (("RN", "6"), ("TS", "5")), "scope: unstated"),
    ]
    assert tally_contests(reversed([*killed, *tanks])) == found


def test_totals_over_other_periods_do_not_contest():
    told = [tally("A", 100, since="2031-05-02", scope="period"), tally("B", 4000, since="2031-01-01", scope="period")]
    assert tally_contests(told) == ()


def test_totals_of_two_parties_do_not_contest():
    assert tally_contests([tally("A", 100, party="North"), tally("B", 4, party="South")]) == ()


def test_a_running_total_that_grows_is_a_revision_and_old_ones_do_not_contest():
    days = {"old": date(2031, 5, 1), "new": date(2031, 5, 20), "other": date(2031, 5, 20)}
    running = [
        tally("A", 100, since="2031-01-01", scope="war", document="old"),
        tally("A", 250, since="2031-01-01", scope="war", document="new"),
    ]
    other = tally("B", 250, since="2031-01-01", scope="war", document="other")
    assert tally_contests([*running, other], days) == ()


def test_a_running_total_whose_party_is_not_stated_is_of_the_only_one_that_the_speaker_counts():
    days = {"old": date(2031, 5, 1), "new": date(2031, 5, 2)}
    running = [tally("A", 100, party="North", document="old"), tally("A", 250, document="new")]
    other = tally("B", 250, party="North", document="new")
    assert tally_contests([*running, other], days) == ()
    (contest,) = tally_contests([*running, tally("A", 3, party="South", document="old"), other], days)
    assert contest.between == (("A", "100"), ("B", "250"))


def test_a_speaker_with_more_in_a_part_than_in_the_whole_contradicts_himself():
    whole = tally("A", 100, since="2031-05-01", until="2031-05-10", scope="period")
    part = tally("A", 140, since="2031-05-04", until="2031-05-08", scope="period")
    (contest,) = tally_contests([whole, part])
    assert contest.note == "the speaker contradicts his own total"
    assert contest.between == (("A", "100 since 2031-05-01"), ("A", "140 since 2031-05-04"))
    fewer = tally("A", 40, since="2031-05-04", until="2031-05-08", scope="period")
    assert tally_contests([whole, fewer]) == ()
    assert len(tally_contests([replace(whole, party="North"), part])) == 1
    assert tally_contests([replace(whole, party="North"), replace(part, party="South")]) == ()


def test_the_parts_of_a_speakers_total_are_not_set_against_anothers():
    parts = [tally("Ministry", n) for n in (60, 45, 100, 234)]
    (contest,) = tally_contests([*parts, tally("TS", 60, approx=True, document="e")])
    assert contest.between == (("Ministry", "234"), ("TS", "about 60"))


def test_the_enemy_may_be_any_party():
    (contest,) = tally_contests([tally("A", 100, party="enemy"), tally("B", 60, party="North")])
    assert contest.about == "killed North"


def test_a_total_of_nobody_in_particular_contests_nothing():
    assert tally_contests([replace(tally("A", 100), speaker=None), tally("B", 60)]) == ()


def total(outlet, low, who="Agency", *, since=None, status=FigureStatus.DESTROYED, unit=Unit.TANK):
    """An annotation whose one figure is a total of a speaker's."""
    given = annotated(outlet)
    claim = replace(given.claims[0], speaker=Speaker(id=who.casefold(), name=who) if who else None)
    figure = replace(given.figures[0], low=low, high=low, unit=unit, status=status, since=since, cumulative=True)
    return replace(given, claims=(claim,), figures=(figure,), events=())


def beside(first, second):
    """One annotation with the figures of two."""
    other = replace(second.figures[0], id="second")
    return replace(first, figures=(*first.figures, other))


def test_the_same_number_relayed_by_five_papers_is_one_total_of_its_speaker():
    told = [total(f"Paper {n}", 6, since="2031-05-02" if n < 4 else None) for n in range(5)]
    (found,) = tallies(told)
    assert (found.low, found.since, len(found.evidence)) == (6, "2031-05-02", 5)


def test_a_period_that_only_one_of_several_papers_gives_is_not_the_totals():
    (found,) = tallies([total(f"Paper {n}", 6, since="2031-05-02" if n == 0 else None) for n in range(3)])
    assert found.since is None


def test_two_periods_are_two_totals():
    assert len(tallies([total("A", 6, since="2031-05-02"), total("B", 6, since="2031-04-02")])) == 2


def test_a_total_of_nobody_named_goes_with_the_speaker_who_gives_it():
    (found,) = tallies([total("A", 6, since="2031-05-02"), total("B", 6, who=None)])
    assert (found.speaker.name, len(found.evidence)) == ("Agency", 2)
    assert len(tallies([total("A", 6), total("B", 7, who=None)])) == 2


def test_a_total_of_nobody_named_that_two_speakers_give_is_nobodys():
    found = tallies([total("A", 6, who="One"), total("C", 6, who="Two"), total("B", 6, who=None)])
    assert [t.speaker.name if t.speaker else None for t in sorted(found, key=lambda t: str(t.speaker))].count(None) == 1


def test_a_count_beside_a_larger_one_of_the_same_speaker_is_a_part_of_it():
    (found,) = tallies([beside(total("A", 234, unit=Unit.KILLED), total("A", 60, unit=Unit.KILLED))])
    assert found.low == 234
    two = tallies([beside(total("A", 234, unit=Unit.KILLED), total("A", 60, unit=Unit.KILLED, since="2031-05-03"))])
    assert len(two) == 2
