"""The Accounts Corpus itself: no faults, and the JSON Lines are what the sources give."""

import json

import pytest
from corpus.world import LANGS, ROOT, SPLITS

from corpus import corpora


@pytest.fixture(scope="module")
def corpus() -> corpora.Corpus:
    return corpora.compiled()


def test_the_corpus_has_no_faults(corpus: corpora.Corpus) -> None:
    assert [str(f) for f in corpus.faults if not f.hint] == []


def test_every_span_lies_in_its_text_and_no_mark_is_left_over(corpus: corpora.Corpus) -> None:
    for d in corpus.documents:
        spans = [s for c in [*d["claims"], *d["narration"]] for role in ("source", "cue", "content") for s in c[role]]
        spans += [x["span"] for layer in ("figures", "places", "times", "mentions") for x in d[layer]] + [e["trigger"] for e in d["events"]]
        assert all(0 <= a < b <= len(d["text"]) for a, b in spans), d["id"]
        assert not set("{}|") & set(d["text"]), d["id"]


def test_no_family_and_no_incident_lies_in_two_splits(corpus: corpora.Corpus) -> None:
    for key in ("family", "incidents"):
        where: dict[str, set[str]] = {}
        for d in corpus.documents:
            for name in d[key] if key == "incidents" else [d[key]]:
                where.setdefault(name, set()).add(d["split"])
        assert [name for name, splits in where.items() if len(splits) > 1] == []


def test_each_language_has_a_part_of_each_split(corpus: corpora.Corpus) -> None:
    for split in SPLITS:
        assert {d["lang"] for d in corpus.documents if d["split"] == split} == set(LANGS)


@pytest.mark.parametrize("split", SPLITS)
def test_the_json_lines_are_what_the_sources_give(corpus: corpora.Corpus, split: str) -> None:
    path = ROOT / f"{split}.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert rows == json.loads(json.dumps([d for d in corpus.documents if d["split"] == split]))
