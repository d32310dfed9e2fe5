"""Claims by rules on PolNeAR-shaped records: reads, attributes, writes what a scorer takes.

    python -m benchmarks.claims RECORDS.jsonl OUT.jsonl [--scorer SCORE_CLAIMS.py]

RECORDS  {"id", "text", "lang"?, "outlet"?} a line; with `attributions` the scorer can compare.
"""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

from sayso.claims.attribute import attribute
from sayso.claims.names import names
from sayso.lexicon.language import lexicon
from sayso.lexicon.loading import built_in
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.claim import Claim
from sayso.record.document import document


def row(claim: Claim) -> dict[str, object]:
    """The fields of a claim that the scorers read."""
    return {
        "source": claim.source,
        "cue": claim.cue,
        "content": claim.content,
        "speaker": claim.speaker and {"id": claim.speaker.id, "name": claim.speaker.name, "side": claim.speaker.side},
        "relays": [{"name": relay.name, "kind": relay.kind.value, "span": relay.span} for relay in claim.relays],
        "stance": claim.stance.value,
        "quotation": claim.manner.value,
        "attribution": claim.attribution.value,
        "confidence": claim.confidence,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--scorer", type=Path, help="a script that takes PRED GOLD")
    args = parser.parse_args()
    reader, pack = PlainReader(morphology=Morphology()), built_in()
    spent, tokens = 0.0, 0
    with args.records.open(encoding="utf-8") as lines, args.out.open("w", encoding="utf-8") as out:
        for line in lines:
            record = json.loads(line)
            reading = reader.reading(document(record["text"], name=str(record["id"]), lang=record.get("lang"), outlet=record.get("outlet")))
            book = lexicon(reading.lang)
            began = time.perf_counter()
            mentions = names(reading, book, pack)
            claims = attribute(reading, mentions, book, pack)
            spent += time.perf_counter() - began
            tokens += len(reading.tokens)
            found = [{"span": m.span, "kind": m.kind.value, "actor": m.actor} for m in mentions]
            out.write(json.dumps({"id": record["id"], "claims": [row(c) for c in claims], "mentions": found}, ensure_ascii=False) + "\n")
    print(f"names and claims: {1000 * spent / max(1, tokens) * 600:.1f} ms per 600 tokens")
    if args.scorer:
        sys.stdout.flush()
        subprocess.run([sys.executable, str(args.scorer), str(args.out), str(args.records)], check=True)


if __name__ == "__main__":
    main()
