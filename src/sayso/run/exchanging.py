"""The exchanging of judgements between desks, as JSON Lines."""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sayso.errors import DataError, InputError
from sayso.record.judgement import WITHDRAWN, Anchor, Judgement, Question, judged
from sayso.reviews.apply import point_of, speaker_named
from sayso.run.config import Config
from sayso.run.keeping import ledger, said
from sayso.run.reviewing import MOST_ANSWER, MOST_BY, MOST_NOTE
from sayso.text.span import Span

_MOST_LINES = 1_000_000
_MOST_QUOTE = 100_000  # characters
_VERDICTS = {
    "speaker": ("right", "unknown", "none", WITHDRAWN),
    "place": ("right", "unknown", WITHDRAWN),
    "pair": ("same", "different", "unknown", WITHDRAWN),
}
_ABOUT = {
    "speaker": (re.compile(r"c-[0-9a-f]+"), "speaker:c-ID, the id of a claim"),
    "place": (re.compile(r"p-[0-9a-f]+"), "place:p-ID, the id of a place"),
    "pair": (re.compile(r"(e-[0-9a-f]+):(?!\1$)e-[0-9a-f]+"), "pair:e-ID:e-ID, the ids of two events"),
}
_AHEAD = timedelta(days=1)  # of the clock here: a judgement from further ahead would go before all that are still to come


def exported(config: Config) -> Iterator[str]:
    """The judgements in the ledger as lines of JSON, oldest first."""
    for judgement in said(config):
        yield json.dumps(row(judgement), ensure_ascii=True)


def imported(lines: Sequence[str], config: Config, *, where: str, now: datetime | None = None) -> tuple[int, int]:
    """(how many judgements were new, how many were known) of lines of JSON; DataError with all faults, and then nothing is kept.

    A judgement on a document that the ledger lacks is kept: it is applied once the document is there.
    """
    if len(lines) > _MOST_LINES:
        raise InputError(f"more than {_MOST_LINES} lines", where=where, then="give them in parts")
    found, faults = [], []
    latest = (now or datetime.now(UTC)) + _AHEAD
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            told = json.loads(line)
            json.dumps(told, ensure_ascii=False).encode()  # a half character cannot be written: UnicodeEncodeError is a ValueError
            found.append(_judgement(told, latest))
        except (ValueError, TypeError, RecursionError, OverflowError) as why:
            faults.append(f"line {number}: {why}")
    if faults:
        then = "give JSON Lines as `sayso review --export` writes them"
        raise DataError("the judgements are faulty", faults=tuple(faults[:50]), where=where, then=then)
    store = ledger(config, make=False)
    try:
        new = store.judge(found)
    finally:
        store.close()
    return new, len(found) - new


def row(judgement: Judgement) -> dict[str, Any]:
    """A judgement as it is exchanged."""
    return {
        "id": judgement.id,
        "about": judgement.about,
        "verdict": judgement.verdict,
        "by": judgement.by,
        "at": judgement.at,
        "document": judgement.document,
        "span": list(judgement.span) if judgement.span else None,
        "quote": judgement.quote,
        "note": judgement.note,
        "other": _passage_row(judgement.other),
    }


def question_row(question: Question) -> dict[str, Any]:
    """A question as programs read it."""
    return {
        "id": question.id,
        "about": question.about,
        "question": question.text,
        "effect": question.effect,
        "document": question.document,
        "span": list(question.span) if question.span else None,
        "quote": question.quote,
        "other": _passage_row(question.other),
        "options": [{"verdict": option.verdict, "label": option.label} for option in question.options],
        "free": question.free or None,
    }


def _passage_row(anchor: Anchor | None) -> dict[str, Any] | None:
    return {"document": anchor.document, "span": list(anchor.span), "quote": anchor.quote} if anchor else None


def _judgement(told: Any, latest: datetime) -> Judgement:  # noqa: ANN401 - somebody's JSON
    """The judgement of a row; ValueError says what is wrong with it. Its id is made anew of what it says."""
    if not isinstance(told, dict):
        raise ValueError("no JSON object")
    about, verdict, by = (_words(told, field, most) for field, most in (("about", 200), ("verdict", MOST_ANSWER + 3), ("by", MOST_BY)))
    kind = _kind(about)
    if not _fits(kind, verdict):
        raise ValueError(f"{verdict[:40]!r} is no verdict on {about[:40]!r}")
    at = datetime.fromisoformat(_words(told, "at", 40))
    if at.tzinfo is None:
        raise ValueError("`at` has no offset")
    if at > latest:
        raise ValueError(f"{told['at']} is yet to come")
    note = told.get("note") or ""
    if not isinstance(note, str) or len(note) > MOST_NOTE:
        raise ValueError(f"`note` is no text of at most {MOST_NOTE} characters")
    anchor, other = _anchor(told), told.get("other")
    if kind == "pair" and not isinstance(other, dict):
        raise ValueError("`other` is missing: a pair has two passages")
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    return judged(
        about=about,
        verdict=verdict,
        by=by,
        at=moment,
        document=anchor.document,
        span=anchor.span,
        quote=anchor.quote,
        note=note,
        other=_anchor(other) if kind == "pair" and isinstance(other, dict) else None,
    )


def _kind(about: str) -> str:
    """What is judged: speaker, place or pair; ValueError where it does not name one claim, one place or two events."""
    kind, _, names = about.partition(":")
    if kind not in _ABOUT:
        raise ValueError(f"`about` is {about[:60]!r}, expected {'; or '.join(told for _, told in _ABOUT.values())}")
    shape, told = _ABOUT[kind]
    if not shape.fullmatch(names):
        raise ValueError(f"`about` is {about[:60]!r}, expected {told}")
    return kind


def _fits(kind: str, verdict: str) -> bool:
    if verdict in _VERDICTS[kind]:
        return True
    return (kind == "speaker" and bool(speaker_named(verdict))) or (kind == "place" and point_of(verdict) is not None)


def _anchor(told: dict[str, Any]) -> Anchor:
    span = told.get("span")
    if not isinstance(span, list) or len(span) != 2 or not all(type(n) is int and 0 <= n < 10**9 for n in span) or span[0] >= span[1]:
        raise ValueError("`span` is no pair of offsets")
    return Anchor(document=_words(told, "document", 80), span=Span(*span), quote=_words(told, "quote", _MOST_QUOTE, flat=False))


def _words(told: dict[str, Any], field: str, most: int, *, flat: bool = True) -> str:
    value = told.get(field)
    if not isinstance(value, str) or not value.strip() or len(value) > most:
        raise ValueError(f"`{field}` is no text of 1 to {most} characters")
    return " ".join(value.split()) if flat else value
