"""The given account: a row of somebody's own coding, as a report."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sayso import ids
from sayso.errors import InputError
from sayso.incidents.words import stems_of
from sayso.record.claim import Speaker, Stance
from sayso.record.event import Actuality, Kind, Participant, Role
from sayso.record.figure import Figure, FigureStatus, Unit
from sayso.record.moment import Anchor, Grain, Moment, ZoneFrom
from sayso.record.place import Place, PlaceKind, Precision, Use
from sayso.record.report import Report
from sayso.text.span import Span

_NOWHERE = Span(0, 0)
_PEOPLE = (Unit.KILLED, Unit.WOUNDED, Unit.CAPTURED, Unit.MISSING)
_CLOCK = re.compile(r"[T ]\d")
Row = Mapping[str, Any]


def report_of(row: Row) -> Report:
    """The report of a line of `sayso group` that holds a ready account; InputError says which field is faulty.

    >>> row = {"id": 7, "account": {"kind": "shelling", "place": None, "start": "2024-03-12", "end": None, "actors": [], "figures": []}}
    >>> report_of(row).kind.value
    'shelling'
    """
    account, name = row.get("account"), str(row.get("id", ""))
    if not isinstance(account, Mapping):
        raise InputError("no account", where=f"record {name}", then='give {"account": {...}} or {"text": ...}')
    outlet, text = _text(row.get("outlet")), _text(account.get("text")) or ""
    document = ids.make("d", "given", name, outlet or "")
    return Report(
        id=ids.make("r", document, "given"),
        document=document,
        event=ids.make("e", document, "given"),
        kind=_kind(account.get("kind"), name),
        actuality=Actuality.HAPPENED,
        stance=Stance.ASSERTS,
        speaker=_speaker(account.get("speaker"), name),
        narrated=account.get("speaker") is None,
        outlet=outlet,
        published=_at(row.get("published"), name, "published"),
        lang=_text(row.get("lang")),
        place=_place(account.get("place"), document, name),
        moment=_moment(account.get("start"), account.get("end"), document, name),
        participants=tuple(
            Participant(role=Role.AGENT, name=str(actor)) for actor in _list(account.get("actors"), name, "actors") if actor
        ),
        figures=tuple(_figure(f, i, document, name) for i, f in enumerate(_list(account.get("figures"), name, "figures"))),
        words=stems_of(text),
        main=True,
    )


def _fault(name: str, field: str, value: object) -> InputError:
    return InputError(f"cannot read {field}: {str(value)[:60]!r}", where=f"record {name}", then="see `sayso group --help`")


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _list(value: object, name: str, field: str) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise _fault(name, field, value)
    return value


def _kind(value: object, name: str) -> Kind | None:
    if value is None:
        return None
    try:
        return Kind(str(value))
    except ValueError:
        raise _fault(name, "kind", value) from None


def _speaker(value: object, name: str) -> Speaker | None:
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return Speaker(id=None, name=value)
    if isinstance(value, Mapping) and (value.get("name") or value.get("id")):
        return Speaker(id=_text(value.get("id")), name=str(value.get("name") or value["id"]), side=_text(value.get("side")))
    raise _fault(name, "speaker", value)


def _at(value: object, name: str, field: str) -> datetime | date | None:
    if value is None or value == "":
        return None
    try:
        text = str(value)
        return _aware(datetime.fromisoformat(text)) if _CLOCK.search(text) else date.fromisoformat(text)
    except ValueError:
        raise _fault(name, field, value) from None


def _aware(at: datetime) -> datetime:
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _number(value: object, name: str, field: str) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value:
        raise _fault(name, field, value)
    return float(value)


def _place(value: object, document: str, name: str) -> Place | None:
    if value is None:
        return None
    if not isinstance(value, Mapping):
        raise _fault(name, "place", value)
    lat, lon = _number(value.get("lat"), name, "place.lat"), _number(value.get("lon"), name, "place.lon")
    if lat is not None and lon is not None and not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise _fault(name, "place", (lat, lon))
    # A number is the coder's own scale; some count up with precision, some down: it is not guessed at.
    precision = value.get("precision")
    known = Precision(precision) if precision in tuple(Precision) else None
    both = lat is not None and lon is not None
    return Place(
        id=ids.make("p", document, "given"),
        document=document,
        span=_NOWHERE,
        name=_text(value.get("name")) or "",
        lat=lat if both else None,
        lon=lon if both else None,
        geonames_id=None,
        kind=PlaceKind.OTHER,
        use=Use.LOCATION,
        precision=known,
        confidence=1.0,
    )


def _moment(start: object, end: object, document: str, name: str) -> Moment | None:
    first, last = _at(start, name, "start"), _at(end, name, "end")
    if first is None and last is None:
        return None
    whole = not isinstance(first, datetime) and not isinstance(last, datetime)
    edges = [_midnight(at) for at in (first, last) if at is not None]
    low, high = min(edges), max(edges)  # somebody's end before the start is a slip: the interval is the same
    closing = last if last is not None and _midnight(last) == high else first
    if not isinstance(closing, datetime):
        high += timedelta(days=1)
    return Moment(
        id=ids.make("t", document, "given"),
        document=document,
        span=None,
        start=low,
        end=high,
        grain=Grain.DAY if whole else Grain.HOUR,
        anchor=Anchor.TEXT,
        zone_from=ZoneFrom.NONE,
    )


def _midnight(at: datetime | date) -> datetime:
    return at if isinstance(at, datetime) else datetime.combine(at, time(), UTC)


def _figure(value: object, at: int, document: str, name: str) -> Figure:
    if not isinstance(value, Mapping):
        raise _fault(name, "figures", value)
    try:
        unit = Unit(str(value.get("unit")))
    except ValueError:
        raise _fault(name, "figures.unit", value.get("unit")) from None
    low, high = _number(value.get("low"), name, "figures.low"), _number(value.get("high"), name, "figures.high")
    return Figure(
        id=ids.make("f", document, at),
        document=document,
        span=_NOWHERE,
        low=low if low is not None else 0.0,
        high=high,
        approx=bool(value.get("approx", False)),
        unit=unit,
        status=FigureStatus.CLAIMED if unit in _PEOPLE else FigureStatus.OTHER,
        party=_text(value.get("party")),
    )
