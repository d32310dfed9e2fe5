"""The designations: which body or office-holder of the pack "the Lorvan governor", "местная полиция" or "Генштаб" is, by its land."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.claims.cast import Cast
from sayso.claims.heads import head
from sayso.claims.lands import area_at, country_at, governments, lands_of
from sayso.claims.register import register_of
from sayso.claims.roster import SMALL, keys_at
from sayso.claims.speakers import mentions_in, of_actor
from sayso.claims.strangers import estranged, of_another_land
from sayso.claims.view import View
from sayso.lexicon.pack import Actor
from sayso.record.claim import Speaker

_MOST = 6  # words of a designation
_ROLES = ("person", "spokes", "official", "rank")
_BODIES = ("organisation", "government", "military", "armed group", "rescuers", "town hall", "unit", "body", "relief")
_BEFORE = ("determiner", "preposition", "possessive")
_KINDS = (
    ("rescuers", frozenset({"emergency service"})),
    ("town hall", frozenset({"local authority"})),
)
_LOCAL = frozenset({"police", "emergency service", "local authority", "health"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Designation:
    """A phrase without a name: its country and areas, where it names them, and its other words as tokens."""

    rest: tuple[int, ...]
    country: str | None
    areas: frozenset[str]
    role: bool


def designation(cast: Cast, first: int, last: int) -> Designation | None:
    """The designation in a source, None where its words name neither a role nor a body, or hold a name of somebody."""
    view, lands = cast.view, lands_of(cast.roster.pack, cast.view.book)
    rest: list[int] = []
    country, areas = None, frozenset[str]()
    for k in range(first, last):
        if view.words[k] in (",", "(", "—", "–") or (view.word_in("relative", k) and k > first):
            break
        if view.marks[k] or view.words[k] in SMALL or view.words[k] in view.book.either(_BEFORE):
            continue
        area = area_at(view, lands, k)
        land = country_at(view, lands, k)
        if area and (view.capital(k) or view.pos(k) == "ADJ" or not view.among("person", k)):
            areas = areas & area or area
            country = land or country
        elif land:
            country = land
        elif not (view.among("place", k) or view.among("local", k) or view.pos(k) in ("ADV", "PART")):
            rest.append(k)
    if not 1 <= len(rest) <= _MOST or any(view.any_of(("witness", "sources"), k) for k in rest):
        return None
    manned = [k for k in rest if _among(cast, "desk", k) or view.among("spokes", k)]
    if manned and len(manned) < len(rest):
        rest = [k for k in rest if k not in manned]  # "the duty officer of the department" speaks for it
    turned = head(view, first, last)
    turned = turned if turned in rest else rest[-1] if view.lang == "en" else rest[0]
    role = view.any_of(_ROLES, turned) or view.among("envoy", turned)
    if not role and not any(_among(cast, name, k) for k in rest for name in _BODIES) and not any(_capital(cast, k) for k in rest):
        return None
    return Designation(rest=tuple(rest), country=country, areas=areas, role=role)


def _capital(cast: Cast, k: int) -> bool:
    return cast.view.capital(k) and k not in cast.view.sentence_starts


def designated(cast: Cast, first: int, last: int, *, of: str | None = None) -> Speaker | None:
    """The one actor of the pack whom a phrase fits: of the land that it names, of the country `of`, or where the text is at; else None."""
    met = designation(cast, first, last)
    if met is None:
        return None
    if of and not met.country and not met.areas:
        met = replace(met, country=of)
    if met.country and all(cast.view.among("envoy", k) for k in met.rest):
        return of_country(cast, met.country)
    chosen = _army(cast, met) or _placed(cast, met, _bearing(cast, met), first)
    if chosen is None and not met.role:
        chosen = _placed(cast, met, _of_kind(cast, met), first)
    if chosen is not None and chosen.country and not met.country and foreign(cast, chosen, first, last):
        return None
    return of_actor(chosen, cast.on) if chosen else None


def foreign(cast: Cast, actor: Actor, first: int, last: int) -> bool:
    """Is the phrase one for a body of another land than the actor's («МИД Грузии»)?"""
    inside = mentions_in(cast.view, cast.mentions, first, last)
    return any(of_another_land(cast.view, cast.roster.pack, actor, inside, first, end) for end in range(first + 1, last))


