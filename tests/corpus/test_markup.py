"""The inline markup: what it gives, and how it tells what is wrong."""

import pytest
from corpus.markup import parse

from corpus import heads


def test_nested_marks_give_offsets_into_the_plain_text() -> None:
    text, tags, faults = parse("{q1|По {s1|его} словам}, {c1|погибли {f killed 3|трое}}.", file="x")
    assert text == "По его словам, погибли трое."
    assert {t.head: text[t.start : t.end] for t in tags} == {"q1": "По его словам", "s1": "его", "c1": "погибли трое", "f killed 3": "трое"}
    assert faults == []


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("one\n{s1|the mayor", "x:2: the tag {s1|... is never closed"),
        ("the mayor} said", "x:1: a brace closes nothing"),
        ("{s1 the mayor} said", "x:1: no bar after"),
        ("{s1|} said", "x:1: the tag {s1|} is empty"),
        ("{s1|the mayor }said", "x:1: blanks at the edge"),
    ],
)
def test_a_broken_mark_is_told_with_its_line(body: str, says: str) -> None:
    assert any(str(fault).startswith(says) for fault in parse(body, file="x")[2])


@pytest.mark.parametrize(
    ("words", "low", "high", "approx"),
    [("3", 3, 3, False), ("3..", 3, None, False), ("0..80", 0, 80, False), ("~50", 50, 50, True), ("..12", 0, 12, False)],
)
def test_values_of_figures(words: str, low: int, high: int | None, approx: bool) -> None:
    found = heads.figure(["killed", words])
    assert (found["low"], found["high"], found["approx"]) == (low, high, approx)


@pytest.mark.parametrize("words", [["kiled", "3"], ["killed", "many"], ["killed", "5..3"], ["killed", "3", "dead"], ["killed"]])
def test_a_figure_outside_the_closed_lists_is_refused(words: list[str]) -> None:
    with pytest.raises(ValueError, match=r"figure|unit|value"):
        heads.figure(words)


def test_two_dates_run_to_the_end_of_the_second() -> None:
    assert heads.time(["2031-03-01/2031-03-03"])["end"] == "2031-03-04T00:00:00-01:00"


def test_a_time_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="before"):
        heads.time(["2031-03-03T10:00/2031-03-03T09:00"])
