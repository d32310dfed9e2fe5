"""The claims of a document: the lines below the text, and what they add to the marked roles."""

import re
from datetime import datetime
from typing import Any

from corpus import world as w
from corpus.faults import Fault

CLAIM_KEYS = (
    "speaker", "kind", "side", "relays", "stance", "quotation", "denies", "members", "coref", "control", "time", "note", "aliases"
)  # fmt: skip
_LINE = re.compile(r"^\s*(n?\d+)\s*:\s*(.*)$")
_QUOTED = re.compile(r"«[^«»\n]*»?|“[^“”\n]*”?|„[^„“”\n]*[“”]?|\"[^\"\n]*\"?")


def claim_lines(part: str, file: str, first: int) -> tuple[dict[str, tuple[int, dict[str, str]]], list[Fault]]:
    found: dict[str, tuple[int, dict[str, str]]] = {}
    faults: list[Fault] = []
    for number, row in enumerate(part.splitlines(), first):
        if not row.strip() or row.lstrip().startswith("#"):
            continue
        match = _LINE.match(row)
        if not match:
            faults.append(Fault(file=file, line=number, what=f"claim line {row!r}: `1: speaker=tal-mod; stance=denies; ...`"))
            continue
        values: dict[str, str] = {}
        for item in match[2].split(";"):
            key, sign, value = item.partition("=")
            if not item.strip():
                continue
            if not sign or key.strip() not in CLAIM_KEYS:
                faults.append(Fault(file=file, line=number, what=f"claim key {item.strip()!r}: one of {', '.join(CLAIM_KEYS)}"))
            values[key.strip()] = value.strip()
        if match[1] in found:
            faults.append(Fault(file=file, line=number, what=f"claim {match[1]} has two lines"))
        found[match[1]] = (number, values)
    return found, faults


def _speaker(key: str, values: dict[str, str], lang: str) -> dict[str, Any] | None:
    if key in ("", "-"):
        return None
    pack = w.world().pack
    if not w.world().knows(key):
        return {"name": key, "id": None, "aliases": [a.strip() for a in values.get("aliases", "").split(",") if a.strip()]}
    row = pack.actors.get(key) or pack.outlets[key]
    more = [*row.names.values(), *(a for words in row.aliases.values() for a in words)]
    if key in pack.actors:
        actor = pack.actors[key]
        lists = [*actor.metonyms.values()]
        if actor.person:
            more += [*actor.surname.values(), *actor.office.values()]
            lists += [*actor.office_aliases.values()]
        more += [a for words in lists for a in words]
    name = row.name("en")
    return {"name": name, "id": key, "aliases": sorted({a for a in more if a != name})}


def _side(key: str, published: str) -> str:
    """The side on the day of publication; the last one where the header has no readable day (which is a fault of its own)."""
    pack = w.world().pack
    try:
        day = datetime.fromisoformat(published).date()
    except ValueError:
        day = None
    if key in pack.actors:
        return pack.actors[key].side(day) or "other"
    return (pack.outlets[key].side or "other") if key in pack.outlets else "unknown"


def claim_of(k: str, roles: dict[str, list[list[int]]], values: dict[str, str], header: dict[str, str], text: str) -> dict[str, Any]:
    lang, key = header.get("lang", "en"), values.get("speaker", "-")
    members = [m.strip() for m in values.get("members", "").split(",") if m.strip()]
    speaker = _speaker(key, values, lang)
    if members:
        speaker = (speaker or {"name": " and ".join(members), "id": None, "aliases": []}) | {
            "members": [_speaker(m, {}, lang) for m in members]
        }
    outlets = w.world().pack.outlets
    day = header.get("published", "")
    known = w.world().knows(key)
    claim: dict[str, Any] = {
        "id": k,
        "source": roles["s"],
        "cue": roles["q"],
        "content": roles["c"],
        "speaker": speaker,
        "speaker_kind": values.get("kind") or (w.speaker_kind(key) if known else "unknown"),
        "side": values.get("side") or _side(members[0] if members and not known else key, day),
        "relays": [
            {"name": outlets[r].name(lang), "id": r, "kind": outlets[r].kind if outlets[r].kind in ("agency", "platform") else "outlet"}
            for r in _relays(values)
            if r in outlets
        ],
        "stance": values.get("stance", "asserts"),
        "quotation": values.get("quotation") or quotation(roles["c"], text),
        "attribution": "explicit",
        "denies": values.get("denies"),
        "coref": values.get("coref"),
    }
    return claim | _extra(values)


def narration_of(k: str, spans: list[list[int]], values: dict[str, str], header: dict[str, str], text: str) -> dict[str, Any]:
    pack = w.world().pack
    outlet = pack.outlets.get(header.get("outlet", ""))
    key = values.get("speaker") or (outlet.voice_of or outlet.id if outlet else "-")
    found = claim_of(k, {"s": [], "q": [], "c": spans}, values | {"speaker": key}, header, text)
    return found | {"attribution": "narration"}


def _extra(values: dict[str, str]) -> dict[str, Any]:
    """What only some claims have: who holds a place."""
    if "control" not in values:
        return {}
    where, _, holder = values["control"].partition(">")
    return {"control": {"place": where.strip(), "holder": holder.strip()}}


def _relays(values: dict[str, str]) -> list[str]:
    return [r.strip() for r in values.get("relays", "").split(">") if r.strip()]


def quotation(content: list[list[int]], text: str) -> str:
    """direct, mixed or indirect, by the quotation marks in and around the content.

    >>> quotation([[1, 6]], "«Мы там», — сказал он.")
    'direct'
    """
    inside = [False] * len(text)
    for match in _QUOTED.finditer(text):
        inside[match.start() : match.end()] = [True] * (match.end() - match.start())
    flags = [inside[i] for a, b in content for i in range(a, min(b, len(text))) if text[i].isalnum()]
    return "direct" if flags and all(flags) else "mixed" if any(flags) else "indirect"


def line_faults(k: str, values: dict[str, str], known: set[str]) -> list[str]:
    """What is wrong in the values of a claim line."""
    world, found = w.world(), []
    key = values.get("speaker")
    if key is None and not k.startswith("n") and "members" not in values:
        found.append(f"claim {k}: no speaker= (an id of the pack, a name with kind=, or - for unknown)")
    if key and key != "-" and not world.knows(key) and "kind" not in values and "members" not in values:
        found.append(f"claim {k}: speaker {key!r} is no id of the pack; for a name outside it give kind= (and side=)")
    for name, of in (
        ("stance", w.STANCES),
        ("quotation", w.QUOTATIONS),
        ("kind", w.SPEAKER_KINDS),
        ("side", (*world.pack.sides, "unknown")),
    ):
        if name in values and values[name] not in of:
            found.append(f"claim {k}: {name} {values[name]!r} is none of {', '.join(of)}")
    found += [f"claim {k}: relay {r!r} is no outlet of the pack" for r in _relays(values) if r not in world.pack.outlets]
    found += [
        f"claim {k}: member {m.strip()!r} is no id"
        for m in values.get("members", "").split(",")
        if m.strip() and not world.knows(m.strip())
    ]
    for name in ("denies", "coref"):
        if name in values and ":" not in values[name] and values[name] not in known:
            found.append(f"claim {k}: {name}={values[name]} names no claim of this document (of another: a03-02:1)")
    if "control" in values:
        where, sign, holder = values["control"].partition(">")
        if not sign or where.strip() not in world.places or holder.strip() not in (*world.pack.actors, "contested", "nobody"):
            found.append(f"claim {k}: control={values['control']!r}: place id > actor id (or contested, nobody)")
    return found
