"""The pin and the bar: what a map and a dot-and-range chart are drawn from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A place on the map: the incident's number, its name, degrees, and what radius it may lie in."""

    number: int
    name: str
    lat: float
    lon: float
    radius_km: float
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A range on a scale of 0 to 100: where it starts and how wide it is; `open_ended` for "at least"; a dot has no width."""

    left: float
    width: float
    open_ended: bool = False
