"""The figure: a number with what it counts."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.record.method import Method
from sayso.text.span import Span


class Unit(StrEnum):
    KILLED = "killed"
    WOUNDED = "wounded"
    CAPTURED = "captured"
    MISSING = "missing"
    DISPLACED = "displaced"
    EVACUATED = "evacuated"
    AFFECTED = "affected"
    TANK = "tank"
    ARMOURED_VEHICLE = "armoured vehicle"
    ARTILLERY = "artillery"
    AIR_DEFENCE = "air defence"
    VEHICLE = "vehicle"
    DRONE = "drone"
    MISSILE = "missile"
    AIRCRAFT = "aircraft"
    SHIP = "ship"
    AMMUNITION = "ammunition"
    BUILDING = "building"
    SETTLEMENT = "settlement"
    ATTACK = "attack"
    OTHER = "other"


class FigureStatus(StrEnum):
    CLAIMED = "claimed"
    DESTROYED = "destroyed"
    SHOT_DOWN = "shot down"
    LAUNCHED = "launched"
    DAMAGED = "damaged"
    HIT = "hit"
    OTHER = "other"


class Who(StrEnum):
    CIVILIAN = "civilian"
    MILITARY = "military"
    CHILD = "child"
    MEDICAL = "medical"
    UNKNOWN = "unknown"


class Scope(StrEnum):
    INCIDENT = "incident"
    DAY = "day"
    PERIOD = "period"
    WAR = "war"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number; `span` holds it with its approximator, without the unit. `high` None: at least `low`.

    `since` and `until` are ISO 8601 dates or times where the text states the period. `detail` is a finer word than the unit
    ("Shahed", "civilians"). `part_of` is the id of the figure of which this one is stated to be a part.
    """

    id: str
    document: str
    span: Span
    low: float
    high: float | None
    approx: bool
    unit: Unit
    status: FigureStatus
    party: str | None = None
    who: Who | None = None
    scope: Scope = Scope.UNSTATED
    since: str | None = None
    until: str | None = None
    cumulative: bool = False
    claim: str | None = None
    detail: str | None = None
    part_of: str | None = None
    method: Method | None = None
