"""The Accounts Corpus as a benchmark: one table, every stage in each language, with bootstrap intervals.

    python -m benchmarks.accounts [--shared ../shared] [--resamples 100] [--train] [--write]

The texts are invented and were written and annotated by language models (data/accounts/DATASHEET.md): read the figures as a comparison of
languages and versions, not as what real reports give. `--train` adds the train part: rules were tuned on it and the encoder's training
takes it in, so these are no held-out figures. `--write` puts the table at the top of benchmarks/RESULTS.md.
"""

import argparse
import importlib
import json
import random
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.incidents import LEVELS, incident_cells
from benchmarks.results import RESULTS, put

if TYPE_CHECKING:
    from sayso.record.document import Document, Unread
    from sayso.record.reading import Reading
    from sayso.run.pipeline import Pipeline
    from sayso.run.ports import Reader

REPO = Path(__file__).resolve().parents[1]
START, END = "<!-- accounts: made by `python -m benchmarks.accounts --write` -->", "<!-- end of accounts -->"
PACK = "talvenia-kestria"
LANGUAGES = ("en", "ru", "uk", "fr")
ALL = "all"
SEED = 20240312
Json = dict[str, Any]
Cell = tuple[float, float, float, int]  # value, low, high, gold items


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A row of the table: the stage, the scorer and its value, and how many gold items of a document stand behind it.

    A document's `matched` holds the gold claims whose content was found: what is measured on these alone is counted on these. `among`
    names the share of the items that is measured at all.
    """

    stage: str
    scorer: str
    key: str
    count: Callable[[Json], int]
    among: str = ""
    percent: bool = True

    @property
    def name(self) -> str:
        """The name in the table and in floors.json."""
        return {"score_claims": "whole_f1", "score_mentions": "mentions_f1"}.get(self.scorer, self.key)


def _claims(row: Json) -> int:
    return len(row["claims"])


def _found(row: Json) -> int:
    return len(row["matched"])


def _placed(row: Json) -> int:
    return sum(place["lat"] is not None for place in row["places"])


def _named(claims: Sequence[Json]) -> int:
    return sum(bool(claim["speaker"]) for claim in claims)


def _denials(row: Json) -> int:
    return sum(claim["stance"] == "denies" for claim in row["claims"])


def _relays(row: Json) -> int:
    return sum(len(claim["relays"]) for claim in row["matched"])


MEASURES = (
    Measure(stage="claims", scorer="score_ledger", key="claims_f1", count=_claims),
    Measure(stage="claims", scorer="score_claims", key="whole_f1", count=_claims),
    Measure(stage="false claims", scorer="score_ledger", key="false_per_negative", count=lambda row: not row["claims"], percent=False),
    Measure(stage="speakers", scorer="score_ledger", key="speaker_acc", count=lambda row: _named(row["matched"])),
    Measure(stage="speakers", scorer="score_ledger", key="speaker_all", count=lambda row: _named(row["claims"])),
    Measure(stage="stances", scorer="score_ledger", key="stance_acc", count=_found),
    Measure(stage="stances", scorer="score_ledger", key="stance_macro_f1", count=_found),
    Measure(stage="denials", scorer="score_ledger", key="denial_recall", count=_denials),
    Measure(stage="relays", scorer="score_ledger", key="relays_f1", count=_relays),
    Measure(stage="figures", scorer="score_ledger", key="figures_f1", count=lambda row: len(row["figures"])),
    Measure(stage="places", scorer="score_ledger", key="places_recall", count=_placed),
    Measure(stage="places", scorer="score_ledger", key="places_wrong", count=_placed),
    Measure(stage="times", scorer="score_ledger", key="times_recall", count=lambda row: len(row["times"])),
    Measure(stage="events", scorer="score_ledger", key="events_recall", count=lambda row: len(row["events"])),
    Measure(stage="actuality", scorer="score_ledger", key="actuality_acc", count=lambda row: len(row["events"]), among="events_recall"),
    Measure(stage="names", scorer="score_mentions", key="overlap_f1", count=lambda row: len(row["mentions"])),
)


class Scorers:
    """The shared scorers over answers by document id, with the corpus's other names of speakers and relays."""

    def __init__(self, shared: Path) -> None:
        """Imports them from ../shared/bench."""
        self.aliases = json.loads((REPO / "data" / "accounts" / "aliases.json").read_text("utf-8"))
        sys.path.insert(0, str(shared / "bench"))
        self._words, self._near = (getattr(importlib.import_module("score_claims"), name) for name in ("Words", "jaccard"))
        self._greedy = importlib.import_module("records").greedy
        self.of = {name: importlib.import_module(name).score for name in ("score_ledger", "score_claims", "score_mentions", "score_groups")}
        sys.path.pop(0)

    def matched(self, answer: Json, row: Json) -> list[Json]:
        """The gold claims whose content was found: matched as in score_ledger."""
        words = self._words(row["text"])
        told = [words.span(claim["content"]) for claim in answer.get("claims") or [] if claim["attribution"] != "narration"]
        gold = [words.span(claim["content"]) for claim in row["claims"]]
        near = [(self._near(a, b), i, j) for i, a in enumerate(told) for j, b in enumerate(gold) if a & b]
        return [row["claims"][j] for _, j in self._greedy([pair for pair in near if pair[0] >= 0.5])]

    def values(self, answers: Mapping[str, Json], rows: Sequence[Json]) -> dict[str, float]:
        """The value of every measure over these documents; one that stands twice among them counts twice."""
        named = [row | {"id": f"{i} {row['id']}", "attributions": row["claims"]} for i, row in enumerate(rows)]
        pred = [answers[row["id"]] | {"id": one["id"]} for row, one in zip(rows, named, strict=True)]
        told = {
            "score_ledger": self.of["score_ledger"](pred, named, None, (), self.aliases)[0],
            "score_claims": self.of["score_claims"](pred, named)[0],
            "score_mentions": self.of["score_mentions"](pred, named)[0],
        }
        return {measure.name: told[measure.scorer][measure.key] for measure in MEASURES}


