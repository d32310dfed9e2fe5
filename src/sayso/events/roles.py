"""The roles of an event: who did it, to whom, and who holds a place."""

from collections.abc import Sequence

from sayso.events.contents import Attributions
from sayso.events.sightings import Sighting
from sayso.events.view import View
from sayso.lexicon.pack import Pack
from sayso.record.claim import Claim, SpeakerKind
from sayso.record.event import Actuality, Kind, Participant, Role
from sayso.record.figure import Figure, Unit
from sayso.record.mention import Mention, MentionKind
from sayso.text.span import Span

_BY = frozenset(("by", "par"))
_ON = frozenset("on against at upon contre sur по против на проти over".split())
_OWN = frozenset("our we us наш наша наши нашим наших нашей мы наше ми наші нашої notre nos nous".split())
_SELF = frozenset("they we it he she they've we've мы они он она ми вони він вона nous ils elles il elle".split())
_HOLDING = frozenset(("armed group", "military", "police"))
_KEPT_IN = frozenset("in under back в у под під aux sous".split())  # "in the hands of", "under the control of"
_BESIDE = 12  # characters between such words and the name
_DATELINE = 80  # characters from the start of a document within which a name in brackets is that of the agency that reports
_REACH = 140  # characters
_NEAR = 40  # characters within which a person takes part: people are mostly named as speakers
_MOST = 5


def participants(
    view: View,
    sighting: Sighting,
    mentions: Sequence[Mention],
    attributions: Attributions,
    holders: Sequence[Claim],
    figures: Sequence[Figure],
    pack: Pack,
    actuality: Actuality = Actuality.HAPPENED,
) -> tuple[Participant, ...]:
    """The participants of a sighting, agents first.

    `mentions` are those of its sentence; names in the `attributions` of claims take no part, unless the speaker speaks of his own side
    ("under our control").
    """
    trigger = view.span(sighting.first, sighting.last)
    found: list[Participant] = []
    named_by: set[Span] = set()
    taken: set[str] = set()
    for mention in mentions:
        if mention.outlet is not None and mention.actor is None:
            continue
        if _credited(view, mention.span):
            continue
        if mention.actor is None and mention.kind in (MentionKind.PLACE, MentionKind.FACILITY):
            continue
        reach = _NEAR if mention.kind is MentionKind.PERSON else _REACH
        if mention.span.gap(trigger) > reach or attributions.touch(mention.span):
            continue
        role = _role(view, sighting, trigger, mention.span)
        if role is None or (mention.actor or mention.name) in taken:
            continue
        taken.add(mention.actor or mention.name)
        if _led_by(view, mention.span):
            named_by.add(mention.span)
        elif role is Role.AGENT and actuality is Actuality.PREVENTED:
            role = Role.TARGET  # the one who prevented it
        actor = pack.actors.get(mention.actor) if mention.actor else None
        found.append(Participant(role=role, name=actor.name() if actor else mention.name, id=mention.actor, span=mention.span))
    if named_by:
        found = [p for p in found if p.role is not Role.AGENT or p.span in named_by]
    if holders and not any(p.role is Role.AGENT for p in found) and _self(view, sighting, holders[0]):
        speaker = holders[0].speaker
        if speaker is not None:
            found += [Participant(role=Role.AGENT, name=member.name, id=member.id) for member in speaker.members or (speaker,)]
    if sighting.kind is Kind.CAPTURE:
        found = _holders(view, sighting, found, mentions, holders, pack)
    found += _victims(found, figures)
    order = list(Role)
    return tuple(sorted(found, key=lambda p: (order.index(p.role), p.span or Span(0, 0)))[:_MOST])


def _credited(view: View, span: Span) -> bool:
    """Does a name stand in the brackets of a dateline ("12 March (Northern Wire) - "), where the agency is named that reports?"""
    start = view.text.rfind("\n", 0, span.start) + 1
    opened = view.text.rfind("(", start, span.start)
    closed = view.text.find(")", span.end, span.end + _DATELINE)
    if opened < 0 or closed < 0 or opened - start > _DATELINE or view.text.find(")", opened, span.start) >= 0:
        return False
    return view.text[closed + 1 : closed + 4].lstrip()[:1] in ("-", "–", "—")


def _self(view: View, sighting: Sighting, claim: Claim) -> bool:
    """Does the content of a claim begin with a pronoun of its speaker, shortly before the trigger ("that they had launched attacks")?"""
    if sighting.passive or not claim.source:
        return False
    trigger = view.starts[sighting.first]
    start = max((span.start for span in claim.content if span.start <= trigger), default=trigger)
    first = next((at for at in range(max(0, sighting.first - 8), sighting.first) if view.starts[at] >= start and view.wordy[at]), None)
    if first is None or view.starts[first] > start + 12:
        return False
    return any(form in _SELF for form in view.forms[first : first + 2])


