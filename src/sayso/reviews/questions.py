"""The questions: what a machine is not certain of, the largest effect on published numbers first."""

from collections.abc import Iterable, Mapping, Sequence

from sayso import ids
from sayso.record.annotation import Annotation
from sayso.record.claim import Attribution, Claim
from sayso.record.contest import Contest
from sayso.record.figure import Figure, Unit
from sayso.record.incident import Incident
from sayso.record.judgement import Judgement, Question
from sayso.record.report import Report

_PEOPLE = (Unit.KILLED, Unit.WOUNDED, Unit.CAPTURED, Unit.MISSING)
_UNSURE = 0.5  # of a claim or place: below this a person is asked
_CLOSE = 1.0  # log-odds around the threshold within which a pair is asked about


def questions(
    annotations: Iterable[Annotation],
    incidents: Sequence[Incident],
    contests: Sequence[Contest] = (),
    *,
    pairs: Iterable[tuple[str, str, float]] = (),
    judgements: Sequence[Judgement] = (),
) -> tuple[Question, ...]:
    """The open questions, sorted by effect (larger first), then id; those with a judgement are left out.

    Asked are: who speaks, where no speaker was found or the claim is unsure; where it was, where rivals of the place are as likely; whether
    two reports are one incident, for `pairs` (report id, report id, log-odds above the threshold) near the threshold; over what period a
    contested figure counts. The effect of a question is the people (and a tenth of the things) that the figures it touches count, plus one.
    """
    read = sorted(annotations, key=lambda a: a.document.id)
    reports = {r.id: (r, incident) for incident in incidents for r in incident.reports}
    found: list[Question] = []
    for annotation in read:
        found += _speakers(annotation)
        found += _places(annotation, reports)
    found += _pairs(reports, pairs)
    found += [_scope(contest) for contest in contests if contest.note.startswith("scope")]
    judged = {judgement.about for judgement in judgements}
    unique = {question.id: question for question in found if question.about not in judged}
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


def _speakers(annotation: Annotation) -> Iterable[Question]:
    for claim in annotation.claims:
        unnamed = claim.speaker is None and bool(claim.source)
        if claim.attribution is Attribution.NARRATION or not (unnamed or claim.confidence < _UNSURE):
            continue
        figures = [f for f in annotation.figures if f.claim == claim.id]
        asked = "Who says this?" if unnamed else f"Is this said by {claim.speaker.name}?" if claim.speaker else "Is this somebody's claim?"
        yield _about_claim(annotation, claim, asked, weight(figures))


def _about_claim(annotation: Annotation, claim: Claim, asked: str, effect: float) -> Question:
    span = min((*claim.content, *claim.source, *claim.cue), default=None)
    return Question(
        id=ids.make("q", "speaker", claim.id),
        about=f"speaker:{claim.id}",
        text=asked,
        effect=effect,
        document=annotation.document.id,
        span=span,
        quote=span.of(annotation.document.text) if span else "",
    )


def _places(annotation: Annotation, reports: Mapping[str, tuple[Report, Incident]]) -> Iterable[Question]:
    """Places of reports in incidents whose first rival is nearly as likely."""
    resting = {r.place.id: incident for r, incident in reports.values() if r.place is not None and r.document == annotation.document.id}
    for place in annotation.places:
        if place.id not in resting or not place.rivals:
            continue
        rival = max(place.rivals, key=lambda r: (r.confidence, r.name))
        if place.confidence - rival.confidence < 0.2:
            figures = [f for r in resting[place.id].reports for f in r.figures]
            yield Question(
                id=ids.make("q", "place", place.id),
                about=f"place:{place.id}",
                text=f"Is this {place.name} ({', '.join(place.admin) or 'division not known'}), or another place of that name?",
                effect=weight(figures),
                document=annotation.document.id,
                span=place.span,
                quote=place.span.of(annotation.document.text),
            )


def _pairs(reports: Mapping[str, tuple[Report, Incident]], pairs: Iterable[tuple[str, str, float]]) -> Iterable[Question]:
    for a, b, margin in pairs:
        first, second = sorted((a, b))
        if abs(margin) > _CLOSE or first not in reports or second not in reports:
            continue
        (one, home), (other, away) = reports[first], reports[second]
        words = one.evidence[0] if one.evidence else None
        yield Question(
            id=ids.make("q", "pair", first, second),
            about=f"pair:{first}:{second}",
            text="Do these two tell of one happening?" if home.id != away.id else "Do these two really tell of one happening?",
            effect=weight((*one.figures, *other.figures)),
            document=words.document if words else None,
            span=words.span if words else None,
            quote=words.quote if words else "",
        )


def _scope(contest: Contest) -> Question:
    words = contest.evidence[0] if contest.evidence else None
    return Question(
        id=ids.make("q", "scope", contest.id),
        about=f"scope:{contest.id}",
        text=f"Over what period does each count the {contest.about or 'figure'}? "
        + "; ".join(f"{who}: {told}" for who, told in contest.between),
        effect=1.0 + len(contest.between),
        document=words.document if words else None,
        span=words.span if words else None,
        quote=words.quote if words else "",
    )
