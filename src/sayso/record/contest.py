"""The contest: a typed contradiction between accounts or between tallies."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.record.report import Evidence


class ContestKind(StrEnum):
    FIGURE = "figure"
    OCCURRENCE = "occurrence"
    CONTROL = "control"
    RESPONSIBILITY = "responsibility"
    PLACE = "place"
    TIME = "time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """Who contradicts whom: pairs (speaker name, value) and the words of each; `note` tells e.g. "scope: unstated"."""

    id: str
    kind: ContestKind
    between: tuple[tuple[str, str], ...]
    evidence: tuple[Evidence, ...]
    about: str = ""
    note: str = ""
    accounts: tuple[str, ...] = ()
