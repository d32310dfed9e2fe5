"""The quality gate: the quick part of the benchmarks, on pinned data, against floors."""

import json
from pathlib import Path

import pytest
from benchmarks.__main__ import BENCHES, FLOORS, Bench, faults, run

QUICK = [bench for bench in BENCHES if bench.quick]


@pytest.mark.slow
@pytest.mark.parametrize("bench", QUICK, ids=[bench.name for bench in QUICK])
def test_no_floor_is_broken(bench: Bench, shared: Path) -> None:
    assert not list(faults({bench.name: run(bench, shared)}))


def test_every_set_has_a_floor_for_its_headline() -> None:
    floors = json.loads(FLOORS.read_text("utf-8"))
    assert [b.name for b in BENCHES if "least" not in floors.get(b.name, {}).get(b.shown[0], {})] == []
