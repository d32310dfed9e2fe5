"""The rejection: a denial that names what it rejects, or counters it after a colon, or both."""

from bisect import bisect_left
from dataclasses import replace

from sayso.claims import sources
from sayso.claims.marked import clean
from sayso.claims.negations import calling, calls_false
from sayso.claims.proposal import Proposal
from sayso.claims.slights import falsehood
from sayso.claims.view import DASHES, END, View
from sayso.lexicon.cues import CueRule, Frame
from sayso.record.claim import Stance
from sayso.text.span import Span, hull

Range = tuple[int, int]
_REACH = 16  # words between a rejection and the colon of its counter-statement
_LABEL = 6  # words after a verb of calling and its pronoun in which the label stands
_VERBAL = ("VERB", "PART", "AUX")
_SCORE = 0.55  # of a rejection that only its colon shows
_HEARSAY = frozenset("мол дескать якобы мовляв нібито".split())
_PRONOUNS = {
    "en": frozenset("it that this them these those so".split()),
    "ru": frozenset("это этого этому этим этом их его её ее то того с от об".split()),
    "uk": frozenset("це цього цьому цим їх його її то того з від про".split()),
    "fr": frozenset("cela ceci ça l' le la les ce c' en y".split()),
}


def countered(view: View, proposals: tuple[Proposal, ...]) -> tuple[Proposal, ...]:
    """The proposals, each rejection with what its sentence says against the rejected thing after a colon, in place of a mere pronoun.

    What follows the colon stays out where another cue attributes it. Rejections with a colon that have no proposal get one.
    """
    cues = sorted((view.tokens_in(proposal.cue[0])[0], number) for number, proposal in enumerate(proposals) if proposal.cue)
    found = []
    for number, proposal in enumerate(proposals):
        if rejects(view, proposal):
            last = view.tokens_in(proposal.cue[-1])[1]
            after = cues[bisect_left(cues, (last, -1)) : bisect_left(cues, (view.unit_at(last - 1)[1], -1))]
            proposal = _countered(view, proposal, [at for at, other in after if other != number])
        found.append(proposal)
    found += _missed(view, found, [at for at, _ in cues])
    found += _called(view, found)
    return tuple(sorted(found, key=lambda p: (p.at, p.cue)))


def _missed(view: View, known: list[Proposal], others: list[int]) -> list[Proposal]:
    """Rejections of the lexicon, followed by a colon, of which no proposal has cue or counter-statement."""
    found = []
    for low, high in view.units:
        reached = low
        for at, end, rule in view.cues(low, high):
            if at < reached:
                continue
            reached = end
            if rule.frame is Frame.VERB and rule.stances[0] is Stance.DENIES and any(view.pos(k) in _VERBAL for k in range(at, end)):
                made = _of_colon(view, rule, (at, end), (low, high), others)
                if made is not None and not any(_shares(made, one) for one in known):
                    found.append(made)
    return found


def _called(view: View, known: list[Proposal]) -> list[Proposal]:
    """«Мэр назвал это ложью»: what a verb of calling with a label of falsehood rejects by a pronoun alone, where no proposal has it."""
    found: list[Proposal] = []
    if view.lang not in ("ru", "uk"):
        return found
    for k in range(1, len(view) - 2):
        if not calling(view, k) or view.in_quote[k] >= 0 or not view.finite(k) or view.words[k + 1] not in _PRONOUNS[view.lang]:
            continue
        low, high = view.unit_at(k)
        label = next((j for j in range(k + 2, min(high, k + _LABEL)) if falsehood(view, j)), None)
        left = sources.left_of(view, k, low)
        if label is None or left is None or any(view.words[j] in (",", ":") for j in range(k, label)):
            continue
        source, cue = view.span(*left), (view.span(k, k + 1), view.span(k + 2, label + 1))
        made = Proposal(
            source=(source,),
            cue=cue,
            content=(view.span(k + 1, k + 2),),
            stance=Stance.DENIES,
            frame=hull([*cue, source]),
            score=_SCORE,
            rule=None,
            impersonal=False,
        )
        if not any(_shares(made, one) for one in known):
            found.append(made)
    return found


