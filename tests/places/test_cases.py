"""The cases of places: made ones, negatives."""

import json
from pathlib import Path
from typing import Any

import pytest

CASES = Path(__file__).resolve().parents[1] / "cases" / "places"
MADE: list[dict[str, Any]] = json.loads((CASES / "made.json").read_text("utf-8"))
NEGATIVE: list[dict[str, Any]] = json.loads((CASES / "negative.json").read_text("utf-8"))


def labelled(cases: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(case, id=f"{case['lang']}: {case['label']}") for case in cases]


@pytest.mark.parametrize("case", labelled(MADE))
def test_the_places_of_a_made_sentence_are_found_and_put_on_the_map(case, located):
    places = located(case["text"], case["lang"])
    found = {place.span.of(case["text"]): place for place in places}
    assert list(found) == [wanted["words"] for wanted in case["expect"]]
    for wanted in case["expect"]:
        place = found[wanted["words"]]
        got = {
            "words": wanted["words"],
            "name": place.name,
            "use": place.use,
            "kind": place.kind,
            "country": place.country,
            "precision": place.precision,
            "lat": place.lat,
        }
        assert {key: got[key] for key in wanted} == wanted


@pytest.mark.parametrize("case", labelled(NEGATIVE))
def test_words_that_are_no_toponyms_here_are_left_alone(case, located):
    assert [place.span.of(case["text"]) for place in located(case["text"], case["lang"])] == []