def _army(cast: Cast, met: Designation) -> Actor | None:
    """The one army of a country, by its people or its capital ("the Talvenian military", « les militaires de Halmora »)."""
    if not met.country or not all(cast.view.among("army", k) for k in met.rest):
        return None
    found = [a for a in cast.roster.pack.actors.values() if a.kind == "military" and a.country == met.country and not (a.person or a.area)]
    whole = [a for a in found if a.name("en").casefold().endswith("army") or "armed forces" in a.name("en").casefold().partition(" of ")[0]]
    whole = [a for a in whole if not any(word in a.name("en").casefold() for word in ("ministry", "staff", "command"))]
    return whole[0] if len(whole) == 1 else None


def _placed(cast: Cast, met: Designation, found: list[Actor], at: int) -> Actor | None:
    if met.areas:
        local = [a for a in found if _area(a) in met.areas]
        # a capital stands for its country too: "the Defence Ministry in Halmora"
        found = local or [a for a in found if a.country == met.country and not a.area and not a.person]
    elif met.country:
        found = [a for a in found if a.country == met.country]
        found = [a for a in found if not a.area] or found
    elif met.role and len(found) == 1 and not found[0].country and {found[0].id, found[0].body} & cast.roster.present:
        return found[0]
    elif len(found) == 1 and found[0].country:
        one = found[0]
        here = one.country in cast.spoken_of and (not one.area or bool(met.areas) or one.area in cast.areas_named)
        return one if here else None
    if len(found) > 1:
        known = cast.roster.present | cast.written.keys() | {h.speaker.id for h in cast.heard}
        mine = [a for a in found if a.id in known]
        if len(mine) == 1 and (met.role or met.country or met.areas):
            return mine[0]
        found = mine or found
    if not found or (met.country is None and not met.areas and not _at_hand(cast, found, at)):
        return None
    if len(found) > 1 and not met.areas:
        found = _at_hand(cast, found, at)
    return found[0] if len(found) == 1 else None


def _area(actor: Actor) -> str:
    return actor.area or ""


def _at_hand(cast: Cast, found: list[Actor], at: int) -> list[Actor]:
    """Those of the area or country that the text is at: an area goes for local bodies and heads, the publisher's country for others."""
    local = [a for a in found if a.kind in _LOCAL or a.area]
    if local:
        nearest = _nearest(cast, at, cast.named_at["area"])
        near = cast.areas_at(nearest) if nearest is not None else frozenset[str]()
        mine = [a for a in local if a.area and a.area in near]
        if mine:
            return mine
    country = home(cast, at, local=bool(local))
    return [a for a in found if a.country == country and not a.area] if country else []


def home(cast: Cast, at: int, *, local: bool = False, own: bool = True) -> str | None:
    """The country whose "the ministry" is at a token: the publisher's; with `local` ("the police") that of the places named before it.

    Without `own` the publisher's country counts for nothing.
    """
    theirs = cast.roster.publisher if own and cast.roster.publisher in cast.parties else None
    if theirs and not local:
        return theirs
    nearest = _nearest(cast, at, cast.named_at["party"])
    near = cast.countries_at(nearest) & cast.parties if nearest is not None else frozenset[str]()
    return next(iter(near)) if len(near) == 1 else theirs


def _nearest(cast: Cast, at: int, named: Sequence[int]) -> int | None:
    """Of tokens that name something the nearest: before a token in its sentence, after it there, else before its sentence."""
    low, high = cast.view.unit_at(at)
    after = bisect_right(named, at)
    if after and named[after - 1] >= low:
        return named[after - 1]
    if after < len(named) and named[after] < high:
        return named[after]
    before = bisect_left(named, low)
    return named[before - 1] if before else None


def _bearing(cast: Cast, met: Designation) -> list[Actor]:
    """The actors of whom all words of the phrase stand in one name of a body, or in one office of a person."""
    if met.role and _several(cast, met):
        return []
    words = [word for k in met.rest for word in keys_at(cast.view, k, k + 1)]
    found = register_of(cast.roster.pack, cast.view.lang).bearing(words)
    graded = any(_GRADE.match(cast.view.words[k]) for k in met.rest)
    return [a for a in found if a.person == met.role and (not a.person or (_in_office(a, cast.on) and (graded or not _graded(cast, a))))]


_GRADE = re.compile(
    r"(генеральн|ген(прокурор|сек|директор)|верховн|главн|головн|заместител|заступни|перв|перш|вице|віце|помощник|помічни|советник|радник|deputy|chief|general)"
)


def _graded(cast: Cast, actor: Actor) -> bool:
    """Is the office one of a grade in all its names («генеральный прокурор»)? The bare noun is then no name of it."""
    lang = cast.view.lang
    said = [actor.office.get(lang, ""), *actor.office_aliases.get(lang, ())]
    return lang in ("ru", "uk") and all(any(_GRADE.match(word) for word in phrase.casefold().split()) for phrase in said if " " in phrase)


