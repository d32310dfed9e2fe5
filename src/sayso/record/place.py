"""The place: a toponym resolved to a point with its precision, and its rivals."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.record.method import Method
from sayso.text.span import Span


class PlaceKind(StrEnum):
    SETTLEMENT = "settlement"
    REGION = "region"
    COUNTRY = "country"
    FACILITY = "facility"
    OTHER = "other"


class Use(StrEnum):
    """What a toponym does in its sentence: only a location may become the place of an event."""

    LOCATION = "location"
    ACTOR = "actor"
    MODIFIER = "modifier"


class Precision(StrEnum):
    SETTLEMENT = "settlement"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"
    FACILITY = "facility"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """Another place of that name, with its share of the belief (0 to 1)."""

    name: str
    lat: float
    lon: float
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A toponym in a text; without coordinates where none was certain enough.

    `lat`, `lon` in degrees WGS 84; `radius_km` bounds what the precision leaves open; `admin` names country first.
    """

    id: str
    document: str
    span: Span
    name: str
    lat: float | None
    lon: float | None
    geonames_id: int | str | None
    kind: PlaceKind
    use: Use
    admin: tuple[str, ...] = ()
    country: str | None = None
    precision: Precision | None = None
    radius_km: float | None = None
    confidence: float = 0.0
    rivals: tuple[Rival, ...] = ()
    method: Method | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceQuery:
    """What the core asks of a gazetteer: the spellings of one toponym (surface, base form), in the order of trust."""

    span: Span
    names: tuple[str, ...]
    lang: str | None
    kind: PlaceKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What a gazetteer knows under a name.

    `feature` is a GeoNames feature code (PPL, PPLA, ADM1, PCLI ...). `match` says how the name was met: exact, folded, variant.
    `country` is ISO 3166-1 alpha-2, `admin` English names, country first. `radius_km` is given where the coordinates are not
    the place's own (a village put at the centre of its community), or the place is an area. `listed`: the conflict's pack names it.
    """

    geonames_id: int | str | None
    name: str
    lat: float
    lon: float
    feature: str
    country: str
    admin: tuple[str, ...] = ()
    population: int = 0
    match: str = "exact"
    radius_km: float | None = None
    listed: bool = False
