"""What needs many documents at once: families, origins, incidents and contests against the corpus's gold, resampled over incidents."""

import json
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.run.pipeline import Pipeline

INCIDENTS = Path(__file__).resolve().parents[1] / "data" / "accounts" / "incidents.jsonl"
Json = dict[str, Any]
Cell = tuple[float, float, float, int]
Score = Callable[..., tuple[dict[str, float], list[str]]]
Contest = tuple[str, frozenset[str]]  # kind, who


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A row of the table over incidents: stage, name, the field of `sayso group` and the value of score_groups."""

    stage: str
    name: str
    field: str = ""
    key: str = ""


LEVELS = (
    Level(stage="families", name="family_pairs_f1", field="family", key="pair_f1"),
    Level(stage="origins", name="origin_pairs_f1", field="origin", key="pair_f1"),
    Level(stage="incidents", name="incident_pairs_f1", field="main_incident", key="pair_f1"),
    Level(stage="incidents", name="incident_b3_f1", field="main_incident", key="b3_f1"),
    Level(stage="contests", name="contests_f1"),
)


def incident_cells(
    rows: Sequence[Json], lines: Sequence[bytes], stages: "Pipeline", pack: str, score: Score, *, resamples: int, seed: int
) -> dict[str, Cell]:
    """A cell for each level over the documents `rows`, which `lines` give without gold."""
    groups = _grouped(lines, stages, pack)
    told, contests = _contests(rows, lines, stages, pack), _gold_contests(rows)
    names = sorted({row["incidents"][0] for row in rows})
    dice = random.Random(seed)
    draws = [Counter(dice.choices(names, k=len(names))) for _ in range(resamples)]
    found = {}
    for level in LEVELS:

        def value(drawn: Mapping[str, int], level: Level = level) -> float:
            if not level.field:
                return _f1(told, contests, drawn)
            return _group_value(level, rows, groups, drawn, score)

        spread = sorted(value(draw) for draw in draws) or [value(Counter(names))]
        low, high = spread[int(0.025 * len(spread))], spread[min(int(0.975 * len(spread)), len(spread) - 1)]
        found[level.name] = (value(Counter(names)), low, high, _n(level, rows, contests))
    return found


def _n(level: Level, rows: Sequence[Json], contests: Mapping[str, Sequence[Contest]]) -> int:
    """Gold groups of several documents; gold contests."""
    if not level.field:
        return sum(len(of) for of in contests.values())
    return sum(size > 1 for size in Counter(_cluster(row, level.field) for row in rows).values())


def _cluster(row: Json, field: str) -> str:
    return str(row["incidents"][0] if field == "main_incident" else row[field])


def _grouped(lines: Sequence[bytes], stages: "Pipeline", pack: str) -> dict[str, Json]:
    """What `sayso group` answers, by document id."""
    from sayso.run.config import config
    from sayso.run.grouping import grouped

    return {answer["id"]: answer for _, line in grouped(lines, config(pack=pack), stages) if (answer := json.loads(line))}


def _group_value(level: Level, rows: Sequence[Json], groups: Mapping[str, Json], drawn: Mapping[str, int], score: Score) -> float:
    """The value where an incident drawn n times stands there n times: first copies beside first copies, second ones apart from them."""
    gold, pred = [], []
    for row in rows:
        for copy in range(drawn.get(row["incidents"][0], 0)):
            name = f"{copy} {row['id']}"
            label = groups[row["id"]].get(level.field)
            gold.append({"id": name, "cluster": f"{copy} {_cluster(row, level.field)}"})
            pred.append({"id": name, "main_incident": f"{copy} {label}" if label else None})
    return score(pred, gold)[0][level.key]


def _gold_contests(rows: Sequence[Json]) -> dict[str, list[Contest]]:
    wanted = {row["incidents"][0] for row in rows}
    found = {}
    for incident in map(json.loads, INCIDENTS.read_text("utf-8").splitlines()):
        if incident["id"] in wanted:
            found[incident["id"]] = [(c["kind"], frozenset(who.casefold() for who, _ in c["between"])) for c in incident["contests"]]
    return found


def _contests(rows: Sequence[Json], lines: Sequence[bytes], stages: "Pipeline", pack: str) -> dict[str, list[Contest]]:
    """The contests of the edition of these documents, each under the gold incident that most of its evidence stands in."""
    from sayso.run.briefing import briefed
    from sayso.run.config import config
    from sayso.sources.lines import given

    settings = config(pack=pack, delay_hours=0.0)
    edition, _ = briefed(stages.annotations(given(lines)), settings)
    incident_of = {row["id"]: row["incidents"][0] for row in rows}
    place = {source.id: incident_of[source.name] for source in edition.documents}
    found: dict[str, list[Contest]] = {}
    for entry in edition.entries:
        who = {a.id: (a.speaker.id if a.speaker and a.speaker.id else a.name).casefold() for a in entry.accounts}
        for contest in entry.contests:
            ((incident, _),) = Counter(place[evidence.document] for evidence in contest.evidence).most_common(1)
            found.setdefault(incident, []).append((contest.kind.value, frozenset(who[key] for key in contest.accounts)))
    return found


def _f1(told: Mapping[str, Sequence[Contest]], gold: Mapping[str, Sequence[Contest]], drawn: Mapping[str, int]) -> float:
    hits = sizes = 0
    for incident, times in drawn.items():
        mine, theirs = gold.get(incident, ()), told.get(incident, ())
        hits += times * sum(1 for _ in _matched(mine, theirs))
        sizes += times * (len(mine) + len(theirs))
    return 2 * hits / sizes if sizes else 0.0


def _matched(gold: Sequence[Contest], told: Sequence[Contest]) -> Iterator[tuple[Contest, Contest]]:
    """Pairs of one kind that have two speakers in common, one to one, the most in common first."""
    near = sorted(
        ((len(a[1] & b[1]), i, j) for i, a in enumerate(gold) for j, b in enumerate(told) if a[0] == b[0] and len(a[1] & b[1]) > 1),
        key=lambda t: (-t[0], t[1], t[2]),
    )
    left: set[int] = set()
    right: set[int] = set()
    for _, i, j in near:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            yield gold[i], told[j]
