"""The reports of our own that the encoder is fitted on: their marks are read, and wrong marks are told."""

import pytest
from training.reports import MarkError, reports, tagged
from training.silver import LANGUAGES

GOOD = """[l|VELIN], 3 October - {s1|The [o|Arvian Defence Ministry]} {q1|denied} that {c1|it had lost [l|Kosk]}.

{q2|By {s2|its} count} {c2|the line held}.
---
No claim here.
"""


def test_marks_become_spans_of_the_bare_text() -> None:
    first, second = tagged(GOOD, "x.txt")
    claims = first.claims or []
    assert [[first.text[s:e] for s, e in claim["source"]] for claim in claims] == [["The Arvian Defence Ministry"], ["its"]]
    assert [[first.text[s:e] for s, e in claim["cue"]] for claim in claims] == [["denied"], ["By ", " count"]]
    assert {first.text[slice(*m["span"])]: m["kind"] for m in first.mentions or []} == {
        "VELIN": "place", "Arvian Defence Ministry": "organisation", "Kosk": "place",
    }  # fmt: skip
    assert second.claims == []
    assert second.text == "No claim here."


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("{s1|He} {q1|said}.", "without content"),
        ("{s1|He} {c1|two died}.", "source without a cue"),
        ("{s|He} {q|said} {c|two died}.", "without a number"),
        ("{s1|He} {q1|said} {c1|two died.", "not as many"),
        ("{s1|He } {q1|said} {c1|two died}.", "blanks"),
        ("{s1|He} {q1|said} {c1|two died,} at noon.", "comma"),
        ("{s1|He} {q1|said} {c1|two | died}.", "left over"),
        ("{s1|He} {q1=lies|said} {c1|two died}.", "no stance: 'lies'"),
        ("{s1|He} {q1=denies|said} {c1=asserts|two died}.", "two stances"),
    ],
)
def test_a_wrong_mark_is_told_with_its_file_and_line(body: str, told: str) -> None:
    with pytest.raises(MarkError, match=told) as caught:
        list(tagged(f"Fine.\n---\n{body}\n", "y.txt"))
    assert str(caught.value).startswith("y.txt:3:")


def test_every_report_is_marked_rightly_and_each_language_has_its_share() -> None:
    every = reports()
    assert len({d.text for d in every}) == len(every)
    for language in LANGUAGES:
        own = [d for d in every if d.id.startswith(f"{language}-")]
        bare = sum(not d.claims for d in own) / len(own)
        assert len(own) >= 80
        assert 0.05 < bare < 0.3


def test_a_stance_stands_in_a_mark_and_the_other_claims_of_its_file_assert() -> None:
    (first, second) = tagged(
        "{s1|He} {q1=denies|rejected} {c1|it}. {s2|She} {q2|said} {c2|two died}.\n---\n{s1|He} {q1|said} {c1|so}.\n", "x.txt"
    )
    assert [claim["stance"] for claim in [*(first.claims or []), *(second.claims or [])]] == ["denies", "asserts", "asserts"]
    (unmarked,) = tagged("{s1|He} {q1|said} {c1|so}.\n", "y.txt")
    assert "stance" not in (unmarked.claims or [{}])[0]
