"""The contested: what a contest is about, and each value with those who give it, in the language of the edition."""

import re
from enum import StrEnum

from sayso.exports.wording import held
from sayso.lexicon.labels import label
from sayso.record.contest import Contest, ContestKind
from sayso.record.event import Actuality
from sayso.record.figure import FigureStatus, Unit

# The records hold the words of numbers in English.
_PATTERNS = {
    key: re.compile(re.escape(label(key)).replace(r"\{\}", "(.+?)"))
    for key in ("amount: not", "amount: about", "amount: at least", "amount: up to", "amount: from to")
}
_WHO = (ContestKind.CONTROL, ContestKind.RESPONSIBILITY)  # here an actor, or only that it happened or did not
_CHANGED = (Actuality.HAPPENED, Actuality.ATTEMPTED, Actuality.PREVENTED, Actuality.DENIED)


def about(contest: Contest, *, lang: str = "en") -> str:
    """What the contest is about, with its note; empty where nothing more is known than its kind."""
    thing = _counted(contest.about, lang) if contest.kind is ContestKind.FIGURE else contest.about
    return " · ".join(filter(None, (thing, label(f"note: {contest.note}", lang) if contest.note else "")))


def sides(contest: Contest, *, lang: str = "en") -> list[tuple[str, list[str]]]:
    """(value, who gives it) of a contest, in its order: speakers who agree stand together."""
    found: dict[str, list[str]] = {}
    for name, value in contest.between:
        found.setdefault(_worded(contest.kind, value, lang), []).append(name)
    return list(found.items())


def contest_words(contest: Contest, *, lang: str = "en") -> str:
    """The contest in one line: what is disputed, about what, and who gives which value."""
    told = "; ".join(f"{value} — {', '.join(names)}" for value, names in sides(contest, lang=lang))
    more = about(contest, lang=lang)
    return label(f"contest: {contest.kind.value}", lang) + (f" ({more})" if more else "") + f": {told}"


def _worded(kind: ContestKind, value: str, lang: str) -> str:
    if kind is ContestKind.CONTROL and value in _CHANGED:
        return label(f"hands: {value}", lang)
    if kind is ContestKind.OCCURRENCE or (kind in _WHO and value in tuple(Actuality)):
        return label(f"actuality: {value}", lang)
    if kind is ContestKind.CONTROL:
        words, holder = held(value, lang=lang)
        return words.format(holder)
    return _number(value, lang) if kind is ContestKind.FIGURE else value


def _number(words: str, lang: str) -> str:
    number, since, day = words.partition(" since ")
    if since:
        return f"{_number(number, lang)}, {label('period: since', lang).format(day)}"
    for key, pattern in _PATTERNS.items():
        if found := pattern.fullmatch(words):
            return label(key, lang).format(*(_number(part, lang) for part in found.groups()))
    return words


def _counted(words: str, lang: str) -> str:
    """What a contest of figures counts ("tank destroyed Ukraine") in words; what is neither unit nor status is a name."""
    unit, rest = _led(words, Unit, "unit", lang)
    status, rest = _led(rest, FigureStatus, "status", lang)
    return " ".join(filter(None, (unit, status, f"({rest})" if rest else "")))


def _led(words: str, values: type[StrEnum], label_of: str, lang: str) -> tuple[str, str]:
    """(the label of the value that the words begin with, the other words)."""
    for value in sorted(values, key=lambda v: -len(v.value)):
        if f"{words} ".startswith(f"{value.value} "):
            return label(f"{label_of}: {value.value}", lang), words[len(value.value) :].strip()
    return "", words
