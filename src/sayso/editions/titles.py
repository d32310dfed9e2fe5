"""The title of an incident: kind, place and day, in no side's words."""

from datetime import datetime, timedelta

from sayso.lexicon.labels import label
from sayso.record.incident import Incident
from sayso.record.place import Place, PlaceKind, Precision

_NIGHT = timedelta(hours=16)  # a longer interval that crosses midnight is no night


def title(incident: Incident, lang: str = "en") -> str:
    """E.g. "Drone strike, Belgorod, 12 March 2024", in the words of a language; what is not known is left out.

    Where the incident has no place but a country, the region stands of which all its documents speak. The day is that on which it
    began; of a night (evening to morning) it is the second day, as in "the night of 12 March".
    """
    parts = [label(f"kind: {incident.kind.value}", lang)]
    where = place_name(incident, lang)
    if where is not None:
        parts.append(where)
    day = title_day(incident.start, incident.end)
    if day is not None:
        parts.append(day_words(day, lang))
    return ", ".join(parts)


def day_words(day: datetime, lang: str = "en") -> str:
    """The day as people write it.

    >>> day_words(datetime(2031, 5, 3)), day_words(datetime(2031, 5, 3), "uk")
    ('3 May 2031', '3 травня 2031')
    """
    return f"{day.day} {label(f'month: {day.month}', lang)} {day.year}"


def place_name(incident: Incident, lang: str = "en") -> str | None:
    """The name of the place, else of the region or two of which the documents of all its reports speak, else of the country, else None."""
    place = incident.place
    if place is not None and not _country(place):
        return place.name
    told = [{name for p in report.near if not _country(p) and (name := _region(p))} for report in incident.reports]
    common = set.intersection(*told) if told else set()
    # More regions than two say nothing of where it was.
    if not 1 <= len(common) <= 2:
        return place.name if place is not None else None
    return label("word: and", lang).format(*sorted(common)) if len(common) == 2 else common.pop()


def title_day(start: datetime | None, end: datetime | None) -> datetime | None:
    """The day that a title names.

    >>> title_day(datetime(2031, 5, 3, 20), datetime(2031, 5, 4, 8)).day, title_day(datetime(2031, 5, 3), datetime(2031, 5, 4)).day
    (4, 3)
    """
    if start is None or end is None:
        return start
    night = start.hour >= 12 and end.date() > start.date() and end - start <= _NIGHT and (end.hour, end.minute) != (0, 0)
    return end if night else start


def _country(place: Place) -> bool:
    return place.kind is PlaceKind.COUNTRY or place.precision is Precision.COUNTRY


def _region(place: Place) -> str | None:
    if place.kind is PlaceKind.REGION or place.precision is Precision.REGION:
        return place.name
    return place.admin[1] if len(place.admin) > 1 else None
