"""The zone of a moment: named in the text, else the outlet's, else that of the place, else that of publication."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from sayso.lexicon.times import ZoneBook, zone_book
from sayso.lexicon.zones import zone_named
from sayso.record.document import Document
from sayso.record.moment import ZoneFrom
from sayso.record.place import Place, Use
from sayso.text.span import Span

_LEAST = 0.3  # belief in a place below which its zone is not taken


def zone_of_place(place: Place, book: ZoneBook) -> tzinfo | None:
    """The zone of a place by its region, else by its country where that keeps one time; None where neither is known."""
    if not place.country:
        return None
    for name in (*reversed(place.admin), place.name):
        found = book.regions.get((place.country, name.casefold()))
        if found:
            return zone_named(found)
    # A country that spans several zones tells none unless the region is known.
    if place.country == "RU" and len(place.admin) < 2 and place.precision == "country":
        return None
    return zone_named(book.countries.get(place.country))


@dataclass(frozen=True, slots=True)
class Zones:
    """The zones that a document offers: the outlet's, those of its places in text order, and the offset of publication."""

    outlet: tzinfo | None
    places: tuple[tuple[Span, tzinfo], ...]
    published: tzinfo | None

    @classmethod
    def of(cls, document: Document, outlet_zone: str | None, places: tuple[Place, ...]) -> "Zones":
        """The zones of a document; only places that events may have count."""
        book = zone_book()
        found = []
        for place in sorted(places, key=lambda p: p.span):
            zone = zone_of_place(place, book) if place.use is Use.LOCATION and place.confidence >= _LEAST else None
            if zone is not None:
                found.append((place.span, zone))
        at = document.published
        return cls(zone_named(outlet_zone), tuple(found), at.tzinfo if isinstance(at, datetime) else None)

    def choose(self, named: str | None, span: Span, near: tuple[Span, ...]) -> tuple[tzinfo, ZoneFrom]:
        """The zone of an expression at `span`; `near` are the stretches to look for a place in, nearest first (sentence, paragraph)."""
        if named and named != "local":
            zone = zone_named(named)
            if zone is not None:
                return zone, ZoneFrom.TEXT
        if named == "local":
            # The text says whose time it is: that of the place, wherever the nearest one stands.
            zone = self._place(span, (*near, Span(0, 1 << 60)))
            if zone is not None:
                return zone, ZoneFrom.PLACE
        if self.outlet is None:
            zone = self._place(span, near)
            if zone is not None:
                return zone, ZoneFrom.PLACE
        return self.of_document()

    def of_document(self) -> tuple[tzinfo, ZoneFrom]:
        """The zone where nothing near by tells one: the outlet's, that of publication, else UTC."""
        if self.outlet is not None:
            return self.outlet, ZoneFrom.OUTLET
        if self.published is not None:
            return self.published, ZoneFrom.PUBLISHED
        return UTC, ZoneFrom.NONE

    def _place(self, span: Span, near: tuple[Span, ...]) -> tzinfo | None:
        at = bisect_left(self.places, span.start, key=lambda place: place[0].start)
        beside = self.places[max(0, at - 1) : at + 1]  # the nearest place stands right before or right after
        for stretch in near:
            inside = [(span.gap(where), zone) for where, zone in beside if stretch.covers(where)]
            if inside:
                return min(inside, key=lambda pair: pair[0])[1]
        return None
