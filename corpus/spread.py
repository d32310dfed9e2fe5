"""The spread of the corpus: how often words come back, how long sentences are, how many cues there are."""

import re
from collections import Counter, defaultdict
from statistics import mean, median, quantiles
from typing import Any

from corpus import world as w
from corpus.corpora import Corpus
from corpus.counts import cue_of

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_STOP = re.compile(r"(?<=[.!?…])[»”\"]?\s+|\n+")


def spread(corpus: Corpus) -> dict[str, Any]:
    """By language: running 8-grams that another family has too (share), lengths in words, cues, documents whose opening comes back."""
    found = {}
    for lang in w.LANGS:
        rows = [d for d in corpus.documents if d["lang"] == lang]
        if not rows:
            continue
        sentences = [len(_WORD.findall(s)) for d in rows for s in _STOP.split(d["text"]) if _WORD.search(s)]
        sizes = [len(_WORD.findall(d["text"])) for d in rows]
        cues = Counter(c for d in rows for claim in d["claims"] for c in cue_of(claim, d["text"]))
        openings = Counter(" ".join(_WORD.findall(d["text"].casefold())[:4]) for d in rows)
        found[lang] = {
            "documents": len(rows),
            "words": sum(sizes),
            "words a document (median, min, max)": [median(sizes), min(sizes), max(sizes)],
            "words a sentence (mean, quartiles)": [
                round(mean(sentences), 1),
                *(round(q) for q in (quantiles(sentences) if len(sentences) > 1 else sentences)),
            ],
            "repeated 8-grams": round(repeated(rows), 4),
            "repeated 8-grams with reprints": round(repeated(rows, families=False), 4),
            "distinct cues": len(cues),
            "claims a distinct cue": round(sum(cues.values()) / max(1, len(cues)), 2),
            "most frequent cues": cues.most_common(12),
            "openings that come back": sum(n for n in openings.values() if n > 1),
        }
    return found


def repeated(rows: list[dict[str, Any]], *, size: int = 8, families: bool = True) -> float:
    """The share of running n-grams that stand in a second family (or, without families, in a second document) too."""
    seen: dict[tuple[str, ...], set[str]] = defaultdict(set)
    grams = []
    for d in rows:
        words = _WORD.findall(d["text"].casefold())
        mine = [tuple(words[i : i + size]) for i in range(len(words) - size + 1)]
        grams += mine
        for gram in mine:
            seen[gram].add(d["family"] if families else d["id"])
    return sum(len(seen[gram]) > 1 for gram in grams) / len(grams) if grams else 0.0
