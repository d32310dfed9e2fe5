"""The joining: role spans and links made into claims, as they are scored against PolNeAR."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.record.reading import Link, RoleSpan
from sayso.text.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedClaim:
    """Role spans linked into one claim, with the product of what each link and span scored."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
    parts: tuple[float, ...]  # logarithms of what it is made of: cue, content, its link, source link, source; then 1 when a source is named


def claims_from(roles: Sequence[RoleSpan], links: Sequence[Link]) -> tuple[ProposedClaim, ...]:
    """Role spans joined into claims: each content goes to its likeliest cue, each cue takes its likeliest source or none.

    A content that belongs to no cue is a claim of its own, with empty source and cue; a cue without a content makes none.
    """
    sources: dict[int, list[tuple[float, int]]] = {}
    owners: dict[int, list[tuple[float, int]]] = {}
    for link in links:
        if roles[link.other].role == "source":
            sources.setdefault(link.cue, []).append((link.score, link.other))
        else:
            owners.setdefault(link.other, []).append((link.score, link.cue))
    held: dict[int, list[tuple[float, int]]] = {}
    loose: list[int] = []
    for index, role in enumerate(roles):
        if role.role == "content":
            options = owners.get(index, [])
            score, cue = max(options, default=(0.0, -1), key=lambda o: (o[0], -o[1]))
            if score >= 1 - sum(s for s, _ in options):
                held.setdefault(cue, []).append((score, index))
            else:
                loose.append(index)
    chosen = {cue: _source_of(sources.get(cue, [])) for cue in {link.cue for link in links}}
    out = []
    for cue, contents in sorted(held.items()):
        source, sure = chosen.get(cue, (None, 1.0))
        cues = [cue]
        if source is not None:
            # "по его словам": a cue that encloses its source comes in two pieces, the second with no content of its own.
            cues += [
                other
                for other, (its, _) in chosen.items()
                if its == source and other != cue and other not in held and _close(roles[other].span, roles[source].span)
            ]
        parts = (
            roles[cue].score,
            min(roles[i].score for _, i in contents),
            min(score for score, _ in contents),
            sure,
            roles[source].score if source is not None else 1.0,
        )
        out.append(
            _claim(
                source=(roles[source].span,) if source is not None else (),
                cue=tuple(sorted(roles[i].span for i in cues)),
                content=tuple(roles[i].span for _, i in contents),
                parts=parts,
            )
        )
    out += [_claim(source=(), cue=(), content=(roles[i].span,), parts=(0.5, roles[i].score, 1.0, 1.0, 1.0)) for i in loose]
    return tuple(sorted(out, key=lambda c: (c.content[0].start, c.content[0].end)))


def _claim(*, source: tuple[Span, ...], cue: tuple[Span, ...], content: tuple[Span, ...], parts: tuple[float, ...]) -> ProposedClaim:
    logs = (*(math.log(max(p, 1e-6)) for p in parts), float(bool(source)))
    confidence = math.exp(sum(logs[:-1]))
    return ProposedClaim(source=source, cue=cue, content=content, confidence=confidence, parts=logs)


def _source_of(options: Sequence[tuple[float, int]]) -> tuple[int | None, float]:
    """The likeliest source of a cue and its share; None when "none" is likelier."""
    score, source = max(options, default=(0.0, -1), key=lambda o: (o[0], -o[1]))
    none = max(0.0, 1 - sum(s for s, _ in options))
    return (source, score) if options and score >= none else (None, none)


def _close(a: Span, b: Span) -> bool:
    return a.gap(b) <= 2
