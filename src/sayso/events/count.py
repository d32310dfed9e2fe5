"""The count: a numeral with what it counts."""

from dataclasses import dataclass

from sayso.events.numerals import Numeral
from sayso.record.figure import FigureStatus, Unit, Who

PEOPLE = frozenset({Unit.KILLED, Unit.WOUNDED, Unit.CAPTURED, Unit.MISSING, Unit.DISPLACED, Unit.EVACUATED, Unit.AFFECTED})
FLYING = (Unit.DRONE, Unit.MISSILE, Unit.AIRCRAFT)
ARMS = frozenset(
    {
        Unit.TANK,
        Unit.ARMOURED_VEHICLE,
        Unit.ARTILLERY,
        Unit.AIR_DEFENCE,
        Unit.VEHICLE,
        Unit.DRONE,
        Unit.MISSILE,
        Unit.AIRCRAFT,
        Unit.SHIP,
        Unit.AMMUNITION,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A numeral with its unit; `noun` are the words of its noun (empty range where it has none).

    `told` says that a verb or noun of loss stands with it; `part` that it is stated to be a part of the count before it in the sentence.
    """

    numeral: Numeral
    unit: Unit
    status: FigureStatus
    who: Who | None = None
    detail: str | None = None
    noun: tuple[int, int] = (0, 0)
    told: bool = False
    part: bool = False
    gain: bool = False
