"""The documents of the corpus: a source file with header, marked body and claim lines, compiled to one record."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from corpus import heads
from corpus import world as w
from corpus.claims import claim_lines, claim_of, line_faults, narration_of
from corpus.faults import Fault
from corpus.markup import Tag, parse

NEEDED = ("id", "lang", "outlet", "published", "genre", "origin", "incidents")
ALLOWED = (*NEEDED, "family", "forwarded_from", "copy_of", "translated_from", "quality", "url")
_ROLE = re.compile(r"^([sqc])(\d+(?:,\d+)*)$")
_NARRATION = re.compile(r"^n\d+$")


def compiled(path: Path, shown: str) -> tuple[dict[str, Any] | None, list[Fault]]:
    """(the record, faults); the record is None where the file has no readable frame."""
    source = path.read_text("utf-8")
    parts = re.split(r"(?m)^---[ \t]*$\n?", source)
    if len(parts) != 3:
        return None, [
            Fault(file=shown, line=1, what=f"a file is header, body, claims, parted by two lines of ---; found {len(parts) - 1} such lines")
        ]
    header, faults = _header(parts[0], shown)
    line = parts[0].count("\n") + 2
    body = parts[1].strip("\n")
    lead = len(parts[1]) - len(parts[1].lstrip("\n"))
    text, tags, wrong = parse(body, file=shown, first_line=line + lead)
    lines, more = claim_lines(parts[2], shown, line + parts[1].count("\n") + 1)
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
    claims = [claim_of(k, roles[k], lines.get(k, (0, {}))[1], header, text) for k in order]
    narration = [
        narration_of(k, spans, lines.get(k, (0, {}))[1], header, text) for k, spans in sorted(narrated.items(), key=lambda x: min(x[1]))
    ]
    faults += [Fault(file=file, line=first_line[k], what=f"claim {k} has no content {{c{k}|...}}") for k in roles if not roles[k]["c"]]
    faults += [Fault(file=file, line=first_line[k], what=f"claim {k} has no line below the text") for k in order if k not in lines]
    faults += [
        Fault(file=file, line=n, what=f"claim line {k}: no {{c{k}|...}} in the text")
        for k, (n, _) in lines.items()
        if k not in order and k not in narrated
    ]
    for k, (number, values) in lines.items():
        faults += [Fault(file=file, line=number, what=what) for what in line_faults(k, values, set(order) | set(narrated))]
    held = [(span, index) for index, claim in enumerate(claims) for span in claim["content"]]
    told = [span for item in narration for span in item["content"]]
    for event in layers["events"]:
        event["claim"] = _innermost(event["trigger"], held)
    for figure in layers["figures"]:
        figure["claim"] = _innermost(figure["span"], held)
        if figure["claim"] is None and not any(a <= figure["span"][0] and figure["span"][1] <= b for a, b in told):
            words_of = text[figure["span"][0] : figure["span"][1]]
            faults.append(
                Fault(file=file, line=_line_of(tags, figure["span"]), what=f"figure {words_of!r} lies in no content and no narration")
            )
        if figure["party"] and not w.world().knows(figure["party"]):
            faults.append(Fault(file=file, line=_line_of(tags, figure["span"]), what=f"party {figure['party']!r} is no id of the pack"))
    record: dict[str, Any] = {
        "id": header.get("id", ""),
        "lang": header.get("lang", ""),
        "text": text,
        "published": header.get("published", "") + ":00" + heads.ZONE,
        "outlet": w.world().pack.outlets[header["outlet"]].name(header.get("lang", "en"))
        if header.get("outlet") in w.world().pack.outlets
        else "",
        "url": header.get("url"),
        "genre": header.get("genre"),
        "claims": claims,
        "narration": narration,
        **layers,
        "family": header.get("family") or header.get("id"),
        # One originator speaks in many incidents: an origin is that of one.
        "origin": f"{header.get('incidents', '').partition(',')[0].strip()}/{header.get('origin', '')}",
        "originator": header.get("origin"),
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
