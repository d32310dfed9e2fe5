"""The commands of the corpus: compile, check, count, spread, agree."""

import argparse
import json
import sys

from corpus import corpora
from corpus.counts import counts


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m corpus", description=__doc__)
    command = parser.add_subparsers(dest="command", required=True)
    for name, what in (("check", "faults, then counts"), ("compile", "check, then write the JSON Lines"), ("counts", "counts only")):
        sub = command.add_parser(name, help=what)
        sub.add_argument("--part", choices=list("abcdABCD"), help="one part only (check)")
        sub.add_argument("--hints", action="store_true", help="show what may be wrong too")
        sub.add_argument("--only", help="faults of files whose name starts so")
    args = parser.parse_args()
    corpus = corpora.compiled(part=args.part)
    shown = [f for f in corpus.faults if (args.hints or not f.hint) and f.file.startswith(args.only or "")]
    if args.command != "counts":
        sys.stdout.write("".join(f"{fault}\n" for fault in shown))
    if args.command == "compile" and not any(not f.hint for f in corpus.faults):
        sys.stdout.write("".join(f"wrote {path.name}\n" for path in corpora.written(corpus)))
    sys.stdout.write(json.dumps(counts(corpus), ensure_ascii=False, indent=1) + "\n")
    return 1 if any(not f.hint for f in shown) else 0


if __name__ == "__main__":
    sys.exit(main())
