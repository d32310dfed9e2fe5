"""Morphology: base forms and parts of speech, chosen by what stands before a word."""

from collections.abc import Sequence
from threading import Lock
from typing import Protocol

from sayso.readers.analysis import Analysis

_KEPT = 200_000  # analyses of words that are kept in memory


class Analyser(Protocol):
    """The analyses of a word in one language."""

    def analyses(self, word: str) -> tuple[Analysis, ...]:
        """All analyses of the word, likeliest first; never empty."""
        ...

    def chosen(self, words: Sequence[str], analyses: Sequence[tuple[Analysis, ...]]) -> list[Analysis]:
        """One analysis for each word, by its neighbours."""
        ...


class Morphology:
    """Base forms and parts of speech in the languages read; dictionaries load when a language is first asked for.

    Safe to share between threads. Ukrainian works without its dictionary, by rules of endings.
    """

    def __init__(self, *, ukrainian_dictionary: bool = True) -> None:
        self._ukrainian_dictionary = ukrainian_dictionary
        self._lock = Lock()
        self._analysers: dict[str, Analyser] = {}
        self._known: dict[tuple[str, str], tuple[Analysis, ...]] = {}

    def analyse(self, words: Sequence[str], lang: str | None) -> list[tuple[str, str]]:
        """(lemma in small letters, tag) of each word; tags as in `record.reading.Tokens`, gerunds as VERB,ger.

        Languages that are not read are analysed by the rules of English.
        """
        analyser = self._analyser(lang if lang in ("ru", "uk", "fr") else "en")
        found = [self._analyses(analyser, lang or "en", word) for word in words]
        return [(one.lemma, one.tag) for one in analyser.chosen(words, found)]

    def names(self) -> tuple[str, ...]:
        """What stands behind each language, e.g. for `Method`: "ru pymorphy3-dicts-ru 2.4"."""
        from sayso.readers.slavic import dictionary_of

        return (
            dictionary_of("ru") or "ru rules",
            (self._ukrainian_dictionary and dictionary_of("uk")) or "uk rules",
            "en simplemma",
            "fr simplemma",
        )

    def _analyses(self, analyser: Analyser, lang: str, word: str) -> tuple[Analysis, ...]:
        key = (lang, word)
        known = self._known.get(key)
        if known is None:
            known = analyser.analyses(word)
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[key] = known
        return known

    def _analyser(self, lang: str) -> Analyser:
        with self._lock:
            if lang not in self._analysers:
                self._analysers[lang] = self._made(lang)
            return self._analysers[lang]

    def _made(self, lang: str) -> Analyser:
        if lang == "en":
            from sayso.readers.english import English

            return English()
        if lang == "fr":
            from sayso.readers.french import French

            return French()
        from sayso.readers.slavic import Slavic, dictionary_of
        from sayso.readers.ukrainian import UkrainianRules

        if lang == "uk" and not (self._ukrainian_dictionary and dictionary_of("uk")):
            return UkrainianRules()
        return Slavic(lang)
