"""The configuration: one TOML file, one frozen value, all faults told at once."""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sayso.errors import ConfigError

FILE = "sayso.toml"
RULES = ("ucdp", "acled-min", "maverick-conservative", "maverick-representative", "maverick-informative")
TYPES: dict[str, tuple[type, ...]] = {
    "pack": (str,),
    "rule": (str,),
    "lang": (str,),
    "zone": (str,),
    "delay_hours": (int, float),
    "ledger": (str,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings of a run; each can be given in sayso.toml and, where it makes sense, as an option.

    `pack` is a built-in pack's name or a folder; `rule` names the rule for best figures (None: no best figure is given); `lang` is the
    language of names and labels in an edition; `zone` the IANA time zone of an edition; `delay_hours` holds strikes back; `ledger` is a
    file or a PostgreSQL address.
    """

    pack: str = "ukraine-russia"
    rule: str | None = None
    lang: str = "en"
    zone: str | None = None
    delay_hours: float = 6.0
    ledger: str = "sayso.ledger"


def config(folder: Path | None = None, **options: Any) -> Config:  # noqa: ANN401 - the values are checked here
    """The configuration of `sayso.toml` in `folder`, overridden by the options that are not None.

    Raises ConfigError with all faults.
    """
    given: dict[str, Any] = {}
    path = (folder or Path()) / FILE
    if path.is_file():
        try:
            given = tomllib.loads(path.read_text("utf-8"))
        except (ValueError, RecursionError, OSError) as why:
            raise ConfigError(f"{FILE} cannot be read", faults=(str(why),), where=str(path)) from None
    given |= {key: value for key, value in options.items() if value is not None}
    faults = list(_faults(given))
    if faults:
        raise ConfigError("the configuration is faulty", faults=tuple(faults), then=f"see docs/configuration.md; the file is {path}")
    return Config(**given)


def _faults(given: dict[str, Any]) -> list[str]:
    known = {field.name for field in fields(Config)}
    found = [f"{key}: no such setting (there are {', '.join(sorted(known))})" for key in given if key not in known]
    for key, types in TYPES.items():
        if key in given and (not isinstance(given[key], types) or isinstance(given[key], bool)):
            found.append(f"{key}: {given[key]!r} is not {' or '.join(t.__name__ for t in types)}")
    if isinstance(given.get("rule"), str) and given["rule"] not in RULES:
        found.append(f"rule: {given['rule']!r} is not one of {', '.join(RULES)}")
    if isinstance(given.get("lang"), str) and given["lang"] not in ("en", "ru", "uk", "fr"):
        found.append(f"lang: {given['lang']!r} is not one of en, ru, uk, fr")
    if isinstance(given.get("zone"), str) and not _is_zone(given["zone"]):
        found.append(f"zone: {given['zone']!r} is no IANA time zone such as Europe/Kyiv")
    if "\x00" in str(given.get("ledger", "")):
        found.append("ledger: no path has a NUL in it")
    hours = given.get("delay_hours")
    if isinstance(hours, int | float) and not 0 <= hours <= 24 * 365:
        found.append(f"delay_hours: {hours} is not between 0 and 8760")
    return found


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
