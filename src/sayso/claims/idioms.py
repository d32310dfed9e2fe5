"""The idiom: the phrase of the lexicon that an encoder's cue is a part of, or stands beside."""

import re
from dataclasses import replace

from sayso.claims.marked import clean
from sayso.claims.proposal import Proposal
from sayso.claims.view import View
from sayso.lexicon.cues import CueRule, Frame
from sayso.record.claim import Stance
from sayso.text.span import Span, hull

_LEAD = 2  # words before a cue in which a phrase of the lexicon may begin
_ABOUT = 6  # words between a verb of confirming and the one that says nobody could
_GAP = 6  # words between a cue that says nothing and the verb beside it


def cued(view: View, proposal: Proposal) -> Proposal:
    """The proposal with the phrase of the lexicon that its cue is a part of, or that stands beside a cue without a verb.

    An encoder marks "was not able" for "was not able to verify", or the colon for the verb before it.
    """
    if not proposal.cue:
        return proposal
    first, last = view.tokens_in(proposal.cue[0])
    last = max(last, view.tokens_in(proposal.cue[-1])[1]) if len(proposal.cue) == 1 else last
    low, high = view.unit_at(first)
    if proposal.rule is not None and proposal.rule.stances[0] is Stance.CONFIRMS and _unable(view, first, last, low, high):
        return replace(proposal, stance=Stance.DOUBTS, negated=True)
    met = _wider(view, first, last, low, high)
    if met is None and proposal.rule is None and not any(view.pos(k) in ("VERB", "PART", "AUX") for k in range(first, last)):
        met = _beside(view, proposal, first, last, low, high)
    if met is None:
        return proposal
    rule, start, end = met
    cue = view.span(start, end)
    content = tuple(piece for span in proposal.content for piece in without(view, span, cue))
    source = tuple(span for span in proposal.source if not span.overlaps(cue))
    if not content:
        return proposal
    return replace(
        proposal,
        rule=rule,
        cue=(cue, *proposal.cue[1:]) if len(proposal.cue) > 1 else (cue,),
        content=content,
        source=source,
        stance=rule.stances[0],
        negated=False,
        frame=hull([cue, *source]),
    )


_ABLE = {
    "en": re.compile(r"(unable|declin|refus|could|can$|cannot|able$|yet$)"),
    "ru": re.compile(r"(смог|может|могут|удалось|удается|может|готов|спеш|берет|отказ)"),
    "uk": re.compile(r"(зміг|змогл|може|можуть|вдалося|вдалось|вдається|готов|поспіша|береть|відмов)"),
    "fr": re.compile(r"(mesure$|pouv|peu[tvx]|pu$|refus|souhait)"),
}


_BUT = frozenset("но однако але однак проте".split())


def _unable(view: View, first: int, last: int, low: int, high: int) -> bool:
    """Is a verb of confirming one that somebody is not able or willing to do ("was not in a position, on Friday, to confirm")?"""
    for k in range(max(low, first - _ABOUT), min(high, last + _ABOUT)):
        if k >= last and view.words[k] in _BUT:
            return False  # "confirmed the wound, but could not say whose": what was confirmed stands
        if view.in_quote[k] >= 0 or not _ABLE[view.lang].match(view.words[k]):
            continue
        if view.words[k].startswith(("unable", "declin", "refus", "cannot", "отказ", "відмов")) or any(
            view.word_in("negation", j) or view.words[j] == "pas" for j in range(max(low, k - 3), min(high, k + 2))
        ):
            return True
    return False


Met = tuple[CueRule, int, int]


def _wider(view: View, first: int, last: int, low: int, high: int) -> Met | None:
    """A phrase of several words with a stance of its own, which reaches beyond the cue."""
    for at in range(max(low, first - _LEAD), last):
        met = view.cue_at(at)
        if met is None or met[0].stances[0] is Stance.ASSERTS or met[1] > high or met[0].frame is not Frame.VERB:
            continue
        rule, end = met
        if end - at > 1 and end > first and (end > last or at < first):
            return rule, min(at, first), max(end, last)
    return None


def _beside(view: View, proposal: Proposal, first: int, last: int, low: int, high: int) -> Met | None:
    """The verb of the lexicon next to a cue that has none, outside of content and source."""
    taken = (*proposal.content, *proposal.source)
    near = sorted(range(max(low, first - _GAP), min(high, last + _GAP)), key=lambda k: min(abs(k - first), abs(k - last)))
    for at in near:
        if view.in_quote[at] >= 0 or any(span.start <= view.starts[at] < span.end for span in taken):
            continue
        met = view.cue_at(at)
        if met is None or met[0].frame is not Frame.VERB or met[1] > high:
            continue
        if any(view.pos(k) in ("VERB", "PART", "AUX") for k in range(at, met[1])):
            return met[0], at, met[1]
    return None


def without(view: View, span: Span, cue: Span) -> tuple[Span, ...]:
    """The content without the words that are the cue's."""
    if not span.overlaps(cue):
        return (span,)
    first, last = view.tokens_in(span)
    begin, end = view.tokens_in(cue)
    pieces = [(first, min(last, begin)), (max(first, end), last)]
    return tuple(piece for a, b in pieces if a < b and (piece := clean(view, a, b)).length)