def _several(cast: Cast, met: Designation) -> bool:
    """Are several people meant, or officials of whatever office?"""
    view = cast.view
    return any("pl" in view.tags[k].split(",") for k in met.rest[:1] + met.rest[-1:]) or all(view.among("official", k) for k in met.rest)


def _in_office(actor: Actor, on: date | None) -> bool:
    since, until = actor.in_office
    return on is None or ((since is None or since <= on) and (until is None or on <= until))


def _of_kind(cast: Cast, met: Designation) -> list[Actor]:
    """The bodies of the kind that the words say ("the rescuers", "мэрия")."""
    said = frozenset[str]().union(*(kinds for name, kinds in _KINDS if all(_among(cast, name, k) for k in met.rest)))
    return [a for a in cast.roster.pack.actors.values() if a.kind in said and not a.person] if said else []


def _among(cast: Cast, name: str, k: int) -> bool:
    """Is the token a word of a class, or in a phrase of it?"""
    view = cast.view
    if view.among(name, k):
        return True
    word = view.words[k]
    if word not in view.book.phrase_words[name]:
        return False
    phrases = view.book.phrases[name]
    return any(view.words[start : start + len(p)] == p for p in phrases if word in p for start in range(max(0, k - len(p) + 1), k + 1))


_OPPOSED = re.compile(
    r"anti-?(?!air|tank|terror|corrupt|drone|char|aérien|missile)|анти-?(?!террор|терор|корруп|коруп|дрон|монопол)"
    r"|exiled?\b|émigr|exilé|dissident|эмигрант|изгнанник|диссидент|емігрант|вигнан|дисидент",
    re.IGNORECASE,
)


def affiliated(cast: Cast, first: int, last: int) -> str | None:
    """The side that the words of a source tell of somebody without a name in the pack: that of a body, country or area among them."""
    view = cast.view
    if any(_OPPOSED.match(view.text, view.starts[k]) for k in range(max(0, first - 1), last)):
        return None  # "anti-Kremlin Russian units", "exiled Russians": whose they are is told by no country's name
    inside = mentions_in(view, cast.mentions, first, last)
    if any(estranged(view, cast.roster, inside, entry) for entry in cast.roster.within(first, last)):
        return None
    for k in range(first, last):
        if view.mark(k) or not any(_among(cast, name, k) for name in _BODIES):
            continue
        end = next((j for j in range(k + 1, last) if view.mark(j) or view.word_in("relative", j)), last)
        start = _with_adjectives(cast, k, first)
        placed = any(cast.countries_at(j) for j in range(first, last))
        whole = designated(cast, start, end) or (None if placed else designated(cast, start, k + 1))
        if whole is not None and whole.side:
            return whole.side
    countries = {c for k in range(first, last) for c in cast.countries_at(k)}
    if len(countries) == 1:
        return None if _of_a_people(cast, first, last) else side_of(cast, countries.pop())
    if any(_among(cast, name, k) for name in ("government", "rescuers", "town hall") for k in range(first, last)):
        return side_of(cast, home(cast, first, local=True))
    bodied = any(_among(cast, name, k) for name in _BODIES for k in range(first, last))
    if not bodied and any(view.among("rank", k) for k in range(first, last)):
        return side_of(cast, home(cast, first, local=True))
    return None


def _of_a_people(cast: Cast, first: int, last: int) -> bool:
    """Are they some of a people and not its state ("armed Russians", « des Russes en armes », and not "the Russians")?"""
    view = cast.view
    people = next((k for k in range(first, last) if cast.countries_at(k) and _people(view, k)), None)
    return people is not None and any(k != people and view.pos(k) in ("ADJ", "NOUN", "PART", "VERB", "X") for k in range(first, last))


def _people(view: View, k: int) -> bool:
    """Is the word for a land a plural noun for its people?"""
    plural = view.words[k].endswith("ns") if view.lang == "en" else "pl" in view.tags[k].split(",")
    return plural and (view.capital(k) if view.lang in ("en", "fr") else view.pos(k) == "NOUN")


def _with_adjectives(cast: Cast, k: int, first: int) -> int:
    while k > first and cast.view.pos(k - 1) == "ADJ":
        k -= 1
    return k


def of_country(cast: Cast, country: str) -> Speaker | None:
    """The government of a country."""
    found = [a for a in governments(cast.roster.pack, country) if a.metonyms]
    return of_actor(found[0], cast.on) if len(found) == 1 else None


