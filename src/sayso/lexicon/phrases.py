"""The phrase: words of a data file that are looked for in a text, whatever their inflection."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from sayso.lexicon.rows import Row

Payload = TypeVar("Payload")

# Endings that `stem@` may take. They are generous: a stem in a data file is long enough to name its word.
_SLAVIC = (
    "а я о е є ы и і ї у ю й ь ом ем єм ой ей єй ою ею єю ам ям ами ями ах ях ий ый ій ого его єго ому ему єму ым им ім ых их іх "
    "ими ыми іми ая яя ое ее ую юю ые ие ії ією ию ов ев ів їв єв ей "
    "л ла ло ли лся лась лось лись в вся лася лося лися ся сь ась ось ись ася ося ися ть ться ти тися т ет ют ут ит ат ят ет єть уть ать "
    "ять ить ють ется ются утся ится ятся атся ується ються ється яться іться ют юсь в вши вшие "
    "ня ню нню ння нням нні ої ія ия ил или ила ило ив"
).split()
ENDINGS: dict[str, frozenset[str]] = {
    "en": frozenset(["", "s", "es", "e", "ed", "d", "ing", "ings", "'s", "y", "ies", "ied"]),
    "ru": frozenset(["", *_SLAVIC]),
    "uk": frozenset(["", *_SLAVIC]),
    "fr": frozenset(
        "|s|e|es|r|é|ée|és|ées|er|ent|ant|a|ait|aient|èrent|era|eront|erait|eraient|x|aux|i|ie|is|ies|it|ir|issent|u|ue|us|ues|re|ra|ront".split(
            "|"
        )
    ),
}
_LONGEST_PREFIX = 24
_REMEMBERED = 50_000  # words
_FOLD = str.maketrans({"ё": "е", "’": "'", "ʼ": "'", "‑": "-", "‐": "-"})


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The form by which words are compared: lower case, plain apostrophes and hyphens, ё as е.

    >>> fold("Ударён’")
    "ударен'"
    """
    folded = word.lower()
    return folded if folded.isalpha() and "ʼ" not in folded and "ё" not in folded else folded.translate(_FOLD)


def parts(word: str) -> list[str]:
    """A hyphenated word in its parts; a designation with digits stays whole.

    >>> parts("gun-battle"), parts("Х-101")
    (['gun', 'battle'], ['Х-101'])
    """
    if "-" not in word or any(ch.isdigit() for ch in word):
        return [word]
    return [part for part in word.split("-") if part] or [word]


class Met(NamedTuple, Generic[Payload]):
    """A phrase met at words `first` up to but not including `last`."""

    first: int
    last: int
    entry: Payload


@dataclass(frozen=True, slots=True)
class _Step:
    """One word of a phrase: any of `atoms`; or a gap of up to `gap` words."""

    atoms: frozenset[int]
    optional: bool = False
    gap: int = 0


# A phrase in a book: what its second word may be (None where that is open or there is none), its steps, what it means.
_Entry = tuple[frozenset[int] | None, tuple[_Step, ...], Payload]
# What a book knows of a word: the numbers of the single words that it may be, and the phrases that begin with one of them.
_Word = tuple[frozenset[int], tuple[_Entry[Payload], ...]]
_NO_WORD: tuple[frozenset[int], tuple[()]] = (frozenset(), ())


