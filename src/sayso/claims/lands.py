"""The lands: the countries and areas of a pack, by the words that name them ("Kestrian", "лорванский", "de Sarvik")."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import Lock

from sayso.claims.view import View
from sayso.lexicon.cues import CueBook
from sayso.lexicon.pack import Actor, Pack
from sayso.lexicon.toponyms import toponym_book
from sayso.text.folding import plain

_LEAST = 4  # letters of a root
_KEPT = 20_000  # words whose land is kept in memory
_ENDINGS = {
    "en": re.compile(r"(?:'?s|n|an|ans|ian|ians|ese|ish|i)?"),
    "fr": re.compile(r"(?:e|es|s|n|ns|enne|ennes|en|ens|ien|iens|ienne|iennes|ais|aise|aises|ois|oise|oises)?"),
    "ru": re.compile(r"(?:[аяоеёыиіїьйуюєх]|[оеёыи][мйвю]|[ая]м[иі]?|[ая]х|[иы]ми|[ео]го|[ео]му)?"),
}
_ADJECTIVE = re.compile(r"(?:[иіїйья]?[йи]?)(?:ск|ськ|цьк|цк|нск)(?:[а-яіїє]{1,3})")
_NATIVE = re.compile(r"(?:[еия]?н?)(?:ец|ц|цы|цев|ці|ців|ке|ки|янин|яне|ян|єць)(?:[а-яіїє]{0,2})")
_NOWHERE = frozenset[str]()
_VOWELS = "аяоеёиіїйьуюєыaeiouéyo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lands:
    """The words for countries and areas in one language: the names, by their first letters."""

    lang: str
    countries: dict[str, tuple[tuple[str, str], ...]]
    areas: dict[str, tuple[tuple[str, str], ...]]
    named: dict[str, str]
    within: dict[str, frozenset[str]]
    _countries: dict[tuple[str, str], str | None] = field(default_factory=dict)
    _areas: dict[str, frozenset[str]] = field(default_factory=dict)

    def country(self, word: str, stem: str = "") -> str | None:
        """The country that a word names, as name, adjective or people's name; what was asked is remembered, since words come again."""
        key = (word, stem)
        known = self._countries.get(key, "")
        if known == "":
            if len(self._countries) >= _KEPT:
                self._countries.clear()
            known = self._countries[key] = self._country(word, stem)
        return known

    def _country(self, word: str, stem: str) -> str | None:
        place = toponym_book(self.lang).demonyms.get(stem)
        found = self._met(self.countries, word)
        return found.pop() if len(found) == 1 else self.named.get(place) if place else None

    def area(self, word: str) -> frozenset[str]:
        """The areas of the pack that a word may name: a city and its region."""
        found = self._areas.get(word)
        if found is None:
            if len(self._areas) >= _KEPT:
                self._areas.clear()
            found = self._areas[word] = frozenset(self._met(self.areas, word))
        return found

    def _met(self, table: dict[str, tuple[tuple[str, str], ...]], word: str) -> set[str]:
        whole = plain(word).casefold()
        return {value for name, value in table.get(whole[:_LEAST], ()) if formed(whole, name, self.lang)}


def formed(word: str, name: str, lang: str) -> bool:
    """Is a word a case form of a place's name, its adjective or the name of its people?

    >>> formed("кестрийское", "кестрия", "ru"), formed("talvénienne", "talvénie", "fr"), formed("kestra", "kestria", "en")
    (True, True, False)
    """
    ending = _ENDINGS.get(lang, _ENDINGS["ru"])
    if lang in ("en", "fr"):
        roots = (name, name[:-1]) if name[-1] in _VOWELS else (name,)
        return any(len(root) >= _LEAST and word.startswith(root) and ending.fullmatch(word[len(root) :]) for root in roots) or word == name
    root = name[:-1] if name[-1] in _VOWELS else name
    if len(root) >= 3 and word.startswith(root) and ending.fullmatch(word[len(root) :]):
        return True
    short = root[:-1] if root[-1] in _VOWELS and len(root) > _LEAST else root
    if not word.startswith(short) or len(short) < 3:
        return False
    rest = word[len(short) :]
    return bool(_ADJECTIVE.fullmatch(rest) or _NATIVE.fullmatch(rest))


