"""The incidents of the corpus: accounts, supersessions, contests and what is no contest."""

import tomllib
from pathlib import Path
from typing import Any

from corpus import world as w
from corpus.faults import Fault

KEYS = {"id", "title", "kind", "place", "start", "end", "alike", "accounts", "contests", "not_contests", "note"}


def compiled(path: Path, shown: str, documents: dict[str, dict[str, Any]]) -> tuple[dict[str, Any] | None, list[Fault]]:
    """(the incident, faults) of an incident.toml, against all documents of the corpus by id."""
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as why:
        return None, [Fault(file=shown, line=1, what=f"no TOML: {why}")]
    wrong: list[str] = [f"unknown key {k!r}" for k in found if k not in KEYS]
    wrong += [f"lacks {k}" for k in ("id", "title", "kind", "place", "start", "end") if k not in found]
    if found.get("kind") not in w.KINDS:
        wrong.append(f"kind {found.get('kind')!r} is none of the closed list")
    if found.get("place") not in (*w.world().places, ""):
        wrong.append(f"place {found.get('place')!r} is no id of places.jsonl")
    speakers: set[str] = set()
    for account in found.get("accounts", []):
        speakers.add(str(account.get("speaker")))
        wrong += _account_faults(account, str(found.get("id")), documents)
    for name, key, of in (("contests", "kind", w.CONTESTS), ("not_contests", "reason", w.NOT_CONTESTS)):
        for contest in found.get(name, []):
            wrong += _contest_faults(contest, name, key, of, speakers)
    told = {i for d in documents.values() for i in d["incidents"]}
    if found.get("id") not in told:
        wrong.append("no document belongs to it")
    if not found.get("accounts") and found.get("kind") != "loss tally":
        wrong.append("it has no [[accounts]]")
    return found, [Fault(file=shown, line=1, what=what) for what in wrong]


def _account_faults(account: dict[str, Any], incident: str, documents: dict[str, dict[str, Any]]) -> list[str]:
    who, wrong = account.get("speaker"), []
    if not who or not account.get("claims"):
        return [f"an account needs speaker and claims: {account}"]
    claims = [*account["claims"], *(x for pair in account.get("supersedes", []) for x in pair)]
    for ref in claims:
        claim, document = of(ref, documents)
        if claim is None or document is None:
            wrong.append(f"account {who}: there is no claim {ref!r} (write a03-05:2)")
            continue
        speaker = claim["speaker"] or {}
        ids = {speaker.get("id"), speaker.get("name"), *(m.get("id") for m in speaker.get("members", []))}
        if who not in ids:
            wrong.append(f"account {who}: the speaker of {ref} is {speaker.get('id') or speaker.get('name')}")
        if incident not in document["incidents"]:
            wrong.append(f"account {who}: {ref} stands in a document that does not list {incident}")
    for pair in account.get("supersedes", []):
        if len(pair) != 2 or any(x not in account["claims"] for x in pair):
            wrong.append(f"account {who}: supersedes takes pairs [older, newer] of its own claims, not {pair}")
        elif all(x.partition(":")[0] in documents for x in pair):
            older, newer = (documents[x.partition(":")[0]]["published"] for x in pair)
            if older > newer:
                wrong.append(f"account {who}: {pair[0]} supersedes the earlier {pair[1]}: write [older, newer]")
    return wrong


def _contest_faults(contest: dict[str, Any], name: str, key: str, allowed: tuple[str, ...], speakers: set[str]) -> list[str]:
    wrong = [] if contest.get(key) in allowed else [f"{name}: {key} {contest.get(key)!r} is none of {', '.join(allowed)}"]
    between = contest.get("between", [])
    if len(between) < 2 or any(len(pair) != 2 for pair in between):
        return [*wrong, f"{name}: between = [[speaker, value], [speaker, value]], not {between}"]
    if name == "contests" and len({pair[0] for pair in between}) < 2:
        wrong.append(f"contests: between is of one account only: {between}")
    return wrong + [f"{name}: {pair[0]!r} has no account here" for pair in between if pair[0] not in speakers]


def of(ref: str, documents: dict[str, dict[str, Any]]) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """(claim, document) that a reference such as a03-05:2 names; None where there is none."""
    key, _, number = str(ref).partition(":")
    document = documents.get(key)
    if document is None:
        return None, None
    return next((c for c in [*document["claims"], *document["narration"]] if c["id"] == number), None), document
