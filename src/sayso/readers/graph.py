"""The graph: a word graph of a pymorphy3 dictionary, walked in one loop where its own reader makes a call for each byte."""

from array import array
from binascii import a2b_base64
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from struct import Struct
from typing import Any

# The units of a graph as `dawg_python.units` describes them: an offset of at most 30 bits to the children, a label, and whether a word
# ends here.
_LABEL = 0x8000_00FF
_EXTENDED = 0x200
_ENDS = 0x100
_NUMBER = 0x7FFF_FFFF
_SEPARATOR = 1  # between a word and what is kept of it
_ROOT = 0
_KEPT = 20_000  # places whose records are kept: words of one inflection share theirs

Replaced = Mapping[bytes, Sequence[tuple[bytes, str]]]  # a letter -> the letters that it may stand for


class Graph:
    """The words of a dictionary with their records, found as pymorphy3 finds them; all else is asked of its own graph."""

    def __init__(self, graph: Any) -> None:  # noqa: ANN401 - dawg_python has no public type for it
        self._graph = graph
        self._units: array[int] = graph.dct._units
        self._guide: array[int] = graph.guide._units
        self._record: Struct = graph._struct
        self._records = lru_cache(maxsize=_KEPT)(self._read)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(self._graph, name)

    def __contains__(self, word: str) -> bool:
        return bool(followed(self._units, word.encode() + b"\x01", _ROOT))

    def similar_items(self, word: str, replaces: Replaced) -> list[tuple[str, list[tuple[Any, ...]]]]:
        """The word, and the words that it may stand for (е for ё), with the records of each."""
        if any(letter.decode() in word for letter in replaces):
            return self._similar("", word, _ROOT, replaces)
        ends = followed(self._units, word.encode() + b"\x01", _ROOT)
        return [(word, self._records(ends))] if ends else []

    def _similar(self, prefix: str, word: str, index: int, replaces: Replaced) -> list[tuple[str, list[tuple[Any, ...]]]]:
        units = self._units
        found: list[tuple[str, list[tuple[Any, ...]]]] = []
        start = len(prefix)
        walked = start
        for here, letter in enumerate(word[start:], start):
            others = replaces.get(letter.encode())
            if others is None:
                continue
            reached = followed(units, word[walked:here].encode(), index)
            if reached is None:
                return found
            walked, index = here, reached
            for other, written in others:
                beside = followed(units, other, index)
                if beside:
                    found += self._similar(prefix + word[start:here] + written, word, beside, replaces)
        ends = followed(units, word[walked:].encode() + b"\x01", index)
        if ends:
            found.insert(0, (prefix + word[start:], self._records(ends)))
        return found

    def _read(self, index: int) -> list[tuple[Any, ...]]:
        return [self._record.unpack(a2b_base64(key)) for key in self._keys(index)]

    def _keys(self, index: int) -> Iterator[bytes]:
        """What may follow a place in the graph, in its order."""
        units, guide = self._units, self._guide
        stack, key = [index], bytearray()
        while True:
            if units[index] & _ENDS:
                yield bytes(key)
            label = guide[2 * index]
            while not label:  # up, to the next branch
                label = guide[2 * index + 1]
                stack.pop()
                if not stack:
                    return
                key.pop()
                index = stack[-1]
            unit = units[index]
            index ^= ((unit >> 10) << ((unit & _EXTENDED) >> 6)) ^ label
            stack.append(index)
            key.append(label)


class Shares:
    """How often each reading of a word is the right one, as pymorphy3 knows it; the word is looked up once for all its readings."""

    def __init__(self, estimator: Any) -> None:  # noqa: ANN401
        self._estimator = estimator
        self._units: array[int] = estimator.p_t_given_w.dct._units
        self._whole: float = estimator.p_t_given_w.MULTIPLIER

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - pymorphy3 asks it for tags too ("по-западному")
        return getattr(self._estimator, name)

    def apply_to_parses(self, word: str, word_lower: str, parses: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
        """The parses with their shares as scores, the likeliest first; with even shares of their own scores where none is known."""
        if not parses:
            return []
        at = followed(self._units, f"{word_lower}:".encode(), _ROOT)
        shares = [self._share(at, str(parse[1])) if at else 0.0 for parse in parses]
        if sum(shares) == 0:
            part = 1.0 / sum(parse[3] for parse in parses)
            return [(*parse[:3], parse[3] * part, parse[4]) for parse in parses]
        scored = [(*parse[:3], share, parse[4]) for parse, share in zip(parses, shares, strict=True)]
        return sorted(scored, key=lambda parse: parse[3], reverse=True)

    def _share(self, at: int, tag: str) -> float:
        units = self._units
        index = followed(units, tag.encode(), at)
        if index is None or not units[index] & _ENDS:
            return 0.0
        unit = units[index]
        return float((units[index ^ ((unit >> 10) << ((unit & _EXTENDED) >> 6))] & _NUMBER) / self._whole)


def followed(units: "array[int]", key: bytes, index: int) -> int | None:
    """The place in a graph that these bytes lead to from `index`; None where they lead nowhere."""
    for byte in key:
        unit = units[index]
        index ^= ((unit >> 10) << ((unit & _EXTENDED) >> 6)) ^ byte
        if units[index] & _LABEL != byte:
            return None
    return index


def quickened(analyzer: Any) -> Any:  # noqa: ANN401 - a MorphAnalyzer of pymorphy3, which has no stub
    """The analyzer with its graphs walked in one loop; as it is where the compiled graphs are installed."""
    dictionary = analyzer.dictionary
    if hasattr(dictionary.words, "dct") and hasattr(dictionary.words.dct, "_units"):
        dictionary.words = Graph(dictionary.words)
        dictionary.prediction_suffixes_dawgs = [Graph(graph) for graph in dictionary.prediction_suffixes_dawgs]
        if analyzer.prob_estimator is not None:
            analyzer.prob_estimator = Shares(analyzer.prob_estimator)
    return analyzer
