"""The denial: which claim of the document a denying claim speaks of."""

from bisect import bisect_left
from dataclasses import replace
from itertools import islice

from sayso.claims.view import View
from sayso.lexicon.phrases import fold
from sayso.lexicon.triggers import TriggerBook, families
from sayso.record.claim import Attribution, Claim, Stance
from sayso.record.event import Kind
from sayso.text.span import Span

_MOST = 400  # claims of a document that a denial is held against
_LEAST = 2  # words that the two must share
_NEAREST = 2  # claims before a denial that it may answer by its place alone
_ALIKE = 0.5  # what a common kind of happening adds to the share of common words
_KINDS = {
    Kind.RAID: "entering",
    Kind.CLASH: "entering",
    Kind.ARMOURED_ASSAULT: "entering",
    Kind.CAPTURE: "holding",
    Kind.WITHDRAWAL: "holding",
}


def with_denials(view: View, triggers: TriggerBook, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims, each denial with the id of the claim it denies: another speaker's, not on the same side, on the same kind of thing.

    Of several the one with most words in common.
    """
    told = _told(view, triggers) if any(claim.stance is Stance.DENIES or _says_no(view, claim) for claim in claims) else []
    words = {claim.id: (_words(view, claim.content), _kinds(view, told, claim.content)) for claim in claims}
    told_in = _by_paragraph(view, claims)
    found = []
    for claim in claims:
        if claim.stance is Stance.DENIES:
            found.append(
                replace(claim, denied=_repeated(claim, claims) or _denied(claim, claims, words) or _answered(view, claim, told_in, words))
            )
        elif claim.stance is Stance.ASSERTS and claim.attribution is Attribution.EXPLICIT and _says_no(view, claim):
            # "There was no violation" denies where somebody else tells of one; otherwise it asserts an absence
            denied = _denied(claim, claims, words, least=2, opposed=True)
            found.append(replace(claim, stance=Stance.DENIES, denied=denied) if denied else claim)
        else:
            found.append(claim)
    return tuple(found)


def _repeated(denial: Claim, claims: tuple[Claim, ...]) -> str | None:
    """The claim with the very same words for its content (« ce que la mairie dément »)."""
    same = (c.id for c in claims[:_MOST] if c.content == denial.content and c.stance not in (Stance.DENIES, Stance.DOUBTS))
    return next(same, None)


def _says_no(view: View, claim: Claim) -> bool:
    """Does the content say that something is not so?"""
    first, last = view.tokens_in(claim.content[0])
    return any(view.word_in("none", k) for k in range(first, min(last, first + 12)))


def _told(view: View, triggers: TriggerBook) -> list[tuple[int, str]]:
    """The words that tell of a happening, with the kind of thing that it is, in text order."""
    known = families()
    met = triggers.triggers.find(list(map(fold, view.surfaces)), view.lemmas, view.paragraph_of)
    found = []
    for one in met:
        kind = one.entry.kind or (known[one.entry.family].otherwise if one.entry.family else None)
        if kind is not None:
            found.append((one.first, _KINDS.get(kind, kind.value)))
    return sorted(found)


def _kinds(view: View, told: list[tuple[int, str]], content: tuple[Span, ...]) -> frozenset[str]:
    found: set[str] = set()
    for span in content:
        first, last = view.tokens_in(span)
        found.update(kind for _, kind in told[bisect_left(told, (first, "")) : bisect_left(told, (last, ""))])
    return frozenset(found)


def _words(view: View, content: tuple[Span, ...]) -> frozenset[str]:
    found: set[str] = set()
    for span in content:
        for k in range(*view.tokens_in(span)):
            if not view.mark(k) and len(view.words[k]) > 3 and view.pos(k) in ("NOUN", "PROPN", "VERB", "ADJ", "PART", "X"):
                found.add(view.stems[k])
    return frozenset(found)


Known = dict[str, tuple[frozenset[str], frozenset[str]]]


def _denied(denial: Claim, claims: tuple[Claim, ...], words: Known, least: int = 1, opposed: bool = False) -> str | None:
    best: tuple[float, str] | None = None
    said, kinds = words[denial.id]
    for other in claims[:_MOST]:
        if other.id == denial.id or other.stance in (Stance.DENIES, Stance.DOUBTS):
            continue
        if any(a.overlaps(b) for a in denial.content for b in other.content):
            continue
        mine, theirs = denial.speaker, other.speaker
        if mine and theirs and (mine.key == theirs.key or (mine.side is not None and mine.side == theirs.side)):
            continue
        against = bool(mine and theirs and mine.side and theirs.side)
        if opposed and not against:
            continue
        their_words, their_kinds = words[other.id]
        alike = bool(kinds & their_kinds)
        if kinds and their_kinds and not alike:
            continue  # a breach of the border is not denied by who denies control of a village
        shared = said & their_words
        if len(shared) < max(least, min(_LEAST, len(said))) and not (alike and against and not opposed):
            continue
        score = len(shared) / max(1, min(len(said), len(their_words))) + (_ALIKE if alike else 0.0)
        if best is None or score > best[0]:
            best = (score, other.id)
    return best[1] if best and best[0] >= 0.25 else None


Told = dict[int, list[tuple[int, int, Claim]]]


def _by_paragraph(view: View, claims: tuple[Claim, ...]) -> Told:
    """The attributed claims of each paragraph by where they end; of two that end together the first of the document stands last."""
    found: Told = {}
    for number, claim in enumerate(claims):
        if claim.attribution is Attribution.EXPLICIT:
            paragraph = view.paragraph_of[view.tokens_in(claim.content[0])[0]]
            found.setdefault(paragraph, []).append((max(span.end for span in claim.content), -number, claim))
    for some in found.values():
        some.sort(key=lambda each: each[:2])
    return found


def _answered(view: View, denial: Claim, told: Told, words: Known) -> str | None:
    """The claim that a denial answers by its place: the nearest before it that somebody on no shared side tells, on no other kind of thing.

    A denial names what it denies by a pronoun or not at all ("The harbour company denied it: the belt was not running").
    """
    if denial.attribution is not Attribution.EXPLICIT:
        return None
    here = min(span.start for span in (*denial.cue, *denial.content))
    paragraph = view.paragraph_of[view.tokens_in(denial.cue[0] if denial.cue else denial.content[0])[0]]
    beside = told.get(paragraph, [])
    before = (claim for _, _, claim in reversed(beside[: bisect_left(beside, here + 1, key=lambda each: each[0])]) if claim.id != denial.id)
    for other in islice(before, _NEAREST):
        mine, theirs = denial.speaker, other.speaker
        if other.stance in (Stance.DENIES, Stance.DOUBTS, Stance.ORDERS, Stance.EXPECTS) or mine is None or theirs is None:
            continue
        if mine.key == theirs.key or (mine.side is not None and mine.side == theirs.side):
            continue
        kinds, their_kinds = words[denial.id][1], words[other.id][1]
        if not (kinds and their_kinds and not kinds & their_kinds):
            return other.id
    return None
