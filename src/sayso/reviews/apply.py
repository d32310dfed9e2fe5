"""The applying of judgements: annotations as people have corrected them, and the pairs that they joined or kept apart."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sayso.record.annotation import Annotation
from sayso.record.claim import Claim, Speaker
from sayso.record.judgement import Judgement
from sayso.record.method import Method
from sayso.record.place import Place
from sayso.record.report import Report

Named = Callable[[str, date | None], Speaker]
Placed = Callable[[Place, float, float, str], Place]
_IS = "is "


def applied(annotation: Annotation, judgements: Iterable[Judgement], *, speaker_of: Named, place_of: Placed) -> Annotation:
    """The annotation with the speakers and places that people chose; claims that they say are none are left out.

    `judgements` are settled and standing. `speaker_of` makes a speaker of a name or id on a day, `place_of` a place of a toponym at a point
    of some name. A choice of place holds for every mention of the document that was taken for the same place under that name.
    """
    said = {judgement.about: judgement for judgement in judgements}
    for claim in annotation.claims:
        if judgement := said.get(f"speaker:{claim.id}"):
            annotation = _spoken(annotation, claim, judgement, speaker_of)
    for place in annotation.places:
        if judgement := said.get(f"place:{place.id}"):
            annotation = _set(annotation, place, judgement, place_of)
    return annotation


def decided(judgements: Iterable[Judgement], reports: Iterable[Report]) -> tuple[Judgement, ...]:
    """The judgements on two events as such on every two reports of them: what grouping takes."""
    of_event: dict[str, list[str]] = {}
    for report in reports:
        of_event.setdefault(report.event, []).append(report.id)
    found = []
    for judgement in judgements:
        kind, _, names = judgement.about.partition(":")
        first, _, second = names.partition(":")
        if kind == "pair":
            for a, b in ((a, b) for a in of_event.get(first, ()) for b in of_event.get(second, ())):
                found.append(replace(judgement, about=f"pair:{min(a, b)}:{max(a, b)}"))
    return tuple(found)


def point_of(verdict: str) -> tuple[float, float, str] | None:
    """(latitude, longitude, name) of the verdict that a place is at a point; None for any other verdict.

    >>> point_of("is 48.1000,38.4000 Kamenka")
    (48.1, 38.4, 'Kamenka')
    """
    point, _, name = verdict.removeprefix(_IS).partition(" ")
    lat, _, lon = point.partition(",")
    try:
        found = float(lat), float(lon)
    except ValueError:
        return None
    return (*found, name) if verdict.startswith(_IS) and name and abs(found[0]) <= 90 and abs(found[1]) <= 180 else None


def speaker_named(verdict: str) -> str | None:
    """The name or id in the verdict that somebody is the speaker; None for any other verdict.

    >>> speaker_named("is Anselm Deyl"), speaker_named("none")
    ('Anselm Deyl', None)
    """
    return verdict.removeprefix(_IS) if verdict.startswith(_IS) else None


def _spoken(annotation: Annotation, claim: Claim, judgement: Judgement, speaker_of: Named) -> Annotation:
    if judgement.verdict == "none":
        return _without(annotation, claim)
    named = speaker_named(judgement.verdict)
    speaker = claim.speaker
    if named is not None:
        speaker = speaker_of(named, annotation.document.day)
    elif judgement.verdict == "unknown":
        speaker = None
    corrected = replace(claim, speaker=speaker, confidence=1.0, method=_method(judgement))
    return replace(annotation, claims=tuple(corrected if c.id == claim.id else c for c in annotation.claims))


def _without(annotation: Annotation, claim: Claim) -> Annotation:
    """The annotation without a claim; what was in it is nobody's, and in no report while the document has other claims."""
    gone = claim.id
    return replace(
        annotation,
        claims=tuple(replace(c, denied=None) if c.denied == gone else c for c in annotation.claims if c.id != gone),
        events=tuple(
            replace(event, claims=tuple(key for key in event.claims if key != gone)) if gone in event.claims else event
            for event in annotation.events
        ),
        figures=tuple(replace(figure, claim=None) if figure.claim == gone else figure for figure in annotation.figures),
    )


def _set(annotation: Annotation, judged: Place, judgement: Judgement, place_of: Placed) -> Annotation:
    def taken(place: Place) -> Place:
        if (place.name, place.lat, place.lon) != (judged.name, judged.lat, judged.lon):
            return place
        if judgement.verdict == "unknown":
            place = replace(place, lat=None, lon=None, geonames_id=None, admin=(), country=None, precision=None, radius_km=None)
        elif point := point_of(judgement.verdict):
            place = place_of(place, *point)
        return replace(place, confidence=1.0, rivals=(), method=_method(judgement))

    return replace(annotation, places=tuple(taken(place) for place in annotation.places))


def _method(judgement: Judgement) -> Method:
    return Method(name="judgement", version=judgement.by, digest=judgement.id)


def by_document(judgements: Sequence[Judgement]) -> Mapping[str, tuple[Judgement, ...]]:
    """The judgements on what stands in one document, by its id."""
    found: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        if judgement.document is not None and judgement.kind != "pair":
            found.setdefault(judgement.document, []).append(judgement)
    return {key: tuple(those) for key, those in found.items()}