def _led_by(view: View, span: Span) -> bool:
    """Does "by" stand before a name?"""
    return any(word in _BY for word in view.text[max(0, span.start - 16) : span.start].casefold().split()[-2:])


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
        return (
            Role.TARGET
            if sighting.entry.verb or sighting.kind not in (Kind.MISSILE_STRIKE, Kind.SHELLING, Kind.AIR_STRIKE, Kind.DRONE_STRIKE)
            else Role.AGENT
        )
    return None


def _can_hold(participant: Participant, pack: Pack) -> bool:
    """Can an actor hold a place? Units and armies can; a parliament, a monitor or a company that the pack lists cannot."""
    actor = pack.actors.get(participant.id) if participant.id else None
    return actor is None or actor.kind in _HOLDING


def _holders(
    view: View, sighting: Sighting, found: list[Participant], mentions: Sequence[Mention], claims: Sequence[Claim], pack: Pack
) -> list[Participant]:
    """The participants with the one who is said to hold the place as place-holder."""
    sentence = view.sentences[sighting.first]
    low = max(0, sighting.first - 6)
    own = any(form in _OWN for i, form in enumerate(view.forms[low : sighting.last + 4], low) if view.sentences[i] == sentence)
    speaker = claims[0].speaker if claims else None
    found = [p for p in found if p.role is not Role.AGENT or _can_hold(p, pack)]
    keeper = _keeper(view, sighting, mentions, pack)
    if keeper is not None:
        return [*(p for p in found if p.span != keeper.span), keeper]
    agents = [p for p in found if p.role is Role.AGENT]
    if agents:
        first = agents[0]
        return [*found, Participant(role=Role.HOLDER, name=first.name, id=first.id, span=first.span)]
    named = _by_phrase(view, sighting)
    if named is not None:
        return [*found, Participant(role=Role.HOLDER, name=named.of(view.text), span=named)]
    holds = own and speaker is not None and speaker.kind not in (SpeakerKind.AGENCY, SpeakerKind.OUTLET)  # a wire's "our" is another's
    if speaker is not None and (holds or speaker.kind in (SpeakerKind.ARMED_GROUP, SpeakerKind.MILITARY)):
        return [*found, Participant(role=Role.HOLDER, name=speaker.name, id=speaker.id)]
    return found


def _keeper(view: View, sighting: Sighting, mentions: Sequence[Mention], pack: Pack) -> Participant | None:
    """Whose hands or control a place is said to be in: an actor or a named body within the trigger or right after it."""
    if view.forms[sighting.first] not in _KEPT_IN:
        return None
    trigger = view.span(sighting.first, sighting.last)
    for mention in sorted(mentions, key=lambda m: m.span):
        named = mention.actor is not None or mention.kind is MentionKind.ORGANISATION
        if named and mention.outlet is None and trigger.start <= mention.span.start <= trigger.end + _BESIDE:
            actor = pack.actors.get(mention.actor) if mention.actor else None
            keeper = Participant(role=Role.HOLDER, name=actor.name() if actor else mention.name, id=mention.actor, span=mention.span)
            if _can_hold(keeper, pack):
                return keeper
    return None


def _by_phrase(view: View, sighting: Sighting) -> Span | None:
    """The words after "by" that follow a trigger, up to four: "controlled by local fighters"."""
    at = sighting.last if view.forms[sighting.last - 1] not in _BY else sighting.last - 1
    if at >= len(view) or view.forms[at] not in _BY:
        return None
    last = at + 1
    while last < len(view) and last - at <= 4 and view.wordy[last] and view.sentences[last] == view.sentences[at] and not view.joined(last):
        last += 1
    return view.span(at + 1, last) if last > at + 1 else None


def _victims(found: Sequence[Participant], figures: Sequence[Figure]) -> list[Participant]:
    """One victim for each sort of people that the figures count."""
    if any(p.role is Role.VICTIM for p in found):
        return []
    seen: dict[str, Participant] = {}
    for figure in figures:
        if figure.unit in (Unit.KILLED, Unit.WOUNDED, Unit.CAPTURED) and figure.who is not None and figure.who.value != "unknown":
            seen.setdefault(figure.who.value, Participant(role=Role.VICTIM, name=figure.who.value))
    return list(seen.values())
