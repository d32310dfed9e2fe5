"""The joining: role spans and links of an encoder made into proposals."""

from sayso.claims.proposal import Proposal
from sayso.claims.propose import clean
from sayso.claims.stances import stance
from sayso.claims.view import View
from sayso.lexicon.cues import CueRule, Frame
from sayso.record.claim import Stance
from sayso.record.reading import Reading
from sayso.text.span import Span, hull

_LEAST = 0.5  # score of a link or role that counts


def joined(reading: Reading, view: View) -> tuple[Proposal, ...]:
    """A proposal for each cue that has a content; sources and contents go to the cue that their best link names."""
    found: list[Proposal] = []
    best: dict[tuple[int, int], float] = {}
    for link in reading.links:
        key = (link.cue, link.other)
        if link.score >= _LEAST and link.score > best.get(key, 0.0):
            best[key] = link.score
    of_cue: dict[int, list[tuple[int, float]]] = {}
    for (at, other), score in sorted(best.items()):
        of_cue.setdefault(at, []).append((other, score))
    scores: dict[int, dict[str, float]] = {}
    for one in reading.stances:
        scores.setdefault(one.cue, {})[one.stance] = one.score
    for number, role in enumerate(reading.roles):
        if role.role != "cue" or role.score < _LEAST:
            continue
        linked = [(reading.roles[other], score) for other, score in of_cue.get(number, ())]
        source = tuple(sorted(span for r, _ in linked if r.role == "source" and (span := r.span.stripped(reading.text, ",;: ")).length))
        pieces = tuple(sorted(span for r, _ in linked if r.role == "content" and (span := _cleaned(view, r.span)).length))
        cue = role.span.stripped(reading.text)
        if not pieces or not cue.length:
            continue
        rule, negated = rule_in(view, cue)
        found.append(
            Proposal(
                source=source,
                cue=(cue,),
                content=pieces,
                stance=_stance(rule, scores.get(number, {}), negated=negated),
                frame=hull([cue, *source]),
                score=round(min([role.score, *(score for _, score in linked)]), 3),
                rule=rule,
                negated=negated,
                impersonal=not source,
            )
        )
    cued = {other for _, other in best}
    for number, role in enumerate(reading.roles):
        if (
            role.role == "content"
            and number not in cued
            and role.score >= _LEAST
            and (span := _cleaned(view, role.span)).length
            and _quoted(view, span)
        ):
            found.append(
                Proposal(
                    source=(), cue=(), content=(span,), stance=Stance.ASSERTS, frame=span, score=round(role.score * 0.7, 3), follows=True
                )
            )
    return tuple(sorted(found, key=lambda p: (p.at, p.cue)))


def _cleaned(view: View, span: Span) -> Span:
    first, last = view.tokens_in(span)
    return clean(view, first, last) if first < last else Span(span.start, span.start)


def _quoted(view: View, span: Span) -> bool:
    return view.in_quote[view.tokens_in(span)[0]] >= 0


def rule_in(view: View, cue: Span) -> tuple[CueRule | None, bool]:
    """The longest rule of the lexicon within a cue, and whether the cue is negated."""
    first, last = view.tokens_in(cue)
    met = [
        (end - at, rule)
        for at in range(first, last)
        if (found := view.book.cue_at(at, view.words, view.lemmas))
        for rule, end in (found,)
        if end <= last or (at < last == end - 1 and view.word_in("preposition", last))
    ]
    low = first
    while low > max(0, first - 2) and not view.mark(low - 1):
        low -= 1
    negated = any(view.word_in("negation", k) for k in range(low, last)) and not _only(view, first, last)
    if not met:
        return None, negated
    # "felt obliged to deny", "continues to reject": the plain cue goes before the weak one
    length, rule = max(met, key=lambda pair: (pair[0], not pair[1].weak, pair[1].frame is Frame.VERB))
    # a rule of several words brings its own "not"
    return rule, negated and length == 1


def _only(view: View, first: int, last: int) -> bool:
    """French "n'admet que deux pertes": nothing is negated."""
    if view.lang != "fr":
        return False
    around = view.words[max(0, first - 2) : last + 3]
    return any(word in ("que", "qu'") for word in view.words[last : last + 3]) and not any(
        word in ("pas", "plus", "jamais", "rien", "point", "guère") for word in around
    )


def _stance(rule: CueRule | None, scored: dict[str, float], *, negated: bool) -> Stance:
    if scored:
        name, score = max(scored.items(), key=lambda pair: (pair[1], pair[0]))
        if score >= 0.6 or rule is None:
            return Stance(name)
    return stance(rule, negated=negated) if rule else Stance.ASSERTS
