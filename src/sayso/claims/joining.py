"""The joining: role spans and links of an encoder made into proposals."""

import math

from sayso.claims.marked import clean
from sayso.claims.proposal import Proposal
from sayso.claims.stances import stance
from sayso.claims.view import View
from sayso.lexicon.cues import CueRule, Frame
from sayso.record.claim import Stance
from sayso.record.reading import Reading, RoleSpan
from sayso.text.span import Span, hull

_LEAST = 0.5  # score of a link or role that counts
_SLOPE, _SHIFT = 0.815, -0.592  # from the product of scores to the share that is right, on the scale of log-odds


def joined(reading: Reading, view: View) -> tuple[Proposal, ...]:
    """A proposal for each cue that has a content; sources and contents go to the cue that their best link names."""
    found: list[Proposal] = []
    best: dict[tuple[int, int], float] = {}
    named: dict[int, float] = {}  # a cue and the share of all its links to sources
    for link in reading.links:
        key = (link.cue, link.other)
        if reading.roles[link.other].role == "source":
            named[link.cue] = named.get(link.cue, 0.0) + link.score
        if link.score >= _LEAST and link.score > best.get(key, 0.0):
            best[key] = link.score
    of_cue: dict[int, list[tuple[int, float]]] = {}
    for (at, other), score in sorted(best.items()):
        of_cue.setdefault(at, []).append((other, score))
    _hand_over(reading, view, of_cue)
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
                stance=stance(rule, negated=negated) if rule else Stance.ASSERTS,
                frame=hull([cue, *source]),
                score=round(min([role.score, *(score for _, score in linked)]), 3),
                rule=rule,
                negated=negated,
                impersonal=not source,
                confidence=_confidence(role, linked, unnamed=1 - named.get(number, 0.0)),
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
                    source=(),
                    cue=(),
                    content=(span,),
                    stance=Stance.ASSERTS,
                    frame=span,
                    score=round(role.score * 0.7, 3),
                    follows=True,
                    confidence=calibrated(role.score * 0.5),
                )
            )
    return tuple(sorted(found, key=lambda p: (p.at, p.cue)))


def hands_on(view: View, cue: Span) -> bool:
    """Does the cue only name a relay ("was quoted by AFP")?"""
    first, last = view.tokens_in(cue)
    return any(rule.after for k in range(first, last) for rule, end in view.relays_at(k) if end >= last)


def _hand_over(reading: Reading, view: View, of_cue: dict[int, list[tuple[int, float]]]) -> None:
    """Give the contents of a cue that says nothing to the cue beside it that has none, in place.

    One that only hands on gives them to a cue of the same source ("...” Quoted by the mayor, wrote on X"); a word that is no cue of the
    lexicon and has no source, to the next cue that has one («О том, что ..., ранее отчиталась и ФСБ»: "ранее").
    """
    linked = {
        at: tuple({other for other, _ in pairs if reading.roles[other].role == role} for role in ("source", "content"))
        for at, pairs in of_cue.items()
    }
    for at, (sources, contents) in linked.items():
        cue = reading.roles[at].span
        if not contents:
            continue
        waiting = [c for c, (_, told) in linked.items() if not told and reading.roles[c].score >= _LEAST]
        if hands_on(view, cue):
            heir = next((c for c in waiting if sources & linked[c][0]), None)
        elif not sources and rule_in(view, cue)[0] is None:
            heir = next((c for c in waiting if linked[c][0] and _beside(view, cue, reading.roles[c].span)), None)
        else:
            continue
        if heir is not None:
            of_cue[heir] += [pair for pair in of_cue[at] if pair[0] in contents]
            of_cue[at] = [pair for pair in of_cue[at] if pair[0] not in contents]
            linked[heir][1].update(contents)


def _beside(view: View, one: Span, other: Span) -> bool:
    """Are at most two words, and no mark, between two cues?"""
    first, second = sorted((one, other))
    low, high = view.tokens_in(first)[1], view.tokens_in(second)[0]
    return 0 <= high - low <= 2 and not any(view.mark(k) for k in range(low, high))


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
        if (found := _cue_within(view, at, last))
        for rule, end in (found,)
        if end <= last or (at < last == end - 1 and view.word_in("preposition", last))
    ]
    low, opens = first, view.unit_at(first)[0]
    while low > max(opens, first - 2) and not view.mark(low - 1):
        low -= 1
    negated = any(view.word_in("negation", k) for k in range(low, last)) and not only(view, first, last)
    if not met:
        return None, negated
    # "felt obliged to deny", "continues to reject": the plain cue goes before the weak one
    length, rule = max(met, key=lambda pair: (pair[0], not pair[1].weak, pair[1].frame is Frame.VERB))
    # a rule of several words brings its own "not"
    return rule, negated and length == 1


def _cue_within(view: View, at: int, last: int) -> tuple[CueRule, int] | None:
    """The longest rule that begins at a word; where it ends beyond the cue, the longest that does not ("rejected | the accusations")."""
    found = view.cue_at(at)
    if found is None or found[1] <= last:
        return found
    return view.book.cue_at(at, view.words[:last], view.lemmas[:last]) or found


def only(view: View, first: int, last: int) -> bool:
    """French "n'admet que deux pertes": nothing is negated."""
    if view.lang != "fr":
        return False
    around = view.words[max(0, first - 2) : last + 3]
    return any(word in ("que", "qu'") for word in view.words[last : last + 3]) and not any(
        word in ("pas", "plus", "jamais", "rien", "point", "guère") for word in around
    )


def _confidence(cue: RoleSpan, linked: list[tuple[RoleSpan, float]], *, unnamed: float) -> float:
    """How likely the claim is right as a whole: the product of what cue, contents, source and the links to them scored, calibrated.

    Without a source the share of "none", `unnamed`, stands in its place.
    """
    contents = [(role.score, link) for role, link in linked if role.role == "content"]
    source = max(((link, role.score) for role, link in linked if role.role == "source"), default=(max(unnamed, 0.01), 1.0))
    product = math.prod((cue.score, min(role for role, _ in contents), min(link for _, link in contents), *source))
    return calibrated(product)


def calibrated(product: float) -> float:
    """The share of claims with this product that are right as a whole.

    Fitted by `training.calibration` on every second document of PolNeAR dev; on the others the expected calibration error is .02,
    and .03 the other way round.

    >>> calibrated(0.9) < 0.9
    True
    """
    kept = min(max(product, 0.02), 0.985)
    return round(1 / (1 + math.exp(-(_SLOPE * math.log(kept / (1 - kept)) + _SHIFT))), 3)
