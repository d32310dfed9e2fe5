"""The events stage over texts with a kind each, scored by a scorer given by its path.

    python benchmarks/kinds.py GOLD.jsonl --scorer score_kinds.py [--out PRED.jsonl] [--errors N] [--kinds-out KINDS.json]

GOLD holds {"id", "text", "label"}. Only reading, figures and events run: no claims, no names, no encoder.
"""

import argparse
import json
import time
from pathlib import Path
from typing import Any

from figures import records, scorer
from sayso.events.code import code
from sayso.events.figures import figures
from sayso.lexicon.kinds import kinds
from sayso.lexicon.language import lexicon
from sayso.lexicon.names import NameIndex
from sayso.lexicon.pack import Pack
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.document import document

NO_PACK = Pack(name="", version="0", actors={}, outlets={}, sides={}, countries=(), regions=(), header={}, index=NameIndex.of(()))


def mapping() -> list[dict[str, Any]]:
    """The kinds with their ACLED counterparts, as `sayso kinds --json` gives them."""
    return [{"kind": e.kind.value, "acled": {"event_type": e.acled[0], "sub_event_type": e.acled[1]} if e.acled else None} for e in kinds()]


def predicted(rows: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], float]:
    """The predictions in the exchange format, and the seconds that figures and events took."""
    reader = PlainReader(morphology=Morphology())
    out, spent = [], 0.0
    for row in rows:
        reading = reader.reading(document(row["text"], name=str(row["id"]), lang=row.get("lang") or "en"))
        begun = time.perf_counter()
        told = figures(reading, (), lexicon(reading.lang))
        found = code(reading, (), told, (), lexicon(reading.lang), NO_PACK)
        spent += time.perf_counter() - begun
        out.append(
            {
                "id": row["id"],
                "events": [
                    {
                        "kind": e.kind.value,
                        "actuality": e.actuality.value,
                        "trigger": list(e.trigger),
                        **({"acled": {"event_type": e.acled[0], "sub_event_type": e.acled[1]}} if e.acled else {}),
                    }
                    for e in found
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
    parser.add_argument("--kinds-out", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    rows = list(records(args.gold))
    found, spent = predicted(rows)
    if args.out:
        args.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), "utf-8")
    if args.kinds_out:
        args.kinds_out.write_text(json.dumps(mapping()), "utf-8")
    module = scorer(args.scorer)
    known = {row["kind"]: row["acled"] for row in mapping()}
    values, lines = module.score(found, rows, kinds=known)
    print("\n".join(lines))
    shown = 0
    for row, made in zip(rows, found, strict=True):
        guess = next((label for e in made["events"] if (label := module.label_of(e, known))), None)
        if guess != row["label"] and shown < args.errors:
            shown += 1
            events = [(e["kind"], row["text"][slice(*e["trigger"])], e["actuality"]) for e in made["events"]][:4]
            print(f"{row['label']} <> {guess}: {row['text'][:220]!r} {events}")
    print(f"{1000 * spent / max(1, len(rows)):.2f} ms a document for figures and events")
    print("kinds:", " ".join(f"{key}={value:.3f}" if isinstance(value, float) else f"{key}={value}" for key, value in values.items()))


if __name__ == "__main__":
    main()
