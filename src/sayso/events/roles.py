"""The roles of an event: who did it, to whom, and who holds a place."""

from collections.abc import Sequence

from sayso.events.sightings import Sighting
from sayso.events.view import View
from sayso.lexicon.pack import Pack
from sayso.record.claim import Claim
from sayso.record.event import Kind, Participant, Role
from sayso.record.figure import Figure, Unit
from sayso.record.mention import Mention, MentionKind
from sayso.text.span import Span

_BY = frozenset(("by", "par"))
_ON = frozenset("on against at upon contre sur по против на проти over".split())
_OWN = frozenset("our we us наш наша наши нашим наших нашей мы наше ми наші нашої notre nos nous".split())
_REACH = 140  # characters
_MOST = 5


def participants(
    view: View, sighting: Sighting, mentions: Sequence[Mention], claims: Sequence[Claim], holders: Sequence[Claim], figures: Sequence[Figure], pack: Pack
) -> tuple[Participant, ...]:
    """The participants of a sighting, agents first.

    `mentions` are those of its sentence; names that are the source of a claim take no part, unless the speaker speaks of his own side
    ("under our control").
    """
    trigger = view.span(sighting.first, sighting.last)
    sources = [span for claim in claims for span in (*claim.source, *claim.cue)] + [r.span for claim in claims for r in claim.relays if r.span]
    found: list[Participant] = []
    taken: set[str] = set()
    for mention in mentions:
        if mention.outlet is not None and mention.actor is None:
            continue
        if mention.actor is None and mention.kind in (MentionKind.PLACE, MentionKind.FACILITY):
            continue
        if mention.span.gap(trigger) > _REACH or any(mention.span.overlaps(span) for span in sources):
            continue
        role = _role(view, sighting, trigger, mention.span)
        if role is None or (mention.actor or mention.name) in taken:
            continue
        taken.add(mention.actor or mention.name)
        actor = pack.actors.get(mention.actor) if mention.actor else None
        found.append(Participant(role=role, name=actor.name() if actor else mention.name, id=mention.actor, span=mention.span))
    if sighting.kind in (Kind.CAPTURE, Kind.WITHDRAWAL):
        found = _holders(view, sighting, found, holders)
    found += _victims(found, figures)
    order = list(Role)
    return tuple(sorted(found, key=lambda p: (order.index(p.role), p.span or Span(0, 0)))[:_MOST])


def _role(view: View, sighting: Sighting, trigger: Span, span: Span) -> Role | None:
    """The role of a name by the side it stands on and the word before it."""
    before = span.end <= trigger.start
    lead = view.text[max(0, span.start - 16) : span.start].casefold().split()[-2:]
    if any(word in _BY for word in lead):
        return Role.AGENT
    if any(word in _ON for word in lead):
        return Role.TARGET
    if before:
        return Role.TARGET if sighting.passive else Role.AGENT
    if span.start >= trigger.end:
        if sighting.passive:
            return None
        return Role.TARGET if sighting.entry.verb or sighting.kind not in (Kind.MISSILE_STRIKE, Kind.SHELLING, Kind.AIR_STRIKE, Kind.DRONE_STRIKE) else Role.AGENT
    return None


def _holders(view: View, sighting: Sighting, found: list[Participant], claims: Sequence[Claim]) -> list[Participant]:
    """The participants with the one who is said to hold the place as place-holder."""
    sentence = view.sentences[sighting.first]
    low = max(0, sighting.first - 6)
    own = any(form in _OWN for i, form in enumerate(view.forms[low : sighting.last + 4], low) if view.sentences[i] == sentence)
    speaker = claims[0].speaker if claims else None
    agents = [p for p in found if p.role is Role.AGENT]
    if sighting.kind is Kind.CAPTURE and agents:
        first = agents[0]
        return [*found, Participant(role=Role.HOLDER, name=first.name, id=first.id, span=first.span)]
    if sighting.kind is Kind.CAPTURE and own and speaker is not None:
        return [*found, Participant(role=Role.HOLDER, name=speaker.name, id=speaker.id)]
    return found


def _victims(found: Sequence[Participant], figures: Sequence[Figure]) -> list[Participant]:
    """One victim for each sort of people that the figures count."""
    if any(p.role is Role.VICTIM for p in found):
        return []
    seen: dict[str, Participant] = {}
    for figure in figures:
        if figure.unit in (Unit.KILLED, Unit.WOUNDED, Unit.CAPTURED) and figure.who is not None and figure.who.value != "unknown":
            seen.setdefault(figure.who.value, Participant(role=Role.VICTIM, name=figure.who.value))
    return list(seen.values())
