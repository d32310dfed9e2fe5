"""The kind entry: what a kind of event means, and its counterparts in other event schemes."""

from dataclasses import dataclass
from functools import cache

from sayso.errors import DataError
from sayso.lexicon.rows import packaged
from sayso.record.event import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class KindEntry:
    """A kind of event.

    `acled` is (event type, sub-event type) of the ACLED codebook, `plover` (event, mode) of PLOVER, `viina` the VIINA event label; None
    where there is no counterpart. `ucdp` names the type of UCDP's organised violence that may hold it ("by actors": which of the three
    types it is depends on who takes part); UCDP counts it only if somebody died. `goes_with` are kinds that may speak of the same incident.
    `weight` orders the events of a document; `note` says what the mapping rests on.
    """

    kind: Kind
    description: str
    acled: tuple[str, str] | None
    ucdp: str | None
    plover: tuple[str, str | None] | None
    viina: str | None
    goes_with: frozenset[Kind]
    weight: float
    note: str


@cache
def kinds() -> tuple[KindEntry, ...]:
    """The entries of all kinds, in the order of the closed list.

    Raises DataError where data/kinds.jsonl lacks a kind.
    """
    given = {Kind(row["kind"]): row for row in packaged("sayso.lexicon.data", "kinds.jsonl")}
    missing = [kind.value for kind in Kind if kind not in given]
    if missing:
        raise DataError("kinds without an entry", faults=tuple(missing), where="lexicon/data/kinds.jsonl")
    return tuple(
        KindEntry(
            kind=kind,
            description=given[kind]["description"],
            acled=tuple(given[kind]["acled"]) if given[kind]["acled"] else None,
            ucdp=given[kind]["ucdp"],
            plover=tuple(given[kind]["plover"]) if given[kind]["plover"] else None,
            viina=given[kind]["viina"],
            goes_with=frozenset(Kind(name) for name in given[kind]["goes_with"]),
            weight=float(given[kind]["weight"]),
            note=given[kind]["note"],
        )
        for kind in Kind
    )


@cache
def entry_of(kind: Kind) -> KindEntry:
    """The entry of one kind."""
    return next(entry for entry in kinds() if entry.kind is kind)


def compatible(a: Kind, b: Kind) -> bool:
    """May events of these kinds speak of one incident? The same either way round; a loss tally goes with nothing but itself.

    >>> compatible(Kind.EXPLOSION, Kind.DRONE_STRIKE), compatible(Kind.PROTEST, Kind.MISSILE_STRIKE)
    (True, False)
    """
    return a is b or b in entry_of(a).goes_with or a in entry_of(b).goes_with
