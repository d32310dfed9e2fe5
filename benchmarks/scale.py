"""How grouping grows: CPU seconds and peak memory of `group` over 1,000, 4,000 and 16,000 synthetic documents.

    python -m benchmarks.scale [--sizes 1000 4000] [--write] [--profile]

The documents are drawn by a seed: an even stream of 200 a day over one land, four documents on a happening, some of them near copies; each
has one claim of a speaker, an event, a place, a day and a figure, as the stages would have read them. What is measured is all that
`sayso group` does once documents are read; reading grows with the text and is measured elsewhere. Each size runs in a process of its
own. Seconds are those of the processor, so that a busy machine changes little. `--write` puts the table into benchmarks/RESULTS.md.
"""

import argparse
import cProfile
import json
import math
import pstats
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from benchmarks.results import put
from sayso import ids
from sayso.record.annotation import Annotation
from sayso.record.claim import Attribution, Claim, Manner, Speaker, SpeakerKind, Stance
from sayso.record.document import Document
from sayso.record.event import Actuality, Event, Kind
from sayso.record.figure import Figure, FigureStatus, Unit
from sayso.record.mention import Mention, MentionKind
from sayso.record.moment import Anchor, Grain, Moment, ZoneFrom
from sayso.record.place import Place, PlaceKind, Precision, Use
from sayso.run import grouping
from sayso.run.assembly import pack
from sayso.run.config import Config
from sayso.text.span import Span

SIZES = (1_000, 4_000, 16_000)
A_DAY = 200  # documents
TOLD_BY = 4  # documents of one happening, on average
WIDTH = 32  # of a vector
START, END = "<!-- scale: made by `python -m benchmarks.scale --write` -->", "<!-- end of scale -->"
_BEGIN = datetime(2031, 5, 1, tzinfo=UTC)
_SYLLABLES = "bar dan kel mir nov osk pel rud sar tov vel zar lin hor gav".split()
_KINDS = (Kind.SHELLING, Kind.DRONE_STRIKE, Kind.MISSILE_STRIKE, Kind.CLASH, Kind.EXPLOSION)
_TOLD = (
    "{who} said that {n} people had been wounded when {what} hit {town}. {more}",
    "In {town} {n} people were wounded by {what}, according to {who}. {more}",
    "{what} hit {town} on that day: {n} wounded, {who} reported. {more}",
)
_WORDS = tuple("".join(pair) for pair in ((a + b + c) for a in _SYLLABLES for b in _SYLLABLES for c in _SYLLABLES[:6]))


