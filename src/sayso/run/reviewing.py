"""The reviewing: the open questions of a ledger, and what people answer."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from sayso import ids
from sayso.errors import InputError
from sayso.incidents.pairs import PairDecision
from sayso.incidents.weights import built_in
from sayso.lexicon.pack import Pack
from sayso.record.annotation import Annotation
from sayso.record.judgement import WITHDRAWN, Judgement, Option, Question, judged
from sayso.record.place import Place
from sayso.reviews.apply import point_of
from sayso.reviews.questions import about_claim, about_pair, about_place, questions, where
from sayso.run.assembly import pack
from sayso.run.briefing import Ground, grounded
from sayso.run.config import Config
from sayso.run.judging import candidate_at, listed
from sayso.run.keeping import kept, ledger, said
from sayso.run.revising import arrivals, standing
from sayso.text.span import Span

MOST_BY, MOST_ANSWER, MOST_NOTE = 80, 200, 2000  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """The open questions by effect, the judgements that stand, and those that found no place any more."""

    questions: tuple[Question, ...]
    judgements: tuple[Judgement, ...]
    orphans: tuple[Judgement, ...]


def queue(config: Config) -> Queue:
    """What is to be reviewed in the ledger."""
    return queue_on(ground_of(config))


def ground_of(config: Config) -> Ground:
    """What the ledger holds, grouped, as people corrected it; of each post the text that stands, as in an edition."""
    return grounded(standing(kept(config), arrivals(config)), config, said(config))


def queue_on(ground: Ground) -> Queue:
    """What is to be reviewed of what was grouped."""
    told = ground.judged
    asked = questions(told.annotations, ground.incidents, pairs=margins(ground.decisions), judgements=told.judgements)
    return Queue(questions=asked, judgements=told.judgements, orphans=told.orphans)


def margins(decisions: Iterable[PairDecision]) -> list[tuple[str, str, float]]:
    """(report id, report id, log-odds above the threshold) of the pairs that were decided by their score."""
    threshold = built_in().threshold
    return [(d.a, d.b, d.score - threshold) for d in decisions if d.verdict is None]


def question_of(key: str, ground: Ground, config: Config) -> Question:
    """The question of this id, of those open or judged; or who says the claim, where the place is, whether two incidents are one (A:B).

    InputError where the ledger has nothing of that id.
    """
    found = next((q for q in queue_on(ground).questions if q.id == key), None) or _judged(key, ground) or _about(key, ground)
    if found is None:
        then = f"`sayso review --ledger {config.ledger}` lists the open questions"
        raise InputError(f"no question, claim or place {key[:80]}", where=config.ledger, then=then)
    return replace(found, options=tuple(_described(found, ground, pack(config.pack))))


def judgement_on(question: Question, ground: Ground) -> Judgement | None:
    """The judgement that stands on what a question is about."""
    return next((j for j in ground.judged.judgements if j.about == question.about), None)


def answered(question: Question, answer: str, by: str, config: Config, *, note: str = "", at: datetime | None = None) -> Judgement:
    """The judgement, kept in the ledger. `answer` is a verdict, the number of an option or, where the question allows it, a name.

    A later judgement on the same thing goes before an earlier one; the answer "withdrawn" takes it back. InputError for a wrong answer.
    """
    answer, by, note = _whole(answer), " ".join(_whole(by).split()), _whole(note).strip()
    if not by or len(by) > MOST_BY:
        raise InputError("who judges is not said" if not by else f"a name of more than {MOST_BY} characters", then="give --by NAME")
    if len(note) > MOST_NOTE:
        raise InputError(f"a note of more than {MOST_NOTE} characters", then="write less")
    verdict = verdict_of(question, answer, pack(config.pack))
    store = ledger(config, make=False)
    try:
        earlier = [j.at for j in store.judgements() if j.about == question.about]
        moment = _after(at or datetime.now(UTC), max(earlier, default=None))
        made = judged(
            about=question.about,
            verdict=verdict,
            by=by,
            at=moment,
            document=question.document,
            span=question.span,
            quote=question.quote,
            note=note,
            other=question.other,
        )
        store.judge([made])
    finally:
        store.close()
    return made


def _whole(words: str) -> str:
    """The words without what no ledger can hold: half characters and NUL."""
    return words.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def verdict_of(question: Question, answer: str, pack: Pack) -> str:
    """The verdict that an answer means; InputError where it is none of the question's."""
    answer = " ".join(answer.split())
    verdicts = [option.verdict for option in question.options]
    if answer == WITHDRAWN or answer in verdicts:
        return answer
    if answer.isdecimal() and 1 <= int(answer[:6]) <= len(verdicts):
        return verdicts[int(answer[:6]) - 1]
    if question.free and answer and not answer.isdecimal():
        return f"is {_named(answer.removeprefix('is ').strip(), pack)}"
    choices = "; ".join(f"{n} or {o.verdict!r}: {o.label}" for n, o in enumerate(question.options, 1))
    more = f"; or {question.free}" if question.free else ""
    raise InputError(f"{answer[:80]!r} is no answer to {question.text!r}", where=question.id, then=f"give {choices}{more}; or 'withdrawn'")


