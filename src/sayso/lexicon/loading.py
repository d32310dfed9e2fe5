"""The loading of packs: files of one conflict into a `Pack`, with all faults told at once."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from importlib import resources
from typing import Any, TypeVar

from sayso.errors import DataError, MissingError
from sayso.lexicon.names import Named, NameIndex
from sayso.lexicon.pack import Actor, Outlet, Pack, Tenure, Words
from sayso.lexicon.places import PackPlaces, entered
from sayso.lexicon.rows import Row, sorted_out
from sayso.lexicon.shapes import ACTOR, OUTLET, Shape, misshapen, misshapen_head

BUILT_IN = {"ukraine-russia": "ukraine_russia", "talvenia-kestria": "talvenia_kestria"}
_THEN = "see CONTRIBUTING.md, 'a conflict pack'"
Entry = TypeVar("Entry", Actor, Outlet)


def pack_of(header: str, actors: Iterable[str], outlets: Iterable[str], places: Iterable[str] = (), *, where: str) -> Pack:
    """A pack from the text of pack.toml and the lines of actors.jsonl, outlets.jsonl and, where it has own places, places.jsonl.

    Raises DataError with all faults: unknown sides, references to nobody, ids given twice, missing names, places that lie nowhere. A
    reference to somebody whose own line is faulty is no fault of its own.
    """
    try:
        head = tomllib.loads(header)
    except (tomllib.TOMLDecodeError, RecursionError) as why:
        raise DataError("pack.toml is no TOML", faults=(str(why),), where=where, then=_THEN) from None
    faults: list[str] = []
    actor_rows, outlet_rows, place_rows = (
        _rows(lines, file, faults) for lines, file in ((actors, "actors.jsonl"), (outlets, "outlets.jsonl"), (places, "places.jsonl"))
    )
    unread = any(fault.startswith("actors.jsonl: ") for fault in faults)
    people = _entered(actor_rows, ACTOR, _actor, faults)
    media = _entered(outlet_rows, OUTLET, _outlet, faults)
    land = entered(place_rows, faults, unread=any(fault.startswith("places.jsonl: ") for fault in faults))
    try:
        sides = _sides(head)
    except (AttributeError, TypeError, KeyError):
        raise DataError("pack.toml is faulty", faults=("sides are no list of tables with an id",), where=where, then=_THEN) from None
    # Who stands in a faulty line is missed by all who refer to him: the cause is told, not what follows.
    broken = None if unread else {str(row.get("id")) for row in actor_rows} - people.keys()
    faults += [*_faults(people, media, sides), *_lost(people, media, broken), *misshapen_head(head)]
    if faults:
        raise DataError("the pack is faulty", faults=tuple(faults), where=where, then=_THEN)
    theatre, own = head.get("theatre", {}), PackPlaces.of(land)
    return Pack(
        name=str(head.get("name", "")),
        version=str(head.get("version", "0")),
        actors=people,
        outlets=media,
        sides=sides,
        countries=tuple(dict.fromkeys((*(theatre.get("countries") or ()), *own.countries))),
        regions=tuple(r["name"] if isinstance(r, dict) else r for r in theatre.get("regions", ())),
        header=head,
        index=NameIndex.of([*_actor_names(people), *_outlet_names(media)]),
        places=own,
    )


@cache
def built_in(name: str = "ukraine-russia") -> Pack:
    """A pack that comes with the program; MissingError where there is none of that name."""
    if name not in BUILT_IN:
        raise MissingError(f"no pack named {name}", then=f"the built-in packs are {', '.join(BUILT_IN)}; a pack of your own is a folder")
    folder = resources.files("sayso").joinpath("lexicon", "packs", BUILT_IN[name])
    parts = [folder.joinpath(file) for file in ("actors.jsonl", "outlets.jsonl", "places.jsonl")]
    actors, outlets, places = (part.read_text("utf-8").splitlines() if part.is_file() else [] for part in parts)
    return pack_of(folder.joinpath("pack.toml").read_text("utf-8"), actors, outlets, places, where=f"pack {name}")


def _sides(head: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Side id -> label by language, from `[[sides]]` or `[sides]` tables."""
    given = head.get("sides", [])
    listed = (
        given
        if isinstance(given, list)
        else [{"id": key, **value} if isinstance(value, dict) else {"id": key} for key, value in given.items()]
    )
    return {str(s["id"]): {str(k): str(v) for k, v in s.get("labels", s.get("names", {})).items()} for s in listed}


def _rows(lines: Iterable[str], file: str, faults: list[str]) -> tuple[Row, ...]:
    """The rows of a file; what is wrong with its other lines is added to the faults."""
    found, wrong = sorted_out(lines)
    faults += [f"{file}: {fault}" for fault in wrong]
    return found


