"""The corpus as a whole: all sources compiled, and what must hold between them."""

import json
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from corpus import documents, incidents
from corpus import world as w
from corpus.faults import Fault
from corpus.heads import ZONE
from corpus.hints import hints

_NAME = re.compile(r"^(([a-d]\d\d)-\d\d)-(en|ru|uk|fr)-[a-z0-9-]+\.txt$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Documents and incidents in order of their ids, with the faults found in them."""

    documents: tuple[dict[str, Any], ...]
    incidents: tuple[dict[str, Any], ...]
    faults: tuple[Fault, ...]


def splits(root: Path = w.ROOT) -> dict[str, str]:
    """Incident -> train, dev or test, from splits.toml."""
    path = root / "splits.toml"
    return dict(tomllib.loads(path.read_text("utf-8"))) if path.exists() else {}


def compiled(root: Path = w.ROOT, part: str | None = None) -> Corpus:
    """The corpus under root (one part of it: a, b, c or d), compiled in memory."""
    found: dict[str, dict[str, Any]] = {}
    faults: list[Fault] = []
    folders = sorted(p for p in (root / "source").glob("*") if p.is_dir() and (not part or p.name.startswith(part.lower())))
    of_incident, split_of = [], splits(root)
    for folder in folders:
        for path in sorted(folder.glob("*.txt")):
            shown = f"{folder.name}/{path.name}"
            match = _NAME.match(path.name)
            record, wrong = documents.compiled(path, shown)
            faults += wrong
            if record is None:
                continue
            faults += hints(record, shown)
            if not match or match[1] != record["id"] or match[3] != record["lang"] or match[2] != folder.name:
                faults.append(Fault(file=shown, line=1, what=f"the file is named {folder.name}-NN-LANG-words.txt by its id and lang"))
            if record["id"] in found:
                faults.append(Fault(file=shown, line=1, what=f"the id {record['id']} stands twice"))
            if not record["incidents"] or record["incidents"][0] != folder.name:
                faults.append(Fault(file=shown, line=1, what=f"incidents: the first is {folder.name}"))
            record["split"] = split_of.get(folder.name)
            found[record["id"]] = record
    for folder in folders:
        path = folder / "incident.toml"
        if not path.exists():
            faults.append(Fault(file=folder.name, line=1, what="no incident.toml"))
            continue
        incident, wrong = incidents.compiled(path, f"{folder.name}/incident.toml", found)
        faults += wrong
        if incident is not None:
            of_incident.append(
                incident
                | {"split": split_of.get(folder.name), "documents": sorted(d for d in found if folder.name in found[d]["incidents"])}
            )
    faults += _across(found.values(), {i["id"]: i for i in of_incident}, split_of)
    return Corpus(documents=tuple(found[k] for k in sorted(found)), incidents=tuple(of_incident), faults=tuple(sorted(faults)))


def _across(found: Iterable[dict[str, Any]], known: dict[str, dict[str, Any]], split_of: dict[str, str]) -> list[Fault]:
    """Faults between documents: references, and families or incidents that lie in two splits."""
    rows = list(found)
    ids = {d["id"]: d for d in rows}
    faults: list[Fault] = []
    families: dict[str, dict[str, Any]] = {}
    for d in rows:

        def fault(what: str, d: dict[str, Any] = d) -> None:
            faults.append(Fault(file=d["id"], line=1, what=what))

        for key in ("copy_of", "translated_from"):
            if d[key] and d[key] not in ids:
                fault(f"{key} {d[key]!r} is no document")
        for name in d["incidents"]:
            if name not in known:
                fault(f"incident {name!r} has no incident.toml")
            elif split_of.get(name) != d["split"]:
                fault(f"it lists {name} of {split_of.get(name)} but lies in {d['split']}: splits must not share incidents")
        if d["split"] not in w.SPLITS:
            fault("its incident has no split in splits.toml")
        first = families.setdefault(d["family"], d)
        if first["split"] != d["split"]:
            fault(f"family {d['family']} lies in two splits, see {first['id']}")
        if first["origin"] != d["origin"]:
            fault(f"family {d['family']} has two origins, see {first['id']}")
        for claim in d["claims"]:
            ref = claim.get("denies") or ""
            if ":" in ref and incidents.of(ref, ids)[0] is None:
                fault(f"claim {claim['id']} denies {ref}, which is no claim")
    return faults


def written(corpus: Corpus, root: Path = w.ROOT) -> list[Path]:
    """The files written under root: documents by split, incidents, aliases."""
    made = []
    for split in w.SPLITS:
        rows = [d for d in corpus.documents if d["split"] == split]
        made.append(_lines(root / f"{split}.jsonl", rows))
    made.append(_lines(root / "incidents.jsonl", corpus.incidents))
    aliases = root / "aliases.json"
    aliases.write_text(json.dumps(names(), ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
    return [*made, aliases]


def _lines(path: Path, rows: Iterable[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False, default=_iso) + "\n" for row in rows), "utf-8")
    return path


def _iso(value: object) -> str:
    """Moments of incidents in the zone of the land."""
    if isinstance(value, datetime):
        return value.isoformat() + ZONE
    raise TypeError(f"no JSON for {value!r}")


def names() -> dict[str, dict[str, list[str]]]:
    """Other names of the pack's speakers, relays and sides, for scorers: {part: {name: [names]}}."""
    pack = w.world().pack
    found: dict[str, dict[str, list[str]]] = {"speakers": {}, "relays": {}, "sides": {}}
    for row in [*pack.actors.values(), *pack.outlets.values()]:
        others = sorted({*row.names.values(), *(a for words in row.aliases.values() for a in words)} - {row.name("en")})
        found["speakers"][row.name("en")] = others
        if row.id in pack.outlets:
            found["relays"][row.name("en")] = others
    for side, labels in pack.sides.items():
        found["sides"][side] = sorted(set(labels.values()) - {side})
    return found
