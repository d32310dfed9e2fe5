"""The comparison: the program's own claims of a text beside those of a reader."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.errors import InputError
from sayso.record.annotation import Annotation
from sayso.record.claim import Attribution, Claim
from sayso.record.gold import GoldDocument
from sayso.run.assembly import pipeline
from sayso.run.config import Config
from sayso.text.span import Span

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")
_NEAR = 0.5  # of the words of two contents together, those that both have: as the scorers match claims


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Pairs (gold, own) with nearly the same content; what was `missed`; what is `false`. Narration is in none of them."""

    found: tuple[tuple[Claim, Claim], ...]
    missed: tuple[Claim, ...]
    false: tuple[Claim, ...]


def own_reading(gold: GoldDocument, settings: Config) -> Annotation:
    """What the program reads in the text of a gold document, which tells it nothing else; InputError where it cannot read it."""
    # The language is found by the program itself, as `sayso annotate` would.
    for annotation in pipeline(settings).annotations([replace(gold.annotation.document, lang=None)]):
        if isinstance(annotation, Annotation):
            return annotation
        raise InputError(annotation.why, where=annotation.where, then=annotation.then)
    raise InputError("no text was given")


def compared(gold: Annotation, own: Annotation) -> Comparison:
    """The claims with a speaker of two annotations of one text, matched one to one by the words of their contents, best first."""
    text = gold.document.text
    mine, theirs = ([claim for claim in a.claims if claim.attribution is Attribution.EXPLICIT] for a in (gold, own))
    near = [
        (likeness, i, j)
        for i, a in enumerate(_words(mine, text))
        for j, b in enumerate(_words(theirs, text))
        if a | b and (likeness := len(a & b) / len(a | b)) >= _NEAR
    ]
    of: dict[int, int] = {}
    for _, i, j in sorted(near, key=lambda t: (-t[0], t[1], t[2])):
        if i not in of and j not in of.values():
            of[i] = j
    return Comparison(
        found=tuple((mine[i], theirs[j]) for i, j in sorted(of.items())),
        missed=tuple(claim for i, claim in enumerate(mine) if i not in of),
        false=tuple(claim for j, claim in enumerate(theirs) if j not in of.values()),
    )


def differences(gold: Claim, own: Claim) -> tuple[tuple[str, str, str], ...]:
    """(what, gold, own) for each thing that the two claims say differently: speaker, stance, relays, quotation."""
    rows = (
        ("speaker", _named(gold), _named(own)),
        ("stance", gold.stance.value, own.stance.value),
        ("relays", _relayed(gold), _relayed(own)),
        ("quotation", gold.manner.value, own.manner.value),
    )
    return tuple(row for row in rows if row[1] != row[2])


def _named(claim: Claim) -> str:
    if claim.speaker is None:
        return "not known"
    return " + ".join(sorted(member.id or member.name for member in claim.speaker.members)) or claim.speaker.id or claim.speaker.name


def _relayed(claim: Claim) -> str:
    return ", ".join(relay.id or relay.name for relay in claim.relays) or "none"


def _words(claims: Sequence[Claim], text: str) -> list[set[int]]:
    starts = [match.span() for match in _WORD.finditer(text)]
    return [{start for start, end in starts if _touched(claim.content, start, end)} for claim in claims]


def _touched(spans: Iterable[Span], start: int, end: int) -> bool:
    return any(span.start < end and start < span.end for span in spans)