def side_of(cast: Cast, country: str | None) -> str | None:
    """The side of a country's government."""
    sides = {a.side(cast.on) for a in governments(cast.roster.pack, country)}
    return sides.pop() if country and len(sides) == 1 else None


def of_spokesperson(cast: Cast, body: Speaker, word: str = "") -> Speaker | None:
    """The one person of the pack who speaks for a body: named in the document, or in office by the `word` ("spokeswoman")."""
    found = [a for a in cast.roster.pack.actors.values() if a.person and a.body == body.id]
    speaking = [a for a in found if any(_spokes(cast, one) for one in a.office.get("en", "").split())]
    named = [a for a in speaking if a.id in cast.roster.present]
    if not named and word and len(speaking) == 1 and _in_office(speaking[0], cast.on):
        office = speaking[0].office.get(cast.view.lang, "").casefold().split()
        named = speaking if word in office else []
    return of_actor(named[0], cast.on) if len(named) == 1 else None


_COUNTERPARTS = frozenset("counterpart homologue".split())


def counterpart(cast: Cast, first: int, last: int) -> Speaker | None:
    """Who is to another country what the one before is to his: "its Southern counterpart", "son homologue du Sud"."""
    view, actors = cast.view, cast.roster.pack.actors
    turned = head(view, first, last)
    countries = {c for k in range(first, last) for c in cast.countries_at(k)}
    named = (h for h in (*cast.earlier(first), *cast.before(first)) if h.paragraph == view.paragraph_of[first] and h.speaker.id in actors)
    before = sorted(named, key=lambda h: h.at)
    if turned is None or view.lemmas[turned] not in _COUNTERPARTS or len(countries) != 1 or not before:
        return None
    one = actors[before[-1].speaker.id or ""]
    found = [
        a
        for a in actors.values()
        if a.country in countries and a.country != one.country and (a.kind, a.person) == (one.kind, one.person) and _alike(a, one)
    ]
    return of_actor(found[0], cast.on) if len(found) == 1 else None


def _alike(one: Actor, other: Actor) -> bool:
    """Are a name or office of each the same but for one word, the country's?"""
    names = [(a.office.get("en", ""),) if a.person else (a.name("en"), *a.aliases.get("en", ())) for a in (one, other)]
    bags = [[set(name.casefold().split()) for name in told if name] for told in names]
    return any(len(a - b) == len(b - a) == 1 and len(a) > 1 for a in bags[0] for b in bags[1])


def military_ministry(cast: Cast, at: int) -> Speaker | None:
    """ "The ministry" beside officers in its paragraph, where the country that the text is at has several: the one of defence."""
    here, country = cast.view.paragraph_of[at], home(cast, at)
    ranks = cast.view.book.classes["rank"]
    near = [h for h in (*cast.earlier(at), *cast.before(at)) if h.human and h.paragraph == here and h.nouns & ranks]
    officers = near and all(h.speaker.side in (None, side_of(cast, country)) for h in near)
    found = [
        a
        for a in cast.roster.pack.actors.values()
        if a.country == country and a.kind == "military" and not a.person and "ministry" in a.name("en").casefold()
    ]
    return of_actor(found[0], cast.on) if country and officers and len(found) == 1 else None


_LEADERS = frozenset("commander head leader chief director coordinator president chairman chairwoman".split())
_LEADING = _LEADERS | frozenset(
    "командир комбриг глава лидер начальник директор координатор руководитель командувач лідер очільник керівник голова"
    " chef cheffe commandant dirigeant directeur directrice coordinatrice président présidente patron leader".split()
)


_COMMANDING = frozenset("commander командир комбриг командувач commandant".split())


def leader_of(cast: Cast, body: Actor, k: int) -> Speaker | None:
    """The one person of the pack who leads a body, for "its commander", "their leader"."""
    said = {cast.view.words[k], cast.view.lemmas[k]}
    if not said & _LEADING:
        return None
    found = [a for a in cast.roster.pack.actors.values() if a.person and a.body == body.id and _in_office(a, cast.on)]
    found = [a for a in found if _LEADERS & set(a.office.get("en", "").casefold().split())]
    if len(found) != 1 or (said & _COMMANDING and "commander" not in found[0].office.get("en", "").casefold()):
        return None
    return of_actor(found[0], cast.on)


def _spokes(cast: Cast, word: str) -> bool:
    return word.startswith("spokes") or word in cast.view.book.classes["spokes"]
