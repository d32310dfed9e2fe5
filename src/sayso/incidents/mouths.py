"""The mouth: whose news a document is, by the order in which its people speak."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sayso.lexicon.pack import Pack
from sayso.record.annotation import Annotation
from sayso.record.claim import Attribution, Claim, RelayKind, Speaker

_LATE = 0.5  # of the text: where nobody has spoken before that, the document's own voice tells the news


@dataclass(frozen=True, slots=True, kw_only=True)
class Mouth:
    """The speaker, channel or outlet that a document's main news comes from: key, name, and the rule by which it was found."""

    key: str
    name: str
    rule: str


def mouth(annotation: Annotation, pack: Pack | None = None) -> Mouth:
    """The mouth of a document.

    Of a forward the channel that it comes from; of a body's own channel that body; else the first who is quoted. A land as a whole
    ("Orvenna denies"), as headlines have it, gives way to a listed speaker after it, and one whom the pack does not list to the outlet
    that collects listed ones, or, of an agency, which hands on, to the first of these. Where nobody is quoted, or only late, it is the
    outlet, or the document itself.
    """
    document = annotation.document
    if document.forwarded_from:
        return Mouth(key=document.forwarded_from.casefold(), name=document.forwarded_from, rule="forwarded")
    known = pack.outlet_of(document.outlet, document.url) if pack else None
    if known and pack and known.voice_of:
        actor = pack.actors.get(known.voice_of)
        return Mouth(key=known.voice_of, name=actor.name() if actor else known.name(), rule="own channel")
    quoted = sorted(
        (c for c in annotation.claims if c.speaker and c.attribution is not Attribution.NARRATION), key=lambda c: (_at(c), c.id)
    )
    speakers = [speaker for claim in quoted if claim.speaker for speaker in claim.speaker.members or (claim.speaker,)]
    wire = known is not None and known.kind == RelayKind.AGENCY
    told = bool(quoted) and _at(quoted[0]) <= _LATE * len(document.text)
    chosen = _first(speakers, _lands(pack), wire=wire) if told else None
    if chosen is not None:
        return Mouth(key=chosen.key, name=chosen.name, rule="speaker")
    if document.outlet:
        return Mouth(key=known.id if known else document.outlet.casefold(), name=known.name() if known else document.outlet, rule="outlet")
    return Mouth(key=document.id, name="origin not named", rule="document")


def _at(claim: Claim) -> int:
    return min((span.start for span in (*claim.source, *claim.cue, *claim.content)), default=0)


def _lands(pack: Pack | None) -> Collection[str]:
    """The actors that a capital or a country stands for."""
    return {actor.id for actor in pack.actors.values() if actor.metonyms} if pack else ()


def _first(speakers: Sequence[Speaker], lands: Collection[str], *, wire: bool) -> Speaker | None:
    first, *after = speakers
    if first.id in lands and after and after[0].id:
        return after[0]
    listed = next((speaker for speaker in after if speaker.id), None)
    return first if first.id or listed is None else listed if wire else None
