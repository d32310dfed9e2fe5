"""How long `sayso annotate` takes a document of 600 tokens, in each language: CPU milliseconds by stage, the encoder's passes apart.

    python -m benchmarks.speed [--lang en ...] [--write] [--profile]

Documents of the train part of the Accounts Corpus are put together to documents of 520 to 700 tokens (words and marks), where claims stand
densely. The first ones of a language make its books and words known and are told apart; what the table tells is the mean of the others,
each read once, scaled to 600 tokens. "neural" is what ONNX Runtime and the tokenizer take for trunk and heads; everything else is ours.
Milliseconds are those of the processor, so that a busy machine changes little. `--write` puts the table into benchmarks/RESULTS.md.
"""

import argparse
import cProfile
import json
import pstats
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any

from benchmarks.accounts import LANGUAGES, PACK, Json, corpus, given
from benchmarks.results import put

TOKENS, LEAST = 600, 520
FIRST = 4  # documents of a language that make it known
START, END = "<!-- speed: made by `python -m benchmarks.speed --write` -->", "<!-- end of speed -->"
NEURAL, REST = "neural", "the rest"
# Where a step is called: its module there, the name that it has there -> the name in the table. A step counts without the steps in it.
STEPS = {
    "sayso.readers.encoded.EncodedReader.reading": "passages and heads",
    "sayso.readers.plain.PlainReader.reading": "sentences and words",
    "sayso.run.pipeline.names": "names",
    "sayso.run.pipeline.attribute": "claims: other",
    "sayso.claims.names.prepared": "view and roster",
    "sayso.claims.attribute.propose": "claims by rules",
    "sayso.claims.attribute.joined": "claims by roles",
    "sayso.claims.attribute.united": "union",
    "sayso.claims.attribute._resolved": "speakers",
    "sayso.claims.attribute.relays_of": "relays",
    "sayso.claims.attribute.settled": "stances",
    "sayso.run.pipeline.figures": "figures",
    "sayso.run.pipeline.code": "events",
    "sayso.run.pipeline.ask": "places",
    "sayso.run.pipeline.locate": "places",
    "sayso.gazetteer.listing.Listing.look_up": "gazetteer",
    "sayso.run.pipeline.place_events": "places",
    "sayso.run.pipeline.apart": "places",
    "sayso.run.pipeline.moments": "times",
    "sayso.run.pipeline.date_events": "times",
    "sayso.run.pipeline.merged": "mentions",
    "sayso.run.exchange.annotated": "serialising",
    "sayso.run.exchange.line": "serialising",
}


