"""The register: the bodies and office-holders of a pack, found by the words of their names and offices."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock

from sayso.claims.roster import SMALL, key, name_keys
from sayso.lexicon.pack import Actor, Pack
from sayso.text.folding import plain

LONG = 5  # letters by which "legionaries" and "legion" are one
_LOCK = Lock()
_KNOWN: list[tuple[Pack, str, "Register"]] = []
_KEPT = 8


@dataclass(frozen=True, slots=True)
class Register:
    """The actors of a pack; names of bodies and offices of persons by their words: `exact` whole ones, `begun` how longer ones begin."""

    actors: tuple[Actor, ...]
    owners: tuple[int, ...]  # of each name the actor
    exact: dict[str, frozenset[int]]
    begun: dict[str, frozenset[int]]
    _words: dict[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, pack: Pack, lang: str) -> "Register":
        """The register of a pack for texts in a language."""
        actors = tuple(pack.actors.values())
        owners: list[int] = []
        exact: dict[str, set[int]] = {}
        for number, actor in enumerate(actors):
            for bag in _offices(actor, lang) if actor.person else name_keys(actor, lang):
                for word in bag:
                    exact.setdefault(word, set()).add(len(owners))
                owners.append(number)
        begun: dict[str, set[int]] = {}
        for word, names in exact.items():
            for length in range(LONG, len(word)):
                begun.setdefault(word[:length], set()).update(names)
        return cls(actors, tuple(owners), _frozen(exact), _frozen(begun))

    def bearing(self, words: Iterable[str]) -> list[Actor]:
        """The actors with a name or office that holds all these words, in the order of the pack."""
        names: frozenset[int] | None = None
        for word in words:
            with_word = self._with(word)
            names = with_word if names is None else names & with_word
            if not names:
                return []
        owners = self.owners if names is None else (self.owners[name] for name in names)
        return [self.actors[number] for number in sorted(set(owners))]

    def bodies(self, words: frozenset[str]) -> list[Actor]:
        """The bodies with a name that holds all these words just as they are, in the order of the pack."""
        none = frozenset[int]()
        names = frozenset.intersection(*(self.exact.get(word, none) for word in words)) if words else range(len(self.owners))
        owners = sorted({self.owners[name] for name in names})
        return [actor for number in owners if not (actor := self.actors[number]).person]

    def words_of(self, actor: Actor) -> frozenset[str]:
        """All words of the names and of the office of an actor, in small letters."""
        if actor.id not in self._words:
            names = [*actor.names.values(), *actor.office.values(), *(a for some in actor.aliases.values() for a in some)]
            self._words[actor.id] = frozenset(" ".join(names).casefold().split())
        return self._words[actor.id]

    def _with(self, word: str) -> frozenset[int]:
        """The names with a word; of two long words one may begin the other."""
        none = frozenset[int]()
        found = self.exact.get(word, none)
        if len(word) >= LONG:
            found |= self.begun.get(word, none)
            for length in range(LONG, len(word)):
                found |= self.exact.get(word[:length], none)
        return found


def register_of(pack: Pack, lang: str) -> Register:
    """The register of a pack in a language; the last ones are remembered."""
    with _LOCK:
        for known, its_lang, made in _KNOWN:
            if known is pack and its_lang == lang:
                return made
    made = Register.of(pack, lang)
    with _LOCK:
        _KNOWN.append((pack, lang, made))
        del _KNOWN[:-_KEPT]
    return made


def _frozen(names: dict[str, set[int]]) -> dict[str, frozenset[int]]:
    return {word: frozenset(numbers) for word, numbers in names.items()}


def _offices(actor: Actor, lang: str) -> tuple[frozenset[str], ...]:
    said = tuple(o for one in (lang, "en") for o in (actor.office.get(one, ""), *actor.office_aliases.get(one, ())))
    return _office_keys(said, lang)


@lru_cache(maxsize=4096)
def _office_keys(offices: tuple[str, ...], lang: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(key(w, lang) for w in plain(o).replace("'", " ").split() if w not in SMALL) for o in offices if o)
