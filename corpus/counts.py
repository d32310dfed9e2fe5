"""The counts of the corpus against the numbers that it must reach."""

from collections import Counter
from itertools import pairwise
from typing import Any

from corpus import world as w
from corpus.corpora import Corpus


def counts(corpus: Corpus) -> dict[str, Any]:
    """Counts over the whole and by language."""
    by_lang: dict[str, Counter[str]] = {lang: Counter() for lang in w.LANGS}
    cues: dict[str, set[str]] = {lang: set() for lang in w.LANGS}
    control: dict[str, list[tuple[str, str]]] = {}
    for d in sorted(corpus.documents, key=lambda d: d["published"]):
        of = by_lang.get(d["lang"], Counter())
        of.update(
            documents=1, claims=len(d["claims"]), denials=sum(c["stance"] == "denies" for c in d["claims"]),
            without_attribution=int(not d["claims"]),
            figures=len(d["figures"]), events=len(d["events"]), places=len(d["places"]), times=len(d["times"]), mentions=len(d["mentions"]),
            relayed=sum(bool(c["relays"]) for c in d["claims"]),
        )  # fmt: skip
        for claim in d["claims"]:
            cues.setdefault(d["lang"], set()).update(cue_of(claim, d["text"]))
        for claim in [*d["claims"], *d["narration"]]:
            if "control" in claim:
                control.setdefault(claim["control"]["place"], []).append((d["published"], claim["control"]["holder"]))
    for lang, found in cues.items():
        by_lang[lang]["distinct_cues"] = len(found)
    contests = [c for i in corpus.incidents for c in i.get("contests", [])]
    alike = {i["id"] for i in corpus.incidents if i.get("alike")}
    return {
        "documents": len(corpus.documents),
        "incidents": len(corpus.incidents),
        "by language": {lang: dict(found) for lang, found in by_lang.items()},
        "kinds of incident": dict(Counter(i.get("kind") for i in corpus.incidents)),
        "kinds of event": dict(Counter(e["kind"] for d in corpus.documents for e in d["events"])),
        "kinds of event missing": sorted(set(w.KINDS) - {e["kind"] for d in corpus.documents for e in d["events"]}),
        "actualities": dict(Counter(e["actuality"] for d in corpus.documents for e in d["events"])),
        "stances": dict(Counter(c["stance"] for d in corpus.documents for c in d["claims"])),
        "genres": dict(Counter(d["genre"] for d in corpus.documents)),
        "contests": dict(Counter(c.get("kind") for c in contests)),
        "figures that disagree": sum(len(c["between"]) for c in contests if c.get("kind") == "figure"),
        "no contests": dict(Counter(c.get("reason") for i in corpus.incidents for c in i.get("not_contests", []))),
        "superseded": sum(len(a.get("supersedes", [])) for i in corpus.incidents for a in i.get("accounts", [])),
        "control claims": sum(len(v) for v in control.values()),
        "control claims that change": sum(a[1] != b[1] for v in control.values() for a, b in pairwise(v)),
        "hard negatives (documents)": sum(d["incidents"][0] in alike for d in corpus.documents if d["incidents"]),
        "families of several": sum(n > 1 for n in Counter(d["family"] for d in corpus.documents).values()),
        "splits": {s: [sum(i["split"] == s for i in corpus.incidents), sum(d["split"] == s for d in corpus.documents)] for s in w.SPLITS},
    }


def cue_of(claim: dict[str, Any], text: str) -> set[str]:
    """The cue of a claim in lower case, or nothing."""
    words = " … ".join(" ".join(text[a:b].casefold().split()) for a, b in claim["cue"])
    return {words} if any(ch.isalpha() for ch in words) else set()
