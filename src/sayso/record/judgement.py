"""The judgement: what a person decided on a question that a machine asked."""

from dataclasses import dataclass

from sayso.text.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a machine is not certain of, with its effect on published numbers (larger first)."""

    id: str
    about: str
    text: str
    effect: float
    document: str | None = None
    span: Span | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's answer, anchored on (document, span, quote); `at` is ISO 8601."""

    id: str
    about: str
    verdict: str
    by: str
    at: str
    document: str | None = None
    span: Span | None = None
    quote: str = ""
    note: str = ""
