"""The disavowal: a flat denial, which names nothing and speaks of what was told just before («ce que la mairie dément»)."""

from bisect import bisect_left
from dataclasses import replace

from sayso.claims import sources
from sayso.claims.labels import before_relative
from sayso.claims.marked import clean
from sayso.claims.proposal import Proposal
from sayso.claims.union import bare_source
from sayso.claims.view import DASHES, END, View
from sayso.lexicon.cues import CueRule, Frame
from sayso.record.claim import Stance
from sayso.text.span import Span, hull

_TAIL = 6  # words that may follow the verb and tell where, when or how
_SCORE = 0.6
_FLAT = {
    "en": frozenset("deny dispute reject".split()),
    "fr": frozenset("démentir dementir_plus nier réfuter récuser contester rejeter refuser_idee".split()),
}
_OBJECTS = {"en": frozenset[str](), "fr": frozenset("l' le la les".split())}
_WHICH = {"en": frozenset({("which",)}), "fr": frozenset({("ce", "que"), ("ce", "qu'"), ("ce", "qu")})}
_PRONOUNS = frozenset("it this that them these those".split())
_OF = frozenset("of among between about against de d' du des parmi entre contre".split())  # what opens no adjunct
_DENIABLE = frozenset({Stance.ASSERTS, Stance.ACCUSES, Stance.CONFIRMS, Stance.EXPECTS, Stance.ESTIMATES})
_ALONE = frozenset("lui elle eux elles celui-ci celle-ci ceux-ci celles-ci he she they it both neither tous deux toutes".split())


def disavowed(view: View, proposals: tuple[Proposal, ...]) -> tuple[Proposal, ...]:
    """The proposals with those of flat denials: the content stands before "which" or a headline's colon, or is the claim before."""
    if view.lang not in _FLAT:
        return proposals
    proposals = tuple(_of_pronoun(view, proposal) for proposal in proposals)
    taken = [view.tokens_in(span) for proposal in proposals for span in proposal.cue]
    found = []
    for low, high in view.units:
        for at, end, rule in view.cues(low, high):
            if not _flat(view, rule, at) or any(a < end and at < b for a, b in taken):
                continue
            made = _of_cue(view, rule, (at, end), (low, high), proposals)
            if made is not None:
                found.append(made)
                break
    return tuple(sorted((*proposals, *found), key=lambda p: (p.at, p.cue))) if found else proposals


def _of_pronoun(view: View, proposal: Proposal) -> Proposal:
    """A denial with a mere pronoun before what tells where, when or how ("denied that | at noon", "deny it | with some heat")."""
    if view.lang != "en" or proposal.stance is not Stance.DENIES or not proposal.cue or not proposal.content or len(proposal.cue) > 1:
        return proposal
    at = view.tokens_in(proposal.cue[0])[1]
    if at + 1 >= len(view) or view.words[at] not in _PRONOUNS or not _ends(view, at + 1, view.unit_at(at)[1]):
        return proposal
    first = view.tokens_in(proposal.content[0])[0]
    if not at <= first <= at + _TAIL or len(proposal.content) > 1:
        return proposal
    return replace(proposal, content=(view.span(at, at + 1),))


def _flat(view: View, rule: CueRule, at: int) -> bool:
    """Is it a plain verb of denying?"""
    return (
        rule.frame is Frame.VERB
        and rule.id in _FLAT[view.lang]
        and not (at and view.pos(at - 1) == "DET" and view.words[at - 1] not in _OBJECTS[view.lang])
    )


def _of_cue(view: View, rule: CueRule, cue: tuple[int, int], unit: tuple[int, int], proposals: tuple[Proposal, ...]) -> Proposal | None:
    at, end = cue
    low, high = unit
    named = (view.span(end, end + 1),) if end < high and view.words[end] in _PRONOUNS and view.lang == "en" else ()
    if not _ends(view, end + len(named), high):
        return None
    first = at
    while first > low and (view.word_in("auxiliary", first - 1) or view.words[first - 1] in _OBJECTS[view.lang]):
        first -= 1
    left = sources.left_of(view, first, low)
    if left is None and first - 1 >= low and view.words[first - 1] in _ALONE:
        left = (first - 1, first)
    if left is None:
        return None
    spans, source = view.span(first, end), bare_source(view, view.span(*left)) or view.span(*left)
    content = named or _noun(view, left[0], low) or _told(view, left[0], low, source, proposals)
    if not content:
        return None
    return Proposal(
        source=(source,), cue=(spans,), content=content, stance=Stance.DENIES, frame=hull([spans, source]), score=_SCORE, rule=rule,
        impersonal=False,
    )  # fmt: skip


def _ends(view: View, end: int, high: int) -> bool:
    """Does nothing follow the verb in its clause but where, when or how?"""
    stop = next((k for k in range(end, high) if view.words[k] in END or view.words[k] in (",", ";") or view.words[k] in DASHES), high)
    if any(view.words[k] == ":" or view.in_quote[k] >= 0 or view.finite(k) for k in range(end, stop)) or stop - end > _TAIL:
        return False
    return (
        stop == end
        or view.word_in("adverb", end)
        or view.pos(end) == "ADV"
        or (view.word_in("preposition", end) and view.words[end] not in _OF)
    )


def _noun(view: View, at: int, low: int) -> tuple[Span, ...]:
    """The noun of telling that a relative clause denies ("a figure that | the ministry rejects", « une accusation que | ... »)."""
    piece = before_relative(view, at, low)
    return (view.span(*piece),) if piece is not None else ()


def _told(view: View, at: int, low: int, source: Span, proposals: tuple[Proposal, ...]) -> tuple[Span, ...]:
    """What the denial that begins at `at` speaks of."""
    while at > low and (view.word_in("determiner", at - 1) or view.words[at - 1] in ("l'", "the", "la", "le", "les")):
        at -= 1
    which = any(tuple(view.words[at - len(words) : at]) == words for words in _WHICH[view.lang] if at - len(words) > low)
    joint = next((k for k in range(at - 1, max(low, at - 4) - 1, -1) if view.words[k] in (",", ";", ":")), None)
    if joint is None and at - low > 1:
        return ()
    if joint is not None and not which and joint != at - 1:
        return ()
    before = sorted(
        (p for p in proposals if p.content and p.stance in _DENIABLE and max(s.end for s in p.content) <= view.starts[at]),
        key=lambda p: max(s.end for s in p.content),
    )
    last = before[-1] if before else None
    if joint is None:
        unit = bisect_left(view.units, (low, -1))
        near = last is not None and unit > 0 and view.starts[view.units[unit - 1][0]] <= max(s.end for s in last.content)
        return last.content if near and last is not None and last.source != (source,) else ()
    if last is not None and max(s.end for s in last.content) > view.starts[low]:
        return last.content
    if not which and view.words[joint] != ":":
        return ()
    content = clean(view, low, joint)
    return (content,) if content.length else ()