def corpus(split: str) -> list[Json]:
    """The documents of a part of the corpus."""
    return [json.loads(line) for line in (REPO / "data" / "accounts" / f"{split}.jsonl").read_text("utf-8").splitlines()]


def given(rows: Sequence[Json]) -> list[bytes]:
    """The documents as a user gives them, without gold."""
    keys = ("id", "text", "published", "outlet", "url")
    return [json.dumps({key: row[key] for key in keys if row.get(key)}, ensure_ascii=False).encode() for row in rows]


class Remembering:
    """A reader that reads each document once: annotating, grouping and briefing share what it read."""

    def __init__(self, reader: "Reader") -> None:
        """Takes the reader that does the work."""
        self._reader = reader
        self._kept: dict[str, tuple[Any, ...]] = {}

    def read(self, documents: "Iterable[Document]") -> "Iterator[Reading | Unread]":
        """A reading, or a refusal, for each document."""
        for document in documents:
            if document.id not in self._kept:
                self._kept[document.id] = tuple(self._reader.read([document]))
            yield from self._kept[document.id]


def stages() -> "Pipeline":
    """The stages that a user's commands run, with the corpus's pack."""
    from sayso.run.assembly import pipeline, reader
    from sayso.run.config import config

    return replace(pipeline(config(pack=PACK)), reader=Remembering(reader()))


def answered(rows: Sequence[Json], run: "Pipeline") -> dict[str, Json]:
    """What `sayso annotate` answers, by document id."""
    from sayso.run.config import config
    from sayso.run.exchange import answers

    lines = answers(given(rows), config(pack=PACK), run)
    return {row["id"]: json.loads(line) for row, (_, line) in zip(rows, lines, strict=True)}


def by_language(rows: Sequence[Json]) -> dict[str, list[Json]]:
    """The documents of each language, and all."""
    return {lang: [row for row in rows if row["lang"] == lang] for lang in LANGUAGES} | {ALL: list(rows)}


def gated(shared: Path, *, quick: bool = False) -> dict[str, dict[str, float]]:
    """The values over dev that floors.json bounds, by name (`accounts: ru`); `quick` leaves out what needs documents grouped."""
    rows, scorers, run = corpus("dev"), Scorers(shared), stages()
    answers = answered(rows, run)
    found = {f"accounts: {lang}": scorers.values(answers, mine) for lang, mine in by_language(rows).items()}
    if not quick:
        cells = incident_cells(rows, given(rows), run, PACK, scorers.of["score_groups"], resamples=0, seed=SEED)
        found["accounts: incidents"] = {name: cell[0] for name, cell in cells.items()}
    return found


def measured(shared: Path, split: str = "dev", resamples: int = 100) -> dict[str, dict[str, Cell]]:
    """Language (or all) -> value's name -> cell; the intervals hold the middle 95 % of resampled sets of documents, or of incidents."""
    rows, scorers, run = corpus(split), Scorers(shared), stages()
    answers = answered(rows, run)
    found = {lang: _cells(scorers, answers, mine, resamples) for lang, mine in by_language(rows).items()}
    found[ALL] |= incident_cells(rows, given(rows), run, PACK, scorers.of["score_groups"], resamples=resamples, seed=SEED)
    return found


