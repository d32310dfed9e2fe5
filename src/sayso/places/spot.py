"""The spot: a stretch of a text that may be a toponym."""

from dataclasses import dataclass

from sayso.record.place import PlaceKind
from sayso.text.span import Span

TOLD_KINDS = {"settlement": PlaceKind.SETTLEMENT, "region": PlaceKind.REGION}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A stretch that may be a toponym: tokens `first` up to but not including `last`.

    `how`: name, part (of a hyphened word), region (with its place word), demonym,
    adjective, abbreviation, facility, listed (several words that the pack has). `run` are the tokens of the capitals it stands in.
    """

    span: Span
    first: int
    last: int
    names: tuple[str, ...]
    how: str
    kind: PlaceKind | None = None
    run: tuple[int, int] = (0, 0)
