"""`sayso review` as a user meets it: in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

REPORT = "Vyacheslav Gladkov, governor of Belgorod Oblast, said that shelling of Shebekino on 4 May had wounded five people."


def sayso(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "FORCE_COLOR")} | {"PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "sayso", *words], capture_output=True, check=False, cwd=cwd, env=environment, timeout=120, encoding="utf-8"
    )


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "post.txt").write_text(REPORT, "utf-8")
    assert sayso("add", "post.txt", "--ledger", "a.ledger", "--published", "2023-05-05", cwd=folder).returncode == 0
    return folder


def claim_of(desk: Path) -> str:
    told = json.loads(sayso("brief", "--ledger", "a.ledger", "--delay-hours", "0", "--format", "json", cwd=desk).stdout)
    return str(told["incidents"][0]["accounts"][0]["latest"])


def test_a_question_is_shown_answered_and_seen_in_the_edition(desk: Path) -> None:
    claim = claim_of(desk)
    shown = sayso("review", claim, "--ledger", "a.ledger", cwd=desk)
    assert shown.returncode == 0
    assert ">>> " in shown.stdout
    assert "[unknown]" in shown.stdout
    done = sayso("review", claim, "--ledger", "a.ledger", "--answer", "Mayor Lant", "--by", "Editor", cwd=desk)
    assert (done.returncode, done.stderr) == (0, "")
    edition = sayso("brief", "--ledger", "a.ledger", "--delay-hours", "0", cwd=desk).stdout
    assert "Mayor Lant" in edition
    listed = json.loads(sayso("review", "--ledger", "a.ledger", "--json", cwd=desk).stdout)
    assert (listed["judgements"], listed["orphans"]) == (1, [])
    out = sayso("review", "--ledger", "a.ledger", "--export", "-", cwd=desk).stdout
    (desk / "j.jsonl").write_text(out, "utf-8")
    taken = sayso("review", "--ledger", "a.ledger", "--import", "j.jsonl", cwd=desk)
    assert "0 judgements added, 1 known already" in taken.stdout


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("c-0000000000000000",), 1, "no question, claim or place"),
        (("CLAIM", "--answer", "99", "--by", "E"), 1, "is no answer"),
        (("CLAIM", "--answer", "right"), 2, "who judges"),
        (("CLAIM", "--answer", "right", "--by", " "), 2, "who judges"),
        (("--answer", "right", "--by", "E"), 2, "ID of a question"),
        (("--import", "nothing.jsonl"), 1, "cannot be read"),
        (("--import", "post.txt"), 1, "line 1"),
        (("--ledger", "none.ledger"), 1, "there is no such ledger"),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(desk: Path, words: tuple[str, ...], status: int, told: str) -> None:
    claim = claim_of(desk)
    ledger = () if "--ledger" in words else ("--ledger", "a.ledger")
    done = sayso("review", *(claim if word == "CLAIM" else word for word in words), *ledger, cwd=desk)
    assert (done.returncode, "Traceback" in done.stderr) == (status, False)
    assert told in " ".join(done.stderr.split())
