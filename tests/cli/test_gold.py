"""`sayso show --gold`: a corpus as its annotators see it, with good files and bad ones."""

import json
import re
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from sayso.cli.app import app
from sayso.cli.highlights import marked
from sayso.record.claim import Attribution, Claim, Manner, Stance
from sayso.text.span import Span

REPO = Path(__file__).resolve().parents[2]
DEV = REPO / "data" / "accounts" / "dev.jsonl"
INCIDENTS = REPO / "data" / "accounts" / "incidents.jsonl"
TEXT = "The mayor said that two were hurt. The army denied it."
MAYOR = {
    "id": "1", "source": [[0, 9]], "cue": [[10, 14]], "content": [[20, 33]], "speaker": {"name": "Mayor", "id": "may"}, "stance": "asserts",
}  # fmt: skip
ARMY = {"id": "2", "source": [[35, 43]], "cue": [[44, 50]], "content": [[51, 53]], "speaker": None, "stance": "denies", "denies": "1"}
DOCUMENT = {"id": "x-1", "text": TEXT, "lang": "en", "published": "2031-03-04T09:00:00-01:00", "claims": [MAYOR, ARMY]}


def show(*words: str) -> tuple[int, str, str]:
    """(exit status, standard output, what went wrong)."""
    done = CliRunner().invoke(app, ["show", "--gold", *words])
    return done.exit_code, done.stdout, done.stderr + str(done.exception or "")


def corpus(folder: Path, *rows: object, name: str = "gold.jsonl") -> str:
    path = folder / name
    path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows), "utf-8")
    return str(path)


def claim_at(content: tuple[int, int], source: tuple[int, int] | None = None) -> Claim:
    return Claim(
        id="", document="", source=(Span(*source),) if source else (), cue=(), content=(Span(*content),), speaker=None, relays=(),
        stance=Stance.ASSERTS, manner=Manner.INDIRECT, attribution=Attribution.EXPLICIT, confidence=1.0,
    )  # fmt: skip


def test_the_list_has_a_row_for_each_document() -> None:
    status, out, _ = show(str(DEV))
    rows = [json.loads(line) for line in DEV.read_text("utf-8").splitlines()]
    assert status == 0
    assert [row["id"] for row in rows if row["id"] not in out] == []
    assert f"{len(rows)} documents, {sum(len(row['claims']) for row in rows)} claims" in out


def test_a_document_is_shown_with_its_words_marked_and_its_claims_below(tmp_path: Path) -> None:
    status, out, _ = show(corpus(tmp_path, DOCUMENT), "--id", "x-1")
    assert status == 0
    assert "[s1 The mayor] [q1 said] that [1 two were hurt 1]. [s2 The army] [q2 denied] [2 it 2]." in out
    assert "Mayor (may) asserts" in out
    assert "speaker not known denies" in out
    assert "denies claim 1, of Mayor (may): “two were hurt”" in out


def test_every_document_of_dev_can_be_shown() -> None:
    from sayso.record.gold import GoldDocument
    from sayso.run.gold import GoldFile

    assert all(isinstance(item, GoldDocument) for item in GoldFile(str(DEV)).documents())


def test_a_document_of_the_corpus_tells_its_layers() -> None:
    status, out, _ = show(str(DEV), "--id", "a08-01")
    assert status == 0
    for words in (
        "[n1 ",
        "Narration",
        "Air Defence Command",
        "8 missile, launched, of kes-army",
        "running total",
        "Lorvan Province",
        "place",
    ):
        assert words in out


def test_the_incident_view_has_accounts_with_the_words_of_their_claims() -> None:
    status, out, _ = show(str(INCIDENTS), "--id", "a03")
    assert status == 0
    assert "Drone strike on the Sarvik depot" in out
    assert "Leon Fargas (kes-fargas, Kestria)" in out
    assert "“There were no injuries”" in out
    assert "superseded by a03-13:6" in out
    assert "No contests" in out
    assert "not in" not in out


def test_an_incident_without_its_documents_beside_it_says_so(tmp_path: Path) -> None:
    row = {"id": "i1", "title": "T", "accounts": [{"speaker": "may", "claims": ["x-1:1", "x-9:1"]}], "split": "gold"}
    path = corpus(tmp_path, row, name="incidents.jsonl")
    corpus(tmp_path, DOCUMENT)
    status, out, _ = show(path, "--id", "i1")
    assert status == 0
    assert re.search(r"x-1:1 .*“two were hurt”", out)
    assert re.search(r"x-9:1 .*in no file", out)


def test_the_output_of_annotate_with_its_text_is_shown_too(tmp_path: Path) -> None:
    claim = MAYOR | {"id": "c-1", "attribution": "explicit", "confidence": 0.5, "events": ["e-1"]}
    event = {"id": "e-1", "kind": "killing", "actuality": "happened", "trigger": [29, 33], "claim": "c-1"}
    status, out, _ = show(corpus(tmp_path, {"id": 7, "text": TEXT, "claims": [claim], "events": [event]}), "--id", "7")
    assert status == 0
    assert "killing, happened “hurt”" in out


def test_beside_tells_what_the_program_finds_and_misses(tmp_path: Path) -> None:
    invented = MAYOR | {"id": "3", "source": [], "cue": [], "content": [[4, 9]]}
    status, out, _ = show(corpus(tmp_path, DOCUMENT | {"claims": [MAYOR, invented]}), "--id", "x-1", "--beside")
    assert status == 0
    assert "1 found, 1 missed" in out