def lines(size: int, seed: int = 7) -> Iterator[bytes]:
    """The documents as lines of the exchange format, with what the stages would read of each under "told"."""
    draw = random.Random(seed)
    happenings = max(1, size // TOLD_BY)
    whole = [_happening(draw, i * TOLD_BY / A_DAY) for i in range(happenings)]
    for number in range(size):
        told = whole[min(happenings - 1, int(number / TOLD_BY))] if draw.random() < 0.9 else whole[draw.randrange(happenings)]
        more = told["more"] if draw.random() < 0.4 else _sentence(draw)
        text = draw.choice(_TOLD).format(who=told["who"], n=told["n"], what=told["what"], town=told["town"], more=more)
        at = _BEGIN + timedelta(days=told["day"], minutes=draw.randrange(1440))
        outlet = f"Outlet {draw.randrange(40)}"
        row = {"id": number, "text": text, "published": at.isoformat(), "outlet": outlet, "lang": "en"}
        yield json.dumps(row | {"url": json.dumps(told | {"vector": _vector(draw, told["vector"])})}).encode()


def _happening(draw: random.Random, day: float) -> dict[str, object]:
    return {
        "town": draw.choice(_WORDS).capitalize(),
        "who": f"{draw.choice(_WORDS).capitalize()} {draw.choice(_WORDS).capitalize()}",
        "what": draw.choice(("a drone", "a missile", "artillery fire")),
        "n": draw.randrange(2, 40),
        "kind": draw.randrange(len(_KINDS)),
        "day": day,
        "lat": round(46 + 6 * draw.random(), 3),
        "lon": round(24 + 14 * draw.random(), 3),
        "more": _sentence(draw),
        "vector": [draw.gauss(0, 1) for _ in range(WIDTH)],
    }


def _sentence(draw: random.Random) -> str:
    return " ".join(draw.choice(_WORDS) for _ in range(draw.randrange(20, 60))).capitalize() + "."


def _vector(draw: random.Random, middle: list[float]) -> list[float]:
    values = [value + draw.gauss(0, 0.4) for value in middle]
    norm = math.sqrt(math.fsum(value * value for value in values))
    return [round(value / norm, 5) for value in values]


class Read:
    """Stands in for the stages: gives each document the annotation that its line tells."""

    def __init__(self) -> None:
        self.pack = pack("talvenia-kestria")

    def annotations(self, documents: Iterable[Document]) -> Iterator[Annotation]:
        """The annotation of each document."""
        for document in documents:
            yield _annotation(document, json.loads(document.url or "{}"))


def _annotation(document: Document, told: dict[str, object]) -> Annotation:
    def found(words: object) -> Span:
        start = document.text.find(str(words))
        return Span(start, start + len(str(words)))

    def key(prefix: str) -> str:
        return ids.make(prefix, document.id)

    who, whole = str(told["who"]), Span(0, document.text.index(".") + 1)
    speaker = Speaker(id=None, name=who, kind=SpeakerKind.PERSON)
    claim = Claim(
        id=key("c"), document=document.id, source=(found(who),), cue=(), content=(whole,), speaker=speaker, relays=(),
        stance=Stance.ASSERTS, manner=Manner.INDIRECT, attribution=Attribution.EXPLICIT, confidence=0.8,
    )  # fmt: skip
    number = float(str(told["n"]))
    figure = Figure(
        id=key("f"), document=document.id, span=found(told["n"]), low=number, high=number, approx=False, unit=Unit.WOUNDED,
        status=FigureStatus.CLAIMED, claim=claim.id,
    )  # fmt: skip
    place = Place(
        id=key("p"), document=document.id, span=found(told["town"]), name=str(told["town"]), lat=float(str(told["lat"])),
        lon=float(str(told["lon"])), geonames_id=None, kind=PlaceKind.SETTLEMENT, use=Use.LOCATION, precision=Precision.SETTLEMENT,
        admin=("Talvenia", f"Region {int(float(str(told['lat'])))}"), confidence=0.9,
    )  # fmt: skip
    day = (_BEGIN + timedelta(days=float(str(told["day"])))).replace(hour=0, minute=0, second=0, microsecond=0)
    moment = Moment(
        id=key("t"), document=document.id, span=Span(0, 1), start=day, end=day + timedelta(days=1), grain=Grain.DAY, anchor=Anchor.TEXT,
        zone_from=ZoneFrom.NONE,
    )  # fmt: skip
    event = Event(
        id=key("e"), document=document.id, kind=_KINDS[int(str(told["kind"]))], actuality=Actuality.HAPPENED, trigger=found(told["what"]),
        sentence=whole, figures=(figure.id,), claims=(claim.id,),
    )  # fmt: skip
    return Annotation(
        document=document, lang="en", claims=(claim,), events=(event,), figures=(figure,), places=(place,), moments=(moment,),
        mentions=(Mention(id=key("m"), span=found(who), kind=MentionKind.PERSON, name=who),), placed=((event.id, place.id),),
        dated=((event.id, moment.id),), vectors=(tuple(told["vector"]),),  # type: ignore[arg-type]
    )  # fmt: skip


def measured(size: int, *, profile: bool = False) -> dict[str, float]:
    """CPU seconds, peak memory in MB, and what came out, of one run in this process."""
    given = list(lines(size))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.process_time()
    watch = cProfile.Profile()
    if profile:
        watch.enable()
    steps = _timed(("relations", "pairs", "group", "document_origins", "reports"))
    answers = [json.loads(line) for _, line in grouping.grouped(given, Config(), Read())]  # type: ignore[arg-type]
    seconds = time.process_time() - begun
    if profile:
        watch.disable()
        pstats.Stats(watch, stream=sys.stderr).sort_stats("cumulative").print_stats(45)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "documents": size,
        "seconds": round(seconds, 1),
        "megabytes": round(peak / 1024),
        "input": round(before / 1024),
        "incidents": len({answer["main_incident"] for answer in answers}),
        "families": len({answer["family"] for answer in answers}),
        "steps": {name: round(spent, 1) for name, spent in steps.items()},  # type: ignore[dict-item]
        "digest": ids.digest(json.dumps(answers).encode())[:12],  # type: ignore[dict-item]
    }


def _timed(names: tuple[str, ...]) -> dict[str, float]:
    """Seconds by step of the grouping, counted from now on."""
    spent = dict.fromkeys(names, 0.0)

    def timed(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **options: Any) -> Any:  # noqa: ANN401 - of any step
            begun = time.process_time()
            try:
                return step(*given, **options)
            finally:
                spent[name] += time.process_time() - begun

        return run

    for name in names:
        setattr(grouping, name, timed(name, getattr(grouping, name)))
    return spent


def table(rows: list[dict[str, float]]) -> str:
    """The rows as Markdown."""
    told = ["| documents | CPU seconds | per 1,000 | peak memory, MB | families | incidents |", "|---|---|---|---|---|---|"]
    for row in rows:
        first = f"| {row['documents']:,} | {row['seconds']:.1f} | {1000 * row['seconds'] / row['documents']:.1f} | {row['megabytes']:.0f}"
        told.append(f"{first} | {row['families']:,} | {row['incidents']:,} |")
    return "\n".join(told)


def _write(rows: list[dict[str, float]]) -> None:
    put(
        "\n## Scale: grouping of synthetic documents\n\n"
        "All that `sayso group` does after reading, one process a size, CPU seconds on a shared machine\n"
        f"(`python -m benchmarks.scale`; an even stream of {A_DAY} documents a day).\n\n{table(rows)}\n",
        START,
        END,
    )


def main() -> None:
    """Runs what the command line asks for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    asked.add_argument("--one", type=int, help=argparse.SUPPRESS)
    asked.add_argument("--profile", action="store_true", help="show where the time goes")
    asked.add_argument("--write", action="store_true", help="put the table into benchmarks/RESULTS.md")
    options = asked.parse_args()
    if options.one:
        print(json.dumps(measured(options.one, profile=options.profile)))
        return
    rows = []
    for size in options.sizes:
        words = [sys.executable, "-m", "benchmarks.scale", "--one", str(size), *(["--profile"] if options.profile else [])]
        rows.append(json.loads(subprocess.run(words, stdout=subprocess.PIPE, check=True).stdout))
        print(rows[-1], file=sys.stderr)
    print(table(rows))
    if options.write:
        _write(rows)


if __name__ == "__main__":
    main()
