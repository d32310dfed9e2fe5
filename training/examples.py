"""Training examples: passages with word tags for each head and the links among their spans."""

import gzip
import json
import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from sayso.readers.pairs import pair_features, signs
from sayso.readers.passages import Passage, pack
from sayso.record.claim import Stance
from sayso.record.event import Actuality, Kind

if TYPE_CHECKING:
    from tokenizers import Tokenizer

ROLES = ("source", "cue", "content")
KINDS = ("person", "organisation", "place", "facility")
STANCES = tuple(stance.value for stance in Stance)
EVENTS = ("", *(kind.value for kind in Kind))  # the first: no event's trigger
ACTUALITIES = tuple(actuality.value for actuality in Actuality)
USES = ("location", "actor", "modifier")
WORDWISE = {"events": EVENTS, "actualities": ACTUALITIES, "uses": USES}  # heads that label single words
SKIP = -100  # the tag of a word that teaches nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """One text with gold; None where gold has no such layer. Claims are of the outer layer 0 or the inner layer 1."""

    id: str
    text: str
    claims: list[dict[str, Any]] | None = None  # {"source", "cue", "content": [[start, end]], "layer": 0 or 1, "stance"?}
    mentions: list[dict[str, Any]] | None = None
    kinds: tuple[str, ...] = KINDS  # kinds that the annotators marked
    doubtful: list[tuple[int, int]] = field(default_factory=list)  # where inner claims were never annotated
    events: list[dict[str, Any]] | None = None  # {"span" of the trigger, "kind", "actuality"}
    uses: list[dict[str, Any]] | None = None  # {"span" of a place name, "use"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Candidate pairs of a passage: which spans, their features, and the softmax group that each pair competes in."""

    first: np.ndarray
    last: np.ndarray
    head: np.ndarray
    tail: np.ndarray  # the number of spans stands for "none"
    kind: np.ndarray  # 0: which source a cue has; 1: which cue a content has
    features: np.ndarray
    group: np.ndarray
    right: np.ndarray


@dataclass(frozen=True, slots=True, kw_only=True)
class Stances:
    """Claims of a passage with known stance: tokens where cue and content begin and end, and the label."""

    ends: np.ndarray  # [claims, 4]: the cue's first and last word, then the content's
    labels: np.ndarray  # [claims]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One passage with the tags of its words."""

    passage: Passage
    text: str
    roles: np.ndarray
    inner: np.ndarray
    mentions: np.ndarray  # [kinds, words]
    pairs: Pairs | None
    key: str
    wordwise: dict[str, np.ndarray]  # labels of single words by head of WORDWISE
    stances: Stances | None = None


