"""The viewpoint of an edition: its language for names, its time zone for hours."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from sayso.lexicon.pack import Pack
from sayso.lexicon.phrases import fold
from sayso.lexicon.roles import role_in
from sayso.lexicon.zones import zone_named
from sayso.record.annotation import Annotation
from sayso.record.claim import Claim, Relay, Speaker
from sayso.record.event import Event
from sayso.record.incident import Incident
from sayso.record.place import Place


def spoken(annotation: Annotation, pack: Pack, lang: str) -> Annotation:
    """The annotation with listed speakers, actors, places, relays and sides by their names in a language, and titles in its words.

    What is not listed keeps its name; a title that says more than an office ("mayor of the old town") stays as it was said.
    """
    if lang == "en":  # names are English as they are
        return replace(annotation, claims=tuple(replace(c, speaker=_titled(c.speaker, pack, lang)) for c in annotation.claims))
    names = {listed.name(): listed.name(lang) for listed in pack.places.by_id.values()}
    return replace(
        annotation,
        places=tuple(_place(place, names) for place in annotation.places),
        claims=tuple(_claim(claim, pack, lang) for claim in annotation.claims),
        events=tuple(_event(event, pack, lang) for event in annotation.events),
        figures=tuple(replace(figure, party=_side(figure.party, pack, lang)) for figure in annotation.figures),
    )


def clocked(incident: Incident, zone: str | None) -> Incident:
    """The incident with its hours in a time zone."""
    if zone is None:
        return incident
    return replace(incident, start=_at(incident.start, zone), end=_at(incident.end, zone))


def _claim(claim: Claim, pack: Pack, lang: str) -> Claim:
    speaker = _speaker(claim.speaker, pack, lang) if claim.speaker else None
    return replace(claim, speaker=speaker, relays=tuple(_relay(relay, pack, lang) for relay in claim.relays))


def _event(event: Event, pack: Pack, lang: str) -> Event:
    # An actor who holds a place is compared with the speaker who says so: both go by one name.
    told = (replace(p, name=listed.name(lang)) if (listed := pack.actors.get(p.id or "")) else p for p in event.participants)
    return replace(event, participants=tuple(told))


def _speaker(speaker: Speaker, pack: Pack, lang: str) -> Speaker:
    members = tuple(_speaker(member, pack, lang) for member in speaker.members)
    listed = pack.actors.get(speaker.id or "") or pack.outlets.get(speaker.id or "")
    name = listed.name(lang) if listed else " + ".join(m.name for m in members) if members else speaker.name
    return replace(speaker, name=name, role=_role(speaker, pack, lang), side=_side(speaker.side, pack, lang), members=members)


def _titled(speaker: Speaker | None, pack: Pack, lang: str) -> Speaker | None:
    """The speaker with the title in a language, members too."""
    if speaker is None:
        return None
    members = tuple(titled for m in speaker.members if (titled := _titled(m, pack, lang)) is not None)
    return replace(speaker, role=_role(speaker, pack, lang), members=members)


def _role(speaker: Speaker, pack: Pack, lang: str) -> str | None:
    """The title in the language: a listed person's office where the title is that of the text's language, else its own words."""
    if speaker.role is None:
        return None
    told = role_in(speaker.role, lang)
    listed = pack.actors.get(speaker.id or "")
    if told != speaker.role or listed is None or lang not in listed.office:
        return told
    offices = {fold(words) for words in (*listed.office.values(), *(a for some in listed.office_aliases.values() for a in some))}
    return listed.office[lang] if fold(speaker.role) in offices else told


def _place(place: Place, names: Mapping[str, str]) -> Place:
    """The place, and what it lies in, by the names of the pack."""
    return replace(place, name=names.get(place.name, place.name), admin=tuple(names.get(name, name) for name in place.admin))


def _side(side: str | None, pack: Pack, lang: str) -> str | None:
    """The side's label; "other" is no side, and stays the word by which it is known."""
    return side if side is None or side == "other" else pack.sides.get(side, {}).get(lang, side)


def _relay(relay: Relay, pack: Pack, lang: str) -> Relay:
    listed = pack.outlets.get(relay.id or "")
    return replace(relay, name=listed.name(lang)) if listed else relay


def _at(at: datetime | None, zone: str) -> datetime | None:
    return at.astimezone(zone_named(zone)) if at else None
