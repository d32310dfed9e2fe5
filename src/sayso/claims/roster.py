"""The roster: the actors and outlets of a pack as they are met in the tokens of one document."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache
from threading import Lock

from sayso.claims.namesakes import without_namesakes
from sayso.claims.view import View, view_of
from sayso.lexicon.cues import CueBook
from sayso.lexicon.names import Named
from sayso.lexicon.pack import Actor, Outlet, Pack
from sayso.lexicon.toponyms import toponym_book
from sayso.record.mention import MentionKind
from sayso.record.reading import Reading
from sayso.text.folding import plain
from sayso.text.span import Span
from sayso.text.stems import stem

_LONGEST = 16  # tokens of a name
_SEEN = 0.5  # score of a person that an encoder sees
SMALL = frozenset("of the a an and for de du des la le les l' d' и і та й of's for".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A name of the pack at tokens `first` up to but not including `last`."""

    first: int
    last: int
    named: tuple[Named, ...]

    def ids(self, how: tuple[str, ...], of: str = "actor") -> tuple[str, ...]:
        """The ids that it may be, when named in one of these ways."""
        return tuple(dict.fromkeys(n.id for n in self.named if n.of == of and n.how in how))


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """What of the pack is named in a document."""

    pack: Pack
    entries: tuple[Entry, ...]
    present: frozenset[str]
    countries: tuple[str, ...]
    publisher: str | None = None
    """The country of the outlet that published the document."""
    voice: str | None = None
    """The actor whose own channel that outlet is."""

    def within(self, first: int, last: int) -> tuple[Entry, ...]:
        """The entries that lie in a range of tokens, or reach into it by their larger part."""
        low = bisect_left(self.entries, first - _LONGEST, key=lambda e: e.first)
        high = bisect_left(self.entries, last, key=lambda e: e.first)
        return tuple(
            e
            for e in self.entries[low:high]
            if e.first < last and first < e.last and min(e.last, last) - max(e.first, first) >= (e.last - e.first + 1) // 2
        )

    def actor(self, ids: tuple[str, ...], lang: str) -> Actor | None:
        """The one actor of these ids; of several the one that the document names in full, else the one of the country that it speaks of."""
        actors = [self.pack.actors[i] for i in ids if i in self.pack.actors]
        if len(actors) <= 1:
            return actors[0] if actors else None
        for choice in (
            [a for a in actors if a.id in self.present],
            [a for a in actors if a.country in self.countries[:1]],
            _own(actors, lang),
        ):
            if len(choice) == 1:
                return choice[0]
        return None

    def outlet(self, ids: tuple[str, ...]) -> Outlet | None:
        """The one outlet of these ids."""
        outlets = [self.pack.outlets[i] for i in ids if i in self.pack.outlets]
        return outlets[0] if len(outlets) == 1 else None


def _own(actors: list[Actor], lang: str) -> list[Actor]:
    country = {"ru": "RU", "uk": "UA"}.get(lang)
    return [a for a in actors if a.country == country]


def roster_of(view: View, pack: Pack, outlet: Outlet | None = None, persons: Collection[Span] = ()) -> Roster:
    """The roster of a document; `outlet` published it, and its country goes first where a name is shared.

    In `persons` an encoder sees a person's name: it tells namesakes apart.
    """
    places = [i for i, (root, mark) in enumerate(zip(view.stems, view.marks, strict=True)) if root and not mark]
    found = pack.index.find([view.stems[i] for i in places], [view.surfaces[i] for i in places], view.lang)
    met = [(places[f.first], places[f.last - 1] + 1, f.named) for f in found]
    met = [(first, last, named) for first, last, told in met if (named := tuple(n for n in told if not _common(view, n, first, last)))]
    entries = [Entry(first=first, last=last, named=named) for first, last, named in without_namesakes(view, pack, met, persons)]
    taken = {
        i for e in entries for i in range(e.first, e.last) if any(n.how in ("name", "office") and len(n.words.split()) > 1 for n in e.named)
    }
    loose = _loose(view, pack, taken)
    covered = {k: x.last - x.first for x in loose for k in range(x.first, x.last)}
    entries = [e for e in entries if max((covered.get(k, 0) for k in range(e.first, e.last)), default=0) <= e.last - e.first] + loose
    entries.sort(key=lambda e: (e.first, -e.last))
    present = frozenset(i for e in entries for i in e.ids(("name", "office")) if len(e.ids(("name", "office"))) == 1)
    countries = [pack.actors[i].country for e in entries for i in e.ids(("name", "office", "metonym"))[:1]]
    often = Counter(c for c in countries if c)
    counted = sorted(often, key=lambda c: (-often[c], c))
    first = [outlet.country] if outlet and outlet.country else []
    return Roster(
        pack=pack,
        entries=tuple(entries),
        present=present,
        countries=tuple(dict.fromkeys([*first, *counted])),
        publisher=outlet.country if outlet else None,
        voice=outlet.voice_of if outlet else None,
    )


