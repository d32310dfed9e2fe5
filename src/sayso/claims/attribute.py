"""The attribution: the claims of a document, with speakers, relays, stances and exact words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache, partial

from sayso import ids
from sayso.claims.charges import charges
from sayso.claims.coreference import continued, follower, gathered, resolve, voice
from sayso.claims.credits import credited, reported
from sayso.claims.denials import with_denials
from sayso.claims.disavowals import disavowed
from sayso.claims.edges import edged
from sayso.claims.idioms import cued
from sayso.claims.joining import joined
from sayso.claims.labels import labelled
from sayso.claims.narration import narrated
from sayso.claims.proposal import Proposal
from sayso.claims.propose import merged, propose
from sayso.claims.quotation import manner
from sayso.claims.rejections import countered
from sayso.claims.relays import handed_on, relay, relays_of, trimmed
from sayso.claims.roster import Roster, prepared
from sayso.claims.speakers import of_outlet
from sayso.claims.stances import settled
from sayso.claims.subjects import sourced, widened
from sayso.claims.union import united
from sayso.claims.unnamed import unnamed
from sayso.claims.view import View
from sayso.claims.voices import unsaid
from sayso.claims.wordings import worded
from sayso.lexicon.language import Lexicon
from sayso.lexicon.pack import Outlet, Pack
from sayso.record.claim import Attribution, Claim, Manner, Relay, RelayKind, Speaker, SpeakerKind, Stance
from sayso.record.judgement import Judgement
from sayso.record.mention import Mention, MentionKind
from sayso.record.method import Method
from sayso.record.reading import Reading
from sayso.text.span import Span
from sayso.version import __version__

_RULES = Method(name="claims by rules", version=__version__)
_ROLES = Method(name="claims by roles", version=__version__)
_NEAR = 12  # proposals on either side that may share a sentence with one
_PASSING = frozenset({SpeakerKind.AGENCY, SpeakerKind.OUTLET})


def attribute(
    reading: Reading, mentions: tuple[Mention, ...], lexicon: Lexicon, pack: Pack, judgements: Sequence[Judgement] = ()
) -> tuple[Claim, ...]:
    """The claims in text order: attributed ones, then by place those in the document's own voice.

    Role spans come from the reading's proposals where it has any, else from rules. A judgement on a claim's span with
    `about` "claim" and verdict "none" takes the claim out; "speaker: NAME" is left to the run.
    """
    view, roster = prepared(reading, lexicon.cues, pack)
    mentions = tuple(sorted(mentions, key=lambda m: m.span))
    document = reading.document
    publisher = pack.outlet_of(document.outlet, document.url)
    encoded = bool(reading.roles) or any(passage.vector is not None for passage in reading.passages)
    settle = cache(partial(settled, view))  # once a proposal: the union asks before what it leaves unchanged is settled
    proposals = propose(view, _named_tokens(view, mentions) | _listed_tokens(roster))
    if encoded:
        proposals = united(joined(reading, view), proposals, view, settle)
    proposals = countered(
        view,
        tuple(
            settle(unnamed(view, unsaid(view, worded(view, cued(view, handed_on(view, roster, trimmed(view, roster, p)))))))
            for p in merged(proposals, view)
        ),
    )
    proposals = disavowed(view, labelled(view, proposals))
    resolved = _resolved(view, roster, mentions, proposals, document.day, publisher)
    claims = _claims(reading, view, roster, resolved, publisher, _ROLES if encoded else _RULES)
    origin = pack.outlet_of(document.forwarded_from)
    credit = credited(view, roster, publisher) or reported(view, roster, publisher)
    claims = [with_credit(claim, credit) for claim in claims]
    claims = [with_origin(claim, _handed_on(document.forwarded_from, origin, claim.speaker)) for claim in claims]
    claims += _narration(reading, view, roster, mentions, claims, origin or publisher)
    claims = [claim for claim in claims if not _refused(claim, judgements)]
    return with_denials(view, lexicon.triggers, tuple(sorted(claims, key=lambda c: (min(c.content).start, c.cue, c.id))))


def _named_tokens(view: View, mentions: tuple[Mention, ...]) -> frozenset[int]:
    kinds = (MentionKind.PERSON, MentionKind.ORGANISATION)
    return frozenset(k for m in mentions if m.kind in kinds for k in range(*view.tokens_in(m.span)))


def _listed_tokens(roster: Roster) -> frozenset[int]:
    return frozenset(k for e in roster.entries if any(n.how != "risky" for n in e.named) for k in range(e.first, e.last))


Resolved = tuple[Proposal, Speaker | None, tuple[Relay, ...]]


def _resolved(
    view: View, roster: Roster, mentions: tuple[Mention, ...], proposals: tuple[Proposal, ...], on: date | None, publisher: Outlet | None
) -> list[Resolved]:
    """Each proposal with its speaker, in text order; one that only hands on another is left out and becomes a relay of that one."""
    cast = gathered(view, roster, mentions, on)
    proposals = tuple(edged(view, widened(view, sourced(cast, proposal))) for proposal in proposals)
    speakers: dict[int, Speaker | None] = {}
    for number in sorted(range(len(proposals)), key=lambda n: proposals[n].frame.start):
        proposal = proposals[number]
        if proposal.follows:
            speakers[number] = follower(view, cast, proposal.content[0])
        elif not proposal.source:
            speakers[number] = continued(cast, proposal.cue[0]) if proposal.cue else None
        else:
            first, last = view.tokens_in(proposal.named or Span(proposal.source[0].start, proposal.source[-1].end))
            who = resolve(cast, first, last)
            speakers[number] = who
            if who is not None:
                cast.hear(who, first, last)
    handing = _handing(view, roster, proposals, speakers)
    outer: dict[int, list[int]] = {}
    for other, inner in handing.items():
        outer.setdefault(inner, []).append(other)
    found: list[Resolved] = []
    for number, proposal in enumerate(proposals):
        if number in handing:
            continue
        passed = tuple(_as_relay(roster, proposals[other], speaker) for other in outer.get(number, ()) if (speaker := speakers[other]))
        kept = tuple(r for r in passed if r is not None and not (publisher and r.id == publisher.id))
        found.append((proposal, speakers[number], kept))
    return found


def _handing(view: View, roster: Roster, proposals: tuple[Proposal, ...], speakers: dict[int, Speaker | None]) -> dict[int, int]:
    """Proposals of agencies and outlets whose content is another's attribution -> that one's number."""
    found: dict[int, int] = {}
    for number, outer in enumerate(proposals):
        speaker = speakers[number]
        if speaker is None or speaker.kind not in _PASSING or not outer.cue or outer.stance is not Stance.ASSERTS:
            continue
        # the attribution that is handed on stands beside: proposals are in text order
        for other in range(max(0, number - _NEAR), min(len(proposals), number + _NEAR)):
            inner = proposals[other]
            if other == number or not inner.cue or other in found:
                continue
            theirs = speakers[other]
            if theirs is not None and theirs.key == speaker.key:
                continue
            if not inner.source and theirs is None:
                continue
            if any(part.covers(cue) for part in outer.content for cue in inner.cue) or _same_words(outer, inner):
                found[number] = other
                break
    return found


def _same_words(one: Proposal, other: Proposal) -> bool:
    shared = sum(a.shared(b) for a in one.content for b in other.content)
    return shared >= 0.6 * min(sum(s.length for s in one.content), sum(s.length for s in other.content))


def _as_relay(roster: Roster, proposal: Proposal, speaker: Speaker) -> Relay | None:
    outlet = roster.pack.outlets.get(speaker.id or "")
    span = proposal.source[0] if proposal.source else None
    if outlet:
        return relay(outlet, span)
    return Relay(name=speaker.name, kind=RelayKind.AGENCY if speaker.kind is SpeakerKind.AGENCY else RelayKind.OUTLET, span=span)


def _claims(
    reading: Reading, view: View, roster: Roster, resolved: list[Resolved], publisher: Outlet | None, method: Method
) -> list[Claim]:
    document = reading.document
    found: list[Claim] = []
    others = [proposal for proposal, _, _ in resolved]
    for number, (proposal, speaker, passed) in enumerate(resolved):
        how = manner(reading.text, reading.quotations, proposal.content)
        if not proposal.source and not proposal.cue and how is not Manner.DIRECT:
            continue  # only a quotation can go on by itself
        beside = others[max(0, number - _NEAR) : number + _NEAR]
        near = relays_of(view, roster, proposal, beside, publisher, speaker.id if speaker else None) if not proposal.follows else ()
        relays = _chain(near, passed)
        outlet = roster.pack.outlets.get(speaker.id or "") if speaker else None
        if (
            outlet is not None
            and proposal.source
            and not (publisher and publisher.id == outlet.id)
            and all(r.id != outlet.id for r in relays)
        ):
            # an agency or channel that alone reports is speaker and relay
            relays = (relay(outlet, proposal.source[0]), *relays)
        found.append(
            Claim(
                id=ids.make("c", document.id, *[list(s) for s in (*proposal.source, (-1, -1), *proposal.cue, (-1, -1), *proposal.content)]),
                document=document.id,
                source=proposal.source,
                cue=proposal.cue,
                content=proposal.content,
                speaker=speaker,
                relays=relays,
                stance=_charged(view, roster, document.day, proposal, speaker),
                manner=how,
                attribution=Attribution.EXPLICIT,
                confidence=_confidence(proposal, speaker),
                method=method,
            )
        )
    unique: dict[str, Claim] = {}
    for claim in found:
        unique.setdefault(claim.id, claim)
    return list(unique.values())


def _charged(view: View, roster: Roster, on: date | None, proposal: Proposal, speaker: Speaker | None) -> Stance:
    """The stance: what only asserts accuses where its content lays the blame on another side."""
    accuses = proposal.stance is Stance.ASSERTS and proposal.cue and charges(view, roster.pack, on, speaker, proposal.content)
    return Stance.ACCUSES if accuses else proposal.stance


def _chain(near: tuple[Relay, ...], passed: tuple[Relay, ...]) -> tuple[Relay, ...]:
    """Relays of the sentence, then those that hand the whole attribution on; each once."""
    chain: list[Relay] = []
    for one in (*(r for r in near if r.id not in {p.id for p in passed} or r.id is None), *passed):
        if all((one.id or one.name) != (known.id or known.name) for known in chain):
            chain.append(one)
    return tuple(chain)


def _confidence(proposal: Proposal, speaker: Speaker | None) -> float:
    """What the encoder says of the whole claim; for rules their score, moved by what is known of the speaker."""
    if proposal.confidence is not None:
        return round(min(0.99, max(0.05, proposal.confidence)), 3)
    score = proposal.score
    if speaker is None:
        score -= 0.1
    elif speaker.id is not None:
        score += 0.05
    return round(min(0.99, max(0.05, score)), 3)


def _narration(
    reading: Reading, view: View, roster: Roster, mentions: tuple[Mention, ...], claims: list[Claim], publisher: Outlet | None
) -> list[Claim]:
    document = reading.document
    claimed = tuple(span for claim in claims for span in (*claim.content, *claim.cue, *claim.source))
    speaker: Speaker | None = None
    if publisher is not None:
        speaker = voice(roster, publisher.voice_of, document.day) or of_outlet(publisher)
    if document.forwarded_from and roster.pack.outlet_of(document.forwarded_from) is None:
        speaker = Speaker(id=None, name=document.forwarded_from, kind=SpeakerKind.OUTLET)
    elif publisher is None and document.outlet:
        speaker = Speaker(id=None, name=document.outlet, kind=SpeakerKind.OUTLET)
    return [
        Claim(
            id=ids.make("c", document.id, "narration", list(span)),
            document=document.id,
            source=(),
            cue=(),
            content=(span,),
            speaker=speaker,
            relays=(),
            stance=Stance.ASSERTS,
            manner=manner(reading.text, (), (span,)),
            attribution=Attribution.NARRATION,
            confidence=0.6,
            method=_RULES,
        )
        for span in narrated(view, mentions, claimed)
    ]


def _refused(claim: Claim, judgements: Sequence[Judgement]) -> bool:
    return any(
        j.document == claim.document
        and j.about == "claim"
        and j.verdict == "none"
        and j.span is not None
        and any(j.span.overlaps(span) for span in claim.content)
        for j in judgements
    )


def _handed_on(name: str | None, origin: Outlet | None, speaker: Speaker | None) -> tuple[Relay, ...]:
    """The channel that a post was forwarded from, as a relay; none where that channel is the speaker's own voice."""
    if not name:
        return ()
    if origin is None:
        return (Relay(name=name, kind=RelayKind.OUTLET),)
    own = speaker is not None and speaker.id in (origin.id, origin.voice_of)
    return () if own else (relay(origin, None),)


def with_credit(claim: Claim, credit: tuple[Relay, ...]) -> Claim:
    """The claim, with the outlets credited for the whole document where it names none of its own but a platform."""
    spoken = claim.speaker.id if claim.speaker else None
    own = any(one.kind is not RelayKind.PLATFORM for one in claim.relays)
    return claim if own else with_origin(claim, tuple(r for r in credit if r.id != spoken))


def with_origin(claim: Claim, relays: tuple[Relay, ...]) -> Claim:
    """The claim with further relays after its own."""
    chain = _chain(claim.relays, relays)
    return claim if chain == claim.relays else replace(claim, relays=chain)
