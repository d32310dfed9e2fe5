"""The judgement: what a person decided on a question that a machine asked."""

from dataclasses import dataclass

from sayso import ids
from sayso.text.span import Span

WITHDRAWN = "withdrawn"  # the verdict that takes an earlier one back


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Words of a document that a question is about."""

    document: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """An answer that may be given: the verdict that is kept, and what it means."""

    verdict: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a machine is not certain of, with its effect on published numbers (larger first).

    `other` are the words of the second of two reports. `free` says what may be written instead of choosing an option ("" for nothing).
    """

    id: str
    about: str
    text: str
    effect: float
    document: str | None = None
    span: Span | None = None
    quote: str = ""
    other: Anchor | None = None
    options: tuple[Option, ...] = ()
    free: str = ""

    @property
    def kind(self) -> str:
        """What is asked: speaker, place or pair."""
        return self.about.partition(":")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's answer, anchored on (document, span, quote), of two reports on `other` too; `at` is ISO 8601."""

    id: str
    about: str
    verdict: str
    by: str
    at: str
    document: str | None = None
    span: Span | None = None
    quote: str = ""
    note: str = ""
    other: Anchor | None = None

    @property
    def kind(self) -> str:
        """What was judged: speaker, place or pair."""
        return self.about.partition(":")[0]


def judged(
    *,
    about: str,
    verdict: str,
    by: str,
    at: str,
    document: str | None,
    span: Span | None,
    quote: str,
    note: str = "",
    other: Anchor | None = None,
) -> Judgement:
    """The judgement with the id that it has at every desk: made of what it says, who said it and when."""
    return Judgement(
        id=ids.make("j", about, verdict, by, at, note),
        about=about, verdict=verdict, by=by, at=at, document=document, span=span, quote=quote, note=note, other=other,
    )  # fmt: skip