def _common(view: View, named: Named, first: int, last: int) -> bool:
    """Is "the council" in small letters no name, where a pack lists "the Council"?"""
    words = [word for word in named.words.split() if word.casefold() not in SMALL]
    if view.lang not in ("en", "fr") or named.how != "name" or len(words) != 1 or len(named.words.split()) < 2 or not words[0][0].isupper():
        return False
    return not any(view.capitals[k] for k in range(first, last) if view.words[k] not in SMALL)


Bags = dict[frozenset[str], tuple[Named, ...]]
_KNOWN: list[tuple[Pack, Bags, dict[str, tuple[frozenset[str], ...]]]] = []
_PREPARED: list[tuple[Reading, Pack, CueBook, tuple[View, Roster]]] = []
_LOCK = Lock()


def _bags(pack: Pack) -> tuple[Bags, dict[str, tuple[frozenset[str], ...]]]:
    """The names of bodies as sets of their words: "Russia's Freedom Legion" is the Freedom of Russia Legion."""
    with _LOCK:
        for known, bags, by_word in _KNOWN:
            if known is pack:
                return bags, by_word
        made: dict[frozenset[str], list[Named]] = {}
        for actor in pack.actors.values():
            names = [(lang, name) for lang, name in actor.names.items()] + [
                (lang, name) for lang, names in actor.aliases.items() for name in names
            ]
            for lang, name in names:
                bag = frozenset(key(word, lang) for word in plain(name).replace("'", " ").split() if word not in SMALL and len(word) > 1)
                if len(bag) >= 2:
                    entry = Named(id=actor.id, of="actor", how="name", lang=lang, words=name)
                    if all(n.id != actor.id for n in made.setdefault(bag, [])):
                        made[bag].append(entry)
        bags = {bag: tuple(names) for bag, names in made.items()}
        words: dict[str, list[frozenset[str]]] = {}
        for bag in bags:
            for word in bag:
                words.setdefault(word, []).append(bag)
        by_word = {word: tuple(sorted(found, key=lambda b: (-len(b), sorted(b)))) for word, found in words.items()}
        _KNOWN.append((pack, bags, by_word))
        del _KNOWN[:-4]
        return bags, by_word


@lru_cache(maxsize=65536)
def key(surface: str, lang: str) -> str:
    """The stem of a word; of a people's or country's adjective that of the place ("Russian" and "Russia" meet)."""
    word = plain(surface).removesuffix("'s")
    root = stem(word, lang if lang in ("ru", "uk") else "en")
    place = toponym_book("en").demonyms.get(root)
    found = stem(place, "en") if place and " " not in place else root
    return found[:-1] if len(found) > 6 and found.endswith("an") else found


def keys_at(view: View, first: int, last: int) -> list[str]:
    """The keys of the words in a range of tokens, the parts of a hyphened word apart; small words are left out."""
    words = [w for k in range(first, last) if not view.mark(k) for w in plain(view.surface(k)).replace("'", " ").split()]
    return [key(word, view.lang) for word in words if word not in SMALL and len(word) > 1]