def _named(name: str, pack: Pack) -> str:
    """The id of the only actor or outlet of that name, else the name itself."""
    if not name or len(name) > MOST_ANSWER:
        raise InputError("the speaker's name is missing or too long", then=f"give at most {MOST_ANSWER} characters")
    found = listed(pack, name)
    if len(found) > 1:
        who = ", ".join(f"{one.id} ({one.name('en')})" for one in found[:6])
        raise InputError(f"several go by the name {name!r}", then=f"give the id of one: {who}")
    return found[0].id if found else name


def _after(now: datetime, earlier: str | None) -> str:
    """The moment in ISO 8601, UTC, later than an earlier one whatever the clock says."""
    if earlier is not None:
        now = max(now, datetime.fromisoformat(earlier) + timedelta(microseconds=1))
    return now.astimezone(UTC).isoformat(timespec="microseconds")


def _judged(key: str, ground: Ground) -> Question | None:
    """The question that a standing judgement has answered: so it can be looked at, changed and taken back."""
    for judgement in ground.judged.judgements:
        kind, _, names = judgement.about.partition(":")
        if ids.make("q", kind, *names.split(":")) == key:
            return _pair(names, ground) if kind == "pair" else _about(names, ground)
    return None


def _pair(key: str, ground: Ground) -> Question | None:
    """The question whether two events are one happening; A:B are the ids of the events, or of incidents: then of their earliest reports."""
    events = {event.id: (annotation, event) for annotation in ground.judged.machine for event in annotation.events}
    earliest = {incident.id: incident.reports[0].event for incident in ground.incidents}
    home = {report.event: incident.id for incident in ground.incidents for report in incident.reports}
    first, second = (earliest.get(name, name) for name in key.split(":", 1))
    if first == second or first not in events or second not in events:
        return None
    return about_pair(events[first], events[second], together=first in home and home.get(first) == home.get(second))


def _about(key: str, ground: Ground) -> Question | None:
    if ":" in key:
        return _pair(key, ground)
    # As the machine read it: the answer "right" means the machine, whatever people said in between.
    for annotation in ground.judged.machine:
        for claim in annotation.claims:
            if key in (claim.id, ids.make("q", "speaker", claim.id)):
                return about_claim(annotation, claim)
        for place in annotation.places:
            if key in (place.id, ids.make("q", "place", place.id)):
                return about_place(annotation, place)
    return None


def _described(question: Question, ground: Ground, chosen: Pack) -> Iterable[Option]:
    """The options, places among them with the divisions that the gazetteer knows."""
    place = _place(question, ground) if question.kind == "place" else None
    for option in question.options:
        point = point_of(option.verdict)
        known = candidate_at(place, *point, chosen) if place and point else None
        yield replace(option, label=where(known.name, known.admin, known.lat, known.lon)) if known else option


def _place(question: Question, ground: Ground) -> Place | None:
    key = question.about.partition(":")[2]
    return next((p for a in ground.judged.machine if a.document.id == question.document for p in a.places if p.id == key), None)


def annotation_of(document: str | None, ground: Ground) -> Annotation | None:
    """The annotation of a document, as people corrected it."""
    return next((a for a in ground.judged.annotations if a.document.id == document), None)


def passage(text: str, span: Span, around: int = 60) -> tuple[str, str, str]:
    """The words before a span, in it and after it, with at most `around` characters on each side, cut between words.

    >>> passage("Two people were killed in Kamenka.", Span(16, 22), 9)
    ('…were ', 'killed', ' in…')
    """
    start, end = max(0, span.start - around), min(len(text), span.end + around)
    before, after = text[start : span.start], text[span.end : end]
    if start:
        before = "…" + before.partition(" ")[2]
    if end < len(text):
        after = after.rpartition(" ")[0] + "…"
    return before, span.of(text), after
