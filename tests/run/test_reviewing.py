"""Reviewing from end to end: a ledger, what is asked of it, what people answer, and the edition that is made with it."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sayso.errors import DataError, InputError
from sayso.record.document import document
from sayso.run.briefing import briefed, grounded
from sayso.run.config import Config
from sayso.run.exchanging import exported, imported
from sayso.run.front import edition_of_ledger
from sayso.run.keeping import add, kept, said
from sayso.run.reviewing import answered, judgement_on, question_of, queue_on

TEXTS = {
    "one": "A drone hit the market of Kamenka in Kursk Oblast on 4 May, killing three. An officer said that twelve people were wounded.",
    "two": "The governor of Kursk Oblast, Roman Starovoit, said that a bus burned in Sudzha on 4 May and two people were killed.",
    "three": "Vyacheslav Gladkov, governor of Belgorod Oblast, said that shelling of Shebekino on 4 May had wounded five people.",
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("filled") / "a.ledger"
    documents = [document(words, name=name, outlet="Desk", published=date(2023, 5, 5)) for name, words in TEXTS.items()]
    assert all(fresh for _, fresh in add(documents, Config(ledger=str(path))))
    return path.read_bytes()


@pytest.fixture
def settings(filled: bytes, tmp_path: Path) -> Config:
    path = tmp_path / "a.ledger"
    path.write_bytes(filled)
    return Config(ledger=str(path), delay_hours=0)


def ground_of(settings: Config):
    return grounded(kept(settings), settings, said(settings))


def claim_on(settings: Config, words: str):
    return next(
        c for a in ground_of(settings).judged.machine for c in a.claims if any(words in span.of(a.document.text) for span in c.content)
    )


def judge(settings: Config, key: str, answer: str, **more: object):
    return answered(question_of(key, ground_of(settings), settings), answer, "Editor", settings, **more)  # type: ignore[arg-type]


def speakers(settings: Config) -> set[str]:
    edition, _ = edition_of_ledger(settings)
    return {account.name for entry in edition.entries for account in entry.accounts}


def test_a_speaker_named_by_a_person_speaks_in_the_edition_which_counts_the_judgement(settings: Config) -> None:
    claim = claim_on(settings, "twelve people were wounded")
    assert "Vyacheslav Gladkov" in speakers(settings)
    judge(settings, claim_on(settings, "shelling of Shebekino").id, "Mayor Ivo Lant")
    judge(settings, claim.id, "Vyacheslav Gladkov")
    edition, _ = edition_of_ledger(settings)
    assert dict(edition.versions)["judgements"].startswith("2 ")
    assert "Mayor Ivo Lant" in speakers(settings)
    spoken = next(c for a in ground_of(settings).judged.annotations for c in a.claims if c.id == claim.id)
    assert spoken.speaker is not None
    assert (spoken.speaker.id, spoken.speaker.name) == (said(settings)[-1].verdict.removeprefix("is "), "Vyacheslav Gladkov")


def test_an_edition_without_judgements_says_nothing_of_them(settings: Config) -> None:
    edition, _ = edition_of_ledger(settings)
    assert "judgements" not in dict(edition.versions)
    assert (edition, {}) == (briefed(kept(settings), settings)[0], {})


def test_a_later_judgement_goes_before_an_earlier_one_and_a_withdrawal_before_both(settings: Config) -> None:
    claim = claim_on(settings, "shelling of Shebekino")
    late, early = datetime(2031, 1, 2, tzinfo=UTC), datetime(2031, 1, 1, tzinfo=UTC)
    judge(settings, claim.id, "Mayor Lant", at=late)
    judge(settings, claim.id, "Mayor Brandt", at=early)  # a clock that was set back
    assert {"Mayor Brandt"} == speakers(settings) & {"Mayor Lant", "Mayor Brandt"}
    judge(settings, claim.id, "withdrawn", at=early)
    assert "Vyacheslav Gladkov" in speakers(settings)
    assert [j.verdict for j in said(settings)] == ["is Mayor Lant", "is Mayor Brandt", "withdrawn"]


def test_right_means_the_machine_whatever_was_said_in_between(settings: Config) -> None:
    claim = claim_on(settings, "shelling of Shebekino")
    judge(settings, claim.id, "Mayor Lant")
    assert question_of(claim.id, ground_of(settings), settings).text == "Who says this: is it “Vyacheslav Gladkov”?"
    judge(settings, claim.id, "right")
    assert "Vyacheslav Gladkov" in speakers(settings)


def test_a_place_chosen_among_rivals_is_the_place_of_the_incident(settings: Config) -> None:
    place = next(p for a in ground_of(settings).judged.machine for p in a.places if p.name.startswith("Kamenka") and p.rivals)
    question = question_of(place.id, ground_of(settings), settings)
    rival = next(option for option in question.options if option.verdict.startswith("is "))
    assert "," in rival.label
    judge(settings, place.id, rival.verdict)
    lat = float(rival.verdict.removeprefix("is ").partition(",")[0])
    edition, _ = edition_of_ledger(settings)
    assert any(entry.incident.place and abs(entry.incident.place.lat - lat) < 0.05 for entry in edition.entries if entry.incident.place.lat)
    judge(settings, place.id, "unknown")
    edition, _ = edition_of_ledger(settings)
    assert not any(p for e in edition.entries if (p := e.incident.place) and p.name.startswith("Kamenka") and p.lat is not None)


def test_two_incidents_are_joined_and_kept_apart_again(settings: Config) -> None:
    before, _ = edition_of_ledger(settings)
    sudzha, shebekino = (
        next(e.incident for e in before.entries if any(words in r.evidence[0].quote for r in e.incident.reports))
        for words in ("bus burned", "shelling of Shebekino")
    )
    key = f"{sudzha.id}:{shebekino.id}"
    made = judge(settings, key, "same")
    joined, _ = edition_of_ledger(settings)
    assert len(joined.entries) < len(before.entries)
    ground = ground_of(settings)
    asked = question_of(f"{made.about.removeprefix('pair:')}", ground, settings)
    assert judgement_on(asked, ground) == made
    assert question_of(asked.id, ground, settings).id == asked.id
    judge(settings, asked.id, "different")
    apart, _ = edition_of_ledger(settings)
    assert len(apart.entries) == len(before.entries)


def test_a_judgement_outlives_a_new_reading_and_an_orphan_is_listed(settings: Config) -> None:
    claim = claim_on(settings, "shelling of Shebekino")
    made = judge(settings, claim.id, "Mayor Lant")
    others = [a for a in kept(settings) if a.document.id != claim.document]
    queue = queue_on(grounded(others, settings, said(settings)))
    assert (queue.orphans, queue.judgements) == ((made,), ())
    assert queue_on(ground_of(settings)).orphans == ()


@pytest.mark.parametrize("answer", ["", "0", "99", "9" * 5000])
def test_a_wrong_answer_is_refused_with_the_options(settings: Config, answer: str) -> None:
    with pytest.raises(InputError, match="unknown"):
        judge(settings, claim_on(settings, "shelling").id, answer)


@pytest.mark.parametrize("key", ["q-0000000000000000", "nothing", "../../etc/passwd", "e-1:e-2", ":", "x" * 100_000])
def test_an_unknown_id_is_refused(settings: Config, key: str) -> None:
    with pytest.raises(InputError, match="sayso review"):
        question_of(key, ground_of(settings), settings)


def test_nobody_judges_without_a_name(settings: Config) -> None:
    question = question_of(claim_on(settings, "shelling").id, ground_of(settings), settings)
    for by in ("", "  ", "x" * 81):
        with pytest.raises(InputError):
            answered(question, "right", by, settings)
    assert said(settings) == ()


def test_two_desks_share_judgements(settings: Config, filled: bytes, tmp_path: Path) -> None:
    judge(settings, claim_on(settings, "shelling").id, "Mayor Lant", note="as he said himself")
    lines = list(exported(settings))
    (tmp_path / "b.ledger").write_bytes(filled)
    other = Config(ledger=str(tmp_path / "b.ledger"), delay_hours=0)
    assert imported(lines, other, where="lines") == (1, 0)
    assert imported(lines, other, where="lines") == (0, 1)
    assert said(other) == said(settings)
    assert edition_of_ledger(other)[0].id == edition_of_ledger(settings)[0].id


@pytest.mark.parametrize(
    "change",
    [
        {"about": "claim:c-1"},
        {"verdict": "is "},
        {"verdict": "same"},
        {"by": " "},
        {"by": 7},
        {"at": "2031-05-05"},
        {"at": "9999-12-31T23:59:59+00:00"},
        {"at": "soon"},
        {"span": [5, 2]},
        {"span": [0, True]},
        {"span": None},
        {"document": None},
        {"quote": ""},
        {"about": "pair:e-1:e-2", "verdict": "same"},
        {"about": "speaker:"},
        {"about": "speaker:c-1:c-2"},
        {"about": "speaker:c-1 c-2"},
        {"about": "speaker:p-1"},
        {"about": "speaker"},
    ],
)
def test_a_faulty_row_of_another_desk_keeps_all_out(settings: Config, change: dict[str, object]) -> None:
    judge(settings, claim_on(settings, "shelling").id, "Mayor Lant")
    (good,) = exported(settings)
    bad = json.dumps(json.loads(good) | {"by": "Other"} | change)
    with pytest.raises(DataError, match="line 2"):
        imported([json.dumps(json.loads(good) | {"by": "Third"}), bad], settings, where="lines")
    assert len(said(settings)) == 1


@pytest.mark.parametrize(
    "about", ["pair:a", "pair:e-1", "pair:e-1:", "pair::e-1", "pair:e-1:e-1", "pair:e-1:e-2:e-3", "pair:c-1:c-2", "pair:"]
)
def test_a_pair_is_of_two_events(settings: Config, about: str) -> None:
    judge(settings, claim_on(settings, "shelling").id, "Mayor Lant")
    (good,) = exported(settings)
    told = json.loads(good)
    passage = {key: told[key] for key in ("document", "span", "quote")}
    with pytest.raises(DataError) as caught:
        imported([json.dumps(told | {"about": about, "verdict": "same", "other": passage})], settings, where="lines")
    assert f"line 1: `about` is {about!r}, expected pair:e-ID:e-ID, the ids of two events" in str(caught.value)
    assert imported([json.dumps(told | {"about": "pair:e-1:e-2", "verdict": "same", "other": passage})], settings, where="lines") == (1, 0)


def test_rows_that_are_no_rows_are_told_by_line(settings: Config) -> None:
    with pytest.raises(DataError, match=r"line 1: .*\n.*line 3"):
        imported(["[]", "", "{", "[" * 100_000], settings, where="lines")
