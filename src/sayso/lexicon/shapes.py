"""The shapes of a pack's data: which fields hold text, which hold lists, told in words where one holds something else."""

from collections.abc import Callable, Iterator, Mapping

from sayso.lexicon.rows import Row
from sayso.lexicon.zones import zone_named

Shape = tuple[Callable[[object], bool], str]


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_optional_text(value: object) -> bool:
    return value is None or isinstance(value, str)


def _are_words(value: object) -> bool:
    return value is None or (isinstance(value, list) and all(map(_is_text, value)))


def _are_names(value: object) -> bool:
    return value is None or (isinstance(value, dict) and all(map(_is_optional_text, value.values())))


def _are_words_by_language(value: object) -> bool:
    return value is None or (isinstance(value, dict) and all(words is not None and _are_words(words) for words in value.values()))


def _is_term(value: object) -> bool:
    return not value or (isinstance(value, list) and len(value) == 2 and all(map(_is_optional_text, value)))


def _are_tenures(value: object) -> bool:
    return value is None or (
        isinstance(value, list)
        and all(
            isinstance(item, dict) and _is_text(item.get("side")) and all(_is_optional_text(item.get(key)) for key in ("from", "to"))
            for item in value
        )
    )


def _is_zone(value: object) -> bool:
    return value is None or (isinstance(value, str) and zone_named(value) is not None)


def _is_flag(value: object) -> bool:
    return value is None or isinstance(value, bool)


TEXT: Shape = (_is_text, "text")
OPTIONAL: Shape = (_is_optional_text, "text or null")
WORDS: Shape = (_are_words, "a list of words")
NAMES: Shape = (_are_names, 'a name by language, such as {"en": "..."}')
BY_LANGUAGE: Shape = (_are_words_by_language, 'a list of words by language, such as {"en": ["..."]}')
TERM: Shape = (_is_term, "two days, [from, to], each a date or null")
TENURES: Shape = (_are_tenures, 'a list of {"side", "from", "to"}')
FLAG: Shape = (_is_flag, "true or false")


def _one_of(known: tuple[str, ...]) -> Shape:
    return lambda value: value in known, f"one of {', '.join(known)}"


ACTOR_KINDS = (
    "armed group", "company", "emergency service", "government", "health", "international", "local authority", "military", "monitor",
    "police", "political", "religious",
)  # fmt: skip
OUTLET_KINDS = ("agency", "channel", "outlet", "platform")
ZONE: Shape = (_is_zone, "a time zone such as Europe/Kyiv or +03:00, or null")

ACTOR: Mapping[str, Shape] = {
    "id": TEXT, "kind": _one_of(ACTOR_KINDS), "names": NAMES, "surname": NAMES, "office": NAMES, "aliases": BY_LANGUAGE,
    "metonyms": BY_LANGUAGE, "surname_aliases": BY_LANGUAGE, "office_aliases": BY_LANGUAGE, "person": FLAG, "body": OPTIONAL,
    "in_office": TERM, "sides": TENURES, "country": OPTIONAL, "area": OPTIONAL, "source": OPTIONAL,
}  # fmt: skip
OUTLET: Mapping[str, Shape] = {
    "id": TEXT, "kind": _one_of(OUTLET_KINDS), "names": NAMES, "aliases": BY_LANGUAGE, "risky_aliases": BY_LANGUAGE, "lang": WORDS,
    "zone": ZONE, "country": OPTIONAL, "controlled_by": OPTIONAL, "side": OPTIONAL, "voice_of": OPTIONAL, "domains": WORDS,
    "handles": WORDS, "source": OPTIONAL,
}  # fmt: skip


def misshapen(row: Row, shapes: Mapping[str, Shape]) -> Iterator[str]:
    """What is wrong with the fields of a row, one sentence a field.

    >>> list(misshapen({"id": "a", "kind": "military", "names": {"en": "A"}, "aliases": {"en": "abc"}}, ACTOR))
    ['aliases is {\\'en\\': \\'abc\\'} and not a list of words by language, such as {"en": ["..."]}']
    """
    for field, (fits, want) in shapes.items():
        if not fits(row.get(field)):
            yield f"{field} is {_told(row[field])} and not {want}" if field in row else f"{field} is missing"


def misshapen_head(head: Row) -> Iterator[str]:
    """What is wrong with the name and the theatre of a pack.toml."""
    if not _is_text(head.get("name")):
        yield f"pack.toml: name is {_told(head['name'])} and not text" if "name" in head else "pack.toml: name is missing"
    theatre = head.get("theatre", {})
    if not isinstance(theatre, dict):
        yield f"pack.toml: theatre is {_told(theatre)} and not a table with countries and regions"
        return
    if not _are_words(theatre.get("countries")):
        yield f"pack.toml: theatre: countries is {_told(theatre['countries'])} and not a list of codes"
    regions = theatre.get("regions", [])
    if not isinstance(regions, list) or not all(_is_text(region.get("name") if isinstance(region, dict) else region) for region in regions):
        yield f"pack.toml: theatre: regions is {_told(regions)} and not a list of names or of tables with a name"


def _told(value: object) -> str:
    told = repr(value)
    return told if len(told) <= 60 else told[:59] + "…"
