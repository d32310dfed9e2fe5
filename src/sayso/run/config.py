"""The configuration: one TOML file, one frozen value, all faults told at once."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from sayso.errors import ConfigError
from sayso.lexicon.zones import zone_named

FILE = "sayso.toml"
RULES = ("ucdp", "acled-min", "maverick-conservative", "maverick-representative", "maverick-informative")
TYPES: dict[str, tuple[type, ...]] = {
    "pack": (str,),
    "rule": (str,),
    "lang": (str,),
    "zone": (str,),
    "delay_hours": (int, float),
    "ledger": (str,),
    "weights": (str,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings of a run; each can be given in sayso.toml and, where it makes sense, as an option.

    `pack` is a built-in pack's name or a folder; `rule` names the rule for best figures (None: no best figure is given); `lang` is the
    language of names and labels in an edition; `zone` the IANA time zone of an edition; `delay_hours` holds strikes back; `ledger` is a
    file or a PostgreSQL address; `weights` is a folder that `python -m training.export` wrote, whose
    encoder is read in place of the one that comes with sayso.
    """

    pack: str = "ukraine-russia"
    rule: str | None = None
    lang: str = "en"
    zone: str | None = None
    delay_hours: float = 6.0
    ledger: str = "sayso.ledger"
    weights: str | None = None


def config(folder: Path | None = None, **options: Any) -> Config:  # noqa: ANN401 - the values are checked here
    """The configuration of `sayso.toml` in `folder`, overridden by the options that are not None.

    Raises ConfigError with all faults.
    """
    told: dict[str, Any] = {}
    path = (folder or Path()) / FILE
    if path.is_file():
        try:
            told = tomllib.loads(path.read_text("utf-8"))
        except (ValueError, RecursionError, OSError) as why:
            then = 'write settings as in docs/configuration.md, such as lang = "fr"'
            raise ConfigError(f"{FILE} cannot be read", faults=(str(why),), where=str(path), then=then) from None
    chosen = {key: value for key, value in options.items() if value is not None}
    # What is wrong is told where it stands: in the file, or among the options.
    faults = [f"{path}: {key}: {why}" for key, why in _faults({k: v for k, v in told.items() if k not in chosen})]
    faults += [f"--{key.replace('_', '-')}: {why}" for key, why in _faults(chosen)]
    if faults:
        raise ConfigError("the settings are faulty", faults=tuple(faults), then="see docs/configuration.md")
    return Config(**told | chosen)


def _faults(given: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(setting, what is wrong with it)."""
    known = {field.name for field in fields(Config)}
    for key, value in given.items():
        types = TYPES.get(key)
        if types is None:
            yield key, f"no such setting (there are {', '.join(sorted(known))})"
        elif not isinstance(value, types) or isinstance(value, bool):
            yield key, f"{value!r} is not {' or '.join(t.__name__ for t in types)}"
        elif why := _fault(key, value):
            yield key, why


def _fault(key: str, value: Any) -> str | None:  # noqa: ANN401 - of the type that the setting wants
    """What is wrong with a value of the right type."""
    if key == "rule" and value not in RULES:
        return f"{value!r} is not one of {', '.join(RULES)}"
    if key == "lang" and value not in ("en", "ru", "uk", "fr"):
        return f"{value!r} is not one of en, ru, uk, fr"
    if key == "zone" and zone_named(value) is None:
        return f"{value!r} is no IANA time zone such as Europe/Kyiv"
    if key in ("ledger", "weights") and "\x00" in value:
        return "no path has a NUL in it"
    if key == "weights" and not (Path(value) / "manifest.json").is_file():
        return f"no manifest.json in {value!r}: give a folder that python -m training.export wrote"
    if key == "delay_hours" and not 0 <= value <= 24 * 365:
        return f"{value} is not between 0 and 8760"
    return None
