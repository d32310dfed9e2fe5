"""The gist: what of a document outlives its rewriting and its translation."""

import re
from dataclasses import dataclass

from sayso.incidents.when import ordinal
from sayso.incidents.words import Vector, stems_of, vector
from sayso.lexicon.pack import Pack
from sayso.record.annotation import Annotation
from sayso.record.claim import Claim, RelayKind
from sayso.record.document import Document
from sayso.record.place import Precision
from sayso.text.folding import fold

_SPOTS = (Precision.SETTLEMENT, Precision.FACILITY)
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_MOST = 20_000  # characters whose words and numbers are compared
_VOICES = 40  # turns of speaking that are compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """What is compared of two documents in whatever languages.

    `at` in days since year 1. `outlet` is the pack's id, else the folded name; `credits` are outlets that the text names or relays.
    `voices` are the speakers in text order, one turn each, without the outlet's own. `names` are pack ids or folded names, `places` the
    settlements, `numbers` as written, `counts` the low ends of figures from two on.
    """

    document: Document
    lang: str | None
    at: float | None
    outlet: str | None
    voices: tuple[str, ...]
    names: frozenset[str]
    places: frozenset[str]
    numbers: frozenset[str]
    counts: frozenset[float]
    credits: frozenset[str]
    length: int
    words: Vector
    vector: tuple[float, ...] | None

    @property
    def keys(self) -> frozenset[str]:
        """What two documents of one story mostly have in common, for looking up."""
        return self.names | {f"in {place}" for place in self.places} | {f"says {voice}" for voice in self.voices}


def gist(annotation: Annotation, pack: Pack | None = None) -> Gist:
    """The gist of an annotation; `pack` knows one outlet by its several names."""
    document = annotation.document
    known = pack.outlet_of(document.outlet, document.url) if pack else None
    outlet = known.id if known else fold(document.outlet) if document.outlet else None
    text = document.text[:_MOST]
    relayed = {r.id or fold(r.name) for claim in annotation.claims for r in claim.relays if r.kind is not RelayKind.PLATFORM}
    named = {mention.outlet for mention in annotation.mentions if mention.outlet}
    return Gist(
        document=document,
        lang=annotation.lang,
        at=ordinal(document.published) if document.published else None,
        outlet=outlet,
        voices=_voices(annotation.claims, outlet),
        names=frozenset(m.actor or m.outlet or fold(m.name) for m in annotation.mentions) - {""},
        places=frozenset(fold(p.name) for p in annotation.places if p.precision in _SPOTS),
        numbers=frozenset(_NUMBER.findall(text)),
        counts=frozenset(figure.low for figure in annotation.figures if figure.low >= 2),
        credits=frozenset(relayed | named) - {outlet},
        length=len(document.text.split()),
        words=vector(stems_of(text, annotation.lang)),
        vector=annotation.vector,
    )


def _voices(claims: tuple[Claim, ...], outlet: str | None) -> tuple[str, ...]:
    """The speakers as they come, one that goes on speaking once."""
    found: list[str] = []
    for claim in sorted(claims, key=lambda c: (min((s.start for s in c.content), default=0), c.id)):
        for speaker in (claim.speaker.members or (claim.speaker,)) if claim.speaker else ():
            if speaker.key != outlet and found[-1:] != [speaker.key]:
                found.append(speaker.key)
    return tuple(found[:_VOICES])
