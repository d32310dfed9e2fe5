"""The number book: number words, approximators and bounds of a language."""

from dataclasses import dataclass
from functools import cache

from sayso.lexicon.phrases import PhraseBook, said
from sayso.lexicon.rows import Row, packaged


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWord:
    """A number word: a `value`, a factor (`times`: thousand), or a vague amount (`low` and more).

    `article` marks a word that is an article or pronoun as often as a number. `approx` marks about-so-many ("une dizaine").
    """

    value: float | None = None
    times: float | None = None
    low: float | None = None
    high: float | None = None
    approx: bool = False
    article: bool = False
    example: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """Words that bound a number: means is about, least, more, most, almost, between, plus, exact or apart; where is before or after.

    `join` is the word between the two ends of a range ("between 3 and 5").
    """

    means: str
    where: str
    join: tuple[str, ...] = ()
    example: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberBook:
    """The number words and bounds of a language."""

    lang: str
    words: PhraseBook[NumberWord]
    bounds: PhraseBook[Bound]


@cache
def number_book(lang: str) -> NumberBook:
    """The number book of a language, from its data file numbers.jsonl."""
    entries = packaged(f"sayso.lexicon.data.{lang}", "numbers.jsonl")
    return NumberBook(
        lang=lang,
        words=PhraseBook.of(lang, said((row for row in entries if "means" not in row), _word)),
        bounds=PhraseBook.of(lang, said((row for row in entries if "means" in row), _bound)),
    )


def _word(row: Row) -> NumberWord:
    return NumberWord(
        value=row.get("value"),
        times=row.get("times"),
        low=row.get("low"),
        high=row.get("high"),
        approx=bool(row.get("approx")),
        article=bool(row.get("article")),
        example=row["example"],
    )


def _bound(row: Row) -> Bound:
    return Bound(means=row["means"], where=row.get("where", "before"), join=tuple(row.get("join", ())), example=row["example"])
