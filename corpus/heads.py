"""The reading of tag heads: figures, places, times, mentions, triggers."""

import re
from datetime import datetime, timedelta
from typing import Any

from corpus import world as w

ZONE = "-01:00"
_VALUE = re.compile(r"^(~)?(\d+)?(\.\.)?(\d+)?$")


def figure(words: list[str]) -> dict[str, Any]:
    """A figure from `killed 3.. cum party=tal-army`; ValueError says what is wrong.

    >>> got = figure("tank ~5 destroyed".split())
    >>> got["low"], got["high"], got["approx"], got["status"]
    (5, 5, True, 'destroyed')
    """
    if len(words) < 2:
        raise ValueError("a figure is {f unit value|words}: {f killed 3|three}")
    unit = _one(words[0], w.UNITS, "unit")
    match = _VALUE.match(words[1])
    if not match or not (match[2] or match[4]):
        raise ValueError(f"value {words[1]!r}: 3, 3.., 0..80, 3..5, ~50")
    low = int(match[2] or 0)
    high = low if not match[3] else int(match[4]) if match[4] else None
    if high is not None and high < low:
        raise ValueError(f"value {words[1]!r}: high below low")
    found: dict[str, Any] = {
        "low": low, "high": high, "approx": bool(match[1]), "unit": unit, "status": "claimed",
        "party": None, "who": None, "scope": "incident", "since": None, "cumulative": False,
    }  # fmt: skip
    for word in words[2:]:
        key, _, value = word.partition("=")
        if word == "cum":
            found |= {"cumulative": True} | ({"scope": "period"} if found["scope"] == "incident" else {})
        elif word.replace("_", " ") in w.STATUSES:
            found["status"] = word.replace("_", " ")
        elif key == "party":
            found["party"] = value
        elif key == "who":
            found["who"] = _one(value, w.WHOS, "who")
        elif key == "scope":
            found["scope"] = _one(value, w.SCOPES, "scope")
        elif key == "since":
            found["since"] = datetime.fromisoformat(value).date().isoformat()
        elif key == "detail":
            found["detail"] = value.replace("_", " ")
        else:
            raise ValueError(f"figure word {word!r}: a status ({', '.join(w.STATUSES)}), cum, party=, who=, scope=, since=, detail=")
    return found


def place(words: list[str]) -> tuple[dict[str, Any], bool]:
    """(place, whether it is an adjective) from `dorvik`, `talvenia actor`, `kestria modifier adj`, `?Lonely_Farm settlement`."""
    if not words:
        raise ValueError("a place is {p id|words} or {p id use|words}")
    known = w.world().places
    rest = [x for x in words[1:] if x not in w.USES and x != "adj"]
    uses = [x for x in words[1:] if x in w.USES]
    if words[0].startswith("?"):
        kind = _one(rest[0] if rest else "settlement", w.PLACE_KINDS, "kind of place")
        found: dict[str, Any] = {"name": words[0][1:].replace("_", " "), "lat": None, "lon": None, "kind": kind}
    elif words[0] in known and not rest:
        row = known[words[0]]
        found = {"name": row["names"]["en"], "lat": row["lat"], "lon": row["lon"], "kind": row["kind"], "place": row["id"]}
    else:
        raise ValueError(f"place {' '.join(words)!r}: an id of places.jsonl or ?Name kind, then location, actor or modifier, then adj")
    return found | {"use": uses[0] if uses else "location"}, "adj" in words


def time(words: list[str]) -> dict[str, Any]:
    """A time from a date, a minute, or start/end (of two dates the second is the last day that counts).

    >>> time(["2031-03-04"])
    {'start': '2031-03-04T00:00:00-01:00', 'end': '2031-03-05T00:00:00-01:00', 'kind': 'day'}
    """
    if len(words) != 1:
        raise ValueError("a time is {t 2031-03-04|words}, {t 2031-03-04T05:30|..} or {t start/end|..}")
    first, slash, last = words[0].partition("/")
    start, whole = datetime.fromisoformat(first), len(first) == 10
    end = datetime.fromisoformat(last) if last else start
    if (len(last) == 10) if slash else whole:
        end += timedelta(days=1)
    if slash and not last:
        raise ValueError(f"time {words[0]!r}: an end after the slash")
    if end < start:
        raise ValueError(f"time {words[0]!r}: it ends before it starts")
    kind = "interval" if slash else "day" if whole else "point"
    return {"start": start.isoformat() + ZONE, "end": end.isoformat() + ZONE, "kind": kind}


def mention(words: list[str]) -> dict[str, Any]:
    """A mention from `tal-mod` or `? person`."""
    if len(words) == 2 and words[0] == "?" and words[1] in ("person", "organisation", "place", "facility"):
        return {"kind": words[1], "actor": None}
    if len(words) == 1 and w.world().knows(words[0]):
        actor = w.world().pack.actors.get(words[0])
        return {"kind": "person" if actor and actor.person else "organisation", "actor": words[0]}
    raise ValueError(f"mention {' '.join(words)!r}: an id of the pack, or ? person, ? organisation, ? facility")


def event(words: list[str]) -> dict[str, Any]:
    """An event from `shelling` or `drone_strike denied`."""
    if not 1 <= len(words) <= 2:
        raise ValueError("a trigger is {e kind|words} or {e kind actuality|words}; write kinds with _ for blanks")
    actuality = _one(words[1], w.ACTUALITIES, "actuality") if len(words) == 2 else "happened"
    return {"kind": _one(words[0], w.KINDS, "kind of event"), "actuality": actuality}


def _one(word: str, of: tuple[str, ...], what: str) -> str:
    if word.replace("_", " ") not in of:
        raise ValueError(f"{what} {word!r} is none of: {', '.join(x.replace(' ', '_') for x in of)}")
    return word.replace("_", " ")
