"""The comparison of figures: whether two speak of the same thing, and whether they can both be right."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

from sayso.record.figure import Figure, FigureStatus, Scope, Who
from sayso.record.tally import Tally

Name = TypeVar("Name", bound=Hashable)

UNNAMED = (None, "enemy", "own")
APPROX = 0.1  # "about N" is within a tenth of N
_VAGUE = (FigureStatus.CLAIMED, FigureStatus.OTHER)
_LOST = (*_VAGUE, FigureStatus.DESTROYED, FigureStatus.SHOT_DOWN)


def bounds(of: Figure | Tally) -> tuple[float, float]:
    """The range that a figure allows; infinity where it says "at least"."""
    high = float("inf") if of.high is None else of.high
    return (of.low * (1 - APPROX), high * (1 + APPROX)) if of.approx else (of.low, high)


def disagree(a: Figure | Tally, b: Figure | Tally) -> bool:
    """Can the two not both be right?

    >>> from sayso.record.figure import Unit
    >>> def tanks(low, high, approx=False):
    ...     return Tally(id="t", speaker=None, unit=Unit.TANK, status=FigureStatus.DESTROYED, low=low, high=high, since=None, until=None,
    ...         scope=Scope.UNSTATED, evidence=(), approx=approx)
    >>> disagree(tanks(6, 6), tanks(5, 5)), disagree(tanks(100, 100), tanks(95, 95, approx=True)), disagree(tanks(3, None), tanks(5, 5))
    (True, False, False)
    """
    (low_a, high_a), (low_b, high_b) = bounds(a), bounds(b)
    return max(low_a, low_b) > min(high_a, high_b)


def same_status(a: FigureStatus, b: FigureStatus) -> bool:
    """Do two statuses speak of the same fate? "Claimed" and "other" in a list of losses are as good as destroyed; damaged is not."""
    return a == b or (a in _LOST and b in _LOST and (a in _VAGUE or b in _VAGUE))


def same_party(a: str | None, b: str | None) -> bool:
    """Do two figures count the same party? One that is not stated may be any; so may "the enemy" where the pack does not say whose."""
    return a in UNNAMED or b in UNNAMED or (a or "").casefold() == (b or "").casefold()


def comparable(a: Figure, b: Figure) -> bool:
    """Do two figures of one incident count the same: unit, fate, party, kind of people, and a scope that may be the same?

    A part (children among the dead) is not compared with the whole; that it is more than the whole is a contradiction all the same.
    """
    if a.unit != b.unit or not same_status(a.status, b.status) or not same_party(a.party, b.party):
        return False
    if (a.part_of is None) != (b.part_of is None):
        return False
    if _people(a) != _people(b) and not _exceeds(a, b) and not _exceeds(b, a):
        return False
    if (a.detail or "").casefold() != (b.detail or "").casefold():
        # "two civilians" and "five dead": the one may be part of the other; two named kinds are two things.
        return False
    return same_scope(a.scope, a.since, b.scope, b.since)


def _exceeds(part: Figure, whole: Figure) -> bool:
    """Are there more of one kind of people than of all?"""
    return _people(part) is not None and _people(whole) is None and bounds(part)[0] > bounds(whole)[1]


def _people(figure: Figure) -> Who | None:
    return None if figure.who is Who.UNKNOWN else figure.who


def same_scope(a: Scope, since_a: str | None, b: Scope, since_b: str | None) -> bool:
    """May two figures have the same scope? One that is not stated is compatible with any; stated ones must be the same."""
    if Scope.UNSTATED in (a, b):
        return since_a is None or since_b is None or since_a[:10] == since_b[:10]
    return a == b and (since_a is None or since_b is None or since_a[:10] == since_b[:10])


def scope_note(a: Scope, b: Scope) -> str:
    """The note of a contest in which a scope is not stated."""
    return "scope: unstated" if Scope.UNSTATED in (a, b) else ""


def connected(links: Mapping[Name, set[Name]]) -> list[list[Name]]:
    """The sets of names that hang together, in the order in which their first stands in `links`.

    >>> connected({1: {2}, 2: {1}, 3: {4}, 4: {3}})
    [[1, 2], [3, 4]]
    """
    seen: set[Name] = set()
    found = []
    for first in links:
        if first in seen:
            continue
        group, waiting = {first: None}, [first]
        while waiting:
            for other in links[waiting.pop()]:
                if other not in group:
                    group[other] = None
                    waiting.append(other)
        seen |= group.keys()
        found.append([name for name in links if name in group])
    return found
