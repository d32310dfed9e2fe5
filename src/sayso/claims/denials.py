"""The denial: which claim of the document a denying claim speaks of."""

from dataclasses import replace

from sayso.claims.view import View
from sayso.record.claim import Attribution, Claim, Stance
from sayso.text.span import Span

_MOST = 400  # claims of a document that a denial is held against
_LEAST = 2  # words that the two must share


def with_denials(view: View, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims, each denial with the id of the claim it denies: another speaker's, not on the same side, with most words in common."""
    words = {claim.id: _words(view, claim.content) for claim in claims}
    found = []
    for claim in claims:
        if claim.stance is Stance.DENIES:
            found.append(replace(claim, denied=_denied(claim, claims, words)))
        elif claim.stance is Stance.ASSERTS and claim.attribution is Attribution.EXPLICIT and _says_no(view, claim):
            # "There was no violation" denies where somebody else tells of one; otherwise it asserts an absence
            denied = _denied(claim, claims, words, least=2, opposed=True)
            found.append(replace(claim, stance=Stance.DENIES, denied=denied) if denied else claim)
        else:
            found.append(claim)
    return tuple(found)


def _says_no(view: View, claim: Claim) -> bool:
    """Does the content say that something is not so?"""
    first, last = view.tokens_in(claim.content[0])
    return any(view.word_in("none", k) for k in range(first, min(last, first + 12)))


def _words(view: View, content: tuple[Span, ...]) -> frozenset[str]:
    found: set[str] = set()
    for span in content:
        for k in range(*view.tokens_in(span)):
            if not view.mark(k) and len(view.words[k]) > 3 and view.pos(k) in ("NOUN", "PROPN", "VERB", "ADJ", "PART", "X"):
                found.add(view.stems[k])
    return frozenset(found)


def _denied(
    denial: Claim, claims: tuple[Claim, ...], words: dict[str, frozenset[str]], least: int = 1, opposed: bool = False
) -> str | None:
    best: tuple[float, str] | None = None
    for other in claims[:_MOST]:
        if other.id == denial.id or other.stance in (Stance.DENIES, Stance.DOUBTS):
            continue
        if any(a.overlaps(b) for a in denial.content for b in other.content):
            continue
        mine, theirs = denial.speaker, other.speaker
        if mine and theirs and (mine.key == theirs.key or (mine.side is not None and mine.side == theirs.side)):
            continue
        if opposed and not (mine and theirs and mine.side and theirs.side):
            continue
        shared = words[denial.id] & words[other.id]
        if len(shared) < max(least, min(_LEAST, len(words[denial.id]))):
            continue
        score = len(shared) / max(1, min(len(words[denial.id]), len(words[other.id])))
        if best is None or score > best[0]:
            best = (score, other.id)
    return best[1] if best and best[0] >= 0.25 else None
