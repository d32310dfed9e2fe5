"""The benchmark of grouping, as `python -m benchmarks.groups [SHARED]`: sayso's groups through the scorer `score_groups.py`.

MAVERICK's dev reports are what the shipped weights were fitted on: its cross-validated figure is the one that `training/groups.py` prints.
ECB+ documents are grouped twice: by their words alone (`bare_report`), and as `sayso group` does, with all stages.
"""

import importlib
import json
import sys
import time
from pathlib import Path
from typing import Any

from sayso.incidents.bare import bare_report
from sayso.incidents.given import report_of
from sayso.incidents.group import group
from sayso.incidents.pairs import pairs
from sayso.record.document import document
from sayso.record.report import Report
from sayso.run.config import Config
from sayso.run.grouping import grouped as documents_grouped


def grouped(rows: list[dict[str, Any]], reports: list[Report]) -> list[dict[str, Any]]:
    """A line of `sayso group` for each row, of its one report."""
    home = {r.id: i.id for i in group(reports, pairs(reports)) for r in i.reports}
    return [{"id": row["id"], "main_incident": home.get(report.id)} for row, report in zip(rows, reports, strict=True)]


def main(shared: str = "../shared") -> None:
    """Prints one line a set."""
    sys.path.insert(0, str(Path(shared) / "bench"))
    scorer = importlib.import_module("score_groups")
    for name in ("maverick_reports_dev.jsonl", "ecbplus_docs.jsonl"):
        rows = [json.loads(line) for line in (Path(shared) / "data" / name).read_text("utf-8").splitlines()]
        start = time.perf_counter()
        if "account" in rows[0]:
            reports = [report_of(row) for row in rows]
        else:
            reports = [bare_report(document(row["text"], name=row["id"]), row["lang"]) for row in rows]
        values, _ = scorer.score(grouped(rows, reports), rows)
        took = time.perf_counter() - start
        print(f"{name}: " + " ".join(f"{key}={value:.3f}" for key, value in values.items()) + f" seconds={took:.1f}")
    raw = (Path(shared) / "data" / "ecbplus_docs.jsonl").read_bytes().splitlines()
    start = time.perf_counter()
    answers = [json.loads(line) for _, line in documents_grouped(raw, Config())]
    values, _ = scorer.score(answers, [json.loads(line) for line in raw])
    took = time.perf_counter() - start
    print("ecbplus_docs.jsonl, all stages: " + " ".join(f"{key}={value:.3f}" for key, value in values.items()) + f" seconds={took:.1f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
