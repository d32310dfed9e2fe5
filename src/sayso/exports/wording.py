"""The wording of numbers, speakers and periods: attributed, in no side's words, in four languages."""

from sayso.lexicon.labels import label
from sayso.record.claim import Speaker
from sayso.record.contest import Contest
from sayso.record.figure import Figure, FigureStatus, Scope, Unit

PEOPLE = {Unit.KILLED, Unit.WOUNDED, Unit.CAPTURED, Unit.MISSING, Unit.DISPLACED, Unit.EVACUATED, Unit.AFFECTED}


def amount(low: float, high: float | None, *, approx: bool = False, lang: str = "en") -> str:
    """A number as it was said.

    >>> amount(60, 60, approx=True), amount(57, None), amount(0, 80), amount(10, 15), amount(1200, 1200)
    ('about 60', 'at least 57', 'up to 80', '10 to 15', '1,200')
    >>> amount(60, 60, approx=True, lang="fr")
    'environ 60'
    """
    if high is None:
        return label("amount: at least", lang).format(_digits(low, lang))
    if low == high:
        return label("amount: about", lang).format(_digits(low, lang)) if approx else _digits(low, lang)
    if low == 0:
        return label("amount: up to", lang).format(_digits(high, lang))
    return label("amount: from to", lang).format(_digits(low, lang), _digits(high, lang))


def what(unit: Unit, status: FigureStatus, party: str | None = None, *, lang: str = "en") -> str:
    """What is counted.

    >>> what(Unit.TANK, FigureStatus.DESTROYED, "Ukraine")
    'tanks destroyed (Ukraine)'
    """
    said = unit in PEOPLE or status in (FigureStatus.CLAIMED, FigureStatus.OTHER)
    return (
        label(f"unit: {unit.value}", lang)
        + ("" if said else " " + label(f"status: {status.value}", lang))
        + (f" ({party})" if party else "")
    )


def figure_words(figure: Figure, *, lang: str = "en") -> str:
    """A figure with what it counts and its scope."""
    number = amount(figure.low, figure.high, approx=figure.approx, lang=lang)
    return f"{number} {what(figure.unit, figure.status, figure.party, lang=lang)}{scope_words(figure, lang=lang)}"


def scope_words(figure: Figure, *, lang: str = "en") -> str:
    """The stated period of a figure after a comma; nothing for one incident, or where none is stated."""
    if figure.scope in (Scope.INCIDENT, Scope.UNSTATED):
        return ""
    return ", " + (days(figure.since, figure.until, lang=lang) or label(f"scope: {figure.scope.value}", lang))


def speaker_words(speaker: Speaker | None, outlet: str | None, *, lang: str = "en") -> str:
    """A speaker with role and side; the outlet where the document speaks itself."""
    if speaker is None:
        return f"{outlet} ({label('word: own voice', lang)})" if outlet else label("word: not named", lang)
    side = f" ({speaker.side})" if speaker.side and speaker.side != "other" else ""
    return f"{speaker_name(speaker)}{side}"


def speaker_name(speaker: Speaker) -> str:
    """A speaker with role, without side."""
    role = f", {speaker.role}" if speaker.role and speaker.role.casefold() not in speaker.name.casefold() else ""
    return f"{speaker.name}{role}"


def sides(contest: Contest) -> list[tuple[str, list[str]]]:
    """(value, who says it) of a contest, in its order: speakers who agree stand together."""
    found: dict[str, list[str]] = {}
    for name, value in contest.between:
        found.setdefault(value, []).append(name)
    return list(found.items())


def days(since: str | None, until: str | None, *, lang: str = "en") -> str:
    """A period by its stated ends.

    >>> days("2024-03-10", None), days(None, None)
    ('since 2024-03-10', '')
    """
    start, end = (since or "")[:16].replace("T00:00", ""), (until or "")[:16].replace("T00:00", "")
    if start and end:
        return start if start == end else label("period: from to", lang).format(start, end)
    if start:
        return label("period: since", lang).format(start)
    return label("period: until", lang).format(end) if end else ""


def _digits(value: float, lang: str) -> str:
    words = f"{int(value):,}" if float(value).is_integer() else f"{value:,g}"
    return words if lang == "en" else words.replace(",", "\u00a0").replace(".", ",")
