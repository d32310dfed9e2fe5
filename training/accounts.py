"""The Accounts Corpus as training data: claims of two layers with stances, names, events, uses of places."""

from pathlib import Path
from typing import Any

from training.examples import ROLES, Tagged, read

Spans = list[list[int]]


def accounts(path: Path) -> list[Tagged]:
    """Documents of one split of the corpus; a claim that lies whole inside another's content is of the inner layer."""
    return [_tagged(record) for record in read(path)]


def _tagged(record: dict[str, Any]) -> Tagged:
    claims = layered([cut(claim) | {"stance": claim["stance"]} for claim in record["claims"]])
    return Tagged(
        id=record["id"],
        text=record["text"],
        claims=claims,
        mentions=record["mentions"],
        events=[{"span": e["trigger"], "kind": e["kind"], "actuality": e["actuality"]} for e in record["events"]],
        uses=[{"span": p["span"], "use": p["use"]} for p in record["places"]],
    )


def layered(claims: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same claims, each with its layer: 1 where it lies whole inside another's content."""
    for claim in claims:
        own = [span for role in ROLES for span in claim[role]]
        claim["layer"] = int(any(_holds(other["content"], own) for other in claims if other is not claim))
    return claims


def cut(claim: dict[str, Any]) -> dict[str, Any]:
    """The claim's roles, the cue cut around the source that it encloses ("по его словам")."""
    return {
        "source": [list(s) for s in claim["source"]],
        "cue": [piece for span in claim["cue"] for piece in without(span, claim["source"])],
        "content": [piece for span in claim["content"] for piece in without(span, [*claim["source"], *claim["cue"]])],
    }


def without(span: list[int], holes: Spans) -> Spans:
    """The pieces of a span that are left when others are cut out of it.

    >>> without([0, 13], [[3, 6]])
    [[0, 3], [6, 13]]
    """
    pieces = [list(span)]
    for low, high in holes:
        pieces = [
            [a, b] for start, end in pieces for a, b in ((start, min(end, low)), (max(start, high), end)) if a < b
        ] if low < span[1] and span[0] < high else pieces  # fmt: skip
    return [p for p in pieces if p[1] > p[0]]


def _holds(contents: Spans, own: Spans) -> bool:
    return bool(own) and any(all(low <= s and e <= high for s, e in own) and [low, high] not in own for low, high in contents)