def _entered(given: Iterable[Row], shapes: Mapping[str, Shape], make: Callable[[Row], Entry], faults: list[str]) -> dict[str, Entry]:
    into: dict[str, Entry] = {}
    for number, row in enumerate(given, 1):
        own = list(misshapen(row, shapes))
        if own:
            faults += [f"{row.get('id') or f'row {number}'}: {fault}" for fault in own]
            continue
        try:
            made = make(row)
        except ValueError as why:
            faults.append(f"{row['id']}: {why}")
            continue
        if made.id in into:
            faults.append(f"{made.id} stands twice")
        into[made.id] = made
    return into


def _words(value: dict[str, list[str]] | None) -> Words:
    return {lang: tuple(words) for lang, words in (value or {}).items()}


def _day(value: str | None) -> date | None:
    """The first day of a date that may be given as a year or month only."""
    if not value:
        return None
    return date.fromisoformat(value + "-01-01"[3 * (value.count("-")) :] if value.count("-") < 2 else value)


def _term(value: list[str | None] | None) -> tuple[date | None, date | None]:
    """The first and last day in an office; None is open."""
    since, until = value or (None, None)
    return _day(since), _day(until)


def _actor(row: Row) -> Actor:
    return Actor(
        id=row["id"],
        kind=row["kind"],
        names={k: v for k, v in row["names"].items() if v},
        aliases=_words(row.get("aliases")),
        surname={k: v for k, v in (row.get("surname") or {}).items() if v},
        office={k: v for k, v in (row.get("office") or {}).items() if v},
        metonyms=_words(row.get("metonyms")),
        surname_aliases=_words(row.get("surname_aliases")),
        office_aliases=_words(row.get("office_aliases")),
        person=bool(row.get("person")),
        body=row.get("body"),
        in_office=_term(row.get("in_office")),
        sides=tuple(Tenure(side=s["side"], since=_day(s.get("from")), until=_day(s.get("to"))) for s in row.get("sides") or ()),
        country=row.get("country"),
        area=row.get("area"),
        source=row.get("source", "unverified"),
    )


def _outlet(row: Row) -> Outlet:
    return Outlet(
        id=row["id"],
        kind=row["kind"],
        names={k: v for k, v in row["names"].items() if v},
        aliases=_words(row.get("aliases")),
        risky_aliases=_words(row.get("risky_aliases")),
        languages=tuple(row.get("lang") or ()),
        zone=row.get("zone"),
        country=row.get("country"),
        controlled_by=row.get("controlled_by"),
        side=row.get("side"),
        voice_of=row.get("voice_of"),
        domains=tuple(row.get("domains") or ()),
        handles=tuple(row.get("handles") or ()),
        source=row.get("source", "unverified"),
    )


def _faults(actors: dict[str, Actor], outlets: dict[str, Outlet], sides: dict[str, dict[str, str]]) -> list[str]:
    found = [f"{key} is both an actor and an outlet" for key in sorted(actors.keys() & outlets.keys())]
    for actor in actors.values():
        found += [f"{actor.id}: side {t.side!r} is not among {sorted(sides)}" for t in actor.sides if t.side not in sides]
        if not actor.names:
            found.append(f"{actor.id}: no name")
    for outlet in outlets.values():
        if outlet.side and outlet.side not in sides:
            found.append(f"{outlet.id}: side {outlet.side!r} is not among {sorted(sides)}")
        if not outlet.names:
            found.append(f"{outlet.id}: no name")
    return found


def _lost(actors: dict[str, Actor], outlets: dict[str, Outlet], broken: set[str] | None) -> list[str]:
    """References to no actor; `broken` are the ids of faulty lines, None where a line could not be read: whose it is is not known."""
    if broken is None:
        return []
    known = actors.keys() | broken
    found = [f"{a.id}: body {a.body!r} is no actor" for a in actors.values() if a.body and a.body not in known]
    return found + [f"{o.id}: voice_of {o.voice_of!r} is no actor" for o in outlets.values() if o.voice_of and o.voice_of not in known]


def _actor_names(actors: dict[str, Actor]) -> list[Named]:
    found = []
    for actor in actors.values():
        for how, by_lang in (
            ("name", {k: (v,) for k, v in actor.names.items()}),
            ("name", actor.aliases),
            ("metonym", actor.metonyms),
            ("surname", {k: (v,) for k, v in actor.surname.items()}),
            ("office", {k: (v,) for k, v in actor.office.items()}),
            ("surname", actor.surname_aliases),
            ("office", actor.office_aliases),
        ):
            found += [Named(id=actor.id, of="actor", how=how, lang=lang, words=word) for lang, words in by_lang.items() for word in words]
    return found


def _outlet_names(outlets: dict[str, Outlet]) -> list[Named]:
    found = []
    for outlet in outlets.values():
        named = {k: (v,) for k, v in outlet.names.items()}
        for how, by_lang in (("name", named), ("name", outlet.aliases), ("risky", outlet.risky_aliases)):
            found += [Named(id=outlet.id, of="outlet", how=how, lang=lang, words=word) for lang, words in by_lang.items() for word in words]
        found += [Named(id=outlet.id, of="outlet", how="handle", lang="", words=handle) for handle in outlet.handles]
    return found
