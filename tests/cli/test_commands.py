"""The commands as a user meets them: in a process of their own, with good input and with bad."""

import gzip
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parents[2]
REPORT = "The mayor of Verkhne said on Tuesday that two people had been wounded when a drone hit the town hall."
RUSSIAN = "Мэр города сообщил, что при атаке беспилотника ранены два человека."


def sayso(*words: str, given: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    environment = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "FORCE_COLOR")} | {"PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "sayso", *words], input=given, capture_output=True, check=False, cwd=cwd, env=environment, timeout=120
    )


def lines_of(*documents: object) -> bytes:
    return b"".join(json.dumps(d, ensure_ascii=False).encode() + b"\n" for d in documents)


def answers(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def in_format(shared: Path, tmp_path: Path, kind: str, output: bytes, given: bytes | None = None) -> None:
    out, asked = tmp_path / "out.jsonl", tmp_path / "in.jsonl"
    out.write_bytes(output)
    words = [sys.executable, str(shared / "schema" / "check_format.py"), kind, str(out)]
    if given is not None:
        asked.write_bytes(given)
        words.append(str(asked))
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_annotate_answers_in_order_and_keeps_ids_as_they_were_given() -> None:
    done = sayso("annotate", "-", given=lines_of({"id": 7, "text": REPORT, "published": "2024-03-12"}, {"id": "b", "text": RUSSIAN}))
    assert done.returncode == 0
    assert [a["id"] for a in answers(done)] == [7, "b"]
    assert [a["lang"] for a in answers(done)] == ["en", "ru"]
    assert done.stderr == b""


def test_annotate_finds_the_claim_with_its_words() -> None:
    (answer,) = answers(sayso("annotate", given=lines_of({"id": 1, "text": REPORT, "published": "2024-03-12"})))
    (claim, *_) = answer["claims"]  # type: ignore[misc]
    (start, end), *_ = claim["content"]
    assert "two people had been wounded" in REPORT[start:end]
    assert claim["stance"] == "asserts"


BAD: list[tuple[str, bytes]] = [
    ("no JSON", b"two dead"),
    ("a list", b"[1, 2]"),
    ("no id", b'{"text": "a"}'),
    ("no text", b'{"id": 1}'),
    ("text that is no text", b'{"id": 1, "text": 5}'),
    ("no UTF-8", b'{"id": 1, "text": "\xff\xfe"}'),
    ("nested too deep", b'{"id": 1, "text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
    ("NaN", b'{"id": NaN, "text": "a"}'),
    ("a key twice", b'{"id": 1, "id": 2, "text": "a"}'),
    ("cut off", b'{"id": 1, "text": "a'),
]


@pytest.mark.parametrize(("what", "line"), BAD, ids=[what for what, _ in BAD])
def test_a_line_that_cannot_be_read_is_answered_and_the_others_go_on(what: str, line: bytes) -> None:
    good = lines_of({"id": "good", "text": REPORT})
    done = sayso("annotate", given=good + line + b"\n" + good)
    assert done.returncode == 0, what
    first, bad, last = answers(done)
    assert first["id"] == last["id"] == "good"
    assert bad["line"] == 2
    assert str(bad["error"]).count(";") >= 1, "what, where, what next"


def test_all_lines_bad_is_exit_status_one() -> None:
    assert sayso("annotate", given=b'{"id": 1}\n').returncode == 1


def test_no_line_at_all_is_exit_status_one_with_a_sentence() -> None:
    done = sayso("annotate", given=b"")
    assert done.returncode == 1
    assert b"JSON Lines" in done.stderr
    assert done.stdout == b""


def test_a_wrong_option_is_exit_status_two() -> None:
    assert sayso("annotate", "--nonsense").returncode == 2
    assert sayso("brief").returncode == 2


def test_a_file_that_is_not_json_lines_is_sent_to_brief(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, "utf-8")
    done = sayso("annotate", str(path))
    assert done.returncode == 1
    assert f"sayso brief {path}" in done.stderr.decode()


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    done = sayso("annotate", str(tmp_path / "nowhere.jsonl"))
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"nowhere.jsonl" in done.stderr


ODD = [
    {"id": "empty", "text": ""},
    {"id": "white", "text": "   \n\t "},
    {"id": "no letter", "text": "12 34 !!! 🙂 — …"},
    {"id": "nul", "text": "The mayor said\x00 that two were killed."},
    {"id": "surrogate", "text": "The mayor said \ud83d that two were killed."},
    {"id": "rtl", "text": "قال العمدة إن شخصين قتلا. ‮The mayor said‬ that two were killed."},
    {"id": "far future", "text": REPORT, "published": "9999-12-31"},
    {"id": "no such day", "text": REPORT, "published": "2024-02-31"},
    {"id": "year one", "text": "Yesterday two were killed, the mayor said.", "published": "0001-01-01"},
    {"id": "marks", "text": '"' * 10_000},
    {"id": "mixed marks", "text": "«“„”»'\"" * 2_000},
    {"id": "one word", "text": "Kyiv"},
    {"id": "long word", "text": "a" * 100_000},
    {
        "id": "german",
        "text": "Der Bürgermeister sagte am Dienstag, dass zwei Menschen verletzt worden seien, als eine Drohne das Rathaus traf.",
    },
    {"id": "unclosed", "text": "The mayor said: “Two were killed. Nobody knows\n\nmore. He said so"},
]


def test_odd_texts_are_answered_in_format(shared: Path, tmp_path: Path) -> None:
    given = b"".join(json.dumps(d).encode() + b"\n" for d in ODD)
    done = sayso("annotate", given=given)
    assert done.returncode == 0, done.stderr.decode()
    assert [a["id"] for a in answers(done)] == [d["id"] for d in ODD]
    in_format(shared, tmp_path, "annotate", done.stdout, given)


def test_a_quarter_of_a_million_characters_in_a_line_take_bounded_time(shared: Path, tmp_path: Path) -> None:
    given = lines_of({"id": 1, "text": (REPORT + " ") * 2_500, "published": "2024-03-12"})
    done = sayso("annotate", given=given)
    assert done.returncode == 0, done.stderr.decode()[-500:]
    in_format(shared, tmp_path, "annotate", done.stdout, given)


def test_the_same_input_gives_the_same_bytes() -> None:
    given = lines_of({"id": 1, "text": REPORT, "published": "2024-03-12"}, {"id": 2, "text": RUSSIAN, "published": "2024-03-12"})
    assert sayso("annotate", given=given).stdout == sayso("annotate", given=given).stdout


def test_kinds_are_in_format(shared: Path, tmp_path: Path) -> None:
    done = sayso("kinds", "--json")
    assert done.returncode == 0
    in_format(shared, tmp_path, "kinds", done.stdout)


@pytest.mark.parametrize(
    "command", [("kinds",), ("languages",), ("doctor",), ("languages", "--json"), ("doctor", "--json"), ("--help",), ("--version",)]
)
def test_looking_around_works_and_has_no_colours_when_piped(command: Sequence[str]) -> None:
    done = sayso(*command)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.strip()
    assert b"\x1b[" not in done.stdout


def test_group_takes_documents_and_ready_accounts_together(shared: Path, tmp_path: Path) -> None:
    account = {
        "speaker": "Mayor",
        "kind": "drone strike",
        "place": {"name": "Sumy", "lat": 50.9, "lon": 34.8},
        "start": "2024-03-12",
        "end": "2024-03-12",
        "actors": [],
        "figures": [{"unit": "wounded", "low": 2, "high": 2}],
        "text": "Two wounded in Sumy",
    }
    given = lines_of(
        {"id": 1, "text": REPORT, "published": "2024-03-12"},
        {"id": "x", "published": "2024-03-12", "account": account},
        {"id": "y", "published": "2024-03-12", "account": account | {"text": "Sumy: two people hurt"}},
        {"id": "z", "account": {"place": 5}},
    )
    done = sayso("group", given=given)
    assert done.returncode == 0, done.stderr.decode()
    found = answers(done)
    assert [a["id"] for a in found] == [1, "x", "y", "z"]
    assert found[1]["main_incident"] == found[2]["main_incident"] is not None
    assert "error" in found[3]
    in_format(shared, tmp_path, "group", done.stdout, given)


def test_thirty_reprints_are_one_family_and_one_origin() -> None:
    text = REPORT + " The town hall was closed, he added, and the school sent its pupils home until Friday while the roof is mended."
    given = lines_of(*({"id": n, "text": text, "published": "2024-03-12", "outlet": f"Paper {n}"} for n in range(30)))
    found = answers(sayso("group", given=given))
    assert len({a["family"] for a in found}) == 1
    assert len({a["origin"] for a in found}) == 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text(f"---\npublished: 2024-03-12\noutlet: Northern Desk\n---\n{REPORT}\n", "utf-8")
    (reports / "b.jsonl").write_bytes(
        lines_of({"id": "post", "text": RUSSIAN, "published": "2024-03-12T10:00:00+03:00", "outlet": "Канал"}) + b"oops\n"
    )
    (reports / "c.html").write_text("<html><body><p>Broken <b>page<script>alert(1)</script>", "utf-8")
    (reports / "empty.txt").write_bytes(b"")
    (reports / "binary.txt").write_bytes(bytes(range(256)) * 50)
    (reports / "cp1251.txt").write_bytes(RUSSIAN.encode("cp1251"))
    with zipfile.ZipFile(reports / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("a.txt", b"0" * 50_000_000)
    (reports / "bomb.jsonl.gz").write_bytes(gzip.compress(b" " * 400_000_000, 9))
    return reports


@pytest.mark.parametrize("form", ["text", "md", "json", "html"])
def test_brief_goes_on_past_what_cannot_be_read(folder: Path, form: str) -> None:
    done = sayso("brief", str(folder), "--format", form)
    assert done.returncode == 0, done.stderr.decode()[-800:]
    assert b"Traceback" not in done.stderr
    told = done.stderr.decode()
    for name in ("empty.txt", "binary.txt", "bomb.zip", "bomb.jsonl.gz", "b.jsonl"):
        assert name in told
    assert b"<script>alert" not in done.stdout


def test_brief_in_json_is_in_format(folder: Path, shared: Path, tmp_path: Path) -> None:
    done = sayso("brief", str(folder), "--format", "json", "--rule", "acled-min")
    in_format(shared, tmp_path, "edition", done.stdout)


def test_brief_of_nothing_readable_is_exit_status_one(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = sayso("brief", str(tmp_path))
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_brief_is_the_same_in_any_order(folder: Path) -> None:
    files = sorted(str(p) for p in folder.iterdir())
    assert sayso("brief", *files, "--format", "json").stdout == sayso("brief", *reversed(files), "--format", "json").stdout


def test_show_marks_the_words_and_obeys_no_escape(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT + " \x1b[31mred\x1b[0m", "utf-8")
    done = sayso("show", str(path), "--published", "2024-03-12")
    assert done.returncode == 0, done.stderr.decode()
    assert b"\x1b" not in done.stdout
    assert "[1 " in done.stdout.decode()


def test_a_ledger_is_filled_briefed_and_traced(folder: Path, tmp_path: Path) -> None:
    ledger = str(tmp_path / "my.ledger")
    first = sayso("add", str(folder / "a.txt"), str(folder / "b.jsonl"), "--ledger", ledger)
    assert first.returncode == 0, first.stderr.decode()
    assert b"2 added, 0 known already, 1 could not be read" in first.stdout
    assert b"0 added, 2 known already" in sayso("add", str(folder / "a.txt"), str(folder / "b.jsonl"), "--ledger", ledger).stdout
    assert b"Documents: 2 " in sayso("brief", "--ledger", ledger).stdout
    traced = sayso("trace", "two people had been wounded when a drone hit the town hall", "--ledger", ledger)
    assert traced.returncode == 0
    assert "Northern Desk" in traced.stdout.decode()
    assert sayso("trace", "nobody wrote this sentence anywhere", "--ledger", ledger).returncode == 1


def test_a_faulty_configuration_tells_all_faults_at_once(tmp_path: Path) -> None:
    (tmp_path / "sayso.toml").write_text('rule = "best"\nlang = "xx"\ncolour = "red"\n', "utf-8")
    done = sayso("brief", "--ledger", "x", cwd=tmp_path)
    assert done.returncode == 2
    told = done.stderr.decode()
    assert "rule" in told
    assert "lang" in told
    assert "colour" in told


def test_a_pack_of_ones_own_that_is_faulty_is_a_sentence(tmp_path: Path) -> None:
    done = sayso("annotate", "--pack", str(tmp_path / "nowhere"), given=lines_of({"id": 1, "text": REPORT}))
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("form", ["text", "table", "md", "html"])
def test_no_escape_of_a_document_reaches_the_terminal(tmp_path: Path, form: str) -> None:
    post = {"id": "a\x1b[2J\x9b", "text": REPORT + " \x1b]0;x\x07 He said \u202eso.", "outlet": "Desk \x1b[31m", "published": "2024-03-12"}
    path = tmp_path / "posts.jsonl"
    path.write_bytes(lines_of(post))
    done = sayso("brief", str(path), "--format", form, "--delay-hours", "0")
    assert done.returncode == 0, done.stderr.decode()
    for bad in ("\x1b", "\x07", "\x9b", "\u202e"):
        assert bad not in done.stdout.decode()
        assert bad not in done.stderr.decode()


@pytest.mark.parametrize("out", ["", "file.txt/x", "n" * 5000, "/dev/full"])
def test_a_result_that_cannot_be_written_is_a_sentence(tmp_path: Path, out: str) -> None:
    (tmp_path / "file.txt").write_text(REPORT, "utf-8")
    done = sayso("brief", "file.txt", "--out", out, cwd=tmp_path)
    assert done.returncode in (1, 2)
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("option", [("--since", "garbage"), ("--until", "2024-02-30")])
def test_a_day_that_is_none_is_exit_status_two(tmp_path: Path, option: tuple[str, str]) -> None:
    (tmp_path / "file.txt").write_text(REPORT, "utf-8")
    done = sayso("brief", "file.txt", *option, cwd=tmp_path)
    assert done.returncode == 2
    assert option[1] in done.stderr.decode()


def test_the_last_day_that_is_taken_can_be_briefed_and_later_ones_are_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text(REPORT, "utf-8")
    assert sayso("brief", "file.txt", "--published", "2100-12-31", cwd=tmp_path).returncode == 0
    done = sayso("brief", "file.txt", "--published", "9999-12-31", cwd=tmp_path)
    assert done.returncode == 1
    assert "lies after the year 2100" in done.stderr.decode()


def test_a_damaged_ledger_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text(REPORT, "utf-8")
    assert sayso("add", "file.txt", "--ledger", "l.ledger", cwd=tmp_path).returncode == 0
    path = tmp_path / "l.ledger"
    data = bytearray(path.read_bytes())
    for at in range(4096 * 2, len(data), 512):
        data[at : at + 300] = b"\xff" * len(data[at : at + 300])
    path.write_bytes(bytes(data))
    done = sayso("brief", "--ledger", "l.ledger", cwd=tmp_path)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_two_adds_at_once_both_end_well(tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text(REPORT, "utf-8")
    words = [sys.executable, "-m", "sayso", "add", "file.txt", "--ledger", "l.ledger"]
    both = [subprocess.Popen(words, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    told = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [0, 0], told


@pytest.mark.parametrize("command", ["annotate", "group", "show", "brief"])
def test_a_pipe_given_as_a_file_is_refused_and_not_waited_for(tmp_path: Path, command: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    done = sayso(command, "pipe", cwd=tmp_path)
    assert done.returncode == 1
    assert "pipe: it is no file but a device, pipe or socket; use - for standard input" in done.stderr.decode()


def test_a_faulty_option_is_told_as_an_option_and_a_faulty_line_of_the_file_as_one(tmp_path: Path) -> None:
    done = sayso("brief", "x.txt", "--rule", "bad", "--delay-hours", "-1", cwd=tmp_path)
    assert done.returncode == 2
    told = done.stderr.decode()
    assert "--rule: 'bad' is not one of ucdp" in told
    assert "--delay-hours: -1.0 is not between" in told
    assert "sayso.toml" not in told
    (tmp_path / "sayso.toml").write_text('rule = "worse"\nlang = "xx"\n', "utf-8")
    told = sayso("brief", "x.txt", "--rule", "bad", cwd=tmp_path).stderr.decode()
    assert "--rule: 'bad'" in told
    assert "sayso.toml: lang: 'xx'" in told
    assert "worse" not in told, "the option goes before the file"


def test_show_says_what_a_word_is_not(tmp_path: Path) -> None:
    done = sayso("show", "nonsense-id", cwd=tmp_path)
    assert done.returncode == 1
    told = done.stderr.decode()
    assert "no such file" in told
    assert "no id of a claim, incident or account" in told
    assert "; check the name" in told


@pytest.mark.parametrize("words", [("show", "c-0123456789abcdef"), ("show", "i-0123456789abcdef"), ("trace", "two people"), ("brief",)])
def test_who_looks_something_up_in_no_ledger_makes_none(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = sayso(*words, "--ledger", "none.ledger", cwd=tmp_path)
    assert done.returncode == 1
    assert "none.ledger: there is no such ledger; fill one with: sayso add PATH" in done.stderr.decode()
    assert not (tmp_path / "none.ledger").exists()


def test_reports_and_a_ledger_at_once_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, "utf-8")
    done = sayso("brief", "a.txt", "--ledger", "a.ledger", cwd=tmp_path)
    assert done.returncode == 2
    assert "not both" in " ".join(done.stderr.decode().split())
    assert not (tmp_path / "a.ledger").exists()
