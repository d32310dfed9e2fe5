"""The origin: an independent originator, and the family of copies."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why two or more things were taken as one, or kept apart: a rule's name and what it saw."""

    rule: str
    detail: str
    between: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Documents that are reprints or near-copies of each other; `first` is the earliest."""

    id: str
    documents: tuple[str, ...]
    first: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Documents (or reports) that go back to one originator: a speaker, an agency or an outlet."""

    id: str
    name: str
    documents: tuple[str, ...]
    reasons: tuple[Reason, ...] = ()
