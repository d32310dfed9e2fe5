"""The documents of the corpus: a source file with header, marked body and claim lines, compiled to one record."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from corpus import heads
from corpus import world as w
from corpus.faults import Fault
from corpus.markup import Tag, parse

NEEDED = ("id", "lang", "outlet", "published", "genre", "origin", "incidents")
ALLOWED = (*NEEDED, "family", "forwarded_from", "copy_of", "translated_from", "quality", "url")
CLAIM_KEYS = (
    "speaker", "kind", "side", "relays", "stance", "quotation", "denies", "members", "coref", "control", "time", "note", "aliases"
)  # fmt: skip
_ROLE = re.compile(r"^([sqc])(\d+(?:,\d+)*)$")
_NARRATION = re.compile(r"^n\d+$")
_LINE = re.compile(r"^\s*(n?\d+)\s*:\s*(.*)$")
_QUOTED = re.compile(r"«[^«»\n]*»?|“[^“”\n]*”?|„[^„“”\n]*[“”]?|\"[^\"\n]*\"?")


def compiled(path: Path, shown: str) -> tuple[dict[str, Any] | None, list[Fault]]:
    """(the record, faults); the record is None where the file has no readable frame."""
    source = path.read_text("utf-8")
    parts = re.split(r"(?m)^---[ \t]*$\n?", source)
    if len(parts) != 3:
        return None, [Fault(file=shown, line=1, what=f"a file is header, body, claims, parted by two lines of ---; found {len(parts) - 1} such lines")]
    header, faults = _header(parts[0], shown)
    line = parts[0].count("\n") + 2
    body = parts[1].strip("\n")
    lead = len(parts[1]) - len(parts[1].lstrip("\n"))
    text, tags, wrong = parse(body, file=shown, first_line=line + lead)
    lines, more = _claim_lines(parts[2], shown, line + parts[1].count("\n") + 1)
    record, rest = _record(header, text, tags, lines, shown)
    return record, [*faults, *wrong, *more, *rest]


def _header(part: str, file: str) -> tuple[dict[str, str], list[Fault]]:
    found: dict[str, str] = {}
    faults: list[Fault] = []
    for number, row in enumerate(part.splitlines(), 1):
        key, colon, value = row.partition(":")
        if not row.strip():
            continue
        if not colon or key.strip() not in ALLOWED:
            faults.append(Fault(file=file, line=number, what=f"header {row!r}: keys are {', '.join(ALLOWED)}"))
        elif value.strip():
            found[key.strip()] = value.strip()
    faults += [Fault(file=file, line=1, what=f"the header lacks {key}") for key in NEEDED if key not in found]
    world = w.world()
    checks: tuple[tuple[str, Callable[[str], bool], str], ...] = (
        ("lang", lambda v: v in w.LANGS, f"one of {w.LANGS}"),
        ("outlet", lambda v: v in world.pack.outlets, "an id of outlets.jsonl"),
        ("genre", lambda v: v in w.GENRES, f"one of {w.GENRES}"),
        ("published", _is_minute, "such as 2031-03-04T09:15"),
        ("forwarded_from", lambda v: v in world.pack.outlets, "an id of outlets.jsonl"),
        ("origin", lambda v: world.knows(v) or v.startswith("?"), "an id of the pack, or ?name for one outside it"),
    )
    for key, good, want in checks:
        if key in found and not good(found[key]):
            faults.append(Fault(file=file, line=1, what=f"{key} {found[key]!r}: {want}"))
    return found, faults


def _is_minute(value: str) -> bool:
    try:
        return len(value) == 16 and bool(datetime.fromisoformat(value))
    except ValueError:
        return False


def _claim_lines(part: str, file: str, first: int) -> tuple[dict[str, tuple[int, dict[str, str]]], list[Fault]]:
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


def _record(
    header: dict[str, str], text: str, tags: tuple[Tag, ...], lines: dict[str, tuple[int, dict[str, str]]], file: str
) -> tuple[dict[str, Any], list[Fault]]:
    faults: list[Fault] = []
    roles: dict[str, dict[str, list[list[int]]]] = {}
    narrated: dict[str, list[list[int]]] = {}
    first_line: dict[str, int] = {}
    layers: dict[str, list[dict[str, Any]]] = {"mentions": [], "events": [], "figures": [], "places": [], "times": []}
    for tag in tags:
        span, words = [tag.start, tag.end], tag.head.split()
        match = _ROLE.match(tag.head.replace(" ", ""))
        if match:
            for number in match[2].split(","):
                roles.setdefault(number, {"s": [], "q": [], "c": []})[match[1]].append(span)
                first_line.setdefault(number, tag.line)
            continue
        if _NARRATION.match(tag.head):
            narrated.setdefault(tag.head, []).append(span)
            first_line.setdefault(tag.head, tag.line)
            continue
        try:
            _layer(words, span, text, layers)
        except ValueError as why:
            faults.append(Fault(file=file, line=tag.line, what=f"{{{tag.head}|{text[tag.start : tag.end][:25]}}}: {why}"))
    order = sorted((k for k in roles if roles[k]["c"]), key=lambda k: (min(roles[k]["c"]), int(k)))
    claims = [_claim(k, roles[k], lines.get(k, (0, {}))[1], header, text) for k in order]
    narration = [_narration(k, spans, lines.get(k, (0, {}))[1], header, text) for k, spans in sorted(narrated.items(), key=lambda x: min(x[1]))]
    faults += [Fault(file=file, line=first_line[k], what=f"claim {k} has no content {{c{k}|...}}") for k in roles if not roles[k]["c"]]
    faults += [Fault(file=file, line=first_line[k], what=f"claim {k} has no line below the text") for k in order if k not in lines]
    faults += [Fault(file=file, line=n, what=f"claim line {k}: no {{c{k}|...}} in the text") for k, (n, _) in lines.items() if k not in order and k not in narrated]
    for k, (number, values) in lines.items():
        faults += [Fault(file=file, line=number, what=what) for what in _line_faults(k, values, set(order) | set(narrated))]
    held = [(span, index) for index, claim in enumerate(claims) for span in claim["content"]]
    told = [span for item in narration for span in item["content"]]
    for event in layers["events"]:
        event["claim"] = _innermost(event["trigger"], held)
    for figure in layers["figures"]:
        figure["claim"] = _innermost(figure["span"], held)
        if figure["claim"] is None and not any(a <= figure["span"][0] and figure["span"][1] <= b for a, b in told):
            words_of = text[figure["span"][0] : figure["span"][1]]
            faults.append(Fault(file=file, line=_line_of(tags, figure["span"]), what=f"figure {words_of!r} lies in no content and no narration"))
        if figure["party"] and not w.world().knows(figure["party"]):
            faults.append(Fault(file=file, line=_line_of(tags, figure["span"]), what=f"party {figure['party']!r} is no id of the pack"))
    record: dict[str, Any] = {
        "id": header.get("id", ""),
        "lang": header.get("lang", ""),
        "text": text,
        "published": header.get("published", "") + ":00" + heads.ZONE,
        "outlet": w.world().pack.outlets[header["outlet"]].name(header.get("lang", "en")) if header.get("outlet") in w.world().pack.outlets else "",
        "url": header.get("url"),
        "genre": header.get("genre"),
        "claims": claims,
        "narration": narration,
        **layers,
        "family": header.get("family") or header.get("id"),
        "origin": header.get("origin"),
        "incidents": [x.strip() for x in header.get("incidents", "").split(",") if x.strip()],
        "outlet_id": header.get("outlet"),
        "forwarded_from": header.get("forwarded_from"),
        "copy_of": header.get("copy_of"),
        "translated_from": header.get("translated_from"),
    }
    return record, faults


def _layer(words: list[str], span: list[int], text: str, layers: dict[str, list[dict[str, Any]]]) -> None:
    """Puts one tag that is no role into its layer; ValueError says what is wrong."""
    head, rest = words[0] if words else "", words[1:]
    if head == "f":
        layers["figures"].append({"span": span, **heads.figure(rest)})
    elif head == "p":
        found, adjective = heads.place(rest)
        layers["places"].append({"span": span, **found})
        if text[span[0]].isupper() and not adjective:
            layers["mentions"].append({"span": span, "kind": "facility" if found["kind"] == "facility" else "place", "actor": None})
    elif head == "t":
        layers["times"].append({"span": span, **heads.time(rest)})
    elif head == "m":
        layers["mentions"].append({"span": span, **heads.mention(rest)})
    elif head == "e":
        layers["events"].append({"trigger": span, **heads.event(rest)})
    else:
        raise ValueError("a head is s1, q1, c1, n1, f, p, t, m or e")


def _innermost(span: list[int], held: list[tuple[list[int], int]]) -> int | None:
    over = [(b - a, index) for (a, b), index in held if a <= span[0] and span[1] <= b]
    return min(over)[1] if over else None


def _line_of(tags: tuple[Tag, ...], span: list[int]) -> int:
    return next((t.line for t in tags if [t.start, t.end] == span), 1)


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
        more += [*actor.surname.values(), *actor.office.values(), *(a for words in (*actor.office_aliases.values(), *actor.metonyms.values()) for a in words)] \
            if actor.person else [a for words in actor.metonyms.values() for a in words]  # fmt: skip
    name = row.name("en")
    return {"name": name, "id": key, "aliases": sorted({a for a in more if a != name})}


def _side(key: str, day: str) -> str:
    pack = w.world().pack
    if key in pack.actors:
        return pack.actors[key].side(datetime.fromisoformat(day).date()) or "other"
    return (pack.outlets[key].side or "other") if key in pack.outlets else "unknown"


def _claim(k: str, roles: dict[str, list[list[int]]], values: dict[str, str], header: dict[str, str], text: str) -> dict[str, Any]:
    lang, key = header.get("lang", "en"), values.get("speaker", "-")
    members = [m.strip() for m in values.get("members", "").split(",") if m.strip()]
    speaker = _speaker(key, values, lang)
    if members:
        speaker = (speaker or {"name": " and ".join(members), "id": None, "aliases": []}) | {"members": [_speaker(m, {}, lang) for m in members]}
    outlets = w.world().pack.outlets
    day = header.get("published", "2031-03-03T00:00")[:10]
    known = w.world().knows(key)
    claim: dict[str, Any] = {
        "id": k,
        "source": roles["s"],
        "cue": roles["q"],
        "content": roles["c"],
        "speaker": speaker,
        "speaker_kind": values.get("kind") or (w.speaker_kind(key) if known else "unknown"),
        "side": values.get("side") or _side(members[0] if members and not known else key, day),
        "relays": [{"name": outlets[r].name(lang), "id": r, "kind": outlets[r].kind if outlets[r].kind in ("agency", "platform") else "outlet"} for r in _relays(values) if r in outlets],
        "stance": values.get("stance", "asserts"),
        "quotation": values.get("quotation") or quotation(roles["c"], text),
        "attribution": "explicit",
        "denies": values.get("denies"),
        "coref": values.get("coref"),
    }
    return claim | _extra(values)


def _narration(k: str, spans: list[list[int]], values: dict[str, str], header: dict[str, str], text: str) -> dict[str, Any]:
    pack = w.world().pack
    outlet = pack.outlets.get(header.get("outlet", ""))
    key = values.get("speaker") or (outlet.voice_of or outlet.id if outlet else "-")
    found = _claim(k, {"s": [], "q": [], "c": spans}, values | {"speaker": key}, header, text)
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


def _line_faults(k: str, values: dict[str, str], known: set[str]) -> list[str]:
    """What is wrong in the values of a claim line."""
    world, found = w.world(), []
    key = values.get("speaker")
    if key is None and not k.startswith("n") and "members" not in values:
        found.append(f"claim {k}: no speaker= (an id of the pack, a name with kind=, or - for unknown)")
    if key and key != "-" and not world.knows(key) and "kind" not in values and "members" not in values:
        found.append(f"claim {k}: speaker {key!r} is no id of the pack; for a name outside it give kind= (and side=)")
    for name, of in (("stance", w.STANCES), ("quotation", w.QUOTATIONS), ("kind", w.SPEAKER_KINDS), ("side", (*world.pack.sides, "unknown"))):
        if name in values and values[name] not in of:
            found.append(f"claim {k}: {name} {values[name]!r} is none of {', '.join(of)}")
    found += [f"claim {k}: relay {r!r} is no outlet of the pack" for r in _relays(values) if r not in world.pack.outlets]
    found += [f"claim {k}: member {m.strip()!r} is no id" for m in values.get("members", "").split(",") if m.strip() and not world.knows(m.strip())]
    for name in ("denies", "coref"):
        if name in values and ":" not in values[name] and values[name] not in known:
            found.append(f"claim {k}: {name}={values[name]} names no claim of this document (of another: a03-02:1)")
    if "control" in values:
        where, sign, holder = values["control"].partition(">")
        if not sign or where.strip() not in world.places or holder.strip() not in (*world.pack.actors, "contested", "nobody"):
            found.append(f"claim {k}: control={values['control']!r}: place id > actor id (or contested, nobody)")
    return found
