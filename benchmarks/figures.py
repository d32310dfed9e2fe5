"""The figures stage over a data file, scored by a scorer given by its path.

    python benchmarks/figures.py GOLD.jsonl --scorer score_figures.py [--out PRED.jsonl] [--errors N]

Only reading and figures run: no claims, no encoder. The scorer's folder is put on the path, since scorers import their neighbours.
"""

import argparse
import gzip
import importlib.util
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from sayso.events.figures import figures
from sayso.lexicon.language import lexicon
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.document import document


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a JSON Lines file, packed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def scorer(path: Path) -> ModuleType:
    """The scorer module at a path."""
    sys.path.insert(0, str(path.parent))
    found = importlib.util.spec_from_file_location(path.stem, path)
    if found is None or found.loader is None:
        raise SystemExit(f"{path}: no Python file")
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def predicted(rows: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], float]:
    """The predictions in the exchange format, and the seconds that the figures alone took."""
    reader = PlainReader(morphology=Morphology())
    out, spent = [], 0.0
    for row in rows:
        reading = reader.reading(document(row["text"], name=str(row["id"]), lang=row.get("lang")))
        begun = time.perf_counter()
        found = figures(reading, (), lexicon(reading.lang))
        spent += time.perf_counter() - begun
        out.append(
            {
                "id": row["id"],
                "figures": [
                    {
                        "span": list(f.span),
                        "low": f.low,
                        "high": f.high,
                        "approx": f.approx,
                        "unit": f.unit.value,
                        "status": f.status.value,
                        "who": f.who,
                    }
                    for f in found
                ],
            }
        )
    return out, spent


def main() -> None:
    """Run over the file named on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="print this many documents with their figures")
    args = parser.parse_args()
    rows = list(records(args.gold))
    found, spent = predicted(rows)
    if args.out:
        args.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), "utf-8")
    values, lines = scorer(args.scorer).score(found, rows)
    for row, made in list(zip(rows, found, strict=True))[: args.errors]:
        print(row["id"], [(row["text"][slice(*f["span"])], f["low"], f["high"], f["unit"], f["status"]) for f in made["figures"]])
    print("\n".join(lines))
    print(f"{1000 * spent / max(1, len(rows)):.2f} ms a document for the figures")
    print("figures:", " ".join(f"{key}={value:.3f}" if isinstance(value, float) else f"{key}={value}" for key, value in values.items()))


if __name__ == "__main__":
    main()
