"""The checker of the Accounts Corpus: each thing that must hold is told when it does not."""

from pathlib import Path

import pytest
from corpus.agreement import agreement
from corpus.counts import counts
from corpus.spread import repeated
from corpus.world import ROOT, world

from corpus import corpora

EXAMPLE = ROOT / "example"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The worked example, to be broken."""
    for path in sorted(p for p in EXAMPLE.rglob("*") if p.is_file()):
        to = tmp_path / path.relative_to(EXAMPLE)
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text(path.read_text("utf-8"), "utf-8")
    return tmp_path


def changed(root: Path, name: str, old: str, new: str) -> list[str]:
    """The faults after one change in one file."""
    (path,) = root.glob(f"source/a00/{name}*")
    before = path.read_text("utf-8")
    assert old in before
    path.write_text(before.replace(old, new, 1), "utf-8")
    return [str(f) for f in corpora.compiled(root).faults if not f.hint]


def test_the_worked_example_has_no_faults_and_no_hints() -> None:
    assert corpora.compiled(EXAMPLE).faults == ()


def test_offsets_lead_to_the_words() -> None:
    document = corpora.compiled(EXAMPLE).documents[0]
    words = [document["text"][a:b] for a, b in document["claims"][2]["content"]]
    assert words == ["They had come for bread and nothing else"]
    assert "{" not in document["text"]


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("a00-01", "speaker=kes-spox; stance=denies", "speaker=kes-spoks; stance=denies", "is no id of the pack"),
        ("a00-01", "stance=denies", "stance=rejects", "stance 'rejects' is none of"),
        ("a00-01", "{n1|The front", "{f tank 2|Two} tanks. {n1|The front", "lies in no content and no narration"),
        ("a00-01", "denies=2", "denies=9", "denies=9 names no claim"),
        ("a00-02", "denies=a00-01:2", "denies=a00-01:7", "which is no claim"),
        ("a00-02", "{p sarvik|", "{p sarvig|", "an id of places.jsonl"),
        ("a00-02", "relays=kestra-press", "relays=kestra", "is no outlet of the pack"),
        ("a00-03", "{e shelling|", "{e bombing|", "kind of event 'bombing'"),
        ("a00-03", "published: 2031-03-04T13:05", "published: 4 March", "such as 2031-03-04T09:15"),
        ("a00-04", "lang: fr", "lang: de", "one of"),
        ("incident", '"a00-04:3"', '"a00-04:9"', "there is no claim 'a00-04:9'"),
        ("incident", '["kes-mod", "no fire on Lorvan Province"]', '["kes-gov", "no fire"]', "'kes-gov' has no account here"),
        ("incident", 'kind = "occurrence"', 'kind = "truth"', "kind 'truth' is none of"),
        ("incident", '[["a00-01:2", "a00-03:n1"]]', '[["a00-03:n1", "a00-01:2"]]', "supersedes the earlier"),
        ("incident", 'claims = ["a00-02:1"', 'claims = ["a00-01:1"', "the speaker of a00-01:1 is tal-deyl"),
    ],
)
def test_a_fault_is_told(copy: Path, name: str, old: str, new: str, says: str) -> None:
    assert any(says in fault for fault in changed(copy, name, old, new))


def test_a_family_in_two_splits_is_told(copy: Path) -> None:
    folder = copy / "source" / "a01"
    folder.mkdir()
    text = (
        (copy / "source/a00/a00-01-en-three-dead.txt")
        .read_text("utf-8")
        .replace("a00-01", "a01-01")
        .replace("incidents: a00", "incidents: a01")
    )
    (folder / "a01-01-en-three-dead.txt").write_text(text.replace("genre: wire", "genre: reprint\nfamily: a00-01"), "utf-8")
    incident = (copy / "source/a00/incident.toml").read_text("utf-8").split("[[accounts]]")[0].replace("a00", "a01")
    (folder / "incident.toml").write_text(incident + '[[accounts]]\nspeaker = "tal-deyl"\nclaims = ["a01-01:2"]\n', "utf-8")
    (copy / "splits.toml").write_text('a00 = "train"\na01 = "test"\n', "utf-8")
    assert any("lies in two splits" in str(f) for f in corpora.compiled(copy).faults)


def test_an_annotation_agrees_wholly_with_itself_and_less_with_a_changed_one(copy: Path) -> None:
    gold = corpora.compiled(EXAMPLE)
    same = agreement(gold.documents, gold.documents, (gold.incidents, gold.incidents))
    assert {same[k] for k in ("claims whole F1", "speaker accuracy", "stance kappa", "figures F1", "contests F1")} == {1.0}
    changed(copy, "a00-01", "{f killed 3 who=civilian|three} people", "{f killed 4 who=civilian|three} people")
    changed(copy, "a00-04", "stance=doubts", "stance=denies")
    changed(copy, "incident", 'kind = "occurrence"', 'kind = "place"')
    other = corpora.compiled(copy)
    found = agreement(gold.documents, other.documents, (gold.incidents, other.incidents))
    assert found["figures F1"] < 1
    assert found["stance kappa"] < 1
    assert found["contests F1"] == 0


def test_reprints_do_not_count_as_repetition() -> None:
    text = "one two three four five six seven eight nine ten"
    rows = [{"id": "a", "family": "f", "text": text}, {"id": "b", "family": "f", "text": text}]
    assert repeated(rows) == 0
    assert repeated(rows, families=False) == 1


def test_every_place_lies_in_the_empty_sea_of_the_invented_land() -> None:
    for row in world().places.values():
        assert -51 < row["lat"] < -44
        assert -24 < row["lon"] < -16


def test_the_counts_of_the_example_are_what_it_holds() -> None:
    found = counts(corpora.compiled(EXAMPLE))
    assert found["documents"] == 4
    assert sum(of.get("without_attribution", 0) for of in found["by language"].values()) == 1
    assert found["stances"]["denies"] == 4
