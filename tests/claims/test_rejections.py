"""Rejections with their counter-statements, stances of idioms, and relays of items that retell one outlet: cases as data."""

import json
from pathlib import Path

import pytest

from sayso.record.claim import Attribution

CASES = Path(__file__).parents[1] / "cases" / "claims"
STANCES = json.loads((CASES / "stances.json").read_text("utf-8"))
RETELLINGS = json.loads((CASES / "retellings.json").read_text("utf-8"))


@pytest.mark.parametrize("case", STANCES, ids=lambda case: case["text"][:40])
def test_a_cue_gives_the_stance_and_a_rejection_takes_its_counter_statement(read, case):
    claims = [claim for claim in read(case["text"], lang=case["lang"])[0] if claim.attribution is Attribution.EXPLICIT]
    assert [claim.stance.value for claim in claims] == [case["stance"]], case["why"]
    if case["content"]:
        told = [span.of(case["text"]) for span in claims[0].content]
        assert all(any(piece in one for one in told) for piece in case["content"]), told


@pytest.mark.parametrize("case", RETELLINGS, ids=lambda case: case["why"])
def test_a_short_item_that_retells_one_outlet_has_it_as_relay_of_every_claim(read, case):
    claims = [
        claim for claim in read(case["text"], lang=case["lang"], outlet=case["outlet"])[0] if claim.attribution is Attribution.EXPLICIT
    ]
    first = min(claims, key=lambda claim: min(claim.content).start)
    assert [relay.name for relay in first.relays] == case["relays"], case["why"]


def test_a_denial_without_words_of_its_own_answers_the_claim_before_it(read):
    text = "Sudmark General Staff said that the depot burned. The Norland Defence Ministry denied it: the boats were in the port."
    said, denied = (claim for claim in read(text, lang="en")[0] if claim.attribution is Attribution.EXPLICIT)
    assert denied.denied == said.id