_KNOWN: list[tuple[Pack, dict[str, Lands]]] = []
_LOCK = Lock()


def lands_of(pack: Pack, book: CueBook) -> Lands:
    """The lands of a pack in the language of a cue book; remembered."""
    with _LOCK:
        for known, made in _KNOWN:
            if known is pack:
                if book.lang not in made:
                    made[book.lang] = _lands(pack, book)
                return made[book.lang]
        by_lang = {book.lang: _lands(pack, book)}
        _KNOWN.append((pack, by_lang))
        del _KNOWN[:-4]
        return by_lang[book.lang]


def _lands(pack: Pack, book: CueBook) -> Lands:
    lang = book.lang
    countries: dict[str, str] = {}
    named: dict[str, str] = {}
    for actor in pack.actors.values():
        if not actor.country or actor.area or actor.person:
            continue
        for word in actor.metonyms.get(lang, ()):
            if " " not in word and len(word) >= _LEAST:
                countries.setdefault(plain(word).casefold(), actor.country)
        named |= dict.fromkeys(actor.metonyms.get("en", ()), actor.country)
    areas: dict[str, set[str]] = {}
    for actor in pack.actors.values():
        if actor.area:
            for word in _area_words(actor, book):
                areas.setdefault(word, set()).add(actor.area)
    of_area: dict[str, set[str]] = {}
    for actor in pack.actors.values():
        if actor.area and actor.country:
            of_area.setdefault(actor.area, set()).add(actor.country)
    return Lands(
        lang=lang,
        countries=_by_letters(countries.items()),
        areas=_by_letters((word, area) for word, found in areas.items() for area in sorted(found)),
        named=named,
        within={area: frozenset(found) for area, found in of_area.items()},
    )


def _area_words(actor: Actor, book: CueBook) -> set[str]:
    """The capitalised words of an area in the names of its bodies and the offices of its heads."""
    lang = book.lang
    said = [actor.office.get(lang, ""), *actor.office_aliases.get(lang, ())] if actor.person else [actor.names.get(lang, "")]
    said += [actor.area or ""] if lang in ("en", "fr") else []
    general = set().union(*(book.classes[name] for name in ("person", "spokes", "place", "organisation", "government", "military")))
    general |= set("city state regional military district self-declared russian-installed moscow-installed acting people's".split())
    found = set()
    for number, word in enumerate(w for phrase in said for w in phrase.replace("’", "'").split()):
        bare = plain(word.strip("«»\"'(),")).casefold().removesuffix("'s")
        if word[:1].isupper() and len(bare) >= _LEAST and bare not in general and (number or lang in ("en", "fr") or not actor.person):
            found.add(bare)
    own = plain((actor.area or "").split()[0]).casefold()
    # in their own alphabet the area's words cannot be told by its English name; the adjective of a body's name can
    return {w for w in found if w == own or w.isascii() is False or lang in ("en", "fr")} - {"republic", "oblast", "region", "province"}


def _by_letters(names: Iterable[tuple[str, str]]) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for name, value in names:
        found.setdefault(name[:_LEAST], []).append((name, value))
    return {start: tuple(sorted(pairs)) for start, pairs in found.items()}


def governments(pack: Pack, country: str | None) -> list[Actor]:
    """The governments of a country in the pack, without those of its areas and the people in them."""
    return [a for a in pack.actors.values() if a.country == country and a.kind == "government" and not (a.person or a.area)]


def country_at(view: View, lands: Lands, k: int) -> str | None:
    """The country that a token names."""
    return None if view.marks[k] else lands.country(_owned(view.surfaces[k]), view.stems[k])


def area_at(view: View, lands: Lands, k: int) -> frozenset[str]:
    """The areas that a token may name; a name in small letters is an adjective, and of Russian and Ukrainian only."""
    if view.marks[k] or not (view.capitals[k] or view.lang in ("ru", "uk")):
        return _NOWHERE
    return lands.area(_owned(view.surfaces[k]))


def _owned(surface: str) -> str:
    """The word without an English genitive."""
    return surface.removesuffix("'s").removesuffix("’s") if surface[-1] == "s" else surface