@dataclass(slots=True)
class PhraseBook(Generic[Payload]):
    """Phrases with what they mean, found in linear time.

    A phrase is words with spaces between: `word` (that very form, or that lemma), `stem@` (stem and an inflectional ending),
    `stem*` (anything that begins so), `a|b` (either), `?word` (may be missing), `~3` (up to three words between).
    """

    lang: str
    _exact: dict[str, int] = field(default_factory=dict)
    _stems: dict[str, int] = field(default_factory=dict)
    _prefixes: dict[str, int] = field(default_factory=dict)
    _lengths: tuple[dict[str, list[int]], dict[str, list[int]]] = field(default_factory=lambda: ({}, {}))
    _by_first: dict[int, list[_Entry[Payload]]] = field(default_factory=dict)
    _known: dict[tuple[str, str], "_Word[Payload]"] = field(default_factory=dict)
    _count: int = 0
    _last: tuple[Sequence[str], Sequence[str], Sequence[int], list[Met[Payload]]] | None = None

    @classmethod
    def of(cls, lang: str, entries: Iterable[tuple[str, Payload]]) -> "PhraseBook[Payload]":
        """A book of these phrases; ValueError where a phrase begins with a gap or an optional word."""
        book = cls(lang)
        for phrase, payload in entries:
            steps = tuple(book._step(part) for word in phrase.split() for part in (parts(word) if "|" not in word else [word]))
            if not steps or steps[0].gap or steps[0].optional:
                raise ValueError(f"a phrase must begin with a word: {phrase!r}")
            second = steps[1].atoms if len(steps) > 1 and not (steps[1].gap or steps[1].optional) else None
            for atom in sorted(steps[0].atoms):
                book._by_first.setdefault(atom, []).append((second, steps, payload))
        return book

    def _step(self, word: str) -> _Step:
        if word.startswith("~") and word != "~":
            return _Step(frozenset(), gap=int(word[1:]))
        optional = word.startswith("?")
        return _Step(frozenset(self._atom(alternative) for alternative in word.removeprefix("?").split("|")), optional)

    def _atom(self, word: str) -> int:
        word = fold(word)
        table = self._prefixes if word.endswith("*") else self._stems if word.endswith("@") else self._exact
        key = word.rstrip("*@")
        if key not in table:
            table[key] = self._count
            self._count += 1
            if table is not self._exact:  # by the two letters that it begins with: how long it is
                lengths = self._lengths[table is self._stems].setdefault(key[:2], [])
                if len(key) not in lengths:
                    lengths.append(len(key))
                    lengths.sort(reverse=table is self._stems)
        return table[key]

    def _learn(self, form: str, lemma: str) -> "_Word[Payload]":
        """The numbers of the single words that a word may be, and the phrases that they begin; remembered, since words come again."""
        atoms = frozenset(self._atoms_of(form))
        if lemma and lemma != form and lemma in self._exact:
            atoms = atoms | {self._exact[lemma]}
        known = (atoms, tuple(entry for atom in atoms for entry in self._by_first.get(atom, ()))) if atoms else _NO_WORD
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        self._known[form, lemma] = known
        return known

    def _atoms_of(self, form: str) -> Iterator[int]:
        if form in self._exact:
            yield self._exact[form]
        start, (begun, stemmed) = form[:2], self._lengths
        for length in begun.get(start, ()):
            if 2 <= length <= _LONGEST_PREFIX and form[:length] in self._prefixes:
                yield self._prefixes[form[:length]]
        lengths = stemmed.get(start, ())
        if len(form) > 1 and form[0] in stemmed:
            lengths = (*lengths, *stemmed[form[0]])
        if lengths:
            endings = ENDINGS.get(self.lang, ENDINGS["en"])
            for length in lengths:
                if length <= len(form) and form[length:] in endings and form[:length] in self._stems:
                    yield self._stems[form[:length]]
        if form.endswith("'s") and form[:-2] in self._exact:
            yield self._exact[form[:-2]]

    def find(self, forms: Sequence[str], lemmas: Sequence[str], breaks: Sequence[int]) -> list[Met[Payload]]:
        """All phrases in a sequence of folded forms; `breaks` numbers the stretch that each word lies in: no phrase runs over two.

        In order of their first word, longer ones first; of one entry at one word only the longest. What was found last is kept, since
        several stages look for the same phrases.
        """
        last = self._last
        if last is None or last[0] is not forms or last[1] is not lemmas or last[2] is not breaks:
            last = self._last = (forms, lemmas, breaks, self._found(forms, lemmas, breaks))
        return list(last[3])

    def _found(self, forms: Sequence[str], lemmas: Sequence[str], breaks: Sequence[int]) -> list[Met[Payload]]:
        pairs, numbers = _paired(forms, lemmas)
        known = [self._known.get(pair) or self._learn(*pair) for pair in pairs]
        words = [known[number] for number in numbers]
        begin = {number for number, word in enumerate(known) if word[1]}
        found: list[Met[Payload]] = []
        for at in [at for at, number in enumerate(numbers) if number in begin]:
            entries = words[at][1]
            best: dict[int, Met[Payload]] = {}
            # The words that may come next: most phrases fail at the second one already.
            follows = words[at + 1][0] if at + 1 < len(words) and breaks[at + 1] == breaks[at] else _NO_WORD[0]
            for second, steps, payload in entries:
                if second is None:
                    last = _run(steps, 1, words, at + 1, breaks, breaks[at])
                elif second.isdisjoint(follows):
                    continue
                else:
                    last = _run(steps, 2, words, at + 2, breaks, breaks[at])
                if last and (id(payload) not in best or best[id(payload)].last < last):
                    best[id(payload)] = Met(at, last, payload)
            if best:
                # Ids only serve to tell entries apart; the order comes from lengths and from the order of the data.
                found += sorted(best.values(), key=lambda met: -met.last) if len(best) > 1 else best.values()
        return found


_asked: tuple[Sequence[str], Sequence[str], tuple[list[tuple[str, str]], list[int]]] | None = None


def _paired(forms: Sequence[str], lemmas: Sequence[str]) -> tuple[list[tuple[str, str]], list[int]]:
    """The different forms with their lemmas, and for each word the number of its own; kept of the last text: many books are asked."""
    global _asked
    last = _asked
    if last is None or last[0] is not forms or last[1] is not lemmas:
        numbers: dict[tuple[str, str], int] = {}
        placed = [numbers.setdefault(pair, len(numbers)) for pair in zip(forms, lemmas, strict=True)]
        last = _asked = (forms, lemmas, (list(numbers), placed))
    return last[2]


def said(given: Iterable[Row], make: Callable[[Row], Payload]) -> list[tuple[str, Payload]]:
    """The phrases of data rows with what `make` makes of each row; a row says one phrase or a list of them."""
    found: list[tuple[str, Payload]] = []
    for row in given:
        payload = make(row)
        says = row["say"]
        found += [(say, payload) for say in ([says] if isinstance(says, str) else says)]
    return found


def _run(steps: tuple[_Step, ...], step: int, words: list["_Word[Payload]"], at: int, breaks: Sequence[int], here: int) -> int:
    """Where the phrase ends whose steps from `step` on are to be met from word `at` on; 0 where they are not met."""
    if step == len(steps):
        return at
    now = steps[step]
    if now.gap:
        for skip in range(now.gap + 1):
            last = _run(steps, step + 1, words, at + skip, breaks, here)
            if last:
                return last
        return 0
    if at < len(words) and breaks[at] == here and not now.atoms.isdisjoint(words[at][0]):
        last = _run(steps, step + 1, words, at + 1, breaks, here)
        if last:
            return last
    return _run(steps, step + 1, words, at, breaks, here) if now.optional else 0
