"""The inspection: what this installation can do, and what it lacks."""

import json
import sys
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sayso import ids
from sayso.errors import SaysoError
from sayso.lexicon.kinds import kinds
from sayso.lexicon.language import LANGUAGES
from sayso.lexicon.loading import BUILT_IN, built_in
from sayso.lexicon.rows import packaged
from sayso.readers.encoded import packaged as packaged_weights
from sayso.run.assembly import gazetteer
from sayso.version import __version__

BOOKS = ("cues", "relays", "triggers", "units", "numbers", "times", "toponyms")
NAMES = {"en": "English", "ru": "Russian", "uk": "Ukrainian", "fr": "French"}
NEEDED = ("numpy", "pymorphy3", "pymorphy3-dicts-ru", "simplemma", "py3langid", "trafilatura", "sqlalchemy", "typer", "rich")
EXTRAS = {
    "pymorphy3-dicts-uk": ("uk", "Ukrainian base forms from a dictionary; without it, by suffix rules"),
    "fastapi": ("web", "pages and JSON of a ledger (sayso serve)"),
    "psycopg": ("postgres", "a ledger on PostgreSQL"),
    "torch": ("train", "training of the models"),
}


def kinds_listed() -> list[dict[str, Any]]:
    """The kinds with their mappings, as `sayso kinds --json` writes them."""
    return [
        {
            "kind": entry.kind.value,
            "description": entry.description,
            "acled": {"event_type": entry.acled[0], "sub_event_type": entry.acled[1]} if entry.acled else None,
            "ucdp": entry.ucdp,
            "plover": {"event": entry.plover[0], "mode": entry.plover[1]} if entry.plover else None,
            "viina": entry.viina,
        }
        for entry in kinds()
    ]


def languages_listed() -> list[dict[str, Any]]:
    """A row for each language: code, name, and the number of rules of each book."""
    found = []
    for lang in LANGUAGES:
        found.append(
            {
                "code": lang,
                "name": NAMES[lang],
                **{book: len(packaged(f"sayso.lexicon.data.{lang}", f"{book}.jsonl")) for book in BOOKS},
            }
        )
    return found


def checkup(weights: str | None = None) -> list[dict[str, Any]]:
    """Rows {what, state, then, needed, there}: Python, packages, extras, packs, the place index, the encoder of `weights` or our own."""
    rows = [_row("sayso", __version__), _row("Python", sys.version.split()[0])]
    rows += [_package(name) for name in NEEDED]
    for name, (extra, why) in EXTRAS.items():
        version = _version(name)
        then = "" if version else f"{why}: pip install 'sayso[{extra}]'"
        rows.append(_row(name, version or "not installed", then=then, there=bool(version), needed=False))
    for name in BUILT_IN:
        try:
            pack = built_in(name)
            own = f", {len(pack.places.by_id)} places of its own" if pack.places else ""
            rows.append(_row(f"pack {name}", f"{pack.version}: {len(pack.actors)} actors, {len(pack.outlets)} outlets{own}"))
        except (SaysoError, OSError) as why:
            rows.append(_row(f"pack {name}", str(why), there=False, then="install sayso again"))
    rows += [_places(), _encoder(weights)]
    return rows


def _row(what: str, state: str, *, then: str = "", there: bool = True, needed: bool = True) -> dict[str, Any]:
    return {"what": what, "state": state, "then": then, "needed": needed, "there": there}


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "installed" if find_spec(name.replace("-", "_")) else None


def _package(name: str) -> dict[str, Any]:
    version = _version(name)
    return _row(name, version or "not installed", there=bool(version), then="" if version else f"pip install {name}")


def _places() -> dict[str, Any]:
    index = gazetteer()
    missing = [str(path) for path in index.paths if not path.is_file()]
    if missing:
        return _row("place index", f"{missing[0]} is missing", there=False, then="install sayso again, or make gazetteer")
    size = sum(path.stat().st_size for path in index.paths) / 1e6
    return _row("place index", f"{size:.0f} MB, sha256 {index.digest[:12]}")


def _encoder(weights: str | None) -> dict[str, Any]:
    folder = Path(weights) if weights else packaged_weights()
    if folder is None:
        then = "install sayso's wheel, or see training/"
        return _row("encoder", "no weights: claims are found by rules alone", there=False, needed=False, then=then)
    try:
        raw = (folder / "manifest.json").read_bytes()
        manifest = json.loads(raw)
        size = sum(file["bytes"] for file in manifest["files"].values()) / 1e6
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        then = "give a folder that python -m training.export wrote" if weights else "install sayso again"
        return _row("encoder", f"{folder}: no manifest.json that can be read", there=False, then=then)
    name = f"{manifest.get('name', 'no name')} {manifest.get('version', '')}".strip()
    return _row("encoder", f"{name}, {size:.0f} MB, manifest sha256 {ids.digest(raw)[:12]}")