def read(path: Path) -> list[dict[str, Any]]:
    """Records of a JSON Lines file, plain or .gz."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def polnear(path: Path) -> list[Tagged]:
    """PolNeAR: flat claims; an inner claim inside a content was never marked, so such contents are doubtful for the inner layer."""
    records = read(path)
    heads: Counter[str] = Counter()
    for r in records:
        for a in r["attributions"]:
            heads.update({r["text"][s:e].lower() for s, e in a["cue"] if " " not in r["text"][s:e]})
    common = {word for word, n in heads.items() if n >= 5 and word.isalpha()}
    out = []
    for r in records:
        doubtful = [
            (s, e)
            for a in r["attributions"]
            for s, e in a["content"]
            if common & {w.strip(".,;:!?\"“”'()").lower() for w in r["text"][s:e].split()}
        ]
        out.append(Tagged(id=r["id"], text=r["text"], claims=[a | {"layer": 0} for a in r["attributions"]], doubtful=doubtful))
    return out


def factrueval(path: Path) -> list[Tagged]:
    """factRuEval: Russian names; it knows no facilities."""
    return [Tagged(id=r["id"], text=r["text"], mentions=r["mentions"], kinds=("person", "organisation", "place")) for r in read(path)]


def nest(documents: list[Tagged], share: float, seed: int) -> list[Tagged]:
    """Copies in which some sentences are put into the mouth of another speaker, so that claims stand inside claims.

    The openings ("The Post reports that ") are those of other documents of the same data, cut out with their own source and cue.
    """
    dice = random.Random(seed)
    openings, closings = [], []
    cues = Counter(d.text[s:e].lower() for d in documents for a in d.claims or () for s, e in a["cue"])
    for d in documents:
        for a in d.claims or ():
            if any(cues[d.text[s:e].lower()] < 12 for s, e in a["cue"]):
                continue
            if len(a["source"]) == len(a["cue"]) == len(a["content"]) == 1:
                (s, e), (cs, ce), (ks, ke) = a["source"][0], a["cue"][0], a["content"][0]
                if e < cs and 0 < ks - ce <= 7 and d.text[ce:ks].strip() in ("that", "") and _opens(d.text, s) and ks - s < 60:
                    openings.append((d.text[s:ks].rstrip() + " ", (0, e - s), (cs - s, ce - s)))
                elif ke < cs < s and cs - ke <= 3 and d.text[ke:cs].strip() == "," and d.text[e : e + 1] == "." and e - ke < 60:
                    closings.append((d.text[ke:e], (s - ke, e - ke), (cs - ke, ce - ke)))
    return [_nested(d, openings, closings, share, dice) for d in documents]


def _opens(text: str, at: int) -> bool:
    before = text[max(0, at - 5) : at].rstrip(" Tthe")
    return not before or before[-1] in "\n.!?"


def _nested(d: Tagged, openings: list[Any], closings: list[Any], share: float, dice: random.Random) -> Tagged:
    """One document, with new speakers put around whole sentences that hold exactly one whole claim."""
    claims = [{r: [list(x) for x in a[r]] for r in ROLES} | {"layer": a["layer"]} for a in d.claims or () if any(a[r] for r in ROLES)]
    extents = [(min(s for r in ROLES for s, _ in a[r]), max(e for r in ROLES for _, e in a[r])) for a in claims]
    chosen = []
    for index, (low, high) in enumerate(extents):
        if dice.random() >= share or not claims[index]["source"] or not claims[index]["cue"] or not claims[index]["content"]:
            continue
        start = max(d.text.rfind(mark, 0, low) + len(mark) if mark in d.text[:low] else 0 for mark in ("\n", ". ", "” "))
        stop = high
        while stop < len(d.text) and d.text[stop] not in ".\n!?":
            stop += 1
        if stop - start > 400 or low - start > 40 or stop - high > 40 or d.text[high:stop].count('"') or "\n" in d.text[start:stop]:
            continue
        if any(i != index and s < stop and e > start for i, (s, e) in enumerate(extents)):
            continue
        chosen.append((start, stop, index))
    text, out, done = "", [], 0
    edits: list[tuple[int, int]] = []  # original position, characters put in before it
    for start, stop, index in sorted(chosen):
        if start < done:
            continue
        before = bool(openings) and (not closings or dice.random() < 0.7)
        words, source, cue = dice.choice(openings if before else closings)
        text += d.text[done:start]
        at = len(text)
        if before:
            edits.append((start, len(words)))
            text += words + d.text[start:stop]
            out.append(
                {
                    "source": [[at + source[0], at + source[1]]],
                    "cue": [[at + cue[0], at + cue[1]]],
                    "content": [[at + len(words), len(text)]],
                    "layer": 0,
                }
            )
        else:
            edits.append((stop, len(words)))
            text += d.text[start:stop]
            end = len(text)
            text += words
            out.append(
                {"source": [[end + source[0], end + source[1]]], "cue": [[end + cue[0], end + cue[1]]], "content": [[at, end]], "layer": 0}
            )
        claims[index]["layer"] = 1
        done = stop
    text += d.text[done:]

    def moved(position: int, is_end: bool) -> int:
        return position + sum(n for at, n in edits if (at < position if is_end else at <= position))

    for a in claims:
        for r in ROLES:
            a[r] = [[moved(s, False), moved(e, True)] for s, e in a[r]]
    doubtful = [(moved(s, False), moved(e, True)) for s, e in d.doubtful]
    return Tagged(id=d.id, text=text, claims=claims + out, mentions=d.mentions, kinds=d.kinds, doubtful=doubtful)


def examples(documents: Iterable[Tagged], tokenizer: "Tokenizer") -> list[Example]:
    """The passages of all documents with their tags."""
    out = []
    for d in documents:
        for number, passage in enumerate(pack(d.text, tokenizer)):
            if len(passage.words):
                out.append(_example(d, passage, f"{d.id}#{number}"))
    return out


def _range(words: np.ndarray, start: int, end: int) -> tuple[int, int] | None:
    """First and last word that the characters touch, or None."""
    low, high = int(np.searchsorted(words[:, 1], start, "right")), int(np.searchsorted(words[:, 0], end, "left")) - 1
    return (low, high) if low <= high else None


def _tag(tags: np.ndarray, span: tuple[int, int], begin: int) -> None:
    tags[span[0]] = begin
    tags[span[0] + 1 : span[1] + 1] = begin + 1


def _example(d: Tagged, passage: Passage, key: str) -> Example:
    words = passage.words
    n = len(words)
    roles, inner = np.full(n, SKIP, np.int64), np.full(n, SKIP, np.int64)
    mentions = np.full((len(KINDS), n), SKIP, np.int64)
    pairs = stances = None
    if d.claims is not None:
        roles[:] = 0
        inner[:] = 0
        here = []
        known: list[tuple[int, ...]] = []
        for a in d.claims:
            spans = {r: [w for s, e in a[r] if (w := _range(words, s, e))] for r in ROLES}
            if any(spans.values()):
                here.append((a["layer"], spans))
                if "stance" in a and spans["cue"] and spans["content"]:
                    known.append((*spans["cue"][0], *spans["content"][0], STANCES.index(a["stance"])))
        nested = any(layer for layer, _ in here)
        for layer, spans in here:
            for number, role in enumerate(ROLES):
                for span in spans[role]:
                    if layer == 0:
                        _tag(roles, span, 1 + 2 * number)
                        _tag(inner, span, 1 + 2 * number)
        for s, e in d.doubtful:
            if span := _range(words, s, e):
                inner[span[0] : span[1] + 1] = SKIP
        if nested:
            for layer, spans in here:
                if layer == 1:
                    spread = [w for role in ROLES for w in spans[role]]
                    low, high = min(a for a, _ in spread), max(b for _, b in spread)
                    # The rest of the outer content around the inner claim is nobody's inside.
                    outer = [c for o, other in here if o == 0 for c in other["content"] if c[0] <= low and high <= c[1]]
                    for a, b in outer:
                        inner[a : b + 1] = np.where(inner[a : b + 1] == SKIP, SKIP, 0)
                        inner[low : high + 1] = 0
                    for number, role in enumerate(ROLES):
                        for span in spans[role]:
                            _tag(inner, span, 1 + 2 * number)
        pairs = _pairs(d.text, passage, here)
        if known:
            table = np.array(known)
            stances = Stances(ends=table[:, :4], labels=table[:, 4])
    if d.mentions is not None:
        for number, kind in enumerate(KINDS):
            if kind not in d.kinds:
                continue
            mentions[number] = 0
            # Longest first: a name inside a longer one of its kind is left to the longer one.
            taken = np.zeros(n, bool)
            for m in sorted((m for m in d.mentions if m["kind"] == kind), key=lambda m: m["span"][0] - m["span"][1]):
                span = _range(words, *m["span"])
                if span and not taken[span[0] : span[1] + 1].any():
                    _tag(mentions[number], span, 1)
                    taken[span[0] : span[1] + 1] = True
    return Example(
        passage=passage, text=d.text, roles=roles, inner=inner, mentions=mentions, pairs=pairs, key=key, stances=stances,
        wordwise=_wordwise(d, words),
    )  # fmt: skip


def _wordwise(d: Tagged, words: np.ndarray) -> dict[str, np.ndarray]:
    """Labels of single words: kind of event (none outside of triggers), actuality of a trigger, use of a place name."""
    out = {head: np.full(len(words), SKIP, np.int64) for head in WORDWISE}
    if d.events is not None:
        out["events"][:] = 0
    for event in d.events or ():
        if span := _range(words, *event["span"]):
            out["events"][span[0] : span[1] + 1] = EVENTS.index(event["kind"])
            out["actualities"][span[0] : span[1] + 1] = ACTUALITIES.index(event["actuality"])
    for place in d.uses or ():
        if span := _range(words, *place["span"]):
            out["uses"][span[0] : span[1] + 1] = USES.index(place["use"])
    return out


def _pairs(text: str, passage: Passage, here: list[tuple[int, dict[str, list[tuple[int, int]]]]]) -> Pairs | None:
    """All pairs of a cue with a source or a content of its own layer, and which of them are right."""
    spans: list[tuple[int, int]] = []
    rows: list[tuple[int, int, int, int, bool]] = []  # head, tail, kind, group, right
    features = []
    group = 0
    for layer in (0, 1):
        claims = [spans_of for level, spans_of in here if level == layer]
        by_role = {r: sorted({w for c in claims for w in c[r]}) for r in ROLES}
        if not by_role["cue"]:
            continue
        offset = {r: len(spans) + sum(len(by_role[x]) for x in ROLES[:i]) for i, r in enumerate(ROLES)}
        spans += [w for r in ROLES for w in by_role[r]]
        table = {role: pair_features(signs(text, passage.words), by_role["cue"], by_role[role], by_role) for role in ("source", "content")}
        right = {(w, s) for c in claims for w in c["cue"][:1] for s in c["source"]}
        bare = {w for c in claims for w in c["cue"][:1] if not c["source"]}
        width = table["source"].shape[-1]
        for i, cue in enumerate(by_role["cue"]):
            golds = [(cue, s) in right for s in by_role["source"]]
            if any(golds) or cue in bare:
                for j, gold in enumerate(golds):
                    rows.append((offset["cue"] + i, offset["source"] + j, 0, group, gold))
                    features.append(table["source"][i, j])
                rows.append((offset["cue"] + i, -1, 0, group, not any(golds)))
                features.append(np.zeros(width, np.float32))
                group += 1
        held = {(k, w) for c in claims for w in c["cue"][:1] for k in c["content"]}
        for j, content in enumerate(by_role["content"]):
            golds = [(content, cue) in held for cue in by_role["cue"]]
            for i, gold in enumerate(golds):
                rows.append((offset["cue"] + i, offset["content"] + j, 1, group, gold))
                features.append(table["content"][i, j])
            if not any(golds):
                rows.append((-1, offset["content"] + j, 1, group, True))
                features.append(np.zeros(width, np.float32))
            else:
                rows.append((-1, offset["content"] + j, 1, group, False))
                features.append(np.zeros(width, np.float32))
            group += 1
    if not rows:
        return None
    n = len(spans)
    head, tail, kind, groups, good = (np.array(column) for column in zip(*rows, strict=True))
    return Pairs(
        first=np.array([a for a, _ in spans]),
        last=np.array([b for _, b in spans]),
        head=np.where(head < 0, n, head),
        tail=np.where(tail < 0, n, tail),
        kind=kind,
        features=np.stack(features).astype(np.float32),
        group=groups,
        right=good,
    )