def _of_colon(view: View, rule: CueRule, cue: Range, unit: Range, others: list[int]) -> Proposal | None:
    at, end = cue
    low, high = unit
    others = others[bisect_left(others, end) : bisect_left(others, high)]
    colon = _colon(view, end, high)
    if colon is None or colon + 1 >= high or any(end <= other < colon for other in others) or _goes_on(view, end, colon):
        return None
    counter = _counter(view, colon, high, others)
    if counter is None or not (content := clean(view, *counter)).length:
        return None
    left = sources.left_of(view, at, low)
    right = sources.after(view, end, colon) if left is None and end < colon else None
    speaker = left or right
    source = (view.span(*speaker),) if speaker else ()
    spans = view.span(at, end)
    return Proposal(
        source=source,
        cue=(spans,),
        content=(content,),
        stance=Stance.DENIES,
        frame=hull([spans, *source]),
        score=_SCORE,
        rule=rule,
        impersonal=not source,
    )


def _shares(made: Proposal, one: Proposal) -> bool:
    """Has a proposal the cue of another, or most of its content?"""
    if any(a.overlaps(b) for a in made.cue for b in one.cue):
        return True
    return sum(a.shared(b) for a in made.content for b in one.content) > 0.5 * made.content[0].length


def rejects(view: View, proposal: Proposal) -> bool:
    """Does the cue itself deny: a verb of denying, or one that calls something false?"""
    if proposal.stance is not Stance.DENIES or not proposal.cue:
        return False
    return (proposal.rule is not None and proposal.rule.stances[0] is Stance.DENIES) or calls_false(view, proposal.cue)


def _countered(view: View, proposal: Proposal, others: list[int]) -> Proposal:
    last = view.tokens_in(proposal.cue[-1])[1]
    high = view.unit_at(last - 1)[1]
    colon = _colon(view, last, high)
    if colon is None or colon + 1 >= high or any(last <= at < colon for at in others) or _goes_on(view, last, colon):
        return proposal
    counter = _counter(view, colon, high, others)
    named = [piece for span in proposal.content if (piece := _before(view, span, colon)) is not None and not _pronoun(view, piece)]
    spans = [clean(view, *piece) for piece in named]
    if counter is not None:
        spans.append(clean(view, *counter))
    kept = tuple(sorted({span for span in spans if span.length}))
    return replace(proposal, content=kept) if kept else proposal


def _counter(view: View, colon: int, high: int, others: list[int]) -> Range | None:
    """The counter-statement after a colon; None where a cue of its own attributes it ("...: “Nobody left,” she added")."""
    first = colon + 1
    while first < high and view.mark(first):
        first += 1
    if first >= high:
        return None
    met = view.cue_at(first)
    if met is not None and met[0].frame in (Frame.BY, Frame.OWN):
        return None
    quote = next((q for q in view.quotes if q.first == first), None)
    if quote is not None:
        rest = [k for k in range(quote.last, high) if not view.mark(k)]
        spoken = any(at >= quote.last for at in others if at < high) or any(view.pos(k) == "VERB" for k in rest[:3])
        return None if spoken else (quote.first, quote.last)
    stop = min((at for at in others if first <= at < high), default=high)
    if stop < high:
        # "...: he laid no mines, and the verge was mined by the army, they insist": the last comma before the cue's own words
        stop = next((k for k in range(stop, first, -1) if view.words[k] in (",", ";") or view.words[k] in END), first)
    if sum(not view.mark(k) and view.words[k] not in _HEARSAY for k in range(first, stop)) < 2:
        return None  # "denied any talks: none, so to say"
    return (first, stop) if stop > first else None


def _colon(view: View, at: int, high: int) -> int | None:
    """The colon after a rejection, with no stop between."""
    for k in range(at, min(high, at + _REACH)):
        if view.words[k] == ":":
            return k
        if (
            view.words[k] == ";"
            or view.words[k] in DASHES
            or view.in_quote[k] >= 0
            or (view.words[k] in END and k + 1 in view.sentence_starts)
        ):
            return None
    return None


def _goes_on(view: View, first: int, last: int) -> bool:
    """Does a second verb stand beside the rejection ("called it a lie and put the number at: ...")?"""
    return any(
        view.word_in("conjunction", k)
        and view.pos(k) == "CONJ"
        and not view.word_in("that", k)
        and any(view.finite(j) for j in range(k + 1, min(last, k + 3)))
        for k in range(first, last)
    )


def _before(view: View, span: Span, colon: int) -> Range | None:
    """The part of a content that stands before the colon."""
    first, last = view.tokens_in(span)
    last = min(last, colon)
    return (first, last) if first < last else None


def _pronoun(view: View, piece: Range) -> bool:
    """Is the thing rejected named by a pronoun only?"""
    return all(view.mark(k) or view.words[k] in _PRONOUNS[view.lang] or view.pos(k) in ("ADV", "PRON", "ADP") for k in range(*piece))
