"""The coordination: places named side by side as equals, and the events that happened at each of them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso import ids
from sayso.record.event import Event, Kind
from sayso.record.place import Place, PlaceKind
from sayso.record.reading import Reading

_AND = r"(?:and|et|и|і|й|та)"
_PREPOSITION = r"(?:in|on|at|near|of|à|a|de|du|d['’]|dans|en|sur|près\sde|в|во|на|у|по|под|під|над|біля|возле|около|за)"
_SHE = r"(?:the\s|la\s|le\s|l['’])?"
_JOINED = re.compile(rf"\s{_AND}\s(?:(?P<by>{_PREPOSITION})\s?)?{_SHE}", re.IGNORECASE)
# "Orel, 160 km from the border, and Kstovo": an apposition between commas, then the next.
_APART = re.compile(rf",[^;:.!?\n()]{{3,90}}[^;:.!?\n()\d],?\s{_AND}\s(?:(?P<by>{_PREPOSITION})\s?)?{_SHE}", re.IGNORECASE)
_LISTED = re.compile(r",\s(?P<by>(?:in|on|at|near|à|de|d['’]|в|на|у|під|под)\s)?", re.IGNORECASE)
_CLOSING = re.compile(rf",?\s{_AND}\s(?:(?P<by>{_PREPOSITION})\s?)?{_SHE}", re.IGNORECASE)
_STRIKES = frozenset({Kind.DRONE_STRIKE, Kind.MISSILE_STRIKE, Kind.AIR_STRIKE, Kind.SHELLING})
_NEAR = 70  # characters between an event and the first of the places that it struck
_MOST = 8  # places of one strike


def coordinations(reading: Reading, places: Sequence[Place]) -> list[tuple[Place, ...]]:
    """The places of a text (in text order) in groups of equals named side by side; one named alone is a group of its own.

    Equals are two settlements or two regions, joined by "and" or in a list that ends so.
    """
    groups: list[list[Place]] = []
    pending: list[Place] = []  # a list with commas, which an "and" must still close
    for place in places:
        group = pending or (groups[-1] if groups else [])
        tie = _tie(reading.text, group[-1], place) if group else ""
        if tie == "and":
            if pending:
                groups.append(pending)
                pending = []
            groups[-1].append(place)
        elif tie == "comma":
            if not pending:
                pending = groups.pop() if groups else []
            pending.append(place)
        else:
            groups += [[one] for one in pending]
            pending = []
            groups.append([place])
    groups += [[one] for one in pending]
    return [tuple(group) for group in groups]


def _tie(text: str, one: Place, other: Place) -> str:
    """How two places that follow each other are tied: and, comma, or not at all."""
    if one.kind is not other.kind or one.kind not in (PlaceKind.SETTLEMENT, PlaceKind.REGION) or other.span.start - one.span.end > 110:
        return ""
    between = text[one.span.end : other.span.start]
    lead = text[max(0, one.span.start - 12) : one.span.start].casefold().split()
    joined = _JOINED.fullmatch(between) or _APART.fullmatch(between)
    if joined is None and one.kind is PlaceKind.REGION:
        joined = _CLOSING.fullmatch(between)
    if joined is not None:
        by = (joined["by"] or "").casefold()
        # "Hit Orel and in Kstovo a fire broke out": a preposition that the first has not opens another clause.
        return "and" if not by or (lead and lead[-1].strip("«“\"'’(") == by) or by in ("d'", "d’", "de") else ""
    listed = _LISTED.fullmatch(between)
    return "comma" if listed is not None else "and" if _CLOSING.fullmatch(between) is not None and "," not in between else ""


def apart(
    reading: Reading, events: Sequence[Event], placed: Sequence[tuple[str, str]], places: Sequence[Place]
) -> tuple[tuple[Event, ...], tuple[tuple[str, str], ...]]:
    """The events with their places, a strike told of several settlements as one strike at each; the first keeps its id.

    A strike with figures stays one: nothing says how they fall to the settlements.
    """
    at = dict(placed)
    group_of = {
        place.id: group for group in coordinations(reading, sorted(places, key=lambda p: p.span)) if len(group) > 1 for place in group
    }
    found: list[Event] = []
    pairs: list[tuple[str, str]] = []
    for event in events:
        found.append(event)
        if event.id in at:
            pairs.append((event.id, at[event.id]))
        group = group_of.get(at.get(event.id, ""), ())
        if event.kind not in _STRIKES or event.figures or not group or not _close(event, group):
            continue
        for place in group[:_MOST]:
            if place.id != at[event.id] and place.kind is PlaceKind.SETTLEMENT:
                twin = replace(event, id=ids.make("e", event.id, place.id))
                found.append(twin)
                pairs.append((twin.id, place.id))
    return tuple(found), tuple(pairs)


def _close(event: Event, group: Sequence[Place]) -> bool:
    return all(event.sentence.covers(place.span) for place in group) and min(place.span.gap(event.trigger) for place in group) <= _NEAR