def _cells(scorers: Scorers, answers: Mapping[str, Json], rows: Sequence[Json], resamples: int) -> dict[str, Cell]:
    dice = random.Random(SEED)
    known = [row | {"matched": scorers.matched(answers[row["id"]], row)} for row in rows]
    draws = [known, *(dice.choices(known, k=len(known)) for _ in range(resamples))]
    values = [scorers.values(answers, draw) for draw in draws]
    found = {}
    for measure in MEASURES:
        behind = [
            round(sum(map(measure.count, draw)) * (drawn[measure.among] if measure.among else 1))
            for draw, drawn in zip(draws, values, strict=True)
        ]
        # A draw without any gold item of a kind says nothing about it.
        spread = [drawn[measure.name] for drawn, n in zip(values[1:], behind[1:], strict=True) if n]
        found[measure.name] = spread_of(values[0][measure.name], spread, behind[0])
    return found


def spread_of(value: float, drawn: Sequence[float], n: int) -> Cell:
    """The cell of a value: the middle 95 % of what was drawn."""
    ordered = sorted(drawn) or [value]
    return value, ordered[int(0.025 * len(ordered))], ordered[min(int(0.975 * len(ordered)), len(ordered) - 1)], n


def tabled(blocks: Mapping[str, Mapping[str, Mapping[str, Cell]]]) -> str:
    """A Markdown table: a row for each value, a column for each language; a block of columns for each part of the corpus."""
    columns = [(part, lang) for part, block in blocks.items() for lang in block]
    heads = [lang if part == "dev" else f"{part} (seen by the encoder): {lang}" for part, lang in columns]
    rows = [f"| stage | value | {' | '.join(heads)} |", "|---|---|" + "---|" * len(columns)]
    names = [(measure.stage, measure.name, measure.percent) for measure in MEASURES]
    names += [(level.stage, level.name, True) for level in LEVELS]
    for stage, name, percent in names:
        cells = [_told(blocks[part][lang].get(name), percent) for part, lang in columns]
        rows.append(f"| {stage} | {name} | {' | '.join(cells)} |")
    return "\n".join(rows)


def _told(cell: Cell | None, percent: bool) -> str:
    if cell is None:
        return ""
    scale, digits = (100, 1) if percent else (1, 2)
    value, low, high = (f"{scale * number:.{digits}f}" for number in cell[:3])
    return f"{value} [{low}, {high}] ({cell[3]})"


def text_of(blocks: Mapping[str, Mapping[str, Mapping[str, Cell]]], resamples: int) -> str:
    """The table with what a reader has to know beside it."""
    rows = corpus("dev")
    seen = (
        "its columns say how well the program knows what it has seen."
        if "train" in blocks
        else "and is left out (`--train` shows it as\nwhat it is); cross-validation over incidents would need an encoder for each fold."
    )
    lines = (
        "## The Accounts Corpus, dev: every stage, in each language",
        "",
        f"Value in percent (false_per_negative: claims a document) [middle 95 % of {resamples} bootstrap samples over documents; from",
        "families on, over incidents] (number of gold items behind it: where it is small, the value says little).",
        f"{len(rows)} documents of {len({row['incidents'][0] for row in rows})} incidents, invented and annotated by language models",
        "(`data/accounts/DATASHEET.md`): a comparison of languages and versions, not what real reports give. Nothing is fitted on dev.",
        f"Rules were tuned on train and the encoder's training takes it in, so train gives no held-out figures {seen}",
        "",
        tabled(blocks),
        "",
        "claims_f1: contents matched (half of their words in common); whole_f1: source and cue too. speaker_acc, stances, relays: on",
        "matched claims; speaker_all, denial_recall: end to end. places_wrong: placed, but elsewhere. actuality_acc: of the events found.",
        "mentions_f1: by overlap. Pairs: documents put together (behind them: gold groups of several documents). contests_f1: an edition's",
        "contests that have gold's kind and two of its speakers.",
    )
    return "\n".join(lines)


def write(text: str, path: Path = RESULTS) -> None:
    """Puts the text between its marks in RESULTS.md; where there are none, below the title, so that it opens the file."""
    put(f"\n{text}\n", START, END, path, opens=True)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=REPO.parent / "shared")
    parser.add_argument("--resamples", type=int, default=100)
    parser.add_argument("--train", action="store_true", help="also the train part, which the encoder has seen")
    parser.add_argument("--write", action="store_true", help="put the table at the top of benchmarks/RESULTS.md")
    options = parser.parse_args()
    parts = ("dev", "train") if options.train else ("dev",)
    blocks = {part: measured(options.shared, part, options.resamples) for part in parts}
    text = text_of(blocks, options.resamples)
    print(text)
    if options.write:
        write(text)


if __name__ == "__main__":
    main()
