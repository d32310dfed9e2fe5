"""The claims of made texts in four languages."""

import json
from pathlib import Path

import pytest

from sayso.record.claim import Attribution

CASES = Path(__file__).parents[1] / "cases" / "claims"
MADE = [(lang, case) for lang in ("en", "ru", "uk", "fr") for case in json.loads((CASES / f"{lang}.json").read_text("utf-8"))]
NEGATIVE = json.loads((CASES / "negative.json").read_text("utf-8"))
KNOWN = {row["label"]: row["why"] for row in json.loads((CASES / "known-failures.json").read_text("utf-8"))}


def told(claims, text):
    """Speaker or members, stance, relays and words of the explicit claims."""
    found = []
    for claim in claims:
        if claim.attribution is Attribution.EXPLICIT:
            who = (
                [m.name for m in claim.speaker.members] if claim.speaker and claim.speaker.members else claim.speaker and claim.speaker.name
            )
            found.append((who, claim.stance.value, [r.name for r in claim.relays], " | ".join(span.of(text) for span in claim.content)))
    return found


@pytest.mark.parametrize(
    ("lang", "case"),
    [
        pytest.param(
            lang,
            case,
            id=case["label"],
            marks=[pytest.mark.xfail(strict=True, reason=KNOWN[case["label"]])] if case["label"] in KNOWN else [],
        )
        for lang, case in MADE
    ],
)
def test_a_text_yields_the_claims_that_a_reader_expects(read, lang, case):
    claims, _ = read(case["text"], lang=lang)
    found = told(claims, case["text"])
    wanted = [(one.get("members") or one.get("speaker"), one["stance"], one["relays"]) for one in case["expect"]]
    assert [row[:3] for row in found] == wanted, found
    for row, one in zip(found, case["expect"], strict=True):
        assert one["content"] in row[3], found


@pytest.mark.parametrize("case", NEGATIVE, ids=[case["label"] for case in NEGATIVE])
def test_a_text_without_attribution_yields_no_explicit_claim(read, case):
    claims, _ = read(case["text"], lang=case["lang"])
    assert told(claims, case["text"]) == []


@pytest.mark.parametrize(("lang", "case"), MADE, ids=[case["label"] for _, case in MADE])
def test_spans_lie_inside_the_text_and_are_trimmed(read, lang, case):
    text = case["text"]
    claims, mentions = read(text, lang=lang)
    for span in [*(s for c in claims for s in (*c.source, *c.cue, *c.content)), *(m.span for m in mentions)]:
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()


@pytest.mark.parametrize("lang", ["en", "ru", "uk", "fr"])
def test_a_second_run_gives_the_same_claims(read, lang):
    text = "\n\n".join(case["text"] for of, case in MADE if of == lang)
    assert read(text, lang=lang) == read(text, lang=lang)
