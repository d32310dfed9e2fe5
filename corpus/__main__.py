"""The commands of the corpus: check, compile, counts, spread, split, agree, contests, blank."""

import argparse
import json
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from corpus import blank, corpora
from corpus.agreement import agreement, contests
from corpus.counts import counts
from corpus.sheet import sheet
from corpus.spread import spread
from corpus.world import ROOT


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m corpus", description=__doc__)
    command = parser.add_subparsers(dest="command", required=True)
    for name, what in (("check", "faults, then counts"), ("compile", "check, then write the JSON Lines"), ("counts", "counts only"),
                       ("spread", "repeated words, lengths, cues"), ("split", "incidents and documents of each split")):  # fmt: skip
        sub = command.add_parser(name, help=what)
        sub.add_argument("--part", choices=list("abcdABCD"), help="one part only")
        sub.add_argument("--hints", action="store_true", help="show what may be wrong too")
        sub.add_argument("--only", help="faults of files whose name starts so")
        sub.add_argument("--root", type=Path, default=ROOT, help="a folder with source/ and splits.toml")
    sub = command.add_parser("agree", help="agreement of two annotations: folders with source/")
    sub.add_argument("first", type=Path)
    sub.add_argument("second", type=Path)
    sub = command.add_parser("contests", help="agreement of contests alone: folders with source/, the second with incident.toml files only")
    sub.add_argument("first", type=Path)
    sub.add_argument("second", type=Path)
    sub = command.add_parser("blank", help="plain texts of incidents, without gold, for a second annotator")
    sub.add_argument("incidents", nargs="+")
    sub.add_argument("--to", type=Path, default=ROOT / "second")
    args = parser.parse_args()
    if args.command == "agree":
        return _shown(_agree(args.first, args.second))
    if args.command == "contests":
        return _shown({"contests F1": _contests(args.first, args.second)})
    if args.command == "blank":
        return _shown({"written": [str(p.relative_to(args.to)) for p in blank.written(args.incidents, args.to)]})
    corpus = corpora.compiled(args.root, args.part)
    if args.command == "spread":
        return _shown(spread(corpus))
    if args.command == "split":
        return _shown({s: Counter(d["incidents"][0] for d in corpus.documents if d["split"] == s) for s in ("train", "dev", "test")})
    shown = [f for f in corpus.faults if (args.hints or not f.hint) and f.file.startswith(args.only or "")]
    if args.command != "counts":
        sys.stdout.write("".join(f"{fault}\n" for fault in shown))
    faulty = [f for f in corpus.faults if not f.hint]
    if args.command == "compile":
        if faulty or args.part:
            sys.stdout.write("nothing written: faults first, and all parts\n")
            return 1
        sys.stdout.write("".join(f"wrote {path.name}\n" for path in corpora.written(corpus, args.root)))
        (args.root / "COUNTS.md").write_text(sheet(corpus), "utf-8")
    _shown(counts(corpus))
    return 1 if any(not f.hint for f in shown) else 0


def _agree(first: Path, second: Path) -> dict[str, Any]:
    a, b = corpora.compiled(first), corpora.compiled(second)
    wrong = [str(f) for f in b.faults if not f.hint]
    of = {i["id"] for i in b.incidents}
    mine = [d for d in a.documents if d["incidents"][0] in of]
    return agreement(mine, b.documents, (a.incidents, b.incidents)) | {"faults of the second": wrong}


def _contests(first: Path, second: Path) -> float:
    there = sorted((second / "source").glob("*/incident.toml"))
    both = [tuple(tomllib.loads(path.read_text("utf-8")) for path in (first / "source" / b.parent.name / b.name, b)) for b in there]
    return contests([(a, b) for a, b in both])


def _shown(value: Any) -> int:  # noqa: ANN401
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
