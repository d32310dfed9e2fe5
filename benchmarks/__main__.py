"""Runs the program over pinned data, scores it, prints one table, and fails where a floor is broken.

    python -m benchmarks [--shared ../shared] [--only NAME ...] [--write] [--quick]

What is run is what a user runs: `sayso annotate` and `sayso group` over files of documents. The scorers are those of ../shared/bench.
`--write` puts the table into benchmarks/RESULTS.md; floors stand in benchmarks/floors.json, and lowering one is a change of its own,
with a reason. The Accounts Corpus (name: accounts) is checked here too; its table, with intervals, is made by
`python -m benchmarks.accounts`.
"""

import argparse
import gzip
import importlib
import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import accounts
from benchmarks.results import put

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
ACCOUNTS = "accounts"
START, END = "<!-- table: made by `make bench` -->", "<!-- end of table -->"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """A data set, the command that is run over it, its scorer, and the values that are shown, the headline first."""

    name: str
    data: str
    scorer: str
    shown: tuple[str, ...]
    command: str = "annotate"
    quick: bool = False
    field: str = ""


BENCHES = (
    Bench(
        name="claims: PolNeAR dev (en)",
        data="polnear_dev.jsonl",
        scorer="score_claims",
        shown=("whole_f1", "content_soft", "content_exact", "source50", "deny_recall"),
    ),
    Bench(
        name="mentions: factRuEval devset (ru)",
        data="mentions_ru_dev.jsonl",
        scorer="score_mentions",
        shown=("overlap_f1", "exact_f1"),
        quick=True,
    ),
    Bench(name="places: TR-News (en)", data="trnews.jsonl", scorer="score_places", shown=("recall161", "acc161", "overlap_f1"), quick=True),
    Bench(
        name="places: villages",
        data="villages_dev.jsonl",
        scorer="score_places",
        shown=("hit", "wrong", "abstained", "missed", "hit_en", "hit_ru", "hit_uk"),
        quick=True,
    ),
    Bench(
        name="places: inflected", data="inflected_dev.jsonl", scorer="score_places", shown=("hit", "wrong", "hit_ru", "hit_uk"), quick=True
    ),
    Bench(
        name="times: own list", data="times_dev.jsonl", scorer="score_times", shown=("ok", "strict", "ok_en", "ok_ru", "ok_uk"), quick=True
    ),
    Bench(
        name="figures: MUC-4 dev (en)",
        data="muc4_figures_dev.jsonl",
        scorer="score_figures",
        shown=("f1", "precision", "recall"),
        quick=True,
    ),
    Bench(
        name="figures: Air Force cards (uk)", data="ua_airforce_dev.jsonl", scorer="score_figures", shown=("right", "class_f1"), quick=True
    ),
    Bench(
        name="incidents: MAVERICK dev (accounts)",
        data="maverick_reports_dev.jsonl",
        scorer="score_groups",
        shown=("b3_f1", "pair_f1", "flag_f1"),
        command="group",
        quick=True,
        field="main_incident",
    ),
    Bench(
        name="incidents: ECB+ train and dev (en)",
        data="ecbplus_docs.jsonl",
        scorer="score_groups",
        shown=("b3_f1", "pair_f1"),
        command="group",
        field="main_incident",
    ),
    Bench(
        name="incidents: MEANTIME (en es it nl)",
        data="meantime_docs.jsonl",
        scorer="score_groups",
        shown=("pair_f1", "b3_f1"),
        command="group",
        field="main_incident",
    ),
    Bench(
        name="translations: WMT22 (en ru uk fr de)",
        data="wmt22_dev.jsonl",
        scorer="score_groups",
        shown=("pair_f1", "b3_f1"),
        command="group",
        field="main_incident",
    ),
)


def main() -> int:
    """The exit status: 1 where a floor is broken."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    parser.add_argument("--only", nargs="*", default=[], help="parts of names")
    parser.add_argument("--quick", action="store_true", help="only what takes under a minute")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if not (options.shared / "bench").is_dir():
        print(f"no scorers in {options.shared}: give --shared")
        return 2
    chosen = [b for b in BENCHES if (not options.only or any(part in b.name for part in options.only)) and (b.quick or not options.quick)]
    measured = {bench.name: run(bench, options.shared) for bench in chosen}
    table = tabled(measured)
    print(table)
    if options.write:
        put(table, START, END)
    if not options.only or any(part in ACCOUNTS for part in options.only):
        found = accounts.gated(options.shared, quick=options.quick)
        print(*(f"{name}: {plainly(values)}" for name, values in found.items()), sep="\n")
        measured |= found
    broken = list(faults(measured))
    for fault in broken:
        print(fault)
    print(f"gate: {len(measured)} sets, {len(broken)} floors broken")
    return bool(broken)


def run(bench: Bench, shared: Path) -> dict[str, float]:
    """The scorer's values, with `seconds` and `documents_s`."""
    gold = records(shared / "data" / bench.data)
    begun = time.perf_counter()
    answers = answered(bench.command, gold)
    seconds = time.perf_counter() - begun
    values = scored(bench, answers, gold, shared)
    return values | {"seconds": seconds, "documents_s": len(gold) / seconds}


def answered(command: str, gold: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What `sayso annotate` or `sayso group` answers to the documents of the gold, without its labels."""
    from sayso.run.config import config
    from sayso.run.exchange import answers
    from sayso.run.grouping import grouped

    given = [{key: row[key] for key in ("id", "text", "published", "outlet", "url", "account") if row.get(key) is not None} for row in gold]
    lines = [json.dumps(row, ensure_ascii=False).encode() for row in given]
    out = answers(lines, config()) if command == "annotate" else grouped(lines, config())
    return [json.loads(line) for _, line in out]


def scored(bench: Bench, answers: list[dict[str, Any]], gold: list[dict[str, Any]], shared: Path) -> dict[str, float]:
    """The values of the shared scorer."""
    sys.path.insert(0, str(shared / "bench"))
    score: Callable[..., tuple[dict[str, float], list[str]]] = importlib.import_module(bench.scorer).score
    sys.path.pop(0)
    return score(answers, gold)[0]


def records(path: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON Lines, also packed."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def tabled(measured: dict[str, dict[str, float]]) -> str:
    """A Markdown table."""
    rows = ["| set | values | documents/s |", "|---|---|---|"]
    for bench in BENCHES:
        if bench.name in measured:
            values = measured[bench.name]
            shown = ", ".join(f"{name} {100 * values[name]:.1f}" for name in bench.shown)
            rows.append(f"| {bench.name} | {shown} | {values['documents_s']:.0f} |")
    return "\n".join(rows)


def plainly(values: dict[str, float]) -> str:
    """The values in a line; a rate a document as it is, the others in percent."""
    return ", ".join(f"{name} {value if name == 'false_per_negative' else 100 * value:.2f}" for name, value in values.items())


def faults(measured: dict[str, dict[str, float]]) -> Iterator[str]:
    """The floors (or ceilings, where `most`) that are broken."""
    floors = json.loads(FLOORS.read_text("utf-8"))
    for name, values in measured.items():
        for metric, bound in floors.get(name, {}).items():
            least, most = bound.get("least", -1e9), bound.get("most", 1e9)
            if not least <= values[metric] <= most:
                yield f"{name}: {metric} is {values[metric]:.4f}, the gate asks for {least if 'least' in bound else most}"


if __name__ == "__main__":
    sys.exit(main())
