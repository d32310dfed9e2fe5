"""The trigger book: the words that name an event, and the words around them that decide its kind and actuality."""

from dataclasses import dataclass
from functools import cache

from sayso.lexicon.phrases import PhraseBook, said
from sayso.lexicon.rows import Row, packaged
from sayso.record.event import Actuality, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word or phrase that names an event: a `kind`, or a `family` whose kind the context decides.

    `verb` tells verbs from nouns; `weight` from 0 to 10 raises or lowers it among the events of a document (None: its kind's).
    `acled` is its own sub-event, where the words decide it. `needs` names contexts, one of which must stand in
    the sentence; `bars` those that must not. `named`: a name must follow ("occupied Lemna").
    """

    kind: Kind | None = None
    family: str | None = None
    verb: bool = False
    passive: bool = False
    weight: float | None = None
    acled: str | None = None
    needs: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()
    named: bool = False
    example: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A word that says who or what takes part: drone, missile, military, civilian, protest ..."""

    name: str
    example: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """An everyday word ("left", "закрыт") that names an event only where a model takes it for a trigger.

    `kinds` are what it may then be, the likelier first; the signs around it decide. `alone`: it can mean little else ("closed",
    "перекрыт"), and needs no sign. A hint without kinds is an idiom that names no event ("took part").
    """

    kinds: tuple[Kind, ...]
    alone: bool = False
    example: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A word that takes an event out of the plain "it happened". `side` says where the event stands: after it, before it, or both."""

    actuality: Actuality
    side: str = "both"
    reach: int = 8
    example: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A family of triggers: the kind by the context that stands nearest, in order of preference; `otherwise` where none does."""

    name: str
    by: tuple[tuple[str, Kind], ...]
    otherwise: Kind | None


@cache
def families() -> dict[str, Family]:
    """The families of triggers, the same in all languages, from data/families.jsonl."""
    return {
        row["family"]: Family(
            name=row["family"],
            by=tuple((context, Kind(kind)) for context, kind in row["by"]),
            otherwise=Kind(row["otherwise"]) if row["otherwise"] else None,
        )
        for row in packaged("sayso.lexicon.data", "families.jsonl")
    }


@cache
def signs() -> dict[Kind, tuple[str, ...]]:
    """The contexts that speak for a kind, the same in all languages, from data/signs.jsonl."""
    return {Kind(row["kind"]): tuple(row["signs"]) for row in packaged("sayso.lexicon.data", "signs.jsonl")}


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerBook:
    """The triggers, hints, contexts and marks of a language."""

    lang: str
    triggers: PhraseBook[Trigger]
    hints: PhraseBook[Hint]
    contexts: PhraseBook[Context]
    marks: PhraseBook[Mark]


@cache
def trigger_book(lang: str) -> TriggerBook:
    """The trigger book of a language, from its data file triggers.jsonl."""
    entries = packaged(f"sayso.lexicon.data.{lang}", "triggers.jsonl")
    return TriggerBook(
        lang=lang,
        triggers=PhraseBook.of(lang, said((row for row in entries if "kind" in row or "family" in row), _trigger)),
        hints=PhraseBook.of(lang, said((row for row in entries if "hint" in row), _hint)),
        contexts=PhraseBook.of(lang, said((row for row in entries if "context" in row), _context)),
        marks=PhraseBook.of(lang, said((row for row in entries if "mark" in row), _mark)),
    )


def _trigger(row: Row) -> Trigger:
    return Trigger(
        kind=Kind(row["kind"]) if "kind" in row else None,
        family=row.get("family"),
        verb=bool(row.get("verb")),
        passive=bool(row.get("passive")),
        weight=row.get("weight"),
        acled=row.get("acled"),
        needs=tuple(row.get("needs", ())),
        bars=tuple(row.get("bars", ())),
        named=bool(row.get("named")),
        example=row["example"],
    )


def _hint(row: Row) -> Hint:
    return Hint(kinds=tuple(Kind(kind) for kind in row["hint"]), alone=bool(row.get("alone")), example=row["example"])


def _context(row: Row) -> Context:
    return Context(name=row["context"], example=row["example"])


def _mark(row: Row) -> Mark:
    return Mark(actuality=Actuality(row["mark"]), side=row.get("side", "both"), reach=int(row.get("reach", 8)), example=row["example"])
