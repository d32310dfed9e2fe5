"""The listing: feeds, folders and addresses that are to be watched, from a TOML file."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.errors import ConfigError, MissingError
from sayso.lexicon.language import LANGUAGES
from sayso.sources.addresses import is_address

_TEXTS = ("at", "name", "outlet", "lang", "pack")
_THEN = "see docs/commands.md, 'Watching sources'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One source to be watched: `at` is an address or an absolute path; `outlet` and `lang` go before what it says of itself."""

    at: str
    name: str
    outlet: str | None = None
    lang: str | None = None
    pack: str | None = None
    follow: bool = False
    every: float | None = None  # minutes


def watched_in(path: Path) -> tuple[Watched, ...]:
    """The sources of a file, in its order; MissingError where there is none, ConfigError with all faults.

    A path in it is relative to the file's own folder.
    """
    if path.exists() and not path.is_file():
        raise ConfigError("it is no file but a folder, pipe or device", where=str(path), then=_THEN)
    try:
        told = tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        raise MissingError("there is no such file", where=str(path), then=_THEN) from None
    except (OSError, ValueError, RecursionError) as why:
        raise ConfigError("the list of sources cannot be read", faults=(str(why),), where=str(path), then=_THEN) from None
    rows = told.get("sources")
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise ConfigError("it lists no [[sources]]", where=str(path), then=_THEN)
    faults = [f"{key}: no such setting (there is [[sources]])" for key in told if key != "sources"]
    faults += [f"source {number}: {fault}" for number, row in enumerate(rows, 1) for fault in _faults(row)]
    places = [row["at"] for row in rows if isinstance(row.get("at"), str)]
    faults += [f"{at} stands twice" for at in dict.fromkeys(places) if places.count(at) > 1]
    if faults:
        raise ConfigError("the list of sources is faulty", faults=tuple(faults), where=str(path), then=_THEN)
    return tuple(_source(row, path.absolute().parent) for row in rows)


def _source(row: dict[str, Any], folder: Path) -> Watched:
    at = row["at"] if is_address(row["at"]) else str(folder / row["at"])
    pack = row.get("pack")
    own = isinstance(pack, str) and (folder / pack / "pack.toml").is_file()
    return Watched(
        at=at,
        name=row.get("name") or row.get("outlet") or row["at"],
        outlet=row.get("outlet"),
        lang=row.get("lang"),
        pack=str(folder / str(pack)) if own else pack,
        follow=row.get("follow", False),
        every=row.get("every"),
    )


def _faults(row: dict[str, Any]) -> list[str]:
    found = [f"{key}: no such setting" for key in row if key not in (*_TEXTS, "follow", "every")]
    found += [f"{key} is {row[key]!r} and no text" for key in _TEXTS if key in row and not (isinstance(row[key], str) and row[key].strip())]
    if "at" not in row:
        found.append("at is missing (an address, a file or a folder)")
    elif row["at"] == "-" or "\x00" in str(row["at"]):
        found.append(f"at is {row['at']!r}, which cannot be watched")
    if isinstance(row.get("lang"), str) and row["lang"] not in LANGUAGES:
        found.append(f"lang is {row['lang']!r} and not one of {', '.join(LANGUAGES)}")
    if not isinstance(row.get("follow", False), bool):
        found.append(f"follow is {row['follow']!r} and not true or false")
    every = row.get("every", 1)
    if isinstance(every, bool) or not isinstance(every, int | float) or not 1 <= every <= 60 * 24 * 30:
        found.append(f"every is {every!r} and no number of minutes from 1 to 43200")
    return found
