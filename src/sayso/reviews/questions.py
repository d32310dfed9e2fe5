"""The questions: what a machine is not certain of, the largest effect on published numbers first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso import ids
from sayso.record.annotation import Annotation
from sayso.record.claim import Attribution, Claim
from sayso.record.event import Event
from sayso.record.figure import Figure, Unit
from sayso.record.incident import Incident
from sayso.record.judgement import Anchor, Judgement, Option, Question
from sayso.record.place import Place, Rival
from sayso.record.report import Report
from sayso.reviews.naming import is_named

_PEOPLE = (Unit.KILLED, Unit.WOUNDED, Unit.CAPTURED, Unit.MISSING)
_UNSURE = 0.5  # of a claim: below this a person is asked
_NEAR = 0.2  # of a place: a rival that is not less likely by more than this makes a person be asked
_CLOSE = 1.0  # log-odds around the threshold within which a pair is asked about


def questions(
    annotations: Iterable[Annotation],
    incidents: Sequence[Incident],
    *,
    pairs: Iterable[tuple[str, str, float]] = (),
    judgements: Sequence[Judgement] = (),
) -> tuple[Question, ...]:
    """The open questions, sorted by effect (larger first), then id; those with a judgement are left out.

    Asked are: who speaks, where no speaker was found or the claim is unsure; where it was, where a rival of the place of an incident is as
    likely; whether two reports are one incident, for `pairs` (report id, report id, log-odds above the threshold) near the threshold: of
    any two incidents, and within one, the closest pair. The effect of a question is the people (and a tenth of the things) that the
    figures it touches count, plus one.
    """
    read = {a.document.id: a for a in sorted(annotations, key=lambda a: a.document.id)}
    reports = {r.id: (r, incident) for incident in incidents for r in incident.reports}
    resting: dict[str, Incident] = {r.place.id: incident for r, incident in reports.values() if r.place is not None}
    found: list[Question] = []
    for annotation in read.values():
        found += [about_claim(annotation, claim) for claim in annotation.claims if _unsure(claim)]
        found += _places(annotation, resting)
    judged = {judgement.about for judgement in judgements}
    found = [question for question in found if question.about not in judged]
    found += _pairs(read, reports, pairs, judged)
    unique = {question.id: question for question in found}
    return tuple(sorted(unique.values(), key=lambda question: (-question.effect, question.id)))


def weight(figures: Iterable[Figure]) -> float:
    """The effect of figures: people count one each, things a tenth.

    >>> weight(())
    1.0
    """
    told: dict[Unit, float] = {}
    for figure in figures:
        told[figure.unit] = max(told.get(figure.unit, 0.0), figure.high if figure.high is not None else figure.low)
    return round(1.0 + sum(n if unit in _PEOPLE else n / 10 for unit, n in told.items()), 3)


def about_claim(annotation: Annotation, claim: Claim) -> Question:
    """The question who says a claim, whether the machine is certain of it or not.

    Where what the machine took for the speaker is no name, nobody is asked whether it is he.
    """
    span = max(claim.content, key=lambda s: s.length, default=min((*claim.source, *claim.cue), default=None))
    name = claim.speaker.name if claim.speaker and is_named(claim.speaker, annotation.lang) else None
    asked = f"Who says this: is it “{name}”?" if name else "Who says this?"  # a name as it stands, in whatever language
    options = [Option(verdict="right", label=f"Yes, “{name}”")] if name else []
    options += [
        Option(verdict="unknown", label="The text does not tell who says it"),
        Option(verdict="none", label="Nobody: this is no claim of anybody"),
    ]
    return Question(
        id=ids.make("q", "speaker", claim.id),
        about=f"speaker:{claim.id}",
        text=asked,
        effect=weight(f for f in annotation.figures if f.claim == claim.id),
        document=annotation.document.id,
        span=span,
        quote=span.of(annotation.document.text) if span else "",
        options=tuple(options),
        free="the speaker's name, or an id of the conflict's pack",
    )


def about_place(annotation: Annotation, place: Place, figures: Iterable[Figure] = ()) -> Question:
    """The question which place of that name is meant; `figures` are those of the incident that rests on it."""
    options = [Option(verdict="right", label=where(place.name, place.admin, place.lat, place.lon))] if place.lat is not None else []
    options += [Option(verdict=chosen(rival), label=where(rival.name, (), rival.lat, rival.lon)) for rival in place.rivals]
    options.append(Option(verdict="unknown", label="It cannot be told, or it is none of these"))
    return Question(
        id=ids.make("q", "place", place.id),
        about=f"place:{place.id}",
        text=f"Which {place.name} is this?",
        effect=weight(figures),
        document=annotation.document.id,
        span=place.span,
        quote=place.span.of(annotation.document.text),
        options=tuple(options),
    )


def chosen(rival: Rival) -> str:
    """The verdict that a rival is the place.

    >>> chosen(Rival(name="Kamenka", lat=48.1, lon=38.4, confidence=0.4))
    'is 48.1000,38.4000 Kamenka'
    """
    return f"is {rival.lat:.4f},{rival.lon:.4f} {rival.name}"


def where(name: str, admin: Sequence[str], lat: float | None, lon: float | None) -> str:
    """A place in words: its name, the divisions it lies in, degrees.

    >>> where("Kamenka", ("Russia", "Kursk Oblast"), 51.0, 36.0)
    'Kamenka, Kursk Oblast, Russia (51.00, 36.00)'
    """
    point = f" ({lat:.2f}, {lon:.2f})" if lat is not None and lon is not None else ""
    return ", ".join(dict.fromkeys((name, *reversed(admin)))) + point


def _unsure(claim: Claim) -> bool:
    if claim.attribution is Attribution.NARRATION:
        return False
    return claim.confidence < _UNSURE or (claim.speaker is None and bool(claim.source))


def _places(annotation: Annotation, resting: Mapping[str, Incident]) -> Iterator[Question]:
    """Places on which incidents rest and whose first rival is nearly as likely; one name of one document is asked about once."""
    asked: set[tuple[str, float | None, float | None]] = set()
    for place in annotation.places:
        if place.id not in resting or not place.rivals or (place.name, place.lat, place.lon) in asked:
            continue
        rival = max(place.rivals, key=lambda r: (r.confidence, r.name))
        if place.confidence - rival.confidence < _NEAR:
            asked.add((place.name, place.lat, place.lon))
            yield about_place(annotation, place, [f for r in resting[place.id].reports for f in r.figures])


def _pairs(
    read: Mapping[str, Annotation],
    reports: Mapping[str, tuple[Report, Incident]],
    pairs: Iterable[tuple[str, str, float]],
    judged: set[str],
) -> Iterator[Question]:
    """Of any two incidents, and within one, the pair of reports nearest to the threshold that nobody has judged."""
    closest: dict[tuple[str, str], tuple[float, str, str]] = {}
    events = {event.id: event for annotation in read.values() for event in annotation.events}
    for a, b, margin in pairs:
        if abs(margin) > _CLOSE or a not in reports or b not in reports:
            continue
        (one, home), (two, away) = reports[a], reports[b]
        if one.event == two.event or one.event not in events or two.event not in events:
            continue
        first, second = sorted((one.event, two.event))
        if f"pair:{first}:{second}" in judged:
            continue
        key = min(home.id, away.id), max(home.id, away.id)
        closest[key] = min(closest.get(key, (9.0, "", "")), (abs(margin), first, second))
    figures: dict[str, list[Figure]] = {}
    for report, _ in reports.values():
        figures.setdefault(report.event, []).extend(report.figures)
    for (home_id, away_id), (_, first, second) in closest.items():
        touched = (*figures.get(first, ()), *figures.get(second, ()))
        yield about_pair(
            (read[events[first].document], events[first]),
            (read[events[second].document], events[second]),
            touched,
            together=home_id == away_id,
        )


def about_pair(
    one: tuple[Annotation, Event], two: tuple[Annotation, Event], figures: Iterable[Figure] = (), *, together: bool = False
) -> Question:
    """The question whether two events are one happening; `together` says that they are taken as one now."""
    (_, first), (_, second) = one, two = sorted((one, two), key=lambda pair: pair[1].id)
    anchor, other = _anchor(*one), _anchor(*two)
    return Question(
        id=ids.make("q", "pair", first.id, second.id),
        about=f"pair:{first.id}:{second.id}",
        text="Do these two really tell of one happening?" if together else "Do these two tell of one happening?",
        effect=weight(figures),
        document=anchor.document,
        span=anchor.span,
        quote=anchor.quote,
        other=other,
        options=(
            Option(verdict="same", label="Yes, one happening"),
            Option(verdict="different", label="No, two happenings"),
            Option(verdict="unknown", label="It cannot be told: leave it as it is"),
        ),
    )


def _anchor(annotation: Annotation, event: Event) -> Anchor:
    return Anchor(document=event.document, span=event.trigger, quote=event.trigger.of(annotation.document.text))
