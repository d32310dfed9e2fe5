"""The namesakes: persons who share a surname with one of the pack, told apart by the first name, initials or what was said before."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from sayso.claims.view import View
from sayso.lexicon.names import Named
from sayso.lexicon.pack import Actor, Pack
from sayso.text.folding import loose, plain
from sayso.text.span import Span

_FARTHEST = 5  # tokens before a surname among which its first name stands
_INITIAL = 2  # letters: "Yu."
_MISTER = ("m", "mm", "mr")
_FEMININE = ("a", "а", "я")
_TITLES = ("person", "rank", "official", "spokes", "military", "government", "organisation", "demonym", "outlet", "agency")
Met = tuple[int, int, tuple[Named, ...]]


def without_namesakes(view: View, pack: Pack, met: Sequence[Met], persons: Collection[Span]) -> list[Met]:
    """The names of a pack met at tokens, in text order, without the surnames that are somebody else's.

    "Ivan Petrenko" is not the pack's Svetlana Petrenko, nor is the "Petrenko" of a text in which the last one named in full was Ivan.
    `persons` are the spans in which an encoder saw a person's name: they tell of first names that no list has.
    """
    full: dict[str, bool] = {}
    kept: list[Met] = []
    spans = {view.tokens_in(span) for span in persons}
    for first, last, named in met:
        given = _given(view, first, last, spans) if any(_surname(n, pack) for n in named) else None
        own = []
        for name in named:
            if not _surname(name, pack):
                if name.of == "actor" and name.how == "name":
                    full[name.id] = True
                own.append(name)
                continue
            if not _whole_surname(view, last - 1, pack.actors[name.id]):
                continue
            if given is not None:
                full[name.id] = _may_be(view, given, pack.actors[name.id])
            if full.get(name.id, True):
                own.append(name)
        if own:
            kept.append((first, last, tuple(own)))
    return kept


def _surname(name: Named, pack: Pack) -> bool:
    """Does it name a person by one word?"""
    if name.of != "actor" or name.how not in ("surname", "name"):
        return False
    return pack.actors[name.id].person and (name.how == "surname" or len(name.words.split()) == 1)


_SUFFIXED = re.compile(r".{2,}(ов|ев|єв|ин|ін|їн|ын|ский|ський|цкий|цький)$")


def _whole_surname(view: View, k: int, actor: Actor) -> bool:
    """Has the word the suffix of the actor's surname («Коваль» is no form of "Ковальов")?"""
    surname = plain(actor.surname.get(view.lang, "")).casefold().replace("ё", "е")
    suffixed = _SUFFIXED.match(surname) if view.lang in ("ru", "uk") else None
    return suffixed is None or view.words[k].replace("ё", "е").startswith(surname.removesuffix("ий"))


def _given(view: View, first: int, last: int, persons: Collection[tuple[int, int]]) -> int | None:
    """The token of the first name or first initial that belongs to the surname at tokens `first` to `last`; None where there is none."""
    found = None
    k = first - 1
    while k >= max(0, first - _FARTHEST) and view.paragraph_of[k] == view.paragraph_of[first]:
        if view.words[k] == "." and k and _initial(view, k - 1):
            k -= 1
            found = k
        elif view.mark(k) or not view.capital(k):
            break
        elif _listed(view, k) or _seen(view, k, last, persons):
            found = k
        k -= 1
    if found is None and last < len(view) and view.capital(last) and _listed(view, last) and last not in view.sentence_starts:
        alone = last + 1 >= len(view) or not view.capital(last + 1) or view.words[last + 1].endswith(("ич", "вна", "ича", "вны", "вни"))
        return last if alone else None  # "Петренко Иван Сергеевич"
    return found


def _initial(view: View, k: int) -> bool:
    """Is it an initial, or two letters that stand for one sound? « M. Moran » is Mister."""
    if view.lang == "fr" and view.words[k] in _MISTER:
        return False
    return view.capital(k) and len(view.words[k]) <= _INITIAL and view.surface(k).isalpha() and not view.any_of(_TITLES, k)


def _listed(view: View, k: int) -> bool:
    known = view.book.classes["given"]
    return view.words[k] in known or view.lemmas[k] in known


def _seen(view: View, k: int, last: int, persons: Collection[tuple[int, int]]) -> bool:
    """Does an encoder see the word as a part of the person's name? A title is none."""
    return not view.any_of(_TITLES, k) and any(start <= k and last <= end for start, end in persons)


def _may_be(view: View, k: int, actor: Actor) -> bool:
    """May the first name or initial at a token be the actor's: in another language, case or spelling?"""
    theirs = _first_names(tuple(actor.names.values()), tuple(n for names in actor.aliases.values() for n in names))
    word = plain(view.surface(k))
    if len(word) <= _INITIAL:
        return any(name.startswith(word) for name in theirs)
    forms = (view.lemmas[k], view.stems[k], view.surface(k))
    keys = {loose(form) for form in forms}
    base = view.lemmas[k] if view.lang in ("ru", "uk") else word
    same = [name for name in theirs if loose(name) in keys]
    return any(name.endswith(_FEMININE) == base.endswith(_FEMININE) for name in same)


@lru_cache(maxsize=4096)
def _first_names(names: tuple[str, ...], aliases: tuple[str, ...]) -> frozenset[str]:
    """The words of the full names but the last."""
    return frozenset(plain(word) for name in (*names, *aliases) for word in name.split()[:-1])