BAD: list[tuple[str, object, str]] = [
    ("a span that ends outside", DOCUMENT | {"claims": [MAYOR | {"content": [[20, 999]]}]}, "lies outside of the text"),
    ("a span before the text", DOCUMENT | {"claims": [MAYOR | {"content": [[-3, 4]]}]}, "lies outside of the text"),
    ("an empty span", DOCUMENT | {"claims": [MAYOR | {"content": [[4, 4]]}]}, "holds no character"),
    ("a span of words", DOCUMENT | {"claims": [MAYOR | {"content": [["a", "b"]]}]}, "whole numbers"),
    ("a stance of no list", DOCUMENT | {"claims": [MAYOR | {"stance": "shouts"}]}, "one of asserts"),
    ("relays that are a number", DOCUMENT | {"claims": [MAYOR | {"relays": 5}]}, "list of names"),
    ("relays that are a word", DOCUMENT | {"claims": [MAYOR | {"relays": "Telegram"}]}, "list of names"),
    ("claims that are no list", DOCUMENT | {"claims": "none"}, "a list of objects"),
    ("a figure of no claim", DOCUMENT | {"figures": [{"span": [20, 23], "low": 2, "claim": 9}]}, "one of the record's claims"),
    ("text that is none", DOCUMENT | {"text": 5}, "no text"),
]


@pytest.mark.parametrize(("what", "row", "told"), BAD, ids=[what for what, _, _ in BAD])
def test_a_faulty_record_says_what_where_and_what_next(tmp_path: Path, what: str, row: object, told: str) -> None:
    path = corpus(tmp_path, DOCUMENT | {"id": "good"}, row)
    status, out, wrong = show(path, "--id", "x-1")
    assert status == 1, what
    assert told in wrong
    assert f"{path}, line 2 (x-1)" in wrong
    assert ";" in wrong
    status, out, wrong = show(path)  # the list goes on past it, and says so
    assert status == 0
    assert "good" in out
    assert told in wrong


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (("Two dead.",), "not JSON Lines"),
        (("",), "nothing in it"),
        (({"id": 1, "claims": []},), 'put the "text"'),
        (({"name": 1},), "no file of gold"),
    ],
    ids=["text", "empty", "annotations without texts", "other objects"],
)
def test_a_file_of_another_format_is_a_sentence(tmp_path: Path, rows: tuple[object, ...], told: str) -> None:
    status, out, wrong = show(corpus(tmp_path, *rows))
    assert status == 1
    assert told in wrong
    assert out == ""


def test_a_file_that_is_not_there_or_is_a_folder_is_a_sentence(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.jsonl", tmp_path):
        status, _, wrong = show(str(path))
        assert status == 1
        assert "cannot be read" in wrong
        assert str(path) in wrong


def test_an_id_that_is_not_there_names_those_that_are_near() -> None:
    status, _, wrong = show(str(DEV), "--id", "a08-1")
    assert status == 1
    assert "no document a08-1" in wrong
    assert "it has a08-1" in wrong


def test_a_text_cannot_steer_the_terminal_and_the_reader_is_told(tmp_path: Path) -> None:
    odd = "\u202eThe\x1b[2J mayor\u200f said\ud83d so."
    status, out, _ = show(corpus(tmp_path, {"id": "x\x1b[2J", "text": odd, "outlet": "\x07Desk", "claims": []}), "--id", "x\x1b[2J")
    assert status == 0
    assert not [ch for ch in out if ch in "\u202e\x1b\u200f\x07\ud83d"]
    assert "U+202E, U+001B, U+200F, U+D83D" in out


def test_the_id_of_a_claim_cannot_steer_the_terminal(tmp_path: Path) -> None:
    status, out, _ = show(corpus(tmp_path, {**DOCUMENT, "claims": [{**MAYOR, "id": "1\x1b[2J\u202e"}]}), "--id", "x-1")
    assert status == 0
    assert "[1·[2J· two were hurt" in out
    assert not [ch for ch in out if ch in "\x1b\u202e"]


@pytest.mark.parametrize("split", ["x" * 5000, "../elsewhere", "a\0b"])
def test_the_split_of_an_incident_names_a_file_beside_it_only(tmp_path: Path, split: str) -> None:
    corpus(tmp_path, DOCUMENT, name="elsewhere.jsonl")
    (tmp_path / "here").mkdir()
    incident = {"id": "i", "title": "t", "split": split, "accounts": [{"speaker": "may", "claims": ["x-1:1"]}]}
    status, out, _ = show(corpus(tmp_path / "here", incident), "--id", "i")
    assert status == 0
    assert "two were hurt" not in out


def test_id_and_beside_belong_to_gold(tmp_path: Path) -> None:
    for words in (["--id", "x"], ["--beside"]):
        assert CliRunner().invoke(app, ["show", str(DEV), *words]).exit_code == 2
    assert show(str(DEV), "--beside")[0] == 1
    assert show(str(INCIDENTS), "--id", "a08", "--beside")[0] == 1


def test_brackets_lie_inside_of_each_other_where_spans_do() -> None:
    text = "abcdef"
    nested = marked(text, [("1", claim_at((0, 6))), ("2", claim_at((2, 4), source=(2, 4)))], colours=False)
    assert nested.plain == "[1 ab[2 [s2 cd] 2]ef 1]"
    shared = marked(text, [("1", claim_at((0, 2), source=(4, 6))), ("2", claim_at((2, 4), source=(4, 6)))], colours=True)
    assert shared.plain == "[1 ab 1][2 cd 2][s1,2 ef]"


def test_every_command_and_option_is_documented() -> None:
    told = (REPO / "docs" / "commands.md").read_text("utf-8")
    missing = []
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        (row, *_) = [line for line in told.splitlines() if line.startswith(f"| `sayso {name}")] or [""]
        options = [option for p in command.params for option in p.opts if option.startswith("--") and option != "--help"]
        missing += [f"{name} {option}" for option in options if f"`{option}" not in row]
    assert missing == []
