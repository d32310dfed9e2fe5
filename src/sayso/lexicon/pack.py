"""The pack: the actors, outlets, sides and own places of one conflict."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sayso.lexicon.names import NameIndex
from sayso.lexicon.places import PackPlaces

_KEPT = 1000  # days whose parties are kept in memory

Words = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A side, from and until a day (None: open)."""

    side: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody who speaks or acts: a body, unit or office-holder. `body` is the actor it belongs to or speaks for."""

    id: str
    kind: str
    names: dict[str, str]
    aliases: Words = field(default_factory=dict)
    surname: dict[str, str] = field(default_factory=dict)
    office: dict[str, str] = field(default_factory=dict)
    metonyms: Words = field(default_factory=dict)
    surname_aliases: Words = field(default_factory=dict)
    office_aliases: Words = field(default_factory=dict)
    person: bool = False
    body: str | None = None
    in_office: tuple[date | None, date | None] = (None, None)
    sides: tuple[Tenure, ...] = ()
    country: str | None = None
    area: str | None = None
    source: str = "unverified"

    def name(self, lang: str = "en") -> str:
        """The name in a language, else in English, else the id."""
        return self.names.get(lang) or self.names.get("en") or self.id

    def side(self, on: date | None = None) -> str | None:
        """The side on a day (today's where there is no day: the last one)."""
        for tenure in reversed(self.sides):
            if on is None or ((tenure.since is None or tenure.since <= on) and (tenure.until is None or on <= tenure.until)):
                return tenure.side
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """An agency, outlet, channel or platform. `voice_of` is the actor whose voice it is."""

    id: str
    kind: str
    names: dict[str, str]
    aliases: Words = field(default_factory=dict)
    risky_aliases: Words = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    zone: str | None = None
    country: str | None = None
    controlled_by: str | None = None
    side: str | None = None
    voice_of: str | None = None
    domains: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    source: str = "unverified"

    def name(self, lang: str = "en") -> str:
        """The name in a language, else in English, else the id."""
        return self.names.get(lang) or self.names.get("en") or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """The data of one conflict. `index` finds actor and outlet names in texts, whatever their inflection."""

    name: str
    version: str
    actors: dict[str, Actor]
    outlets: dict[str, Outlet]
    sides: dict[str, dict[str, str]]
    countries: tuple[str, ...]
    regions: tuple[str, ...]
    header: dict[str, Any]
    index: NameIndex
    places: PackPlaces = field(default_factory=PackPlaces)
    outlet_keys: dict[str, set[str]] = field(default_factory=dict, repr=False, compare=False)
    _parties: dict[date | None, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        for outlet in self.outlets.values():
            for key in _keys_of(outlet):
                self.outlet_keys.setdefault(key, set()).add(outlet.id)

    def parties(self, on: date | None = None) -> frozenset[str]:
        """The countries that have a side of their own in the conflict on a day; remembered, since every document asks."""
        found = self._parties.get(on)
        if found is None:
            if len(self._parties) >= _KEPT:
                self._parties.clear()
            found = frozenset(a.country for a in self.actors.values() if a.country and a.side(on) not in (None, "other"))
            self._parties[on] = found
        return found

    def outlet_of(self, name: str | None, url: str | None = None) -> Outlet | None:
        """The outlet that goes by this name, handle or domain; None where none or several do."""
        keys = [key for key in (_key(name), _host(url)) if key]
        for key in keys:
            found = self.outlet_keys.get(key, set())
            if len(found) == 1:
                return self.outlets[next(iter(found))]
        return None


def _key(name: str | None) -> str:
    return (name or "").strip().casefold().removeprefix("https://").removeprefix("http://").removeprefix("t.me/").removeprefix("@")


def _host(url: str | None) -> str:
    """The host of a URL, or channel name of a t.me address."""
    rest = (url or "").split("://", 1)[-1].casefold()
    host, _, path = rest.partition("/")
    host = host.removeprefix("www.")
    return path.removeprefix("s/").split("/")[0].split("?")[0] if host == "t.me" else host


def _keys_of(outlet: Outlet) -> set[str]:
    words = [
        outlet.id,
        *outlet.names.values(),
        *(alias for aliases in outlet.aliases.values() for alias in aliases),
        *outlet.domains,
        *outlet.handles,
    ]
    return {_key(word) for word in words}