def name_keys(actor: Actor, lang: str) -> tuple[frozenset[str], ...]:
    """The words of each name of an actor in a language, as keys."""
    names = (actor.names.get(lang, ""), actor.names.get("en", ""), *actor.aliases.get(lang, ()), *actor.aliases.get("en", ()))
    return _keyed(names, lang)


@lru_cache(maxsize=4096)
def _keyed(names: tuple[str, ...], lang: str) -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(key(word, lang) for word in plain(name).replace("'", " ").split() if word not in SMALL and len(word) > 1)
        for name in names
        if name
    )


def of_country(pack: Pack, keys: frozenset[str], country: str) -> Actor | None:
    """The one body of a country that has all these words in a name ("le ministère de la Défense" in a text on one country)."""
    bags, by_word = _bags(pack)
    found = {
        n.id
        for bag in by_word.get(min(keys, default=""), ())
        if keys <= bag
        for n in bags[bag]
        if pack.actors[n.id].country == country and not pack.actors[n.id].person
    }
    return pack.actors[found.pop()] if len(found) == 1 else None


def _loose(view: View, pack: Pack, taken: set[int]) -> list[Entry]:
    """Names whose words stand in another order, as in translations: each word of the name, close together, and capitals among them."""
    bags, by_word = _bags(pack)
    found: list[Entry] = []
    lang, count = view.lang, len(view)
    keys: list[tuple[str, ...]] = [() if mark else (key(surface, lang),) for surface, mark in zip(view.surfaces, view.marks, strict=True)]
    at = 0
    while at < count:
        if not keys[at] or keys[at][0] not in by_word or at in taken or not (view.capitals[at] or view.among("organisation", at)):
            at += 1
            continue
        window: list[int] = []
        k = at
        while k < count and len(window) < 7 and (keys[k] or view.surface(k) in "«»“”\"'’"):
            if keys[k] and (view.capital(k) or view.words[k] in SMALL or keys[k][0] in by_word):
                window.append(k)
            elif keys[k]:
                break
            k += 1
        words = {keys[i][0]: i for i in reversed(window) if view.words[i] not in SMALL}
        best = next(
            (b for b in by_word[keys[at][0]] if b <= words.keys() and (len(b) >= 3 or sum(view.capital(words[w]) for w in b) >= 2)), None
        )
        if best and not any(words[w] in taken for w in best):
            last = max(words[w] for w in best) + 1
            if last - at <= len(best) + 3:
                found.append(Entry(first=at, last=last, named=bags[best]))
                at = last
                continue
        at += 1
    return found


def prepared(reading: Reading, book: CueBook, pack: Pack) -> tuple[View, Roster]:
    """The view and roster of a reading, knowing the outlets named; the last ones are remembered, for names and claims of one document."""
    with _LOCK:
        for known, its_pack, its_book, made in _PREPARED:
            if known is reading and its_pack is pack and its_book is book:
                return made
    view = view_of(reading, book)
    persons = [name.span for name in reading.names if name.kind == MentionKind.PERSON and name.score >= _SEEN]
    roster = roster_of(view, pack, pack.outlet_of(reading.document.outlet, reading.document.url), persons)
    made = (with_outlets(view, roster), roster)
    with _LOCK:
        _PREPARED.append((reading, pack, book, made))
        del _PREPARED[:-2]
    return made


def with_outlets(view: View, roster: Roster) -> View:
    """The view, knowing where outlets of the pack are named."""
    return replace(view, outlets={e.first: e.last for e in roster.entries if e.ids(("name",), "outlet")})


def by_words(view: View, pack: Pack, first: int, last: int) -> tuple[str, ...]:
    """The ids of the bodies all of whose words stand in a source, whatever its capitals: "ministère russe de la défense"."""
    bags, by_word = _bags(pack)
    keys = {key(view.surface(k), view.lang) for k in range(first, last) if not view.mark(k) and view.words[k] not in SMALL}
    fitting = {bag for key in keys for bag in by_word.get(key, ()) if bag <= keys}
    most = max((len(bag) for bag in fitting), default=0)
    return tuple(dict.fromkeys(n.id for bag in sorted(fitting, key=sorted) if len(bag) == most for n in bags[bag]))
