"""Lines of the exchange format: each is answered, none stops the others."""

import json
from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from sayso.record.document import Document, Unread
from sayso.sources.lines import given, looks_like_json_lines

CASES = json.loads((Path(__file__).resolve().parents[1] / "cases" / "sources" / "lines.json").read_text("utf-8"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"]) for case in CASES])
def test_a_line_gives_a_document_or_a_clear_sentence(case):
    (found,) = given([case["line"].encode()])
    if "why" in case:
        assert isinstance(found, Unread)
        assert case["why"] in found.why
        assert (found.line, found.name) == (1, case.get("id"))
        assert found.then
    else:
        assert isinstance(found, Document)
        assert found.name == case["name"]
        assert found.text == json.loads(case["line"])["text"]


def test_errors_carry_the_line_number_and_the_others_go_on():
    lines = [b'\xef\xbb\xbf{"id": 1, "text": "a"}\n', b"\n", b"no\n", b'{"id": 2, "text": "b"}\r\n', b"\xff\xfe\n"]
    found = list(given(lines))
    assert [getattr(f, "text", None) or f.line for f in found] == ["a", 3, "b", 5]
    assert "UTF-8" in found[3].why


@pytest.mark.parametrize("opening", ["[", '{"id": 1, "text": "x", "a": ', '{"a":'])
def test_nesting_without_end_is_refused(opening):
    (found,) = given([(opening * 100_000).encode()])
    assert isinstance(found, Unread)


def test_a_hundred_thousand_keys_and_a_number_without_end_are_refused_in_time():
    keys = ",".join(f'"k{i}": 1' for i in range(100_000))
    (twice,) = given([f'{{{keys}, "k5": 2, "id": 1, "text": "x"}}'.encode()])
    assert "stands twice" in twice.why
    (long,) = given([b'{"id": ' + b"1" * 100_000 + b', "text": "x"}'])
    assert isinstance(long, Unread)


@for_all(st.binary(max_size=200))
def test_any_bytes_are_answered(line):
    found = list(given([line]))
    assert len(found) == (0 if not line.strip() or line.strip() == b"\xef\xbb\xbf" else 1)


@for_all(st.text(max_size=200), st.one_of(st.text(max_size=5), st.integers(-(10**12), 10**12)))
def test_a_text_comes_through_unchanged(text, name):
    (found,) = given([json.dumps({"id": name, "text": text}).encode()])
    assert (found.text, found.name) == (text, str(name) or found.id)


@pytest.mark.parametrize(
    ("first", "expect"),
    [
        (b'{"id": 1, "text": "a"}\n', True),
        (b'\n\n{"id": 1}', True),
        (b'\xef\xbb\xbf{"id": 1}\n', True),
        (b'{"id": 1, "text": "' + b"a" * 5000, True),
        (b'{"id": 1, "text": broken}\n{"id": 2}\n', True),
        (b'{\n "name": "x",\n "messages": []}', False),
        (b"Two dead.\n", False),
        (b"", False),
        (b"[1]\n", False),
        (b"<html>{}</html>", False),
    ],
)
def test_json_lines_are_told_from_other_files(first, expect):
    assert looks_like_json_lines(first) is expect
