"""The quality gate: the quick part of the benchmarks, on pinned data, against floors."""

import json
from pathlib import Path

import pytest
from benchmarks import accounts
from benchmarks.__main__ import BENCHES, FLOORS, Bench, faults, run

QUICK = [bench for bench in BENCHES if bench.quick]


@pytest.mark.slow
@pytest.mark.parametrize("bench", QUICK, ids=[bench.name for bench in QUICK])
def test_no_floor_is_broken(bench: Bench, shared: Path) -> None:
    assert not list(faults({bench.name: run(bench, shared)}))


@pytest.mark.slow
def test_no_floor_of_the_accounts_corpus_is_broken(shared: Path) -> None:
    assert not list(faults(accounts.gated(shared, quick=True)))


def test_every_stage_of_the_accounts_corpus_has_a_bound() -> None:
    floors = json.loads(FLOORS.read_text("utf-8"))
    stages = {measure.name for measure in accounts.MEASURES}
    assert [lang for lang in accounts.by_language([]) if floors.get(f"accounts: {lang}", {}).keys() != stages] == []
    assert floors["accounts: incidents"].keys() == {level.name for level in accounts.LEVELS}


def test_the_table_opens_the_results_and_is_replaced_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "RESULTS.md"
    path.write_text("# Results\n\nWhat is run.\n", "utf-8")
    for table in ("old", "new"):
        accounts.write(table, path)
    text = path.read_text("utf-8")
    assert text == f"# Results\n\n{accounts.START}\n\nnew\n\n{accounts.END}\n\nWhat is run.\n"


def test_every_set_has_a_floor_for_its_headline() -> None:
    floors = json.loads(FLOORS.read_text("utf-8"))
    assert [b.name for b in BENCHES if "least" not in floors.get(b.name, {}).get(b.shown[0], {})] == []
