"""The Accounts Corpus as a benchmark: every stage in each language, with bootstrap intervals over documents.

    python -m benchmarks.accounts [--shared ../shared] [--split dev] [--resamples 200]

The texts are invented and were written and annotated by language models (data/accounts/DATASHEET.md): read the figures as a comparison of
languages and versions, not as what real reports give. Places are left out: the invented land is in no gazetteer.
"""

import argparse
import importlib
import json
import random
import sys
from pathlib import Path
from typing import Any

REPO = Path(__file__).resolve().parents[1]
PACK = "talvenia-kestria"
LANGUAGES = ("en", "ru", "uk", "fr")
SHOWN = ("claims_f1", "speaker_acc", "stance_macro_f1", "denial_recall", "relays_f1", "false_per_negative", "figures_f1", "times_recall",
         "places_recall", "places_wrong", "events_recall", "actuality_acc")  # fmt: skip


def measured(shared: Path, split: str = "dev", resamples: int = 200) -> dict[str, dict[str, tuple[float, float, float]]]:
    """Language -> value -> (value, low, high): the middle 95 % of resampled document sets."""
    gold = [json.loads(line) for line in (REPO / "data" / "accounts" / f"{split}.jsonl").read_text("utf-8").splitlines()]
    aliases = json.loads((REPO / "data" / "accounts" / "aliases.json").read_text("utf-8"))
    found = {}
    for lang in LANGUAGES:
        mine = [row for row in gold if row["lang"] == lang]
        answers = {row["id"]: answer for row, answer in zip(mine, _answers(mine), strict=True)}
        found[lang] = _intervals(answers, mine, aliases, shared, resamples)
    return found


def _answers(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    from sayso.run.config import config
    from sayso.run.exchange import answers

    given = [{key: row[key] for key in ("id", "text", "published", "outlet", "url") if row.get(key)} for row in rows]
    return [json.loads(line) for _, line in answers([json.dumps(row, ensure_ascii=False).encode() for row in given], config(pack=PACK))]


def _intervals(
    answers: dict[str, Any], gold: list[dict[str, Any]], aliases: dict[str, Any], shared: Path, resamples: int
) -> dict[str, tuple[float, float, float]]:
    sys.path.insert(0, str(shared / "bench"))
    score = importlib.import_module("score_ledger").score
    sys.path.pop(0)

    def values(rows: list[dict[str, Any]]) -> dict[str, float]:
        # A document drawn twice counts twice: under an id of its own.
        named = [row | {"id": f"{i} {row['id']}"} for i, row in enumerate(rows)]
        pred = [answers[row["id"]] | {"id": one["id"]} for row, one in zip(rows, named, strict=True)]
        return score(pred, named, None, (), aliases)[0]

    dice = random.Random(20240312)
    drawn = [values(dice.choices(gold, k=len(gold))) for _ in range(resamples)]
    found = {}
    for key, value in values(gold).items():
        spread = sorted(sample[key] for sample in drawn)
        found[key] = (value, spread[int(0.025 * resamples)], spread[int(0.975 * resamples)]) if spread else (value, value, value)
    return found


def tabled(found: dict[str, dict[str, tuple[float, float, float]]]) -> str:
    """A Markdown table: a row for each value, a column for each language."""
    rows = ["| value | " + " | ".join(found) + " |", "|---|" + "---|" * len(found)]
    for key in SHOWN:
        cells = []
        for values in found.values():
            scale, digits = (1, 2) if key == "false_per_negative" else (100, 1)
            value, low, high = (scale * number for number in values[key])
            cells.append(f"{value:.{digits}f} [{low:.{digits}f}, {high:.{digits}f}]")
        rows.append(f"| {key} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=REPO.parent / "shared")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--resamples", type=int, default=200)
    options = parser.parse_args()
    print(tabled(measured(options.shared, options.split, options.resamples)))


if __name__ == "__main__":
    main()
