"""The actors and figures of two reports, and how they agree."""

from collections.abc import Iterable

from sayso.incidents.words import stems_of
from sayso.record.figure import Figure, Unit
from sayso.record.report import Report
from sayso.text.folding import fold

# Words that name nobody in particular: they neither join nor part.
_NOBODY = frozenset(stems_of("unknown unidentified unnamed unclear inconnu inconnus неизвестный неизвестные невідомий невідомі"))
Names = tuple[frozenset[str], ...]


def actors(report: Report) -> Names:
    """The actors of a report, each as a set of stems or as its pack id; those of unknown identity are left out."""
    found: set[frozenset[str]] = set()
    for participant in report.participants:
        words = frozenset(stems_of(participant.name))
        if participant.id:
            found.add(frozenset({participant.id}))
        elif words and not words & _NOBODY:
            found.add(frozenset(fold(word) for word in words))
    return tuple(sorted(found, key=sorted))


def likeness(a: Names, b: Names) -> str:
    """How far two sets of actors agree: unknown, same, shared, close, some, none."""
    if not a or not b:
        return "unknown"
    if a == b:
        return "same"
    if set(a) & set(b):
        return "shared"
    best = max(_jaccard(x, y) for x in a for y in b)
    return "close" if best >= 0.5 else "some" if best > 0 else "none"


def _jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b)


def total(figures: Iterable[Figure], unit: Unit) -> tuple[float, float] | None:
    """The widest range that a report gives for a unit (None: says nothing); a part of another figure does not count."""
    ranges = [(f.low, f.high if f.high is not None else float("inf")) for f in figures if f.unit == unit and f.part_of is None]
    return max(ranges) if ranges else None


def agreement(a: tuple[float, float] | None, b: tuple[float, float] | None) -> str:
    """How two ranges agree: neither, one, equal, equal large (5 and more), overlap, close, apart."""
    if a is None and b is None:
        return "neither"
    if a is None or b is None:
        return "one"
    if a == b:
        return "equal large" if a[0] >= 5 else "equal"
    if max(a[0], b[0]) <= min(a[1], b[1]):
        return "overlap"
    low, high = sorted((a, b))
    return "close" if high[0] <= 1.5 * low[1] + 1 else "apart"
