"""Places: the names of a file of texts put on the map, scored by a scorer of places, with the time that finding them takes.

python -m benchmarks.places SCORER.py GOLD.jsonl [--answers OUT.jsonl]
"""

import argparse
import importlib.util
import json
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from sayso.claims.names import names
from sayso.gazetteer.index import Gazetteer
from sayso.lexicon.language import lexicon
from sayso.lexicon.loading import built_in
from sayso.places import ask, locate
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.document import document

Row = dict[str, Any]


def answered(gold: list[Row]) -> tuple[list[Row], float, int]:
    """The places of each text, the seconds of one core that asking, looking up and locating took (names met before), the tokens."""
    reader, gazetteer, pack = PlainReader(morphology=Morphology()), Gazetteer(), built_in()
    rows: list[Row] = []
    seconds, tokens = 0.0, 0
    for row in gold:
        published = date.fromisoformat(row["published"][:10]) if row.get("published") else None
        reading = reader.reading(
            document(row["text"], name=str(row["id"]), url=row.get("url"), outlet=row.get("outlet"), published=published)
        )
        book = lexicon(reading.lang)
        mentions = names(reading, book, pack)
        gazetteer.look_up(ask(reading, mentions, book, pack))  # a name's first look-up reads the index
        start = time.process_time()
        queries = ask(reading, mentions, book, pack)
        places = locate(reading, queries, gazetteer.look_up(queries), mentions, book, pack)
        seconds, tokens = seconds + time.process_time() - start, tokens + len(reading.tokens)
        found = [
            {"span": list(p.span), "name": p.name, "lat": p.lat, "lon": p.lon, "geonames_id": p.geonames_id, "use": p.use} for p in places
        ]
        rows.append({"id": row["id"], "places": found})
    return rows, seconds, tokens


def scorer(path: Path) -> Callable[[list[Row], list[Row]], tuple[dict[str, float], list[str]]]:
    """The function `score` of a scorer's file; its neighbours are importable to it."""
    sys.path.insert(0, str(path.resolve().parent))
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.score  # type: ignore[no-any-return]


def main() -> None:
    """Prints the scorer's table, its values, and the time."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("scorer", type=Path)
    options.add_argument("gold", type=Path)
    options.add_argument("--answers", type=Path, help="write the answers here")
    given = options.parse_args()
    gold = [json.loads(line) for line in given.gold.read_text("utf-8").splitlines() if line.strip()]
    rows, seconds, tokens = answered(gold)
    if given.answers:
        given.answers.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    values, table = scorer(given.scorer)(rows, gold)
    print("\n".join(table))
    print("places: " + " ".join(f"{name}={value:.4f}" for name, value in values.items()))
    spent = 1000 * seconds * 600 / max(tokens, 1)
    print(f"{spent:.1f} ms of one core for 600 tokens, look-up included ({len(gold)} texts, {tokens} tokens)")


if __name__ == "__main__":
    main()
