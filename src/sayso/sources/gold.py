"""The gold of a corpus: a JSON object of data/accounts, or of the exchange format with its text, as records."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from sayso.errors import InputError
from sayso.record.annotation import Annotation
from sayso.record.claim import Attribution, Claim, Manner, Relay, RelayKind, Speaker, SpeakerKind, Stance
from sayso.record.event import Actuality, Event, Kind
from sayso.record.figure import Figure, FigureStatus, Scope, Unit, Who
from sayso.record.gold import GoldAccount, GoldContest, GoldDocument, GoldIncident
from sayso.record.mention import Mention, MentionKind
from sayso.record.moment import Anchor, Grain, Moment, ZoneFrom
from sayso.record.place import Place, PlaceKind, Use
from sayso.sources import fields
from sayso.sources.posts import document_of
from sayso.sources.published import published_at
from sayso.text.span import Span

Json = dict[str, Any]
Made = TypeVar("Made")
COPIES = ("forwarded_from", "copy_of", "translated_from")


def gold_document(row: Json) -> GoldDocument:
    """The document of a record with `text` and annotations. InputError says what is wrong in it."""
    doc = document_of(row)
    given = [*fields.objects(row, "claims"), *(item | {"attribution": "narration"} for item in fields.objects(row, "narration"))]
    names = [fields.words(item, "id") or str(n) for n, item in enumerate(given, 1)]
    claims = tuple(_claim(item, name, doc.text) for item, name in zip(given, names, strict=True))
    return GoldDocument(
        annotation=Annotation(
            document=doc,
            lang=doc.lang,
            claims=claims,
            events=_each(row, "events", lambda item, n: _event(item, n, names, doc.text)),
            figures=_each(row, "figures", lambda item, n: _figure(item, n, names, doc.text)),
            places=_each(row, "places", lambda item, n: _place(item, n, doc.text)),
            moments=_each(row, "times", lambda item, n: _moment(item, n, doc.text)),
            mentions=_each(row, "mentions", lambda item, n: _mention(item, n, doc.text)),
        ),
        published=fields.words(row, "published"),
        genre=fields.words(row, "genre"),
        family=fields.words(row, "family"),
        origin=fields.words(row, "origin"),
        incidents=fields.listed(row, "incidents"),
        copies=tuple((key, told) for key in COPIES if (told := fields.words(row, key))),
        corefers=tuple((name, told) for item, name in zip(given, names, strict=True) if (told := fields.words(item, "coref"))),
        control=tuple(_control(item["control"], name) for item, name in zip(given, names, strict=True) if item.get("control")),
    )


def gold_incident(row: Json) -> GoldIncident:
    """The incident of a record with `accounts`. InputError says what is wrong in it."""
    name = fields.words(row, "id")
    if not name:
        raise InputError('"id" is missing', then=fields.MEND)
    told = {key: fields.words(row, key) or "" for key in ("title", "kind", "place", "start", "end", "split")}
    return GoldIncident(
        id=name,
        **told,
        alike=fields.listed(row, "alike"),
        documents=fields.listed(row, "documents"),
        accounts=tuple(
            GoldAccount(
                speaker=fields.words(item, "speaker") or "speaker not named",
                claims=fields.listed(item, "claims"),
                supersedes=fields.pairs(item, "supersedes"),
            )
            for item in fields.objects(row, "accounts")
        ),
        contests=tuple(_contest(item, "kind") for item in fields.objects(row, "contests")),
        not_contests=tuple(_contest(item, "reason") for item in fields.objects(row, "not_contests")),
    )


def _each(row: Json, field: str, made: Callable[[Json, int], Made]) -> tuple[Made, ...]:
    """A record for each object of a list; what is wrong in one is told with its number in the list."""
    found = []
    for n, item in enumerate(fields.objects(row, field), 1):
        try:
            found.append(made(item, n))
        except InputError as why:
            raise InputError(f"{field}, number {n}: {why.what}", then=why.then) from None
    return tuple(found)


def _contest(item: Json, key: str) -> GoldContest:
    return GoldContest(kind=fields.words(item, key) or "", about=fields.words(item, "about") or "", between=fields.pairs(item, "between"))


def _claim(item: Json, name: str, text: str) -> Claim:
    try:
        return Claim(
            id=name,
            document="",
            source=fields.spans(item, "source", text),
            cue=fields.spans(item, "cue", text),
            content=fields.spans(item, "content", text),
            speaker=_speaker(item),
            relays=_relays(item),
            stance=fields.chosen(Stance, item, "stance", Stance.ASSERTS),
            manner=fields.chosen(Manner, item, "quotation", Manner.INDIRECT),
            attribution=fields.chosen(Attribution, item, "attribution", Attribution.EXPLICIT),
            confidence=fields.number(item, "confidence") or 1.0,
            denied=fields.words(item, "denies"),
        )
    except InputError as why:
        raise InputError(f"claim {name}: {why.what}", then=why.then) from None


def _speaker(item: Json) -> Speaker | None:
    """A speaker, given as an object or as a name; its side and kind may stand beside it."""
    given = item.get("speaker")
    if not given:
        return None
    if isinstance(given, str):
        given = {"name": given}
    if not isinstance(given, dict):
        fields.faulty("speaker", given, "an object with a name")
    kind = given.get("kind") or item.get("speaker_kind")
    return Speaker(
        id=fields.words(given, "id"),
        name=fields.words(given, "name") or "not named",
        side=fields.words(given, "side") or fields.words(item, "side"),
        kind=fields.chosen(SpeakerKind, {"speaker_kind": kind}, "speaker_kind", SpeakerKind.UNKNOWN),
        members=tuple(found for member in fields.objects(given, "members") if (found := _speaker({"speaker": member}))),
    )


def _relays(item: Json) -> tuple[Relay, ...]:
    given = item.get("relays")
    if given is None:
        return ()
    if not isinstance(given, list):
        fields.faulty("relays", given, "a list of names or objects with a name")
    return tuple(map(_relay, given))


def _relay(given: object) -> Relay:
    item = {"name": given} if isinstance(given, str) else given
    if not isinstance(item, dict):
        fields.faulty("relays", given, "a list of names or objects with a name")
    kind = fields.chosen(RelayKind, item, "kind", RelayKind.OUTLET)
    return Relay(name=fields.words(item, "name") or "not named", kind=kind, id=fields.words(item, "id"))


def _control(given: object, name: str) -> tuple[str, str, str]:
    item = given if isinstance(given, dict) else {}
    return name, fields.words(item, "place") or "?", fields.words(item, "holder") or "?"


def _holding(item: Json, names: list[str]) -> str | None:
    """The id of the claim that an event or figure belongs to, given as an index into the claims or as an id."""
    given = item.get("claim")
    if isinstance(given, int) and not isinstance(given, bool) and 0 <= given < len(names):
        return names[given]
    if given is None or given in names:
        return given
    fields.faulty("claim", given, "one of the record's claims")


def _event(item: Json, n: int, names: list[str], text: str) -> Event:
    claim, trigger = _holding(item, names), fields.spans(item, "trigger", text)
    return Event(
        id=f"event {n}",
        document="",
        kind=fields.chosen(Kind, item, "kind", Kind.OTHER),
        actuality=fields.chosen(Actuality, item, "actuality", Actuality.HAPPENED),
        trigger=trigger[0] if trigger else Span(0, 0),
        sentence=Span(0, 0),
        claims=(claim,) if claim else (),
    )


def _figure(item: Json, n: int, names: list[str], text: str) -> Figure:
    return Figure(
        id=f"figure {n}",
        document="",
        span=fields.span(item, "span", text),
        low=fields.number(item, "low") or 0,
        high=fields.number(item, "high"),
        approx=bool(item.get("approx")),
        unit=fields.chosen(Unit, item, "unit", Unit.OTHER),
        status=fields.chosen(FigureStatus, item, "status", FigureStatus.CLAIMED),
        party=fields.words(item, "party"),
        who=fields.chosen(Who, item, "who", Who.UNKNOWN) if item.get("who") else None,
        scope=fields.chosen(Scope, item, "scope", Scope.UNSTATED),
        since=fields.words(item, "since"),
        cumulative=bool(item.get("cumulative")),
        claim=_holding(item, names),
        detail=fields.words(item, "detail"),
    )


def _place(item: Json, n: int, text: str) -> Place:
    return Place(
        id=f"place {n}",
        document="",
        span=fields.span(item, "span", text),
        name=fields.words(item, "name") or "",
        lat=fields.number(item, "lat"),
        lon=fields.number(item, "lon"),
        geonames_id=None,
        kind=fields.chosen(PlaceKind, item, "kind", PlaceKind.OTHER),
        use=fields.chosen(Use, item, "use", Use.LOCATION),
    )


def _moment(item: Json, n: int, text: str) -> Moment:
    start, end = (published_at(fields.words(item, key)) for key in ("start", "end"))
    return Moment(
        id=f"moment {n}",
        document="",
        span=fields.span(item, "span", text) if item.get("span") else None,
        start=start if isinstance(start, datetime) else None,
        end=end if isinstance(end, datetime) else None,
        grain=fields.chosen(Grain, item, "grain", Grain.DAY),
        anchor=Anchor.UNKNOWN,
        zone_from=ZoneFrom.NONE,
    )


def _mention(item: Json, n: int, text: str) -> Mention:
    where = fields.span(item, "span", text)
    kind = fields.chosen(MentionKind, item, "kind", MentionKind.ORGANISATION)
    return Mention(id=f"mention {n}", span=where, kind=kind, name=where.of(text), actor=fields.words(item, "actor"))
