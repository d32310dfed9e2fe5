"""The sheet of counts: what the corpus holds and how varied it is, as Markdown that is written with the data."""

from collections.abc import Mapping

from corpus import world as w
from corpus.corpora import Corpus
from corpus.counts import counts
from corpus.spread import spread

_ROWS = (
    "documents",
    "claims",
    "denials",
    "without_attribution",
    "relayed",
    "figures",
    "events",
    "places",
    "times",
    "mentions",
    "distinct_cues",
)
_NAMED = {"without_attribution": "documents without attribution", "relayed": "claims with relays", "distinct_cues": "distinct cues"}
_TOTALS = (
    "figures that disagree",
    "superseded",
    "control claims",
    "control claims that change",
    "hard negatives (documents)",
    "families of several",
)
_SPREAD = (
    "words",
    "words a document (median, min, max)",
    "words a sentence (mean, quartiles)",
    "repeated 8-grams",
    "repeated 8-grams with reprints",
    "distinct cues",
    "claims a distinct cue",
    "openings that come back",
)


def sheet(corpus: Corpus) -> str:
    """The counts and the spread as Markdown."""
    found, varied = counts(corpus), spread(corpus)
    by_lang = found["by language"]
    head = ["| | " + " | ".join((*w.LANGS, "all")) + " |", "|---" * (len(w.LANGS) + 2) + "|"]
    for key in _ROWS:
        values = [by_lang[lang].get(key, 0) for lang in w.LANGS]
        head.append(f"| {_NAMED.get(key, key)} | " + " | ".join(map(str, [*values, sum(values)])) + " |")
    lines = [
        "# Counts of the Accounts Corpus",
        "",
        "Written by `python -m corpus compile`; not by hand.",
        "",
        *head,
        "",
        "Splits (incidents, documents): " + "; ".join(f"{k} {v[0]}, {v[1]}" for k, v in found["splits"].items()) + ".",
        "",
    ]
    for key in ("stances", "actualities", "contests", "no contests", "genres", "kinds of incident", "kinds of event"):
        lines += [f"{key.capitalize()}: {_listed(found[key])}.", ""]
    for key in _TOTALS:
        lines.append(f"- {key}: {found[key]}")
    lines += ["", "## Spread", "", "| | " + " | ".join(w.LANGS) + " |", "|---" * (len(w.LANGS) + 1) + "|"]
    for key in _SPREAD:
        lines.append(f"| {key} | " + " | ".join(_told(varied.get(lang, {}).get(key, "")) for lang in w.LANGS) + " |")
    return "\n".join(lines) + "\n"


def _listed(values: Mapping[str, int]) -> str:
    return ", ".join(f"{k} {v}" for k, v in sorted(values.items(), key=lambda item: (-item[1], item[0])))


def _told(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