class Clock:
    """CPU seconds by step, each without the steps inside it."""

    def __init__(self) -> None:
        """Starts with nothing."""
        self.spent: dict[str, float] = defaultdict(float)
        self._inside = [0.0]

    def timed(self, name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        """The step, with its time counted under the name."""

        def run(*given: Any, **options: Any) -> Any:  # noqa: ANN401 - of any step
            self._inside.append(0.0)
            begun = time.process_time()
            try:
                return step(*given, **options)
            finally:
                whole = time.process_time() - begun
                self.spent[name] += whole - self._inside.pop()
                self._inside[-1] += whole

        return run


class Session:
    """Stands before a session or the tokenizer of the encoder, with its time counted."""

    def __init__(self, clock: Clock, inner: Any) -> None:  # noqa: ANN401 - a session or a tokenizer
        """Takes what does the work."""
        for name in ("run", "encode"):
            if hasattr(inner, name):
                setattr(self, name, clock.timed(NEURAL, getattr(inner, name)))


def watched(clock: Clock) -> None:
    """From now on the steps and the encoder's passes are counted."""
    from sayso.readers.encoded import encoder, packaged
    from sayso.readers.language import identify

    for path, name in STEPS.items():
        home, _, step = path.rpartition(".")
        module, _, kind = home.rpartition(".")
        place = getattr(import_module(module), kind) if kind[0].isupper() else import_module(home)
        setattr(place, step, clock.timed(name, getattr(place, step)))
    identify("Orlin")  # loads the model of languages, which few documents need
    folder = packaged()
    if folder is None:
        sys.exit("there are no weights; the speed of the whole program cannot be measured")
    heads = encoder(folder)
    heads.trunk, heads.tokenizer = Session(clock, heads.trunk), Session(clock, heads.tokenizer)
    heads.heads = {name: Session(clock, head) for name, head in heads.heads.items()}


def long_documents(rows: Sequence[Json]) -> Iterator[tuple[Json, int]]:
    """Documents put together from short ones until they have as many tokens as is asked, with the number of their tokens."""
    from sayso.readers.morphology import Morphology
    from sayso.readers.plain import PlainReader
    from sayso.text.sentences import sentences

    reader = PlainReader(Morphology())
    texts: list[str] = []
    count = 0
    for row in rows:
        size = len(reader.tokens(row["text"], sentences(row["text"], row["lang"]), None))
        if count + size > TOKENS + 100 and texts:
            texts, count = [], 0
        texts, count = [*texts, row["text"]], count + size
        if count >= LEAST:
            yield row | {"text": "\n\n".join(texts)}, count
            texts, count = [], 0


def measured(lang: str, clock: Clock, profile: cProfile.Profile | None = None) -> dict[str, Any]:
    """Milliseconds by step for 600 tokens of a language: those of its first documents in sum, and of the others in parts."""
    from sayso.run.config import config
    from sayso.run.exchange import answers

    long = list(long_documents([row for row in corpus("train") if row["lang"] == lang]))
    told: dict[str, Any] = {"language": lang, "documents": len(long) - FIRST}
    for part, some in (("first", long[:FIRST]), ("known", long[FIRST:])):
        clock.spent.clear()
        begun = time.process_time()
        if profile and part == "known":
            profile.enable()
        for _ in answers(given([row for row, _ in some]), config(pack=PACK)):
            pass
        if profile:
            profile.disable()
        whole = time.process_time() - begun
        share = 1000 * TOKENS / sum(count for _, count in some)
        steps = {name: round(seconds * share, 2) for name, seconds in clock.spent.items()}
        told[part] = {REST: round((whole - clock.spent[NEURAL]) * share, 1)} | steps
    return told


def table(rows: Sequence[dict[str, Any]]) -> str:
    """The rows as Markdown."""
    names = list(dict.fromkeys((REST, *STEPS.values())))
    lines = [f"| CPU ms for {TOKENS} tokens | {' | '.join(row['language'] for row in rows)} |", "|---|" + "---|" * len(rows)]
    lines.append(f"| {NEURAL} (trunk, heads, tokenizer) | {' | '.join(format(row['known'].get(NEURAL, 0), '.0f') for row in rows)} |")
    for name in names:
        told = "**everything else**" if name == REST else name
        lines.append(f"| {told} | {' | '.join(format(row['known'].get(name, 0), '.1f') for row in rows)} |")
    lines.append(f"| everything else, first {FIRST} documents | {' | '.join(format(row['first'][REST], '.1f') for row in rows)} |")
    lines.append(f"| documents | {' | '.join(str(row['documents']) for row in rows)} |")
    return "\n".join(lines)


def _write(told: str) -> None:
    put(
        f"\n## Speed: a document of {TOKENS} tokens\n\n"
        "CPU milliseconds on one core by stage, each without the stages in it; documents of the Accounts Corpus (train) put together,\n"
        f"each read once (`python -m benchmarks.speed`).\n\n{told}\n",
        START,
        END,
    )


def main() -> None:
    """Prints the table."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--lang", nargs="+", default=list(LANGUAGES), choices=LANGUAGES)
    asked.add_argument("--profile", action="store_true", help="show where the time goes")
    asked.add_argument("--json", action="store_true", help="print a line of JSON for each language")
    asked.add_argument("--write", action="store_true", help="put the table into benchmarks/RESULTS.md")
    options = asked.parse_args()
    clock = Clock()
    watched(clock)
    profile = cProfile.Profile() if options.profile else None
    rows = [measured(lang, clock, profile) for lang in options.lang]
    if profile:
        pstats.Stats(profile, stream=sys.stderr).sort_stats("tottime").print_stats(60)
    told = table(rows)
    print("\n".join(json.dumps(row) for row in rows) if options.json else told)
    if options.write:
        _write(told)


if __name__ == "__main__":
    main()
