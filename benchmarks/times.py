"""Times: the moments of a file of texts, scored by a scorer of time expressions.

    python -m benchmarks.times SCORER.py GOLD.jsonl [--show]

GOLD holds {id, lang, text, published}; both paths are given, nothing is read from the repository. `--show` lists what was not right.
"""

import argparse
import importlib.util
import json
import sys
from datetime import date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from sayso.lexicon.language import lexicon
from sayso.moments.moments import moments
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.document import document

Json = dict[str, Any]


def main() -> None:
    """Prints the values of the scorer."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("scorer", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    scorer = loaded(given.scorer)
    gold = [json.loads(line) for line in given.gold.read_text("utf-8").splitlines() if line.strip()]
    reader = PlainReader(Morphology())
    predicted = [answered(reader, row) for row in gold]
    values, rows = scorer.score(predicted, gold)
    print("\n".join(rows))
    print(json.dumps(values))
    if given.show:
        for row, answer in zip(gold, predicted, strict=True):
            if scorer.score([answer], [row])[0]["strict"] < 1:
                print(row["id"], row["text"], row["start"], row["end"], answer["times"])


def answered(reader: PlainReader, row: Json) -> Json:
    """The times of a text in the exchange format."""
    at = row.get("published")
    published = at and (date.fromisoformat(at) if len(at) == 10 else datetime.fromisoformat(at))
    reading = reader.reading(document(row["text"], published=published, lang=row.get("lang")))
    found = moments(reading, lexicon(reading.lang))
    times = [
        {"span": list(m.span), "start": m.start and m.start.isoformat(), "end": m.end and m.end.isoformat(), "grain": m.grain.value}
        for m in found
        if m.span
    ]
    return {"id": row["id"], "times": times}


def loaded(path: Path) -> ModuleType:
    """The scorer as a module; its neighbours can be imported by it."""
    sys.path.insert(0, str(path.resolve().parent))
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
