"""The wording of numbers, speakers and periods: attributed, in no side's words, in four languages."""

from sayso.findings.control import FIGHTING
from sayso.lexicon.labels import counted_label, label
from sayso.record.claim import Speaker
from sayso.record.figure import Figure, FigureStatus, Scope, Unit, Who
from sayso.record.tally import Tally
from sayso.text.instant import stamp

UNKNOWN = "speaker not named"  # what stands for a speaker in records that hold names only
_WHO = {Who.CIVILIAN.value, Who.MILITARY.value, Who.CHILD.value, Who.MEDICAL.value}
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
    """What is counted, where no number stands before it.

    >>> what(Unit.TANK, FigureStatus.DESTROYED, "Ukraine")
    'tanks destroyed (Ukraine)'
    """
    fate = "" if _plain(unit, status) else " " + label(f"status: {status.value}", lang)
    return label(f"unit: {unit.value}", lang) + fate + (f" ({whom(party, lang=lang)})" if party else "")


def whom(party: str, *, lang: str = "en") -> str:
    """The party that is counted, with the kind of its people.

    >>> whom("Ostravia, civilian", lang="fr")
    'Ostravia, civils'
    """
    return ", ".join(label(f"who: {part}", lang) if part in _WHO else part for part in party.split(", "))


def things(of: Figure | Tally, *, lang: str = "en") -> str:
    """What a number counts, in the form that the number before it asks for."""
    number = of.low if of.high is None else of.high
    prefixed = of.approx or of.low != number or (of.high is None and lang == "ru")
    words = counted_label(f"counted: {of.unit.value}", number, lang, prefixed=prefixed)
    return words if _plain(of.unit, of.status) else f"{words} {counted_label(f'fate: {of.status.value}', number, lang)}"


def _plain(unit: Unit, status: FigureStatus) -> bool:
    """Does the unit say all that is said? The dead are dead, and that something is claimed is said by its speaker."""
    return unit in PEOPLE or status in (FigureStatus.CLAIMED, FigureStatus.OTHER)


def figure_words(figure: Figure, *, lang: str = "en") -> str:
    """A figure with what it counts and its scope."""
    return f"{_number(figure, lang)}{scope_words(figure, lang=lang)}"


def tally_words(tally: Tally, *, lang: str = "en") -> str:
    """A total with what it counts and its period."""
    span = days(tally.since, tally.until, lang=lang)
    return _number(tally, lang) + (f", {span}" if span else "")


def _number(of: Figure | Tally, lang: str) -> str:
    party = f" ({of.party})" if of.party else ""
    return f"{amount(of.low, of.high, approx=of.approx, lang=lang)} {things(of, lang=lang)}{party}"


def status_words(status: str, *, lang: str = "en") -> str:
    """The fate of what was counted, with the detail that may stand after it.

    >>> status_words("shot down, Shahed", lang="fr")
    'abattus, Shahed'
    """
    fate, comma, detail = status.partition(", ")
    return label(f"status: {fate}", lang) + comma + detail


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


def named(speaker: str, *, lang: str = "en") -> str:
    """The name of a speaker who may be nobody known."""
    return label("word: not named", lang) if speaker == UNKNOWN else speaker


def held(holder: str, *, lang: str = "en") -> tuple[str, str]:
    """(words with a gap, the holder who stands in it) of a claim to hold a place.

    >>> held("not Ostravia"), held("Ostravia", lang="fr")
    (('not held by {}', 'Ostravia'), ('tenu par {}', 'Ostravia'))
    """
    if holder == FIGHTING:
        return label("control: fighting", lang), ""
    if holder.startswith("not "):
        return label("control: not held", lang), holder.removeprefix("not ")
    return label("control: held", lang), holder


def days(since: str | None, until: str | None, *, lang: str = "en") -> str:
    """A period by its stated ends.

    >>> days("2024-03-10", None), days(None, None), days("2024-03-10T12:40:00+03:00", "2024-03-11T00:00:00+03:00")
    ('since 2024-03-10', '', '2024-03-10 12:40 UTC+3 to 2024-03-11')
    """
    start, end = _end(since), _end(until)
    if start and end:
        return start if start == end else label("period: from to", lang).format(start, end)
    if start:
        return label("period: since", lang).format(start)
    return label("period: until", lang).format(end) if end else ""


def _end(iso: str | None) -> str:
    """The end of a period: a day where it is midnight, else the hour with its zone."""
    told = iso or ""
    return told[:10] if told[11:16] in ("", "00:00") else stamp(told)


def _digits(value: float, lang: str) -> str:
    words = f"{int(value):,}" if float(value).is_integer() else f"{value:,g}"
    return words if lang == "en" else words.replace(",", "\u00a0").replace(".", ",")
