"""The figures and events of made-up sentences, in four languages."""

import json
from pathlib import Path

import pytest

from sayso.events.code import code
from sayso.events.figures import figures
from sayso.lexicon.kinds import entry_of
from sayso.lexicon.language import lexicon
from sayso.lexicon.names import NameIndex
from sayso.lexicon.pack import Pack
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.document import document
from sayso.record.reading import Reading

CASES = Path(__file__).parent.parent / "cases"
NO_PACK = Pack(name="", version="0", actors={}, outlets={}, sides={}, countries=(), regions=(), header={}, index=NameIndex.of(()))
READER = PlainReader(morphology=Morphology())
# Cases that are known to fail, by label; each is a defect to be mended, none may pass unnoticed.
KNOWN_FAILURES = {"Other: More than 2,000 people fled their", "Arrests: Military intelligence captured an IS financier"}


def cases(stage: str, names: tuple[str, ...] = ("en", "ru", "uk", "fr")) -> list:
    found = [case for name in names for case in json.loads((CASES / stage / f"{name}.json").read_text("utf-8"))]
    return [
        pytest.param(
            case, id=f"{case['lang']}: {case['label']}", marks=[pytest.mark.xfail(strict=True)] if case["label"] in KNOWN_FAILURES else []
        )
        for case in found
    ]


def read(case: dict) -> Reading:
    return READER.reading(document(case["text"], lang=case["lang"]))


@pytest.mark.parametrize("case", cases("figures"))
def test_figures_are_read_as_the_rules_of_annotation_say(case):
    reading = read(case)
    found = [(f.span.of(case["text"]), f.low, f.high, f.unit.value) for f in figures(reading, (), lexicon(case["lang"]))]
    assert found == [(e["words"], e["low"], e["high"], e["unit"]) for e in case["expect"]], case["why"]


@pytest.mark.parametrize("case", cases("events"))
def test_events_have_their_kind_and_actuality(case):
    reading = read(case)
    told = figures(reading, (), lexicon(case["lang"]))
    found = sorted((e.kind.value, e.actuality.value) for e in code(reading, (), told, (), lexicon(case["lang"]), NO_PACK))
    assert found == sorted((e["kind"], e["actuality"]) for e in case["expect"]), case["why"]


@pytest.mark.parametrize("case", cases("events", ("acled_en",)))
def test_the_main_event_has_the_sub_event_of_the_snippet(case):
    reading = read(case)
    events = code(reading, (), figures(reading, (), lexicon("en")), (), lexicon("en"), NO_PACK)
    named = [e.acled or entry_of(e.kind).acled for e in events]
    assert next((name[1] for name in named if name), None) == case["expect"]
